//! Ideas that come out of clusters, and the dots that they get.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClusterId, IdeaId, NoteId, ParticipantId, TableId};

/// The themes of ideas.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Theme {
    /// Professionalising and supporting teachers.
    Teachers,
    /// Room in the rules and tailoring.
    Room,
    /// Joining education, youth help and care.
    Joining,
    /// Working with parents and pupils.
    Together,
}

/// A possible change that comes out of clusters.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Idea {
    /// The id.
    pub id: IdeaId,
    /// The table.
    pub table: TableId,
    /// The words of the table.
    pub text: String,
    /// The theme, where given.
    pub theme: Option<Theme>,
    /// The clusters it comes out of.
    pub clusters: Vec<ClusterId>,
    /// Single notes it comes out of.
    pub notes: Vec<NoteId>,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// Its place among the ideas of the table.
    pub place: u32,
}

/// The dots of one participant, set as a whole.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Dots {
    /// The table.
    pub table: TableId,
    /// Who votes.
    pub participant: ParticipantId,
    /// The number of dots for each idea that has any; left out for those who may not see it yet.
    pub dots: Vec<(IdeaId, u8)>,
    /// How many were given in all, also where they are left out.
    pub given: u16,
}
