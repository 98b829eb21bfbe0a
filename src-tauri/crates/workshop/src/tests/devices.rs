use super::*;

fn take(id: &str, table: TableId, who: Option<&str>) -> Command {
    Command::TakeSeat {
        id: id.into(),
        table,
        kind: if who.is_some() {
            SeatKind::Participant
        } else {
            SeatKind::Scribe
        },
        participant: who.map(Into::into),
    }
}

fn taken(id: &str, table: TableId, who: Option<&str>) -> Result<Event, Refusal> {
    Ok(Event::SeatTaken {
        id: id.into(),
        table,
        kind: if who.is_some() {
            SeatKind::Participant
        } else {
            SeatKind::Scribe
        },
        participant: who.map(Into::into),
    })
}

fn remove(id: &str) -> Command {
    Command::RemoveSeat { id: id.into() }
}

fn leave(who: &str) -> Command {
    Command::RemoveParticipant { id: who.into() }
}

fn go(who: &str, table: TableId) -> Command {
    Command::MoveParticipant {
        id: who.into(),
        table,
    }
}

/// Shared screens at a table, as many.
fn scribes(table: TableId, many: usize) -> Vec<Command> {
    (0..many)
        .map(|nth| take(&format!("s{}-{nth}", table.0), table, None))
        .collect()
}

#[test]
fn devices_take_a_place() {
    let kind = |kind, who: Option<&str>| Command::TakeSeat {
        id: "s1".into(),
        table: T1,
        kind,
        participant: who.map(Into::into),
    };
    let full = || {
        let more = (3..=9).map(|table| Command::AddTable {
            table: TableId(table),
        });
        let seats = (1..=9)
            .map(|table| scribes(TableId(table), if table == 9 { 8 } else { 24 }))
            .collect::<Vec<_>>();
        then([more.collect(), then(seats)])
    };
    check(vec![
        (vec![], take("s1", T1, None), taken("s1", T1, None)),
        (
            vec![],
            take("s1", T1, Some("ann")),
            taken("s1", T1, Some("ann")),
        ),
        (vec![], take("s1", TableId(9), None), Err(gone("table"))),
        (vec![], take("s/1", T1, None), Err(Refusal::BadId)),
        (
            vec![take("s1", T2, None)],
            take("s1", T1, None),
            Err(Refusal::BadId),
        ),
        (
            vec![take("s1", T1, None), remove("s1")],
            take("s1", T1, None),
            Err(Refusal::BadId),
        ),
        (
            vec![],
            take("s1", T1, Some("cas")),
            Err(Refusal::OtherTable),
        ),
        (vec![], take("s1", T1, Some("x")), Err(gone("participant"))),
        (
            vec![leave("ann")],
            take("s1", T1, Some("ann")),
            Err(gone("participant")),
        ),
        (
            vec![],
            kind(SeatKind::Participant, None),
            Err(gone("participant")),
        ),
        (
            vec![],
            kind(SeatKind::Scribe, Some("ann")),
            Err(Refusal::BadId),
        ),
        // One device for each: only when the first has no place any more, another can take it.
        (
            vec![take("s1", T1, Some("ann"))],
            take("s2", T1, Some("ann")),
            Err(Refusal::NameTaken),
        ),
        (
            vec![take("s1", T1, Some("ann")), remove("s1")],
            take("s2", T1, Some("ann")),
            taken("s2", T1, Some("ann")),
        ),
        (scribes(T1, 23), take("x", T1, None), taken("x", T1, None)),
        (
            scribes(T1, 24),
            take("x", T1, Some("ann")),
            Err(Refusal::SeatLimit { limit: 24 }),
        ),
        (
            full(),
            take("x", TableId(9), None),
            Err(Refusal::SeatLimit { limit: 200 }),
        ),
    ]);
}

