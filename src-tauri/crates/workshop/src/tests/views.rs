use super::*;

fn scribe(id: &str) -> Command {
    Command::TakeSeat {
        id: id.into(),
        table: T1,
        kind: SeatKind::Scribe,
        participant: None,
    }
}

fn seat(id: &str, who: &str) -> Command {
    Command::TakeSeat {
        id: id.into(),
        table: T1,
        kind: SeatKind::Participant,
        participant: Some(who.into()),
    }
}

fn photo(id: &str, table: TableId) -> Command {
    Command::AddPhoto {
        id: id.into(),
        table,
        of: PhotoOf::Wall,
        text: String::new(),
        by: None,
        hash: "0".repeat(64),
        bytes: 1,
        width: 1,
        height: 1,
    }
}

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
            scribe("s1"),
            photo("f1", T1),
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
                was: None,
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
        (
            Command::ShowExperience {
                id: "e1".into(),
                shown: true,
            },
            Some(T1),
        ),
        (scribe("s2"), Some(T1)),
        (Command::RemoveSeat { id: "s1".into() }, Some(T1)),
        (Command::RemoveSeat { id: "x".into() }, None),
        (
            Command::MoveSeat {
                id: "s1".into(),
                table: T2,
            },
            None,
        ),
        (Command::RenewCode { table: T2 }, Some(T2)),
        (Command::SetScreen { show: Show::Step }, None),
        (
            Command::SetPaper {
                table: T2,
                paper: true,
            },
            Some(T2),
        ),
        (
            Command::PointAt {
                table: T2,
                story: StoryId(1),
                by: None,
            },
            Some(T2),
        ),
        (photo("f2", T2), Some(T2)),
        (Command::RemovePhoto { id: "f1".into() }, Some(T1)),
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
            state.apply(state.seq() + 1, &event);
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

/// What a command names as changed, in the order of the keys.
fn named(before: Vec<Command>, command: Command) -> Vec<Key> {
    let mut state = given(before);
    let seq = state.seq();
    run(&mut state, [command]);
    state
        .changed_since(seq)
        .map(|(key, _)| key.clone())
        .collect()
}

#[test]
fn what_others_may_see_from_now_on_is_named_as_changed() {
    let (of, vote_of) = (
        |who: &str| Key::Participant(who.into()),
        |who: &str| Key::Vote(who.into()),
    );
    let (dots_of, key) = (
        |who: &str| Key::Dots(who.into()),
        |id: &str| Key::Seat(id.into()),
    );
    let before = |more: &[Command]| {
        let made = vec![
            idea("i1", "", ""),
            vote("ann", "p1"),
            vote("bob", "p2"),
            vote("cas", "p2"),
            dots("ann", "i1", 1),
            dots("bob", "i1", 2),
        ];
        then([made, more.to_vec()])
    };
    let show = |shown| Command::ShowVotes { table: T1, shown };
    let close = |closed| Command::CloseDots { table: T1, closed };
    let votes = vec![Key::Table(T1), vote_of("ann"), vote_of("bob")];
    let all_dots = vec![Key::Table(T1), dots_of("ann"), dots_of("bob")];
    let anns = |more: &[Key]| {
        let anns = [of("ann"), vote_of("ann"), dots_of("ann")];
        [&anns, more].concat()
    };
    let rows = vec![
        (before(&[]), show(true), votes.clone()),
        (before(&[show(true)]), show(false), votes),
        (before(&[]), close(true), all_dots.clone()),
        (before(&[close(true)]), close(false), all_dots),
        (before(&[]), seat("s1", "ann"), anns(&[key("s1")])),
        (
            before(&[seat("s1", "ann")]),
            Command::RemoveSeat { id: "s1".into() },
            anns(&[key("s1")]),
        ),
        (
            before(&[seat("s1", "ann")]),
            Command::MoveParticipant {
                id: "ann".into(),
                table: T2,
            },
            anns(&[key("s1")]),
        ),
        (
            before(&[seat("s1", "ann")]),
            Command::RemoveParticipant { id: "ann".into() },
            anns(&[key("s1")]),
        ),
        (
            before(&[Command::RemoveParticipant { id: "ann".into() }]),
            sit("ann", T2),
            anns(&[]),
        ),
        (before(&[]), scribe("s1"), vec![key("s1")]),
        // What is not there is not named.
        (vec![], show(true), vec![Key::Table(T1)]),
        (vec![], seat("s1", "bob"), vec![of("bob"), key("s1")]),
        // A choice that is fixed shows no votes.
        (
            before(&[choose("p1 p2 p3")]),
            Command::FixChoice { table: T1 },
            vec![Key::Table(T1)],
        ),
        (
            vec![write("e1", T1, "x"), {
                Command::WriteExperience {
                    id: "e2".into(),
                    table: T1,
                    by: Some("ann".into()),
                    text: "y".into(),
                    wish: String::new(),
                    private: true,
                }
            }],
            Command::ShowExperience {
                id: "e2".into(),
                shown: true,
            },
            vec![Key::Experience("e2".into())],
        ),
    ];
    for (before, command, keys) in rows {
        assert_eq!(named(before, command.clone()), keys, "{command:?}");
    }
}

