use super::*;

#[test]
fn guesses_come_before_the_chart() {
    let guess = |values: &[Option<u8>]| Command::Guess {
        table: T1,
        observation: "p1.o1".into(),
        values: values.to_vec(),
    };
    let reveal = |shown| Command::Reveal {
        table: T1,
        observation: "p1.o1".into(),
        shown,
    };
    let revealed = |shown| {
        Ok(Event::Revealed {
            table: T1,
            observation: "p1.o1".into(),
            shown,
        })
    };
    let some = [Some(40), None];
    check(vec![
        (
            vec![],
            guess(&some),
            Ok(Event::Guessed {
                table: T1,
                observation: "p1.o1".into(),
                values: some.to_vec(),
            }),
        ),
        (
            vec![guess(&some)],
            guess(&[None]),
            Ok(Event::Guessed {
                table: T1,
                observation: "p1.o1".into(),
                values: vec![None],
            }),
        ),
        (vec![], guess(&[Some(101)]), Err(bounds(0, 100))),
        (vec![], guess(&[None; 51]), Err(bounds(0, 50))),
        (
            vec![],
            Command::Guess {
                table: T1,
                observation: "x".into(),
                values: vec![],
            },
            Err(gone("observation")),
        ),
        (
            vec![],
            Command::Guess {
                table: TableId(3),
                observation: "p1.o1".into(),
                values: vec![],
            },
            Err(gone("table")),
        ),
        (vec![reveal(true)], guess(&some), Err(Refusal::VoteClosed)),
        (vec![], reveal(true), revealed(true)),
        (vec![reveal(true)], reveal(false), revealed(false)),
        (
            vec![],
            Command::Reveal {
                table: T1,
                observation: "x".into(),
                shown: true,
            },
            Err(gone("observation")),
        ),
    ]);
    check_nothing(vec![
        (vec![guess(&some)], guess(&some)),
        (vec![], guess(&[None])),
        (vec![guess(&some), reveal(true)], guess(&some)),
        (vec![reveal(true)], reveal(true)),
    ]);
    assert_eq!(given([guess(&some), guess(&[None])]).guesses(T1).count(), 0);
}

#[test]
fn interpretations_of_the_table_come_change_and_go() {
    let change = |text: &str| Command::ChangeInterpretation {
        id: "i1".into(),
        text: text.into(),
        was: None,
    };
    let remove = || Command::RemoveInterpretation { id: "i1".into() };
    let with = |observation: &str, by: Option<&str>, text: &str| Command::AddInterpretation {
        id: "i1".into(),
        table: T1,
        observation: observation.into(),
        text: text.into(),
        by: by.map(Into::into),
    };
    let text = || "because i1".to_owned();
    check(vec![
        (
            vec![],
            own("i1"),
            Ok(Event::InterpretationAdded {
                id: "i1".into(),
                table: T1,
                observation: "p1.o1".into(),
                text: text(),
                by: None,
            }),
        ),
        (vec![own("i1")], own("i1"), Err(Refusal::BadId)),
        (vec![own("i1"), remove()], own("i1"), Err(Refusal::BadId)),
        (vec![], with("x", None, "t"), Err(gone("observation"))),
        (
            vec![],
            with("p1.o1", Some("x"), "t"),
            Err(gone("participant")),
        ),
        (vec![], with("p1.o1", None, ""), Err(Refusal::Empty)),
        (
            vec![],
            with("p1.o1", None, &"x".repeat(501)),
            Err(Refusal::TooLong { most: 500 }),
        ),
        (
            vec![own("i1")],
            change("nee"),
            Ok(Event::InterpretationChanged {
                id: "i1".into(),
                table: T1,
                text: "nee".into(),
            }),
        ),
        (vec![own("i1")], change(" "), Err(Refusal::Empty)),
        (vec![], change("nee"), Err(gone("interpretation"))),
        (
            vec![own("i1")],
            remove(),
            Ok(Event::InterpretationRemoved {
                id: "i1".into(),
                table: T1,
            }),
        ),
        (vec![], remove(), Err(gone("interpretation"))),
    ]);
    check_nothing(vec![(vec![own("i1"), change("nee")], change("nee"))]);
    // Who moved while the device was out of reach is still heard.
    let state = given([Command::MoveParticipant {
        id: "ann".into(),
        table: T2,
    }]);
    assert!(asked(&state, &with("p1.o1", Some("ann"), "t")).is_ok());
}

