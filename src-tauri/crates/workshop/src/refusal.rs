//! Why a command is not carried out. Codes with parameters; the words are in the locale files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command is not carried out. Nothing has changed then.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export)]
pub enum Refusal {
    /// There is no session yet.
    NoSession,
    /// There is a session already.
    SessionExists,
    /// The thing is not there (any more).
    Gone {
        /// What sort of thing: `table`, `note`, ….
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
    /// The things belong to different tables.
    OtherTable,
    /// Exactly three perspectives are needed.
    NotThree {
        /// How many there are.
        chosen: u8,
    },
    /// The choice is fixed; it must be reopened first.
    ChoiceFixed,
    /// The vote is closed or shown; it must be reopened first.
    VoteClosed,
    /// No more dots than the limit.
    DotsSpent {
        /// The limit.
        limit: u8,
    },
    /// Something is named twice in a list where each may stand once.
    Twice,
    /// The field was changed by someone else meanwhile.
    FieldChanged {
        /// Its text now.
        text: String,
        /// Its version now.
        version: u32,
    },
    /// The text was changed by someone else meanwhile.
    TextChanged {
        /// The text now.
        text: String,
    },
    /// There is nothing to undo or to do again.
    NothingToUndo,
    /// The table is in use.
    TableInUse,
    /// The agenda must hold every step once, in order, with at least one that is not skipped.
    BadAgenda,
    /// The day is not a day.
    BadDate,
    /// No more tables than twelve, no fewer than one.
    TableLimit,
    /// Another device has the place of this person.
    NameTaken,
    /// No more devices than this, in the session or at a table.
    SeatLimit {
        /// The most.
        limit: u8,
    },
    /// No more photos of a table than this.
    PhotoLimit {
        /// The most.
        limit: u8,
    },
}

impl From<typed::Refused> for Refusal {
    fn from(refused: typed::Refused) -> Self {
        match refused {
            typed::Refused::Empty => Self::Empty,
            typed::Refused::TooLong { most } => Self::TooLong { most },
        }
    }
}
