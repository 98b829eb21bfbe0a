//! The use cases: [`App::call`] answers every request, whoever it comes from and by whichever way.
//!
//! **Invariant:** this crate knows neither window nor network. Clock, folder and viewer come in by [`Edges`]; who asks is set by
//! the transport. A command is acknowledged after it is safe on disk, never before.

mod advice;
mod batch;
mod date;
mod desk;
mod edges;
mod eyes;
mod file;
mod house;
mod join;
mod keys;
mod lan;
mod line;
mod page;
mod photo;
mod poster;
mod prepare;
mod reading;
mod roles;
mod room;
mod sheets;
mod sitting;
mod watch;
mod words;

pub use advice::advise;
pub use date::iso_day;
pub use desk::{App, Windows};
pub use edges::{Edges, Opener};
pub use file::write_whole;
pub use house::{attach_snapshot, begin, snapshot_check, snapshot_info, verify};
pub use keys::{Door, Key};
pub use lan::{Lan, LanStatus};
pub use line::{Line, News};
pub use prepare::{Draft, Mapping, Opened, PrepareOrder, look_into};
pub use roles::{COMMANDS, REQUESTS, Role};
pub use room::Wake;
pub use sheets::{Printing, print_set, print_sheets};
pub use sitting::{Order, Sitting};
pub use watch::watch;
pub use words::{Language, fill};
