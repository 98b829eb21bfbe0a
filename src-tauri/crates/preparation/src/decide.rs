//! What a command means: the rules of the work. Nothing changes here; what is decided is applied afterwards.

mod check;
mod clean;
mod options;
mod perspectives;
mod questions;
mod work;

use crate::{Command, Event, Refusal, State};

pub(crate) use perspectives::LONGEST_SHORT;

/// What a decision may lean on beside the state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Context {
    /// The clock, in milliseconds since 1970.
    pub now: u64,
}

/// What happens when a command is carried out: nothing where all is already as it asks, an event otherwise.
///
/// # Errors
///
/// The rule that is in the way. Nothing changes then.
pub fn decide(state: &State, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let began = state.work().is_some();
    match command {
        Command::Begin { .. } if began => return Err(Refusal::WorkExists),
        Command::Begin { .. } => {}
        _ if !began => return Err(Refusal::NoWork),
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
            C::Begin { .. }
            | C::SetAbout { .. }
            | C::SetUses { .. }
            | C::TakeIn { .. }
            | C::RemoveSource { .. }
            | C::MarkPublished { .. }
            | C::Undo
            | C::Redo => self.work(command),
            C::Judge { .. }
            | C::AcceptMasks { .. }
            | C::RejectMasks { .. }
            | C::ReopenMasks { .. }
            | C::Look { .. } => self.clean(command),
            C::MergeOptions { .. }
            | C::SplitOption { .. }
            | C::RenameOption { .. }
            | C::HideOptions { .. }
            | C::OrderOptions { .. } => self.options(command),
            C::EditQuestion { .. }
            | C::OrderQuestions { .. }
            | C::SetDerived { .. }
            | C::RemoveDerived { .. }
            | C::SetScope { .. }
            | C::KeepQuestions { .. }
            | C::SetTriage { .. }
            | C::SetSelection { .. }
            | C::RemoveSelection { .. } => self.questions(command),
            C::AddObservation { .. }
            | C::ChangeObservation { .. }
            | C::MoveObservation { .. }
            | C::RemoveObservation { .. }
            | C::AddInterpretation { .. }
            | C::ChangeInterpretation { .. }
            | C::RemoveInterpretation { .. }
            | C::OrderInterpretations { .. }
            | C::AddPerspective { .. }
            | C::ChangePerspective { .. }
            | C::MovePerspective { .. }
            | C::RemovePerspective { .. }
            | C::OrderPerspectives { .. }
            | C::Bundle { .. }
            | C::SetSupport { .. } => self.perspectives(command),
        }
    }
}

/// An event where something changes by it.
fn when(changes: bool, event: impl FnOnce() -> Event) -> Decision {
    Ok(changes.then(event))
}
