//! The crate from outside: charts, checks and searches.

#![allow(clippy::unwrap_used, reason = "helpers of tests may")]

mod charts;
mod checks;
mod sample;
mod searches;
