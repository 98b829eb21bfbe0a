//! What can go wrong with a ledger, sorted by what can be done about it.

use std::path::{Path, PathBuf};

/// Something went wrong with a ledger.
#[derive(Debug, thiserror::Error)]
#[error("{kind}: {}", path.display())]
pub struct Error {
    /// What.
    pub kind: ErrorKind,
    /// With which file.
    pub path: PathBuf,
    /// What lies under it, where something does.
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What can go wrong.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ErrorKind {
    /// There is no such file.
    #[error("the file is not there")]
    Missing,
    /// A new file, or a backup, would take the place of one that must stay.
    #[error("another file is there already")]
    Exists,
    /// Another program, or this one, has it open.
    #[error("the file is in use")]
    InUse,
    /// The file is something else.
    #[error("not a session file")]
    NotALedger,
    /// A newer version of the program wrote it.
    #[error("the file is of a newer version, {version}")]
    Newer {
        /// Its version.
        version: i64,
    },
    /// It is not what was written: the disk failed, or someone changed it.
    #[error("the file is damaged from event {seq} on")]
    Damaged {
        /// The first event that is not as it was written; 0 where that cannot be said.
        seq: u64,
    },
    /// SQLite does not do what durability asks; nothing is written then.
    #[error("the setting {name} cannot be made")]
    Setting {
        /// Which one.
        name: String,
    },
    /// Nothing can be written: the disk is full or refuses.
    #[error("the file cannot be written")]
    CannotWrite,
    /// It cannot be read: the disk refuses.
    #[error("the file cannot be read")]
    CannotRead,
    /// A command of this id was written before.
    #[error("the command {id} was written before")]
    CommandExists {
        /// The id.
        id: String,
    },
    /// A write failed; what is on disk must be read back with [`Ledger::recover`](crate::Ledger::recover) before anything else.
    #[error("a write failed, the file must be read back first")]
    NeedsRecovery,
}

/// A result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl ErrorKind {
    pub(crate) fn at(self, path: &Path) -> Error {
        Error {
            kind: self,
            path: path.to_owned(),
            source: None,
        }
    }

    pub(crate) fn because(
        self,
        path: &Path,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Error {
        Error {
            kind: self,
            path: path.to_owned(),
            source: Some(source.into()),
        }
    }
}

/// The error of a file operation. `otherwise` is for what has no kind of its own.
pub(crate) fn io(path: &Path, source: std::io::Error, otherwise: ErrorKind) -> Error {
    let kind = match source.kind() {
        std::io::ErrorKind::NotFound => ErrorKind::Missing,
        std::io::ErrorKind::AlreadyExists => ErrorKind::Exists,
        _ => otherwise,
    };
    kind.because(path, source)
}

/// The error of a database operation. `otherwise` is for what has no kind of its own.
pub(crate) fn sql(path: &Path, source: rusqlite::Error, otherwise: ErrorKind) -> Error {
    use rusqlite::ErrorCode;
    let kind = match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ErrorKind::InUse,
        Some(ErrorCode::NotADatabase) => ErrorKind::NotALedger,
        Some(ErrorCode::DatabaseCorrupt) => ErrorKind::Damaged { seq: 0 },
        Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure)
            if otherwise == ErrorKind::CannotRead =>
        {
            ErrorKind::CannotRead
        }
        Some(ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure) => {
            ErrorKind::CannotWrite
        }
        _ => otherwise,
    };
    kind.because(path, source)
}
