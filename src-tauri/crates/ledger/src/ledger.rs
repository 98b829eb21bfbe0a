//! Writing and reading.

use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};

use crate::chain::{self, Link};
use crate::error::{Error, ErrorKind, Result, sql};
use crate::number::{number, signed};
use crate::seal::{Place, seal, unseal};
use crate::{file, verify};

/// An event as it is read back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    pub seq: u64,
    /// When (milliseconds since 1970).
    pub at: u64,
    /// The id of the command that gave it.
    pub command: String,
    /// The event.
    pub payload: Vec<u8>,
}

/// A command with all that it gave.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Commit {
    /// The id of the command.
    pub command_id: String,
    /// A hash over its contents, to know the same id with other contents.
    pub body_hash: Vec<u8>,
    /// When (milliseconds since 1970).
    pub at: u64,
    /// The events; may be none, the command is known all the same.
    pub events: Vec<Vec<u8>>,
    /// What must be found back when the snapshot is gone, by key; a key that was there gets the new value.
    pub keep: Vec<(String, Vec<u8>)>,
}

/// A command that was written before.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Known {
    /// The hash over its contents.
    pub body_hash: Vec<u8>,
    /// The number of the last event when it was carried out: its own last, where it gave any.
    pub last_seq: u64,
}

/// A session file that this program has open, alone.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    /// `None` after a write that failed, until what is on disk was read back.
    connection: Option<Connection>,
    last: u64,
    head: Link,
    /// Stands in for a full disk.
    #[cfg(test)]
    pub(crate) most_pages: Option<u32>,
}

impl Ledger {
    /// Writes an empty ledger under a new name and opens it.
    ///
    /// # Errors
    ///
    /// `Exists`, `CannotWrite`, or what [`Ledger::open`] gives.
    pub fn create(path: &Path) -> Result<Self> {
        file::create(path)?;
        Self::open(path)
    }

    /// Opens a ledger, for this program alone, and checks the chain.
    ///
    /// While it is open no other handle on the file may be opened and closed in this process (as copying it would): on Unix
    /// that would give up the lock. Use [`Ledger::backup`].
    ///
    /// # Errors
    ///
    /// `Missing`, `InUse`, `NotALedger`, `Newer`, `Damaged`, `Setting`, or that it cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        let mut ledger = Self {
            path: path.to_owned(),
            connection: None,
            last: 0,
            head: chain::start(),
            #[cfg(test)]
            most_pages: None,
        };
        ledger.recover()?;
        Ok(ledger)
    }

    /// Opens the file anew and reads back what is really on disk; gives the number of the last event there.
    ///
    /// Needed after a write that failed. It may turn out that what failed was written after all: ask [`Ledger::lookup`] about
    /// its commands, and read the events that are new.
    ///
    /// # Errors
    ///
    /// As [`Ledger::open`]. The ledger then still needs recovery.
    pub fn recover(&mut self) -> Result<u64> {
        // Closed first: the lock must be free.
        self.connection = None;
        let connection = file::open(&self.path)?;
        #[cfg(test)]
        if let Some(pages) = self.most_pages {
            connection
                .execute_batch(&format!("PRAGMA max_page_count = {pages}"))
                .map_err(|source| self.cannot_read(source))?;
        }
        let (last, head) = verify::chain(&connection, &self.path)?;
        (self.last, self.head) = (last, head);
        self.connection = Some(connection);
        Ok(last)
    }

    /// The number of the last event; 0 before the first.
    pub fn last_seq(&self) -> u64 {
        self.last
    }

    /// Whether a write failed and what is on disk must be read back first.
    pub fn needs_recovery(&self) -> bool {
        self.connection.is_none()
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes commands with their events, all or nothing; when this returns they are safe. Gives the numbers of the events of
    /// each command.
    ///
    /// Commands that wait together are best written together: the disk is waited for once.
    ///
    /// # Errors
    ///
    /// `CommandExists`: nothing was written and the ledger goes on. Any other, `CannotWrite` mostly: the ledger needs
    /// [`Ledger::recover`].
    pub fn append(&mut self, batch: &[Commit]) -> Result<Vec<Range<u64>>> {
        let mut connection = self
            .connection
            .take()
            .ok_or_else(|| ErrorKind::NeedsRecovery.at(&self.path))?;
        let written = write(&mut connection, &self.path, (self.last, self.head), batch);
        match &written {
            Ok((_, (last, head))) => {
                (self.last, self.head) = (*last, *head);
                self.connection = Some(connection);
            }
            Err(Error {
                kind: ErrorKind::CommandExists { .. },
                ..
            }) => self.connection = Some(connection),
            Err(_) => {}
        }
        written.map(|(ranges, _)| ranges)
    }

    /// A command that was written before.
    ///
    /// # Errors
    ///
    /// That it cannot be read.
    pub fn lookup(&self, command_id: &str) -> Result<Option<Known>> {
        let mut query = self
            .connection()?
            .prepare_cached("SELECT hash, last_seq FROM command WHERE id = ?1")
            .map_err(|source| self.cannot_read(source))?;
        query
            .query_row([command_id], |row| {
                Ok(Known {
                    body_hash: row.get(0)?,
                    last_seq: number(row, 1)?,
                })
            })
            .optional()
            .map_err(|source| self.cannot_read(source))
    }

    /// All events in order.
    pub fn events(&self) -> Events<'_> {
        self.events_after(0)
    }

    /// The events after one, in order.
    pub fn events_after(&self, seq: u64) -> Events<'_> {
        Events {
            ledger: self,
            after: Some(seq),
            page: Vec::new().into_iter(),
        }
    }

    /// What is kept under a key.
    ///
    /// # Errors
    ///
    /// That it cannot be read.
    pub fn kept(&self, key: &str) -> Result<Option<Vec<u8>>> {
        let value = self
            .connection()?
            .query_row("SELECT value FROM keep WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()
            .map_err(|source| self.cannot_read(source))?;
        value
            .map(|value| {
                unseal(Place::Keep(key), value)
                    .ok_or_else(|| ErrorKind::Damaged { seq: 0 }.at(&self.path))
            })
            .transpose()
    }

    /// The keys of all that is kept, in order.
    ///
    /// # Errors
    ///
    /// That they cannot be read.
    pub fn kept_keys(&self) -> Result<Vec<String>> {
        let mut query = self
            .connection()?
            .prepare("SELECT key FROM keep ORDER BY key")
            .map_err(|source| self.cannot_read(source))?;
        query
            .query_map((), |row| row.get(0))
            .and_then(Iterator::collect)
            .map_err(|source| self.cannot_read(source))
    }

    pub(crate) fn connection(&self) -> Result<&Connection> {
        self.connection
            .as_ref()
            .ok_or_else(|| ErrorKind::NeedsRecovery.at(&self.path))
    }

    pub(crate) fn head(&self) -> &Link {
        &self.head
    }

    fn cannot_read(&self, source: rusqlite::Error) -> Error {
        sql(&self.path, source, ErrorKind::CannotRead)
    }

    fn page(&self, after: u64) -> Result<Vec<Entry>> {
        /// As many as are read at once.
        const PAGE: u32 = 500;
        let mut query = self
            .connection()?
            .prepare_cached(
                "SELECT seq, at, command, payload FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2",
            )
            .map_err(|source| self.cannot_read(source))?;
        let rows = query.query_map((i64::try_from(after).unwrap_or(i64::MAX), PAGE), |row| {
            Ok(Entry {
                seq: number(row, 0)?,
                at: number(row, 1)?,
                command: row.get(2)?,
                payload: row.get(3)?,
            })
        });
        let entries: Vec<Entry> = rows
            .and_then(Iterator::collect)
            .map_err(|source| self.cannot_read(source))?;
        let unsealed = entries.into_iter().map(|entry| {
            let payload = unseal(Place::Event(entry.seq), entry.payload);
            let payload =
                payload.ok_or_else(|| ErrorKind::Damaged { seq: entry.seq }.at(&self.path))?;
            Ok(Entry { payload, ..entry })
        });
        unsealed.collect()
    }
}

