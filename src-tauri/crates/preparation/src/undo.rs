//! Undo: what one step changed, piece by piece, as it was. There is one preparer, and so one way back.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::{Entity, Event, Key};

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

/// The steps, the last one at the back. Each is what restores it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Back {
    pub(crate) undo: VecDeque<Vec<Piece>>,
    pub(crate) redo: Vec<Vec<Piece>>,
}

impl Event {
    /// Whether this can be undone, or is undoing itself.
    fn counts(&self) -> bool {
        !matches!(self, Self::Began { .. } | Self::PublishedMarked { .. })
    }
}

impl Change<'_> {
    /// Puts pieces back.
    pub(crate) fn restore(&mut self, pieces: Vec<Piece>) {
        for Piece { key, was } in pieces {
            self.set(&key, was);
        }
    }

    /// Remembers how to get back from an event that was just applied.
    pub(crate) fn remember(&mut self, event: &Event) {
        if !event.counts() {
            return;
        }
        let before = self.before();
        let back = &mut self.state.back;
        match event {
            Event::Undone { .. } => {
                back.undo.pop_back();
                back.redo.push(before);
            }
            Event::Redone { .. } => {
                back.redo.pop();
                back.undo.push_back(before);
            }
            _ if before.is_empty() => {}
            _ => {
                back.redo.clear();
                back.undo.push_back(before);
            }
        }
        if back.undo.len() > MOST {
            back.undo.pop_front();
        }
    }
}
