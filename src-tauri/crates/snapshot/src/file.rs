//! What the file format fixes.

/// `RgTm` in ASCII, at offset 68 of the file.
pub const APPLICATION_ID: i32 = 0x5267_546d;

/// The version of the format, as `user_version`. A change of the tables raises it.
pub const VERSION: u32 = 1;

/// No snapshot is larger than this number of bytes.
pub const LARGEST: u64 = 256 << 20;

/// What a snapshot's file name ends with.
pub const EXTENSION: &str = "momentopname";

/// All tables of a snapshot; a file with anything else is refused.
pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// The state of a snapshot that a session may work with.
pub(crate) const PUBLISHED: &str = "published";
