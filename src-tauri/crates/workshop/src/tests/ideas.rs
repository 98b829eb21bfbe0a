use super::*;

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
fn ideas_come_out_of_clusters_and_notes() {
    let before = || then([notes("n1 n2"), vec![cluster("c1", "n1")]]);
    let change = |text: &str, clusters: &str| Command::ChangeIdea {
        id: "i1".into(),
        text: text.into(),
        was: None,
        theme: Some(Theme::Room),
        clusters: ids(clusters),
    };
    let remove = || Command::RemoveIdea { id: "i1".into() };
    let added = Event::IdeaAdded {
        id: "i1".into(),
        table: T1,
        text: "idea i1".into(),
        theme: None,
        clusters: ids("c1"),
        notes: ids("n2"),
        by: None,
        place: 0,
    };
    let made = || then([before(), vec![idea("i1", "c1", "n2")]]);
    check(vec![
        (before(), idea("i1", "c1", "n2"), Ok(added)),
        (before(), idea("i1", "c1 c1", ""), Err(Refusal::Twice)),
        (before(), idea("i1", "c9", ""), Err(gone("cluster"))),
        (before(), idea("i1", "", "n9"), Err(gone("note"))),
        (
            vec![at2("m1")],
            idea("i1", "", "m1"),
            Err(Refusal::OtherTable),
        ),
        (made(), idea("i1", "", ""), Err(Refusal::BadId)),
        (
            made(),
            change("anders", ""),
            Ok(Event::IdeaChanged {
                id: "i1".into(),
                table: T1,
                text: "anders".into(),
                theme: Some(Theme::Room),
                clusters: vec![],
            }),
        ),
        (made(), change("", ""), Err(Refusal::Empty)),
        (
            made(),
            change(&"x".repeat(501), ""),
            Err(Refusal::TooLong { most: 500 }),
        ),
        (made(), change("x", "c9"), Err(gone("cluster"))),
        (vec![], change("x", ""), Err(gone("idea"))),
        (
            made(),
            remove(),
            Ok(Event::IdeaRemoved {
                id: "i1".into(),
                table: T1,
            }),
        ),
        (vec![], remove(), Err(gone("idea"))),
    ]);
    check_nothing(vec![(
        then([made(), vec![change("x", "")]]),
        change("x", ""),
    )]);
    assert!(
        given(then([
            made(),
            vec![Command::RemoveNote { id: "n2".into() }]
        ]))
        .idea(&"i1".into())
        .unwrap()
        .notes
        .is_empty()
    );
}

#[test]
fn dots_are_set_and_never_eaten() {
    let before = || vec![idea("i1", "", ""), idea("i2", "", "")];
    let and = |more: Vec<Command>| then([before(), more]);
    let limit = |limit| Command::SetDotLimit { table: T1, limit };
    let close = |closed| Command::CloseDots { table: T1, closed };
    let set = |dots: &[(&str, u8)]| {
        let dots = dots
            .iter()
            .map(|(idea, dots)| (IdeaId::from(*idea), *dots))
            .collect();
        Ok(Event::DotsSet {
            table: T1,
            participant: "ann".into(),
            dots,
        })
    };
    let moved = || Command::MoveParticipant {
        id: "ann".into(),
        table: T2,
    };
    let idea2 = || Command::AddIdea {
        id: "j1".into(),
        table: T2,
        text: "t".into(),
        theme: None,
        clusters: vec![],
        notes: vec![],
        by: None,
    };
    let at_two = Ok(Event::DotsSet {
        table: T2,
        participant: "ann".into(),
        dots: vec![("j1".into(), 1)],
    });
    check(vec![
        (before(), dots("ann", "i1", 3), set(&[("i1", 3)])),
        (
            and(vec![dots("ann", "i1", 2)]),
            dots("ann", "i2", 1),
            set(&[("i1", 2), ("i2", 1)]),
        ),
        (
            and(vec![dots("ann", "i1", 2)]),
            dots("ann", "i2", 2),
            Err(Refusal::DotsSpent { limit: 3 }),
        ),
        (
            and(vec![dots("ann", "i1", 2)]),
            dots("ann", "i1", 0),
            set(&[]),
        ),
        (
            before(),
            dots("ann", "i1", 4),
            Err(Refusal::DotsSpent { limit: 3 }),
        ),
        (before(), dots("cas", "i1", 1), Err(Refusal::OtherTable)),
        (before(), dots("x", "i1", 1), Err(gone("participant"))),
        (before(), dots("ann", "i9", 1), Err(gone("idea"))),
        // A lower limit eats nothing; dots can still be taken back, not added.
        (
            and(vec![dots("ann", "i1", 3), limit(1)]),
            dots("ann", "i1", 2),
            set(&[("i1", 2)]),
        ),
        (
            and(vec![dots("ann", "i1", 3), limit(1)]),
            dots("ann", "i2", 1),
            Err(Refusal::DotsSpent { limit: 1 }),
        ),
        // The dots on an idea that went can be given again.
        (
            and(vec![
                dots("ann", "i1", 3),
                Command::RemoveIdea { id: "i1".into() },
            ]),
            dots("ann", "i2", 3),
            set(&[("i1", 3), ("i2", 3)]),
        ),
        (
            and(vec![close(true)]),
            dots("ann", "i1", 1),
            Err(Refusal::VoteClosed),
        ),
        (
            and(vec![close(true), close(false)]),
            dots("ann", "i1", 1),
            set(&[("i1", 1)]),
        ),
        (
            and(vec![dots("ann", "i1", 3), moved(), idea2()]),
            dots("ann", "j1", 1),
            at_two,
        ),
        (
            and(vec![dots("ann", "i1", 3), moved(), idea2(), close(true)]),
            dots("ann", "j1", 1),
            Err(Refusal::VoteClosed),
        ),
        (
            before(),
            limit(5),
            Ok(Event::DotLimitSet {
                table: T1,
                limit: 5,
            }),
        ),
        (before(), limit(0), Err(bounds(1, 10))),
        (before(), limit(11), Err(bounds(1, 10))),
        (
            before(),
            close(true),
            Ok(Event::DotsClosed {
                table: T1,
                closed: true,
            }),
        ),
    ]);
    check_nothing(vec![
        (and(vec![dots("ann", "i1", 2)]), dots("ann", "i1", 2)),
        (
            and(vec![dots("ann", "i1", 2), close(true)]),
            dots("ann", "i1", 2),
        ),
        (before(), dots("ann", "i1", 0)),
        (before(), limit(3)),
        (before(), close(false)),
    ]);
    assert_eq!(
        given(and(vec![dots("ann", "i1", 2), dots("bob", "i1", 1)])).dots_on(&"i1".into()),
        3
    );
}
