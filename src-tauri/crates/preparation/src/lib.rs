//! The preparer's work as a pure state machine: cleaning, masking, recoding, triage, observations, interpretations, perspectives,
//! publish checks.
//!
//! [`decide`] says what a command means, [`State::apply`] what happened, [`build`] what comes of it: the collection that a
//! snapshot holds. The stories as they were taken in are never changed; the state holds decisions only.
//!
//! **Invariant:** no input or output, no clock, no randomness; of our crates this one knows `stories`, `entities` and
//! `typed` only.

mod apply;
mod build;
mod chart;
mod checks;
mod command;
mod decide;
mod entity;
mod event;
mod ids;
mod likeness;
mod part;
mod reading;
mod refusal;
mod scope;
mod state;
mod support;
mod syllables;
mod text;
mod undo;
mod wording;
mod words;

#[cfg(test)]
mod tests;

pub use build::{
    BuildError, Built, LogLine, LostSupport, Misfit, OptionOrigin, Origins, PlannedQuestion, Raw,
    RawSource, Unfinished, Why, build, build_draft, masked, planned,
};
pub use chart::{Charts, LostChart, LostWhy, answers_changed};
pub use checks::{At, Check, CheckCode, Facts, checks, open_masks, open_suspicions, unlooked};
pub use command::Command;
pub use decide::{Context, decide};
pub use entity::{
    Derived, DraftObservation, DraftPerspective, Entity, Kept, Key, LeftOut, Looked, Mask,
    MaskPlace, Merge, NewMask, PatternKey, Published, QuestionEdit, QuestionOrder, Reason, Recode,
    Rule, RuleRow, Selection, SliderBin, Source, StoryPart, Triage, TriageMark, Verdict, Verdicted,
    Work, WorkLanguage,
};
pub use event::Event;
pub use ids::{SelectionId, SourceId};
pub use likeness::{SAME, overlap, same, same_interpretations};
pub use reading::{LONG_SENTENCE, Level, Readability, readability};
pub use refusal::Refusal;
pub use scope::{FEWEST_ANSWERS, Little, NEARLY_ALL, Weight, weigh};
pub use state::State;
pub use support::{SupportProposal, propose_support};
pub use undo::Piece;
pub use wording::{Lists, Remark, RemarkKind, remarks, units};
