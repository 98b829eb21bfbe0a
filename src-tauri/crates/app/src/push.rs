//! What the program says without being asked, to everyone who listens.

use std::sync::{Mutex, PoisonError};

use protocol::Push;

/// Takes what is said; `false` when it cannot take any more. It must not wait: whoever is slow is dropped, and asks for
/// everything again.
pub type Listener = Box<dyn Fn(&Push) -> bool + Send>;

/// Everyone who listens.
#[derive(Default)]
pub(crate) struct Listeners(Mutex<Vec<Listener>>);

impl Listeners {
    /// Adds one.
    pub fn add(&self, listener: Listener) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(listener);
    }

    /// Tells everyone, in the order in which this is called.
    pub fn tell(&self, push: &Push) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|listener| listener(push));
    }
}
