//! The file: its schema and version, the settings that durability asks, and the lock.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{ErrorKind, Result, io, sql};

/// 'RTaf': a file of this program that holds a ledger.
pub(crate) const APPLICATION_ID: i64 = 0x5254_6166;
/// The version that this program writes.
pub(crate) const VERSION: i64 = 1;

/// The tables. They have no others, no index, no view and no trigger; a file with any of these is not opened.
const TABLES: [&str; 4] = [
    "CREATE TABLE command (id TEXT PRIMARY KEY, hash BLOB NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, command TEXT NOT NULL, part INTEGER NOT NULL, payload BLOB NOT NULL, chain BLOB NOT NULL) STRICT",
    "CREATE TABLE keep (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
];

/// What brings a file from each version to the next, from version 1 on.
const MIGRATIONS: [fn(&Connection) -> rusqlite::Result<()>; VERSION as usize - 1] = [];

/// The settings and what they read back. Measured: with `synchronous=NORMAL` two thirds of power losses lose acknowledged writes.
const SETTINGS: [(&str, &str, &str); 10] = [
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("secure_delete", "ON", "1"),
];

/// Writes an empty ledger under a new name.
pub(crate) fn create(path: &Path) -> Result<()> {
    // What a lost file left beside it would be taken for a part of the new one.
    for taken in [
        path.to_owned(),
        beside(path, "-wal"),
        beside(path, "-journal"),
    ] {
        if taken
            .try_exists()
            .map_err(|source| io(path, source, ErrorKind::CannotRead))?
        {
            return Err(ErrorKind::Exists.at(&taken));
        }
    }
    // Under another name first, so that no half file is ever found under its own.
    let fresh = beside(path, ".new");
    remove(&fresh)?;
    let cannot = |source| sql(path, source, ErrorKind::CannotWrite);
    let connection = Connection::open(&fresh).map_err(cannot)?;
    let mut all = format!(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; BEGIN; PRAGMA application_id = {APPLICATION_ID}; "
    );
    all += &format!(
        "PRAGMA user_version = {VERSION}; {}; COMMIT;",
        TABLES.join("; ")
    );
    connection.execute_batch(&all).map_err(cannot)?;
    connection.close().map_err(|(_, source)| cannot(source))?;
    publish(&fresh, path)
}

/// Opens a ledger for this program alone.
pub(crate) fn open(path: &Path) -> Result<Connection> {
    if !path
        .try_exists()
        .map_err(|source| io(path, source, ErrorKind::CannotRead))?
    {
        return Err(ErrorKind::Missing.at(path));
    }
    let cannot = |source| sql(path, source, ErrorKind::CannotRead);
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(cannot)?;
    connection
        .busy_timeout(std::time::Duration::ZERO)
        .map_err(cannot)?;
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .map_err(cannot)?;
    // The lock comes before the first look, and nothing of a foreign file is changed.
    set(&connection, path, "locking_mode", "EXCLUSIVE")?;
    set(&connection, path, "trusted_schema", "OFF")?;
    check(&connection, path)?;
    for (name, value, back) in SETTINGS {
        set(&connection, path, name, value)?;
        let is = read(&connection, name).map_err(cannot)?;
        if is.as_deref() != Some(back) {
            return Err(ErrorKind::Setting {
                name: name.to_owned(),
            }
            .at(path));
        }
    }
    migrate(&connection, path)?;
    Ok(connection)
}

/// Syncs a finished file and gives it its name.
pub(crate) fn publish(fresh: &Path, path: &Path) -> Result<()> {
    let cannot = |source| io(path, source, ErrorKind::CannotWrite);
    std::fs::OpenOptions::new()
        .write(true)
        .open(fresh)
        .and_then(|file| file.sync_all())
        .map_err(cannot)?;
    std::fs::rename(fresh, path).map_err(cannot)?;
    // Elsewhere than on Unix a folder cannot be opened, and the file system keeps names safe by itself.
    #[cfg(unix)]
    {
        let folder = path
            .parent()
            .filter(|it| !it.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        match std::fs::File::open(folder).and_then(|folder| folder.sync_all()) {
            // Some file systems of sticks and networks cannot sync a folder.
            Err(source)
                if !matches!(
                    source.kind(),
                    std::io::ErrorKind::InvalidInput | std::io::ErrorKind::Unsupported
                ) =>
            {
                return Err(cannot(source));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The path with something behind its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Removes a database that was left behind, with what belongs to it.
pub(crate) fn remove(path: &Path) -> Result<()> {
    remove_endings(path, &["", "-wal", "-shm", "-journal"])
}

/// Removes what belongs to a database that is about to be replaced: it would be taken for a part of the new one.
pub(crate) fn remove_sides(path: &Path) -> Result<()> {
    remove_endings(path, &["-wal", "-shm", "-journal"])
}

fn remove_endings(path: &Path, endings: &[&str]) -> Result<()> {
    for ending in endings {
        match std::fs::remove_file(beside(path, ending)) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(io(path, source, ErrorKind::CannotWrite));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether the file is a ledger that this program can read.
fn check(connection: &Connection, path: &Path) -> Result<()> {
    let cannot = |source| sql(path, source, ErrorKind::CannotRead);
    let number = |name| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .map_err(cannot)
    };
    if number("application_id")? != APPLICATION_ID {
        return Err(ErrorKind::NotALedger.at(path));
    }
    match number("user_version")? {
        version if version > VERSION => return Err(ErrorKind::Newer { version }.at(path)),
        version if version < 1 => return Err(ErrorKind::NotALedger.at(path)),
        VERSION => {}
        // An older one may have other tables; `migrate` brings it here.
        _ => return Ok(()),
    }
    let mut tables = connection
        .prepare("SELECT sql FROM sqlite_schema ORDER BY name")
        .map_err(cannot)?;
    let tables: Vec<Option<String>> = tables
        .query_map((), |row| row.get(0))
        .and_then(Iterator::collect)
        .map_err(cannot)?;
    if tables.iter().map(Option::as_deref).eq(TABLES.map(Some)) {
        Ok(())
    } else {
        Err(ErrorKind::NotALedger.at(path))
    }
}

/// Brings an older file to this version, in one transaction.
fn migrate(connection: &Connection, path: &Path) -> Result<()> {
    let cannot = |source| sql(path, source, ErrorKind::CannotWrite);
    let version = connection
        .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
        .map_err(cannot)?;
    let steps = MIGRATIONS
        .get(usize::try_from(version - 1).unwrap_or(usize::MAX)..)
        .unwrap_or_default();
    if steps.is_empty() {
        return Ok(());
    }
    let change = connection.unchecked_transaction().map_err(cannot)?;
    for step in steps {
        step(&change).map_err(cannot)?;
    }
    change
        .pragma_update(None, "user_version", VERSION)
        .map_err(cannot)?;
    change.commit().map_err(cannot)?;
    check(connection, path)
}

fn set(connection: &Connection, path: &Path, name: &str, value: &str) -> Result<()> {
    connection
        .execute_batch(&format!("PRAGMA {name} = {value};"))
        .map_err(|source| sql(path, source, ErrorKind::CannotRead))
}

fn read(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    use rusqlite::types::ValueRef;
    connection.pragma_query_value(None, name, |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Integer(number) => Some(number.to_string()),
            ValueRef::Text(text) => Some(String::from_utf8_lossy(text).to_lowercase()),
            ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => None,
        })
    })
}