#[test]
fn interpretations_are_recognised() {
    let recognise = |who: &str, on| Command::Recognise {
        table: T1,
        interpretation: "p1.o1.a".into(),
        participant: who.into(),
        on,
    };
    let recognised = |on| {
        Ok(Event::Recognised {
            table: T1,
            interpretation: "p1.o1.a".into(),
            participant: "ann".into(),
            on,
        })
    };
    check(vec![
        (vec![], recognise("ann", true), recognised(true)),
        (
            vec![recognise("ann", true)],
            recognise("ann", false),
            recognised(false),
        ),
        (vec![], recognise("cas", true), Err(Refusal::OtherTable)),
        (vec![], recognise("x", true), Err(gone("participant"))),
        (
            vec![],
            Command::Recognise {
                table: T1,
                interpretation: "".into(),
                participant: "ann".into(),
                on: true,
            },
            Err(Refusal::BadId),
        ),
    ]);
    check_nothing(vec![
        (vec![], recognise("ann", false)),
        (vec![recognise("ann", true)], recognise("ann", true)),
    ]);
    let state = given([
        recognise("ann", true),
        recognise("bob", true),
        recognise("ann", false),
    ]);
    assert_eq!(state.recognitions(T1).next().unwrap().by, ids("bob"));
    assert_eq!(
        given([recognise("ann", true), recognise("ann", false)])
            .recognitions(T1)
            .count(),
        0
    );
}

#[test]
fn personal_votes_are_set_and_silent_until_shown() {
    let voted = |table, all: &str| {
        Ok(Event::Voted {
            table,
            participant: "ann".into(),
            perspectives: ids(all),
        })
    };
    let show = |shown| Command::ShowVotes { table: T1, shown };
    let go = || Command::MoveParticipant {
        id: "ann".into(),
        table: T2,
    };
    let fix = || vec![choose("p1 p2 p3"), Command::FixChoice { table: T1 }];
    check(vec![
        (vec![], vote("ann", "p1 p2 p3"), voted(T1, "p1 p2 p3")),
        (vec![vote("ann", "p1")], vote("ann", "p2"), voted(T1, "p2")),
        (vec![vote("ann", "p1")], vote("ann", ""), voted(T1, "")),
        (vec![], vote("ann", "p1 p2 p3 p4"), Err(bounds(0, 3))),
        (vec![], vote("ann", "p1 p1"), Err(Refusal::Twice)),
        (vec![], vote("ann", "x"), Err(gone("perspective"))),
        (vec![], vote("x", "p1"), Err(gone("participant"))),
        (
            vec![Command::RemoveParticipant { id: "ann".into() }],
            vote("ann", "p1"),
            Err(gone("participant")),
        ),
        (
            vec![],
            show(true),
            Ok(Event::VotesShown {
                table: T1,
                shown: true,
            }),
        ),
        (
            vec![show(true)],
            vote("ann", "p1"),
            Err(Refusal::VoteClosed),
        ),
        (fix(), vote("ann", "p1"), Err(Refusal::VoteClosed)),
        (
            vec![show(true), show(false)],
            vote("ann", "p1"),
            voted(T1, "p1"),
        ),
        // Who changes tables has one vote; it goes along when given anew, unless it was shown.
        (
            vec![vote("ann", "p1"), go()],
            vote("ann", "p1"),
            voted(T2, "p1"),
        ),
        (
            vec![vote("ann", "p1"), go(), show(true)],
            vote("ann", "p2"),
            Err(Refusal::VoteClosed),
        ),
        (vec![go(), show(true)], vote("ann", "p2"), voted(T2, "p2")),
    ]);
    check_nothing(vec![
        (vec![vote("ann", "p1 p2")], vote("ann", "p1 p2")),
        (vec![vote("ann", "p1"), show(true)], vote("ann", "p1")),
        (vec![], vote("ann", "")),
        (vec![], show(false)),
    ]);
    let state = given([vote("ann", "p1"), vote("cas", "p2"), go()]);
    assert_eq!(
        state.votes(T1).count(),
        1,
        "what was given stays where it was given"
    );
}

