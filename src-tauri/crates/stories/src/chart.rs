//! The chart model: one set of rows that screens draw and paper prints.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Condition, OptionId, QuestionId};

/// How a chart is made from the answers; part of an observation, so that a chart is never typed in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum ChartSpec {
    /// For each choice of `rows`: of the stories with that answer (and an answer to the questions of `hit`), how many fulfil `hit`.
    Share {
        /// The question whose choices are the bars (choice or several).
        rows: QuestionId,
        /// The choices to show, in this order; empty means all.
        only: Vec<OptionId>,
        /// What is counted.
        hit: Condition,
        /// What is counted, in plain words, such as 'goed tot perfect'.
        hit_label: String,
        /// Only stories that fulfil all of these are looked at.
        within: Vec<Condition>,
    },
    /// How the answers to one choice question are spread.
    Spread {
        /// The question whose choices are the bars (choice or several).
        question: QuestionId,
        /// The choices to show, in this order; empty means all.
        only: Vec<OptionId>,
        /// Only stories that fulfil all of these are looked at; with conditions, the expected share is that of all stories.
        within: Vec<Condition>,
    },
    /// How the places on a slider are spread, in bins.
    Ranges {
        /// The slider question.
        question: QuestionId,
        /// The inclusive bounds of the bins with the words for each, in order.
        bins: Vec<(u8, u8, String)>,
        /// Only stories that fulfil all of these are looked at; with conditions, the expected share is that of all stories.
        within: Vec<Condition>,
    },
    /// For each choice of `rows`: how the answers to `columns` are spread.
    Cells {
        /// The question whose choices are the rows (choice or several).
        rows: QuestionId,
        /// The choices to show as rows; empty means all.
        only_rows: Vec<OptionId>,
        /// The question whose choices are the columns (choice or several).
        columns: QuestionId,
        /// The choices to show as columns; empty means all.
        only_columns: Vec<OptionId>,
        /// Only stories that fulfil all of these are looked at.
        within: Vec<Condition>,
    },
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ChartKind {
    /// One bar a row.
    Bars,
    /// One bar a row; rows are neighbouring ranges of a slider.
    Ranges,
    /// A table of cells, shaded by share.
    Cells,
}

/// A chart with all its figures; whoever draws it computes nothing.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// The question behind the rows, in short words.
    pub title: String,
    /// What the bars count, in plain words ('goed tot perfect'); empty where the row's own label says it.
    pub counted: String,
    /// The labels of the columns; empty but for `Cells`.
    pub columns: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<ChartRow>,
    /// The number of stories that the chart looks at.
    pub total: u32,
    /// Whether other conditions than the chart's own narrow the stories down.
    pub filtered: bool,
}

/// One row of a chart.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ChartRow {
    /// The words of the answer or the range.
    pub label: String,
    /// One cell, or for `Cells` one a column.
    pub cells: Vec<ChartCell>,
}

/// One bar or one cell of a chart.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ChartCell {
    /// The number of stories counted.
    pub count: u32,
    /// The number of stories that it is a share of.
    pub of: u32,
    /// How many of each hundred: `count / of`, rounded half up; 0 where `of` is 0.
    pub per_hundred: u8,
    /// What it would be if this row were like all stories together, of each hundred; `None` where there is nothing to compare with.
    pub expected: Option<u8>,
    /// Whether `of` is below 30: an indication ('aanwijzing'), below 20 no share is shown at all.
    pub few: Few,
    /// The conditions that select exactly the counted stories.
    pub select: Vec<Condition>,
}

/// How far a share can be relied on.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Few {
    /// 30 answers or more.
    Enough,
    /// 20 to 29 answers: an indication.
    Indication,
    /// Fewer than 20 answers: no share is shown.
    TooFew,
}
