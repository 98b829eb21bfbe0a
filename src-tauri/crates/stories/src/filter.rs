//! Which stories are meant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{OptionId, QuestionId};

/// One condition on the answers to one question. A story without an answer to it never fulfils it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Condition {
    /// The question.
    pub question: QuestionId,
    /// What the answer must be.
    pub test: Test,
}

/// What an answer must be.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Test {
    /// At least one of these choices (choice or several).
    AnyOf {
        /// The choices.
        options: Vec<OptionId>,
    },
    /// A slider within these inclusive bounds.
    Range {
        /// The lowest place.
        from: u8,
        /// The highest place.
        to: u8,
    },
}

/// All conditions that a story must fulfil.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Filter {
    /// All of these.
    pub conditions: Vec<Condition>,
    /// At least this number of words, where given.
    pub min_words: Option<u32>,
    /// At most this number of words, where given.
    pub max_words: Option<u32>,
}
