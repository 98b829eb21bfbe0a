//! The preparer's work through the one door that everything goes through: from an export to an encrypted snapshot, with a mistake on
//! the way.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod decisions;
mod door;
mod proposals;
mod way;
