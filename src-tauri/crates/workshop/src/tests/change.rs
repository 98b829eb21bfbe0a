use super::*;
use crate::FieldName as F;

#[test]
fn ideas_are_worked_out() {
    let pick = |ideas: &str| Command::ChooseIdeas {
        table: T1,
        ideas: ids(ideas),
    };
    let other = || Command::AddIdea {
        id: "j1".into(),
        table: T2,
        text: "t".into(),
        theme: None,
        clusters: vec![],
        notes: vec![],
        by: None,
    };
    let before = || vec![idea("i1", "", ""), idea("i2", "", ""), other()];
    check(vec![
        (
            before(),
            pick("i2 i1"),
            Ok(Event::IdeasChosen {
                table: T1,
                ideas: ids("i2 i1"),
            }),
        ),
        (before(), pick("i1 i1"), Err(Refusal::Twice)),
        (before(), pick("i9"), Err(gone("idea"))),
        (before(), pick("j1"), Err(Refusal::OtherTable)),
        (
            vec![],
            Command::ChooseIdeas {
                table: TableId(3),
                ideas: vec![],
            },
            Err(gone("table")),
        ),
    ]);
    check_nothing(vec![(then([before(), vec![pick("i1")]]), pick("i1"))]);
    let state = given(then([
        before(),
        vec![pick("i1 i2"), Command::RemoveIdea { id: "i1".into() }],
    ]));
    assert_eq!(state.poster(T1).unwrap().ideas, ids("i2"));
}

#[test]
fn fields_are_not_overwritten_unseen() {
    let set = |name, text: &str, version| {
        Ok(Event::FieldSet {
            table: T1,
            field: name,
            text: text.into(),
            ideas: vec![],
            version,
        })
    };
    let twice = || vec![field(F::Pitch, "a", Some(0)), field(F::Pitch, "b", Some(1))];
    check(vec![
        (
            vec![],
            field(F::Pitch, " a\r\nb ", Some(0)),
            set(F::Pitch, "a\nb", 1),
        ),
        (vec![], field(F::Pitch, "a", None), set(F::Pitch, "a", 1)),
        (vec![], field(F::Name, "a\nb", None), set(F::Name, "a b", 1)),
        (
            twice(),
            field(F::Pitch, "c", Some(2)),
            set(F::Pitch, "c", 3),
        ),
        (twice(), field(F::Pitch, "c", None), set(F::Pitch, "c", 3)),
        (
            twice(),
            field(F::Pitch, "c", Some(1)),
            Err(Refusal::FieldChanged {
                text: "b".into(),
                version: 2,
            }),
        ),
        (
            vec![],
            field(F::Pitch, "c", Some(4)),
            Err(Refusal::FieldChanged {
                text: String::new(),
                version: 0,
            }),
        ),
        (
            vec![],
            field(F::Pitch, &"x".repeat(2_001), None),
            Err(Refusal::TooLong { most: 2_000 }),
        ),
        (
            vec![],
            field(F::Name, &"x".repeat(121), None),
            Err(Refusal::TooLong { most: 120 }),
        ),
        (
            vec![],
            Command::SetField {
                table: TableId(3),
                field: F::Name,
                text: String::new(),
                base: None,
            },
            Err(gone("table")),
        ),
    ]);
    check_nothing(vec![
        (vec![], field(F::Pitch, " ", Some(0))),
        (twice(), field(F::Pitch, "b", Some(1))),
    ]);

    let state = given([
        idea("i1", "", ""),
        Command::ChooseIdeas {
            table: T1,
            ideas: ids("i1"),
        },
        field(F::Pitch, "a", None),
    ]);
    assert_eq!(
        state.field(T1, F::Pitch).unwrap().ideas,
        ids("i1"),
        "where it came from"
    );
    // A version that was seen never comes back with another text.
    let state = given([field(F::Pitch, "a", None), Command::Undo { table: T1 }]);
    let pitch = state.field(T1, F::Pitch).unwrap();
    assert_eq!((pitch.text.as_str(), pitch.version), ("", 2));
    let stale = field(F::Pitch, "a, and more", Some(1));
    assert_eq!(
        asked(&state, &stale),
        Err(Refusal::FieldChanged {
            text: String::new(),
            version: 2
        })
    );
}

