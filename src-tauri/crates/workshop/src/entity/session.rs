//! The session as a whole: its day, its agenda, its clock and what it runs on.

use serde::{Deserialize, Serialize};
use stories::{ObservationId, OptionId, PerspectiveId};
use ts_rs::TS;

use crate::TableId;

/// A step of the afternoon, in order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Step {
    /// Welcome and own experience (eigen ervaring).
    Own,
    /// Samenbrengen.
    Gather,
    /// Grasduinen.
    Browse,
    /// Convergeren.
    Converge,
    /// Veranderen.
    Change,
}

/// One part of the agenda.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct AgendaItem {
    /// The step.
    pub step: Step,
    /// How long it is planned to take.
    pub minutes: u16,
    /// Whether it is left out.
    pub skipped: bool,
}

/// Which snapshot a session runs on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SnapshotRef {
    /// Its content hash, hexadecimal.
    pub hash: String,
    /// Its name.
    pub name: String,
    /// The name of its perspective set.
    pub set_name: String,
    /// The number of stories.
    pub stories: u32,
    /// The perspectives with their observations, so that the rules can be kept without the snapshot.
    pub set: Vec<SetItem>,
}

/// One perspective with the ids that belong to it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SetItem {
    /// The perspective.
    pub perspective: PerspectiveId,
    /// Its observations.
    pub observations: Vec<ObservationId>,
}

/// The session as a whole.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Session {
    /// The name, such as 'Oost-Groningen, deel 1'.
    pub name: String,
    /// The region as it is written on the poster.
    pub region: String,
    /// The option of the snapshot's region question that is the own region, where there is one.
    pub own_region: Option<OptionId>,
    /// The day, ISO 8601.
    pub date: String,
    /// When the afternoon starts, in minutes after midnight.
    pub starts: u16,
    /// The parts of the afternoon, in order.
    pub agenda: Vec<AgendaItem>,
    /// The step that the facilitator has led the room to.
    pub step: Step,
    /// The running clock of that step.
    pub timer: Timer,
    /// What it runs on.
    pub snapshot: SnapshotRef,
    /// What the projector shows.
    pub screen: Show,
}

/// What the projector shows.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Show {
    /// The welcome with the codes to join.
    #[default]
    Welcome,
    /// The step of the room with its instruction and its clock.
    Step,
    /// The perspectives that the tables chose.
    Chosen,
    /// The poster of a table.
    Poster {
        /// The table.
        table: TableId,
    },
}

/// The clock of a step. Times are in milliseconds since 1970, as the laptop's clock gave them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Timer {
    /// Nothing runs.
    Off,
    /// Runs until `ends`; nothing stops when it ends.
    Running {
        /// When the time is up.
        ends: u64,
        /// When this clock was started.
        started: u64,
    },
    /// Stands still with this much left (negative when over time).
    Paused {
        /// Milliseconds left.
        left: i64,
    },
}
