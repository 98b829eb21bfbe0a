use super::*;

fn about(name: &str) -> Command {
    Command::SetAbout {
        name: name.to_owned(),
        theme: String::new(),
        set: String::new(),
        provenance: String::new(),
        language: WorkLanguage::En,
    }
}

#[test]
fn work_begins_once_and_first() {
    let mut state = State::default();
    assert_eq!(asked(&state, &about("x")), Err(Refusal::NoWork));
    assert_eq!(asked(&state, &Command::Undo), Err(Refusal::NoWork));
    run(&mut state, [begin()]);
    assert_eq!(asked(&state, &begin()), Err(Refusal::WorkExists));
    assert_eq!(
        asked(&state, &Command::Undo),
        Err(Refusal::NothingToUndo),
        "there is always work"
    );
}

#[test]
fn the_words_about_the_work_are_set() {
    let set = |name: &str| {
        Ok(Event::AboutSet {
            name: name.to_owned(),
            theme: String::new(),
            set: String::new(),
            provenance: String::new(),
            language: WorkLanguage::En,
        })
    };
    check(vec![
        (vec![], about(" Ronde\n3 "), set("Ronde 3")),
        (vec![], about(" "), Err(Refusal::Empty)),
        (
            vec![],
            about(&"x".repeat(121)),
            Err(Refusal::TooLong { most: 120 }),
        ),
    ]);
    check_nothing(vec![(vec![about("x")], about("x"))]);
}

#[test]
fn sources_are_taken_in_once_with_numbers_of_their_own() {
    let remove = |id: &str| Command::RemoveSource { id: id.into() };
    let with = |id: &str, questions: Vec<Question>| {
        let Command::TakeIn { .. } = take(id, 5, 10) else {
            unreachable!()
        };
        Command::TakeIn {
            id: id.into(),
            file: "b.csv".to_owned(),
            digest: digest(id),
            responses: 5,
            questions,
            codebook: String::new(),
            offset: 10,
        }
    };
    let mut other = asked_questions();
    other[0].kind = Kind::Text;
    let mut twice = asked_questions();
    twice.push(twice[0].clone());
    let taken = |id: &str, responses, offset| {
        Ok(Event::SourceTaken {
            source: Source {
                id: id.into(),
                file: format!("{id}.csv"),
                digest: digest(id),
                responses,
                questions: asked_questions(),
                codebook: "{}".to_owned(),
                offset,
                at: NOW,
            },
        })
    };
    check(vec![
        (vec![], take("s2", 5, 10), taken("s2", 5, 10)),
        (vec![], take("s2", 5, 20), taken("s2", 5, 20)),
        (
            vec![],
            take("s2", 5, 9),
            Err(Refusal::NumbersTaken { next: 10 }),
        ),
        (
            vec![],
            take("s2", u32::MAX, 10),
            Err(Refusal::NumbersTaken { next: 10 }),
        ),
        (
            vec![remove("s1")],
            take("s2", 5, 0),
            // What was decided about the stories that are gone must never fall on others.
            Err(Refusal::NumbersTaken { next: 10 }),
        ),
        (vec![], take("s1", 5, 10), Err(Refusal::BadId)),
        (
            vec![derive(voice())],
            with("s2", vec![question("voice", Group::Open, Kind::Text)]),
            Err(other_kind("voice")),
        ),
        (vec![], with("s2", other), Err(other_kind("role"))),
        (vec![], with("s2", twice), Err(Refusal::Twice)),
        (
            vec![],
            remove("s1"),
            Ok(Event::SourceRemoved { id: "s1".into() }),
        ),
        (vec![], remove("s2"), Err(gone("source"))),
    ]);
    let Command::TakeIn { digest: same, .. } = take("s1", 1, 10) else {
        unreachable!()
    };
    let again = Command::TakeIn {
        id: "s2".into(),
        file: "copy.csv".to_owned(),
        digest: same,
        responses: 10,
        questions: asked_questions(),
        codebook: String::new(),
        offset: 10,
    };
    assert_eq!(
        asked(&start(), &again),
        Err(Refusal::SameFile {
            file: "s1.csv".to_owned()
        })
    );
}

#[test]
fn a_second_source_adds_options() {
    let mut more = asked_questions();
    more[0].kind = Kind::Choice {
        choices: choices("alderman mother"),
    };
    let state = given([Command::TakeIn {
        id: "s2".into(),
        file: "b.csv".to_owned(),
        digest: digest("s2"),
        responses: 5,
        questions: more,
        codebook: String::new(),
        offset: 10,
    }]);
    let roles: Vec<OptionId> = state
        .question(&"role".into())
        .expect("there")
        .choices()
        .iter()
        .map(|it| it.id.clone())
        .collect();
    assert_eq!(
        roles,
        ids::<OptionId>("mother father teacher coach pupil alderman")
    );
    assert_eq!(state.taken_questions().len(), 5);
    assert_eq!(
        state.source_of(StoryId(11)).map(|it| it.id.clone()),
        Some("s2".into())
    );
    assert_eq!(state.source_of(StoryId(16)), None);
    assert_eq!(state.source_of(StoryId(0)), None);
}

#[test]
fn uses_fit_the_kinds_of_their_questions() {
    let uses = |voice: Option<&str>, good: Option<&str>| Command::SetUses {
        uses: Uses {
            voice: voice.map(QuestionId::from),
            good: good.map(QuestionId::from),
            ..Uses::default()
        },
    };
    let set = |command: &Command| match command {
        Command::SetUses { uses } => Ok(Event::UsesSet { uses: uses.clone() }),
        _ => unreachable!(),
    };
    let both = uses(Some("role"), Some("good"));
    let derived = uses(Some("voice"), None);
    check(vec![
        (vec![], both.clone(), set(&both)),
        (vec![derive(voice())], derived.clone(), set(&derived)),
        (vec![], derived, Err(gone("question"))),
        (vec![], uses(Some("needs"), None), Err(other_kind("needs"))),
        (vec![], uses(None, Some("role")), Err(other_kind("role"))),
    ]);
    check_nothing(vec![(vec![both.clone()], both)]);
}

#[test]
fn publishing_is_never_undone_and_later_changes_show() {
    let publish = || Command::MarkPublished {
        hash: digest("x"),
        stories: 10,
        perspectives: 8,
    };
    assert_eq!(
        asked(
            &start(),
            &Command::MarkPublished {
                hash: "x".to_owned(),
                stories: 1,
                perspectives: 1
            }
        ),
        Err(Refusal::BadDigest)
    );
    let mut state = given([observe("o1"), publish()]);
    assert!(!state.changed_after_publishing());
    run(&mut state, [Command::Undo]);
    assert!(state.observation(&"o1".into()).is_none());
    assert!(state.published().is_some() && state.changed_after_publishing());
    run(&mut state, [publish(), Command::Redo]);
    assert!(
        state.observation(&"o1".into()).is_some(),
        "publishing forgets no step"
    );
}
