//! Long lists are answered a page at a time.

use std::iter::{Skip, Take};

/// The most lines of one answer.
pub(crate) const MOST_LINES: u32 = 100;

/// A part of a list; nothing where it begins behind the end.
pub(crate) fn page<I: IntoIterator>(all: I, offset: u32, limit: u32) -> Take<Skip<I::IntoIter>> {
    all.into_iter().skip(offset as usize).take(limit as usize)
}
