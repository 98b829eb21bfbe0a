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
    /// Takes a survey export into a draft: a new one, or one that is there.
    Intake(Intake),
    /// Shows which answers fall together, the strongest patterns first.
    Patterns(Patterns),
    /// Fills, asks and publishes drafts.
    #[command(subcommand)]
    Prepare(PrepareCommand),
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
        /// A file with the words that open it, where it is encrypted; - for standard input.
        #[arg(long)]
        passphrase: Option<PathBuf>,
    },
    /// Says whether a snapshot is what was published. Ends with a failure where it is not.
    Check {
        /// The snapshot.
        file: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// A file with the words that open it, where it is encrypted; - for standard input.
        #[arg(long)]
        passphrase: Option<PathBuf>,
    },
}

/// Takes a survey export into a draft.
#[derive(Debug, Parser)]
pub struct Intake {
    /// The export: CSV, XLSX or ODS.
    pub export: PathBuf,
    /// The draft; made where it is not there.
    #[arg(long)]
    pub out: PathBuf,
    /// A codebook of an earlier export, a NarraFirma story form or a SenseMaker definition (otherwise what the program proposes).
    #[arg(long)]
    pub codebook: Option<PathBuf>,
    /// Saves the codebook as it was used.
    #[arg(long)]
    pub save_codebook: Option<PathBuf>,
    /// What becomes of rows that cannot be taken in (otherwise nothing is taken in when there are any).
    #[arg(long)]
    pub where_bad: Option<WhereBad>,
    /// The sheet of a workbook (otherwise the first with something in it).
    #[arg(long)]
    pub sheet: Option<String>,
    /// The name of a new draft (otherwise that of the export).
    #[arg(long)]
    pub name: Option<String>,
    /// When it happens, in milliseconds since 1970 (otherwise now).
    #[arg(long)]
    pub at: Option<u64>,
    /// As one line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// What becomes of rows that cannot be taken in.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WhereBad {
    /// They are left behind, and kept in a list.
    Skip,
}

/// Shows which answers fall together.
#[derive(Debug, Parser)]
pub struct Patterns {
    /// A snapshot, or a draft.
    pub file: PathBuf,
    /// Only these stories, such as 'good >= 60 and role = parent'.
    #[arg(long = "where", default_value = "")]
    pub selection: String,
    /// All figures as JSON.
    #[arg(long)]
    pub json: bool,
    /// So many patterns.
    #[arg(long, default_value_t = 20)]
    pub top: usize,
    /// A file with the words that open the snapshot, where it is encrypted; - for standard input.
    #[arg(long)]
    pub passphrase: Option<PathBuf>,
}

