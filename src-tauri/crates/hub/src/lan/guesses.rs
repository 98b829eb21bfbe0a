//! Codes that are typed can be guessed. So few wrong ones are allowed that nobody finds one by trying.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;

/// So many wrong ones in [`MINUTE`] from one address, and it must wait.
const FROM_ONE: usize = 5;
/// What wrong ones from one address are counted in.
const MINUTE: u64 = 60_000;
/// So many wrong codes in [`WINDOW`] from all together, and nobody can type one for [`LOCK`].
const FROM_ALL: usize = 30;
/// What wrong ones from all are counted in.
const WINDOW: u64 = 600_000;
/// How long nobody can type a code.
const LOCK: u64 = 300_000;
/// More addresses than this are never remembered.
const ADDRESSES: usize = 4_096;

/// The wrong guesses of the last while. Times are in milliseconds since 1970.
#[derive(Default)]
pub(crate) struct Guesses {
    all: VecDeque<u64>,
    by: BTreeMap<IpAddr, VecDeque<u64>>,
    locked: Option<u64>,
}

impl Guesses {
    /// How long an address must wait before it may type a code (milliseconds).
    pub fn wait(&mut self, from: IpAddr, now: u64) -> Option<u64> {
        if let Some(until) = self.locked(now) {
            return Some(until - now);
        }
        let own = self.by.get_mut(&from)?;
        own.retain(|at| at + MINUTE > now);
        let oldest = own
            .len()
            .checked_sub(FROM_ONE)
            .and_then(|past| own.get(past))?;
        Some((oldest + MINUTE).saturating_sub(now).max(1))
    }

    /// A wrong code was typed; gives whether codes are locked by it.
    pub fn wrong_code(&mut self, from: IpAddr, now: u64) -> bool {
        self.wrong_key(from, now);
        self.all.retain(|at| at + WINDOW > now);
        self.all.push_back(now);
        if self.all.len() < FROM_ALL {
            return false;
        }
        self.all.clear();
        self.locked = Some(now + LOCK);
        true
    }

    /// A wrong key was used. Keys cannot be guessed, but whoever tries does not type codes either.
    pub fn wrong_key(&mut self, from: IpAddr, now: u64) {
        if self.by.len() >= ADDRESSES {
            self.by
                .retain(|_, times| times.back().is_some_and(|at| at + MINUTE > now));
        }
        if self.by.len() < ADDRESSES || self.by.contains_key(&from) {
            let own = self.by.entry(from).or_default();
            own.push_back(now);
            if own.len() > FROM_ONE {
                own.pop_front();
            }
        }
    }

    /// Until when nobody can type a code.
    pub fn locked(&self, now: u64) -> Option<u64> {
        self.locked.filter(|until| *until > now)
    }

    /// Forgets all.
    pub fn unlock(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::Guesses;

    fn one(last: u8) -> IpAddr {
        Ipv4Addr::new(192, 168, 8, last).into()
    }

    #[test]
    fn who_guesses_waits_and_others_do_not() {
        let mut guesses = Guesses::default();
        for at in 0..4 {
            assert!(!guesses.wrong_code(one(1), at * 1_000));
            assert_eq!(guesses.wait(one(1), at * 1_000), None);
        }
        guesses.wrong_key(one(1), 4_000);
        assert_eq!(guesses.wait(one(1), 10_000), Some(50_000));
        assert_eq!(guesses.wait(one(2), 10_000), None);
        assert_eq!(guesses.wait(one(1), 60_000), None);
    }

    #[test]
    fn many_wrong_ones_lock_codes_for_everyone_for_a_while() {
        let mut guesses = Guesses::default();
        for number in 0..29 {
            assert!(!guesses.wrong_code(one(number), 1_000));
        }
        assert_eq!(guesses.locked(1_000), None);
        assert!(guesses.wrong_code(one(200), 2_000));
        assert_eq!(guesses.wait(one(201), 2_000), Some(300_000));
        assert_eq!(guesses.locked(302_000), None);
        guesses.wrong_code(one(1), 302_000);
        assert_eq!(guesses.locked(302_000), None);
        for number in 0..30 {
            guesses.wrong_code(one(number), 303_000);
        }
        assert!(guesses.locked(303_000).is_some());
        guesses.unlock();
        assert_eq!(guesses.wait(one(1), 303_000), None);
    }
}
