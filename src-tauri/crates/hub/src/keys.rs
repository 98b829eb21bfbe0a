//! Who may come in: the one-time token of the address, and the secrets that pages got for it.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Draws 24 random bytes; given by the edge.
pub type Draw = Box<dyn Fn() -> [u8; 24] + Send + Sync>;

/// More pages than this never hold a secret; the oldest lose theirs.
const MOST_SECRETS: usize = 64;

/// Who a token or secret is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Whose {
    /// The facilitator.
    Facilitator,
    /// A projector that this machine shows itself.
    Projector,
}

/// The tokens and secrets of a desk, all in memory: a new start of the program makes all of them worthless.
pub struct Keys {
    draw: Draw,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// The tokens that were not used yet, one for each.
    tokens: Vec<(Whose, String)>,
    secrets: Vec<(Whose, String)>,
}

impl Keys {
    /// No token yet: [`Self::token`] makes one.
    pub fn new(draw: Draw) -> Self {
        Self {
            draw,
            known: Mutex::default(),
        }
    }

    /// Makes a new one-time token; one for the same that was not used is worthless from now on.
    pub fn token(&self, whose: Whose) -> String {
        let token = self.word();
        let mut known = self.known();
        known.tokens.retain(|(other, _)| *other != whose);
        known.tokens.push((whose, token.clone()));
        token
    }

    /// A secret for the page that shows a token, and who it is; the token is spent by it.
    pub(crate) fn exchange(&self, token: &str) -> Option<(Whose, String)> {
        let secret = self.word();
        let mut known = self.known();
        let place = known
            .tokens
            .iter()
            .position(|(_, right)| same(right, token))?;
        let (whose, _) = known.tokens.remove(place);
        if known.secrets.len() >= MOST_SECRETS {
            known.secrets.remove(0);
        }
        known.secrets.push((whose, secret.clone()));
        Some((whose, secret))
    }

    /// Who has this secret.
    pub(crate) fn whose(&self, secret: &str) -> Option<Whose> {
        let known = self.known();
        let mut all = known.secrets.iter();
        all.find(|(_, right)| same(right, secret))
            .map(|(whose, _)| *whose)
    }

    /// A new random word of 48 characters.
    pub(crate) fn word(&self) -> String {
        (self.draw)()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Compares in a time that does not tell where the first difference is.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes()
            .zip(b.bytes())
            .fold(0, |seen, (a, b)| seen | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::{Keys, Whose};

    #[test]
    fn a_token_opens_once_and_a_secret_as_often_as_one_likes() {
        let next = AtomicU8::new(0);
        let keys = Keys::new(Box::new(move || [next.fetch_add(1, Ordering::Relaxed); 24]));
        for whose in [Whose::Facilitator, Whose::Projector] {
            let old = keys.token(whose);
            let token = keys.token(whose);
            for wrong in ["something else", "", &old] {
                assert_eq!(keys.exchange(wrong), None);
            }
            let (found, secret) = keys.exchange(&token).unwrap();
            assert_eq!(found, whose);
            assert_eq!(keys.exchange(&token), None);
            for _ in 0..2 {
                assert_eq!(keys.whose(&secret), Some(whose));
            }
            assert_eq!((keys.whose(&token), keys.whose("")), (None, None));
        }
    }
}
