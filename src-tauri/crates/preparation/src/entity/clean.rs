//! Cleaning and masking: decisions about single stories.

use serde::{Deserialize, Serialize};
use stories::{QuestionId, StoryId};
use ts_rs::TS;

/// Why a response is left out, or was suspected.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "VerdictReason")]
pub enum Reason {
    /// Somebody tried the questionnaire.
    Test,
    /// The words mean nothing.
    Nonsense,
    /// The same story was told before.
    Duplicate,
    /// Too short to understand what happened.
    TooShort,
    /// It tells no story: an opinion only, or nothing.
    NoStory,
    /// The teller asked for it, or gave no consent.
    Withdrawn,
    /// Something else.
    Other,
}

impl Reason {
    /// All, in the order of the screens.
    pub const ALL: [Self; 7] = [
        Self::Test,
        Self::Nonsense,
        Self::Duplicate,
        Self::TooShort,
        Self::NoStory,
        Self::Withdrawn,
        Self::Other,
    ];

    /// The code, as it stands in keys of the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Nonsense => "nonsense",
            Self::Duplicate => "duplicate",
            Self::TooShort => "too_short",
            Self::NoStory => "no_story",
            Self::Withdrawn => "withdrawn",
            Self::Other => "other",
        }
    }
}

/// What is decided about a response.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Verdict {
    /// It stays, although it was suspected.
    Keep,
    /// It is left out of the snapshot.
    LeaveOut {
        /// Why.
        reason: Reason,
    },
}

/// A response that was decided about; one that was not stays, and its suspicion is open.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Verdicted {
    /// The response.
    pub story: StoryId,
    /// What was decided.
    pub verdict: Verdict,
}

/// A text of a story.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "MaskPart")]
pub enum StoryPart {
    /// Its title.
    Title,
    /// Its text.
    Text,
    /// The answer to an open question.
    Answer {
        /// The question.
        question: QuestionId,
    },
}

/// A place in a text as it was taken in.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct MaskPlace {
    /// The story.
    pub story: StoryId,
    /// Which text of it.
    pub part: StoryPart,
    /// The first byte, in UTF-8 of the raw text.
    pub from: u32,
    /// Past the last byte.
    pub to: u32,
}

impl MaskPlace {
    /// The place before all others of a story.
    pub(crate) fn first(story: StoryId) -> Self {
        Self {
            story,
            part: StoryPart::Title,
            from: 0,
            to: 0,
        }
    }
}

/// A place to mask with what to say there.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NewMask {
    /// Where.
    pub place: MaskPlace,
    /// What stands there instead, such as `[naam school]`.
    pub words: String,
}

/// A mask that was decided about. A proposal without one is open.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Mask {
    /// Where.
    pub place: MaskPlace,
    /// What stands there instead; `None` where the proposal was rejected.
    pub words: Option<String>,
    /// Whether the preparer added it, and the program did not propose it.
    pub by_hand: bool,
}

/// A story of which somebody looked at every mask.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Looked {
    /// The story.
    pub story: StoryId,
}
