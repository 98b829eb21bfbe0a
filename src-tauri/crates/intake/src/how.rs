//! How a file is to be read, where the preparer knows better, and how much of it at most.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the preparer says about a file; everything left out is found out.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct How {
    /// How letters are written as bytes (text files only).
    pub encoding: Option<Encoding>,
    /// What stands between two cells (text files only).
    pub delimiter: Option<Delimiter>,
    /// The name of the sheet (workbooks only); otherwise the first with two rows or more.
    pub sheet: Option<String>,
    /// The number of header rows, 1 to 3.
    pub header_rows: Option<u8>,
    /// How much is taken in at most.
    #[serde(skip)]
    #[ts(skip)]
    pub limits: Limits,
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "TextEncoding")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, what older Excel writes in Western Europe.
    Windows1252,
}

impl Encoding {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tab key.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// How much of a file is taken in at most; whoever sends more gets an error, not a slow laptop.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limits {
    /// The size of the file, in bytes.
    pub bytes: u64,
    /// The unpacked size of a workbook, in bytes, all entries together.
    pub inflated: u64,
    /// The number of entries in a workbook's archive.
    pub entries: u64,
    /// The number of rows.
    pub rows: u64,
    /// The number of columns.
    pub columns: u64,
    /// The length of one cell, in bytes. A row with a longer one is left out and kept in the list.
    pub cell: u64,
    /// All cells together, in bytes, each counted with eight more for its place.
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 128 << 20,
            inflated: 384 << 20,
            entries: 2_000,
            rows: 600_000,
            columns: 2_000,
            cell: 1 << 18,
            cells: 384 << 20,
        }
    }
}
