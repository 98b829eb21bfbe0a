//! What is read from the snapshot.

use serde::{Deserialize, Serialize};
use stories::{
    About, Chart, Filter, Interpretation, ObservationId, PerspectiveId, Question, QuestionId,
    ReadingOrder, StoryId,
};
use ts_rs::TS;
use workshop::TableId;

/// The snapshot without its stories: what every screen needs, once.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SnapshotView {
    /// What it is.
    pub about: About,
    /// Its content hash.
    pub hash: String,
    /// The number of stories.
    pub stories: u32,
    /// The questions.
    pub questions: Vec<Question>,
    /// The perspectives with their charts.
    pub perspectives: Vec<SetView>,
}

/// A perspective with its charts worked out over all stories.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SetView {
    /// The id.
    pub id: PerspectiveId,
    /// What its cards are marked with on paper, such as `P4`.
    #[serde(default)]
    pub code: String,
    /// The full name.
    pub name: String,
    /// The short name.
    pub short: String,
    /// The linking question.
    pub question: String,
    /// The observations.
    pub observations: Vec<ChartOf>,
    /// The supporting stories.
    pub support: Vec<StoryId>,
}

/// An observation with its chart.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ChartOf {
    /// The id.
    pub id: ObservationId,
    /// What it is marked with on paper, such as `P4-2`; its interpretations add a letter in their order, such as `P4-2b`.
    #[serde(default)]
    pub code: String,
    /// The sentence.
    pub text: String,
    /// The chart.
    pub chart: Chart,
    /// The interpretations.
    pub interpretations: Vec<Interpretation>,
}

/// Which stories a list begins with, before filter and search.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum StoryPool {
    /// All.
    #[default]
    All,
    /// The supporting stories of a perspective.
    Support {
        /// Which.
        perspective: PerspectiveId,
    },
    /// Those that a table keeps at hand.
    Kept {
        /// Which table.
        table: TableId,
    },
}

/// A question for a list of stories.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct StoryQuery {
    /// Where it begins.
    pub pool: StoryPool,
    /// Conditions; the `select` of a chart cell goes in here.
    pub filter: Filter,
    /// Words to search for; empty for none.
    pub search: String,
    /// Whether stories of the session's own region come first.
    pub own_region_first: bool,
    /// The order otherwise; `given` is that of the pool.
    pub order: ReadingOrder,
    /// The first line to return, from 0.
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// An answer to a [`StoryQuery`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StoryList {
    /// All that fit, in the order of reading.
    pub ids: Vec<StoryId>,
    /// The lines that were asked for.
    pub lines: Vec<StoryLine>,
}

/// A story in a list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StoryLine {
    /// The number.
    pub id: StoryId,
    /// The title.
    pub title: String,
    /// Who, which education, which region: the words that are known, in that order.
    pub teller: Vec<String>,
    /// The first words, or the words around what was searched for.
    pub excerpt: String,
    /// What was found in the excerpt: pairs of UTF-16 code units, first and behind the last.
    pub found: Vec<(u32, u32)>,
    /// How many words the story has.
    pub words: u32,
}

/// A story made for reading.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StoryView {
    /// The number.
    pub id: StoryId,
    /// The title.
    pub title: String,
    /// The text; paragraphs are separated by an empty line.
    pub text: String,
    /// Who, which education, which region.
    pub teller: Vec<String>,
    /// What a quote may say of its teller: who and which education, never the region; with a role it could be too much.
    #[serde(default)]
    pub quoted: Vec<String>,
    /// The role type of the teller: whose voice it is.
    pub voice: Option<stories::OptionId>,
    /// The answers to open questions.
    pub open: Vec<OpenAnswer>,
    /// The other answers, in the order of the questionnaire.
    pub chips: Vec<Chip>,
    /// What was found in title, text and open answers.
    pub found: Vec<Ranges>,
}

/// An answer to an open question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OpenAnswer {
    /// The question.
    pub question: QuestionId,
    /// Its words.
    pub label: String,
    /// The answer.
    pub text: String,
}

/// An answer as a chip.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Chip {
    /// The question.
    pub question: QuestionId,
    /// The question in short words.
    pub label: String,
    /// The answer in words, or the number of a slider.
    pub answer: String,
    /// The place on a slider, where it is one.
    pub slider: Option<u8>,
}

/// What a search found in one part of a story.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Ranges {
    /// `title`, `text`, or the id of the open question.
    pub part: String,
    /// Pairs of UTF-16 code units, first and behind the last.
    pub ranges: Vec<(u32, u32)>,
}
