//! What is written is read.

use stories::{Answer, StoryId};

use crate::{small, small_file};

#[test]
fn what_is_written_is_read() {
    let opened = snapshot::open(small_file()).unwrap();
    assert!(opened.library().collection() == small());
    assert_eq!(
        opened.hash(),
        snapshot::Snapshot::of(small().clone()).unwrap().hash()
    );
    assert_eq!(opened.hash().len(), 64);
    let info = opened.info();
    assert_eq!(
        (info.stories, info.open_questions, info.perspectives),
        (12, 2, small().perspectives.len() as u32)
    );
    assert_eq!(info.hash, opened.hash());
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert!(snapshot::write(small()).unwrap() == small_file());
}

#[test]
fn every_value_counts_in_the_hash() {
    let hash = |change: &dyn Fn(&mut stories::Collection)| {
        let mut all = small().clone();
        change(&mut all);
        snapshot::Snapshot::of(all).unwrap().hash().to_owned()
    };
    let mut hashes = vec![
        hash(&|_| {}),
        hash(&|all| all.about.made.push('!')),
        hash(&|all| all.about.uses.role = None),
        hash(&|all| all.questions[0].short.push('!')),
        hash(&|all| all.stories[3].title.push('!')),
        hash(&|all| {
            all.stories[3]
                .answers
                .insert("good".into(), Answer::Slider(33));
        }),
        hash(&|all| all.stories[11].id = StoryId(13)),
        hash(&|all| all.perspectives[0].observations.swap(0, 1)),
        hash(&|all| {
            all.perspectives[0].observations[0].interpretations[0]
                .text
                .push('!')
        }),
    ];
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), 9);
}

#[test]
fn the_fixtures_open() {
    for all in [fixture::round1(1), fixture::round2(1)] {
        let bytes = snapshot::write(&all).unwrap();
        let opened = snapshot::open(&bytes).unwrap();
        assert!(opened.library().collection() == &all);
    }
}

#[test]
fn what_does_not_hold_together_is_not_written() {
    let mut all = small().clone();
    all.stories[1].id = all.stories[0].id;
    assert_eq!(
        snapshot::write(&all).unwrap_err().code(),
        "snapshot_content"
    );
}
