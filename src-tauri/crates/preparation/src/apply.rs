//! What happened changes the state. Never fails: what points at something that is not there changes nothing.

mod clean;
mod perspectives;
mod work;

use crate::change::Change;
use crate::{Event, State};

impl State {
    /// Lets an event happen. `seq` is its number; numbers go up.
    pub fn apply(&mut self, seq: u64, event: &Event) {
        self.seq = seq;
        if !matches!(event, Event::PublishedMarked { .. }) {
            self.touched = seq;
        }
        if let Event::SourceTaken { source } = event {
            let last = source.offset.saturating_add(source.responses);
            self.numbered = self.numbered.max(last);
        }
        let mut change = Change::new(self, seq);
        let rest = change
            .work(event.clone())
            .and_then(|event| change.clean(event))
            .and_then(|event| change.perspectives(event));
        debug_assert!(rest.is_none(), "an event that nobody applies");
        change.remember(event);
    }
}
