//! The crate from outside: round trips, files that must be refused, and searches.

#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

mod container;
mod invalid;
mod making;
mod mutations;
mod round_trip;
mod searches;

use std::sync::OnceLock;

use stories::{Collection, StoryId};

/// A dozen stories with all perspectives, made once.
pub fn small() -> &'static Collection {
    static SMALL: OnceLock<Collection> = OnceLock::new();
    SMALL.get_or_init(|| {
        let mut all = fixture::round1(7);
        all.stories.truncate(12);
        for perspective in &mut all.perspectives {
            perspective.support = vec![StoryId(2), StoryId(1)];
        }
        all
    })
}

/// The bytes of [`small`].
pub fn small_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| snapshot::write(small()).unwrap())
}
