//! How many may be connected: in all, and from one address as long as they did not show that they belong here.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How many may be connected.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections in all.
    pub connections: usize,
    /// Lasting connections in all; a device beyond these is told that it is full.
    pub sockets: usize,
    /// Connections from one address. Whoever showed a right key does not count: some venues hide all phones behind one address.
    pub from_one: usize,
    /// Whether the laptop itself may have as many as it likes.
    pub spare_loopback: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_024,
            sockets: 1_000,
            from_one: 64,
            spare_loopback: true,
        }
    }
}

/// Counts who is connected.
pub(crate) struct Places {
    limits: Limits,
    connections: AtomicUsize,
    sockets: AtomicUsize,
    by: Mutex<BTreeMap<IpAddr, usize>>,
}

/// One connection; dropping it makes room.
pub(crate) struct Place {
    places: Arc<Places>,
    from: IpAddr,
    counted: AtomicBool,
}

/// One lasting connection; dropping it makes room.
pub(crate) struct Seat(Arc<Places>);

impl Places {
    pub fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self {
            limits,
            connections: AtomicUsize::new(0),
            sockets: AtomicUsize::new(0),
            by: Mutex::default(),
        })
    }

    /// A place for a connection; `None` where there is none.
    pub fn enter(self: &Arc<Self>, from: IpAddr) -> Option<Place> {
        let counts = !(from.is_loopback() && self.limits.spare_loopback);
        if counts {
            let mut by = self.by.lock().unwrap_or_else(PoisonError::into_inner);
            let own = by.entry(from).or_default();
            if *own >= self.limits.from_one {
                return None;
            }
            *own += 1;
        }
        let before = self.connections.fetch_add(1, Ordering::Relaxed);
        let place = Place {
            places: Arc::clone(self),
            from,
            counted: AtomicBool::new(counts),
        };
        (before < self.limits.connections).then_some(place)
    }

    /// A place for a lasting connection; `None` where there is none.
    pub fn sit(self: &Arc<Self>) -> Option<Seat> {
        let before = self.sockets.fetch_add(1, Ordering::Relaxed);
        let seat = Seat(Arc::clone(self));
        (before < self.limits.sockets).then_some(seat)
    }
}

impl Place {
    /// It showed a right key: it no longer counts for its address.
    pub fn belongs(&self) {
        if !self.counted.swap(false, Ordering::Relaxed) {
            return;
        }
        let mut by = self
            .places
            .by
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = by.get_mut(&self.from) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                by.remove(&self.from);
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.belongs();
        self.places.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.sockets.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Places};

    #[test]
    fn places_are_counted_and_come_free() {
        let places = Places::new(Limits {
            connections: 3,
            sockets: 1,
            from_one: 2,
            spare_loopback: true,
        });
        let (one, other) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        let first = places.enter(one).unwrap();
        let second = places.enter(one).unwrap();
        assert!(places.enter(one).is_none());
        first.belongs();
        let third = places.enter(one).unwrap();
        assert!(places.enter(other).is_none());
        drop(second);
        let fourth = places.enter(one).unwrap();
        assert!(places.enter(one).is_none());
        drop((first, third, fourth));
        let _all: Vec<_> = (0..3)
            .map(|_| places.enter([127, 0, 0, 1].into()).unwrap())
            .collect();
        let seat = places.sit().unwrap();
        assert!(places.sit().is_none());
        drop(seat);
        assert!(places.sit().is_some());
    }
}