/// Events in order, read a page at a time. Ends after the first error.
#[derive(Debug)]
pub struct Events<'a> {
    ledger: &'a Ledger,
    /// `None` after an error.
    after: Option<u64>,
    page: std::vec::IntoIter<Entry>,
}

impl Iterator for Events<'_> {
    type Item = Result<Entry>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.len() == 0 {
            match self.ledger.page(self.after?) {
                Ok(page) => self.page = page.into_iter(),
                Err(error) => {
                    self.after = None;
                    return Some(Err(error));
                }
            }
        }
        let entry = self.page.next()?;
        self.after = Some(entry.seq);
        Some(Ok(entry))
    }
}

type Written = (Vec<Range<u64>>, (u64, Link));

fn write(
    connection: &mut Connection,
    path: &Path,
    (last, head): (u64, Link),
    batch: &[Commit],
) -> Result<Written> {
    let cannot = |source| sql(path, source, ErrorKind::CannotWrite);
    let change = connection
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .map_err(cannot)?;
    let (mut last, mut head) = (last, head);
    let mut ranges = Vec::with_capacity(batch.len());
    {
        let mut known = change
            .prepare_cached("SELECT 1 FROM command WHERE id = ?1")
            .map_err(cannot)?;
        let mut commands = change
            .prepare_cached("INSERT INTO command VALUES (?1, ?2, ?3, ?4)")
            .map_err(cannot)?;
        let mut events = change
            .prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .map_err(cannot)?;
        let mut keep = change
            .prepare_cached("INSERT INTO keep VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .map_err(cannot)?;
        for commit in batch {
            let id = &commit.command_id;
            if known.exists([id]).map_err(cannot)? {
                return Err(ErrorKind::CommandExists { id: id.clone() }.at(path));
            }
            let first = last + 1;
            let at = signed(commit.at).map_err(cannot)?;
            for (part, payload) in (0_u32..).zip(&commit.events) {
                last += 1;
                let sealed = seal(Place::Event(last), payload);
                head = chain::link(&head, last, commit.at, id, &sealed);
                let seq = signed(last).map_err(cannot)?;
                events
                    .execute((seq, at, id, i64::from(part), &*sealed, head))
                    .map_err(cannot)?;
            }
            let (first_seq, last_seq) = (
                signed(first).map_err(cannot)?,
                signed(last).map_err(cannot)?,
            );
            commands
                .execute((id, &commit.body_hash, first_seq, last_seq))
                .map_err(cannot)?;
            for (key, value) in &commit.keep {
                keep.execute((key, &*seal(Place::Keep(key), value)))
                    .map_err(cannot)?;
            }
            ranges.push(first..last + 1);
        }
    }
    change.commit().map_err(cannot)?;
    Ok((ranges, (last, head)))
}
