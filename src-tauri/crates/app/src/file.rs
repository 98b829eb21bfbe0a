//! Files, written so that they are there whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use protocol::Failure;

/// Writes a file to a temporary name beside it, syncs it, and gives it its name.
///
/// # Errors
/// That it cannot be written; what was there before then still is.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    written(path, bytes).map_err(|_| Failure::CannotWrite { path: text(path) })
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = folder.join(name);
    let written = (|| {
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
        sync_folder(folder)
    })();
    if written.is_err() {
        // What was begun is of no use to anybody; that it stays behind is no reason for another message.
        let _ = fs::remove_file(&part);
    }
    written
}

/// Makes the new name itself last; not every system can, and the file is there all the same.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Reads a file of at most `most` bytes.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let size = fs::metadata(path).map_err(|error| reading(path, &error))?;
    if !size.is_file() {
        return Err(Failure::FileMissing { path: text(path) });
    }
    if size.len() > most {
        let mebibytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
        return Err(bad(
            path,
            "snapshot_too_large",
            vec![("size", mebibytes(size.len())), ("most", mebibytes(most))],
        ));
    }
    fs::read(path).map_err(|error| reading(path, &error))
}

/// A file that is not what it should be.
pub(crate) fn bad(path: &Path, reason: &str, params: Vec<(&'static str, String)>) -> Failure {
    Failure::BadFile {
        path: text(path),
        reason: reason.to_owned(),
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

/// Why a file could not be read.
pub(crate) fn reading(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::FileMissing { path: text(path) },
        _ => bad(path, "unreadable", Vec::new()),
    }
}

/// Makes a folder, with those above it.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|_| Failure::CannotWrite { path: text(path) })
}

/// A path as people see it.
pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A name that is a good file name on every system: no separators, no reserved names, not too long.
pub(crate) fn name_for(words: &str) -> String {
    let mut name = String::new();
    for letter in words.trim().chars().take(80) {
        match letter {
            letter if letter.is_alphanumeric() || "-_(),'’&+".contains(letter) => {
                name.push(letter)
            }
            '.' if !name.is_empty() => name.push('.'),
            letter if letter.is_whitespace() || letter.is_control() => {
                if !name.ends_with([' ', '-']) {
                    name.push(' ');
                }
            }
            _ => {
                if !name.ends_with('-') {
                    name.push('-');
                }
            }
        }
    }
    let name = name.trim_matches([' ', '.', '-']);
    let reserved = ["con", "prn", "aux", "nul"].contains(&name.to_lowercase().as_str())
        || (name.len() == 4
            && ["com", "lpt"]
                .iter()
                .any(|port| name.to_lowercase().starts_with(port)));
    match name {
        "" => "bijeenkomst".to_owned(),
        name if reserved => format!("{name}-"),
        name => name.to_owned(),
    }
}

/// A path in `folder` that is not in use: the name with its ending, or with a number behind it.
pub(crate) fn free_path(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{name}.{ending}"));
    if !first.exists() {
        return first;
    }
    (2..)
        .map(|number| folder.join(format!("{name} ({number}).{ending}")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::{free_path, name_for, write_whole};

    #[test]
    fn names_are_safe_everywhere() {
        for (words, name) in [
            ("Oost-Groningen, deel 1", "Oost-Groningen, deel 1"),
            ("../../etc/passwd", "etc-passwd"),
            ("a/b\\c:d*e", "a-b-c-d-e"),
            ("  ", "bijeenkomst"),
            ("...", "bijeenkomst"),
            ("NUL", "NUL-"),
            ("Γειά σου", "Γειά σου"),
        ] {
            assert_eq!(name_for(words), name);
        }
        assert!(name_for(&"x".repeat(500)).len() <= 80);
    }

    #[test]
    fn a_file_replaces_another_whole_and_names_stay_free() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/last.json");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(
            std::fs::read_dir(folder.path().join("new"))
                .unwrap()
                .count(),
            1
        );
        assert_eq!(
            free_path(path.parent().unwrap(), "last", "json")
                .file_name()
                .unwrap(),
            "last (2).json"
        );
    }
}
