use super::*;

#[test]
fn a_session_begins_once() {
    let none = State::default();
    assert_eq!(asked(&none, &Command::PauseTimer), Err(Refusal::NoSession));
    assert_eq!(asked(&start(), &create()), Err(Refusal::SessionExists));

    let state = start();
    let session = state.session().unwrap();
    assert_eq!(
        (session.starts, session.step, session.timer),
        (720, Step::Own, Timer::Off)
    );
    let minutes: Vec<u16> = session.agenda.iter().map(|it| it.minutes).collect();
    assert_eq!(minutes, [25, 45, 45, 30, 35]);
    assert_eq!(minutes.iter().sum::<u16>(), 180, "12:00 to 15:00");
    assert_eq!(state.tables().map(|it| it.id).collect::<Vec<_>>(), [T1, T2]);
    assert!(state.tables().all(|it| state.poster(it.id).is_some()));
}

#[test]
fn a_session_is_not_begun_on_nonsense() {
    let with = |change: fn(&mut Command)| {
        let mut command = create();
        change(&mut command);
        command
    };
    macro_rules! but {
        ($field:ident => $value:expr) => {
            with(|it| {
                if let Command::CreateSession { $field, .. } = it {
                    *$field = $value
                }
            })
        };
    }
    let rows = [
        (but!(name => " \n".into()), Refusal::Empty),
        (but!(name => "x".repeat(61)), Refusal::TooLong { most: 60 }),
        (
            but!(region => "x".repeat(61)),
            Refusal::TooLong { most: 60 },
        ),
        (but!(date => "22-11-2026".into()), Refusal::BadDate),
        (but!(tables => 0), Refusal::TableLimit),
        (but!(tables => 13), Refusal::TableLimit),
        (but!(own_region => Some("".into())), Refusal::BadId),
        (
            with(|it| {
                if let Command::CreateSession { snapshot, .. } = it {
                    snapshot.hash.clear()
                }
            }),
            Refusal::BadId,
        ),
        (
            with(|it| {
                if let Command::CreateSession { snapshot, .. } = it {
                    snapshot.set[0].perspective = "p2".into()
                }
            }),
            Refusal::Twice,
        ),
        (
            with(|it| {
                if let Command::CreateSession { snapshot, .. } = it {
                    snapshot.set[0].observations[0] = "\n".into()
                }
            }),
            Refusal::BadId,
        ),
    ];
    for (command, refusal) in rows {
        assert_eq!(
            asked(&State::default(), &command),
            Err(refusal),
            "{command:?}"
        );
    }
}

fn details(name: &str, date: &str) -> Command {
    Command::SetDetails {
        name: name.into(),
        region: "Oost-Groningen".into(),
        own_region: None,
        date: date.into(),
    }
}

#[test]
fn the_cover_and_the_agenda_can_change() {
    let agenda = |change: fn(&mut Vec<AgendaItem>)| {
        let mut agenda = start().session().unwrap().agenda.clone();
        change(&mut agenda);
        Command::SetAgenda {
            starts: 780,
            agenda,
        }
    };
    let mut later = start().session().unwrap().agenda.clone();
    later[0].skipped = true;
    later[0].minutes = 0;
    let (region, own_region, date) = ("Oost-Groningen".to_owned(), None, "2026-11-23".to_owned());
    check(vec![
        (
            vec![],
            details(" Deel\u{7} 1 ", "2026-11-23"),
            Ok(Event::DetailsSet {
                name: "Deel 1".into(),
                region,
                own_region,
                date,
            }),
        ),
        (vec![], details("", "2026-11-23"), Err(Refusal::Empty)),
        (vec![], details("Deel 1", "morgen"), Err(Refusal::BadDate)),
        (
            vec![],
            agenda(|it| {
                it[0].skipped = true;
                it[0].minutes = 0;
            }),
            Ok(Event::AgendaSet {
                starts: 780,
                agenda: later,
            }),
        ),
        (vec![], agenda(|it| it.swap(0, 1)), Err(Refusal::BadAgenda)),
        (vec![], agenda(|it| it.truncate(4)), Err(Refusal::BadAgenda)),
        (vec![], agenda(|it| it.push(it[4])), Err(Refusal::BadAgenda)),
        (
            vec![],
            agenda(|it| it.iter_mut().for_each(|it| it.skipped = true)),
            Err(Refusal::BadAgenda),
        ),
        (vec![], agenda(|it| it[1].minutes = 0), Err(bounds(1, 600))),
        (
            vec![],
            Command::SetAgenda {
                starts: 1_440,
                agenda: vec![],
            },
            Err(bounds(0, 1_439)),
        ),
    ]);
    check_nothing(vec![
        (vec![], details("Oost-Groningen", "2026-11-22")),
        (
            vec![agenda(|it| it[1].minutes = 50)],
            agenda(|it| it[1].minutes = 50),
        ),
    ]);
}

