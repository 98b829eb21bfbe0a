use std::path::Path;

use super::{all, commit, folder};
use crate::{Entry, ErrorKind, Ledger, verify};

/// Copies a file and its log as they stand on disk now, the log cut at some byte: what a killed process leaves.
fn torn(path: &Path, to: &Path, cut: Option<usize>) {
    let wal = |path: &Path| crate::file::beside(path, "-wal");
    crate::file::remove(to).unwrap();
    std::fs::copy(path, to).unwrap();
    let mut log = std::fs::read(wal(path)).unwrap();
    log.truncate(cut.unwrap_or(usize::MAX));
    std::fs::write(wal(to), log).unwrap();
}

#[test]
fn a_killed_process_leaves_whole_transactions() {
    let (folder, path) = folder();
    let copy = folder.path().join("kopie.bijeenkomst");
    let mut ledger = Ledger::create(&path).unwrap();
    let mut entries: Vec<Entry> = Vec::new();
    // After which numbers of events a transaction ended.
    let mut ends = vec![0];
    for nth in 0..12_u64 {
        let batch = [commit(2 * nth, 2, 500), commit(2 * nth + 1, nth % 3, 3_000)];
        ledger.append(&batch).unwrap();
        entries = all(&ledger);
        ends.push(entries.len());
        torn(&path, &copy, None);
        assert_eq!(
            all(&Ledger::open(&copy).unwrap()),
            entries,
            "all that was acknowledged"
        );
    }
    let log = std::fs::metadata(crate::file::beside(&path, "-wal"))
        .unwrap()
        .len();
    let log = usize::try_from(log).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for nth in 0..150 {
        let cut = log * nth / 149;
        torn(&path, &copy, Some(cut));
        let there = match Ledger::open(&copy) {
            Ok(there) => all(&there),
            // The file was made before the log began, so that it always opens.
            Err(error) => panic!("cut at {cut}: {error}"),
        };
        assert!(
            ends.contains(&there.len()),
            "cut at {cut}: {} events",
            there.len()
        );
        assert_eq!(there, entries[..there.len()], "cut at {cut}");
        assert!(verify(&copy).unwrap().is_sound(), "cut at {cut}");
        seen.insert(there.len());
    }
    assert!(seen.len() > 8, "many different moments: {seen:?}");
}

#[test]
fn a_full_disk_loses_nothing_and_goes_on_when_there_is_room() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&[commit(1, 1, 100)]).unwrap();
    ledger.most_pages = Some(20);
    ledger.recover().unwrap();
    let mut nth = 2;
    let error = loop {
        if let Err(error) = ledger.append(&[commit(nth, 1, 100), commit(nth + 1, 3, 5_000)]) {
            break error;
        }
        nth += 2;
    };
    assert_eq!(error.kind, ErrorKind::CannotWrite);
    assert!(nth > 2);
    let written = ledger.last_seq();

    // Nothing is said before the disk was read back.
    assert!(ledger.needs_recovery());
    assert_eq!(
        ledger.append(&[commit(99, 1, 1)]).unwrap_err().kind,
        ErrorKind::NeedsRecovery
    );
    assert_eq!(
        ledger.lookup("c1").unwrap_err().kind,
        ErrorKind::NeedsRecovery
    );
    assert_eq!(
        ledger
            .events()
            .map(|it| it.map_err(|it| it.kind))
            .collect::<Vec<_>>(),
        [Err(ErrorKind::NeedsRecovery)]
    );

    // Still full: the same again.
    assert_eq!(ledger.recover().unwrap(), written);
    assert_eq!(
        ledger.append(&[commit(nth, 3, 5_000)]).unwrap_err().kind,
        ErrorKind::CannotWrite
    );

    // There is room again.
    ledger.most_pages = None;
    assert_eq!(ledger.recover().unwrap(), written);
    assert_eq!(ledger.lookup(&format!("c{nth}")).unwrap(), None);
    ledger.append(&[commit(nth, 3, 5_000)]).unwrap();
    assert_eq!(all(&ledger).len() as u64, written + 3);
    assert!(ledger.check().unwrap().is_sound());
}

#[test]
fn a_file_that_went_is_not_made_anew() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&[commit(1, 1, 100)]).unwrap();
    crate::file::remove(&path).unwrap();
    assert_eq!(ledger.recover().unwrap_err().kind, ErrorKind::Missing);
    assert!(!path.exists() && ledger.needs_recovery());
}

#[test]
fn the_settings_are_as_durability_asks() {
    let (_folder, path) = folder();
    let ledger = Ledger::create(&path).unwrap();
    let read = |name: &str| {
        let value = ledger
            .connection()
            .unwrap()
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
        format!("{:?}", value.unwrap())
    };
    let rows = [
        ("journal_mode", "Text(\"wal\")"),
        ("synchronous", "Integer(2)"),
        ("fullfsync", "Integer(1)"),
        ("foreign_keys", "Integer(1)"),
        ("trusted_schema", "Integer(0)"),
        ("cell_size_check", "Integer(1)"),
        ("mmap_size", "Integer(0)"),
        ("secure_delete", "Integer(1)"),
    ];
    for (name, value) in rows {
        assert_eq!(read(name), value, "{name}");
    }
}
