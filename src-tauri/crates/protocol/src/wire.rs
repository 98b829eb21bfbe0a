//! How requests and replies travel between a page and the program over a WebSocket: one JSON text a message.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use workshop::{SeatId, TableId};

use crate::{Push, Reply, Request};

/// The first message of a page: who it is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Hello {
    /// The first time with the token of the address, afterwards with the secret that was given for it.
    Hello {
        /// The one-time token out of the fragment of the address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        token: Option<String>,
        /// The secret of an earlier `welcome`, which the page keeps for as long as its tab lives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        secret: Option<String>,
    },
}

/// What a page asks after it was welcomed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Asked {
    /// A number that the page chooses; the answer carries it back.
    pub id: u64,
    /// What it asks.
    pub request: Request,
}

/// What the program sends to a page.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(untagged)]
#[ts(export)]
pub enum Told {
    /// The answer to a [`Hello`].
    Greeting(Greeting),
    /// The answer to an [`Asked`].
    Answer {
        /// The number of the question.
        id: u64,
        /// The answer.
        reply: Reply,
    },
    /// Something that was not asked for.
    Push {
        /// What.
        push: Push,
    },
}

/// Whether a page may stay.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Greeting {
    /// It may.
    Welcome {
        /// What to say hello with after a reload.
        secret: String,
    },
    /// The token or secret is not known (any more): the program prints a new address when it starts.
    Unknown,
}

/// The first message of a device on the LAN, in the open. With a nonce it asks to go on sealed, with the key that it has from a QR
/// code or an earlier seat; that it can read on proves that it has the key, which itself never crosses the network.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Knock {
    /// It scanned the code of a table.
    Table {
        /// The table.
        table: TableId,
        /// 16 random bytes, base64url.
        nonce: String,
    },
    /// It has a seat.
    Seat {
        /// The seat.
        seat: SeatId,
        /// 16 random bytes, base64url.
        nonce: String,
    },
    /// It is a projector.
    Screen {
        /// 16 random bytes, base64url.
        nonce: String,
    },
    /// Someone typed the code of a table; the connection stays open to read for who listens on the network, until the device
    /// comes back with its seat.
    Code {
        /// What was typed.
        code: String,
    },
    /// It only looks whether the laptop can be reached.
    Probe,
}

/// The answer to a [`Knock`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Knocked {
    /// From now on every message is sealed, both ways.
    Sealed {
        /// 16 random bytes, base64url.
        nonce: String,
    },
    /// It may go on in the open.
    Open,
    /// The laptop was reached.
    Seen,
    /// It may not come in. The connection closes after this.
    No {
        /// Why.
        why: NoEntry,
    },
}

/// Why a device may not come in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export)]
pub enum NoEntry {
    /// The code, seat or key is not known (any more).
    Unknown,
    /// Too many wrong codes were typed.
    Locked {
        /// In how many seconds it can be tried again.
        seconds: u32,
    },
    /// No session is open on the laptop.
    NoSession,
    /// Too many devices are connected.
    Full,
}
