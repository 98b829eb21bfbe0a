//! What a table makes of the perspectives and stories of the snapshot.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, OptionId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::{OwnInterpretationId, ParticipantId, TableId};

/// What a table expected to see before it saw a chart.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Guess {
    /// The table.
    pub table: TableId,
    /// The observation.
    pub observation: ObservationId,
    /// For each row of the chart: of each hundred, or nothing yet.
    pub values: Vec<Option<u8>>,
}

/// An interpretation of the table's own.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OwnInterpretation {
    /// The id.
    pub id: OwnInterpretationId,
    /// The table.
    pub table: TableId,
    /// What it explains.
    pub observation: ObservationId,
    /// The explanation.
    pub text: String,
    /// Who said it, where given.
    pub by: Option<ParticipantId>,
}

/// Who at a table recognises an interpretation.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Recognition {
    /// The table.
    pub table: TableId,
    /// The interpretation: of the snapshot, or the text of an own one's id.
    pub interpretation: InterpretationId,
    /// Who recognises it.
    pub by: Vec<ParticipantId>,
}

/// The personal vote of one participant, set as a whole: at most three perspectives.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Vote {
    /// The table.
    pub table: TableId,
    /// Who votes.
    pub participant: ParticipantId,
    /// At most three, each once; left out for those who may not see it yet.
    pub perspectives: Vec<PerspectiveId>,
    /// How many were given, also where they are left out.
    pub given: u8,
}

/// A story that a table has opened.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Read {
    /// The table.
    pub table: TableId,
    /// The story.
    pub story: StoryId,
    /// The role type of its teller, where known: whose voice was heard.
    pub voice: Option<OptionId>,
    /// When it was first opened (milliseconds since 1970).
    pub at: u64,
}

/// A story that a table keeps at hand, and who stands for it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Kept {
    /// The table.
    pub table: TableId,
    /// The story.
    pub story: StoryId,
    /// Who champions it; may be empty where the table as a whole keeps it.
    pub by: Vec<ParticipantId>,
}
