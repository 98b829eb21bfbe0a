//! The folder: which snapshots and sessions there are, and what was open last.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use protocol::{Failure, FileLine, LanWanted, NewSession, Wifi};
use serde::{Deserialize, Serialize};
use workshop::Command;

use crate::file;
use crate::reading::Shelf;
use crate::sitting::{Sitting, Tell, failure_of};

/// What a session's file name ends with.
pub(crate) const SESSION: &str = "bijeenkomst";
/// What a draft's file name ends with.
pub(crate) const DRAFT: &str = "voorbereiding";
/// What is remembered between two runs.
pub(crate) const LAST: &str = "last.json";
/// The folder of the backups.
pub(crate) const BACKUPS: &str = "reservekopie";
/// The folder of the posters.
pub(crate) const POSTERS: &str = "posters";

/// What was open last.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub(crate) struct Last {
    pub session: Option<PathBuf>,
    pub snapshot: Option<PathBuf>,
    /// The draft that was worked on last, also where it was closed since.
    pub draft: Option<PathBuf>,
    pub route: String,
    pub wifi: Wifi,
    pub lan: LanWanted,
    /// The port that devices used last.
    pub lan_port: Option<u16>,
    /// When the LAN was switched on (milliseconds since 1970), where it was not switched off since.
    pub lan_on: Option<u64>,
}

impl Last {
    /// What is remembered in a folder; nothing where it cannot be read.
    pub fn read(folder: &Path) -> Self {
        std::fs::read(folder.join(LAST))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Remembers.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let path = folder.join(LAST);
        let bytes = serde_json::to_vec_pretty(self).map_err(|error| Failure::Defect {
            trace: error.to_string(),
        })?;
        file::write_whole(&path, &bytes)
    }
}

/// What a list says of a file; nothing where there is none.
pub(crate) fn line(path: &Path) -> Option<FileLine> {
    let about = std::fs::metadata(path)
        .ok()
        .filter(std::fs::Metadata::is_file)?;
    let changed = about
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Some(FileLine {
        name: path.file_stem()?.to_string_lossy().into_owned(),
        changed: changed
            .and_then(|since| u64::try_from(since.as_millis()).ok())
            .unwrap_or(0),
        size: about.len(),
        path: file::text(path),
    })
}

/// The files in a folder with an ending, the newest first.
pub(crate) fn list(folder: &Path, ending: &str) -> Vec<FileLine> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut lines: Vec<FileLine> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            // Whatever program wrote the name: `ANTWOORDEN.CSV` too.
            path.extension()
                .is_some_and(|found| found.eq_ignore_ascii_case(ending))
        })
        .filter_map(|path| line(&path))
        .collect();
    lines.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.name.cmp(&b.name)));
    lines
}

/// Where a new session goes: a name that is not in use.
pub(crate) fn free(folder: &Path, name: &str) -> PathBuf {
    file::free_path(folder, &file::name_for(name), SESSION)
}

/// Reads, checks and opens a snapshot; one that is encrypted is decrypted in memory only.
pub(crate) fn open_snapshot(
    path: &Path,
    passphrase: Option<&str>,
    mut step: impl FnMut(u32),
) -> Result<Shelf, Failure> {
    step(0);
    let bytes = file::read(path, snapshot::LARGEST)?;
    step(1);
    let snapshot = opened(path, &bytes, passphrase)?;
    step(2);
    let shelf = Shelf::new(path.to_owned(), snapshot);
    step(3);
    Ok(shelf)
}

/// Begins a session in a new file on the snapshot in another file. A region of that name in the snapshot becomes the own region.
///
/// # Errors
/// Why it cannot begin; no file is left behind then.
pub fn begin(path: &Path, snapshot: &Path, new: &NewSession, now: u64) -> Result<Sitting, Failure> {
    let shelf = Arc::new(open_snapshot(snapshot, None, drop)?);
    let own = shelf
        .regions
        .iter()
        .find(|region| region.label.eq_ignore_ascii_case(new.region.trim()))
        .map(|region| region.id.clone());
    let new = NewSession {
        own_region: new.own_region.clone().or(own),
        ..new.clone()
    };
    begin_on(path, &shelf, &new, now, Box::new(|| ()))
}

