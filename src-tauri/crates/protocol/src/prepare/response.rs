//! All responses as they were taken in, suspected or not, to look one up and to leave it out or put it back.

use serde::{Deserialize, Serialize};
use stories::QuestionId;
use ts_rs::TS;

use super::SuspicionLine;

/// Which responses are asked for.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct ResponseQuery {
    /// Words that all stand in title, text or open answers, in any case; or the number of a response, which comes first then. Empty for all.
    pub search: String,
    /// Only those that were left out.
    pub left_out: bool,
    /// The first line to return, from 0.
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// Responses as they were taken in, by number.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ResponsePage {
    /// How many fit the question.
    pub total: u32,
    /// How many of all are left out.
    pub left_out: u32,
    /// The lines that were asked for.
    pub lines: Vec<SuspicionLine>,
}

/// One response as a whole.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ResponseView {
    /// What is known of it; the text in it is cut.
    pub line: SuspicionLine,
    /// The whole text.
    pub text: String,
    /// Its answers, in the order of the questionnaire, open ones included.
    pub answers: Vec<ResponseAnswer>,
}

/// One answer, as it was taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ResponseAnswer {
    /// The question.
    pub question: QuestionId,
    /// Its words.
    pub label: String,
    /// What was answered, in words; several choices each on their own, a place on a slider as a number from 0 to 100.
    pub answer: Vec<String>,
    /// The words at 0 and at 100, where it is a place on a slider.
    pub ends: Option<(String, String)>,
}
