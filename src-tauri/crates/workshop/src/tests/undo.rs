use super::*;

fn undo() -> Command {
    Command::Undo { table: T1 }
}

fn redo() -> Command {
    Command::Redo { table: T1 }
}

fn all(state: &State) -> Vec<Entity> {
    let mut all: Vec<Entity> = state.entities().collect();
    for entity in &mut all {
        if let Entity::Table(table) = entity {
            (table.undoable, table.redoable) = (0, 0);
        }
    }
    all
}

#[test]
fn a_step_is_undone_and_done_again() {
    let before = || {
        let made = vec![
            cluster("c1", "n1 n2"),
            cluster("c2", "n3"),
            own("o1"),
            idea("i1", "c1 c2", "n4"),
            idea("i2", "", ""),
        ];
        let more = vec![
            Command::SetSaw {
                table: T1,
                notes: ids("n4"),
            },
            Command::ChooseIdeas {
                table: T1,
                ideas: ids("i1"),
            },
        ];
        then([notes("n1 n2 n3 n4"), made, more, vec![choose("p1 p2 p3")]])
    };
    let rows = vec![
        own("o2"),
        Command::ChangeInterpretation {
            id: "o1".into(),
            text: "x".into(),
            was: None,
        },
        Command::RemoveInterpretation { id: "o1".into() },
        choose("p1"),
        Command::FixChoice { table: T1 },
        note("n9", NoteKind::Challenge),
        Command::ChangeNote {
            id: "n1".into(),
            kind: NoteKind::Challenge,
            text: "x".into(),
            was: None,
        },
        Command::RemoveNote { id: "n4".into() },
        Command::RemoveNote { id: "n3".into() },
        cluster("c9", "n3 n4"),
        Command::NameCluster {
            id: "c1".into(),
            name: "x".into(),
            was: None,
        },
        Command::MoveNote {
            note: "n3".into(),
            cluster: Some("c1".into()),
            before: Some("n1".into()),
        },
        Command::MergeClusters {
            from: "c1".into(),
            into: "c2".into(),
        },
        Command::SplitCluster {
            cluster: "c1".into(),
            id: "c9".into(),
            notes: ids("n1"),
        },
        Command::RemoveCluster { id: "c1".into() },
        Command::MergeNotes {
            note: "n3".into(),
            into: "n4".into(),
        },
        idea("i9", "c1", ""),
        Command::ChangeIdea {
            id: "i1".into(),
            text: "x".into(),
            was: None,
            theme: Some(Theme::Room),
            clusters: vec![],
        },
        Command::RemoveIdea { id: "i1".into() },
        Command::ChooseIdeas {
            table: T1,
            ideas: vec![],
        },
        Command::SetSort {
            table: T1,
            sort: Some(Sort::Measure),
        },
        Command::SetTouched {
            table: T1,
            touched: Some(story(1)),
        },
        Command::SetSaw {
            table: T1,
            notes: vec![],
        },
    ];
    for command in rows {
        assert!(command.undoable(), "{command:?}");
        let mut state = given(before());
        let was = all(&state);
        run(&mut state, [command.clone()]);
        let then = all(&state);
        assert_ne!(then, was, "{command:?}");
        run(&mut state, [undo()]);
        assert_eq!(all(&state), was, "{command:?}");
        run(&mut state, [redo()]);
        assert_eq!(all(&state), then, "{command:?}");
        run(&mut state, [undo(), redo(), undo()]);
        assert_eq!(all(&state), was, "{command:?}");
    }
}

