//! Several devices at a table do something at the same moment, or while the table goes on.

use std::collections::BTreeSet;

use super::random::Random;
use super::*;

/// What was written from an older text: each sort of text, its text now, and the command with what it started from.
type Written = (Command, &'static str, fn(&str, Option<&str>) -> Command);

#[test]
fn no_text_is_overwritten_unseen() {
    let rows: [Written; 4] = [
        (own("o1"), "because o1", |text, was| {
            Command::ChangeInterpretation {
                id: "o1".into(),
                text: text.into(),
                was: was.map(Into::into),
            }
        }),
        (note("n1", NoteKind::Surprise), "note n1", |text, was| {
            Command::ChangeNote {
                id: "n1".into(),
                kind: NoteKind::Surprise,
                text: text.into(),
                was: was.map(Into::into),
            }
        }),
        (cluster("c1", ""), "", |text, was| Command::NameCluster {
            id: "c1".into(),
            name: text.into(),
            was: was.map(Into::into),
        }),
        (idea("i1", "", ""), "idea i1", |text, was| {
            Command::ChangeIdea {
                id: "i1".into(),
                text: text.into(),
                was: was.map(Into::into),
                theme: None,
                clusters: vec![],
            }
        }),
    ];
    for (made, first, change) in rows {
        let state = given([made, change("b", None)]);
        let changed = Err(Refusal::TextChanged { text: "b".into() });
        assert_eq!(asked(&state, &change("c", Some(first))), changed);
        assert_eq!(
            asked(&state, &change("c", Some(&"x".repeat(9_999)))),
            changed
        );
        for was in [Some("b"), Some(" b\u{7}\r\n"), None] {
            let given = asked(&state, &change("c", was));
            assert!(given.is_ok_and(|it| it.len() == 1), "{was:?}");
        }
        assert_eq!(
            asked(&state, &change(" b ", Some(first))),
            Ok(vec![]),
            "both wrote the same"
        );
    }
    let kind = Command::ChangeNote {
        id: "n1".into(),
        kind: NoteKind::Challenge,
        text: "note n1".into(),
        was: Some("older".into()),
    };
    assert!(
        asked(&given(notes("n1")), &kind).is_ok_and(|it| it.len() == 1),
        "the words stay as they are"
    );
}

#[test]
fn what_another_device_did_already_is_silent() {
    let merge = |note: &str, into: &str| Command::MergeNotes {
        note: note.into(),
        into: into.into(),
    };
    let both = [
        Command::FixChoice { table: T1 },
        Command::ReopenChoice { table: T1 },
        Command::ShowVotes {
            table: T1,
            shown: true,
        },
        Command::CloseDots {
            table: T1,
            closed: true,
        },
        Command::RemoveInterpretation { id: "o1".into() },
        Command::RemoveNote { id: "n1".into() },
        Command::RemoveCluster { id: "c1".into() },
        Command::RemoveIdea { id: "i1".into() },
        merge("n1", "n2"),
        Command::AskHelp {
            table: T1,
            about: String::new(),
        },
        Command::SetReady {
            table: T1,
            ready: true,
        },
    ];
    let made = || {
        then([
            notes("n1 n2"),
            vec![
                cluster("c1", "n1"),
                own("o1"),
                idea("i1", "", ""),
                choose("p1 p2 p3"),
            ],
        ])
    };
    for command in both {
        let mut before = made();
        if matches!(command, Command::ReopenChoice { .. }) {
            before.push(Command::FixChoice { table: T1 });
        }
        let mut state = given(before);
        run(&mut state, [command.clone()]);
        assert_eq!(asked(&state, &command), Ok(vec![]), "{command:?}");
    }
    check_nothing(vec![(
        then([made(), vec![merge("n1", "n2")]]),
        merge("n2", "n1"),
    )]);
}

#[test]
fn what_went_meanwhile_holds_no_words_up() {
    let before = || {
        then([
            notes("n1 n2 n3"),
            vec![cluster("c1", "n1"), cluster("c2", "n2")],
            vec![
                idea("i0", "c2", ""),
                Command::RemoveCluster { id: "c1".into() },
                Command::RemoveNote { id: "n3".into() },
            ],
        ])
    };
    check(vec![
        (
            before(),
            idea("i1", "c1 c2", "n3 n1"),
            Ok(Event::IdeaAdded {
                id: "i1".into(),
                table: T1,
                text: "idea i1".into(),
                theme: None,
                clusters: ids("c2"),
                notes: ids("n1"),
                by: None,
                place: 1,
            }),
        ),
        (
            before(),
            Command::ChangeIdea {
                id: "i0".into(),
                text: "b".into(),
                was: None,
                theme: None,
                clusters: ids("c2 c1"),
            },
            Ok(Event::IdeaChanged {
                id: "i0".into(),
                table: T1,
                text: "b".into(),
                theme: None,
                clusters: ids("c2"),
            }),
        ),
        // Before a note that went is last.
        (
            before(),
            Command::MoveNote {
                note: "n1".into(),
                cluster: Some("c2".into()),
                before: Some("n3".into()),
            },
            Ok(Event::NotesPlaced {
                table: T1,
                placed: vec![placed("n1", Some("c2"), 1)],
                vanished: vec![],
            }),
        ),
    ]);
}

/// Everything that a device at a table can ask, in an order in which each can be done.
fn all_of_a_table() -> Vec<Command> {
    let by = || Some(ParticipantId::from("ann"));
    let on = true;
    vec![
        Command::NameTable {
            table: T1,
            name: "Rond".into(),
        },
        Command::SendMessage {
            id: "m1".into(),
            tables: vec![],
            text: "Hoi".into(),
        },
        Command::PutAway {
            table: T1,
            message: "m1".into(),
        },
        Command::AskHelp {
            table: T1,
            about: String::new(),
        },
        Command::EndHelp { table: T1 },
        Command::SetPaper {
            table: T1,
            paper: true,
        },
        Command::RenewCode { table: T1 },
        sit("dirk", T1),
        Command::ChangeParticipant {
            id: "dirk".into(),
            name: "Dirk".into(),
            role: None,
        },
        Command::TakeSeat {
            id: "s1".into(),
            table: T1,
            kind: SeatKind::Participant,
            participant: Some("dirk".into()),
        },
        Command::RemoveSeat { id: "s1".into() },
        Command::RemoveParticipant { id: "dirk".into() },
        Command::WriteExperience {
            id: "e1".into(),
            table: T1,
            by: by(),
            text: "Ooit".into(),
            wish: String::new(),
            private: true,
        },
        Command::ShowExperience {
            id: "e1".into(),
            shown: true,
        },
        Command::HandIn {
            id: "e1".into(),
            agreed: true,
        },
        Command::Guess {
            table: T1,
            observation: "p1.o1".into(),
            values: vec![Some(40)],
        },
        Command::Reveal {
            table: T1,
            observation: "p1.o1".into(),
            shown: true,
        },
        own("o1"),
        Command::ChangeInterpretation {
            id: "o1".into(),
            text: "b".into(),
            was: None,
        },
        Command::Recognise {
            table: T1,
            interpretation: "o1".into(),
            participant: "ann".into(),
            on,
        },
        Command::RemoveInterpretation { id: "o1".into() },
        vote("ann", "p1"),
        Command::ShowVotes {
            table: T1,
            shown: true,
        },
        choose("p1 p2 p3"),
        Command::FixChoice { table: T1 },
        Command::ReopenChoice { table: T1 },
        Command::ReadStory {
            table: T1,
            story: StoryId(7),
            voice: None,
        },
        Command::KeepStory {
            table: T1,
            story: StoryId(7),
            by: by(),
            on,
        },
        Command::PointAt {
            table: T1,
            story: StoryId(7),
            by: by(),
        },
        note("n1", NoteKind::Surprise),
        note("n2", NoteKind::Surprise),
        note("n3", NoteKind::Surprise),
        Command::ChangeNote {
            id: "n1".into(),
            kind: NoteKind::Challenge,
            text: "b".into(),
            was: Some("note n1".into()),
        },
        cluster("c1", "n1 n2"),
        Command::NameCluster {
            id: "c1".into(),
            name: "Rust".into(),
            was: None,
        },
        Command::MoveNote {
            note: "n3".into(),
            cluster: Some("c1".into()),
            before: None,
        },
        Command::SplitCluster {
            cluster: "c1".into(),
            id: "c2".into(),
            notes: ids("n1"),
        },
        Command::MergeClusters {
            from: "c2".into(),
            into: "c1".into(),
        },
        Command::MergeNotes {
            note: "n3".into(),
            into: "n2".into(),
        },
        idea("i1", "c1", "n1"),
        idea("i2", "", ""),
        Command::ChangeIdea {
            id: "i1".into(),
            text: "b".into(),
            was: None,
            theme: Some(Theme::Room),
            clusters: vec![],
        },
        Command::SetDotLimit {
            table: T1,
            limit: 5,
        },
        dots("ann", "i1", 2),
        Command::CloseDots {
            table: T1,
            closed: true,
        },
        Command::ChooseIdeas {
            table: T1,
            ideas: ids("i1"),
        },
        field(FieldName::Pitch, "a", Some(0)),
        Command::SetSort {
            table: T1,
            sort: Some(Sort::Measure),
        },
        Command::SetTouched {
            table: T1,
            touched: Some(story(7)),
        },
        Command::SetSaw {
            table: T1,
            notes: ids("n1 n2"),
        },
        Command::SetReady {
            table: T1,
            ready: true,
        },
        Command::AddPhoto {
            id: "f1".into(),
            table: T1,
            of: PhotoOf::Wall,
            text: String::new(),
            by: by(),
            hash: "0".repeat(64),
            bytes: 1,
            width: 1,
            height: 1,
        },
        Command::RemovePhoto { id: "f1".into() },
        Command::RemoveIdea { id: "i2".into() },
        Command::RemoveCluster { id: "c1".into() },
        Command::RemoveNote { id: "n3".into() },
        Command::Undo { table: T1 },
        Command::Redo { table: T1 },
    ]
}

/// The name of a command as it stands in files.
fn sort(command: &Command) -> String {
    let value = serde_json::to_value(command).unwrap();
    value["type"].as_str().unwrap().to_owned()
}

#[test]
fn nothing_is_refused_because_a_table_is_at_another_step() {
    let steps = [
        Step::Own,
        Step::Gather,
        Step::Browse,
        Step::Converge,
        Step::Change,
    ];
    let go = |step| Command::MoveTables {
        tables: vec![],
        step,
    };
    for step in steps {
        let mut state = given([go(step)]);
        for command in all_of_a_table() {
            let seq = state.seq();
            run(&mut state, [command.clone()]);
            assert_eq!(state.seq(), seq + 1, "{step:?}: {command:?}");
        }
    }

    // The same for whatever happened before: what comes of a command does not depend on the step. And the list above is whole.
    let listed: BTreeSet<String> = all_of_a_table().iter().map(sort).collect();
    for seed in 1..30 {
        let mut random = Random::new(seed);
        let mut state = start();
        for _ in 0..200 {
            let command = random.any();
            let events = asked(&state, &command);
            if command.table(&state).is_some() {
                assert!(listed.contains(&sort(&command)), "{command:?}");
                for step in steps {
                    let mut moved = state.clone();
                    for event in asked(&moved, &go(step)).unwrap() {
                        moved.apply(moved.seq() + 1, &event);
                    }
                    assert_eq!(asked(&moved, &command), events, "{step:?}: {command:?}");
                }
            }
            for event in events.unwrap_or_default() {
                state.apply(state.seq() + 1, &event);
            }
        }
    }
}
