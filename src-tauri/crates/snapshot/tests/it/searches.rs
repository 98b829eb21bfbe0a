//! Full-text search.

use snapshot::Snapshot;
use stories::{Answer, highlight};

use crate::small;

fn opened() -> Snapshot {
    let mut all = small().clone();
    all.stories[0].title = "Een café met één coördinator".to_owned();
    all.stories[1].text = "De juf luisterde niet.\n\nNiemand luisterde.".to_owned();
    all.stories[2].answers.insert(
        "better".into(),
        Answer::Text("Een zeldzaam zonnestraaltje.".to_owned()),
    );
    Snapshot::of(all).unwrap()
}

#[test]
fn titles_texts_and_open_answers_are_found() {
    let opened = opened();
    let found = |typed: &str| {
        opened
            .search(typed)
            .unwrap()
            .into_iter()
            .map(|id| id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("cafe COORD"), [1]);
    assert_eq!(found("\"juf luisterde niet\""), [2]);
    assert_eq!(found("\"juf niet\""), [0; 0]);
    assert_eq!(found("zonnestr"), [3]);
    assert_eq!(found("zonnestr xyz"), [0; 0]);
    assert_eq!(found("  "), [0; 0]);
    assert_eq!(found("de").len(), 12);
    let excerpt = opened
        .library()
        .excerpt(stories::StoryId(3), "zonnestr")
        .unwrap();
    assert_eq!(
        (excerpt.text.as_str(), excerpt.marks.as_slice()),
        ("Een zeldzaam zonnestraaltje.", &[(13, 27)][..])
    );
}

#[test]
fn nothing_that_is_typed_is_a_mistake() {
    let opened = opened();
    for typed in [
        "\"",
        "\"de",
        "AND OR NOT",
        "NEAR(",
        "de*",
        "text:de",
        "^de",
        "-de",
        "(",
        "'; DROP TABLE words; --",
        "{a b}",
        "a+b",
        "\0",
        "🙂",
    ] {
        assert!(opened.search(typed).is_ok(), "{typed}");
    }
}

#[test]
fn what_is_found_is_also_marked() {
    let opened = opened();
    for typed in ["luister", "school", "\"op school\"", "ik ze", "'s ochtends"] {
        let found = opened.search(typed).unwrap();
        for story in opened.library().stories() {
            let mut all = format!("{}\n{}", story.title, story.text);
            for answer in story.answers.values() {
                if let Answer::Text(text) = answer {
                    all.push('\n');
                    all.push_str(text);
                }
            }
            let query = stories::Query::parse(typed);
            let each = typed
                .split_whitespace()
                .all(|word| typed.contains('"') || !highlight(&all, word).is_empty());
            assert_eq!(
                found.contains(&story.id),
                each && !highlight(&all, typed).is_empty(),
                "{typed} {:?} {query:?}",
                story.id
            );
        }
    }
}

#[test]
fn a_snapshot_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Snapshot>();
}
