//! What is known of a command before it is decided: the table that it belongs to, and whether it can be undone.

use crate::{Command, State, TableId};

impl Command {
    /// The table that a command belongs to: whose things it reads or changes. `None` for what concerns the room, or several
    /// tables, or something that is not there.
    pub fn table(&self, state: &State) -> Option<TableId> {
        match self {
            Self::CreateSession { .. }
            | Self::SetDetails { .. }
            | Self::SetAgenda { .. }
            | Self::AddTable { .. }
            | Self::RemoveTable { .. }
            | Self::MoveTables { .. }
            | Self::StartTimer { .. }
            | Self::PauseTimer
            | Self::ResumeTimer
            | Self::AddMinutes { .. }
            | Self::StopTimer
            | Self::SendMessage { .. }
            | Self::SetScreen { .. }
            | Self::MoveSeat { .. }
            | Self::MoveParticipant { .. } => None,
            Self::NameTable { table, .. }
            | Self::PutAway { table, .. }
            | Self::AskHelp { table, .. }
            | Self::EndHelp { table }
            | Self::SetPaper { table, .. }
            | Self::TakeSeat { table, .. }
            | Self::RenewCode { table }
            | Self::AddParticipant { table, .. }
            | Self::WriteExperience { table, .. }
            | Self::Guess { table, .. }
            | Self::Reveal { table, .. }
            | Self::AddInterpretation { table, .. }
            | Self::Recognise { table, .. }
            | Self::ShowVotes { table, .. }
            | Self::Choose { table, .. }
            | Self::FixChoice { table }
            | Self::ReopenChoice { table }
            | Self::ReadStory { table, .. }
            | Self::KeepStory { table, .. }
            | Self::PointAt { table, .. }
            | Self::AddPhoto { table, .. }
            | Self::AddNote { table, .. }
            | Self::AddCluster { table, .. }
            | Self::AddIdea { table, .. }
            | Self::SetDotLimit { table, .. }
            | Self::CloseDots { table, .. }
            | Self::ChooseIdeas { table, .. }
            | Self::SetField { table, .. }
            | Self::SetSort { table, .. }
            | Self::SetTouched { table, .. }
            | Self::SetSaw { table, .. }
            | Self::SetReady { table, .. }
            | Self::Undo { table }
            | Self::Redo { table } => Some(*table),
            Self::ChangeParticipant { id, .. } | Self::RemoveParticipant { id } => {
                state.participant(id).map(|it| it.table)
            }
            Self::Vote { participant, .. } | Self::SetDots { participant, .. } => {
                state.participant(participant).map(|it| it.table)
            }
            Self::RemoveSeat { id } => state.seat(id).map(|it| it.table),
            Self::RemovePhoto { id } => state.photo(id).map(|it| it.table),
            Self::HandIn { id, .. } | Self::ShowExperience { id, .. } => {
                state.experience(id).map(|it| it.table)
            }
            Self::ChangeInterpretation { id, .. } | Self::RemoveInterpretation { id } => {
                state.own_interpretation(id).map(|it| it.table)
            }
            Self::ChangeNote { id, .. } | Self::RemoveNote { id } => {
                state.note(id).map(|it| it.table)
            }
            Self::MoveNote { note, .. } | Self::MergeNotes { note, .. } => {
                state.note(note).map(|it| it.table)
            }
            Self::NameCluster { id, .. } | Self::RemoveCluster { id } => {
                state.cluster(id).map(|it| it.table)
            }
            Self::MergeClusters { from, .. } => state.cluster(from).map(|it| it.table),
            Self::SplitCluster { cluster, .. } => state.cluster(cluster).map(|it| it.table),
            Self::ChangeIdea { id, .. } | Self::RemoveIdea { id } => {
                state.idea(id).map(|it| it.table)
            }
        }
    }

    /// Whether a command can be undone: all that a table makes or moves. Not: votes, dots, guesses, what is read, own
    /// experiences, help, messages, steps, devices, and whether the poster is ready. Nor photos: one came from a single device, and
    /// who undoes the last note at another screen must not take it away unseen.
    pub fn undoable(&self) -> bool {
        matches!(
            self,
            Self::AddInterpretation { .. }
                | Self::ChangeInterpretation { .. }
                | Self::RemoveInterpretation { .. }
                | Self::Choose { .. }
                | Self::FixChoice { .. }
                | Self::ReopenChoice { .. }
                | Self::AddNote { .. }
                | Self::ChangeNote { .. }
                | Self::RemoveNote { .. }
                | Self::AddCluster { .. }
                | Self::NameCluster { .. }
                | Self::MoveNote { .. }
                | Self::MergeClusters { .. }
                | Self::SplitCluster { .. }
                | Self::RemoveCluster { .. }
                | Self::MergeNotes { .. }
                | Self::AddIdea { .. }
                | Self::ChangeIdea { .. }
                | Self::RemoveIdea { .. }
                | Self::ChooseIdeas { .. }
                | Self::SetField { .. }
                | Self::SetSort { .. }
                | Self::SetTouched { .. }
                | Self::SetSaw { .. }
        )
    }
}
