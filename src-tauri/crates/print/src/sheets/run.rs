//! What a run sheet says.

use crate::language::Language;

/// The afternoon of the facilitator on paper. The clock times follow from the start and the lengths of the steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunSheet {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded.
    pub session: String,
    /// The region, already worded.
    pub region: String,
    /// The date, already worded.
    pub date: String,
    /// When the afternoon starts, in minutes after midnight.
    pub starts: u16,
    /// The steps that are done, in order, with what was changed about them.
    pub steps: Vec<RunStep>,
    /// The tables, such as "Tafel 3 · De Klimop"; each has a line for who helps there.
    pub tables: Vec<String>,
}

/// One step of the afternoon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunStep {
    /// Which step.
    pub kind: StepKind,
    /// How long it takes.
    pub minutes: u16,
}

/// The steps of an afternoon that have words on the run sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Welcome and own experience (eigen ervaring).
    Own,
    /// Gather (samenbrengen).
    Gather,
    /// Browse (grasduinen).
    Browse,
    /// Converge (convergeren).
    Converge,
    /// Change (veranderen).
    Change,
    /// A pause, in which the decision makers arrive.
    Pause,
    /// Present (presenteren).
    Present,
    /// Commit (omarmen).
    Commit,
    /// Agree (afspreken).
    Agree,
}

impl StepKind {
    /// Every kind, in the order of the afternoon.
    pub const ALL: [Self; 9] = [
        Self::Own,
        Self::Gather,
        Self::Browse,
        Self::Converge,
        Self::Change,
        Self::Pause,
        Self::Present,
        Self::Commit,
        Self::Agree,
    ];
}
