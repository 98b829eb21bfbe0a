//! An export as a table: headers and cells as they stand in the file, with what was found out about the file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ColumnKey, Delimiter, Encoding, Rejected, Remark};

/// An export that was read: headers and cells, nothing interpreted yet.
#[derive(Clone, Debug)]
pub struct Export {
    /// The name of the file, without its folder.
    pub name: String,
    /// The format of the file.
    pub format: Format,
    /// How letters were written; `None` for workbooks, which say so themselves.
    pub encoding: Option<Encoding>,
    /// What stood between cells; `None` for workbooks.
    pub delimiter: Option<Delimiter>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// All sheets of the workbook.
    pub sheets: Vec<String>,
    /// Which program wrote it, as far as its columns say.
    pub source: SurveySource,
    /// The number of header rows.
    pub header_rows: u8,
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
    /// Rows that could not be read as a row at all.
    pub broken: Vec<Rejected>,
    /// What was noticed while reading.
    pub remarks: Vec<Remark>,
    pub(crate) cells: Cells,
}

/// The format of a file.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "TableFormat")]
pub enum Format {
    /// Text with delimiters.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
}

/// Which program wrote an export.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SurveySource {
    /// SurveyMonkey: question and answer in two header rows.
    SurveyMonkey,
    /// Qualtrics: three header rows, the last with import ids.
    Qualtrics,
    /// Microsoft Forms.
    Forms,
    /// Google Forms.
    Google,
    /// KoboToolbox or ODK.
    Kobo,
    /// LimeSurvey.
    LimeSurvey,
    /// NarraFirma, a stories file that a story form describes.
    NarraFirma,
    /// NarraFirma, its own export.
    NarraFirmaExport,
    /// SenseMaker.
    SenseMaker,
    /// Something else, or a table made by hand.
    Plain,
}

/// One column of an export.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Column {
    /// The text in each header row, as it stands in the file.
    pub headers: Vec<String>,
    /// How the column is found again in the next export.
    pub key: ColumnKey,
}

/// All cells, row after row, in one piece of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    pub(crate) text: String,
    /// Where each cell stands in the text.
    pub(crate) spans: Vec<(u32, u32)>,
    /// The row in the file of each row, from 1.
    pub(crate) rows: Vec<u32>,
    pub(crate) width: usize,
}

impl Export {
    /// The number of rows, without headers.
    pub fn len(&self) -> usize {
        self.cells.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.cells.rows.is_empty()
    }

    /// The row in the file, from 1, of a row counted from 0; 0 where there is none.
    pub fn row_number(&self, row: usize) -> u32 {
        self.cells.rows.get(row).copied().unwrap_or(0)
    }

    /// What stands in a cell, without white space around it; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.cells.width {
            return "";
        }
        let (from, to) = self
            .cells
            .spans
            .get(row * self.cells.width + column)
            .copied()
            .unwrap_or((0, 0));
        self.cells
            .text
            .get(from as usize..to as usize)
            .unwrap_or("")
    }

    /// The cells of a column, from top to bottom.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.len()).map(move |row| self.cell(row, column))
    }
}
