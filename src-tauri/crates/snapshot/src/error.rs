//! Why a file cannot be worked with: codes with parameters; the words are in the locales.

use stories::CollectionError;
use thiserror::Error as ThisError;

/// Why a file is not a snapshot that can be worked with.
#[derive(Debug, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// It is larger than any snapshot may be.
    #[error("the file has {bytes} bytes, more than {most}")]
    TooLarge {
        /// The size of the file.
        bytes: u64,
        /// The largest size.
        most: u64,
    },
    /// It is another sort of file.
    #[error("this is no snapshot")]
    NotASnapshot,
    /// A newer version of the program wrote it.
    #[error("the snapshot has version {found}; this program reads version {known}")]
    Newer {
        /// The version of the file.
        found: u32,
        /// The newest version that can be read.
        known: u32,
    },
    /// It is in a container that needs a passphrase.
    #[error("a passphrase is needed")]
    Locked,
    /// These words do not open the container.
    #[error("these words do not open it")]
    Passphrase,
    /// It is a draft that was not published yet.
    #[error("this snapshot is a draft")]
    Draft,
    /// It is cut off or broken.
    #[error("the file is damaged")]
    Damaged,
    /// It holds a table, trigger or column that does not belong there, or lacks one.
    #[error("the snapshot has other tables than it should have: {0}")]
    Schema(String),
    /// The content is not what was published.
    #[error("the content was changed after it was published")]
    Altered,
    /// The content does not hold together.
    #[error("the content does not hold together: {0}")]
    Content(#[from] CollectionError),
    /// SQLite failed in a way that says nothing about the file.
    #[error("SQLite failed: {0}")]
    Sqlite(String),
}

impl Error {
    /// All codes, for the test that every language has words for them.
    pub const CODES: &[&str] = &[
        "snapshot_too_large",
        "snapshot_not_one",
        "snapshot_newer",
        "snapshot_locked",
        "snapshot_passphrase",
        "snapshot_draft",
        "snapshot_damaged",
        "snapshot_schema",
        "snapshot_altered",
        "snapshot_content",
        "snapshot_sqlite",
    ];

    /// The code for which the locales have words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "snapshot_too_large",
            Self::NotASnapshot => "snapshot_not_one",
            Self::Newer { .. } => "snapshot_newer",
            Self::Locked => "snapshot_locked",
            Self::Passphrase => "snapshot_passphrase",
            Self::Draft => "snapshot_draft",
            Self::Damaged => "snapshot_damaged",
            Self::Schema(_) => "snapshot_schema",
            Self::Altered => "snapshot_altered",
            Self::Content(_) => "snapshot_content",
            Self::Sqlite(_) => "snapshot_sqlite",
        }
    }

    /// The parameters for the words.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { bytes, most } => {
                let mebibytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
                vec![("size", mebibytes(*bytes)), ("most", mebibytes(*most))]
            }
            Self::Newer { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            Self::Schema(detail) | Self::Sqlite(detail) => vec![("detail", detail.clone())],
            Self::Content(detail) => vec![("detail", detail.to_string())],
            Self::NotASnapshot
            | Self::Locked
            | Self::Passphrase
            | Self::Draft
            | Self::Damaged
            | Self::Altered => Vec::new(),
        }
    }
}
