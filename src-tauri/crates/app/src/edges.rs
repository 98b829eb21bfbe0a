//! What the core gets from outside: the clock, the folder, and a way to open a file.

use std::path::{Path, PathBuf};

/// What the core gets from outside.
pub struct Edges {
    /// The clock, in milliseconds since 1970.
    pub now: Box<dyn Fn() -> u64 + Send + Sync>,
    /// Opens a file in the system's viewer, where there is one.
    pub opener: Option<Opener>,
    /// Whether the program can show file dialogs of its own.
    pub dialogs: bool,
    /// Draws 32 random bytes that nobody can guess.
    pub draw: Box<dyn Fn() -> [u8; 32] + Send + Sync>,
    /// Where sessions, snapshots, posters and backups are kept.
    pub folder: PathBuf,
}

/// Opens a file in the system's viewer.
pub type Opener = Box<dyn Fn(&Path) + Send + Sync>;
