//! Patterns that were judged, and filters with a name.

use serde::{Deserialize, Serialize};
use stories::{Filter, QuestionId};
use ts_rs::TS;

use crate::SelectionId;

/// A combination of two questions, or of two within each answer to a third.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct PatternKey {
    /// The question whose id comes first in the alphabet.
    pub one: QuestionId,
    /// The other question.
    pub other: QuestionId,
    /// The question within whose answers they are looked at.
    pub within: Option<QuestionId>,
}

impl PatternKey {
    /// The key of two questions, whichever comes first.
    pub fn new(one: QuestionId, other: QuestionId, within: Option<QuestionId>) -> Self {
        let (one, other) = if other < one {
            (other, one)
        } else {
            (one, other)
        };
        Self { one, other, within }
    }
}

/// Whether a pattern is worth an observation.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TriageMark {
    /// It is.
    Yes,
    /// Perhaps.
    Maybe,
    /// It is not.
    No,
}

/// What the preparer thinks of a pattern.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Triage {
    /// The pattern.
    pub pattern: PatternKey,
    /// Whether it is worth an observation; `None` where there is only a note.
    pub mark: Option<TriageMark>,
    /// A note; may be empty.
    pub note: String,
}

/// A filter with a name.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "SavedSelection")]
pub struct Selection {
    /// The id.
    pub id: SelectionId,
    /// The name, such as 'Goed onderwijs'.
    pub name: String,
    /// Which stories.
    pub filter: Filter,
}

impl Triage {
    /// A pattern that nobody judged.
    pub fn none(pattern: PatternKey) -> Self {
        Self {
            pattern,
            mark: None,
            note: String::new(),
        }
    }

    /// Whether it says nothing.
    pub fn is_none(&self) -> bool {
        self.mark.is_none() && self.note.is_empty()
    }
}
