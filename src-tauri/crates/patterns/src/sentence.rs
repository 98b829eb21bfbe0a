//! A sentence as a key and what fills its places.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Portion;

/// A sentence without its words: these stand in `assets/locales/<language>/pattern.json` under `key`, with `{places}` to fill.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Sentence {
    /// The key of the words, such as `pattern.people.twice.rest`.
    pub key: String,
    /// What fills the places: labels of the snapshot and numbers.
    pub places: BTreeMap<String, String>,
}

impl Sentence {
    pub(crate) fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            places: BTreeMap::new(),
        }
    }

    pub(crate) fn fill(&mut self, place: &str, words: &str) {
        self.places.insert(place.to_owned(), words.to_owned());
    }

    /// Two figures of each hundred.
    pub(crate) fn figures(&mut self, (these, those): (Portion, Portion)) {
        self.fill("this", &these.per_hundred.to_string());
        self.fill("that", &those.per_hundred.to_string());
    }
}
