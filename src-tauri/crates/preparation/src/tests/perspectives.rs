use super::*;

fn change(id: &str, text: &str, strength: u8, chart: Option<ChartSpec>) -> Command {
    Command::ChangeObservation {
        id: id.into(),
        text: text.to_owned(),
        strength,
        chart,
        pattern: None,
    }
}

fn remove(id: &str) -> Command {
    Command::RemoveObservation { id: id.into() }
}

#[test]
fn observations_are_written_step_by_step() {
    let pattern = PatternKey::new("role".into(), "good".into(), None);
    let add = |id: &str, strength| Command::AddObservation {
        id: id.into(),
        text: " Er is\niets te zien ".to_owned(),
        strength,
        chart: None,
        pattern: Some(PatternKey {
            one: "role".into(),
            other: "good".into(),
            within: None,
            one_option: None,
            other_option: None,
        }),
    };
    let bounds = Refusal::OutOfBounds { least: 1, most: 5 };
    check(vec![
        (
            vec![],
            add("o1", 5),
            Ok(Event::ObservationAdded {
                observation: DraftObservation {
                    id: "o1".into(),
                    text: "Er is iets te zien".to_owned(),
                    strength: 5,
                    chart: None,
                    pattern: Some(pattern),
                    interpretations: vec![],
                    x: 0,
                    y: 0,
                },
            }),
        ),
        (vec![], add("o1", 0), Err(bounds.clone())),
        (vec![], add("o1", 6), Err(bounds)),
        (vec![observe("o1")], add("o1", 1), Err(Refusal::BadId)),
        (
            // An id never means another thing, also after that went.
            vec![observe("o1"), remove("o1")],
            add("o1", 1),
            Err(Refusal::BadId),
        ),
        (
            vec![observe("o1")],
            change("o1", "", 2, None),
            Ok(Event::ObservationChanged {
                id: "o1".into(),
                text: String::new(),
                strength: 2,
                chart: None,
                pattern: None,
            }),
        ),
        (vec![], change("o1", "", 2, None), Err(gone("observation"))),
        (
            vec![observe("o1")],
            Command::MoveObservation {
                id: "o1".into(),
                x: -5,
                y: 7,
            },
            Ok(Event::ObservationMoved {
                id: "o1".into(),
                x: -5,
                y: 7,
            }),
        ),
        (
            vec![observe("o1")],
            remove("o1"),
            Ok(Event::ObservationRemoved { id: "o1".into() }),
        ),
        (vec![], remove("o1"), Err(gone("observation"))),
    ]);
    check_nothing(vec![
        (
            vec![observe("o1")],
            change("o1", "Observation o1.", 3, Some(spread("role", ""))),
        ),
        (
            vec![observe("o1")],
            Command::MoveObservation {
                id: "o1".into(),
                x: 0,
                y: 0,
            },
        ),
    ]);
}

#[test]
fn interpretations_belong_to_their_observation() {
    let before = || vec![observe("o1"), explain("a", "o1"), explain("b", "o1")];
    let rewrite = |id: &str, text: &str| Command::ChangeInterpretation {
        id: id.into(),
        text: text.to_owned(),
    };
    let order = |all: &str| Command::OrderInterpretations {
        observation: "o1".into(),
        order: ids(all),
    };
    check(vec![
        (
            before(),
            explain("c", "o1"),
            Ok(Event::InterpretationAdded {
                observation: "o1".into(),
                interpretation: Interpretation {
                    id: "c".into(),
                    text: "Explanation c".to_owned(),
                },
            }),
        ),
        (before(), explain("a", "o1"), Err(Refusal::BadId)),
        (before(), explain("c", "o2"), Err(gone("observation"))),
        (
            before(),
            rewrite("a", "x"),
            Ok(Event::InterpretationChanged {
                observation: "o1".into(),
                id: "a".into(),
                text: "x".to_owned(),
            }),
        ),
        (before(), rewrite("a", " "), Err(Refusal::Empty)),
        (before(), rewrite("c", "x"), Err(gone("interpretation"))),
        (
            before(),
            Command::RemoveInterpretation { id: "a".into() },
            Ok(Event::InterpretationRemoved {
                observation: "o1".into(),
                id: "a".into(),
            }),
        ),
        (
            before(),
            order("b a"),
            Ok(Event::InterpretationsOrdered {
                observation: "o1".into(),
                order: ids("b a"),
            }),
        ),
        (before(), order("b"), Err(Refusal::NotAll)),
        (before(), order("b b"), Err(Refusal::NotAll)),
    ]);
    check_nothing(vec![
        (before(), rewrite("a", "Explanation a")),
        (before(), order("a b")),
    ]);
}

