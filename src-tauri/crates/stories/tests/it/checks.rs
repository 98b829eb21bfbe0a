//! What a collection must hold to.

use stories::{
    Answer, ChartSpec, Collection, CollectionError, Condition, Library, Observation, StoryId, Test,
};

use crate::sample::{Row, collection, perspective, rivals};

fn sound() -> Collection {
    let mut all = collection(vec![
        Row {
            c: Some(0),
            m: vec![1],
            s: Some(50),
            ..Row::default()
        },
        Row::default(),
    ]);
    let chart = ChartSpec::Spread {
        question: "c".into(),
        only: vec![],
        within: vec![],
    };
    let observation = Observation {
        id: "p.o".into(),
        text: "Zo.".to_owned(),
        chart,
        interpretations: rivals("p.o"),
    };
    all.perspectives.push(perspective("p", observation));
    all
}

/// The error after a change to a sound collection.
fn check(change: impl FnOnce(&mut Collection)) -> CollectionError {
    let mut all = sound();
    change(&mut all);
    Library::new(all).unwrap_err()
}

fn answer(all: &mut Collection, question: &str, answer: Answer) {
    all.stories[0].answers.insert(question.into(), answer);
}

fn chart(all: &mut Collection, chart: ChartSpec) {
    all.perspectives[0].observations[0].chart = chart;
}

#[test]
fn a_sound_collection_can_be_looked_up() {
    let library = Library::new(sound()).unwrap();
    assert_eq!(library.label(&"c".into(), &"o2".into()), Some("Antwoord 2"));
    assert_eq!(library.label(&"s".into(), &"o2".into()), None);
    assert_eq!(
        library.answer(StoryId(1), &"s".into()),
        Some(&Answer::Slider(50))
    );
    assert_eq!(library.story(StoryId(3)), None);
    assert_eq!(library.perspective_of(&"p.o".into()).unwrap().id.0, "p");
    assert_eq!(library.interpretation(&"p.o.b".into()).unwrap().text, "b");
    assert_eq!(library.observation_of(&"p.o.b".into()).unwrap().id.0, "p.o");
}

#[test]
fn ids_occur_once_and_stories_are_in_order() {
    assert_eq!(
        check(|all| all.questions[1].id = "c".into()),
        CollectionError::Twice("c".to_owned())
    );
    assert_eq!(
        check(|all| all.stories[1].id = StoryId(1)),
        CollectionError::Twice("story 1".to_owned())
    );
    assert_eq!(
        check(|all| all.stories[0].id = StoryId(7)),
        CollectionError::Order("story 2".to_owned())
    );
    assert_eq!(
        check(|all| {
            let again = all.perspectives[0].clone();
            all.perspectives.push(again);
        }),
        CollectionError::Twice("p".to_owned())
    );
    assert!(matches!(
        check(|all| all.perspectives[0].observations[0].interpretations[1].id = "p.o.a".into()),
        CollectionError::Twice(_)
    ));
    assert!(matches!(
        check(|all| all.perspectives[0].support.push(StoryId(1))),
        CollectionError::Twice(_)
    ));
}

#[test]
fn answers_fit_their_questions() {
    let wrong = [
        ("c", Answer::Slider(3)),
        ("m", Answer::Several(vec![])),
        ("s", Answer::Slider(101)),
        ("t", Answer::Choice("o1".into())),
    ];
    for (question, value) in wrong {
        assert!(
            matches!(
                check(|all| answer(all, question, value)),
                CollectionError::Kind(_)
            ),
            "{question}"
        );
    }
    assert!(matches!(
        check(|all| answer(all, "c", Answer::Choice("o9".into()))),
        CollectionError::Missing { .. }
    ));
    assert!(matches!(
        check(|all| answer(all, "z", Answer::Slider(1))),
        CollectionError::Missing { .. }
    ));
    let twice = Answer::Several(vec!["o1".into(), "o1".into()]);
    assert!(matches!(
        check(|all| answer(all, "m", twice)),
        CollectionError::Twice(_)
    ));
}

#[test]
fn perspectives_and_charts_fit() {
    assert_eq!(
        check(|all| all.perspectives[0].observations[0]
            .interpretations
            .truncate(1)),
        CollectionError::Rivals("p.o".to_owned())
    );
    assert!(matches!(
        check(|all| all.perspectives[0].short = "x".repeat(33)),
        CollectionError::Bounds(_)
    ));
    assert!(matches!(
        check(|all| all.perspectives[0].support.push(StoryId(9))),
        CollectionError::Missing { .. }
    ));
    assert!(matches!(
        check(|all| all.about.uses.good = Some("c".into())),
        CollectionError::Kind(_)
    ));
    assert!(matches!(
        check(|all| all.about.uses.voice = Some("z".into())),
        CollectionError::Missing { .. }
    ));
    let spread = |id: &str| ChartSpec::Spread {
        question: id.into(),
        only: vec![],
        within: vec![],
    };
    assert!(matches!(
        check(|all| chart(all, spread("s"))),
        CollectionError::Kind(_)
    ));
    assert!(matches!(
        check(|all| chart(all, spread("z"))),
        CollectionError::Missing { .. }
    ));
    let bins = |bins: &[(u8, u8)]| ChartSpec::Ranges {
        question: "s".into(),
        bins: bins
            .iter()
            .map(|(low, high)| (*low, *high, String::new()))
            .collect(),
        within: vec![],
    };
    for wrong in [
        &[(0, 50), (50, 100)],
        &[(10, 5), (11, 100)],
        &[(0, 50), (51, 101)],
    ] {
        assert!(
            matches!(
                check(|all| chart(all, bins(wrong))),
                CollectionError::Bounds(_)
            ),
            "{wrong:?}"
        );
    }
    let hit = Condition {
        question: "s".into(),
        test: Test::AnyOf { options: vec![] },
    };
    let share = ChartSpec::Share {
        rows: "c".into(),
        only: vec![],
        hit,
        hit_label: String::new(),
        within: vec![],
    };
    assert!(matches!(
        check(|all| chart(all, share)),
        CollectionError::Kind(_)
    ));
}
