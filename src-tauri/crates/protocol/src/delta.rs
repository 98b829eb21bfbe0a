//! The state on its way to a screen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workshop::{Entity, Key};

/// One entity with its key as text.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Entry {
    /// See [`key_text`].
    pub key: String,
    /// The entity as it is now.
    pub entity: Entity,
}

/// What changed between two moments.
///
/// A screen that is at `at` takes a delta with `from <= at < seq`, leaves one with `seq <= at`, and asks `Since` its own `at` when
/// `from > at`. While it waits for a `View` it keeps deltas aside and takes those with a higher `seq` afterwards.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Delta {
    /// The number of the last event before those that this includes.
    pub from: u64,
    /// The number of the last event that this includes.
    pub seq: u64,
    /// Entities that are new or changed.
    pub upserts: Vec<Entry>,
    /// Keys of entities that are gone.
    pub removals: Vec<String>,
}

/// Everything that a caller may see, at one moment.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct View {
    /// The number of the last event that this includes.
    pub seq: u64,
    /// All entities.
    pub entities: Vec<Entry>,
    /// The laptop's clock, in milliseconds since 1970: a screen never trusts its own.
    pub now: u64,
    /// Tells one opening of a session from another: numbers of events of one mean nothing in another.
    pub run: String,
}

/// A key as the text that screens use: the sort and the ids, joined by `/`, such as `note/n12` or `field/3/first_step`.
pub fn key_text(key: &Key) -> String {
    match key {
        Key::Session => "session".to_owned(),
        Key::Table(table) => format!("table/{}", table.0),
        Key::Participant(id) => format!("participant/{id}"),
        Key::Experience(id) => format!("experience/{id}"),
        Key::Guess(table, observation) => format!("guess/{}/{observation}", table.0),
        Key::OwnInterpretation(id) => format!("own_interpretation/{id}"),
        Key::Recognition(table, interpretation) => {
            format!("recognition/{}/{interpretation}", table.0)
        }
        Key::Vote(id) => format!("vote/{id}"),
        Key::Read(table, story) => format!("read/{}/{}", table.0, story.0),
        Key::Kept(table, story) => format!("kept/{}/{}", table.0, story.0),
        Key::Note(id) => format!("note/{id}"),
        Key::Cluster(id) => format!("cluster/{id}"),
        Key::Idea(id) => format!("idea/{id}"),
        Key::Dots(id) => format!("dots/{id}"),
        Key::Field(table, field) => format!("field/{}/{}", table.0, field.text()),
        Key::Poster(table) => format!("poster/{}", table.0),
        Key::Message(id) => format!("message/{id}"),
        Key::Seat(id) => format!("seat/{id}"),
        Key::Photo(id) => format!("photo/{id}"),
    }
}
