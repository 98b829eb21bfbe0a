//! The session as a pure state machine: [`decide`] says what a command means, [`State::apply`] what happened.
//!
//! **Invariant:** no I/O, no clock, no randomness, no async. Time and ids are passed in, so that a session can be replayed exactly.

mod command;
mod entity;
mod event;
mod ids;
mod refusal;

pub use command::Command;
pub use entity::{
    AgendaItem, Cluster, Dots, Entity, Experience, Field, FieldName, Guess, Help, Idea, Key, Kept, Message, Note, NoteKind, Origin,
    OwnInterpretation, Participant, Poster, Quote, Read, Recognition, Session, SetItem, SnapshotRef, Sort, Step, Table, Theme, Timer,
    Vote,
};
pub use event::Event;
pub use ids::{ClusterId, CommandId, ExperienceId, IdeaId, MessageId, NoteId, OwnInterpretationId, ParticipantId, TableId};
pub use refusal::Refusal;
