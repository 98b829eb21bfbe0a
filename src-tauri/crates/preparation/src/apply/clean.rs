//! Events of cleaning and masking.

use crate::change::Change;
use crate::{Event, Key, Looked, Verdicted};

impl Change<'_> {
    /// Gives back an event that is not one of these.
    pub(super) fn clean(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Judged { stories, verdict } => {
                for story in stories {
                    match verdict {
                        Some(verdict) => self.put(Verdicted { story, verdict }),
                        None => self.remove(&Key::Verdicted(story)),
                    }
                }
            }
            Event::MasksSet { masks } => masks.into_iter().for_each(|it| self.put(it)),
            Event::MasksReopened { places } => places
                .into_iter()
                .for_each(|it| self.remove(&Key::Mask(it))),
            Event::LookedSet { stories, looked } => {
                for story in stories {
                    self.put_unless(Looked { story }, !looked);
                }
            }
            other => return Some(other),
        }
        None
    }
}
