//! What can go wrong while a sheet is made.

use thiserror::Error;

use crate::field::Field;

/// Why a sheet could not be made.
#[derive(Debug, Error)]
#[error("{kind}")]
pub struct Error {
    /// What went wrong.
    pub kind: ErrorKind,
}

/// The kinds of failure; the words for people are found by kind in the locale files.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A label or hint has no words in the chosen language.
    #[error("no words for {0}")]
    MissingWords(&'static str),
    /// There are no sheets, or more than one document holds.
    #[error("a document cannot hold {0} sheets")]
    SheetCount(usize),
    /// A text does not fit in the QR code that must hold it.
    #[error("a QR code cannot hold the {characters} characters of {field:?}")]
    CodeTooLong {
        /// What it is the text of.
        field: Field,
        /// How many characters it has.
        characters: usize,
    },
    /// A built-in font could not be read.
    #[error("the built-in font {0} cannot be read")]
    Font(&'static str),
    /// The PDF could not be put together.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind }
    }
}
