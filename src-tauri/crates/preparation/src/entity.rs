//! What the preparer's work is made of. These values are the state, and they are what screens receive.
//!
//! They also stand in events, undo among them. So fields are only ever added, with a default, and sorts and keys never renamed.

mod clean;
mod key;
mod pattern;
mod perspective;
mod question;
mod work;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use clean::{Looked, Mask, MaskPlace, NewMask, Reason, StoryPart, Verdict, Verdicted};
pub use key::Key;
pub use pattern::{PatternKey, Selection, Triage, TriageMark};
pub use perspective::{DraftObservation, DraftPerspective};
pub use question::{
    Derived, Kept, LeftOut, Merge, QuestionEdit, QuestionOrder, Recode, Rule, RuleRow, SliderBin,
};
pub use work::{Published, Source, Work, WorkLanguage};

/// Any entity.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export, rename = "PrepareEntity")]
pub enum Entity {
    /// The one piece of work.
    Work(Work),
    /// What was published last.
    Published(Published),
    /// A survey export that was taken in.
    Source(Source),
    /// What was decided about a response.
    Verdicted(Verdicted),
    /// A mask that was accepted or rejected.
    Mask(Mask),
    /// A story whose masks were looked at.
    Looked(Looked),
    /// Other words for a question.
    QuestionEdit(QuestionEdit),
    /// The order of the questions.
    QuestionOrder(QuestionOrder),
    /// What was done to the options of a question.
    Recode(Recode),
    /// A question made out of the answers to others.
    Derived(Derived),
    /// A question that is left out.
    LeftOut(LeftOut),
    /// A question that stays, although the program proposed to leave it out.
    Kept(Kept),
    /// What the preparer thinks of a pattern.
    Triage(Triage),
    /// An observation.
    DraftObservation(DraftObservation),
    /// A perspective.
    DraftPerspective(DraftPerspective),
    /// A filter with a name.
    Selection(Selection),
}
