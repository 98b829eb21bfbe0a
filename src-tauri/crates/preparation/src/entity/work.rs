//! The piece of work itself, and where its stories come from.

use serde::{Deserialize, Serialize};
use stories::{Question, StoryId, Uses};
use ts_rs::TS;

use crate::SourceId;

/// The language that the stories and the perspective set are written in.
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS,
)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum WorkLanguage {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// What the snapshot will be, in a few words.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Work {
    /// The name, such as 'Passend onderwijs, ronde 2'.
    pub name: String,
    /// The theme in one sentence; may be empty until publishing.
    pub theme: String,
    /// The name of the perspective set, such as 'ronde 2'; may be empty.
    pub set: String,
    /// Where the stories come from; may be empty.
    pub provenance: String,
    /// The language of the texts.
    pub language: WorkLanguage,
    /// Which questions the program itself makes use of.
    pub uses: Uses,
}

/// What was published last. It happened, so it is never undone.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Published {
    /// The content hash of the snapshot.
    pub hash: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// How many stories it holds.
    pub stories: u32,
    /// How many perspectives it holds.
    pub perspectives: u16,
}

/// A survey export that was taken in. Its stories are kept elsewhere, as they came.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Source {
    /// The id.
    pub id: SourceId,
    /// The name of the file, without its folder.
    pub file: String,
    /// The SHA-256 of its bytes, hexadecimal.
    pub digest: String,
    /// How many responses it gave: the stories 1 to this, within the source.
    pub responses: u32,
    /// The questions as they were taken in, in the order of the questionnaire.
    pub questions: Vec<Question>,
    /// The codebook by which it was taken in, as JSON.
    pub codebook: String,
    /// Story `n` of this source has the number `offset + n`.
    pub offset: u32,
    /// When it was taken in, in milliseconds since 1970.
    pub at: u64,
}

impl Source {
    /// Whether a story is one of this source.
    pub fn holds(&self, story: StoryId) -> bool {
        story.0 > self.offset && story.0 - self.offset <= self.responses
    }
}