#[test]
fn the_poster_says_what_touched_and_what_was_seen() {
    let sort = |sort| Command::SetSort { table: T1, sort };
    let touch = |touched: Option<Origin>| Command::SetTouched { table: T1, touched };
    let touched = |touched: Option<Origin>| Ok(Event::TouchedSet { table: T1, touched });
    let saw = |notes: &str| Command::SetSaw {
        table: T1,
        notes: ids(notes),
    };
    let ready = |ready| Command::SetReady { table: T1, ready };
    let experience = || {
        Some(Origin::Experience {
            experience: "e1".into(),
        })
    };
    let three = || {
        vec![
            note("n1", NoteKind::Surprise),
            note("n2", NoteKind::Challenge),
            note("n3", NoteKind::Surprise),
        ]
    };
    let other = Command::AddNote {
        id: "m1".into(),
        table: T2,
        kind: NoteKind::Surprise,
        text: "t".into(),
        origin: Origin::Table,
        by: None,
    };
    check(vec![
        (
            vec![],
            sort(Some(Sort::Experiment)),
            Ok(Event::SortSet {
                table: T1,
                sort: Some(Sort::Experiment),
            }),
        ),
        (
            vec![sort(Some(Sort::Experiment))],
            sort(None),
            Ok(Event::SortSet {
                table: T1,
                sort: None,
            }),
        ),
        (vec![], touch(Some(story(7))), touched(Some(story(7)))),
        (vec![touch(Some(story(7)))], touch(None), touched(None)),
        (
            vec![write("e1", T1, "x")],
            touch(experience()),
            touched(experience()),
        ),
        (
            vec![write("e1", T2, "x")],
            touch(experience()),
            Err(Refusal::OtherTable),
        ),
        (vec![], touch(experience()), Err(gone("experience"))),
        (vec![], touch(Some(Origin::Table)), Err(gone("story"))),
        (
            three(),
            saw("n2 n1"),
            Ok(Event::SawSet {
                table: T1,
                notes: ids("n2 n1"),
            }),
        ),
        (three(), saw("n1 n3"), Err(Refusal::Twice)),
        (three(), saw("n1 n1"), Err(Refusal::Twice)),
        (three(), saw("n9"), Err(gone("note"))),
        (vec![other], saw("m1"), Err(Refusal::OtherTable)),
        (
            vec![],
            ready(true),
            Ok(Event::ReadySet {
                table: T1,
                ready: true,
            }),
        ),
    ]);
    check_nothing(vec![
        (vec![], sort(None)),
        (vec![], touch(None)),
        (then([three(), vec![saw("n1")]]), saw("n1")),
        (vec![], ready(false)),
    ]);

    // What is seen stays at most one of each kind, whatever happens to the notes.
    let after = |more: Vec<Command>| {
        given(then([three(), vec![saw("n1 n2")], more]))
            .poster(T1)
            .unwrap()
            .saw
            .clone()
    };
    assert_eq!(
        after(vec![Command::ChangeNote {
            id: "n2".into(),
            kind: NoteKind::Opportunity,
            text: "t".into(),
            was: None,
        }]),
        ids("n1 n2")
    );
    assert_eq!(
        after(vec![Command::ChangeNote {
            id: "n2".into(),
            kind: NoteKind::Surprise,
            text: "t".into(),
            was: None,
        }]),
        ids("n1")
    );
    assert_eq!(
        after(vec![Command::MergeNotes {
            note: "n1".into(),
            into: "n3".into()
        }]),
        ids("n3 n2")
    );
    assert_eq!(
        after(vec![Command::MergeNotes {
            note: "n2".into(),
            into: "n3".into()
        }]),
        ids("n1")
    );
    assert_eq!(
        after(vec![Command::RemoveNote { id: "n1".into() }]),
        ids("n2")
    );
}
