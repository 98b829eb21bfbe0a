//! Patterns: pairs of questions whose answers fall together more, or less, often than expected.

use patterns::{Method, Pattern, Shift};
use preparation::{PatternKey, TriageMark};
use serde::{Deserialize, Serialize};
use stories::{Chart, ChartSpec, Condition, Filter, ObservationId, QuestionId};
use ts_rs::TS;

/// Which patterns are asked for.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct PatternQuery {
    /// Only these stories are looked at.
    pub filter: Filter,
    /// The same in words that can be typed (`good >= 60 and role = parent`); empty for none. Both count.
    pub expr: String,
    /// Within each answer to this question: patterns of three questions.
    pub third: Option<QuestionId>,
    /// The order.
    pub sort: PatternSort,
    /// Only patterns with this question.
    pub question: Option<QuestionId>,
    /// Only with this test.
    pub method: Option<Method>,
    /// Only with this decision.
    pub triage: TriageChoice,
    /// Whether patterns that may be chance (by the false discovery rate) are left out.
    pub hide_chance: bool,
    /// Whether pairs of which one answer always follows from the other are left out.
    pub hide_follows: bool,
    /// Whether pairs in which only the background of the teller takes part are left out.
    pub hide_background: bool,
    /// Words to look for in the names of the questions; empty for all.
    pub search: String,
    /// The first line to return, from 0.
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// The order of patterns.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PatternSort {
    /// The strongest effect first.
    #[default]
    Effect,
    /// Where the selection differs most from all stories first.
    Shift,
    /// In the order of the questionnaire.
    Questions,
    /// The most stories first.
    Stories,
}

/// Which decisions about patterns are looked at.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TriageChoice {
    /// All.
    #[default]
    All,
    /// All but those that are not worth an observation.
    NotNo,
    /// Those without a decision.
    Open,
    /// Those that are worth an observation.
    Yes,
    /// Perhaps.
    Maybe,
    /// Those that are not.
    No,
}

/// Patterns.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PatternPage {
    /// How many fit the question.
    pub total: u32,
    /// How many pairs were tested.
    pub tests: u32,
    /// How many pairs had too few answers for a test.
    pub untested: u32,
    /// How many stand at the false discovery rate.
    pub standing: u32,
    /// How many stories are in the selection.
    pub stories: u32,
    /// How many there are in all.
    pub of: u32,
    /// The selection, with what was typed in it.
    pub filter: Filter,
    /// How many are decided on.
    pub triaged: TriageCount,
    /// The lines that were asked for.
    pub lines: Vec<PatternLine>,
}

/// How many patterns are decided on.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TriageCount {
    /// Worth an observation.
    pub yes: u32,
    /// Perhaps.
    pub maybe: u32,
    /// Not.
    pub no: u32,
}

/// One pattern in a list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PatternLine {
    /// What was found.
    pub pattern: Pattern,
    /// What a decision about it is kept under.
    pub key: PatternKey,
    /// The short words of the two questions, that of the rows first; for one option of several with the option behind it.
    pub names: (String, String),
    /// For a pattern of three questions: the third and its answer, in words.
    pub within: Option<String>,
    /// A chart that suits it, over the selection.
    pub chart: Chart,
    /// What was decided; `None` while that is open.
    pub triage: Option<TriageMark>,
    /// The preparer's note; may be empty.
    pub note: String,
    /// The observations that were made of it.
    pub observations: Vec<ObservationId>,
    /// Its strength over all stories, where only a selection is looked at and the pair was tested there.
    pub whole: Option<f64>,
}

/// One pattern, opened.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PatternView {
    /// As in the list.
    pub line: PatternLine,
    /// All cells: the answers to one question beside those to the other; `None` where a slider takes part. The `select` of a cell gives
    /// its stories.
    pub cells: Option<Chart>,
    /// Other charts of the same two questions, for an observation.
    pub others: Vec<PatternChart>,
    /// Third questions within which the pair differs most, the largest difference first; at most eight.
    pub thirds: Vec<ThirdLine>,
}

/// A chart with how it is made.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PatternChart {
    /// How it is made: what an observation takes over.
    pub spec: ChartSpec,
    /// The chart.
    pub chart: Chart,
}

/// A question within whose answers a pair may differ.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ThirdLine {
    /// The third question.
    pub question: QuestionId,
    /// Its short words.
    pub name: String,
    /// How far the strengths within its answers lie apart, 0 to 1.
    pub difference: f64,
}

/// A pair within each answer to a third question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ThreeView {
    /// The pair over the whole selection.
    pub line: PatternLine,
    /// The third question.
    pub third: QuestionId,
    /// Its short words.
    pub name: String,
    /// For each of its answers the pair, in the order of the answers.
    pub parts: Vec<ThreePart>,
}

/// A pair within one answer to a third question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ThreePart {
    /// The answer.
    pub within: Condition,
    /// Its words.
    pub label: String,
    /// How many stories gave it.
    pub stories: u32,
    /// What was found; `None` where there were too few for a test.
    pub pattern: Option<Pattern>,
    /// The chart of the pair within this answer, the same for all answers.
    pub chart: Chart,
}

/// A selection beside the whole: observation by observation, the largest shift first.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BesideView {
    /// The selection, with what was typed in it.
    pub filter: Filter,
    /// How many stories are in it.
    pub stories: u32,
    /// How many there are in all.
    pub of: u32,
    /// The observations.
    pub lines: Vec<BesideLine>,
}

/// What was seen and what is seen now.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BesideLine {
    /// The observation.
    pub observation: ObservationId,
    /// Its words.
    pub text: String,
    /// Both charts, and how far they lie apart.
    pub shift: Shift,
}
