//! Version 2: how a snapshot came to be goes with it, and counts in its hash.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rusqlite::{Connection, MAIN_DB};
use snapshot::{LogLine, Making, Origin, Selection, Verdict};
use stories::{Condition, Filter, Test};

use crate::{small, small_file};

/// Something of everything.
pub fn making() -> Making {
    let line = |key: &str, count| LogLine {
        key: key.to_owned(),
        places: BTreeMap::from([("from".to_owned(), "15".to_owned())]),
        count,
    };
    Making {
        log: vec![line("log.left_out.test", 12), line("log.merged", 3)],
        origins: vec![Origin {
            question: "role_type".into(),
            from: vec!["role".into()],
            options: vec![(
                "parents".into(),
                vec!["parent".into(), "grandparent".into()],
            )],
            hidden: vec!["unknown".into()],
        }],
        selections: vec![Selection {
            name: "Goed onderwijs".to_owned(),
            filter: Filter {
                conditions: vec![Condition {
                    question: "good".into(),
                    test: Test::Range { from: 51, to: 100 },
                }],
                ..Filter::default()
            },
        }],
        strengths: BTreeMap::from([(small().perspectives[0].observations[0].id.clone(), 4)]),
    }
}

/// The bytes of [`small`] with [`making`].
pub fn told_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| snapshot::write_with(small(), &making()).unwrap())
}

#[test]
fn how_it_came_to_be_is_read_as_it_was_written() {
    let opened = snapshot::open(told_file()).unwrap();
    assert!(opened.library().collection() == small());
    assert_eq!(*opened.making(), making());
    let report = snapshot::check(told_file(), None);
    assert_eq!(
        (report.verdict, report.version, report.log, report.encrypted),
        (Verdict::Sound, 2, 2, false)
    );
    assert_eq!(report.info.unwrap().stories, 12);
}

#[test]
fn without_it_the_file_and_its_hash_are_those_of_version_1() {
    assert!(snapshot::write_with(small(), &Making::default()).unwrap() == small_file());
    assert_eq!(&small_file()[60..64], [0, 0, 0, 1]);
    assert_eq!(&told_file()[60..64], [0, 0, 0, 2]);
    // Sessions and printed sheets name the fixture by this hash: it stays for as long as the fixture does.
    let round1 = snapshot::Snapshot::of(fixture::round1(1)).unwrap();
    let written = snapshot::write(&fixture::round1(1)).unwrap();
    assert_eq!(snapshot::open(&written).unwrap().hash(), round1.hash());
}

#[test]
fn all_of_it_counts_in_the_hash() {
    let hash = |change: &dyn Fn(&mut Making)| {
        let mut all = making();
        change(&mut all);
        let bytes = snapshot::write_with(small(), &all).unwrap();
        snapshot::open(&bytes).unwrap().hash().to_owned()
    };
    let mut hashes = vec![
        hash(&|_| {}),
        hash(&|all| all.log[0].count += 1),
        hash(&|all| all.log[1].key.push('!')),
        hash(&|all| {
            all.log[0].places.insert("to".into(), "5".into());
        }),
        hash(&|all| all.origins[0].hidden.clear()),
        hash(&|all| all.origins[0].options[0].1.swap(0, 1)),
        hash(&|all| all.selections[0].name.push('!')),
        hash(&|all| all.selections[0].filter.min_words = Some(3)),
        hash(&|all| all.strengths.values_mut().for_each(|one| *one = 5)),
        snapshot::open(small_file()).unwrap().hash().to_owned(),
    ];
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), 10);
}

#[test]
fn what_is_about_nothing_is_not_written() {
    let refused = |change: &dyn Fn(&mut Making)| {
        let mut all = making();
        change(&mut all);
        snapshot::write_with(small(), &all).unwrap_err().code()
    };
    for code in [
        refused(&|all| {
            all.strengths.insert("p99.o1".into(), 3);
        }),
        refused(&|all| all.strengths.values_mut().for_each(|one| *one = 6)),
        refused(&|all| all.origins[0].question = "nothing".into()),
        refused(&|all| all.selections[0].filter.conditions[0].question = "nothing".into()),
    ] {
        assert_eq!(code, "snapshot_content");
    }
}

#[test]
fn a_change_in_it_is_noticed() {
    for (sql, verdict) in [
        ("UPDATE log SET count = 0", Verdict::Altered),
        (
            "UPDATE log SET places = '{}' WHERE nth = 0",
            Verdict::Altered,
        ),
        ("UPDATE selection SET name = 'x'", Verdict::Altered),
        ("UPDATE strength SET strength = 1", Verdict::Altered),
        ("DELETE FROM origin", Verdict::Altered),
        ("UPDATE origin SET origin = '[]'", Verdict::Damaged),
        ("UPDATE about SET state = 'draft'", Verdict::Draft),
        ("PRAGMA user_version = 1", Verdict::Damaged),
        ("PRAGMA user_version = 3", Verdict::Newer),
        ("DROP TABLE strength", Verdict::Damaged),
    ] {
        let mut base = Connection::open_in_memory().unwrap();
        base.deserialize_read_exact(MAIN_DB, told_file(), told_file().len(), false)
            .unwrap();
        base.execute_batch(sql).unwrap();
        let bytes = base.serialize(MAIN_DB).unwrap().to_vec();
        assert_eq!(snapshot::check(&bytes, None).verdict, verdict, "{sql}");
    }
    assert_eq!(
        snapshot::check(b"PK\x03\x04 something else", None).verdict,
        Verdict::Other
    );
}