/// Fills, asks and publishes drafts.
#[derive(Debug, Subcommand)]
pub enum PrepareCommand {
    /// Carries out commands, one a line: {"id":…,"command":{…},"at":…}. Answers each with a line once it is safe on disk.
    Apply {
        /// The draft.
        draft: PathBuf,
        /// The commands; - for standard input.
        commands: PathBuf,
    },
    /// Answers what a screen could ask, as JSON: {"type":"masks","query":{"limit":100}}, {"type":"checks"}, ….
    Ask {
        /// The draft.
        draft: PathBuf,
        /// What is asked.
        question: String,
    },
    /// Writes the snapshot of a draft.
    Publish {
        /// The draft.
        draft: PathBuf,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
        /// Encrypts it; the six words that open it are printed, once.
        #[arg(long)]
        encrypt: bool,
        /// When it is made, in milliseconds since 1970 (otherwise now).
        #[arg(long)]
        at: Option<u64>,
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
    /// Writes the proposal posters of tables (A1).
    Poster {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
        /// The blank poster instead.
        #[arg(long, conflicts_with = "table")]
        blank: bool,
        #[command(flatten)]
        tiles: Large,
    },
    /// Writes a brochure of each perspective (A4, folded to A5).
    Brochure {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        which: Perspectives,
        /// In the order of reading, instead of to be folded.
        #[arg(long)]
        flat: bool,
    },
    /// Writes cards with stories, to be cut out of A4.
    Cards {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        which: Perspectives,
        #[command(flatten)]
        cards: Stories,
    },
    /// Writes sheets for notes, for a table on paper (A4).
    Notes {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
    },
    /// Writes sheets for the choice of perspectives, for a table on paper (A4).
    Votes {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
    },
    /// Writes sheets for clusters and ideas, for a table on paper (A4).
    Table {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
    },
    /// Writes the overview: what all who told said, question by question (A1).
    Overview {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tiles: Large,
    },
    /// Writes cards for what is agreed (A5, two on A4).
    Agreement {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
    },
    /// Writes the facilitator's afternoon (A4).
    RunSheet {
        #[command(flatten)]
        to: Printing,
    },
    /// Writes how to join with a phone, for each table (A4).
    Join {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        tables: Tables,
        #[command(flatten)]
        entrance: Entrance,
    },
    /// Writes a page to try a printer with (A4).
    Test {
        #[command(flatten)]
        to: Printing,
    },
    /// Writes a poster on smaller paper, to be put together: the filled ones, the blank one or the overview.
    Tiles {
        #[command(flatten)]
        to: Printing,
        /// Of which sheet.
        #[arg(long, default_value = "poster")]
        of: Whole,
        #[command(flatten)]
        tables: Tables,
        /// The paper.
        #[arg(long, default_value = "a3")]
        paper: Paper,
        /// At full size, or as large as fits on the fewest pages.
        #[arg(long, default_value = "fit")]
        scale: Scale,
    },
    /// Writes everything for a session, named in the order of printing, with a cover that says what goes on which paper.
    Set {
        #[command(flatten)]
        to: Printing,
        #[command(flatten)]
        cards: Stories,
        #[command(flatten)]
        tiles: Large,
        #[command(flatten)]
        entrance: Entrance,
    },
}

/// From what, to where and how sheets are written.
#[derive(Debug, Parser)]
pub struct Printing {
    /// The session.
    pub session: PathBuf,
    /// The folder for the sheets.
    #[arg(long)]
    pub out: PathBuf,
    /// Pictures of the pages instead of PDF.
    #[arg(long)]
    pub preview: Option<Preview>,
    /// The snapshot (otherwise the one beside the session, or else what the session kept of it).
    #[arg(long)]
    pub snapshot: Option<PathBuf>,
}

/// For which tables.
#[derive(Debug, Parser)]
pub struct Tables {
    /// Only this table; may be given more than once.
    #[arg(long)]
    pub table: Vec<u8>,
}

/// Of which perspectives.
#[derive(Debug, Parser)]
pub struct Perspectives {
    /// Only this perspective, such as p4; may be given more than once.
    #[arg(long)]
    pub perspective: Vec<String>,
    /// Only the perspectives that this table chose.
    #[arg(long, conflicts_with = "perspective")]
    pub table: Option<u8>,
}

/// Which stories come on cards, and how.
#[derive(Debug, Parser)]
pub struct Stories {
    /// How many stories of each perspective; 0 for all.
    #[arg(long, default_value_t = 4)]
    pub each: u16,
    /// Only stories of at most so many words.
    #[arg(long)]
    pub max_words: Option<u32>,
    /// Only stories of who tells in this role, by its option in the codebook; may be given more than once.
    #[arg(long)]
    pub voice: Vec<String>,
    /// A story that comes along in any case; may be given more than once.
    #[arg(long)]
    pub add: Vec<u32>,
    /// A story that stays behind; may be given more than once.
    #[arg(long)]
    pub remove: Vec<u32>,
    /// Prints at most so many characters of every story, and says so.
    #[arg(long, conflicts_with = "cards")]
    pub cut: Option<u32>,
    /// Prints as much of every story as takes no more than so many cards with its answers, and says so.
    #[arg(long)]
    pub cards: Option<u32>,
    /// A story that takes no more than so many cards, and how many; may be given more than once.
    #[arg(long, num_args = 2, value_names = ["STORY", "CARDS"])]
    pub shorten: Vec<u32>,
    /// A story that stays whole where others are shortened; may be given more than once.
    #[arg(long)]
    pub whole: Vec<u32>,
    /// The size of a card.
    #[arg(long, default_value = "a5")]
    pub size: Size,
}

/// On which paper an A1 goes, where that is not A1.
#[derive(Debug, Parser)]
pub struct Large {
    /// Smaller paper, to be put together.
    #[arg(long)]
    pub paper: Option<Paper>,
    /// At full size, or as large as fits on the fewest pages.
    #[arg(long, default_value = "fit", requires = "paper")]
    pub scale: Scale,
}

/// How devices come in.
#[derive(Debug, Parser)]
pub struct Entrance {
    /// The address of the laptop on the LAN, such as 192.168.8.2 or 192.168.8.2:8080.
    #[arg(long)]
    pub address: Option<String>,
    /// The name of the Wi-Fi.
    #[arg(long, default_value = "")]
    pub wifi: String,
    /// Its password.
    #[arg(long, default_value = "")]
    pub password: String,
}

/// A sheet of A1.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Whole {
    /// The filled posters.
    Poster,
    /// The poster to fill in by hand.
    Blank,
    /// The overview.
    Overview,
}

/// Paper for tiles.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Paper {
    /// A3.
    A3,
    /// A4.
    A4,
}

/// How large a sheet is when it was put together.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Scale {
    /// 100 %.
    Full,
    /// As large as fits on the fewest pages.
    Fit,
}

/// The size of a story card.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Size {
    /// Two on A4.
    A5,
    /// Four on A4.
    A6,
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
