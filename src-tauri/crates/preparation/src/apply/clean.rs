//! Events of cleaning and masking.

use crate::{Event, Key, Looked, State, Verdicted};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_clean(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Judged { stories, verdict } => {
                for story in stories {
                    match verdict {
                        Some(verdict) => self.entities.put(Verdicted { story, verdict }),
                        None => self.entities.remove(&Key::Verdicted(story)),
                    }
                }
            }
            Event::MasksSet { masks } => masks.into_iter().for_each(|it| self.entities.put(it)),
            Event::MasksReopened { places } => places
                .into_iter()
                .for_each(|it| self.entities.remove(&Key::Mask(it))),
            Event::LookedSet { stories, looked } => {
                for story in stories {
                    self.entities.put_unless(Looked { story }, !looked);
                }
            }
            other => return Some(other),
        }
        None
    }
}
