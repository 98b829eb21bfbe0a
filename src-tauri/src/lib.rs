//! The desktop program: window, dialogs, IPC; nothing else.
//!
//! **Invariant:** no rule of the session and no word for people is decided here; everything goes through [`app::App`].

pub mod commands;
pub mod lines;
mod start;
mod window;
mod windowless;

pub use start::run;
