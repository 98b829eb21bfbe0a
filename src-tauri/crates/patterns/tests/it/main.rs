//! The crate from outside.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may"
)]

mod expressions;
mod found;
mod reference;
mod rules;
mod slow;
mod words;

use std::sync::OnceLock;

use stories::{Filter, Library};

/// The second round of the invented snapshot, made once.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::new(fixture::round2(1)).unwrap())
}

/// A filter in words.
pub fn filter(expression: &str) -> Filter {
    patterns::parse_filter(expression, library()).unwrap()
}
