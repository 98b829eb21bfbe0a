use super::*;

#[test]
fn messages_go_to_tables_and_are_put_away() {
    let send = |id: &str, tables: &[u8], text: &str| Command::SendMessage {
        id: id.into(),
        tables: tables.iter().copied().map(TableId).collect(),
        text: text.into(),
    };
    let away = |table, message: &str| Command::PutAway {
        table,
        message: message.into(),
    };
    check(vec![
        (
            vec![],
            send("m1", &[], " Nog\r\ntien "),
            Ok(Event::MessageSent {
                id: "m1".into(),
                tables: vec![T1, T2],
                text: "Nog\ntien".into(),
                at: NOW,
            }),
        ),
        (
            vec![],
            send("m1", &[2], "Hoi"),
            Ok(Event::MessageSent {
                id: "m1".into(),
                tables: vec![T2],
                text: "Hoi".into(),
                at: NOW,
            }),
        ),
        (vec![], send("m1", &[1, 1], "Hoi"), Err(Refusal::Twice)),
        (vec![], send("m1", &[3], "Hoi"), Err(gone("table"))),
        (vec![], send("m1", &[], "\u{202E}"), Err(Refusal::Empty)),
        (
            vec![],
            send("m1", &[], &"x".repeat(301)),
            Err(Refusal::TooLong { most: 300 }),
        ),
        (vec![], send("m 1", &[], "Hoi"), Err(Refusal::BadId)),
        (
            vec![send("m1", &[], "Hoi")],
            send("m1", &[], "Hoi"),
            Err(Refusal::BadId),
        ),
        (
            vec![send("m1", &[2], "Hoi")],
            away(T2, "m1"),
            Ok(Event::MessagePutAway {
                table: T2,
                message: "m1".into(),
            }),
        ),
        (
            vec![send("m1", &[2], "Hoi")],
            away(T1, "m1"),
            Err(Refusal::OtherTable),
        ),
        (vec![], away(T1, "m1"), Err(gone("message"))),
        (vec![], away(TableId(3), "m1"), Err(gone("table"))),
    ]);
    check_nothing(vec![(
        vec![send("m1", &[], "Hoi"), away(T1, "m1")],
        away(T1, "m1"),
    )]);
}

#[test]
fn help_is_asked_and_ended() {
    let ask = |about: &str| Command::AskHelp {
        table: T1,
        about: about.into(),
    };
    let end = Command::EndHelp { table: T1 };
    let first = start().seq() * 60_000 + NOW;
    check(vec![
        (
            vec![],
            ask(""),
            Ok(Event::HelpAsked {
                table: T1,
                about: String::new(),
                since: NOW,
            }),
        ),
        (
            vec![ask("")],
            ask("tijd"),
            Ok(Event::HelpAsked {
                table: T1,
                about: "tijd".into(),
                since: first,
            }),
        ),
        (
            vec![ask("")],
            end.clone(),
            Ok(Event::HelpEnded { table: T1 }),
        ),
        (
            vec![],
            ask(&"x".repeat(301)),
            Err(Refusal::TooLong { most: 300 }),
        ),
        (
            vec![],
            Command::AskHelp {
                table: TableId(3),
                about: String::new(),
            },
            Err(gone("table")),
        ),
        (
            vec![],
            Command::EndHelp { table: TableId(3) },
            Err(gone("table")),
        ),
    ]);
    check_nothing(vec![(vec![ask("x")], ask("x")), (vec![], end)]);
}

#[test]
fn people_sit_down_move_and_leave() {
    let (ann, cas) = (|| ParticipantId::from("ann"), || ParticipantId::from("cas"));
    let seated = |id: &str, table| {
        Ok(Event::ParticipantSeated {
            id: id.into(),
            table,
            name: id.into(),
            role: None,
        })
    };
    let change = |name: &str| Command::ChangeParticipant {
        id: ann(),
        name: name.into(),
        role: Some("parent".into()),
    };
    let go = |table| Command::MoveParticipant { id: ann(), table };
    let leave = || Command::RemoveParticipant { id: ann() };
    check(vec![
        (vec![], sit("dirk", T2), seated("dirk", T2)),
        (vec![], sit("ann", T1), Err(Refusal::BadId)),
        (vec![leave()], sit("ann", T2), seated("ann", T2)),
        (vec![], sit("", T1), Err(Refusal::BadId)),
        (vec![], sit("dirk", TableId(3)), Err(gone("table"))),
        (
            vec![],
            Command::AddParticipant {
                id: "d".into(),
                table: T1,
                name: "x".repeat(61),
                role: None,
            },
            Err(Refusal::TooLong { most: 60 }),
        ),
        (
            vec![],
            Command::AddParticipant {
                id: "d".into(),
                table: T1,
                name: "d".into(),
                role: Some("".into()),
            },
            Err(Refusal::BadId),
        ),
        (
            vec![],
            change(" Anne "),
            Ok(Event::ParticipantChanged {
                id: ann(),
                name: "Anne".into(),
                role: Some("parent".into()),
            }),
        ),
        (
            vec![],
            Command::ChangeParticipant {
                id: "x".into(),
                name: String::new(),
                role: None,
            },
            Err(gone("participant")),
        ),
        (
            vec![],
            go(T2),
            Ok(Event::ParticipantMoved {
                id: ann(),
                table: T2,
            }),
        ),
        (vec![], go(TableId(3)), Err(gone("table"))),
        (vec![leave()], go(T2), Err(gone("participant"))),
        (vec![], leave(), Ok(Event::ParticipantLeft { id: ann() })),
        (
            vec![],
            Command::RemoveParticipant { id: "x".into() },
            Err(gone("participant")),
        ),
    ]);
    check_nothing(vec![
        (vec![change("Anne")], change("Anne")),
        (vec![], go(T1)),
        (vec![leave()], leave()),
    ]);
    assert_eq!(given([leave()]).seated(T1).count(), 1);
    assert!(
        given([leave()])
            .participant(&ann())
            .is_some_and(|it| it.left)
    );
    assert!(
        given([])
            .participant(&cas())
            .is_some_and(|it| it.table == T2)
    );
}
