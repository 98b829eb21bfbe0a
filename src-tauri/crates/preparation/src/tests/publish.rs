//! What is ready to be published, and which raw stories are refused.

use super::build::{built, four};
use super::*;
use stories::CollectionError;

#[test]
fn observations_that_are_not_ready_stay_out_and_are_named() {
    let two = |id: &str| {
        let (a, b) = (format!("{id}a"), format!("{id}b"));
        vec![observe(id), explain(&a, id), explain(&b, id)]
    };
    let change = |id: &str, text: &str, chart| Command::ChangeObservation {
        id: id.into(),
        text: text.to_owned(),
        strength: 3,
        chart,
        pattern: None,
    };
    let mut commands: Vec<Command> = ["o1", "o2", "o3", "o4"].into_iter().flat_map(two).collect();
    commands.extend([
        observe("o5"),
        explain("x", "o5"),
        change("o2", "", Some(spread("role", ""))),
        change("o3", "Iets.", None),
        change("o4", "Iets.", Some(spread("role", "mother"))),
        hide("role", "mother", true),
        bundle("p1", "o1 o2 o3 o4 o5"),
        observe("o6"),
        Command::SetSupport {
            id: "p1".into(),
            stories: numbers(&[5, 2, 4]),
        },
        judge(&[2], left_out(Reason::Other)),
    ]);
    let built = built(commands.clone());
    let perspective = &built.collection.perspectives[0];
    let observations: Vec<&str> = perspective
        .observations
        .iter()
        .map(|it| it.id.0.as_str())
        .collect();
    assert_eq!(observations, ["o1"]);
    assert_eq!(perspective.support, numbers(&[5]));
    let why: Vec<(&str, Why)> = built
        .unfinished
        .iter()
        .map(|it| (it.observation.0.as_str(), it.why))
        .collect();
    assert_eq!(
        why,
        [
            ("o2", Why::NoText),
            ("o3", Why::NoChart),
            ("o4", Why::ChartDoesNotFit),
            ("o5", Why::FewInterpretations),
            ("o6", Why::Loose),
        ]
    );
    let lost: Vec<StoryId> = built.lost_support.iter().map(|it| it.story).collect();
    assert_eq!(lost, numbers(&[2, 4]));
    let state = given(commands);
    let unready: Vec<Unfinished> = built.unfinished[..4].to_vec();
    assert_eq!(build(&state, &four()), Err(BuildError::Unfinished(unready)));
    let mut ready = state;
    run(
        &mut ready,
        [Command::Bundle {
            id: "p1".into(),
            observations: ids("o1"),
        }],
    );
    assert_eq!(
        build(&ready, &four()),
        Err(BuildError::LostSupport(built.lost_support))
    );
    run(
        &mut ready,
        [Command::SetSupport {
            id: "p1".into(),
            stories: numbers(&[5]),
        }],
    );
    let published = build(&ready, &four()).expect("ready");
    assert_eq!(published.unfinished.len(), 5, "all others are loose");
}

#[test]
fn sources_join_and_leave() {
    let two = || vec![take("s2", 4, 20)];
    let mut raw = four();
    raw.sources.push(RawSource {
        id: "s2".into(),
        stories: raw.sources[0].stories.clone(),
    });
    let numbers = |state: &State| -> Vec<u32> {
        let built = build_draft(state, &raw).expect("built");
        built.collection.stories.iter().map(|it| it.id.0).collect()
    };
    let mut raw_five = raw.clone();
    raw_five.sources[1].stories[3].id = StoryId(4);
    let built = build_draft(&given(two()), &raw_five).expect("built");
    let ids: Vec<u32> = built.collection.stories.iter().map(|it| it.id.0).collect();
    assert_eq!(ids, [1, 2, 3, 5, 21, 22, 23, 24]);
    let mut state = given(two());
    run(&mut state, [Command::RemoveSource { id: "s2".into() }]);
    assert_eq!(numbers(&state), [1, 2, 3, 5]);
}

#[test]
fn raw_stories_that_are_others_are_refused() {
    let error = |change: &dyn Fn(&mut Raw)| {
        let mut raw = four();
        change(&mut raw);
        build_draft(&start(), &raw).expect_err("refused")
    };
    let other = |reason| BuildError::OtherStories {
        source_id: "s1".into(),
        reason,
    };
    assert_eq!(
        build_draft(&State::default(), &four()),
        Err(BuildError::NoWork)
    );
    assert_eq!(
        error(&|raw| raw.sources.clear()),
        BuildError::NoSource("s1".into())
    );
    let order = |story: &str| other(CollectionError::Order(story.to_owned()));
    assert_eq!(
        error(&|raw| raw.sources[0].stories.swap(0, 1)),
        order("story 1")
    );
    assert_eq!(
        error(&|raw| raw.sources[0].stories[3].id = StoryId(11)),
        order("story 11")
    );
    let answer = |question: &str, answer: Answer| {
        let question = QuestionId::from(question);
        error(&move |raw| {
            let answers = &mut raw.sources[0].stories[0].answers;
            answers.insert(question.clone(), answer.clone());
        })
    };
    let missing = |to: &str| {
        other(CollectionError::Missing {
            from: "story 1".to_owned(),
            to: to.to_owned(),
        })
    };
    assert_eq!(
        answer("role", Answer::Choice("aunt".into())),
        missing("role.aunt")
    );
    assert_eq!(answer("zzz", Answer::Slider(1)), missing("zzz"));
    assert_eq!(answer("aaa", Answer::Slider(1)), missing("aaa"));
    assert_eq!(
        answer("good", Answer::Slider(101)),
        other(CollectionError::Kind("story 1: good".to_owned()))
    );
    assert_eq!(
        answer("role", Answer::Slider(1)),
        other(CollectionError::Kind("story 1: role".to_owned()))
    );
}
