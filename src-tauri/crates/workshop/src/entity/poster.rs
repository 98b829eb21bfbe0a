//! The poster: its texts and what it is made of beside them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{IdeaId, NoteId, Origin, TableId};

/// The fields of the poster that hold text.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum FieldName {
    /// The proposal itself: what we are going to do.
    Proposal,
    /// For whom.
    ForWhom,
    /// Where we start small.
    StartSmall,
    /// The first step, with a person and a date.
    FirstStep,
    /// What can be done without permission.
    Already,
    /// Needed: money.
    Money,
    /// Needed: room in the rules.
    Room,
    /// Needed: people.
    People,
    /// Needed: knowledge.
    Knowledge,
    /// When we are satisfied.
    Satisfied,
    /// The story that we hope to hear in a year.
    StoryInAYear,
    /// The pitch, in one or two sentences.
    Pitch,
    /// The name; last.
    Name,
}

impl FieldName {
    /// All fields, in the order of the screens.
    pub const ALL: [Self; 13] = [
        Self::Proposal,
        Self::ForWhom,
        Self::StartSmall,
        Self::FirstStep,
        Self::Already,
        Self::Money,
        Self::Room,
        Self::People,
        Self::Knowledge,
        Self::Satisfied,
        Self::StoryInAYear,
        Self::Pitch,
        Self::Name,
    ];

    /// The name as it stands in files and keys.
    pub fn text(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::ForWhom => "for_whom",
            Self::StartSmall => "start_small",
            Self::FirstStep => "first_step",
            Self::Already => "already",
            Self::Money => "money",
            Self::Room => "room",
            Self::People => "people",
            Self::Knowledge => "knowledge",
            Self::Satisfied => "satisfied",
            Self::StoryInAYear => "story_in_a_year",
            Self::Pitch => "pitch",
            Self::Name => "name",
        }
    }
}

/// The text of one field of a poster.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Field {
    /// The table.
    pub table: TableId,
    /// The field.
    pub field: FieldName,
    /// The text.
    pub text: String,
    /// The ideas that were chosen when it was last changed: where it came from.
    pub ideas: Vec<IdeaId>,
    /// Goes up by one with every change.
    pub version: u32,
}

/// The sorts of proposals.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Sort {
    /// Experiment.
    Experiment,
    /// Maatregel.
    Measure,
    /// Aanpassing.
    Adaptation,
    /// Onderzoek.
    Research,
}

/// What a poster is made of beside its texts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Poster {
    /// The table.
    pub table: TableId,
    /// The ideas that are worked out.
    pub ideas: Vec<IdeaId>,
    /// The sort of proposal, where chosen.
    pub sort: Option<Sort>,
    /// What touched us: a passage of a story or an own experience, where chosen.
    pub touched: Option<Origin>,
    /// What we saw: at most one note of each kind.
    pub saw: Vec<NoteId>,
    /// Whether the table says that it is ready.
    pub ready: bool,
}
