//! The people at the tables and what they bring themselves.

use serde::{Deserialize, Serialize};
use stories::OptionId;
use ts_rs::TS;

use crate::{ExperienceId, ParticipantId, TableId};

/// A person at a table.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Participant {
    /// The id.
    pub id: ParticipantId,
    /// The table.
    pub table: TableId,
    /// A name or nickname; may be empty.
    pub name: String,
    /// The role type, an option of the snapshot's voice question, where given.
    pub role: Option<OptionId>,
    /// Whether this person left; what was given stays.
    pub left: bool,
}

/// An own experience with a wish for improvement.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Experience {
    /// The id.
    pub id: ExperienceId,
    /// The table that it stays with.
    pub table: TableId,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// What happened.
    pub text: String,
    /// What should become better.
    pub wish: String,
    /// Whether the writer explicitly agreed to hand it in as a new story.
    pub handed_in: bool,
    /// Whether the writer has not shown it to the table: then nobody else gets it.
    pub private: bool,
}
