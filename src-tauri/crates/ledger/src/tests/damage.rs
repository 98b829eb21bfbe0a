use rusqlite::Connection;

use super::{commit, folder, written};
use crate::{ErrorKind, Ledger, Problem, verify};

#[test]
fn tampering_shows() {
    // What someone does to the file, where the chain shows it, and whether it is seen at opening or only by a full check.
    let rows: [(&str, Option<u64>); 11] = [
        ("UPDATE event SET payload = X'7B7D' WHERE seq = 3", Some(3)),
        ("UPDATE event SET at = at + 1 WHERE seq = 1", Some(1)),
        ("UPDATE event SET command = 'c9' WHERE seq = 2", Some(2)),
        (
            "UPDATE event SET chain = zeroblob(32) WHERE seq = 4",
            Some(4),
        ),
        ("DELETE FROM event WHERE seq = 2", Some(2)),
        ("DELETE FROM event WHERE seq = 6", Some(6)),
        ("UPDATE event SET seq = seq + 100 WHERE seq > 4", Some(5)),
        ("UPDATE event SET seq = -1 WHERE seq = 1", Some(1)),
        (
            "INSERT INTO event SELECT seq + 1, at, command, part, payload, chain FROM event WHERE seq = 6",
            Some(7),
        ),
        ("UPDATE command SET first_seq = 1 WHERE id = 'c2'", None),
        ("UPDATE command SET id = 'c8' WHERE id = 'c2'", None),
    ];
    for (change, broken) in rows {
        let (_folder, path) = folder();
        written(
            &path,
            [commit(1, 2, 10), commit(2, 2, 10), commit(3, 2, 10)],
        );
        assert!(verify(&path).unwrap().is_sound());
        Connection::open(&path)
            .unwrap()
            .execute_batch(change)
            .unwrap();

        let report = verify(&path).unwrap();
        let seqs: Vec<u64> = report
            .problems
            .iter()
            .filter_map(|it| {
                if let Problem::Event { seq } = it {
                    Some(*seq)
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(seqs, Vec::from_iter(broken), "{change}");
        assert!(!report.is_sound(), "{change}");
        match broken {
            Some(seq) => assert_eq!(
                Ledger::open(&path).unwrap_err().kind,
                ErrorKind::Damaged { seq },
                "{change}"
            ),
            None => assert!(
                report
                    .problems
                    .iter()
                    .any(|it| matches!(it, Problem::Command { .. })),
                "{change}"
            ),
        }
    }
}

#[test]
fn other_files_are_not_opened_and_not_changed() {
    let (_folder, path) = folder();
    written(&path, [commit(1, 1, 1)]);
    let rows = [
        ("PRAGMA user_version = 2", ErrorKind::Newer { version: 2 }),
        ("PRAGMA user_version = 0", ErrorKind::NotALedger),
        (
            "PRAGMA user_version = 1; PRAGMA application_id = 1",
            ErrorKind::NotALedger,
        ),
        (
            "PRAGMA application_id = 1381261670; CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
            ErrorKind::NotALedger,
        ),
        (
            "DROP TRIGGER t; CREATE TABLE extra (a)",
            ErrorKind::NotALedger,
        ),
        ("DROP TABLE extra; DROP TABLE keep", ErrorKind::NotALedger),
    ];
    for (change, kind) in rows {
        let other = Connection::open(&path).unwrap();
        other.execute_batch(change).unwrap();
        other.close().unwrap();
        let before = std::fs::read(&path).unwrap();
        assert_eq!(Ledger::open(&path).unwrap_err().kind, kind, "{change}");
        assert_eq!(verify(&path).unwrap_err().kind, kind, "{change}");
        assert!(std::fs::read(&path).unwrap() == before, "{change}");
    }
    for text in [
        "",
        "not a database, but long enough to have a header",
        &"x".repeat(10_000),
    ] {
        std::fs::write(&path, text).unwrap();
        assert_eq!(Ledger::open(&path).unwrap_err().kind, ErrorKind::NotALedger);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn flipped_bytes_are_never_taken_for_what_was_written() {
    let (folder, path) = folder();
    let before = written(&path, (1..=20).map(|nth| commit(nth, 3, 100)));
    let sound = std::fs::read(&path).unwrap();
    let copy = folder.path().join("kopie.bijeenkomst");
    for nth in 0..400_usize {
        let mut bytes = sound.clone();
        let at = nth * 7_919 % bytes.len();
        bytes[at] ^= 1 << (nth % 8);
        std::fs::write(&copy, &bytes).unwrap();
        // It opens with all that was written (the byte meant nothing), or it does not open.
        if let Ok(ledger) = Ledger::open(&copy) {
            assert_eq!(super::all(&ledger), before, "byte {at}");
        }
        let _ = std::fs::remove_file(folder.path().join("kopie.bijeenkomst-wal"));
    }
}
