//! What the facilitator's desk watches.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workshop::{Step, TableId};

/// What the desk shows of the tables beside their own entities, worked out at one moment.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Watch {
    /// The laptop's clock (milliseconds since 1970).
    pub now: u64,
    /// One for each table, in order.
    pub tables: Vec<WatchTable>,
    /// What asks for attention, the most urgent first.
    pub items: Vec<WatchItem>,
}

/// How far one table is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WatchTable {
    /// The table.
    pub table: TableId,
    /// For gather, browse, converge and change: how far, of each hundred.
    pub progress: [u8; 4],
    /// How many stories it has opened.
    pub stories: u32,
    /// How many notes it has.
    pub notes: u32,
    /// How many clusters it has.
    pub clusters: u32,
    /// How many ideas it has.
    pub ideas: u32,
    /// How many of the fields of its poster are filled.
    pub fields: u32,
    /// The last thing that it wrote, in its own words; may be empty.
    pub last: String,
    /// When it last did anything (milliseconds since 1970).
    pub active: Option<u64>,
}

/// Something that asks for the facilitator's attention; the words are under `watch.<code>`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export)]
pub enum WatchItem {
    /// A table asks for help.
    Help {
        /// The table.
        table: TableId,
        /// For how many minutes.
        minutes: u32,
        /// What it is about; may be empty.
        about: String,
    },
    /// A table in browse has opened nothing new for a while.
    NothingNew {
        /// The table.
        table: TableId,
        /// For how many minutes.
        minutes: u32,
    },
    /// A table in browse or later has not heard a voice.
    NotHeard {
        /// The table.
        table: TableId,
        /// The label of the role type, from the snapshot.
        voice: String,
    },
    /// A table reads and takes no notes.
    NoNotes {
        /// The table.
        table: TableId,
        /// How many stories it has read.
        stories: u32,
    },
    /// A table has not done anything for a while.
    Silent {
        /// The table.
        table: TableId,
        /// For how many minutes.
        minutes: u32,
    },
    /// A table is a step behind the room.
    Behind {
        /// The table.
        table: TableId,
        /// Where it is.
        step: Step,
    },
    /// A table has not fixed its three while the time for it is nearly up.
    NotChosen {
        /// The table.
        table: TableId,
        /// How many it has.
        chosen: u8,
    },
    /// The time of the step is nearly up, or over.
    Time {
        /// Minutes left; negative when over.
        minutes: i32,
    },
    /// How many posters are ready.
    Posters {
        /// So many.
        ready: u32,
        /// Of so many.
        of: u32,
    },
}