#[test]
fn how_much_was_given_is_known_also_where_it_is_hidden() {
    let mut state = given([
        idea("i1", "", ""),
        idea("i2", "", ""),
        vote("ann", "p1 p2"),
        dots("ann", "i1", 2),
        dots("ann", "i2", 1),
    ]);
    let given = |state: &State| {
        let vote = state.vote(&"ann".into()).map(|it| it.given);
        let shown = match state.entity(&Key::Dots("ann".into())) {
            Some(Entity::Dots(it)) => it.given,
            _ => 0,
        };
        let dots = state.dots(&"ann".into()).map(|it| it.given);
        assert_eq!(dots, Some(shown));
        assert_eq!(state.dots_at(T1).map(|it| it.given).sum::<u16>(), shown);
        (vote, shown)
    };
    assert_eq!(given(&state), (Some(2), 3));
    run(
        &mut state,
        [
            Command::RemoveIdea { id: "i1".into() },
            vote("ann", "p1 p2 p3"),
        ],
    );
    assert_eq!(
        given(&state),
        (Some(3), 1),
        "dots on what is gone do not count"
    );
    run(&mut state, [Command::Undo { table: T1 }]);
    assert_eq!(given(&state), (Some(3), 3));
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
        Event::SeatTaken {
            id: "s".into(),
            table: lost,
            kind: SeatKind::Scribe,
            participant: None,
        },
        Event::SeatMoved {
            id: "s".into(),
            table: T1,
        },
        Event::SeatRemoved { id: "s".into() },
        Event::CodeRenewed {
            table: lost,
            code: 1,
        },
        Event::PaperSet {
            table: lost,
            paper: true,
        },
        Event::StoryPointed {
            table: lost,
            story: StoryId(1),
            by: None,
            at: 0,
        },
        Event::PhotoRemoved { id: "f".into() },
        Event::ExperienceShown {
            id: "e".into(),
            shown: false,
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
    let older =
        r#"{"type":"experience_written","id":"e1","table":1,"by":null,"text":"t","wish":""}"#;
    let event = Event::ExperienceWritten {
        id: "e1".into(),
        table: T1,
        by: None,
        text: "t".into(),
        wish: String::new(),
        private: false,
    };
    assert_eq!(
        serde_json::from_str::<Event>(older).unwrap(),
        event,
        "what an older program wrote still opens"
    );
}

#[test]
fn commands_of_older_screens_are_understood() {
    let rows = [
        (
            r#"{"type":"write_experience","id":"e1","table":1,"by":null,"text":"t","wish":""}"#,
            write("e1", T1, "t"),
        ),
        (
            r#"{"type":"name_cluster","id":"c1","name":"x"}"#,
            Command::NameCluster {
                id: "c1".into(),
                name: "x".into(),
                was: None,
            },
        ),
    ];
    for (text, command) in rows {
        assert_eq!(serde_json::from_str::<Command>(text).unwrap(), command);
    }
}
