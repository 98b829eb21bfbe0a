//! What the file format fixes.

/// `RgTm` in ASCII, at offset 68 of the file.
pub const APPLICATION_ID: i32 = 0x5267_546d;

/// The newest version of the format, as `user_version`. A change of the tables raises it.
///
/// A file has the lowest version that can say what it holds: a snapshot that does not tell how it came to be is written as version 1,
/// with the hash that it always had; version 2 adds the tables of [`Making`](crate::Making).
pub const VERSION: u32 = 2;

/// No snapshot is larger than this number of bytes.
pub const LARGEST: u64 = 256 << 20;

/// What a snapshot's file name ends with.
pub const EXTENSION: &str = "momentopname";

/// All tables of a snapshot of version 1; a file with anything else is refused.
pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// The tables that version 2 adds.
pub(crate) const SCHEMA_2: &str = include_str!("schema_2.sql");

/// The state of a snapshot that a session may work with.
pub(crate) const PUBLISHED: &str = "published";
