//! The side that speaks HTTP: the desk on loopback, and later the tables on the LAN.
//!
//! **Invariant:** this crate knows neither the window nor the ledger; all it does goes through [`app::App`]. The facilitator is
//! served on loopback only.

pub mod desk;
mod guard;
mod keys;
mod sheet;
mod socket;
mod stand;
mod ui;

pub use keys::{Draw, Keys};
pub use stand::stand;
pub use ui::UiFiles;
