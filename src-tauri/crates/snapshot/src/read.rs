//! From the bytes of a file to values, trusting nothing.
//!
//! The order matters: size, header and version come from the bytes themselves; then SQLite gets a read-only copy in memory, in
//! defensive mode and with tight limits; the tables must be exactly ours; then every value is copied with its type, and the
//! content hash over the copy decides.

use std::collections::BTreeMap;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, Row};
use stories::{
    About, Answer, Choice, Collection, Group, Interpretation, Kind, Observation, Perspective,
    Question, QuestionId, Story, StoryId, Uses,
};

use crate::file::{APPLICATION_ID, LARGEST, PUBLISHED, SCHEMA, SCHEMA_2, VERSION};
use crate::{Error, Making, canon};

/// Every SQLite file begins with this.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The longest text or row that is read.
const LONGEST: i32 = 4 << 20;
/// An object of the schema: type, name, table, SQL.
type Object = (String, String, String, Option<String>);

/// What a file holds.
pub(crate) struct Read {
    pub collection: Collection,
    pub making: Making,
    pub hash: String,
    pub version: u32,
}

/// Checks a file and copies what it holds, with its content hash.
pub(crate) fn read(bytes: &[u8]) -> Result<Read, Error> {
    let version = check_header(bytes)?;
    let base = connect(bytes).map_err(damaged)?;
    check_schema(&base, version)?;
    let sound: String = base
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(damaged)?;
    if sound != "ok" {
        return Err(Error::Damaged);
    }
    let (state, told_hash, about) = base
        .query_row("SELECT * FROM about", [], read_about)
        .map_err(damaged)?;
    if state != PUBLISHED {
        return Err(Error::Draft);
    }
    let questions = read_questions(&base)?;
    let stories = read_stories(&base, &questions)?;
    let perspectives = read_perspectives(&base)?;
    let collection = Collection {
        about,
        questions,
        stories,
        perspectives,
    };
    let making = match version {
        1 => Making::default(),
        _ => Making::read(&base)?,
    };
    let hash = canon::hash(&collection, &making)?;
    if hash != told_hash {
        return Err(Error::Altered);
    }
    Ok(Read {
        collection,
        making,
        hash,
        version,
    })
}

/// What SQLite or a conversion refuses is the fault of the file.
fn damaged(_: rusqlite::Error) -> Error {
    Error::Damaged
}

/// The version of a file, after looking whether it can be one.
fn check_header(bytes: &[u8]) -> Result<u32, Error> {
    let size = bytes.len() as u64;
    if size > LARGEST {
        return Err(Error::TooLarge {
            bytes: size,
            most: LARGEST,
        });
    }
    let word = |at: usize| {
        let four = bytes
            .get(at..at + 4)
            .and_then(|four| <[u8; 4]>::try_from(four).ok());
        four.map(u32::from_be_bytes)
    };
    if !bytes.starts_with(MAGIC) || word(68) != Some(APPLICATION_ID.cast_unsigned()) {
        return Err(Error::NotASnapshot);
    }
    let version = match word(60) {
        Some(version @ 1..=VERSION) => version,
        Some(found) if found > VERSION && found < 1 << 16 => {
            return Err(Error::Newer {
                found,
                known: VERSION,
            });
        }
        _ => return Err(Error::Damaged),
    };
    // Only a rollback journal (1): a file in WAL mode has parts of its content elsewhere.
    if bytes.get(18..20) != Some(&[1, 1]) {
        return Err(Error::Damaged);
    }
    let page = bytes
        .get(16..18)
        .map_or(0, |two| u64::from(two[0]) << 8 | u64::from(two[1]));
    let pages = word(28).map_or(0, u64::from);
    if page == 0 || page * pages != size {
        return Err(Error::Damaged);
    }
    Ok(version)
}

fn connect(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut base = Connection::open_in_memory()?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    base.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 10_000),
        (Limit::SQLITE_LIMIT_COLUMN, 16),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 10),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 2),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        base.set_limit(limit, most)?;
    }
    base.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true)?;
    base.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(base)
}