#[test]
fn devices_move_and_go() {
    let to = |id: &str, table| Command::MoveSeat {
        id: id.into(),
        table,
    };
    check(vec![
        (
            vec![take("s1", T1, None)],
            to("s1", T2),
            Ok(Event::SeatMoved {
                id: "s1".into(),
                table: T2,
            }),
        ),
        (
            vec![take("s1", T1, None)],
            to("s1", TableId(9)),
            Err(gone("table")),
        ),
        (vec![], to("s1", T2), Err(gone("seat"))),
        (
            vec![take("s1", T1, Some("ann"))],
            to("s1", T2),
            Err(Refusal::OtherTable),
        ),
        (
            then([vec![take("s1", T1, None)], scribes(T2, 24)]),
            to("s1", T2),
            Err(Refusal::SeatLimit { limit: 24 }),
        ),
        (
            vec![take("s1", T1, Some("ann"))],
            remove("s1"),
            Ok(Event::SeatRemoved { id: "s1".into() }),
        ),
        (vec![], remove("s1"), Err(gone("seat"))),
    ]);
    check_nothing(vec![
        (vec![take("s1", T1, None)], to("s1", T1)),
        (vec![take("s1", T1, Some("ann"))], to("s1", T1)),
        (vec![take("s1", T1, None), remove("s1")], remove("s1")),
        (
            vec![take("s1", T1, Some("ann")), leave("ann")],
            remove("s1"),
        ),
    ]);

    let mut state = given([take("s1", T1, Some("ann")), take("s2", T1, None)]);
    let seat_of = |state: &State, who: &str| {
        state
            .seat_of(&who.into())
            .map(|it| (it.id.0.clone(), it.table))
    };
    assert_eq!(seat_of(&state, "ann"), Some(("s1".to_owned(), T1)));
    assert_eq!(seat_of(&state, "bob"), None);
    run(&mut state, [go("ann", T2)]);
    assert_eq!(
        seat_of(&state, "ann"),
        Some(("s1".to_owned(), T2)),
        "a device goes where its participant goes"
    );
    assert_eq!((state.seats(T1).count(), state.seats(T2).count()), (1, 1));
    run(&mut state, [leave("ann")]);
    assert_eq!(seat_of(&state, "ann"), None);
    assert!(state.seat(&"s1".into()).is_none() && state.seat(&"s2".into()).is_some());
    run(&mut state, [take("s3", T1, Some("bob")), remove("s3")]);
    assert!(
        state.participant(&"bob".into()).is_some_and(|it| !it.left),
        "who loses a device stays"
    );
}

#[test]
fn people_move_also_to_a_table_full_of_devices() {
    let state = given(then([
        scribes(T2, 24),
        vec![take("s1", T1, Some("ann")), go("ann", T2)],
    ]));
    assert_eq!(state.seats(T2).count(), 25);
}

#[test]
fn a_code_is_renewed_and_seats_are_kept() {
    let renew = |table| Command::RenewCode { table };
    let renewed = |code| Ok(Event::CodeRenewed { table: T1, code });
    check(vec![
        (vec![], renew(T1), renewed(1)),
        (vec![renew(T1), renew(T2)], renew(T1), renewed(2)),
        (vec![], renew(TableId(9)), Err(gone("table"))),
    ]);
    let mut state = given([take("s1", T1, None), renew(T1)]);
    assert_eq!(state.table(T1).map(|it| it.code), Some(1));
    assert_eq!(state.table(T2).map(|it| it.code), Some(0));
    assert!(state.seat(&"s1".into()).is_some());
    let last = Event::CodeRenewed {
        table: T1,
        code: u16::MAX,
    };
    state.apply(state.seq() + 1, &last);
    assert_eq!(asked(&state, &renew(T1)), Ok(vec![]), "there is no more");
}

