//! A table group and what goes between it and the facilitator.

use serde::{Deserialize, Serialize};
use stories::{ObservationId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::{MessageId, ParticipantId, Step, TableId};

/// A table group.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Table {
    /// The number.
    pub id: TableId,
    /// A name, where it has one beside its number; may be empty.
    pub name: String,
    /// Where this table is.
    pub step: Step,
    /// When it came to this step (milliseconds since 1970).
    pub since: u64,
    /// What the table is about to choose, in order; exactly three once fixed.
    pub chosen: Vec<PerspectiveId>,
    /// Whether the choice is fixed.
    pub fixed: bool,
    /// Whether the personal votes are shown.
    pub votes_shown: bool,
    /// The observations whose chart was opened after (or without) a guess.
    pub revealed: Vec<ObservationId>,
    /// How many dots a person may give in all.
    pub dot_limit: u8,
    /// Whether the dot vote is closed, and so shown.
    pub dots_closed: bool,
    /// Whether the table asks the facilitator to come.
    pub help: Option<Help>,
    /// How many steps can be undone.
    pub undoable: u16,
    /// How many undone steps can be done again.
    pub redoable: u16,
    /// How often the code to join this table was renewed.
    pub code: u16,
    /// Whether the table works on paper.
    pub paper: bool,
    /// The story that someone of the table last sent to its other screens.
    pub pointed: Option<Pointed>,
}

/// A story that someone sends to the other screens of the table: 'kijk hier eens'.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Pointed {
    /// The story.
    pub story: StoryId,
    /// Who sends it; nobody in particular where it is the screen that the table shares.
    pub by: Option<ParticipantId>,
    /// When (milliseconds since 1970).
    pub at: u64,
}

/// A table asks the facilitator to come.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Help {
    /// Since when (milliseconds since 1970).
    pub since: u64,
    /// What it is about; may be empty.
    pub about: String,
}

/// A message of the facilitator to tables.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Message {
    /// The id.
    pub id: MessageId,
    /// The tables that it is for.
    pub tables: Vec<TableId>,
    /// The words.
    pub text: String,
    /// When it was sent (milliseconds since 1970).
    pub at: u64,
    /// The tables that put it away.
    pub seen: Vec<TableId>,
}
