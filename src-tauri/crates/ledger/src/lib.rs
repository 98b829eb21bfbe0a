//! The session file: append-only events in SQLite, generic over the event.
//!
//! **Invariant:** what [`Ledger::append`] returned for is safe, also when the power goes; what it did not return for is there
//! whole or not at all. This crate knows no other crate of ours: an event is bytes. Clock and ids come from outside.

mod backup;
mod chain;
mod error;
mod file;
mod ledger;
mod number;
mod seal;
mod verify;

#[cfg(test)]
mod tests;

pub use error::{Error, ErrorKind, Result};
pub use ledger::{Commit, Entry, Events, Known, Ledger};
pub use verify::{Problem, Report, verify};
