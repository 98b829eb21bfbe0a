//! Undo: what one step changed, piece by piece, as it was. There is one preparer, and so one way back.

use entities::Step;
use serde::{Deserialize, Serialize};

use crate::{Entity, Event, Key, State};

/// The most steps that can be undone: more than a day of work. What is older stays in the ledger.
pub(crate) const MOST: usize = 1_000;

/// An entity at some moment.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Piece {
    /// What identifies it.
    pub key: Key,
    /// The entity; `None` where it was not there.
    pub was: Option<Entity>,
}

impl Event {
    /// Whether this can be undone, or is undoing itself.
    fn counts(&self) -> bool {
        !matches!(self, Self::Began { .. } | Self::PublishedMarked { .. })
    }
}

impl State {
    /// Puts pieces back.
    pub(crate) fn restore(&mut self, pieces: Vec<Piece>) {
        for Piece { key, was } in pieces {
            self.entities.set(&key, was);
        }
    }

    /// Remembers how to get back from an event that was just applied.
    pub(crate) fn remember(&mut self, event: &Event) {
        let before = self.entities.end();
        if !event.counts() {
            return;
        }
        let step = match event {
            Event::Undone { .. } => Step::Undone,
            Event::Redone { .. } => Step::Redone,
            _ => Step::Ahead,
        };
        let pieces = before.into_iter().map(|(key, was)| Piece { key, was });
        self.back.remember(step, pieces.collect(), MOST);
    }
}
