//! The draft: which there are, which one is open, how far its work is.

use preparation::{LogLine, Published, Selection, Source, Work};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::FileLine;

/// What can be opened for preparing.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PrepareFiles {
    /// The folder where drafts are kept.
    pub folder: String,
    /// Drafts found there, the newest first.
    pub drafts: Vec<FileLine>,
    /// Survey exports found there (CSV, XLSX, ODS), the newest first; the name is with its ending.
    pub exports: Vec<FileLine>,
    /// Codebooks, and definitions that belong to exports (JSON), found there, the newest first; the name is with its ending.
    pub codebooks: Vec<FileLine>,
    /// The path of the open draft.
    pub open: Option<String>,
    /// Whether the program can show file dialogs of its own.
    pub dialogs: bool,
}

/// The open draft, in figures: the first screen of preparing.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DraftView {
    /// The path of the file.
    pub path: String,
    /// The last event.
    pub seq: u64,
    /// What it says of itself.
    pub work: Work,
    /// What was taken in, in order.
    pub sources: Vec<SourceLine>,
    /// How many responses were taken in.
    pub taken: u32,
    /// How many of them stay.
    pub kept: u32,
    /// How many questions stay, derived ones included.
    pub questions: u32,
    /// The stages in order.
    pub stages: Vec<StageLine>,
    /// Filters with a name.
    pub selections: Vec<Selection>,
    /// How many steps can be undone.
    pub undo: u32,
    /// How many steps can be done again.
    pub redo: u32,
    /// What was published last.
    pub published: Option<Published>,
    /// Whether anything was decided since.
    pub changed: bool,
    /// When the last backup was made and verified (milliseconds since 1970), where one was.
    pub backup: Option<u64>,
    /// Whether writing fails at the moment: nothing is acknowledged.
    pub failing: bool,
    /// The name of the export whose columns are being looked at, where one is.
    pub mapping: Option<String>,
}

/// One export that was taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SourceLine {
    /// What it is.
    pub source: Source,
    /// How many stories came out of it.
    pub stories: u32,
    /// How many rows were left behind.
    pub rejected: u32,
    /// How many columns and answers nothing was made of.
    pub unmapped: u32,
}

/// A part of the work.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Stage {
    /// From an export to responses.
    Intake,
    /// Responses that are none.
    Clean,
    /// Names in texts.
    Mask,
    /// Answers that are put together, renamed or hidden.
    Recode,
    /// Questions that stay.
    Scope,
    /// Patterns: yes, maybe, no.
    Patterns,
    /// Observations with interpretations.
    Observations,
    /// Perspectives with supporting stories.
    Perspectives,
    /// The published snapshot.
    Publish,
}

/// How far a part of the work is, in figures.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StageLine {
    /// Which.
    pub stage: Stage,
    /// How far.
    pub state: StageState,
    /// How much is decided or made.
    pub done: u32,
    /// How much still waits for a decision.
    pub open: u32,
}

/// How far a part of the work is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum StageState {
    /// It needs something of an earlier part first.
    Later,
    /// It can be begun.
    Todo,
    /// Something is decided, something is open.
    Busy,
    /// Nothing is open.
    Ready,
}

/// The log of all that was decided; it goes into the snapshot.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LogPage {
    /// How many lines there are.
    pub total: u32,
    /// The lines that were asked for.
    pub lines: Vec<LogLine>,
}
