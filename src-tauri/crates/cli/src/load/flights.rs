//! Notes on their way to all screens of a table.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use workshop::NoteId;

/// The notes of one table that are on their way to its screens.
pub struct Flights(Mutex<Inside>);

struct Inside {
    /// Which screens are connected and up to date.
    here: Vec<bool>,
    on_way: BTreeMap<NoteId, Vec<Flight>>,
}

/// One wording of a note on its way.
struct Flight {
    by: usize,
    revision: u32,
    typed: Instant,
    /// The screens that do not have it yet.
    missing: Vec<bool>,
}

impl Flights {
    /// Of a table with so many screens.
    pub fn new(screens: usize) -> Self {
        Self(Mutex::new(Inside {
            here: vec![false; screens],
            on_way: BTreeMap::new(),
        }))
    }

    /// A screen is connected and up to date.
    pub fn enter(&self, screen: usize) {
        if let Some(here) = self.inside().here.get_mut(screen) {
            *here = true;
        }
    }

    /// A screen is not connected any more: nothing that is on its way has to reach it, and what it sent itself is not measured,
    /// for it may have been sent in vain.
    pub fn leave(&self, screen: usize) {
        let mut inside = self.inside();
        if let Some(here) = inside.here.get_mut(screen) {
            *here = false;
        }
        for flights in inside.on_way.values_mut() {
            flights.retain_mut(|flight| flight.by != screen && !flight.reach(screen));
        }
        inside.on_way.retain(|_, flights| !flights.is_empty());
    }

    /// A wording of a note goes off.
    pub fn send(&self, by: usize, note: &NoteId, revision: u32, typed: Instant) {
        let mut inside = self.inside();
        if !inside.here.get(by).is_some_and(|here| *here) {
            return;
        }
        let missing = inside.here.clone();
        inside.on_way.entry(note.clone()).or_default().push(Flight {
            by,
            revision,
            typed,
            missing,
        });
    }

    /// A screen has a wording, and with it has seen all before. Gives how long it took those that now are on all screens.
    pub fn seen(&self, screen: usize, note: &NoteId, revision: u32) -> Vec<Duration> {
        let mut took = Vec::new();
        let mut inside = self.inside();
        let Some(flights) = inside.on_way.get_mut(note) else {
            return took;
        };
        flights.retain_mut(|flight| {
            let arrived = flight.revision <= revision && flight.reach(screen);
            if arrived {
                took.push(flight.typed.elapsed());
            }
            !arrived
        });
        if flights.is_empty() {
            inside.on_way.remove(note);
        }
        took
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Flight {
    /// It is on this screen; whether it is on all.
    fn reach(&mut self, screen: usize) -> bool {
        if let Some(missing) = self.missing.get_mut(screen) {
            *missing = false;
        }
        !self.missing.contains(&true)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::Flights;

    #[test]
    fn a_note_has_landed_when_all_screens_that_are_there_have_it() {
        let flights = Flights::new(4);
        let note = "n1".into();
        let now = Instant::now();
        flights.send(0, &note, 1, now);
        for screen in 0..3 {
            flights.enter(screen);
        }
        flights.send(0, &note, 1, now);
        flights.send(0, &note, 2, now);
        assert_eq!(flights.seen(0, &note, 1).len(), 0);
        assert_eq!(flights.seen(1, &note, 2).len(), 0);
        assert_eq!(flights.seen(0, &note, 2).len(), 0);
        assert_eq!(flights.seen(2, &note, 1).len(), 1);
        assert_eq!(flights.seen(2, &note, 2).len(), 1);
        flights.send(0, &note, 3, now);
        flights.leave(0);
        assert_eq!(
            flights.seen(1, &note, 3).len() + flights.seen(2, &note, 3).len(),
            0
        );
        flights.send(1, &note, 4, now);
        assert_eq!(flights.seen(1, &note, 4).len(), 0);
        assert_eq!(flights.seen(2, &note, 4).len(), 1);
    }
}
