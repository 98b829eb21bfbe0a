//! The use cases: [`App::call`] answers every request, whoever it comes from and by whichever way.
//!
//! **Invariant:** this crate knows neither window nor network. Clock, folder and viewer come in by [`Edges`]; who asks is set by
//! the transport. A command is acknowledged after it is safe on disk, never before.

mod advice;
mod date;
mod desk;
mod edges;
mod file;
mod house;
mod paper;
mod poster;
mod push;
mod reading;
mod roles;
mod sitting;
mod watch;
mod words;

pub use advice::advise;
pub use date::iso_day;
pub use desk::App;
pub use edges::{Edges, Opener};
pub use file::write_whole;
pub use house::{attach_snapshot, begin, snapshot_info, verify};
pub use paper::{Printing, print_posters};
pub use push::Listener;
pub use roles::{COMMANDS, REQUESTS, Role, may};
pub use sitting::{Order, Sitting};
pub use watch::watch;
pub use words::{Language, fill};
