//! Files that must be refused, each with its code.

use rusqlite::{Connection, MAIN_DB};

use crate::small_file;

/// The code with which a file is refused.
fn code(bytes: &[u8]) -> &'static str {
    snapshot::open(bytes)
        .map(|_| "accepted")
        .unwrap_or_else(|error| error.code())
}

/// The bytes of a small snapshot after some SQL.
fn after(sql: &str) -> Vec<u8> {
    let mut base = Connection::open_in_memory().unwrap();
    base.deserialize_read_exact(MAIN_DB, small_file(), small_file().len(), false)
        .unwrap();
    base.execute_batch(sql).unwrap();
    base.serialize(MAIN_DB).unwrap().to_vec()
}

/// The bytes of any database.
fn database(sql: &str) -> Vec<u8> {
    let mut base = Connection::open_in_memory().unwrap();
    base.execute_batch(sql).unwrap();
    base.serialize(MAIN_DB).unwrap().to_vec()
}

#[test]
fn other_files_are_refused() {
    for bytes in [
        &b""[..],
        b"x",
        b"PK\x03\x04",
        b"SQLite format 3\0",
        &[0; 4096],
    ] {
        assert_eq!(code(bytes), "snapshot_not_one");
    }
    assert_eq!(
        code(&database("CREATE TABLE notes (text TEXT)")),
        "snapshot_not_one"
    );
}

#[test]
fn a_newer_version_says_so() {
    let error = snapshot::open(&after("PRAGMA user_version = 3")).unwrap_err();
    assert_eq!(error.code(), "snapshot_newer");
    assert_eq!(
        error.params(),
        [("found", "3".to_owned()), ("known", "2".to_owned())]
    );
    assert_eq!(code(&after("PRAGMA user_version = 0")), "snapshot_damaged");
    assert_eq!(code(&after("PRAGMA user_version = 2")), "snapshot_schema");
}

#[test]
fn other_tables_are_refused() {
    for sql in [
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER sly AFTER INSERT ON story BEGIN DELETE FROM answer; END",
        "CREATE VIEW peek AS SELECT * FROM story",
        "CREATE INDEX quick ON story (told)",
        "ALTER TABLE story ADD COLUMN school TEXT",
        "DROP TABLE support",
    ] {
        assert_eq!(code(&after(sql)), "snapshot_schema", "{sql}");
    }
}

#[test]
fn a_changed_value_is_refused() {
    for sql in [
        "UPDATE story SET text = text || '.' WHERE number = 3",
        "UPDATE answer SET place = 1 - min(place, 1) WHERE place IS NOT NULL AND story = 1",
        "UPDATE choice SET label = 'Anders' WHERE question = 0 AND nth = 0",
        "DELETE FROM support WHERE perspective = 0",
        "UPDATE about SET hash = 'abc'",
        "UPDATE about SET uses_role = NULL",
        "UPDATE interpretation SET text = 'Zo is het.' WHERE perspective = 0 AND observation = 0 AND nth = 0",
    ] {
        assert!(
            matches!(code(&after(sql)), "snapshot_altered" | "snapshot_content"),
            "{sql}: {}",
            code(&after(sql))
        );
    }
}

#[test]
fn a_draft_and_broken_references_are_refused() {
    assert_eq!(
        code(&after("UPDATE about SET state = 'draft'")),
        "snapshot_draft"
    );
    assert_eq!(code(&after("DELETE FROM about")), "snapshot_damaged");
    assert_eq!(
        code(&after(
            "PRAGMA foreign_keys = OFF; DELETE FROM story WHERE number = 2"
        )),
        "snapshot_damaged"
    );
    assert_eq!(
        code(&after("UPDATE observation SET chart = '{}'")),
        "snapshot_damaged"
    );
}

#[test]
fn a_text_with_one_other_letter_is_refused() {
    let title = crate::small().stories[5].title.as_bytes();
    let mut bytes = small_file().to_vec();
    let at = bytes
        .windows(title.len())
        .position(|window| window == title)
        .unwrap();
    bytes[at] ^= 1;
    assert_eq!(code(&bytes), "snapshot_altered");
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let whole = small_file();
    for length in [
        100,
        4095,
        4096,
        whole.len() / 2,
        whole.len() - 4096,
        whole.len() - 1,
    ] {
        assert_eq!(code(&whole[..length]), "snapshot_damaged", "{length}");
    }
    let mut longer = whole.to_vec();
    longer.extend([0; 4096]);
    assert_eq!(code(&longer), "snapshot_damaged");
}

#[test]
fn a_huge_file_is_refused_unread() {
    let mut huge = small_file().to_vec();
    huge.resize(usize::try_from(snapshot::LARGEST).unwrap() + 1, 0);
    let error = snapshot::open(&huge).unwrap_err();
    assert_eq!(
        (error.code(), error.params()[0].1.as_str()),
        ("snapshot_too_large", "257")
    );
}

#[test]
fn every_code_is_listed() {
    for error in [
        snapshot::Error::Draft,
        snapshot::Error::Altered,
        snapshot::Error::Damaged,
        snapshot::Error::NotASnapshot,
    ] {
        assert!(snapshot::Error::CODES.contains(&error.code()));
    }
}
