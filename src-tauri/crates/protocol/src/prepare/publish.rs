//! The check list and the published snapshot.

use preparation::Check;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Stage;

/// What must hold, and what is better, before a snapshot is published.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CheckList {
    /// Whether it can be published now.
    pub ready: bool,
    /// What is to be done or to be looked at: what blocks first, then in the order of the work. What is in order is not in it.
    pub checks: Vec<CheckLine>,
    /// How many stories it would hold.
    pub stories: u32,
    /// How many questions.
    pub questions: u32,
    /// How many perspectives.
    pub perspectives: u32,
    /// How many observations.
    pub observations: u32,
    /// The name of the file that it would get.
    pub name: String,
}

/// Something to do before publishing, or to look at.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CheckLine {
    /// What: the words are under `check.` and its code. Nothing is published while one that blocks is there; the others are advice.
    pub check: Check,
    /// The part of the work where that is done.
    pub stage: Stage,
}

/// A snapshot that was published.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PublishedFile {
    /// The path of the file.
    pub path: String,
    /// Its content hash in hexadecimal.
    pub hash: String,
    /// The six words that open it, where it is encrypted. They are shown now and kept nowhere.
    pub passphrase: Vec<String>,
    /// Its size in bytes.
    pub size: u64,
    /// How many stories it holds.
    pub stories: u32,
    /// How many perspectives.
    pub perspectives: u32,
}
