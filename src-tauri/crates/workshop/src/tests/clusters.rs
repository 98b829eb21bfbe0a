use super::*;

fn named(id: &str, name: &str) -> Command {
    Command::NameCluster {
        id: id.into(),
        name: name.into(),
        was: None,
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
fn clusters_are_made_and_named() {
    let added = |name: &str, place, placed, vanished: &str| {
        Ok(Event::ClusterAdded {
            id: "c2".into(),
            table: T1,
            name: name.into(),
            place,
            placed,
            vanished: ids(vanished),
        })
    };
    let before = || then([notes("n1 n2"), vec![cluster("c1", "n1")]]);
    check(vec![
        (vec![], cluster("c2", ""), added("", 0, vec![], "")),
        (
            before(),
            cluster("c2", "n2 n1"),
            added(
                "",
                1,
                vec![placed("n2", Some("c2"), 0), placed("n1", Some("c2"), 1)],
                "c1",
            ),
        ),
        (before(), cluster("c1", ""), Err(Refusal::BadId)),
        (before(), cluster("c2", "n1 n1"), Err(Refusal::Twice)),
        (before(), cluster("c2", "n9"), Err(gone("note"))),
        (
            vec![at2("m1")],
            cluster("c2", "m1"),
            Err(Refusal::OtherTable),
        ),
        (
            before(),
            named("c1", " Rust\nin de klas "),
            Ok(Event::ClusterNamed {
                id: "c1".into(),
                table: T1,
                name: "Rust in de klas".into(),
            }),
        ),
        (
            before(),
            named("c1", &"x".repeat(81)),
            Err(Refusal::TooLong { most: 80 }),
        ),
        (vec![], named("c1", ""), Err(gone("cluster"))),
    ]);
    check_nothing(vec![(before(), named("c1", ""))]);
}

#[test]
fn clusters_are_merged_split_and_taken_apart() {
    let before = || {
        then([
            notes("n1 n2 n3 n4 n5"),
            vec![
                cluster("c1", "n1 n2"),
                cluster("c2", "n3 n4"),
                idea("i1", "c1", ""),
            ],
        ])
    };
    let join = |from: &str, into: &str| Command::MergeClusters {
        from: from.into(),
        into: into.into(),
    };
    let split = |id: &str, notes: &str| Command::SplitCluster {
        cluster: "c1".into(),
        id: id.into(),
        notes: ids(notes),
    };
    let apart = |id: &str| Command::RemoveCluster { id: id.into() };
    let went = || vec![placed("n1", Some("c2"), 2), placed("n2", Some("c2"), 3)];
    let other = Command::AddCluster {
        id: "d1".into(),
        table: T2,
        name: String::new(),
        notes: vec![],
    };
    let joined = |name: &str| {
        Ok(Event::ClustersMerged {
            from: "c1".into(),
            into: "c2".into(),
            table: T1,
            name: name.into(),
            placed: went(),
        })
    };
    check(vec![
        (before(), join("c1", "c2"), joined("")),
        (
            then([before(), vec![named("c1", "A")]]),
            join("c1", "c2"),
            joined("A"),
        ),
        (
            then([before(), vec![named("c1", "A"), named("c2", "B")]]),
            join("c1", "c2"),
            joined("B"),
        ),
        (before(), join("c1", "c1"), Err(Refusal::Twice)),
        (before(), join("c1", "c9"), Err(gone("cluster"))),
        (
            then([before(), vec![other]]),
            join("c1", "d1"),
            Err(Refusal::OtherTable),
        ),
        (
            before(),
            split("c3", "n2"),
            Ok(Event::ClusterSplit {
                cluster: "c1".into(),
                id: "c3".into(),
                table: T1,
                place: 1,
                order: vec![("c2".into(), 2)],
                placed: vec![placed("n2", Some("c3"), 0)],
                vanished: vec![],
            }),
        ),
        (before(), split("c2", "n2"), Err(Refusal::BadId)),
        (before(), split("c3", ""), Err(Refusal::Empty)),
        (before(), split("c3", "n3"), Err(gone("note"))),
        (before(), split("c3", "n2 n2"), Err(Refusal::Twice)),
        (
            before(),
            apart("c1"),
            Ok(Event::ClusterRemoved {
                id: "c1".into(),
                table: T1,
                placed: vec![placed("n1", None, 5), placed("n2", None, 6)],
            }),
        ),
        (before(), apart("c9"), Err(gone("cluster"))),
    ]);

    let sources = |after: Vec<Command>| {
        let state = given(then([before(), after]));
        let idea = state.idea(&"i1".into()).unwrap().clone();
        (idea.clusters, idea.notes)
    };
    assert_eq!(sources(vec![join("c1", "c2")]), (ids("c2"), vec![]));
    assert_eq!(
        sources(vec![apart("c1")]),
        (vec![], ids("n1 n2")),
        "what came out of a cluster comes out of its notes"
    );
    assert_eq!(
        sources(vec![split("c3", "n1 n2")]),
        (vec![], vec![]),
        "all of it went, so it vanished"
    );
    let state = given(then([before(), vec![split("c3", "n2")]]));
    assert_eq!(
        state
            .clusters(T1)
            .iter()
            .map(|it| it.id.0.as_str())
            .collect::<Vec<_>>(),
        ["c1", "c3", "c2"],
        "beside it"
    );
}
