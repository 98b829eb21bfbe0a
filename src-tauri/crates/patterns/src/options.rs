//! How an evaluation is done.

use serde::{Deserialize, Serialize};
use stories::QuestionId;
use ts_rs::TS;

/// How an evaluation is done; the usual values are good ones.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export, rename = "PatternOptions")]
pub struct Options {
    /// The false discovery rate: of the patterns that stand, this share may be chance. Usually 0.05.
    pub rate: f64,
    /// At most this number of highlights a pattern. Usually 6.
    pub highlights: u8,
    /// Only pairs in which one of these questions takes part; empty means all pairs.
    pub only: Vec<QuestionId>,
    /// Questions that take no part.
    pub without: Vec<QuestionId>,
    /// The number of threads. Usually 2; the outcome is the same for any number.
    pub threads: u8,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rate: 0.05,
            highlights: 6,
            only: Vec::new(),
            without: Vec::new(),
            threads: 2,
        }
    }
}