pub(crate) fn begin_on(
    path: &Path,
    shelf: &Arc<Shelf>,
    new: &NewSession,
    now: u64,
    tell: Tell,
) -> Result<Sitting, Failure> {
    let command = Command::CreateSession {
        name: new.name.clone(),
        region: new.region.clone(),
        own_region: new.own_region.clone(),
        date: new.date.clone(),
        tables: new.tables,
        snapshot: shelf.reference(),
    };
    Sitting::begin(path, &command, now, shelf, tell)
}

/// Gives a session the snapshot that it runs on, so that the stories that are quoted can be kept: the one at `path`, or else
/// one beside the session's own file.
///
/// # Errors
/// That the one at `path` cannot be opened or is another one.
pub fn attach_snapshot(sitting: &Sitting, path: Option<&Path>) -> Result<(), Failure> {
    sitting.attach(snapshot_of(sitting, path)?.map(Arc::new));
    Ok(())
}

/// The snapshot that a session runs on: the one at `path`, or else one beside the session's own file.
pub(crate) fn snapshot_of(
    sitting: &Sitting,
    path: Option<&Path>,
) -> Result<Option<Shelf>, Failure> {
    let needed = sitting
        .state()
        .session()
        .map(|session| session.snapshot.clone())
        .ok_or(Failure::NoSession)?;
    let shelf = match path {
        Some(path) => Some(open_snapshot(path, None, drop)?),
        None => {
            let beside = sitting.path().parent();
            // A bare file name lies in the folder that the program was started in.
            let beside = beside.filter(|folder| !folder.as_os_str().is_empty());
            find_snapshot(&needed.hash, None, &[beside.unwrap_or(Path::new("."))])
        }
    };
    match shelf {
        Some(shelf) if shelf.hash() != needed.hash => {
            Err(Failure::OtherSnapshot { name: needed.name })
        }
        shelf => Ok(shelf),
    }
}

/// Looks for a snapshot by its content, in the likely places first.
pub(crate) fn find_snapshot(hash: &str, likely: Option<&Path>, folders: &[&Path]) -> Option<Shelf> {
    let listed = folders
        .iter()
        .flat_map(|folder| list(folder, snapshot::EXTENSION))
        .map(|line| PathBuf::from(line.path));
    let mut tried: Vec<PathBuf> = Vec::new();
    for path in likely.map(Path::to_owned).into_iter().chain(listed) {
        if tried.contains(&path) {
            continue;
        }
        if let Ok(shelf) = open_snapshot(&path, None, drop)
            && shelf.hash() == hash
        {
            return Some(shelf);
        }
        tried.push(path);
    }
    None
}

/// What a snapshot is, in a few figures.
///
/// # Errors
/// Why it cannot be opened.
pub fn snapshot_info(
    path: &Path,
    passphrase: Option<&str>,
) -> Result<snapshot::SnapshotInfo, Failure> {
    let bytes = file::read(path, snapshot::LARGEST)?;
    Ok(opened(path, &bytes, passphrase)?.info())
}

/// What can be said of a snapshot file from front to back, whatever it is.
///
/// # Errors
/// That it cannot be read.
pub fn snapshot_check(path: &Path, passphrase: Option<&str>) -> Result<snapshot::Report, Failure> {
    let bytes = file::read(path, snapshot::LARGEST)?;
    let words = passphrase.map(plain);
    Ok(snapshot::check(&bytes, words.as_deref()))
}

fn opened(
    path: &Path,
    bytes: &[u8],
    passphrase: Option<&str>,
) -> Result<snapshot::Snapshot, Failure> {
    let opened = match passphrase {
        Some(words) => snapshot::open_with(bytes, &plain(words)),
        None => snapshot::open(bytes),
    };
    opened.map_err(|error| match error {
        snapshot::Error::Locked => Failure::Locked {
            path: file::text(path),
        },
        snapshot::Error::Passphrase => Failure::WrongPassphrase {
            path: file::text(path),
        },
        error => file::bad(path, error.code(), error.params()),
    })
}

/// A passphrase as it was made, however it was typed: small letters, one space between two words.
fn plain(words: &str) -> String {
    let words = words.replace(['-', ',', '.'], " ").to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that a session file, which is not open, is what was written.
///
/// # Errors
/// That it cannot be read, or that it is damaged.
pub fn verify(path: &Path) -> Result<ledger::Report, Failure> {
    let report = ledger::verify(path).map_err(|error| failure_of(&error))?;
    if report.is_sound() {
        Ok(report)
    } else {
        Err(file::bad(path, "session_damaged", Vec::new()))
    }
}
