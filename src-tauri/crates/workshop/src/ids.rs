//! Ids. Those of things that people make are chosen by the client that makes them, so that it can go on without an answer:
//! 1 to 40 of the characters `a-z A-Z 0-9 - _`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The number of a table, from 1.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct TableId(pub u8);

stories::text_ids! {
    /// A command; the same id again gives the same answer and changes nothing.
    CommandId,
    /// A participant.
    ParticipantId,
    /// An own experience.
    ExperienceId,
    /// An interpretation that a table adds.
    OwnInterpretationId,
    /// A note.
    NoteId,
    /// A cluster.
    ClusterId,
    /// An idea.
    IdeaId,
    /// A message of the facilitator.
    MessageId,
    /// A device at a table.
    SeatId,
    /// A photo of what is on paper.
    PhotoId,
}
