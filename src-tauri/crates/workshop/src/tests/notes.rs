use super::*;

/// The notes of a column, in order.
fn column(state: &State, cluster: Option<&str>) -> String {
    let cluster = cluster.map(ClusterId::from);
    state
        .column(T1, cluster.as_ref())
        .iter()
        .map(|it| it.id.0.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn to(note: &str, cluster: Option<&str>, before: Option<&str>) -> Command {
    Command::MoveNote {
        note: note.into(),
        cluster: cluster.map(Into::into),
        before: before.map(Into::into),
    }
}

fn named(id: &str, name: &str) -> Command {
    Command::NameCluster {
        id: id.into(),
        name: name.into(),
        was: None,
    }
}

fn merge(note: &str, into: &str) -> Command {
    Command::MergeNotes {
        note: note.into(),
        into: into.into(),
    }
}

fn at2(id: &str) -> Command {
    Command::AddNote {
        id: id.into(),
        table: T2,
        kind: NoteKind::Surprise,
        text: "t".into(),
        origin: Origin::Table,
        by: None,
    }
}

#[test]
fn notes_are_taken_rewritten_and_taken_away() {
    let with = |origin: Origin| Command::AddNote {
        id: "n1".into(),
        table: T1,
        kind: NoteKind::Challenge,
        text: "t".into(),
        origin,
        by: None,
    };
    let added = |origin: Origin| {
        let (kind, text) = (NoteKind::Challenge, "t".to_owned());
        Ok(Event::NoteAdded {
            id: "n1".into(),
            table: T1,
            kind,
            text,
            origin,
            by: None,
            at: NOW,
            place: 0,
        })
    };
    let quote = |start, end, text: &str| Origin::Story {
        story: StoryId(7),
        quote: Some(Quote {
            part: "text".into(),
            start,
            end,
            text: text.into(),
        }),
        perspective: Some("p1".into()),
    };
    let own_origin = || Origin::OwnInterpretation {
        interpretation: "i1".into(),
    };
    let experience = || Origin::Experience {
        experience: "e1".into(),
    };
    let change = |text: &str| Command::ChangeNote {
        id: "n1".into(),
        kind: NoteKind::Opportunity,
        text: text.into(),
        was: None,
    };
    let remove = || Command::RemoveNote { id: "n1".into() };
    let text = |text: &str| Command::AddNote {
        id: "n9".into(),
        table: T1,
        kind: NoteKind::Surprise,
        text: text.into(),
        origin: Origin::Table,
        by: None,
    };
    check(vec![
        (vec![], with(Origin::Table), added(Origin::Table)),
        (
            vec![],
            with(quote(3, 9, "school")),
            added(quote(3, 9, "school")),
        ),
        (vec![], with(quote(9, 9, "school")), Err(Refusal::Empty)),
        (vec![], with(quote(3, 9, "")), Err(Refusal::Empty)),
        (
            vec![],
            with(Origin::Story {
                story: StoryId(7),
                quote: None,
                perspective: Some("x".into()),
            }),
            Err(gone("perspective")),
        ),
        (
            vec![],
            with(Origin::Observation {
                observation: "x".into(),
                row: None,
            }),
            Err(gone("observation")),
        ),
        (
            vec![],
            with(Origin::Interpretation {
                interpretation: "\n".into(),
            }),
            Err(Refusal::BadId),
        ),
        (vec![own("i1")], with(own_origin()), added(own_origin())),
        (
            vec![own("i1"), Command::RemoveInterpretation { id: "i1".into() }],
            with(own_origin()),
            added(own_origin()),
        ),
        (vec![], with(own_origin()), Err(gone("interpretation"))),
        (
            vec![write("e1", T1, "x")],
            with(experience()),
            added(experience()),
        ),
        (
            vec![write("e1", T2, "x")],
            with(experience()),
            Err(Refusal::OtherTable),
        ),
        (vec![], with(experience()), Err(gone("experience"))),
        (notes("n1"), with(Origin::Table), Err(Refusal::BadId)),
        (
            then([notes("n1"), vec![remove()]]),
            with(Origin::Table),
            Err(Refusal::BadId),
        ),
        (vec![], text(""), Err(Refusal::Empty)),
        (
            vec![],
            text(&"x".repeat(501)),
            Err(Refusal::TooLong { most: 500 }),
        ),
        (
            notes("n1"),
            change(" b\r\nc "),
            Ok(Event::NoteChanged {
                id: "n1".into(),
                table: T1,
                kind: NoteKind::Opportunity,
                text: "b\nc".into(),
            }),
        ),
        (notes("n1"), change(""), Err(Refusal::Empty)),
        (vec![], change("b"), Err(gone("note"))),
        (
            notes("n1"),
            remove(),
            Ok(Event::NoteRemoved {
                id: "n1".into(),
                table: T1,
                placed: vec![],
                vanished: vec![],
            }),
        ),
        (
            then([notes("n1"), vec![cluster("c1", "n1")]]),
            remove(),
            Ok(Event::NoteRemoved {
                id: "n1".into(),
                table: T1,
                placed: vec![],
                vanished: ids("c1"),
            }),
        ),
        (vec![], remove(), Err(gone("note"))),
    ]);
    check_nothing(vec![(then([notes("n1"), vec![change("b")]]), change("b"))]);
}

#[test]
fn notes_go_where_they_are_put() {
    // Notes 1 to 5; 3 to 5 in a cluster, 1 and 2 loose.
    let before = || then([notes("n1 n2 n3 n4 n5"), vec![cluster("c1", "n3 n4 n5")]]);
    for (when, loose, inside) in [
        (to("n1", Some("c1"), None), "n2", "n3 n4 n5 n1"),
        (to("n1", Some("c1"), Some("n3")), "n2", "n1 n3 n4 n5"),
        (to("n5", Some("c1"), Some("n3")), "n1 n2", "n5 n3 n4"),
        (to("n3", Some("c1"), Some("n5")), "n1 n2", "n4 n3 n5"),
        (to("n3", Some("c1"), None), "n1 n2", "n4 n5 n3"),
        (to("n4", None, Some("n1")), "n4 n1 n2", "n3 n5"),
        (to("n1", Some("c1"), Some("n2")), "n2", "n3 n4 n5 n1"),
        (to("n4", Some("c1"), Some("n4")), "n1 n2", "n3 n4 n5"),
        (to("n1", None, Some("n1")), "n1 n2", "n3 n4 n5"),
    ] {
        let state = given(then([before(), vec![when.clone()]]));
        assert_eq!(
            (
                column(&state, None).as_str(),
                column(&state, Some("c1")).as_str()
            ),
            (loose, inside),
            "{when:?}"
        );
        invariants::hold(&state);
    }
    check(vec![
        (
            before(),
            to("n1", Some("c1"), None),
            Ok(Event::NotesPlaced {
                table: T1,
                placed: vec![placed("n1", Some("c1"), 3)],
                vanished: vec![],
            }),
        ),
        (
            then([before(), vec![cluster("c2", "n1")]]),
            to("n1", None, None),
            Ok(Event::NotesPlaced {
                table: T1,
                placed: vec![placed("n2", None, 0), placed("n1", None, 1)],
                vanished: ids("c2"),
            }),
        ),
        (
            then([before(), vec![cluster("c2", "n1"), named("c2", "Rust")]]),
            to("n1", Some("c1"), None),
            Ok(Event::NotesPlaced {
                table: T1,
                placed: vec![placed("n1", Some("c1"), 3)],
                vanished: vec![],
            }),
        ),
        (vec![], to("n1", None, None), Err(gone("note"))),
        (before(), to("n1", Some("c9"), None), Err(gone("cluster"))),
        (before(), to("n1", None, Some("n9")), Err(gone("note"))),
        (
            then([before(), vec![at2("m1")]]),
            to("m1", Some("c1"), None),
            Err(Refusal::OtherTable),
        ),
        (
            then([before(), vec![at2("m1")]]),
            to("n1", None, Some("m1")),
            Err(Refusal::OtherTable),
        ),
    ]);
    check_nothing(vec![
        (before(), to("n5", Some("c1"), None)),
        (before(), to("n1", None, Some("n2"))),
    ]);
}

#[test]
fn doubles_are_merged_and_stand_on_their_own_again() {
    let before = || {
        then([
            notes("n1 n2 n3 n4"),
            vec![cluster("c1", "n1"), cluster("c2", "n2 n4")],
        ])
    };
    let merged = |notes: &str, into: &str, vanished: &str| {
        Ok(Event::NotesMerged {
            table: T1,
            notes: ids(notes),
            into: into.into(),
            vanished: ids(vanished),
        })
    };
    check(vec![
        (before(), merge("n1", "n2"), merged("n1", "n2", "c1")),
        (
            then([before(), vec![merge("n1", "n2")]]),
            merge("n3", "n1"),
            merged("n3", "n2", ""),
        ),
        (
            then([before(), vec![merge("n1", "n2")]]),
            merge("n2", "n3"),
            merged("n2 n1", "n3", ""),
        ),
        (before(), merge("n1", "n1"), Err(Refusal::Twice)),
        (before(), merge("n1", "n9"), Err(gone("note"))),
        (
            then([before(), vec![at2("m1")]]),
            merge("n1", "m1"),
            Err(Refusal::OtherTable),
        ),
    ]);
    check_nothing(vec![(
        then([before(), vec![merge("n1", "n2")]]),
        merge("n1", "n2"),
    )]);

    let mut state = given(then([before(), vec![merge("n1", "n2"), merge("n3", "n2")]]));
    assert_eq!(column(&state, Some("c2")), "n2 n4");
    assert_eq!(state.doubles(&"n2".into()).count(), 2);
    run(&mut state, [to("n3", Some("c2"), Some("n4"))]);
    assert_eq!(column(&state, Some("c2")), "n2 n3 n4");
    run(&mut state, [Command::RemoveNote { id: "n2".into() }]);
    assert_eq!(
        column(&state, Some("c2")),
        "n1 n3 n4",
        "its double takes its place"
    );
}
