//! Photos of what a table made on paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ParticipantId, PhotoId, TableId};

/// What is on a photo.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PhotoOf {
    /// A wall or table with notes.
    Wall,
    /// A poster that was filled in by hand.
    Poster,
}

/// A photo of what a table made on paper. The picture itself is kept beside the events, under `photo/<id>`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Photo {
    /// The id.
    pub id: PhotoId,
    /// The table.
    pub table: TableId,
    /// What is on it.
    pub of: PhotoOf,
    /// What the table says about it; may be empty.
    pub text: String,
    /// Who took it, where given.
    pub by: Option<ParticipantId>,
    /// When it came in (milliseconds since 1970).
    pub at: u64,
    /// The SHA-256 of the picture, hexadecimal.
    pub hash: String,
    /// The size of the picture in bytes.
    pub bytes: u32,
    /// Its width in pixels.
    pub width: u16,
    /// Its height in pixels.
    pub height: u16,
}
