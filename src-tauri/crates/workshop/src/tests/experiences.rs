use super::*;

#[test]
fn own_experiences_stay_with_the_table_until_handed_in() {
    let hand = |agreed| Command::HandIn {
        id: "e1".into(),
        agreed,
    };
    let written = |text: &str| {
        Ok(Event::ExperienceWritten {
            id: "e1".into(),
            table: T1,
            by: None,
            text: text.into(),
            wish: String::new(),
            private: false,
        })
    };
    let wish = Command::WriteExperience {
        id: "e1".into(),
        table: T1,
        by: Some("ann".into()),
        text: String::new(),
        wish: "Rust".into(),
        private: false,
    };
    check(vec![
        (vec![], write("e1", T1, "Ooit"), written("Ooit")),
        (
            vec![write("e1", T1, "Ooit")],
            write("e1", T1, "Toen"),
            written("Toen"),
        ),
        (
            vec![write("e1", T1, "Ooit")],
            write("e1", T1, ""),
            written(""),
        ),
        (vec![], write("e1", T1, ""), Err(Refusal::Empty)),
        (vec![], write("e/1", T1, "Ooit"), Err(Refusal::BadId)),
        (vec![], write("e1", TableId(3), "Ooit"), Err(gone("table"))),
        (
            vec![write("e1", T2, "Ooit")],
            write("e1", T1, "Toen"),
            Err(Refusal::OtherTable),
        ),
        (
            vec![],
            write("e1", T1, &"x".repeat(10_001)),
            Err(Refusal::TooLong { most: 10_000 }),
        ),
        (
            vec![],
            Command::WriteExperience {
                id: "e1".into(),
                table: T1,
                by: None,
                text: String::new(),
                wish: "x".repeat(2_001),
                private: false,
            },
            Err(Refusal::TooLong { most: 2_000 }),
        ),
        (
            vec![],
            Command::WriteExperience {
                id: "e1".into(),
                table: T1,
                by: Some("x".into()),
                text: "Ooit".into(),
                wish: String::new(),
                private: false,
            },
            Err(gone("participant")),
        ),
        (
            vec![write("e1", T1, "Ooit")],
            hand(true),
            Ok(Event::ExperienceHandedIn {
                id: "e1".into(),
                agreed: true,
            }),
        ),
        (
            vec![write("e1", T1, "Ooit"), hand(true)],
            hand(false),
            Ok(Event::ExperienceHandedIn {
                id: "e1".into(),
                agreed: false,
            }),
        ),
        (vec![], hand(true), Err(gone("experience"))),
        (vec![wish.clone()], hand(true), Err(Refusal::Empty)),
    ]);
    check_nothing(vec![
        (vec![write("e1", T1, "Ooit")], write("e1", T1, " Ooit ")),
        (vec![write("e1", T1, "Ooit")], hand(false)),
        (vec![wish.clone()], wish),
    ]);
    let state = given([write("e1", T1, "Ooit"), hand(true), write("e1", T1, "")]);
    assert!(
        !state.experience(&"e1".into()).unwrap().handed_in,
        "words that were taken back are not handed in"
    );
}

fn private(by: Option<&str>, text: &str, private: bool) -> Command {
    Command::WriteExperience {
        id: "e1".into(),
        table: T1,
        by: by.map(Into::into),
        text: text.into(),
        wish: String::new(),
        private,
    }
}

fn show(shown: bool) -> Command {
    Command::ShowExperience {
        id: "e1".into(),
        shown,
    }
}

