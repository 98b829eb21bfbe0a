//! What identifies an entity.

use serde::{Deserialize, Serialize};
use stories::{ObservationId, PerspectiveId, QuestionId, StoryId};
use ts_rs::TS;

use crate::{MaskPlace, PatternKey, SelectionId, SourceId};

/// What identifies an entity.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
#[ts(export, rename = "PrepareKey")]
pub enum Key {
    /// The one piece of work.
    Work,
    /// What was published last.
    Published,
    /// A survey export that was taken in.
    Source(SourceId),
    /// What was decided about a response.
    Verdicted(StoryId),
    /// A mask that was accepted or rejected.
    Mask(MaskPlace),
    /// A story whose masks were looked at.
    Looked(StoryId),
    /// Other words for a question.
    QuestionEdit(QuestionId),
    /// The order of the questions.
    QuestionOrder,
    /// What was done to the options of a question.
    Recode(QuestionId),
    /// A question made out of the answers to others.
    Derived(QuestionId),
    /// A question that is left out.
    LeftOut(QuestionId),
    /// A question that stays, although the program proposed to leave it out.
    Kept(QuestionId),
    /// What the preparer thinks of a pattern.
    Triage(PatternKey),
    /// An observation.
    DraftObservation(ObservationId),
    /// A perspective.
    DraftPerspective(PerspectiveId),
    /// A filter with a name.
    Selection(SelectionId),
}
