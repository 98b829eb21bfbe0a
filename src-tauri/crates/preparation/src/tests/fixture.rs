//! The whole way with the stories of the fixture.

use std::sync::LazyLock;

use super::*;
use stories::Library;

/// Made once: it takes a while.
static SECOND_ROUND: LazyLock<stories::Collection> = LazyLock::new(|| ::fixture::round2(1));

fn second_round() -> stories::Collection {
    SECOND_ROUND.clone()
}

/// A preparer takes the stories of the fixture in, and makes its perspectives again.
fn prepared() -> (State, Raw) {
    let collection = second_round();
    let mut state = State::default();
    let responses = collection.stories.last().map_or(0, |it| it.id.0);
    run(
        &mut state,
        [
            begin(),
            Command::TakeIn {
                id: "s1".into(),
                file: "ronde2.csv".to_owned(),
                digest: digest("s1"),
                responses,
                questions: collection.questions.clone(),
                codebook: "{}".to_owned(),
                offset: 0,
            },
            Command::SetUses {
                uses: collection.about.uses.clone(),
            },
        ],
    );
    for perspective in &collection.perspectives {
        let mut inside = Vec::new();
        for observation in &perspective.observations {
            inside.push(observation.id.clone());
            run(
                &mut state,
                [Command::AddObservation {
                    id: observation.id.clone(),
                    text: observation.text.clone(),
                    strength: 4,
                    chart: Some(observation.chart.clone()),
                    pattern: None,
                }],
            );
            run(
                &mut state,
                observation
                    .interpretations
                    .iter()
                    .map(|it| Command::AddInterpretation {
                        id: it.id.clone(),
                        observation: observation.id.clone(),
                        text: it.text.clone(),
                    }),
            );
        }
        run(
            &mut state,
            [
                Command::AddPerspective {
                    id: perspective.id.clone(),
                    name: String::new(),
                    observations: inside,
                    x: 0,
                    y: 0,
                },
                Command::ChangePerspective {
                    id: perspective.id.clone(),
                    name: perspective.name.clone(),
                    short: perspective.short.clone(),
                    question: perspective.question.clone(),
                },
                Command::SetSupport {
                    id: perspective.id.clone(),
                    stories: perspective.support.clone(),
                },
            ],
        );
    }
    let raw = Raw {
        sources: vec![RawSource {
            id: "s1".into(),
            stories: collection.stories,
        }],
    };
    (state, raw)
}

#[test]
fn the_perspective_set_of_the_fixture_can_be_made_again() {
    let (state, raw) = prepared();
    let built = build(&state, &raw).expect("ready to publish");
    let mut expected = second_round();
    expected.about.name.clone_from(&built.collection.about.name);
    expected
        .about
        .theme
        .clone_from(&built.collection.about.theme);
    expected.about.set.clone_from(&built.collection.about.set);
    expected.about.made = String::new();
    expected
        .about
        .provenance
        .clone_from(&built.collection.about.provenance);
    assert_eq!(built.collection, expected);
}

#[test]
fn what_was_written_with_care_passes_the_checks() {
    let (state, raw) = prepared();
    let built = build(&state, &raw).expect("ready to publish");
    let facts = Facts {
        stories: u32::try_from(built.collection.stories.len()).expect("few"),
        lists: lists("nl"),
        ..Facts::default()
    };
    let found = checks(&state, &facts);
    let blocking: Vec<_> = found.iter().filter(|it| it.blocks).collect();
    assert!(blocking.is_empty(), "{blocking:?}");
    let pointed: Vec<_> = found
        .iter()
        .filter(|it| it.code != CheckCode::HardText)
        .collect();
    assert!(pointed.is_empty(), "{pointed:#?}");
    let texts = state
        .observations()
        .iter()
        .map(|it| 1 + it.interpretations.len())
        .sum::<usize>();
    let hard = found.len();
    assert!(hard * 10 < texts, "few texts are hard: {hard} of {texts}");
}

#[test]
fn support_is_proposed_for_every_perspective_from_the_own_region_first() {
    let library = Library::new(second_round()).expect("it holds together");
    let region = library
        .collection()
        .about
        .uses
        .region
        .clone()
        .expect("a region");
    let own = library.question(&region).expect("there").choices()[0]
        .id
        .clone();
    for perspective in library.perspectives() {
        let charts: Vec<&ChartSpec> = perspective
            .observations
            .iter()
            .map(|it| &it.chart)
            .collect();
        let proposed = propose_support(&library, &charts, None, &[], 12);
        assert_eq!(proposed.len(), 12, "{}", perspective.name);
        let voices: std::collections::BTreeSet<_> = proposed.iter().map(|it| &it.voice).collect();
        assert!(
            voices.len() > 1,
            "{}: more than one voice",
            perspective.name
        );
        assert!(proposed[0].fits >= proposed[11].fits);
        let own = propose_support(&library, &charts, Some(&own), &[], 12);
        assert!(own[0].own_region);
        assert!(own.is_sorted_by_key(|it| !it.own_region));
        assert_eq!(
            propose_support(&library, &charts, None, &[], 12),
            proposed,
            "always the same"
        );
    }
}
