use super::*;

#[test]
fn a_command_belongs_to_a_table() {
    let state = given(then([
        notes("n1 n2"),
        vec![
            cluster("c1", "n1"),
            cluster("c2", "n2"),
            idea("i1", "", ""),
            own("o1"),
            write("e1", T1, "x"),
        ],
    ]));
    let rows = vec![
        (create(), None),
        (
            Command::MoveTables {
                tables: vec![T1],
                step: Step::Own,
            },
            None,
        ),
        (
            Command::MoveParticipant {
                id: "ann".into(),
                table: T1,
            },
            None,
        ),
        (sit("x", T2), Some(T2)),
        (Command::RemoveParticipant { id: "ann".into() }, Some(T1)),
        (vote("cas", ""), Some(T2)),
        (vote("x", ""), None),
        (dots("cas", "i1", 1), Some(T2)),
        (
            Command::HandIn {
                id: "e1".into(),
                agreed: true,
            },
            Some(T1),
        ),
        (Command::RemoveInterpretation { id: "o1".into() }, Some(T1)),
        (Command::RemoveNote { id: "n1".into() }, Some(T1)),
        (Command::RemoveNote { id: "x".into() }, None),
        (
            Command::MergeNotes {
                note: "n1".into(),
                into: "n2".into(),
            },
            Some(T1),
        ),
        (
            Command::NameCluster {
                id: "c1".into(),
                name: String::new(),
            },
            Some(T1),
        ),
        (
            Command::MergeClusters {
                from: "c1".into(),
                into: "c2".into(),
            },
            Some(T1),
        ),
        (
            Command::SplitCluster {
                cluster: "c1".into(),
                id: "c3".into(),
                notes: vec![],
            },
            Some(T1),
        ),
        (Command::RemoveIdea { id: "i1".into() }, Some(T1)),
        (Command::Undo { table: T2 }, Some(T2)),
    ];
    for (command, table) in rows {
        assert_eq!(command.table(&state), table, "{command:?}");
    }
}

#[test]
fn the_order_of_things_is_not_that_of_a_clock() {
    let mut state = start();
    for (nth, now) in [("n3", NOW), ("n1", NOW - 60_000), ("n2", 0)] {
        let command = note(nth, NoteKind::Surprise);
        for event in decide(&state, &command, &Context { now }).unwrap() {
            state.apply(state.seq + 1, &event);
        }
    }
    let order = |state: &State| {
        state
            .notes(T1)
            .iter()
            .map(|it| it.id.0.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&state), ["n3", "n1", "n2"]);
    run(
        &mut state,
        [
            Command::RemoveNote { id: "n3".into() },
            Command::Undo { table: T1 },
        ],
    );
    assert_eq!(order(&state), ["n3", "n1", "n2"]);
}

#[test]
fn dots_change_on_screens_when_their_idea_goes_or_comes_back() {
    let mut state = given([idea("i1", "", ""), dots("ann", "i1", 2)]);
    let key = Key::Dots("ann".into());
    for command in [
        Command::RemoveIdea { id: "i1".into() },
        Command::Undo { table: T1 },
    ] {
        let (seq, before) = (state.seq(), state.entity(&key));
        run(&mut state, [command]);
        assert_ne!(state.entity(&key), before);
        assert!(state.changed_since(seq).any(|it| it == (&key, false)));
    }
}

#[test]
fn what_changed_is_known_with_what_went() {
    let mut state = given(notes("n1 n2"));
    let seq = state.seq();
    assert_eq!(state.changed_since(seq).count(), 0);
    run(
        &mut state,
        [Command::RemoveNote { id: "n1".into() }, vote("ann", "p1")],
    );
    let changed: Vec<(Key, bool)> = state
        .changed_since(seq)
        .map(|(key, gone)| (key.clone(), gone))
        .collect();
    let vote = Key::Vote("ann".into());
    assert_eq!(
        changed,
        [
            (Key::Table(T1), false),
            (Key::Note("n1".into()), true),
            (vote.clone(), false)
        ]
    );
    assert_eq!(
        state
            .changed_since(seq + 1)
            .map(|(key, _)| key)
            .collect::<Vec<_>>(),
        [&vote]
    );
    assert_eq!(
        state.changed_since(0).filter(|(_, gone)| !gone).count(),
        state.keys().count()
    );
    assert_eq!(state.changed_since(u64::MAX).count(), 0);
    assert!(
        state
            .entities()
            .map(|it| it.key())
            .eq(state.keys().cloned())
    );
    assert!(
        state
            .keys()
            .all(|key| state.entity(key).is_some_and(|it| it.key() == *key))
    );
}

#[test]
fn what_points_at_nothing_changes_nothing() {
    let lost = TableId(9);
    let events = [
        Event::NoteAdded {
            id: "n".into(),
            table: lost,
            kind: NoteKind::Surprise,
            text: "t".into(),
            origin: Origin::Table,
            by: None,
            at: 0,
            place: 0,
        },
        Event::NoteChanged {
            id: "n".into(),
            table: T1,
            kind: NoteKind::Surprise,
            text: "t".into(),
        },
        Event::NotesPlaced {
            table: T1,
            placed: vec![placed("n", Some("c"), 0)],
            vanished: ids("c"),
        },
        Event::ClustersMerged {
            from: "a".into(),
            into: "b".into(),
            table: T1,
            name: "x".into(),
            placed: vec![],
        },
        Event::Undone {
            table: lost,
            pieces: vec![],
        },
        Event::Redone {
            table: lost,
            pieces: vec![],
        },
        Event::ParticipantMoved {
            id: "x".into(),
            table: T1,
        },
        Event::TableNamed {
            table: lost,
            name: "x".into(),
        },
        Event::TableRemoved { table: lost },
        Event::MessagePutAway {
            table: T1,
            message: "m".into(),
        },
    ];
    for event in events {
        let mut state = start();
        let before: Vec<Entity> = state.entities().collect();
        state.apply(5, &event);
        assert_eq!(state.seq(), 5);
        assert!(state.entities().eq(before), "{event:?}");
        State::default().apply(1, &event);
    }
}

#[test]
fn events_read_back_as_they_were_written() {
    let state = given(then([
        notes("n1 n2"),
        vec![cluster("c1", "n1 n2"), idea("i1", "c1", "")],
    ]));
    for command in [
        dots("ann", "i1", 2),
        Command::Undo { table: T1 },
        Command::RemoveCluster { id: "c1".into() },
        vote("ann", "p1 p2"),
    ] {
        for event in asked(&state, &command).unwrap() {
            let text = serde_json::to_string(&event).unwrap();
            assert_eq!(
                serde_json::from_str::<Event>(&text).unwrap(),
                event,
                "{text}"
            );
        }
    }
    let text = r#"{"type":"note_changed","id":"n1","table":1,"kind":"surprise","text":"t"}"#;
    let event = Event::NoteChanged {
        id: "n1".into(),
        table: T1,
        kind: NoteKind::Surprise,
        text: "t".into(),
    };
    assert_eq!(
        serde_json::to_string(&event).unwrap(),
        text,
        "what stands in files does not change"
    );
}