#[test]
fn the_projector_shows_what_is_there() {
    let show = |show| Command::SetScreen { show };
    let poster = |table| Show::Poster { table };
    let shows = |show| Ok(Event::ScreenSet { show });
    check(vec![
        (vec![], show(Show::Step), shows(Show::Step)),
        (vec![], show(poster(T2)), shows(poster(T2))),
        (vec![show(poster(T2))], show(poster(T1)), shows(poster(T1))),
        (
            vec![show(poster(T2))],
            show(Show::Welcome),
            shows(Show::Welcome),
        ),
        (vec![], show(poster(TableId(9))), Err(gone("table"))),
    ]);
    check_nothing(vec![
        (vec![], show(Show::Welcome)),
        (vec![show(poster(T2))], show(poster(T2))),
    ]);

    let screen = |table| {
        let remove = Command::RemoveTable { table: T2 };
        given([leave("cas"), show(poster(table)), remove])
            .session()
            .unwrap()
            .screen
    };
    assert_eq!(screen(T2), Show::Welcome, "the poster went with its table");
    assert_eq!(screen(T1), poster(T1));
}

#[test]
fn a_table_works_on_paper_or_not() {
    let set = |table, paper| Command::SetPaper { table, paper };
    let is = |paper| Ok(Event::PaperSet { table: T1, paper });
    check(vec![
        (vec![], set(T1, true), is(true)),
        (vec![set(T1, true)], set(T1, false), is(false)),
        (vec![], set(TableId(9), true), Err(gone("table"))),
    ]);
    check_nothing(vec![
        (vec![], set(T1, false)),
        (vec![set(T1, true)], set(T1, true)),
    ]);
    assert!(given([set(T1, true)]).table(T1).unwrap().paper);
}

#[test]
fn a_story_is_pointed_at() {
    let point = |table, story, by: Option<&str>| Command::PointAt {
        table,
        story: StoryId(story),
        by: by.map(Into::into),
    };
    let pointed = |story, by: Option<&str>| {
        Ok(Event::StoryPointed {
            table: T1,
            story: StoryId(story),
            by: by.map(Into::into),
            at: NOW,
        })
    };
    check(vec![
        (vec![], point(T1, 7, None), pointed(7, None)),
        (vec![], point(T1, 7, Some("ann")), pointed(7, Some("ann"))),
        // Who moved or left while the device was out of reach is still heard.
        (
            vec![leave("ann")],
            point(T1, 7, Some("ann")),
            pointed(7, Some("ann")),
        ),
        (vec![], point(T1, 7, Some("x")), Err(gone("participant"))),
        (vec![], point(TableId(9), 7, None), Err(gone("table"))),
    ]);

    let mut state = start();
    let mut at = |later: u64, story, by| {
        let now = NOW + later;
        let events = decide(&state, &point(T1, story, by), &Context { now }).unwrap();
        for event in &events {
            state.apply(state.seq() + 1, event);
        }
        let is = state.table(T1).unwrap().pointed.clone().unwrap();
        assert_eq!(is.at == now, !events.is_empty());
        !events.is_empty()
    };
    assert!(at(0, 7, Some("ann")));
    assert!(!at(2_999, 7, Some("ann")), "a double tap");
    assert!(at(3_000, 7, Some("ann")), "a new call");
    assert!(at(3_100, 7, Some("bob")) && at(3_200, 8, Some("bob")) && at(3_300, 8, None));
    assert!(at(0, 8, None), "also where the clock was set back");
    assert!(
        !Command::PointAt {
            table: T1,
            story: StoryId(7),
            by: None
        }
        .undoable()
    );
}

