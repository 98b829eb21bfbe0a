//! What one device has still to send: one after the other, as pages do, and what is rewritten before it went goes once.

use std::collections::VecDeque;
use std::time::Instant;

use workshop::{Command, CommandId};

use super::deeds::Deed;

/// With so much waiting nobody types on.
const MOST: usize = 20;

/// What has still to be acknowledged, in order; only the first is ever on its way.
#[derive(Default)]
pub struct Outbox {
    waiting: VecDeque<Item>,
    on_way: bool,
}

/// One thing to send.
pub struct Item {
    pub id: CommandId,
    /// What it is about.
    pub key: String,
    pub deed: Deed,
    pub typed: Instant,
    /// As it was sent first; sent again it is the same.
    pub command: Option<Command>,
    /// Whether there was no connection at some time while it waited.
    pub interrupted: bool,
}

impl Outbox {
    /// One more thing to send, with or without a connection at this moment; `false` when there is no room.
    pub fn add(&mut self, id: CommandId, key: String, deed: Deed, connected: bool) -> bool {
        let same = |item: &&mut Item| item.command.is_none() && item.key == key;
        if let Some(item) = self.waiting.iter_mut().find(same) {
            item.deed = deed;
            return true;
        }
        if self.waiting.len() >= MOST {
            return false;
        }
        self.waiting.push_back(Item {
            id,
            key,
            deed,
            typed: Instant::now(),
            command: None,
            interrupted: !connected,
        });
        true
    }

    /// What is to be sent now.
    pub fn next(&mut self) -> Option<&mut Item> {
        if self.on_way {
            return None;
        }
        let first = self.waiting.front_mut();
        self.on_way = first.is_some();
        first
    }

    /// What was on its way was answered.
    pub fn answered(&mut self) -> Option<Item> {
        self.on_way = false;
        self.waiting.pop_front()
    }

    /// The connection was lost.
    pub fn interrupt(&mut self) {
        self.on_way = false;
        for item in &mut self.waiting {
            item.interrupted = true;
        }
    }

    /// How much waits.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }
}

#[cfg(test)]
mod tests {
    use workshop::Command;

    use super::Outbox;
    use crate::load::deeds::Deed;

    #[test]
    fn one_goes_at_a_time_and_what_waits_goes_as_it_was_typed_last() {
        let mut outbox = Outbox::default();
        let add = |outbox: &mut Outbox, id: &str, key: &str| {
            assert!(outbox.add(id.into(), key.to_owned(), Deed::Vote(Vec::new()), true));
        };
        add(&mut outbox, "a", "vote/1");
        let first = outbox.next().unwrap();
        first.command = Some(Command::StopTimer);
        assert!(outbox.next().is_none());
        add(&mut outbox, "b", "vote/1");
        add(&mut outbox, "c", "vote/2");
        add(&mut outbox, "d", "vote/2");
        assert_eq!(outbox.len(), 3);
        outbox.interrupt();
        let again = outbox.next().unwrap();
        assert!(again.id.0 == "a" && again.interrupted && again.command.is_some());
        let order: Vec<_> = std::iter::from_fn(|| outbox.answered()).collect();
        let order: Vec<_> = order.iter().map(|item| item.id.0.as_str()).collect();
        assert_eq!(order, ["a", "b", "c"]);
    }
}