#[test]
fn exactly_three_are_chosen() {
    let fix = || Command::FixChoice { table: T1 };
    let reopen = || Command::ReopenChoice { table: T1 };
    check(vec![
        (
            vec![],
            choose("p3 p1"),
            Ok(Event::Chosen {
                table: T1,
                perspectives: ids("p3 p1"),
            }),
        ),
        (
            vec![Command::ShowVotes {
                table: T1,
                shown: true,
            }],
            choose("p1"),
            Ok(Event::Chosen {
                table: T1,
                perspectives: ids("p1"),
            }),
        ),
        (vec![], choose("p1 p2 p3 p4"), Err(bounds(0, 3))),
        (vec![], choose("p1 p1"), Err(Refusal::Twice)),
        (vec![], choose("x"), Err(gone("perspective"))),
        (vec![], fix(), Err(Refusal::NotThree { chosen: 0 })),
        (
            vec![choose("p1 p2")],
            fix(),
            Err(Refusal::NotThree { chosen: 2 }),
        ),
        (
            vec![choose("p1 p2 p3")],
            fix(),
            Ok(Event::ChoiceFixed { table: T1 }),
        ),
        (
            vec![choose("p1 p2 p3"), fix()],
            choose("p1"),
            Err(Refusal::ChoiceFixed),
        ),
        (
            vec![choose("p1 p2 p3"), fix()],
            reopen(),
            Ok(Event::ChoiceReopened { table: T1 }),
        ),
        (
            vec![],
            Command::FixChoice { table: TableId(3) },
            Err(gone("table")),
        ),
    ]);
    check_nothing(vec![
        (vec![choose("p1")], choose("p1")),
        (vec![choose("p1 p2 p3"), fix()], fix()),
        (vec![choose("p1 p2 p3"), fix()], choose("p1 p2 p3")),
        (vec![], reopen()),
    ]);
}

#[test]
fn stories_are_read_and_kept() {
    let read = |voice: Option<&str>| Command::ReadStory {
        table: T1,
        story: StoryId(7),
        voice: voice.map(Into::into),
    };
    let keep = |by: Option<&str>, on| Command::KeepStory {
        table: T1,
        story: StoryId(7),
        by: by.map(Into::into),
        on,
    };
    let was_read = |voice: Option<&str>, at| {
        Ok(Event::StoryRead {
            table: T1,
            story: StoryId(7),
            voice: voice.map(Into::into),
            at,
        })
    };
    let kept = |by: Option<&str>| {
        Ok(Event::StoryKept {
            table: T1,
            story: StoryId(7),
            by: by.map(ids),
        })
    };
    let first = NOW + start().seq() * 60_000;
    check(vec![
        (vec![], read(None), was_read(None, NOW)),
        (
            vec![read(None)],
            read(Some("pupil")),
            was_read(Some("pupil"), first),
        ),
        (vec![], read(Some("")), Err(Refusal::BadId)),
        (vec![], keep(None, true), kept(Some(""))),
        (vec![], keep(Some("ann"), true), kept(Some("ann"))),
        (
            vec![keep(Some("ann"), true)],
            keep(Some("bob"), true),
            kept(Some("ann bob")),
        ),
        (
            vec![keep(Some("ann"), true), keep(Some("bob"), true)],
            keep(Some("ann"), false),
            kept(Some("bob")),
        ),
        (
            vec![keep(Some("ann"), true)],
            keep(Some("ann"), false),
            kept(None),
        ),
        (vec![keep(Some("ann"), true)], keep(None, false), kept(None)),
        (vec![], keep(Some("cas"), true), Err(Refusal::OtherTable)),
        (vec![], keep(Some("x"), false), Err(gone("participant"))),
    ]);
    check_nothing(vec![
        (vec![read(Some("pupil"))], read(Some("pupil"))),
        (vec![read(Some("pupil"))], read(None)),
        (vec![keep(None, true)], keep(None, true)),
        (vec![keep(None, true)], keep(Some("ann"), false)),
        (vec![], keep(None, false)),
    ]);
}