#[test]
fn photos_of_paper_come_and_go() {
    struct Of<'a> {
        id: &'a str,
        table: TableId,
        by: Option<&'a str>,
        text: &'a str,
        hash: &'a str,
        bytes: u32,
        sides: (u16, u16),
    }
    let hash = "0f".repeat(32);
    let good = || Of {
        id: "f1",
        table: T1,
        by: Some("ann"),
        text: " De\r\nmuur ",
        hash: &hash,
        bytes: 4_000_000,
        sides: (10_000, 1),
    };
    let add = |of: Of| Command::AddPhoto {
        id: of.id.into(),
        table: of.table,
        of: PhotoOf::Wall,
        text: of.text.into(),
        by: of.by.map(Into::into),
        hash: of.hash.into(),
        bytes: of.bytes,
        width: of.sides.0,
        height: of.sides.1,
    };
    let sides = |width, height| {
        add(Of {
            sides: (width, height),
            ..good()
        })
    };
    let bytes = |bytes| add(Of { bytes, ..good() });
    let named = |id: &str| add(Of { id, ..good() });
    let remove = || Command::RemovePhoto { id: "f1".into() };
    let many = |from: usize, to: usize| -> Vec<Command> {
        (from..to).map(|nth| named(&format!("f{nth}"))).collect()
    };
    check(vec![
        (
            vec![],
            add(good()),
            Ok(Event::PhotoAdded {
                id: "f1".into(),
                table: T1,
                of: PhotoOf::Wall,
                text: "De\nmuur".into(),
                by: Some("ann".into()),
                at: NOW,
                hash: hash.clone(),
                bytes: 4_000_000,
                width: 10_000,
                height: 1,
            }),
        ),
        (vec![add(good())], add(good()), Err(Refusal::BadId)),
        (
            vec![add(good()), remove()],
            add(good()),
            Err(Refusal::BadId),
        ),
        (vec![], named("f/1"), Err(Refusal::BadId)),
        (
            vec![],
            add(Of {
                table: TableId(9),
                ..good()
            }),
            Err(gone("table")),
        ),
        (
            vec![],
            add(Of {
                by: Some("x"),
                ..good()
            }),
            Err(gone("participant")),
        ),
        (
            vec![],
            add(Of {
                text: &"x".repeat(501),
                ..good()
            }),
            Err(Refusal::TooLong { most: 500 }),
        ),
        (
            vec![],
            add(Of {
                hash: &"0F".repeat(32),
                ..good()
            }),
            Err(Refusal::BadId),
        ),
        (vec![], bytes(0), Err(bounds(1, 4_000_000))),
        (vec![], bytes(4_000_001), Err(bounds(1, 4_000_000))),
        (vec![], sides(0, 1), Err(bounds(1, 10_000))),
        (vec![], sides(1, 10_001), Err(bounds(1, 10_000))),
        (
            many(2, 42),
            add(good()),
            Err(Refusal::PhotoLimit { limit: 40 }),
        ),
        (
            vec![add(good())],
            remove(),
            Ok(Event::PhotoRemoved { id: "f1".into() }),
        ),
        (vec![], remove(), Err(gone("photo"))),
    ]);
    check_nothing(vec![(vec![add(good()), remove()], remove())]);
    assert!(!add(good()).undoable() && !remove().undoable());

    let order = |state: &State| {
        state
            .photos(T1)
            .iter()
            .map(|it| it.id.0.clone())
            .collect::<Vec<_>>()
    };
    let mut state = given([named("f9"), named("f1"), named("f5")]);
    assert_eq!(order(&state), ["f9", "f1", "f5"], "in the order of coming");
    run(&mut state, [remove()]);
    assert_eq!(order(&state), ["f9", "f5"]);
    assert!(state.photo(&"f1".into()).is_none() && state.photos(T2).is_empty());
    assert!(
        asked(&given(many(1, 40)), &named("f99")).is_ok(),
        "the fortieth still fits"
    );
}

#[test]
fn a_table_with_devices_or_photos_is_in_use() {
    let away = Command::RemoveTable { table: T2 };
    let photo = Command::AddPhoto {
        id: "f1".into(),
        table: T2,
        of: PhotoOf::Poster,
        text: String::new(),
        by: None,
        hash: "0".repeat(64),
        bytes: 1,
        width: 1,
        height: 1,
    };
    check(vec![
        (
            vec![leave("cas"), take("s1", T2, None)],
            away.clone(),
            Err(Refusal::TableInUse),
        ),
        (
            vec![leave("cas"), take("s1", T2, None), remove("s1")],
            away.clone(),
            Ok(Event::TableRemoved { table: T2 }),
        ),
        (
            vec![take("s1", T2, Some("cas")), leave("cas")],
            away.clone(),
            Ok(Event::TableRemoved { table: T2 }),
        ),
        (vec![leave("cas"), photo], away, Err(Refusal::TableInUse)),
    ]);
}
