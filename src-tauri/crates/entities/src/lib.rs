//! Entities by key, with when each changed and the way back. The state of a session and that of a preparer's work are kept in it.
//!
//! **Invariant:** nothing here knows what an entity means. It follows from the events alone: the same changes under the same numbers
//! give equal entities.

mod back;
mod part;
#[cfg(test)]
mod tests;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

pub use back::{Back, Step};
pub use part::Part;

/// All entities `E` by their keys `K`. Every change passes here, gets the number of its event, and is remembered until the event
/// is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Entities<K, E> {
    seq: u64,
    now: BTreeMap<K, E>,
    /// The event that last changed a key; also of what is gone.
    changed: BTreeMap<K, u64>,
    /// The same, by event.
    recent: BTreeMap<u64, BTreeSet<K>>,
    /// The event that first made a key: the order of things is never that of a clock.
    made: BTreeMap<K, u64>,
    /// What the event that is being applied changed, as it was before; `None` between events.
    before: Option<BTreeMap<K, Option<E>>>,
}

impl<K, E> Default for Entities<K, E> {
    fn default() -> Self {
        Self {
            seq: 0,
            now: BTreeMap::new(),
            changed: BTreeMap::new(),
            recent: BTreeMap::new(),
            made: BTreeMap::new(),
            before: None,
        }
    }
}

impl<K: Clone + Ord, E: Clone + PartialEq> Entities<K, E> {
    // ---- reading ---------------------------------------------------------------------------------------------------------------

    /// The number of the last event; 0 before the first.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// An entity.
    pub fn entity(&self, key: &K) -> Option<&E> {
        self.now.get(key)
    }

    /// Whether an entity is there.
    pub fn contains(&self, key: &K) -> bool {
        self.now.contains_key(key)
    }

    /// Whether something with this key is there or was.
    pub fn ever(&self, key: &K) -> bool {
        self.changed.contains_key(key)
    }

    /// The event that last changed a key, or took it away.
    pub fn changed(&self, key: &K) -> Option<u64> {
        self.changed.get(key).copied()
    }

    /// All entities, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &E)> + '_ {
        self.now.iter()
    }

    /// The entities from a key on, in the order of their keys.
    pub fn from(&self, key: K) -> impl Iterator<Item = &E> + '_ {
        self.now.range(key..).map(|(_, entity)| entity)
    }

    /// What changed after an event, each key once, the longest ago first: with `true` where the entity is gone.
    pub fn changed_since(&self, seq: u64) -> impl Iterator<Item = (&K, bool)> + '_ {
        self.recent
            .range(seq.saturating_add(1)..)
            .flat_map(|(_, keys)| keys)
            .map(|key| (key, !self.contains(key)))
    }

    /// An entity of a sort.
    pub fn get<P: Part<K, E>>(&self, key: &K) -> Option<&P> {
        self.entity(key).and_then(P::of)
    }

    /// The entities of a sort, in the order of their keys.
    pub fn all<P: Part<K, E>>(&self) -> impl Iterator<Item = &P> + '_ {
        self.from(P::first()).map_while(P::of)
    }

    /// The entities of a sort for which something holds, in the order in which they were first made.
    pub fn in_order<P: Part<K, E>>(&self, holds: impl Fn(&P) -> bool) -> Vec<&P> {
        let mut all: Vec<&P> = self.all::<P>().filter(|it| holds(it)).collect();
        all.sort_by_cached_key(|it| self.made.get(&it.key()));
        all
    }

    // ---- changing --------------------------------------------------------------------------------------------------------------

    /// An event begins. `seq` is its number; numbers go up.
    pub fn begin(&mut self, seq: u64) {
        self.seq = seq;
        self.before = Some(BTreeMap::new());
    }

    /// The event is over. Gives what it changed, as it was before, in the order of the keys; what is as it was is left out. What
    /// changes after this still has the number of the event.
    pub fn end(&mut self) -> Vec<(K, Option<E>)> {
        let mut before: Vec<_> = self.before.take().into_iter().flatten().collect();
        before.retain(|(key, was)| self.now.get(key) != was.as_ref());
        before
    }

    /// Puts an entity in its place.
    pub fn put<P: Part<K, E>>(&mut self, part: P) {
        let key = part.key();
        self.set(&key, Some(part.into_entity()));
    }

    /// Puts an entity in its place, or takes it away where it says nothing.
    pub fn put_unless<P: Part<K, E>>(&mut self, part: P, none: bool) {
        let key = part.key();
        self.set(&key, (!none).then(|| part.into_entity()));
    }

    /// Takes an entity away.
    pub fn remove(&mut self, key: &K) {
        self.set(key, None);
    }

    /// Changes an entity where it is there.
    pub fn edit<P: Part<K, E>>(&mut self, key: &K, change: impl FnOnce(&mut P)) {
        if let Some(mut part) = self.get::<P>(key).cloned() {
            change(&mut part);
            self.put(part);
        }
    }

    /// Changes all entities of a sort.
    pub fn edit_all<P: Part<K, E>>(&mut self, change: impl Fn(&mut P)) {
        let changed = |was: &P| {
            let mut part = was.clone();
            change(&mut part);
            (part != *was).then_some(part)
        };
        let changed: Vec<P> = self.all().filter_map(changed).collect();
        for part in changed {
            self.put(part);
        }
    }

    /// Sets what stands under a key. `entity` is of that key.
    pub fn set(&mut self, key: &K, entity: Option<E>) {
        let was = self.now.get(key);
        if was == entity.as_ref() {
            return;
        }
        if let Some(before) = &mut self.before
            && let Entry::Vacant(first) = before.entry(key.clone())
        {
            first.insert(was.cloned());
        }
        match entity {
            Some(entity) => self.now.insert(key.clone(), entity),
            None => self.now.remove(key),
        };
        self.touch(key);
    }

    /// Names an entity among what changed, although its own value did not: how it is seen did, or who sees it.
    pub fn mark(&mut self, key: &K) {
        if self.contains(key) {
            self.touch(key);
        }
    }

    /// The same for all entities of a sort for which something holds.
    pub fn mark_all<P: Part<K, E>>(&mut self, holds: impl Fn(&P) -> bool) {
        let held = self.all::<P>().filter(|it| holds(it));
        let keys: Vec<K> = held.map(Part::key).collect();
        for key in keys {
            self.touch(&key);
        }
    }

    fn touch(&mut self, key: &K) {
        if let Some(before) = self.changed.insert(key.clone(), self.seq)
            && let Entry::Occupied(mut keys) = self.recent.entry(before)
        {
            keys.get_mut().remove(key);
            if keys.get().is_empty() {
                keys.remove();
            }
        }
        self.recent.entry(self.seq).or_default().insert(key.clone());
        self.made.entry(key.clone()).or_insert(self.seq);
    }
}
