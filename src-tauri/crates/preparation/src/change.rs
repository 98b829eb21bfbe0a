//! The one place where the state is written: every change of an entity passes here, gets the number of its event, and is
//! remembered for undo.

use std::collections::BTreeMap;

use crate::part::Part;
use crate::{Entity, Key, Piece, State};

/// The changes of one event while it is applied.
pub(crate) struct Change<'a> {
    pub(crate) state: &'a mut State,
    seq: u64,
    first: BTreeMap<Key, Option<Entity>>,
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

    /// Puts an entity in its place, or takes it away where it says nothing.
    pub(crate) fn put_unless<P: Part>(&mut self, part: P, none: bool) {
        let key = part.key();
        self.set(&key, (!none).then(|| part.into_entity()));
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
        if !self.first.contains_key(key) {
            self.first.insert(key.clone(), was.cloned());
        }
        match entity {
            Some(entity) => self.state.entities.insert(key.clone(), entity),
            None => self.state.entities.remove(key),
        };
        self.touch(key);
    }

    fn touch(&mut self, key: &Key) {
        if let Some(before) = self.state.changed.insert(key.clone(), self.seq) {
            self.state.recent.remove(&(before, key.clone()));
        }
        self.state.recent.insert((self.seq, key.clone()));
        self.state.made.entry(key.clone()).or_insert(self.seq);
    }

    /// What was changed, as it was before.
    pub(crate) fn before(&mut self) -> Vec<Piece> {
        let first = std::mem::take(&mut self.first);
        first
            .into_iter()
            .filter(|(key, was)| self.state.entities.get(key) != was.as_ref())
            .map(|(key, was)| Piece { key, was })
            .collect()
    }
}
