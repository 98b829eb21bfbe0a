//! What happened changes the state. Never fails: what points at something that is not there changes nothing.
//!
//! Beside what an event says, one thing goes without saying: what goes away is no longer pointed at.

mod devices;
mod gather;
mod making;
mod session;

use crate::{Event, State, TableId};

impl State {
    /// Lets an event happen. `seq` is its number; numbers go up.
    pub fn apply(&mut self, seq: u64, event: &Event) {
        self.entities.begin(seq);
        if event
            .place()
            .is_some_and(|table| self.table(table).is_none())
        {
            self.entities.end();
            return;
        }
        let rest = self
            .apply_session(event.clone())
            .and_then(|event| self.apply_gather(event))
            .and_then(|event| self.apply_making(event))
            .and_then(|event| self.apply_devices(event));
        debug_assert!(rest.is_none(), "an event that nobody applies");
        self.remember(event);
    }
}

impl Event {
    /// The table whose way back this event belongs to.
    pub(crate) fn undo_table(&self) -> Option<TableId> {
        match self {
            Self::InterpretationAdded { table, .. }
            | Self::InterpretationChanged { table, .. }
            | Self::InterpretationRemoved { table, .. }
            | Self::Chosen { table, .. }
            | Self::ChoiceFixed { table }
            | Self::ChoiceReopened { table }
            | Self::NoteAdded { table, .. }
            | Self::NoteChanged { table, .. }
            | Self::NoteRemoved { table, .. }
            | Self::ClusterAdded { table, .. }
            | Self::ClusterNamed { table, .. }
            | Self::NotesPlaced { table, .. }
            | Self::ClustersMerged { table, .. }
            | Self::ClusterSplit { table, .. }
            | Self::ClusterRemoved { table, .. }
            | Self::NotesMerged { table, .. }
            | Self::IdeaAdded { table, .. }
            | Self::IdeaChanged { table, .. }
            | Self::IdeaRemoved { table, .. }
            | Self::IdeasChosen { table, .. }
            | Self::FieldSet { table, .. }
            | Self::SortSet { table, .. }
            | Self::TouchedSet { table, .. }
            | Self::SawSet { table, .. }
            | Self::Undone { table, .. }
            | Self::Redone { table, .. } => Some(*table),
            _ => None,
        }
    }

    /// The table that must be there for this event to mean anything.
    fn place(&self) -> Option<TableId> {
        match self {
            Self::TableNamed { table, .. }
            | Self::MessagePutAway { table, .. }
            | Self::HelpAsked { table, .. }
            | Self::HelpEnded { table }
            | Self::PaperSet { table, .. }
            | Self::SeatTaken { table, .. }
            | Self::SeatMoved { table, .. }
            | Self::CodeRenewed { table, .. }
            | Self::ParticipantSeated { table, .. }
            | Self::ParticipantMoved { table, .. }
            | Self::ExperienceWritten { table, .. }
            | Self::Guessed { table, .. }
            | Self::Revealed { table, .. }
            | Self::Recognised { table, .. }
            | Self::Voted { table, .. }
            | Self::VotesShown { table, .. }
            | Self::StoryRead { table, .. }
            | Self::StoryKept { table, .. }
            | Self::StoryPointed { table, .. }
            | Self::PhotoAdded { table, .. }
            | Self::DotsSet { table, .. }
            | Self::DotLimitSet { table, .. }
            | Self::DotsClosed { table, .. }
            | Self::ReadySet { table, .. } => Some(*table),
            _ => self.undo_table(),
        }
    }
}
