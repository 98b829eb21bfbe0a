//! Questions as they were asked and as they will be published.

use preparation::{Derived, Little, QuestionEdit, Recode};
use serde::{Deserialize, Serialize};
use stories::{OptionId, Question, Uses};
use ts_rs::TS;

/// All questions with what was made of them.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionsView {
    /// All questions, those that are left out and those that were derived included, in the order of publishing.
    pub questions: Vec<QuestionLine>,
    /// How many stories stay.
    pub stories: u32,
    /// The questions that the program itself makes use of.
    pub uses: Uses,
    /// What the program proposes for those that are not said.
    pub proposed_uses: Uses,
}

/// One question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionLine {
    /// As it was taken in, or as it was derived.
    pub raw: Question,
    /// As it would be published; `None` where it is left out or nobody answered it.
    pub now: Option<Question>,
    /// How it is made, where it was derived.
    pub derived: Option<Derived>,
    /// Other words for it, where there are.
    pub edit: Option<QuestionEdit>,
    /// What was done to its options, where anything was.
    pub recode: Option<Recode>,
    /// How many stories that stay have an answer, as it would be published.
    pub answered: u32,
    /// The options as they were taken in; empty for texts and sliders.
    pub raw_options: Vec<OptionCount>,
    /// The options as they would be published; empty for texts and sliders.
    pub options: Vec<OptionCount>,
    /// For sliders: how many stories in each of ten neighbouring ranges (0–9, 10–19, … 90–100).
    pub spread: Vec<u32>,
    /// Whether it says too little, and what was decided about that.
    pub scope: ScopeLine,
}

/// One option of a question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OptionCount {
    /// The id.
    pub id: OptionId,
    /// The words.
    pub label: String,
    /// How many stories that stay chose it.
    pub count: u32,
    /// The same of each hundred that answered.
    pub per_hundred: u8,
    /// Whether fewer than 20 chose it: too few to see anything, better put together with another.
    pub thin: bool,
}

/// Whether a question stays.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScopeLine {
    /// Why the program proposes to leave it out; `None` where it says enough.
    pub little: Option<Little>,
    /// The words of the most given answer (for a slider its place, of a several-choice question all that was chosen together); empty
    /// where there is none.
    pub top: String,
    /// How many of each hundred gave it.
    pub top_per_hundred: u8,
    /// Whether it was decided that it stays all the same.
    pub kept: bool,
    /// Whether it is left out.
    pub out: bool,
}

impl ScopeLine {
    /// Whether a proposal to leave it out waits for a decision.
    pub fn is_open(&self) -> bool {
        self.little.is_some() && !self.out && !self.kept
    }
}
