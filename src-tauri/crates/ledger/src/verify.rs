//! Whether a file still is what was written.

use std::path::Path;

use rusqlite::Connection;

use crate::chain::{self, Link};
use crate::error::{ErrorKind, Result, sql};
use crate::file;
use crate::number::number;

/// What was found in a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report {
    /// The number of events.
    pub events: u64,
    /// The number of commands.
    pub commands: u64,
    /// The last link of the chain, hexadecimal: two files with the same one hold the same events.
    pub head: String,
    /// What is wrong; nothing in a sound file.
    pub problems: Vec<Problem>,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Problem {
    /// SQLite finds the file itself damaged; in its words.
    Structure {
        /// The words.
        text: String,
    },
    /// An event is missing or is not as it was written.
    Event {
        /// The number that is wrong, the first of them.
        seq: u64,
    },
    /// A command does not fit the events.
    Command {
        /// Its id.
        id: String,
    },
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks a file that is not open: its structure, every event, and that commands and events fit.
///
/// # Errors
///
/// That it cannot be opened or read. What is wrong with its contents is in the report.
pub fn verify(path: &Path) -> Result<Report> {
    report(&file::open(path)?, path)
}

/// The number of the last event and the last link, where the chain is whole.
pub(crate) fn chain(connection: &Connection, path: &Path) -> Result<(u64, Link)> {
    match walk(connection, path)? {
        Walk {
            broken: Some(seq), ..
        } => Err(ErrorKind::Damaged { seq }.at(path)),
        Walk {
            broken: None,
            last,
            head,
        } => Ok((last, head)),
    }
}

pub(crate) fn report(connection: &Connection, path: &Path) -> Result<Report> {
    let cannot = |source| sql(path, source, ErrorKind::CannotRead);
    let mut problems = Vec::new();
    let mut structure = connection
        .prepare("PRAGMA integrity_check")
        .map_err(cannot)?;
    let lines: Vec<String> = structure
        .query_map((), |row| row.get(0))
        .and_then(Iterator::collect)
        .map_err(cannot)?;
    problems.extend(
        lines
            .into_iter()
            .filter(|text| text != "ok")
            .map(|text| Problem::Structure { text }),
    );
    let walk = walk(connection, path)?;
    problems.extend(walk.broken.map(|seq| Problem::Event { seq }));
    // A command holds exactly the events of its numbers; none reaches behind the last; every event has its command.
    let unfit = "SELECT id FROM command WHERE first_seq > last_seq + 1 OR last_seq > (SELECT coalesce(max(seq), 0) FROM event)
         OR last_seq + 1 - first_seq <> (SELECT count(*) FROM event WHERE seq BETWEEN first_seq AND last_seq AND command = id)
         UNION SELECT command FROM event WHERE command NOT IN (SELECT id FROM command) ORDER BY 1";
    let mut unfit = connection.prepare(unfit).map_err(cannot)?;
    let ids: Vec<String> = unfit
        .query_map((), |row| row.get(0))
        .and_then(Iterator::collect)
        .map_err(cannot)?;
    problems.extend(ids.into_iter().map(|id| Problem::Command { id }));
    let count = |table: &str| {
        connection
            .query_row(&format!("SELECT count(*) FROM {table}"), (), |row| {
                number(row, 0)
            })
            .map_err(cannot)
    };
    Ok(Report {
        events: count("event")?,
        commands: count("command")?,
        head: chain::hex(&walk.head),
        problems,
    })
}

struct Walk {
    last: u64,
    head: Link,
    /// The first number that is missing or wrong.
    broken: Option<u64>,
}

fn walk(connection: &Connection, path: &Path) -> Result<Walk> {
    let cannot = |source| sql(path, source, ErrorKind::CannotRead);
    let mut query = connection
        .prepare("SELECT seq, at, command, payload, chain FROM event ORDER BY seq")
        .map_err(cannot)?;
    let mut rows = query.query(()).map_err(cannot)?;
    let mut walk = Walk {
        last: 0,
        head: chain::start(),
        broken: None,
    };
    while let Some(row) = rows.next().map_err(cannot)? {
        let next = walk.last + 1;
        // Numbers that cannot have been written are damage, not a failure to read.
        let read = || -> rusqlite::Result<bool> {
            let command = row.get_ref(2)?.as_str()?;
            let link = chain::link(
                &walk.head,
                next,
                number(row, 1)?,
                command,
                row.get_ref(3)?.as_blob()?,
            );
            Ok(number(row, 0)? == next && row.get_ref(4)?.as_blob()? == link)
        };
        if !read().unwrap_or(false) {
            walk.broken = Some(next);
            break;
        }
        walk.head = row.get(4).map_err(cannot)?;
        walk.last = next;
    }
    if walk.broken.is_none() {
        // Events that were taken off the end still have their commands.
        let last: u64 = connection
            .query_row(
                "SELECT coalesce(max(last_seq), 0) FROM command",
                (),
                |row| number(row, 0),
            )
            .map_err(cannot)?;
        walk.broken = (last != walk.last).then(|| walk.last.min(last) + 1);
    }
    Ok(walk)
}
