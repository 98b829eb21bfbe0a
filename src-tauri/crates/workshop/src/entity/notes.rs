//! Notes, where they came from, and the clusters that they form.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::{ClusterId, ExperienceId, NoteId, OwnInterpretationId, ParticipantId, TableId};

/// The three kinds of notes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NoteKind {
    /// Verrassing.
    Surprise,
    /// Kans.
    Opportunity,
    /// Uitdaging.
    Challenge,
}

/// Where something came from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Origin {
    /// Nothing in particular: it came up at the table.
    Table,
    /// A story, perhaps a passage of it.
    Story {
        /// The story.
        story: StoryId,
        /// The passage, where one was marked.
        quote: Option<Quote>,
        /// The perspective under which it was read, where there was one.
        perspective: Option<PerspectiveId>,
    },
    /// An observation, or one row of its chart.
    Observation {
        /// The observation.
        observation: ObservationId,
        /// The row of its chart, from 0.
        row: Option<u16>,
    },
    /// An interpretation of the snapshot.
    Interpretation {
        /// The interpretation.
        interpretation: InterpretationId,
    },
    /// An interpretation of the table's own.
    OwnInterpretation {
        /// The interpretation.
        interpretation: OwnInterpretationId,
    },
    /// An own experience.
    Experience {
        /// The experience.
        experience: ExperienceId,
    },
}

/// A marked passage.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Quote {
    /// Where it was marked: `text`, or the id of the open question.
    pub part: String,
    /// The first UTF-16 code unit of the passage within that part.
    pub start: u32,
    /// The code unit behind its last.
    pub end: u32,
    /// The passage itself.
    pub text: String,
}

/// A surprise, an opportunity or a challenge.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Note {
    /// The id.
    pub id: NoteId,
    /// The table.
    pub table: TableId,
    /// The kind.
    pub kind: NoteKind,
    /// The words of the table.
    pub text: String,
    /// What gave rise to it.
    pub origin: Origin,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// When it was first written (milliseconds since 1970).
    pub at: u64,
    /// The cluster that it is in, where it is in one.
    pub cluster: Option<ClusterId>,
    /// Its place among the notes of that cluster, or among the loose ones; lower is higher up.
    pub place: u32,
    /// The note that it was merged into as a double, where it was.
    pub merged_into: Option<NoteId>,
}

/// Notes that belong together.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Cluster {
    /// The id.
    pub id: ClusterId,
    /// The table.
    pub table: TableId,
    /// The name; empty until the table gives one.
    pub name: String,
    /// Its place among the clusters of the table; lower is further left.
    pub place: u32,
}
