//! Why a request failed. Codes with parameters; the words are in the locale files under `failure.<code>`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workshop::Refusal;

/// Why a request failed.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export)]
pub enum Failure {
    /// The rules of the session say no; nothing changed. The words are under `refusal.<code>`.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// This caller may not ask this.
    NotAllowed,
    /// The same command id came before with other contents.
    IdReused,
    /// No session is open.
    NoSession,
    /// No snapshot is open.
    NoSnapshot,
    /// The snapshot that belongs to the session is not there; reading stories must wait for it.
    OtherSnapshot {
        /// The name of the one that is needed.
        name: String,
    },
    /// The thing is not in the snapshot.
    NotInSnapshot {
        /// What was asked for.
        what: String,
    },
    /// The file is not there.
    FileMissing {
        /// Its path.
        path: String,
    },
    /// The file exists already and is not overwritten.
    FileExists {
        /// Its path.
        path: String,
    },
    /// The file is not what it should be. The words are under `file.<reason>`.
    BadFile {
        /// Its path.
        path: String,
        /// The code of the reason.
        reason: String,
        /// What the words have places for.
        #[serde(default)]
        params: BTreeMap<String, String>,
    },
    /// Another running program has the session open.
    FileInUse {
        /// Its path.
        path: String,
    },
    /// Nothing can be written: the disk is full or refuses. Nothing more is acknowledged until it can.
    CannotWrite {
        /// Its path.
        path: String,
    },
    /// The device has no seat (any more): it must join again.
    SeatGone,
    /// Another device has the place of this person. The facilitator can free it.
    NameTaken,
    /// The laptop is on no network that devices could use.
    NoNetwork,
    /// No port could be opened for devices.
    NoPort,
    /// The LAN is off.
    LanOff,
    /// More than fits, or faster than is taken.
    TooMuch,
    /// The file is not a picture that can be kept: JPEG, PNG or WebP, at most 4 MB.
    NotAPhoto,
    /// A part of a photo is missing; it must be sent from the first part.
    PhotoBroken,
    // ---- preparing -----------------------------------------------------------------------------------------------------------
    /// The snapshot is encrypted: ask again with the words that open it.
    Locked {
        /// Its path.
        path: String,
    },
    /// These words do not open it.
    WrongPassphrase {
        /// Its path.
        path: String,
    },
    /// No draft is open.
    NoDraft,
    /// No export is being looked at.
    NoExport,
    /// The rules of preparing say no; nothing changed. The words are under `refusal.<code>`, as those of a session.
    Unprepared {
        /// Why.
        refusal: preparation::Refusal,
    },
    /// Columns cannot be put together or taken apart; nothing changed. The words are under `refusal.<code>`.
    Ungrouped {
        /// Why.
        refusal: intake::ColumnRefusal,
    },
    /// Rows cannot be taken in; nothing was. Ask again to leave them behind, or change what their columns are.
    BadRows {
        /// How many.
        count: u32,
    },
    /// Nothing would come of the export: no column is a story, or no row is left.
    NothingToTake,
    /// What was typed to select stories cannot be understood.
    BadExpression {
        /// Where it goes wrong, and what belongs there.
        sentence: patterns::Sentence,
    },
    /// Something must be done before publishing: see the check list.
    NotReady {
        /// How many things.
        count: u32,
    },
    /// What would be published does not hold together.
    CannotBuild {
        /// What the program knows of it, in English.
        detail: String,
    },
    /// The request cannot be understood: the screen is of another version than the program.
    BadRequest,
    /// A defect of the program; `trace` helps who mends it.
    Defect {
        /// What the program knows of it, in English.
        trace: String,
    },
}
