//! From cells to questions and stories, by a codebook.

pub(crate) mod reader;
mod writer;

use serde::{Deserialize, Serialize};
use stories::{Question, QuestionId, Story, StoryId};
use ts_rs::TS;

use crate::{Codebook, ColumnKey, Export, Remark};
use reader::Wrong;
pub(crate) use reader::{Read, Reader, readers};
use writer::Writer;

/// What was taken in, and what was not.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Taken {
    /// The questions, in the order of the codebook.
    pub questions: Vec<Question>,
    /// The stories. The number is the place of the row in the export, from 1; a rejected row leaves its number free, so that numbers
    /// stay the same when the codebook is changed.
    pub stories: Vec<Story>,
    /// Where each story stands in the file.
    pub rows: Vec<TakenRow>,
    /// Rows that were left out.
    pub rejected: Vec<Rejected>,
    /// What the codebook does not know: columns that were not used, answers that were added to a question.
    pub unmapped: Vec<Unmapped>,
    /// What to tell the preparer.
    pub remarks: Vec<Remark>,
}

/// Where a story stands in the file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TakenRow {
    /// The story.
    pub story: StoryId,
    /// The row in the file, from 1.
    pub row: u32,
    /// Who answered, where a column says so; for the preparer only.
    pub participant: Option<String>,
}

/// A row that was left out, with the first thing that is wrong with it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Rejected {
    /// The row in the file, from 1.
    pub row: u32,
    /// The header of the column; empty where it is the row as a whole.
    pub column: String,
    /// What stands there, cut at 120 characters.
    pub value: String,
    /// What is wrong with it.
    pub reason: RejectReason,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RejectReason {
    /// It has more cells than there are columns.
    MoreCells,
    /// A cell is longer than a cell may be.
    LongCell,
    /// A slider has something else than a number.
    NotANumber,
    /// A slider has a number that is not on the scale.
    OffScale,
    /// A date cannot be read, or is no day.
    NotADate,
    /// A number stands for an answer that is not there.
    NoSuchOption,
    /// More answers are chosen, or new, than a question can have.
    TooManyOptions,
}

impl RejectReason {
    /// All of them, for the test that every language has words for them.
    pub const CODES: &[&str] = &[
        "more_cells",
        "long_cell",
        "not_a_number",
        "off_scale",
        "not_a_date",
        "no_such_option",
        "too_many_options",
    ];
}

/// What a codebook does not know.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Unmapped {
    /// A column that was not used.
    Column {
        /// Its headers.
        key: ColumnKey,
        /// How many cells are filled.
        filled: u32,
    },
    /// A column of the codebook that is not in the export.
    Absent {
        /// Its headers.
        key: ColumnKey,
    },
    /// An answer that was added at the end of its question.
    Option {
        /// The question.
        question: QuestionId,
        /// The answer.
        value: String,
        /// In how many rows.
        count: u32,
    },
}

/// Makes questions and stories of the cells. Rows with a cell that cannot be read are left out and listed; all others go in.
///
/// Answers that the codebook does not know are added at the end of their question and listed. Where no column holds the story,
/// [`Codebook::without_story`] says what its text is. Where none holds the title, the beginning of the text is the title.
pub fn take_in(export: &Export, codebook: &Codebook) -> Taken {
    let fit = codebook.fit_columns(export);
    let readers = readers(codebook, &fit);
    let mut writer = Writer::new(codebook, &fit);
    let mut rejected = export.broken.clone();
    for row in 0..export.len() {
        match readers
            .iter()
            .map(|reader| reader.read(export, row))
            .collect()
        {
            Ok(read) => {
                if let Err(wrong) = writer.write(export, row, &readers, read) {
                    rejected.push(wrong.at(export, row));
                }
            }
            Err(wrong) => {
                let wrong: Wrong = wrong;
                rejected.push(wrong.at(export, row));
            }
        }
    }
    rejected.sort_by_key(|one| one.row);
    writer.finish(&fit, rejected)
}
