//! What the people of the afternoon write, from `tests/afternoon/content.json`.

use std::collections::BTreeMap;

use serde::Deserialize;
use stories::{ObservationId, OptionId, PerspectiveId};
use workshop::{FieldName, NoteKind, Sort, Theme};

#[derive(Deserialize)]
pub struct Content {
    pub messages: Vec<String>,
    pub tables: Vec<Table>,
}

#[derive(Deserialize)]
pub struct Table {
    pub name: String,
    /// Name and role type.
    pub people: Vec<(String, OptionId)>,
    pub perspectives: Vec<PerspectiveId>,
    /// The personal votes, in the order of the people.
    pub doubts: Vec<Vec<PerspectiveId>>,
    /// Who, what happened, the wish.
    pub experiences: Vec<(usize, String, String)>,
    pub interpretations: Vec<(ObservationId, String)>,
    /// Kind, words, where it came from.
    pub notes: Vec<(NoteKind, String, String)>,
    /// Name and notes.
    pub clusters: Vec<(String, Vec<usize>)>,
    /// Words, theme, clusters.
    pub ideas: Vec<(String, Theme, Vec<usize>)>,
    pub poster: Poster,
    pub saw: Vec<usize>,
    pub touched: String,
}

#[derive(Deserialize)]
pub struct Poster {
    pub sort: Sort,
    #[serde(flatten)]
    pub fields: BTreeMap<String, String>,
}

impl Content {
    pub fn read() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/afternoon/content.json");
        serde_json::from_str(&std::fs::read_to_string(path).expect("the content is there"))
            .expect("the content is as described")
    }
}

impl Poster {
    pub fn text(&self, field: FieldName) -> &str {
        self.fields
            .get(field.text())
            .expect("every field has a text")
    }
}
