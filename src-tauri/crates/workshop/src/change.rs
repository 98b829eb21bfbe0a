//! The one place where the state is written: every change of an entity passes here, gets the number of its event, and is
//! remembered for undo.

use std::collections::BTreeMap;

use crate::part::Part;
use crate::undo::Piece;
use crate::{Dots, Entity, Key, State};

/// The changes of one event while it is applied.
pub(crate) struct Change<'a> {
    pub(crate) state: &'a mut State,
    seq: u64,
    first: BTreeMap<Key, Piece>,
}

impl<'a> Change<'a> {
    pub(crate) fn new(state: &'a mut State, seq: u64) -> Self {
        Self {
            state,
            seq,
            first: BTreeMap::new(),
        }
    }

    /// Puts an entity in its place.
    pub(crate) fn put<P: Part>(&mut self, part: P) {
        let key = part.key();
        self.set(&key, Some(part.into_entity()));
    }

    /// Takes an entity away.
    pub(crate) fn remove(&mut self, key: &Key) {
        self.set(key, None);
    }

    /// Changes an entity where it is there.
    pub(crate) fn edit<P: Part>(&mut self, key: &Key, change: impl FnOnce(&mut P)) {
        if let Some(mut part) = self.state.get::<P>(key).cloned() {
            change(&mut part);
            self.put(part);
        }
    }

    /// Changes all entities of a sort.
    pub(crate) fn edit_all<P: Part>(&mut self, change: impl Fn(&mut P)) {
        let changed: Vec<P> = self
            .state
            .all::<P>()
            .filter_map(|was| {
                let mut part = was.clone();
                change(&mut part);
                (part != *was).then_some(part)
            })
            .collect();
        for part in changed {
            self.put(part);
        }
    }

    /// Sets what stands under a key. `entity` is of that key.
    pub(crate) fn set(&mut self, key: &Key, entity: Option<Entity>) {
        let was = self.state.entities.get(key);
        if was == entity.as_ref() {
            return;
        }
        let came_or_went = was.is_some() != entity.is_some();
        if !self.first.contains_key(key)
            && let Some(piece) = Piece::now(self.state, key)
        {
            self.first.insert(key.clone(), piece);
        }
        match entity {
            Some(entity) => self.state.entities.insert(key.clone(), entity),
            None => self.state.entities.remove(key),
        };
        self.touch(key);
        if let Key::Idea(idea) = key
            && came_or_went
        {
            // Dots on an idea that is not there are kept but not shown.
            self.mark_all(|it: &Dots| it.dots.iter().any(|(on, _)| on == idea));
        }
    }

    /// Names an entity among what changed, although its own value did not: how screens see it did, or who sees it.
    pub(crate) fn mark(&mut self, key: &Key) {
        if self.state.entities.contains_key(key) {
            self.touch(key);
        }
    }

    /// The same for all entities of a sort for which something holds.
    pub(crate) fn mark_all<P: Part>(&mut self, holds: impl Fn(&P) -> bool) {
        let keys: Vec<Key> = self
            .state
            .all::<P>()
            .filter(|it| holds(it))
            .map(Part::key)
            .collect();
        for key in keys {
            self.touch(&key);
        }
    }

    fn touch(&mut self, key: &Key) {
        if let Some(before) = self.state.changed.insert(key.clone(), self.seq) {
            self.state.recent.remove(&(before, key.clone()));
        }
        self.state.recent.insert((self.seq, key.clone()));
        self.state.made.entry(key.clone()).or_insert(self.seq);
    }

    /// The undoable parts of what was changed, as they were before.
    pub(crate) fn before(&mut self) -> Vec<Piece> {
        let first = std::mem::take(&mut self.first);
        first
            .into_iter()
            .filter(|(key, piece)| Piece::now(self.state, key).as_ref() != Some(piece))
            .map(|(_, piece)| piece)
            .collect()
    }
}
