//! Full-text search: an FTS5 index in a database in memory, made on a thread of its own while the first screen appears.
//!
//! The index holds words that `stories` has folded already, so that searching and marking follow one rule.

use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;
use stories::{Answer, Library, Query, StoryId, Term, folded_words};

use crate::Error;

/// The index, being built or ready.
#[derive(Debug)]
pub(crate) struct Index(Mutex<State>);

#[derive(Debug)]
enum State {
    /// Nobody searched yet.
    Asleep,
    Building(JoinHandle<rusqlite::Result<Connection>>),
    Ready(Connection),
    Failed(String),
}

impl Index {
    /// Starts to build the index of a library.
    pub(crate) fn start(library: &Library) -> Self {
        let texts = texts(library);
        Self(Mutex::new(State::Building(std::thread::spawn(move || {
            build(&texts)
        }))))
    }

    /// An index that is built when somebody searches.
    pub(crate) fn asleep() -> Self {
        Self(Mutex::new(State::Asleep))
    }

    /// The stories that hold all of what was typed, in the order of their numbers.
    pub(crate) fn search(&self, library: &Library, typed: &str) -> Result<Vec<StoryId>, Error> {
        let query = Query::parse(typed);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*state, State::Asleep) {
            *state = match build(&texts(library)) {
                Ok(base) => State::Ready(base),
                Err(error) => State::Failed(error.to_string()),
            };
        }
        if matches!(*state, State::Building(_)) {
            let building = std::mem::replace(&mut *state, State::Failed(String::new()));
            if let State::Building(thread) = building {
                *state = match thread.join() {
                    Ok(Ok(base)) => State::Ready(base),
                    Ok(Err(error)) => State::Failed(error.to_string()),
                    Err(_) => State::Failed("the thread that builds the index stopped".to_owned()),
                };
            }
        }
        match &*state {
            State::Ready(base) => {
                find(base, &query).map_err(|error| Error::Sqlite(error.to_string()))
            }
            State::Failed(detail) => Err(Error::Sqlite(detail.clone())),
            State::Asleep | State::Building(_) => Err(Error::Sqlite(String::new())),
        }
    }
}

fn texts(library: &Library) -> Vec<(StoryId, String)> {
    let stories = library.stories().iter();
    stories.map(|story| (story.id, searched(story))).collect()
}

/// The title, the text and the open answers of a story; a line between them, so that no phrase runs over.
fn searched(story: &stories::Story) -> String {
    let mut all = format!("{}\n{}", story.title, story.text);
    for answer in story.answers.values() {
        if let Answer::Text(text) = answer {
            all.push('\n');
            all.push_str(text);
        }
    }
    all
}

fn build(texts: &[(StoryId, String)]) -> rusqlite::Result<Connection> {
    let mut base = Connection::open_in_memory()?;
    base.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
         CREATE VIRTUAL TABLE words USING fts5(text, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
         INSERT INTO words(words, rank) VALUES ('hashsize', 16777216);",
    )?;
    let all = base.transaction()?;
    {
        let mut insert = all.prepare("INSERT INTO words(rowid, text) VALUES (?, ?)")?;
        for (id, text) in texts {
            insert.execute((id.0, folded_words(text).join(" ")))?;
        }
    }
    all.commit()?;
    Ok(base)
}

fn find(base: &Connection, query: &Query) -> rusqlite::Result<Vec<StoryId>> {
    let parts: Vec<String> = query
        .terms()
        .iter()
        .map(|term| match term {
            Term::Prefix(word) => format!("\"{word}\"*"),
            Term::Phrase(words) => format!("\"{}\"", words.join(" ")),
        })
        .collect();
    let mut all =
        base.prepare_cached("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid")?;
    all.query_map([parts.join(" AND ")], |row| Ok(StoryId(row.get(0)?)))?
        .collect()
}
