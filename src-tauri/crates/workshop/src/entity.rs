//! What a session is made of. These values are the state, and they are what screens receive.

mod gather;
mod ideas;
mod key;
mod notes;
mod people;
mod photo;
mod poster;
mod seat;
mod session;
mod table;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use gather::{Guess, Kept, OwnInterpretation, Read, Recognition, Vote};
pub use ideas::{Dots, Idea, Theme};
pub use key::Key;
pub use notes::{Cluster, Note, NoteKind, Origin, Quote};
pub use people::{Experience, Participant};
pub use photo::{Photo, PhotoOf};
pub use poster::{Field, FieldName, Poster, Sort};
pub use seat::{Seat, SeatKind};
pub use session::{AgendaItem, Session, SetItem, Show, SnapshotRef, Step, Timer};
pub use table::{Help, Message, Pointed, Table};

/// Any entity.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Entity {
    /// The one session.
    Session(Session),
    /// A table.
    Table(Table),
    /// A participant.
    Participant(Participant),
    /// An own experience.
    Experience(Experience),
    /// A guess of a table.
    Guess(Guess),
    /// An own interpretation.
    OwnInterpretation(OwnInterpretation),
    /// Who recognises an interpretation.
    Recognition(Recognition),
    /// A personal vote.
    Vote(Vote),
    /// A story that was opened.
    Read(Read),
    /// A story that is kept.
    Kept(Kept),
    /// A note.
    Note(Note),
    /// A cluster.
    Cluster(Cluster),
    /// An idea.
    Idea(Idea),
    /// The dots of a participant.
    Dots(Dots),
    /// A field of a poster.
    Field(Field),
    /// A poster.
    Poster(Poster),
    /// A message.
    Message(Message),
    /// A device at a table.
    Seat(Seat),
    /// A photo of what is on paper.
    Photo(Photo),
}
