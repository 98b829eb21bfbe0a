//! What happened changes the state. Never fails: what points at something that is not there changes nothing.

mod clean;
mod perspectives;
mod work;

use crate::{Event, State};

impl State {
    /// Lets an event happen. `seq` is its number; numbers go up.
    pub fn apply(&mut self, seq: u64, event: &Event) {
        self.entities.begin(seq);
        if !matches!(event, Event::PublishedMarked { .. }) {
            self.touched = seq;
        }
        if let Event::SourceTaken { source } = event {
            let last = source.offset.saturating_add(source.responses);
            self.numbered = self.numbered.max(last);
        }
        let rest = self
            .apply_work(event.clone())
            .and_then(|event| self.apply_clean(event))
            .and_then(|event| self.apply_perspectives(event));
        debug_assert!(rest.is_none(), "an event that nobody applies");
        self.remember(event);
    }
}