#[test]
fn an_own_experience_is_its_writers_until_shown() {
    let written = |text: &str, private| {
        Ok(Event::ExperienceWritten {
            id: "e1".into(),
            table: T1,
            by: Some("ann".into()),
            text: text.into(),
            wish: String::new(),
            private,
        })
    };
    let shown = |shown| {
        Ok(Event::ExperienceShown {
            id: "e1".into(),
            shown,
        })
    };
    let ann = Some("ann");
    let hidden = || private(ann, "Ooit", true);
    let open = || private(ann, "Ooit", false);
    check(vec![
        (vec![], hidden(), written("Ooit", true)),
        (
            vec![],
            private(None, "Ooit", true),
            Err(gone("participant")),
        ),
        // Only the first writing says so.
        (
            vec![hidden()],
            private(ann, "Toen", false),
            written("Toen", true),
        ),
        (
            vec![open()],
            private(ann, "Toen", true),
            written("Toen", false),
        ),
        (
            vec![hidden(), show(true)],
            private(ann, "Toen", true),
            written("Toen", false),
        ),
        // What nobody else may see, nobody else rewrites.
        (
            vec![hidden()],
            private(Some("bob"), "Toen", true),
            Err(gone("experience")),
        ),
        (
            vec![hidden()],
            private(None, "Toen", true),
            Err(gone("experience")),
        ),
        (vec![hidden()], show(true), shown(true)),
        (vec![hidden(), show(true)], show(false), shown(false)),
        (vec![open()], show(false), shown(false)),
        (
            vec![write("e1", T1, "Ooit")],
            show(false),
            Err(gone("participant")),
        ),
        (vec![], show(true), Err(gone("experience"))),
        // To hand it in is the explicit consent of its writer, also where the table does not see it.
        (
            vec![hidden()],
            Command::HandIn {
                id: "e1".into(),
                agreed: true,
            },
            Ok(Event::ExperienceHandedIn {
                id: "e1".into(),
                agreed: true,
            }),
        ),
    ]);
    check_nothing(vec![
        (vec![hidden()], private(ann, "Ooit", false)),
        (vec![hidden()], show(false)),
        (vec![open()], show(true)),
        (vec![write("e1", T1, "Ooit")], show(true)),
    ]);
    let is = |more: Vec<Command>| given(more).experience(&"e1".into()).unwrap().private;
    assert!(is(vec![hidden()]) && !is(vec![hidden(), show(true)]));
    assert!(is(vec![open(), show(false)]));
}

#[test]
fn a_private_experience_is_quoted_by_its_writer_alone() {
    let from = || Origin::Experience {
        experience: "e1".into(),
    };
    let quote = |by: Option<&str>| Command::AddNote {
        id: "n1".into(),
        table: T1,
        kind: NoteKind::Surprise,
        text: "t".into(),
        origin: from(),
        by: by.map(Into::into),
    };
    let touch = || Command::SetTouched {
        table: T1,
        touched: Some(from()),
    };
    let hidden = || private(Some("ann"), "Ooit", true);
    let noted = |by: Option<&str>| {
        Ok(Event::NoteAdded {
            id: "n1".into(),
            table: T1,
            kind: NoteKind::Surprise,
            text: "t".into(),
            origin: from(),
            by: by.map(Into::into),
            at: NOW,
            place: 0,
        })
    };
    check(vec![
        (vec![hidden()], quote(Some("ann")), noted(Some("ann"))),
        (vec![hidden()], quote(Some("bob")), Err(gone("experience"))),
        (vec![hidden()], quote(None), Err(gone("experience"))),
        (vec![hidden()], touch(), Err(gone("experience"))),
        (
            vec![hidden(), show(true)],
            quote(Some("bob")),
            noted(Some("bob")),
        ),
        (
            vec![hidden(), show(true), touch(), show(false)],
            quote(Some("bob")),
            Err(gone("experience")),
        ),
    ]);
    check_nothing(vec![(
        vec![hidden(), show(true), touch(), show(false)],
        touch(),
    )]);

    let mut state = given([hidden(), show(true), quote(Some("bob")), touch()]);
    let quoted = |state: &State| (state.note(&"n1".into()).cloned(), state.poster(T1).cloned());
    let before = quoted(&state);
    run(&mut state, [show(false)]);
    assert_eq!(quoted(&state), before, "what was quoted stays quoted");
}
