//! Who may come in: the one-time token of the address, and the secrets that pages got for it.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Draws 24 random bytes; given by the edge.
pub type Draw = Box<dyn Fn() -> [u8; 24] + Send + Sync>;

/// More pages than this never hold a secret; the oldest lose theirs.
const MOST_SECRETS: usize = 64;

/// The tokens and secrets of a desk, all in memory: a new start of the program makes all of them worthless.
pub struct Keys {
    draw: Draw,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    token: Option<String>,
    secrets: Vec<String>,
}

impl Keys {
    /// No token yet: [`Self::token`] makes one.
    pub fn new(draw: Draw) -> Self {
        Self {
            draw,
            known: Mutex::default(),
        }
    }

    /// Makes a new one-time token; one that was not used is worthless from now on.
    pub fn token(&self) -> String {
        let token = self.word();
        self.known().token = Some(token.clone());
        token
    }

    /// A secret for the page that shows the token; the token is spent by it.
    pub(crate) fn exchange(&self, token: &str) -> Option<String> {
        let secret = self.word();
        let mut known = self.known();
        if !known
            .token
            .as_deref()
            .is_some_and(|right| same(right, token))
        {
            return None;
        }
        known.token = None;
        if known.secrets.len() >= MOST_SECRETS {
            known.secrets.remove(0);
        }
        known.secrets.push(secret.clone());
        Some(secret)
    }

    /// Whether a page has this secret.
    pub(crate) fn knows(&self, secret: &str) -> bool {
        self.known().secrets.iter().any(|known| same(known, secret))
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

    use super::Keys;

    #[test]
    fn a_token_opens_once_and_a_secret_as_often_as_one_likes() {
        let next = AtomicU8::new(0);
        let keys = Keys::new(Box::new(move || [next.fetch_add(1, Ordering::Relaxed); 24]));
        let token = keys.token();
        assert_eq!(keys.exchange("something else"), None);
        let secret = keys.exchange(&token).unwrap();
        assert_eq!(keys.exchange(&token), None);
        assert!(keys.knows(&secret) && keys.knows(&secret));
        assert!(!keys.knows(&token) && !keys.knows(""));
    }
}
