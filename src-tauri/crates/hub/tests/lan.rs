//! The LAN as devices meet it, over real sockets on loopback.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

#[path = "lan/attacks.rs"]
mod attacks;
#[path = "lan/doors.rs"]
mod doors;
#[path = "lan/house.rs"]
mod house;
#[path = "lan/joining.rs"]
mod joining;
#[path = "lan/moves.rs"]
mod moves;
#[path = "lan/pages.rs"]
mod pages;
#[path = "lan/rights.rs"]
mod rights;
