//! Patterns that were judged, and filters with a name.

use serde::{Deserialize, Serialize};
use stories::{Filter, OptionId, QuestionId};
use ts_rs::TS;

use crate::SelectionId;

/// A combination of two questions, or of two within each answer to a third.
///
/// Of a several-choice question each option is looked at on its own, so the option belongs to the key. A key without it stands for
/// all options: that is how drafts kept it before options were told apart.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct PatternKey {
    /// The question whose id comes first in the alphabet.
    pub one: QuestionId,
    /// The other question.
    pub other: QuestionId,
    /// The question within whose answers they are looked at.
    pub within: Option<QuestionId>,
    /// Where `one` is a several-choice question: the option of it that is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub one_option: Option<OptionId>,
    /// Where `other` is a several-choice question: the option of it that is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub other_option: Option<OptionId>,
}

impl PatternKey {
    /// The key of two questions, whichever comes first, of all their options.
    pub fn new(one: QuestionId, other: QuestionId, within: Option<QuestionId>) -> Self {
        Self::of((one, None), (other, None), within)
    }

    /// The key of two questions, whichever comes first, each with the option that is looked at.
    pub fn of(
        one: (QuestionId, Option<OptionId>),
        other: (QuestionId, Option<OptionId>),
        within: Option<QuestionId>,
    ) -> Self {
        let (one, other) = if other.0 < one.0 {
            (other, one)
        } else {
            (one, other)
        };
        Self {
            one: one.0,
            other: other.0,
            within,
            one_option: one.1,
            other_option: other.1,
        }
    }

    /// The key of the same questions for all their options; `None` where it is this one.
    pub fn whole(&self) -> Option<Self> {
        let options = self.one_option.is_some() || self.other_option.is_some();
        options.then(|| Self::new(self.one.clone(), self.other.clone(), self.within.clone()))
    }

    /// Whether what is kept under this key is about a pattern with that key.
    pub fn covers(&self, pattern: &Self) -> bool {
        self == pattern || pattern.whole().as_ref() == Some(self)
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