/// The tables must be exactly those that we write ourselves.
fn check_schema(base: &Connection, version: u32) -> Result<(), Error> {
    let own = Connection::open_in_memory().and_then(|own| {
        own.execute_batch(SCHEMA)?;
        if version > 1 {
            own.execute_batch(SCHEMA_2)?;
        }
        objects(&own)
    });
    let own = own.map_err(|error| Error::Sqlite(error.to_string()))?;
    let found = objects(base).map_err(damaged)?;
    let other = found
        .iter()
        .find(|one| !own.contains(one))
        .or_else(|| own.iter().find(|one| !found.contains(one)));
    match other {
        Some((_, name, ..)) => Err(Error::Schema(name.chars().take(60).collect())),
        None if found.len() == own.len() => Ok(()),
        None => Err(Error::Schema("sqlite_schema".to_owned())),
    }
}

fn objects(base: &Connection) -> rusqlite::Result<Vec<Object>> {
    let mut all =
        base.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")?;
    let rows = all.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    rows.collect()
}

/// Collects the rows of a query.
pub(crate) fn rows<T>(
    base: &Connection,
    sql: &str,
    each: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Error> {
    let mut all = base.prepare(sql).map_err(damaged)?;
    let rows = all.query_map([], each).map_err(damaged)?;
    rows.collect::<rusqlite::Result<_>>().map_err(damaged)
}

/// The state, the hash as told, and what the snapshot is; the schema check has fixed the order of the columns.
fn read_about(row: &Row<'_>) -> rusqlite::Result<(String, String, About)> {
    let used = |at| {
        row.get::<_, Option<String>>(at)
            .map(|id| id.map(QuestionId))
    };
    let uses = Uses {
        voice: used(8)?,
        education: used(9)?,
        region: used(10)?,
        feeling: used(11)?,
        good: used(12)?,
        role: used(13)?,
    };
    let about = About {
        name: row.get(3)?,
        theme: row.get(4)?,
        set: row.get(5)?,
        provenance: row.get(6)?,
        made: row.get(7)?,
        uses,
    };
    Ok((row.get(1)?, row.get(2)?, about))
}

fn read_questions(base: &Connection) -> Result<Vec<Question>, Error> {
    let mut choices: BTreeMap<u32, Vec<Choice>> = BTreeMap::new();
    let sql = "SELECT question, id, label FROM choice ORDER BY question, nth";
    for (question, id, label) in rows(base, sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
    {
        choices.entry(question).or_default().push(Choice {
            id: stories::OptionId(id),
            label,
        });
    }
    let sql =
        "SELECT nth, id, text, short, purpose, kind, at_left, at_right FROM question ORDER BY nth";
    let all = rows(base, sql, |row| {
        let nth: u32 = row.get(0)?;
        let purpose: String = row.get(4)?;
        let kind: String = row.get(5)?;
        let group = match purpose.as_str() {
            "interpretive" => Group::Interpretive,
            "open" => Group::Open,
            _ => Group::Background,
        };
        let choices = choices.remove(&nth).unwrap_or_default();
        let kind = match kind.as_str() {
            "choice" => Kind::Choice { choices },
            "several" => Kind::Several { choices },
            "slider" => Kind::Slider {
                left: row.get(6)?,
                right: row.get(7)?,
            },
            _ => Kind::Text,
        };
        Ok(Question {
            id: QuestionId(row.get(1)?),
            text: row.get(2)?,
            short: row.get(3)?,
            group,
            kind,
        })
    })?;
    Ok(all)
}

fn read_stories(base: &Connection, questions: &[Question]) -> Result<Vec<Story>, Error> {
    let mut stories = rows(
        base,
        "SELECT number, title, text, told FROM story ORDER BY number",
        |row| {
            Ok(Story {
                id: StoryId(row.get(0)?),
                title: row.get(1)?,
                text: row.get(2)?,
                told: row.get(3)?,
                answers: BTreeMap::new(),
            })
        },
    )?;
    let sql =
        "SELECT story, question, choice, place, text FROM answer ORDER BY story, question, nth";
    let mut all = base.prepare(sql).map_err(damaged)?;
    let mut rows = all.query([]).map_err(damaged)?;
    let mut at = 0;
    while let Some(row) = rows.next().map_err(damaged)? {
        let number = StoryId(row.get(0).map_err(damaged)?);
        while stories.get(at).is_some_and(|story| story.id < number) {
            at += 1;
        }
        let place: u32 = row.get(1).map_err(damaged)?;
        let (Some(story), Some(question)) = (
            stories.get_mut(at).filter(|story| story.id == number),
            questions.get(place as usize),
        ) else {
            return Err(Error::Damaged);
        };
        add_answer(story, question, row)?;
    }
    Ok(stories)
}

fn add_answer(story: &mut Story, question: &Question, row: &Row<'_>) -> Result<(), Error> {
    let option = || {
        let code: u32 = row.get(2).map_err(damaged)?;
        question
            .choices()
            .get(code as usize)
            .map(|choice| choice.id.clone())
            .ok_or(Error::Damaged)
    };
    let answer = match question.kind {
        Kind::Choice { .. } => Answer::Choice(option()?),
        Kind::Slider { .. } => Answer::Slider(row.get(3).map_err(damaged)?),
        Kind::Text => Answer::Text(row.get(4).map_err(damaged)?),
        Kind::Several { .. } => {
            if let Some(Answer::Several(options)) = story.answers.get_mut(&question.id) {
                options.push(option()?);
                return Ok(());
            }
            Answer::Several(vec![option()?])
        }
    };
    match story.answers.insert(question.id.clone(), answer) {
        None => Ok(()),
        Some(_) => Err(Error::Damaged),
    }
}

fn read_perspectives(base: &Connection) -> Result<Vec<Perspective>, Error> {
    let sql = "SELECT nth, id, name, short, question FROM perspective ORDER BY nth";
    let mut all: BTreeMap<u32, Perspective> = BTreeMap::new();
    for (nth, perspective) in rows(base, sql, |row| {
        let perspective = Perspective {
            id: stories::PerspectiveId(row.get(1)?),
            name: row.get(2)?,
            short: row.get(3)?,
            question: row.get(4)?,
            observations: Vec::new(),
            support: Vec::new(),
        };
        Ok((row.get(0)?, perspective))
    })? {
        all.insert(nth, perspective);
    }
    let sql = "SELECT perspective, id, text, chart FROM observation ORDER BY perspective, nth";
    let observations: Vec<(u32, String, String, String)> = rows(base, sql, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    for (nth, id, text, chart) in observations {
        let chart = serde_json::from_str(&chart).map_err(|_| Error::Damaged)?;
        let id = stories::ObservationId(id);
        let observation = Observation {
            id,
            text,
            chart,
            interpretations: Vec::new(),
        };
        all.get_mut(&nth)
            .ok_or(Error::Damaged)?
            .observations
            .push(observation);
    }
    let sql = "SELECT perspective, observation, id, text FROM interpretation ORDER BY perspective, observation, nth";
    let interpretations: Vec<(u32, u32, String, String)> = rows(base, sql, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    for (nth, observation, id, text) in interpretations {
        let found = all
            .get_mut(&nth)
            .and_then(|perspective| perspective.observations.get_mut(observation as usize));
        let id = stories::InterpretationId(id);
        found
            .ok_or(Error::Damaged)?
            .interpretations
            .push(Interpretation { id, text });
    }
    let sql = "SELECT perspective, story FROM support ORDER BY perspective, nth";
    let support: Vec<(u32, u32)> = rows(base, sql, |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (nth, story) in support {
        all.get_mut(&nth)
            .ok_or(Error::Damaged)?
            .support
            .push(StoryId(story));
    }
    Ok(all.into_values().collect())
}