#[test]
fn tables_come_and_go() {
    let add = |number| Command::AddTable {
        table: TableId(number),
    };
    let remove = |number| Command::RemoveTable {
        table: TableId(number),
    };
    let name = |name: &str| Command::NameTable {
        table: T1,
        name: name.into(),
    };
    let empty = || vec![Command::RemoveParticipant { id: "cas".into() }];
    let at2 = |command: Command| [empty(), vec![command]].concat();
    check(vec![
        (
            vec![],
            add(3),
            Ok(Event::TableAdded {
                table: TableId(3),
                step: Step::Own,
                dot_limit: 3,
                at: NOW,
            }),
        ),
        (vec![], add(4), Err(bounds(3, 3))),
        (vec![], add(2), Err(Refusal::BadId)),
        (
            (3..=12).map(add).collect(),
            add(13),
            Err(Refusal::TableLimit),
        ),
        (
            at2(remove(2)),
            add(2),
            Ok(Event::TableAdded {
                table: T2,
                step: Step::Own,
                dot_limit: 3,
                at: NOW,
            }),
        ),
        (
            vec![],
            name(" De\nronde "),
            Ok(Event::TableNamed {
                table: T1,
                name: "De ronde".into(),
            }),
        ),
        (
            vec![],
            Command::NameTable {
                table: TableId(9),
                name: String::new(),
            },
            Err(gone("table")),
        ),
        (vec![], remove(2), Err(Refusal::TableInUse)),
        (empty(), remove(2), Ok(Event::TableRemoved { table: T2 })),
        (
            at2(Command::ReadStory {
                table: T2,
                story: StoryId(1),
                voice: None,
            }),
            remove(2),
            Ok(Event::TableRemoved { table: T2 }),
        ),
        (
            at2(write("e1", T2, "words")),
            remove(2),
            Err(Refusal::TableInUse),
        ),
        (
            at2(Command::Choose {
                table: T2,
                perspectives: ids("p1"),
            }),
            remove(2),
            Err(Refusal::TableInUse),
        ),
        (
            at2(Command::SetReady {
                table: T2,
                ready: true,
            }),
            remove(2),
            Err(Refusal::TableInUse),
        ),
        (
            at2(Command::KeepStory {
                table: T2,
                story: StoryId(1),
                by: None,
                on: true,
            }),
            remove(2),
            Err(Refusal::TableInUse),
        ),
        (
            vec![vote("cas", "p1"), empty().remove(0)],
            remove(2),
            Err(Refusal::TableInUse),
        ),
        (at2(remove(2)), remove(1), Err(Refusal::TableInUse)),
        (vec![], remove(9), Err(gone("table"))),
    ]);
    check_nothing(vec![(vec![], name("")), (vec![name("Rond")], name("Rond"))]);

    let mut state = given(at2(Command::ReadStory {
        table: T2,
        story: StoryId(1),
        voice: None,
    }));
    run(&mut state, [remove(2)]);
    assert!(
        state.table(T2).is_none() && state.poster(T2).is_none() && state.reads(T2).next().is_none()
    );
    run(&mut state, [add(2), sit("cas", T2)]);
    assert_eq!(state.seated(T2).count(), 1, "who left sits down again");
}

