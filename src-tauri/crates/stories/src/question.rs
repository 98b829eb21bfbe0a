//! What storytellers were asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{OptionId, QuestionId};

/// A question about a story or its teller.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Question {
    /// The id, such as `feeling`.
    pub id: QuestionId,
    /// The whole question as it was asked.
    pub text: String,
    /// Two or three words for chips, filters and chart headings, such as 'Gevoel'.
    pub short: String,
    /// What the question is for.
    pub group: Group,
    /// What can be answered.
    pub kind: Kind,
}

/// What a question is for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Group {
    /// One of the interpretive questions (duidingsvragen).
    Interpretive,
    /// An open question whose answer stands out when a story is read.
    Open,
    /// About the teller or the place: role, sort of education, region.
    Background,
}

/// What can be answered to a question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Kind {
    /// One of the choices.
    Choice {
        /// In the order of the questionnaire.
        choices: Vec<Choice>,
    },
    /// Any number of the choices.
    Several {
        /// In the order of the questionnaire.
        choices: Vec<Choice>,
    },
    /// A whole number from 0 to 100.
    Slider {
        /// The words at 0.
        left: String,
        /// The words at 100.
        right: String,
    },
    /// Free text.
    Text,
}

/// One answer that a question offers.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Choice {
    /// Unique within the question.
    pub id: OptionId,
    /// The words of the answer.
    pub label: String,
}

impl Question {
    /// What can be chosen; nothing for sliders and texts.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice { choices } | Kind::Several { choices } => choices,
            Kind::Slider { .. } | Kind::Text => &[],
        }
    }
}
