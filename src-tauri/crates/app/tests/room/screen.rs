//! A screen as the pages make it (ui/src/state/sync.ts): what it does with views and deltas, and what it may hold.

use std::collections::BTreeMap;

use protocol::{Caller, Delta, Entry, Request, View, key_text};
use workshop::{Entity, ParticipantId, SeatKind, State, TableId};

/// More deltas than this are not kept aside.
const ASIDE: usize = 200;

/// The copy of the session that a screen holds.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    pub entities: BTreeMap<String, Entity>,
    pub at: Option<(u64, String)>,
    aside: Vec<Delta>,
}

impl Screen {
    /// What to ask to be up to date.
    pub fn question(&self) -> Request {
        match &self.at {
            Some((seq, run)) => Request::Since {
                seq: *seq,
                run: run.clone(),
            },
            None => Request::View,
        }
    }

    /// Takes what was said unasked; `false` where the question must be asked.
    pub fn heard(&mut self, delta: Delta) -> bool {
        if self.at.as_ref().is_some_and(|(seq, _)| delta.from <= *seq) {
            self.take(delta);
            return self.catch_up();
        }
        self.aside.push(delta);
        if self.aside.len() > ASIDE {
            self.aside.remove(0);
        }
        false
    }

    /// Takes a view; `false` where the question must be asked again.
    pub fn view(&mut self, view: View) -> bool {
        let older = |(seq, run): &(u64, String)| *run == view.run && view.seq < *seq;
        if self.at.as_ref().is_some_and(older) {
            return self.catch_up();
        }
        self.at = Some((view.seq, view.run));
        self.entities = map(view.entities);
        self.catch_up()
    }

    /// Takes the answer to `Since` of a run.
    pub fn delta(&mut self, delta: Delta, asked: &str) -> bool {
        match &self.at {
            Some((seq, run)) if run == asked && delta.from <= *seq => {
                self.take(delta);
                self.catch_up()
            }
            _ => false,
        }
    }

    /// The connection is another one.
    pub fn cut(&mut self) {
        self.aside.clear();
    }

    /// All must be asked anew.
    pub fn forget(&mut self) {
        self.at = None;
        self.cut();
    }

    fn take(&mut self, delta: Delta) {
        let Some((seq, _)) = &mut self.at else { return };
        if delta.seq <= *seq {
            return;
        }
        *seq = delta.seq;
        self.entities.extend(map(delta.upserts));
        for key in delta.removals {
            self.entities.remove(&key);
        }
    }

    fn catch_up(&mut self) -> bool {
        self.aside.sort_by_key(|delta| delta.from);
        for delta in std::mem::take(&mut self.aside) {
            let known = self.at.as_ref().map(|(seq, _)| *seq);
            match known {
                Some(known) if delta.from <= known => self.take(delta),
                _ => self.aside.push(delta),
            }
        }
        let known = self.at.as_ref().map(|(seq, _)| *seq);
        self.aside
            .retain(|delta| known.is_none_or(|known| delta.from > known));
        self.aside.is_empty()
    }
}

/// Entries by their keys.
pub fn map(entries: Vec<Entry>) -> BTreeMap<String, Entity> {
    let each = |entry: Entry| (entry.key, entry.entity);
    entries.into_iter().map(each).collect()
}

/// What a caller should see: the rules of the craft, written a second time and otherwise.
pub fn expected(state: &State, caller: &Caller) -> BTreeMap<String, Entity> {
    let each = |entity| seen(state, caller, entity);
    let seen = state.entities().filter_map(each);
    seen.map(|it| (key_text(&it.key()), it)).collect()
}

/// An entity as a caller should see it; `None` where it should not.
pub fn seen(state: &State, caller: &Caller, mut entity: Entity) -> Option<Entity> {
    let seat = match caller {
        Caller::Seat(id) => Some(state.seat(id)?),
        _ => None,
    };
    let public = matches!(caller, Caller::Projector | Caller::DecisionMaker);
    let me = seat.and_then(|seat| seat.participant.clone());
    let shared = seat.is_none_or(|seat| seat.kind == SeatKind::Scribe);
    let (table, by) = place(&entity);
    let own = me.is_some() && me == by;
    let here = match (&entity, seat) {
        (Entity::Session(_), _) | (_, None) => true,
        (Entity::Message(it), Some(seat)) => it.tables.contains(&seat.table),
        (_, Some(seat)) => own || table == Some(seat.table),
    };
    let without_device = by.as_ref().is_some_and(|by| {
        let mut all = state.tables().flat_map(|table| state.seats(table.id));
        !all.any(|seat| seat.participant.as_ref() == Some(by))
    });
    let secret = !(own || (shared && without_device));
    let open = matches!(entity, Entity::Session(_) | Entity::Table(_));
    if !here || (public && !open) {
        return None;
    }
    match &mut entity {
        Entity::Experience(it) if it.private && !own => return None,
        Entity::Vote(it) if secret && !state.table(it.table)?.votes_shown => {
            it.perspectives.clear()
        }
        Entity::Dots(it) if secret && !state.table(it.table)?.dots_closed => it.dots.clear(),
        Entity::Table(it) if public => {
            it.help = None;
            it.pointed = None;
        }
        _ => {}
    }
    Some(entity)
}

/// The table of a thing, and whose it is, where it is somebody's.
fn place(entity: &Entity) -> (Option<TableId>, Option<ParticipantId>) {
    let (table, by) = match entity {
        Entity::Session(_) | Entity::Message(_) => return (None, None),
        Entity::Vote(it) => (it.table, Some(&it.participant)),
        Entity::Dots(it) => (it.table, Some(&it.participant)),
        Entity::Experience(it) => (it.table, it.by.as_ref()),
        Entity::Table(it) => (it.id, None),
        Entity::Participant(it) => (it.table, None),
        Entity::Guess(it) => (it.table, None),
        Entity::OwnInterpretation(it) => (it.table, None),
        Entity::Recognition(it) => (it.table, None),
        Entity::Read(it) => (it.table, None),
        Entity::Kept(it) => (it.table, None),
        Entity::Note(it) => (it.table, None),
        Entity::Cluster(it) => (it.table, None),
        Entity::Idea(it) => (it.table, None),
        Entity::Field(it) => (it.table, None),
        Entity::Poster(it) => (it.table, None),
        Entity::Seat(it) => (it.table, None),
        Entity::Photo(it) => (it.table, None),
    };
    (Some(table), by.cloned())
}
