//! How a snapshot came to be: since version 2 of the format it goes with the stories.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use stories::{CollectionError, Filter, Library, ObservationId, OptionId, QuestionId};

use crate::Error;
use crate::read::rows;

/// How a snapshot came to be, and what the preparer left for who works with it. It holds no text of any storyteller.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Making {
    /// What was done to the stories, in the order in which it was done.
    pub log: Vec<LogLine>,
    /// Where published questions and options come from, where they are not as they were taken in.
    pub origins: Vec<Origin>,
    /// Filters with a name, such as 'goed onderwijs'.
    pub selections: Vec<Selection>,
    /// How strong the pattern behind an observation is in the eyes of the preparer, 1 to 5.
    pub strengths: BTreeMap<ObservationId, u8>,
}

/// Something that was done to the stories.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct LogLine {
    /// The key of its words in the locale files.
    pub key: String,
    /// What goes into their places.
    pub places: BTreeMap<String, String>,
    /// To how many stories, masks or answers.
    pub count: u32,
}

/// Where a published question comes from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Origin {
    /// The published question.
    pub question: QuestionId,
    /// The questions as they were taken in.
    pub from: Vec<QuestionId>,
    /// The published options, each with those that it was made of.
    pub options: Vec<(OptionId, Vec<OptionId>)>,
    /// Options that are not shown.
    pub hidden: Vec<OptionId>,
}

/// A filter with a name.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Selection {
    /// The name.
    pub name: String,
    /// Which stories.
    pub filter: Filter,
}

impl Making {
    /// Whether there is nothing to tell; then version 1 of the format says all there is.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is about things that are there.
    pub(crate) fn check(&self, library: &Library) -> Result<(), CollectionError> {
        let missing = |from: &str, to: &str| CollectionError::Missing {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        for origin in &self.origins {
            if library.question(&origin.question).is_none() {
                return Err(missing("origin", &origin.question.0));
            }
        }
        for selection in &self.selections {
            library.check_filter(&selection.filter)?;
        }
        for (observation, strength) in &self.strengths {
            if library.observation(observation).is_none() {
                return Err(missing("strength", &observation.0));
            }
            if !(1..=5).contains(strength) {
                return Err(CollectionError::Bounds(observation.0.clone()));
            }
        }
        Ok(())
    }

    pub(crate) fn write(&self, all: &Transaction<'_>) -> rusqlite::Result<()> {
        for (nth, line) in (0_u32..).zip(&self.log) {
            all.prepare_cached("INSERT INTO log VALUES (?, ?, ?, ?)")?
                .execute(params![nth, line.key, json(&line.places)?, line.count])?;
        }
        for (nth, origin) in (0_u32..).zip(&self.origins) {
            all.prepare_cached("INSERT INTO origin VALUES (?, ?, ?)")?
                .execute(params![nth, origin.question.0, json(origin)?])?;
        }
        for (nth, selection) in (0_u32..).zip(&self.selections) {
            all.prepare_cached("INSERT INTO selection VALUES (?, ?, ?)")?
                .execute(params![nth, selection.name, json(&selection.filter)?])?;
        }
        for (observation, strength) in &self.strengths {
            all.prepare_cached("INSERT INTO strength VALUES (?, ?)")?
                .execute(params![observation.0, strength])?;
        }
        Ok(())
    }

    pub(crate) fn read(base: &Connection) -> Result<Self, Error> {
        let log = rows(
            base,
            "SELECT key, places, count FROM log ORDER BY nth",
            |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)),
        )?;
        let log = log.into_iter().map(|(key, places, count)| {
            Ok(LogLine {
                key,
                places: value(&places)?,
                count,
            })
        });
        let origins = rows(base, "SELECT origin FROM origin ORDER BY nth", |row| {
            row.get::<_, String>(0)
        })?;
        let selections = rows(
            base,
            "SELECT name, filter FROM selection ORDER BY nth",
            |row| Ok((row.get(0)?, row.get::<_, String>(1)?)),
        )?;
        let selections = selections.into_iter().map(|(name, filter)| {
            Ok(Selection {
                name,
                filter: value(&filter)?,
            })
        });
        let strengths = rows(
            base,
            "SELECT observation, strength FROM strength ORDER BY observation",
            |row| Ok((ObservationId(row.get(0)?), row.get(1)?)),
        )?;
        Ok(Self {
            log: log.collect::<Result<_, Error>>()?,
            origins: origins
                .iter()
                .map(|origin| value(origin))
                .collect::<Result<_, Error>>()?,
            selections: selections.collect::<Result<_, Error>>()?,
            strengths: strengths.into_iter().collect(),
        })
    }
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn value<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::Damaged)
}
