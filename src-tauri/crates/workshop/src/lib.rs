//! The session as a pure state machine: [`decide`] says what a command means, [`State::apply`] what happened.
//!
//! **Invariant:** no I/O, no clock, no randomness, no async. Time and ids are passed in, so that a session can be replayed exactly.

mod apply;
mod belongs;
mod command;
mod decide;
mod entity;
mod event;
mod ids;
mod part;
mod refusal;
mod state;
mod text;
mod undo;

#[cfg(test)]
mod tests;

pub use command::Command;
pub use decide::{Context, decide};
pub use entity::{
    AgendaItem, Cluster, Dots, Entity, Experience, Field, FieldName, Guess, Help, Idea, Kept, Key,
    Message, Note, NoteKind, Origin, OwnInterpretation, Participant, Photo, PhotoOf, Pointed,
    Poster, Quote, Read, Recognition, Seat, SeatKind, Session, SetItem, Show, SnapshotRef, Sort,
    Step, Table, Theme, Timer, Vote,
};
pub use event::{Event, Placed};
pub use ids::{
    ClusterId, CommandId, ExperienceId, IdeaId, MessageId, NoteId, OwnInterpretationId,
    ParticipantId, PhotoId, SeatId, TableId,
};
pub use refusal::Refusal;
pub use state::State;
pub use undo::Piece;
