//! The first screen: which files there are, which are open.

use serde::{Deserialize, Serialize};
use stories::OptionId;
use ts_rs::TS;

/// What the first screen shows.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Home {
    /// The folder where sessions and posters are kept.
    pub folder: String,
    /// Snapshots found there, the newest first.
    pub snapshots: Vec<FileLine>,
    /// Sessions found there, the newest first.
    pub sessions: Vec<FileLine>,
    /// The draft that a preparer worked on last; where that is gone, the newest in the folder.
    pub draft: Option<FileLine>,
    /// The path of the open snapshot.
    pub snapshot: Option<String>,
    /// The open session.
    pub session: Option<OpenSession>,
    /// The regions that the open snapshot knows.
    pub regions: Vec<RegionChoice>,
    /// Where the screen was when it was last seen, so that it opens there again.
    pub route: String,
    /// The version of the program.
    pub version: String,
    /// Whether the program can show file dialogs of its own (in the window) or paths must be chosen from the list (in a browser).
    pub dialogs: bool,
}

/// A file in a list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FileLine {
    /// The path.
    pub path: String,
    /// The file name without its ending.
    pub name: String,
    /// When it was last changed (milliseconds since 1970).
    pub changed: u64,
    /// Its size in bytes.
    pub size: u64,
}

/// The session that is open.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OpenSession {
    /// The path.
    pub path: String,
    /// When the last backup was made and verified (milliseconds since 1970), where one was.
    pub backup: Option<u64>,
    /// Whether writing fails at the moment: nothing is acknowledged.
    pub failing: bool,
}

/// A region of the snapshot.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RegionChoice {
    /// The option.
    pub id: OptionId,
    /// Its name.
    pub label: String,
    /// How many stories come from there.
    pub stories: u32,
}

/// What is needed to begin a session.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NewSession {
    /// The name; a file name is made of it.
    pub name: String,
    /// The region as it is written on the poster.
    pub region: String,
    /// The own region among those of the snapshot.
    pub own_region: Option<OptionId>,
    /// The day, ISO 8601.
    pub date: String,
    /// How many tables.
    pub tables: u8,
}
