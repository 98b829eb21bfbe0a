use super::{all, commit, folder, written};
use crate::{Commit, ErrorKind, Known, Ledger, verify};

#[test]
fn what_is_written_is_there_after_reopening() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    assert_eq!((ledger.last_seq(), all(&ledger).len()), (0, 0));
    let ranges = ledger
        .append(&[commit(1, 2, 10), commit(2, 0, 0), commit(3, 1, 10)])
        .unwrap();
    assert_eq!(ranges, [1..3, 3..3, 3..4]);
    assert_eq!(ledger.append(&[]).unwrap(), []);
    assert_eq!(
        ledger.append(&[commit(4, 1, 10)]).unwrap(),
        std::slice::from_ref(&(4..5))
    );
    let before = all(&ledger);
    assert_eq!(
        before
            .iter()
            .map(|it| (it.seq, it.at, it.command.as_str()))
            .collect::<Vec<_>>(),
        [
            (1, 1_001, "c1"),
            (2, 1_001, "c1"),
            (3, 1_003, "c3"),
            (4, 1_004, "c4")
        ]
    );
    drop(ledger);

    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(all(&ledger), before);
    assert_eq!(ledger.last_seq(), 4);
    assert_eq!(
        ledger
            .events_after(3)
            .map(|it| it.unwrap().seq)
            .collect::<Vec<_>>(),
        [4]
    );
    assert_eq!(ledger.events_after(u64::MAX).count(), 0);
}

#[test]
fn many_events_are_read_page_by_page() {
    let (_folder, path) = folder();
    let before = written(&path, [commit(1, 1_234, 3), commit(2, 1, 3)]);
    assert_eq!(
        before.iter().map(|it| it.seq).collect::<Vec<_>>(),
        (1..=1_235).collect::<Vec<_>>()
    );
}

#[test]
fn a_command_is_known_also_without_events() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&[commit(1, 2, 1), commit(2, 0, 0)]).unwrap();
    let known = |nth: u64, last_seq| {
        Some(Known {
            body_hash: nth.to_le_bytes().to_vec(),
            last_seq,
        })
    };
    assert_eq!(ledger.lookup("c1").unwrap(), known(1, 2));
    assert_eq!(ledger.lookup("c2").unwrap(), known(2, 2));
    assert_eq!(ledger.lookup("c3").unwrap(), None);
}

#[test]
fn a_command_is_written_once() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&[commit(1, 1, 1)]).unwrap();
    for batch in [
        vec![commit(2, 1, 1), commit(1, 1, 1)],
        vec![commit(2, 1, 1), commit(2, 1, 1)],
    ] {
        let refused = ledger.append(&batch).unwrap_err().kind;
        assert_eq!(
            refused,
            ErrorKind::CommandExists {
                id: batch[1].command_id.clone()
            }
        );
    }
    assert_eq!(
        (all(&ledger).len(), ledger.lookup("c2").unwrap()),
        (1, None)
    );
    assert_eq!(
        ledger.append(&[commit(2, 1, 1)]).unwrap(),
        std::slice::from_ref(&(2..3))
    );
}

#[test]
fn what_is_kept_is_found_back() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    let keep = |key: &str, value: &str| (key.to_owned(), value.as_bytes().to_vec());
    ledger
        .append(&[Commit {
            keep: vec![keep("set", "a"), keep("story/7", "b")],
            ..commit(1, 1, 1)
        }])
        .unwrap();
    ledger
        .append(&[Commit {
            keep: vec![keep("set", "c")],
            ..commit(2, 0, 1)
        }])
        .unwrap();
    drop(ledger);
    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(
        ledger.kept("set").unwrap().as_deref(),
        Some(b"c".as_slice())
    );
    assert_eq!(ledger.kept("nothing").unwrap(), None);
    assert_eq!(ledger.kept_keys().unwrap(), ["set", "story/7"]);
}

#[test]
fn only_one_program_has_it_open() {
    let (_folder, path) = folder();
    let mut ledger = Ledger::create(&path).unwrap();
    assert_eq!(Ledger::open(&path).unwrap_err().kind, ErrorKind::InUse);
    assert_eq!(verify(&path).unwrap_err().kind, ErrorKind::InUse);
    ledger.append(&[commit(1, 1, 1)]).unwrap();
    assert_eq!(Ledger::open(&path).unwrap_err().kind, ErrorKind::InUse);
    ledger.recover().unwrap();
    assert_eq!(Ledger::open(&path).unwrap_err().kind, ErrorKind::InUse);
    drop(ledger);
    assert_eq!(Ledger::open(&path).unwrap().last_seq(), 1);
}

#[test]
fn nothing_is_overwritten() {
    let (folder, path) = folder();
    assert_eq!(Ledger::open(&path).unwrap_err().kind, ErrorKind::Missing);
    written(&path, [commit(1, 1, 1)]);
    assert_eq!(Ledger::create(&path).unwrap_err().kind, ErrorKind::Exists);
    assert_eq!(Ledger::open(&path).unwrap().last_seq(), 1);
    let other = folder.path().join("ander.bijeenkomst");
    std::fs::write(folder.path().join("ander.bijeenkomst-wal"), b"left behind").unwrap();
    assert_eq!(Ledger::create(&other).unwrap_err().kind, ErrorKind::Exists);
    assert_eq!(
        Ledger::create(&folder.path().join("no/such"))
            .unwrap_err()
            .kind,
        ErrorKind::CannotWrite
    );
}

#[test]
fn a_backup_holds_the_same() {
    let (folder, path) = folder();
    let backup = folder.path().join("kopie.bijeenkomst");
    let mut ledger = Ledger::create(&path).unwrap();
    for nth in 1..=3 {
        ledger.append(&[commit(nth, 2, 2_000)]).unwrap();
        let report = ledger.backup(&backup).unwrap();
        assert_eq!(report, ledger.check().unwrap());
        assert!(report.is_sound());
        assert_eq!((report.events, report.commands), (nth * 2, nth));
    }
    let there = Ledger::open(&backup).unwrap();
    assert_eq!(all(&there), all(&ledger));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert!(
        !left
            .iter()
            .any(|name| name.to_string_lossy().contains(".part")),
        "{left:?}"
    );
}

#[test]
fn a_backup_takes_the_place_of_nothing_else() {
    let (folder, path) = folder();
    let backup = folder.path().join("kopie.bijeenkomst");
    let mut ledger = Ledger::create(&path).unwrap();
    ledger.append(&[commit(1, 1, 1)]).unwrap();
    ledger.backup(&backup).unwrap();

    // Another session went on from it.
    let mut there = Ledger::open(&backup).unwrap();
    assert_eq!(ledger.backup(&backup).unwrap_err().kind, ErrorKind::InUse);
    there.append(&[commit(7, 1, 1)]).unwrap();
    drop(there);
    assert_eq!(ledger.backup(&backup).unwrap_err().kind, ErrorKind::Exists);
    ledger.append(&[commit(2, 1, 1)]).unwrap();
    assert_eq!(ledger.backup(&backup).unwrap_err().kind, ErrorKind::Exists);
    assert_eq!(all(&Ledger::open(&backup).unwrap())[1].command, "c7");

    let letter = folder.path().join("brief.txt");
    std::fs::write(&letter, "Beste mensen, ".repeat(100)).unwrap();
    assert_eq!(ledger.backup(&letter).unwrap_err().kind, ErrorKind::Exists);
    assert!(
        std::fs::read_to_string(&letter)
            .unwrap()
            .starts_with("Beste")
    );
}
