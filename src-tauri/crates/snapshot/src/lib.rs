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
mod read;
mod write;

use stories::{Library, StoryId};

pub use error::Error;
pub use file::{APPLICATION_ID, EXTENSION, LARGEST, VERSION};
pub use info::SnapshotInfo;
pub use write::write;

use crate::index::Index;

/// A snapshot that was checked and is in memory, read-only for the whole afternoon.
#[derive(Debug)]
pub struct Snapshot {
    library: Library,
    hash: String,
    index: Index,
}

/// Checks the bytes of a snapshot file and copies what it holds into memory.
///
/// # Errors
/// Why it is not a snapshot that can be worked with; see [`Error::code`].
pub fn open(bytes: &[u8]) -> Result<Snapshot, Error> {
    let (collection, hash) = read::read(bytes)?;
    Snapshot::build(collection, hash)
}

impl Snapshot {
    /// A snapshot of values that never were a file, for tests and previews.
    ///
    /// # Errors
    /// What does not hold together.
    pub fn of(collection: stories::Collection) -> Result<Self, Error> {
        let hash = canon::hash(&collection)?;
        Self::build(collection, hash)
    }

    fn build(collection: stories::Collection, hash: String) -> Result<Self, Error> {
        let library = Library::new(collection)?;
        let index = Index::start(&library);
        Ok(Self {
            library,
            hash,
            index,
        })
    }

    /// What is in it.
    pub fn library(&self) -> &Library {
        &self.library
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
        self.index.search(typed)
    }

    /// What it is, in a few figures.
    pub fn info(&self) -> SnapshotInfo {
        SnapshotInfo::of(&self.library, &self.hash)
    }
}
