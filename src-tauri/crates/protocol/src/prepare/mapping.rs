//! From an export to responses: what each column is.

use intake::{
    Codebook, ColumnView, Delimiter, Encoding, Fit, Format, Rejected, Remark, SurveySource,
    Unmapped,
};
use preparation::SourceId;
use serde::{Deserialize, Serialize};
use stories::StoryId;
use ts_rs::TS;

/// The export that is being looked at, with what its columns are.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MappingView {
    /// The path of the file.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// How its letters are written; `None` for workbooks.
    pub encoding: Option<Encoding>,
    /// What stands between its cells; `None` for workbooks.
    pub delimiter: Option<Delimiter>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// All sheets.
    pub sheets: Vec<String>,
    /// The program that it came from, as far as that can be seen.
    pub source: SurveySource,
    /// How many header rows it has.
    pub header_rows: u8,
    /// How many rows, without the headers.
    pub rows: u32,
    /// Rows that could not be read at all.
    pub broken: Vec<Rejected>,
    /// What was noticed while reading.
    pub remarks: Vec<Remark>,
    /// What each column is, with examples and counts.
    pub columns: Vec<ColumnView>,
    /// The codebook as it stands: what is changed goes back in `SetItem` and `SetCodebook`.
    pub codebook: Codebook,
    /// How an earlier codebook fits; `None` where the proposal is the program's own.
    pub fit: Option<Fit>,
    /// What would come of it now.
    pub outcome: Outcome,
}

/// What would come of an export by the codebook as it stands.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Outcome {
    /// How many questions.
    pub questions: u32,
    /// How many stories.
    pub stories: u32,
    /// How many rows would be left behind, because something in them cannot be.
    pub rejected: u32,
    /// The first of those, at most 200.
    pub rows: Vec<Rejected>,
    /// Columns and answers that nothing would be made of, and columns that are not there.
    pub unmapped: Vec<Unmapped>,
    /// What was noticed.
    pub remarks: Vec<Remark>,
}

/// An export was taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TakenIn {
    /// The source that it became.
    pub source: SourceId,
    /// What came of it.
    pub outcome: Outcome,
    /// The number of its first story.
    pub first: Option<StoryId>,
}

/// Rows that were left behind when an export was taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RejectedPage {
    /// How many there are.
    pub total: u32,
    /// The lines that were asked for.
    pub lines: Vec<Rejected>,
    /// The columns and answers that nothing was made of.
    pub unmapped: Vec<Unmapped>,
}
