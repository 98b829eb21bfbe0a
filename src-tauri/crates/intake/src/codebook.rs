//! The codebook: what each column of an export is. Proposed by the program, changed by the preparer, used again for the next export.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use stories::{Group, OptionId, QuestionId};
use ts_rs::TS;

use crate::{Error, Export, SurveySource};

/// What each column of an export is; saved as JSON beside it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Codebook {
    /// The version of this form of writing, now [`Codebook::VERSION`].
    pub version: u32,
    /// Which program wrote the export that it was made for.
    pub source: SurveySource,
    /// The number of header rows of that export.
    pub header_rows: u8,
    /// What a story's text is where no column holds one.
    pub without_story: WithoutStory,
    /// One for each column or group of columns, in the order of the questionnaire.
    pub items: Vec<CodebookItem>,
}

/// What a story's text is where no column holds one.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum WithoutStory {
    /// The longest of the answers to open questions; it stays an answer too.
    LongestAnswer,
    /// Nothing.
    Empty,
}

/// A column or group of columns, and what it is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CodebookItem {
    /// The columns, in the order of the export. A column may serve two items, such as 'other, namely' as a choice and as a text.
    pub columns: Vec<ColumnKey>,
    /// What they are.
    pub plan: Plan,
}

/// How a column is found again in the next export.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct ColumnKey {
    /// The first header row, of this column or of the group it stands in.
    pub header: String,
    /// The second header row; empty where there is one header row only.
    pub second: String,
    /// Counted from 0 among columns with the same headers.
    pub nth: u32,
}

/// What a column or group of columns is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "ColumnPlan")]
pub enum Plan {
    /// The answers to a question.
    Question {
        /// The question.
        question: QuestionPlan,
    },
    /// The text of the story.
    Story,
    /// The title of the story.
    Title,
    /// The day it was told.
    Told {
        /// How dates are written, in the whole column.
        order: DateOrder,
    },
    /// Who answered; it never goes into a snapshot.
    Participant,
    /// Not taken in.
    LeftOut {
        /// Why.
        reason: LeftOut,
    },
}

/// A question, and how its answers are written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionPlan {
    /// The id, unique within the codebook.
    pub id: QuestionId,
    /// The whole question as it was asked.
    pub text: String,
    /// Two or three words for chips, filters and chart headings.
    pub short: String,
    /// What the question is for.
    pub group: Group,
    /// How answers are written.
    pub coding: Coding,
    /// What counts as no answer beside an empty cell, such as 'n.v.t.'; case and spaces make no difference.
    pub missing: Vec<String>,
}

/// How the answers to a question are written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Coding {
    /// One of the choices.
    Choice {
        /// In a sensible order.
        choices: Vec<ChoicePlan>,
        /// Where the answers stand.
        layout: Layout,
    },
    /// Any number of the choices, at most 64.
    Several {
        /// In a sensible order.
        choices: Vec<ChoicePlan>,
        /// Where the answers stand.
        layout: Layout,
    },
    /// A number on a scale. It is brought to 0–100: `round(100 · (x − from) / (to − from))`, halves up.
    Slider {
        /// The words at 0.
        left: String,
        /// The words at 100.
        right: String,
        /// The number that becomes 0; larger than `to` where the scale runs the other way.
        from: f64,
        /// The number that becomes 100.
        to: f64,
        /// Numbers that are written with words, such as '1 = helemaal niet', or as words only.
        labels: Vec<ScaleLabel>,
    },
    /// Free text.
    Text,
}

/// One answer that can be chosen.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ChoicePlan {
    /// Unique within the question.
    pub id: OptionId,
    /// The words of the answer.
    pub label: String,
    /// How it is written in a cell; case and spaces make no difference.
    pub values: Vec<String>,
    /// The columns that stand for it, counted from 0 within the item (layout `columns` only).
    pub columns: Vec<u32>,
}

