//! How requests and replies travel between a page and the program over a WebSocket: one JSON text a message.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// The page fell behind: everything must be asked for again. The connection closes after this.
    Behind,
}