#[test]
fn there_is_nothing_to_undo_but_what_was_made() {
    check(vec![
        (vec![], undo(), Err(Refusal::NothingToUndo)),
        (vec![], redo(), Err(Refusal::NothingToUndo)),
        (
            vec![],
            Command::Undo { table: TableId(3) },
            Err(gone("table")),
        ),
        (vec![vote("ann", "p1")], undo(), Err(Refusal::NothingToUndo)),
        (
            then([notes("n1"), vec![undo()]]),
            undo(),
            Err(Refusal::NothingToUndo),
        ),
        (
            then([notes("n1"), vec![undo()], notes("n2")]),
            redo(),
            Err(Refusal::NothingToUndo),
        ),
        (
            notes("n1"),
            undo(),
            Ok(Event::Undone {
                table: T1,
                pieces: vec![Piece::Note {
                    id: "n1".into(),
                    was: None,
                }],
            }),
        ),
    ]);
    let counts = |commands: Vec<Command>| {
        given(commands)
            .table(T1)
            .map(|it| (it.undoable, it.redoable))
    };
    assert_eq!(counts(notes("n1 n2 n3")), Some((3, 0)));
    assert_eq!(
        counts(then([notes("n1 n2 n3"), vec![undo(), undo()]])),
        Some((1, 2))
    );
    assert_eq!(
        counts(then([notes("n1 n2 n3"), vec![undo(), undo(), redo()]])),
        Some((2, 1))
    );
    assert_eq!(
        counts(then([notes("n1 n2 n3"), vec![undo(), vote("ann", "p1")]])),
        Some((2, 1)),
        "a vote is no new step"
    );
    assert_eq!(
        counts(
            (0..130)
                .map(|nth| note(&format!("n{nth}"), NoteKind::Surprise))
                .collect()
        ),
        Some((100, 0))
    );
}

#[test]
fn undo_takes_nothing_that_came_another_way() {
    let table2 = Command::AddNote {
        id: "m1".into(),
        table: T2,
        kind: NoteKind::Surprise,
        text: "t".into(),
        origin: Origin::Table,
        by: None,
    };
    let between = vec![
        table2,
        write("e1", T1, "words"),
        vote("ann", "p1"),
        dots("bob", "i1", 2),
        Command::SetReady {
            table: T1,
            ready: true,
        },
        Command::AskHelp {
            table: T1,
            about: String::new(),
        },
        Command::MoveTables {
            tables: vec![T1],
            step: Step::Change,
        },
        Command::Recognise {
            table: T1,
            interpretation: "o1".into(),
            participant: "ann".into(),
            on: true,
        },
        Command::SetDotLimit {
            table: T1,
            limit: 7,
        },
    ];
    let made = vec![
        idea("i1", "", ""),
        own("o1"),
        choose("p1"),
        Command::SetSort {
            table: T1,
            sort: Some(Sort::Measure),
        },
    ];
    let mut state = given(then([notes("n1"), made, between]));
    run(&mut state, std::iter::repeat_n(undo(), 5));
    assert!(state.note(&"n1".into()).is_none() && state.idea(&"i1".into()).is_none());
    let table = state.table(T1).unwrap();
    assert_eq!(
        (
            table.step,
            table.help.is_some(),
            table.dot_limit,
            table.chosen.len()
        ),
        (Step::Change, true, 7, 0)
    );
    let poster = state.poster(T1).unwrap();
    assert_eq!((poster.ready, poster.sort), (true, None));
    assert!(
        state.note(&"m1".into()).is_some()
            && state.experience(&"e1".into()).is_some()
            && state.vote(&"ann".into()).is_some()
    );
    assert_eq!(state.recognitions(T1).count(), 1);
    // Dots on an idea that is not there are not shown, but not lost.
    assert_eq!(state.dots(&"bob".into()).unwrap().dots, []);
    run(&mut state, std::iter::repeat_n(redo(), 5));
    assert_eq!(state.dots(&"bob".into()).unwrap().dots, [("i1".into(), 2)]);
}

#[test]
fn the_last_step_is_undone_whoever_made_it() {
    let by = |id: &str, who: &str| Command::AddNote {
        id: id.into(),
        table: T1,
        kind: NoteKind::Surprise,
        text: "t".into(),
        origin: Origin::Table,
        by: Some(who.into()),
    };
    let mut state = given([
        by("n1", "ann"),
        Command::ChangeNote {
            id: "n1".into(),
            kind: NoteKind::Challenge,
            text: "x".into(),
            was: None,
        },
        by("n2", "bob"),
    ]);
    run(&mut state, [undo(), undo()]);
    assert_eq!(
        state.note(&"n1".into()).map(|it| it.kind),
        Some(NoteKind::Surprise),
        "the note itself stays"
    );
}