/// Where the answers to a choice question stand.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Layout {
    /// The whole text of one cell is the answer.
    Cell,
    /// One cell holds all answers, with this between them. An answer may hold it too: the known answers decide, the longest first.
    Delimited {
        /// What stands between two answers.
        separator: String,
        /// Whether numbers stand for the answers. Each choice has its numbers among its values; another number is an error.
        indexed: bool,
    },
    /// One column for each choice.
    Columns {
        /// What a cell says that does not choose it, such as `0` or 'no'; an empty cell never does.
        no: Vec<String>,
    },
    /// Several columns, each with one answer.
    Repeated,
    /// Three columns with the shares of the corners of a triangle, 0–100. The choices are the three corners (a share of at least 60), the
    /// edges opposite to each corner (a share of at most 10 there), and the middle, in this order.
    Zone,
}

/// A number of a scale, and how it is written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScaleLabel {
    /// How it is written in a cell; case and spaces make no difference.
    pub value: String,
    /// The number.
    pub number: f64,
}

/// How dates are written.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DateOrder {
    /// Year, month, day.
    Iso,
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
    /// Milliseconds since 1970 (UTC).
    EpochMillis,
}

/// Why a column is not taken in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "WhyLeftOut")]
pub enum LeftOut {
    /// It may say who answered: a name, an address, a place on the map.
    Personal,
    /// It says something of the survey program, not of the story.
    Technical,
    /// No cell is filled.
    Empty,
    /// It says again what other columns say.
    Twice,
    /// The preparer left it out.
    Decided,
}

impl LeftOut {
    /// All of them, for the test that every language has words for them.
    pub const CODES: &[&str] = &["personal", "technical", "empty", "twice", "decided"];
}

impl Codebook {
    /// The version that this program writes.
    pub const VERSION: u32 = 1;

    /// The codebook as it is saved.
    ///
    /// # Errors
    /// [`Error::Codebook`] where a number in it cannot be written.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string_pretty(self).map_err(broken)
    }

    /// A saved codebook.
    ///
    /// # Errors
    /// [`Error::CodebookNewer`] and [`Error::Codebook`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let Versioned { version } = serde_json::from_slice(bytes).map_err(broken)?;
        if version > Self::VERSION {
            return Err(Error::CodebookNewer {
                found: version,
                known: Self::VERSION,
            });
        }
        serde_json::from_slice(bytes).map_err(broken)
    }

    /// Says what columns of an export are, in place of what was said of them before.
    pub(crate) fn replace(&mut self, export: &Export, columns: &[usize], plan: Plan) {
        self.release(export, columns);
        let keys: Vec<ColumnKey> = columns
            .iter()
            .filter_map(|column| export.columns.get(*column))
            .map(|column| column.key.clone())
            .collect();
        // Items stand in the order of the columns.
        let first = columns.iter().min().copied().unwrap_or(0);
        let before: BTreeSet<&ColumnKey> = export
            .columns
            .iter()
            .take(first)
            .map(|column| &column.key)
            .collect();
        let place = self
            .items
            .iter()
            .rposition(|item| item.columns.iter().any(|key| before.contains(key)))
            .map_or(0, |last| last + 1);
        let item = CodebookItem {
            columns: keys,
            plan,
        };
        self.items.insert(place, item);
    }

    /// Forgets what was said of columns of an export.
    pub(crate) fn release(&mut self, export: &Export, columns: &[usize]) {
        let keys: BTreeSet<&ColumnKey> = columns
            .iter()
            .filter_map(|column| export.columns.get(*column))
            .map(|column| &column.key)
            .collect();
        self.items
            .retain(|item| !item.columns.iter().any(|key| keys.contains(key)));
    }

    /// The ids of all questions.
    pub(crate) fn ids(&self) -> BTreeSet<String> {
        self.questions()
            .map(|question| question.id.0.clone())
            .collect()
    }

    /// The questions that it plans, in order.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionPlan> {
        self.items.iter().filter_map(|item| match &item.plan {
            Plan::Question { question } => Some(question),
            Plan::Story
            | Plan::Title
            | Plan::Told { .. }
            | Plan::Participant
            | Plan::LeftOut { .. } => None,
        })
    }
}

fn broken(error: serde_json::Error) -> Error {
    Error::Codebook {
        detail: error.to_string(),
    }
}
