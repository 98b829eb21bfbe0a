//! The devices at the tables.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ParticipantId, SeatId, TableId};

/// What a device at a table is for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SeatKind {
    /// The own phone or tablet of one participant.
    Participant,
    /// The screen that a table shares.
    Scribe,
}

/// A device at a table. It comes back to the same seat after a reload, a locked screen or a crash.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Seat {
    /// The id.
    pub id: SeatId,
    /// The table; that of the participant, where it is somebody's.
    pub table: TableId,
    /// What it is for.
    pub kind: SeatKind,
    /// Whose it is; nobody's for the screen that a table shares.
    pub participant: Option<ParticipantId>,
}
