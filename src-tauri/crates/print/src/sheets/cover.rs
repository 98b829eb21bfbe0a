//! What the cover sheet of a print set says.

use crate::language::Language;

/// What to print on which paper and how often, for who stands at the printer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverSheet {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded.
    pub session: String,
    /// The region, already worded.
    pub region: String,
    /// What is printed, in the order in which it is printed.
    pub jobs: Vec<PrintJob>,
}

/// One file to print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintJob {
    /// What it is, such as "Stembladen".
    pub what: String,
    /// The file, such as "stemmen.pdf".
    pub file: String,
    /// The paper.
    pub paper: Paper,
    /// On one side or on both.
    pub sides: Sides,
    /// Whether it needs a printer with colour.
    pub colour: bool,
    /// How many pages the file has.
    pub pages: u32,
    /// How often it is printed.
    pub copies: u32,
}

impl PrintJob {
    /// How many sheets of paper it takes.
    #[must_use]
    pub fn sheets(&self) -> u64 {
        let one = match self.sides {
            Sides::One => u64::from(self.pages),
            Sides::Two => u64::from(self.pages.div_ceil(2)),
        };
        one.saturating_mul(u64::from(self.copies))
    }
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// 594 by 841 mm.
    A1,
    /// 297 by 420 mm.
    A3,
    /// 210 by 297 mm.
    #[default]
    A4,
}

impl Paper {
    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A1 => "A1",
            Self::A3 => "A3",
            Self::A4 => "A4",
        }
    }

    /// Its short and its long side in millimetres (ISO 216).
    #[must_use]
    pub const fn size_mm(self) -> (f64, f64) {
        match self {
            Self::A1 => (594.0, 841.0),
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
        }
    }
}

/// Which sides of the paper are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sides {
    /// The front only.
    #[default]
    One,
    /// Both.
    Two,
}
