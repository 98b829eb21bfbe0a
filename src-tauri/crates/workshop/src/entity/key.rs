//! What identifies an entity.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, StoryId};

use crate::{
    ClusterId, ExperienceId, FieldName, IdeaId, MessageId, NoteId, OwnInterpretationId,
    ParticipantId, PhotoId, SeatId, TableId,
};

/// What identifies an entity.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
pub enum Key {
    /// The one session.
    Session,
    /// A table.
    Table(TableId),
    /// A participant.
    Participant(ParticipantId),
    /// An own experience.
    Experience(ExperienceId),
    /// A guess of a table.
    Guess(TableId, ObservationId),
    /// An own interpretation.
    OwnInterpretation(OwnInterpretationId),
    /// Who recognises an interpretation.
    Recognition(TableId, InterpretationId),
    /// A personal vote.
    Vote(ParticipantId),
    /// A story that was opened.
    Read(TableId, StoryId),
    /// A story that is kept.
    Kept(TableId, StoryId),
    /// A note.
    Note(NoteId),
    /// A cluster.
    Cluster(ClusterId),
    /// An idea.
    Idea(IdeaId),
    /// The dots of a participant.
    Dots(ParticipantId),
    /// A field of a poster.
    Field(TableId, FieldName),
    /// A poster.
    Poster(TableId),
    /// A message.
    Message(MessageId),
    /// A device at a table.
    Seat(SeatId),
    /// A photo of what is on paper.
    Photo(PhotoId),
}
