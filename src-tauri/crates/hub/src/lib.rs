//! The side that speaks HTTP: the desk on loopback, and the tables on the LAN.
//!
//! **Invariant:** this crate knows neither the window nor the ledger; all it does goes through [`app::App`]. The facilitator is
//! served on loopback only: nothing that came in from the LAN is ever a facilitator.

mod channel;
pub mod client;
pub mod desk;
mod guard;
mod keys;
pub mod lan;
mod lanes;
mod pace;
mod sheet;
mod socket;
mod stand;
mod talk;
mod ui;

pub use keys::{Draw, Keys, Whose};
pub use lan::{LanHub, networks};
pub use stand::{stand, wait};
pub use ui::UiFiles;
