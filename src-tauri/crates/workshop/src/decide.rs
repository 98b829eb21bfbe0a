//! What a command means: the rules of the session. Nothing changes here; what is decided is applied afterwards.

mod change;
mod check;
mod converge;
mod devices;
mod gather;
mod ideas;
mod people;
mod session;

use crate::{Command, Event, Refusal, State};

/// What a decision may lean on beside the state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Context {
    /// The laptop's clock, in milliseconds since 1970.
    pub now: u64,
}

/// What happens when a command is carried out: nothing where all is already as it asks, an event otherwise.
///
/// # Errors
///
/// The rule that is in the way. Nothing changes then.
pub fn decide(state: &State, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let began = state.session().is_some();
    match command {
        Command::CreateSession { .. } if began => return Err(Refusal::SessionExists),
        Command::CreateSession { .. } => {}
        _ if !began => return Err(Refusal::NoSession),
        _ => {}
    }
    Decide {
        state,
        now: context.now,
    }
    .any(command)
    .map(|event| event.into_iter().collect())
}

/// What one command gives: an event, or nothing where nothing changes.
type Decision = Result<Option<Event>, Refusal>;

struct Decide<'a> {
    state: &'a State,
    now: u64,
}

impl Decide<'_> {
    fn any(&self, command: &Command) -> Decision {
        use Command as C;
        match command {
            C::CreateSession { .. }
            | C::SetDetails { .. }
            | C::SetAgenda { .. }
            | C::AddTable { .. }
            | C::NameTable { .. }
            | C::RemoveTable { .. }
            | C::MoveTables { .. }
            | C::StartTimer { .. }
            | C::PauseTimer
            | C::ResumeTimer
            | C::AddMinutes { .. }
            | C::StopTimer => self.session(command),
            C::SetScreen { .. }
            | C::SetPaper { .. }
            | C::TakeSeat { .. }
            | C::MoveSeat { .. }
            | C::RemoveSeat { .. }
            | C::RenewCode { .. }
            | C::PointAt { .. }
            | C::AddPhoto { .. }
            | C::RemovePhoto { .. } => self.devices(command),
            C::SendMessage { .. }
            | C::PutAway { .. }
            | C::AskHelp { .. }
            | C::EndHelp { .. }
            | C::AddParticipant { .. }
            | C::ChangeParticipant { .. }
            | C::MoveParticipant { .. }
            | C::RemoveParticipant { .. }
            | C::WriteExperience { .. }
            | C::ShowExperience { .. }
            | C::HandIn { .. } => self.people(command),
            C::Guess { .. }
            | C::Reveal { .. }
            | C::AddInterpretation { .. }
            | C::ChangeInterpretation { .. }
            | C::RemoveInterpretation { .. }
            | C::Recognise { .. }
            | C::Vote { .. }
            | C::ShowVotes { .. }
            | C::Choose { .. }
            | C::FixChoice { .. }
            | C::ReopenChoice { .. }
            | C::ReadStory { .. }
            | C::KeepStory { .. } => self.gather(command),
            C::AddNote { .. }
            | C::ChangeNote { .. }
            | C::RemoveNote { .. }
            | C::AddCluster { .. }
            | C::NameCluster { .. }
            | C::MoveNote { .. }
            | C::MergeClusters { .. }
            | C::SplitCluster { .. }
            | C::RemoveCluster { .. }
            | C::MergeNotes { .. } => self.converge(command),
            C::AddIdea { .. }
            | C::ChangeIdea { .. }
            | C::RemoveIdea { .. }
            | C::SetDots { .. }
            | C::SetDotLimit { .. }
            | C::CloseDots { .. } => self.ideas(command),
            C::ChooseIdeas { .. }
            | C::SetField { .. }
            | C::SetSort { .. }
            | C::SetTouched { .. }
            | C::SetSaw { .. }
            | C::SetReady { .. }
            | C::Undo { .. }
            | C::Redo { .. } => self.change(command),
        }
    }
}

/// An event where something changes by it.
fn when(changes: bool, event: impl FnOnce() -> Event) -> Decision {
    Ok(changes.then(event))
}