#[test]
fn tables_move_alone_or_with_the_room() {
    let go = |tables: &[u8], step| Command::MoveTables {
        tables: tables.iter().copied().map(TableId).collect(),
        step,
    };
    let moved = |tables: &[u8], room, step| {
        Ok(Event::TablesMoved {
            tables: tables.iter().copied().map(TableId).collect(),
            room,
            step,
            at: NOW,
        })
    };
    check(vec![
        (
            vec![],
            go(&[], Step::Gather),
            moved(&[1, 2], true, Step::Gather),
        ),
        (
            vec![],
            go(&[2], Step::Browse),
            moved(&[2], false, Step::Browse),
        ),
        (
            vec![go(&[2], Step::Gather)],
            go(&[], Step::Gather),
            moved(&[1], true, Step::Gather),
        ),
        (
            vec![go(&[], Step::Change), go(&[2], Step::Own)],
            go(&[], Step::Change),
            moved(&[2], false, Step::Change),
        ),
        (
            vec![go(&[1, 2], Step::Gather)],
            go(&[], Step::Gather),
            moved(&[], true, Step::Gather),
        ),
        (vec![], go(&[1, 1], Step::Gather), Err(Refusal::Twice)),
        (vec![], go(&[3], Step::Gather), Err(gone("table"))),
    ]);
    check_nothing(vec![
        (vec![], go(&[], Step::Own)),
        (vec![go(&[1], Step::Browse)], go(&[1], Step::Browse)),
    ]);

    let mut state = given([go(&[], Step::Gather)]);
    run(
        &mut state,
        [choose("p1 p2"), go(&[], Step::Change), go(&[], Step::Own)],
    );
    assert_eq!(
        state.table(T1).unwrap().chosen.len(),
        2,
        "going back loses nothing"
    );
    assert_eq!(
        state.session().unwrap().timer,
        Timer::Off,
        "a step starts no clock"
    );
}

#[test]
fn the_clock_runs_stands_still_and_is_set() {
    let minute = 60_000;
    let mut state = start();
    let mut at = |now: u64, command: Command| {
        let given = decide(&state, &command, &Context { now });
        given
            .iter()
            .flatten()
            .for_each(|event| state.apply(state.seq() + 1, event));
        given.map(|_| state.session().unwrap().timer)
    };
    assert_eq!(at(NOW, Command::PauseTimer), Ok(Timer::Off));
    assert_eq!(at(NOW, Command::AddMinutes { minutes: 5 }), Ok(Timer::Off));
    assert_eq!(
        at(NOW, Command::StartTimer { minutes: 10 }),
        Ok(Timer::Running {
            ends: NOW + 10 * minute,
            started: NOW
        })
    );
    assert_eq!(
        at(NOW, Command::ResumeTimer),
        Ok(Timer::Running {
            ends: NOW + 10 * minute,
            started: NOW
        })
    );
    assert_eq!(
        at(NOW + minute, Command::AddMinutes { minutes: -2 }),
        Ok(Timer::Running {
            ends: NOW + 8 * minute,
            started: NOW
        })
    );
    assert_eq!(
        at(NOW + 9 * minute, Command::PauseTimer),
        Ok(Timer::Paused { left: -60_000 }),
        "over time"
    );
    assert_eq!(
        at(NOW + 9 * minute, Command::AddMinutes { minutes: 5 }),
        Ok(Timer::Paused { left: 240_000 })
    );
    let again = NOW + 20 * minute;
    assert_eq!(
        at(again, Command::ResumeTimer),
        Ok(Timer::Running {
            ends: again + 4 * minute,
            started: again
        })
    );
    assert_eq!(at(again, Command::StopTimer), Ok(Timer::Off));
    assert_eq!(
        at(again, Command::StartTimer { minutes: 0 }),
        Err(bounds(1, 600))
    );
    assert_eq!(
        at(again, Command::StartTimer { minutes: 601 }),
        Err(bounds(1, 600))
    );
    assert_eq!(
        at(again, Command::AddMinutes { minutes: i16::MIN }),
        Err(bounds(-600, 600))
    );
}
