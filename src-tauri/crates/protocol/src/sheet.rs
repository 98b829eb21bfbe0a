//! Posters on their way to a screen or a printer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workshop::{FieldName, TableId};

/// A poster as it comes out of the printer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PosterPreview {
    /// The page as SVG, drawn from the same glyphs as the PDF.
    pub svg: String,
    /// What does not fit.
    pub warnings: Vec<SheetWarning>,
}

/// Something on a sheet that a person must look at before it is printed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SheetWarning {
    /// The table.
    pub table: Option<TableId>,
    /// A code; the words are under `sheet_warning.<code>`.
    pub code: String,
    /// The part of the sheet: a field of the poster or another part, by its key under `poster.`.
    pub field: String,
    /// How many characters it is about, where it is a number.
    pub count: u32,
}

/// Files that were written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Printed {
    /// Their paths.
    pub paths: Vec<String>,
    /// What does not fit.
    pub warnings: Vec<SheetWarning>,
}

/// A hint to make a proposal more concrete or smaller; it never blocks.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Advice {
    /// The field it is about.
    pub field: FieldName,
    /// What it is about; the words are under `advice.<kind>`.
    pub kind: AdviceKind,
    /// The word or words in the text that gave rise to it; may be empty.
    pub word: String,
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AdviceKind {
    /// No day is named.
    NoDate,
    /// No person is named.
    NoPerson,
    /// Leans on permission that others must give.
    Permission,
    /// Leans on money that is not there.
    Money,
    /// A word that says little: 'betere', 'meer aandacht', 'zou moeten'.
    Vague,
    /// Large: 'alle scholen', 'heel Nederland'.
    Large,
    /// Long for a poster.
    Long,
}
