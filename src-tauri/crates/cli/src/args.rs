//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Regiotafel without a window.
#[derive(Debug, Parser)]
#[command(name = "regio", version, about)]
pub struct Args {
    /// The language of messages and sheets: nl or en (otherwise that of LANG, and Dutch where that is another one).
    #[arg(long, global = true)]
    pub language: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes the invented snapshot.
    Fixture(Fixture),
    /// Looks into a snapshot.
    #[command(subcommand)]
    Snapshot(SnapshotCommand),
    /// Makes, fills and checks sessions.
    #[command(subcommand)]
    Session(SessionCommand),
    /// Makes sheets.
    #[command(subcommand)]
    Print(PrintCommand),
    /// Serves the screens to a browser on this machine and to devices.
    Serve(Serve),
    /// Lets many made-up devices work at once, on this machine alone; says how quick it was, and whether anything was lost.
    Load(Load),
}

/// Writes the invented snapshot.
#[derive(Debug, Parser)]
pub struct Fixture {
    /// The file to write; one that is there is replaced.
    #[arg(long)]
    pub out: PathBuf,
    /// Round 1 (400 stories, 8 perspectives) or 2 (4,981 stories, 12 perspectives).
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    pub round: u8,
    /// The same seed gives the same file.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// Looks into a snapshot.
#[derive(Debug, Subcommand)]
pub enum SnapshotCommand {
    /// Says what a snapshot is.
    Info {
        /// The snapshot.
        file: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Makes, fills and checks sessions.
#[derive(Debug, Subcommand)]
pub enum SessionCommand {
    /// Begins a session in a new file.
    New(New),
    /// Carries out commands, one a line: {"id":…,"command":{…},"at":…}. Answers each with a line once it is safe on disk.
    Apply {
        /// The session.
        session: PathBuf,
        /// The commands; - for standard input.
        commands: PathBuf,
        /// The snapshot, out of which quoted stories are kept (otherwise one beside the session).
        #[arg(long)]
        snapshot: Option<PathBuf>,
    },
    /// Shows all that is in a session.
    Show {
        /// The session.
        session: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Checks that a session file is what was written.
    Verify {
        /// The session.
        session: PathBuf,
    },
}

/// Begins a session in a new file.
#[derive(Debug, Parser)]
pub struct New {
    /// The snapshot that it runs on.
    #[arg(long)]
    pub snapshot: PathBuf,
    /// How many tables.
    #[arg(long)]
    pub tables: u8,
    /// The region, as it is written on the poster.
    #[arg(long)]
    pub region: String,
    /// The file to write.
    #[arg(long)]
    pub out: PathBuf,
    /// The name (otherwise that of the region).
    #[arg(long)]
    pub name: Option<String>,
    /// The day, such as 2026-11-22 (otherwise today).
    #[arg(long)]
    pub date: Option<String>,
    /// When it begins, in milliseconds since 1970 (otherwise now); with it, the same words give the same file.
    #[arg(long)]
    pub at: Option<u64>,
}

/// Makes sheets.
#[derive(Debug, Subcommand)]
pub enum PrintCommand {
    /// Writes the posters of a session.
    Poster(Poster),
}

/// Writes the posters of a session.
#[derive(Debug, Parser)]
pub struct Poster {
    /// The session.
    pub session: PathBuf,
    /// The folder for the posters.
    #[arg(long)]
    pub out: PathBuf,
    /// Only this table; may be given more than once.
    #[arg(long)]
    pub table: Vec<u8>,
    /// The blank poster instead.
    #[arg(long, conflicts_with = "table")]
    pub blank: bool,
    /// Pictures of the pages instead of PDF.
    #[arg(long)]
    pub preview: Option<Preview>,
    /// The snapshot (otherwise what the session kept of it).
    #[arg(long)]
    pub snapshot: Option<PathBuf>,
}

/// The sort of picture.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Preview {
    /// Scalable pictures.
    Svg,
}

/// Serves the screens: the desk to a browser on this machine, tables to devices on the LAN, or both.
#[derive(Debug, Parser)]
pub struct Serve {
    /// A session, a snapshot, or a folder with them.
    pub path: PathBuf,
    /// The desk, on loopback, with a one-time token in the address.
    #[arg(long, required_unless_present = "lan")]
    pub desk: bool,
    /// Lets devices in at this address of the machine, such as 192.168.8.2 or 192.168.8.2:8080 (port 0 takes a free one). Prints
    /// for each table its number, its code and its link, and the link of the projector.
    #[arg(long)]
    pub lan: Option<String>,
    /// The port of the desk; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// A folder with the built screens (otherwise those that the program carries).
    #[arg(long)]
    pub ui: Option<PathBuf>,
}

/// Lets many made-up devices work at once on a session of its own, which is gone afterwards.
#[derive(Debug, Parser)]
pub struct Load {
    /// How many devices, at most 1,000. Where there are more than places, several share one, like two tabs of one person.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub clients: u16,
    /// For how many seconds, at most 300.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=300))]
    pub seconds: u16,
    /// At how many tables, at most 12 (otherwise one for each eight devices).
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=12))]
    pub tables: Option<u8>,
    /// The same seed lets people do the same things.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// As one line of JSON.
    #[arg(long)]
    pub json: bool,
}
