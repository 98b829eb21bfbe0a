//! The snapshot file: check, read, search, write.
//!
//! A snapshot is one SQLite database. It comes from outside, so it is never worked on: [`open`] checks everything that can be
//! checked, copies typed values into memory and forgets the file.
//!
//! **Invariant:** nothing here touches the disk; bytes come in, bytes go out.

mod canon;
mod error;
mod file;
mod index;
mod info;
mod making;
mod read;
mod report;
mod sealed;
mod write;

use stories::{Library, StoryId};

pub use error::Error;
pub use file::{APPLICATION_ID, EXTENSION, LARGEST, VERSION};
pub use info::SnapshotInfo;
pub use making::{LogLine, Making, Origin, Selection};
pub use report::{Report, Verdict, check};
pub use sealed::{Drawn, is_sealed, seal, unseal};
pub use write::{write, write_with};

use crate::index::Index;

/// A snapshot that was checked and is in memory, read-only for the whole afternoon.
#[derive(Debug)]
pub struct Snapshot {
    library: Library,
    making: Making,
    hash: String,
    index: Index,
}

/// Checks the bytes of a snapshot file and copies what it holds into memory.
///
/// # Errors
/// Why it is not a snapshot that can be worked with; see [`Error::code`]. One that is encrypted is `Locked`.
pub fn open(bytes: &[u8]) -> Result<Snapshot, Error> {
    if is_sealed(bytes) {
        return Err(Error::Locked);
    }
    let read = read::read(bytes)?;
    Snapshot::build(read.collection, read.making, read.hash)
}

/// As [`open`], for a snapshot that may be encrypted. What is decrypted is in memory only.
///
/// # Errors
/// As [`open`], and `Passphrase` where these words do not open it.
pub fn open_with(bytes: &[u8], passphrase: &str) -> Result<Snapshot, Error> {
    if is_sealed(bytes) {
        open(&unseal(bytes, passphrase)?)
    } else {
        open(bytes)
    }
}

impl Snapshot {
    /// A snapshot of values that never were a file, for tests and previews.
    ///
    /// # Errors
    /// What does not hold together.
    pub fn of(collection: stories::Collection) -> Result<Self, Error> {
        let making = Making::default();
        let hash = canon::hash(&collection, &making)?;
        Self::build(collection, making, hash)
    }

    /// What a draft would hold now: it has no hash yet, and is searched seldom, so that the index waits until then.
    ///
    /// # Errors
    /// What does not hold together.
    pub fn draft(collection: stories::Collection) -> Result<Self, Error> {
        Ok(Self {
            library: Library::new(collection)?,
            making: Making::default(),
            hash: String::new(),
            index: Index::asleep(),
        })
    }

    fn build(collection: stories::Collection, making: Making, hash: String) -> Result<Self, Error> {
        let library = Library::new(collection)?;
        making.check(&library)?;
        let index = Index::start(&library);
        Ok(Self {
            library,
            making,
            hash,
            index,
        })
    }

    /// What is in it.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// How it came to be; empty for a snapshot of version 1.
    pub fn making(&self) -> &Making {
        &self.making
    }

    /// The content hash: SHA-256 in hexadecimal, the same for the same content.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The stories that hold all of what was typed in the title, the text or an answer to an open question, in the order of
    /// their numbers. Loose words are the beginnings of words, words between quotation marks stand in that order. Nothing
    /// that can be typed is a mistake; an empty text finds nothing.
    ///
    /// # Errors
    /// Only when the index could not be built or read at all.
    pub fn search(&self, typed: &str) -> Result<Vec<StoryId>, Error> {
        self.index.search(&self.library, typed)
    }

    /// What it is, in a few figures.
    pub fn info(&self) -> SnapshotInfo {
        SnapshotInfo::of(&self.library, &self.hash)
    }
}
