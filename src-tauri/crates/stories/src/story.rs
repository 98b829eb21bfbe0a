//! A story with the answers of its teller.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{OptionId, QuestionId, StoryId};

/// What a storyteller lived through, with the answers that the teller gave about it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Story {
    /// The number within the snapshot.
    pub id: StoryId,
    /// The title that the teller gave.
    pub title: String,
    /// The text; paragraphs are separated by an empty line.
    pub text: String,
    /// The day it was told, ISO 8601 (`2026-01-31`).
    pub told: String,
    /// The answers; a question without an answer is missing here.
    pub answers: BTreeMap<QuestionId, Answer>,
}

/// An answer to one question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Answer {
    /// The one chosen option.
    Choice(OptionId),
    /// The chosen options.
    Several(Vec<OptionId>),
    /// The place of the slider, 0 to 100.
    Slider(u8),
    /// What was written.
    Text(String),
}

impl Story {
    /// The number of words of the text.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}