#[test]
fn an_observation_comes_back_with_its_interpretations_and_its_place() {
    let before = [
        observe("o1"),
        observe("o2"),
        explain("a", "o1"),
        explain("b", "o1"),
        bundle("p1", "o2 o1"),
    ];
    let was = given(before);
    let mut state = was.clone();
    run(&mut state, [remove("o1")]);
    assert_eq!(state.observation(&"o1".into()), None);
    assert_eq!(
        state.perspective(&"p1".into()).expect("there").observations,
        ids::<ObservationId>("o2")
    );
    run(&mut state, [Command::Undo]);
    assert!(state.entities().eq(was.entities()), "{state:?}");
}

#[test]
fn an_observation_is_in_one_perspective_at_most() {
    let put = |id: &str, all: &str| Command::Bundle {
        id: id.into(),
        observations: ids(all),
    };
    let three = || vec![observe("o1"), observe("o2"), observe("o3")];
    let mut state = given(three());
    run(&mut state, [bundle("p1", "o1 o2"), bundle("p2", "o2 o3")]);
    let of = |state: &State, id: &str| {
        let ids = &state.perspective(&id.into()).expect("there").observations;
        ids.iter()
            .map(|it| it.0.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        (of(&state, "p1"), of(&state, "p2")),
        ("o1".into(), "o2 o3".into())
    );
    run(&mut state, [put("p1", "o3 o1")]);
    assert_eq!(
        (of(&state, "p1"), of(&state, "p2")),
        ("o3 o1".into(), "o2".into())
    );
    run(&mut state, [Command::RemovePerspective { id: "p1".into() }]);
    assert_eq!(state.perspective_of(&"o3".into()), None);
    assert!(state.observation(&"o3".into()).is_some(), "it is loose now");
    let before = || {
        let mut all = three();
        all.push(bundle("p1", "o1"));
        all
    };
    check(vec![
        (before(), put("p1", "o1 o1"), Err(Refusal::Twice)),
        (before(), put("p1", "o9"), Err(gone("observation"))),
        (before(), put("p9", "o1"), Err(gone("perspective"))),
        (before(), bundle("p1", ""), Err(Refusal::BadId)),
    ]);
    check_nothing(vec![(before(), put("p1", "o1"))]);
}

#[test]
fn perspectives_have_words_order_and_stories() {
    let before = || vec![bundle("p1", ""), bundle("p2", ""), bundle("p3", "")];
    let change = |short: &str| Command::ChangePerspective {
        id: "p1".into(),
        name: " De school\nis aan zet".to_owned(),
        short: short.to_owned(),
        question: String::new(),
    };
    let order = |all: &str| Command::OrderPerspectives { order: ids(all) };
    let support = |all: &[u32]| Command::SetSupport {
        id: "p1".into(),
        stories: numbers(all),
    };
    check(vec![
        (
            before(),
            change("School"),
            Ok(Event::PerspectiveChanged {
                id: "p1".into(),
                name: "De school is aan zet".to_owned(),
                short: "School".to_owned(),
                question: String::new(),
            }),
        ),
        (
            before(),
            change(&"é".repeat(32)),
            Ok(Event::PerspectiveChanged {
                id: "p1".into(),
                name: "De school is aan zet".to_owned(),
                short: "é".repeat(32),
                question: String::new(),
            }),
        ),
        (
            before(),
            change(&"x".repeat(33)),
            Err(Refusal::TooLong { most: 32 }),
        ),
        (
            before(),
            order("p3 p1 p2"),
            Ok(Event::PerspectivesOrdered {
                order: ids("p3 p1 p2"),
            }),
        ),
        (before(), order("p3 p1"), Err(Refusal::NotAll)),
        (
            before(),
            support(&[3, 1]),
            Ok(Event::SupportSet {
                id: "p1".into(),
                stories: numbers(&[3, 1]),
            }),
        ),
        (before(), support(&[3, 3]), Err(Refusal::Twice)),
        (before(), support(&[99]), Err(gone("story"))),
        (
            before(),
            Command::MovePerspective {
                id: "p1".into(),
                x: 1,
                y: 2,
            },
            Ok(Event::PerspectiveMoved {
                id: "p1".into(),
                x: 1,
                y: 2,
            }),
        ),
    ]);
    check_nothing(vec![
        (before(), order("p1 p2 p3")),
        (before(), support(&[])),
    ]);
    let mut state = given(before());
    run(&mut state, [order("p3 p1 p2"), bundle("p4", "")]);
    let shown: Vec<PerspectiveId> = state
        .perspectives()
        .iter()
        .map(|it| it.id.clone())
        .collect();
    assert_eq!(shown, ids::<PerspectiveId>("p3 p1 p2 p4"));
}
