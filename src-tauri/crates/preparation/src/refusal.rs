//! Why a command is not carried out. Codes with parameters; the words are in the locale files, where a code that a session has
//! too has the same words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command is not carried out. Nothing has changed then.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export, rename = "PrepareRefusal")]
pub enum Refusal {
    /// The work has not begun yet.
    NoWork,
    /// The work began already.
    WorkExists,
    /// The thing is not there (any more).
    Gone {
        /// What sort of thing: `source`, `story`, `question`, `option`, `observation`, ….
        what: String,
    },
    /// The id is in use, or is not an id.
    BadId,
    /// A text is empty that may not be.
    Empty,
    /// A text is too long.
    TooLong {
        /// The most characters that fit.
        most: u32,
    },
    /// A number is out of its bounds.
    OutOfBounds {
        /// The lowest.
        least: i32,
        /// The highest.
        most: i32,
    },
    /// Something is named twice in a list where each may stand once.
    Twice,
    /// The list must hold all, each once.
    NotAll,
    /// The digest is none.
    BadDigest,
    /// The same file was taken in before.
    SameFile {
        /// The name that it had.
        file: String,
    },
    /// The story numbers are in use.
    NumbersTaken {
        /// The lowest offset that is free.
        next: u32,
    },
    /// A question has another kind here than there.
    OtherKind {
        /// The question.
        question: String,
    },
    /// Fewer than two options make no merge, and none make no question.
    TooFewOptions,
    /// A question has no options, or more than fit.
    TooManyOptions {
        /// The question.
        question: String,
    },
    /// At least one option must stay visible.
    AllHidden,
    /// The bins overlap, or are not in order.
    BadBins,
    /// A rule does not fit the question that it looks at.
    BadRule,
    /// A pattern needs different questions.
    BadPattern,
    /// There is nothing to undo or to do again.
    NothingToUndo,
}

impl From<typed::Refused> for Refusal {
    fn from(refused: typed::Refused) -> Self {
        match refused {
            typed::Refused::Empty => Self::Empty,
            typed::Refused::TooLong { most } => Self::TooLong { most },
        }
    }
}
