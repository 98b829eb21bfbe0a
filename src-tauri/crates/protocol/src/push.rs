//! What the program says without being asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Delta, Typist};

/// What the program says without being asked.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Push {
    /// The session changed.
    Delta(Delta),
    /// Another session or snapshot was opened, or closed: ask for `Home` and `View` again.
    Opened,
    /// Who types where now, all of them.
    Typing(Vec<Typist>),
    /// Something of the LAN changed: ask for `Lan` or `Screen` again.
    Lan,
    /// The addresses (`host` or `host:port`) at which the laptop can be reached, for when the one in use no longer works.
    Addresses(Vec<String>),
    /// Whether nothing can be written at the moment: the disk is full or refuses. Only the desk hears this.
    Failing(bool),
    /// A longer piece of work goes on: so much done of so much.
    Progress {
        /// What is done, a key of the locale files: `progress.<what>`.
        what: String,
        /// How much is done.
        done: u32,
        /// Of how much; 0 where that is not known.
        of: u32,
    },
}
