use super::*;

#[test]
fn questions_get_other_words_and_another_order() {
    let edit = |question: &str, short: Option<&str>, group| Command::EditQuestion {
        question: question.into(),
        text: None,
        short: short.map(str::to_owned),
        group,
    };
    let edited = |short: Option<&str>, group| {
        Ok(Event::QuestionEdited {
            edit: QuestionEdit {
                question: "role".into(),
                text: None,
                short: short.map(str::to_owned),
                group,
            },
        })
    };
    let order = |all: &str| Command::OrderQuestions { order: ids(all) };
    check(vec![
        (
            vec![],
            edit("role", Some(" Rol "), Some(Group::Interpretive)),
            edited(Some("Rol"), Some(Group::Interpretive)),
        ),
        (
            vec![edit("role", Some("Rol"), None)],
            edit("role", None, None),
            edited(None, None),
        ),
        (vec![], edit("role", Some(""), None), Err(Refusal::Empty)),
        (vec![], edit("x", Some("a"), None), Err(gone("question"))),
        (
            vec![derive(voice())],
            order("voice role"),
            Ok(Event::QuestionsOrdered {
                order: QuestionOrder {
                    order: ids("voice role"),
                },
            }),
        ),
        (vec![], order("voice role"), Err(gone("question"))),
        (vec![], order("role role"), Err(Refusal::Twice)),
    ]);
    check_nothing(vec![
        (vec![], edit("role", None, None)),
        (vec![order("good role")], order("good role")),
        (vec![], order("")),
    ]);
}

#[test]
fn derived_questions_fit_what_they_are_made_of() {
    let set = |derived: Derived| Ok(Event::DerivedSet { derived });
    let with = |change: &dyn Fn(&mut Derived)| {
        let mut derived = voice();
        change(&mut derived);
        derive(derived)
    };
    let rows = |change: fn(&mut Vec<RuleRow>, &mut Option<OptionId>)| {
        with(&|it| match &mut it.rule {
            Rule::Rows {
                rows, otherwise, ..
            } => change(rows, otherwise),
            Rule::Bins { .. } => unreachable!(),
        })
    };
    let bins_with = |change: fn(&mut QuestionId, &mut Vec<SliderBin>)| {
        let mut derived = bins();
        match &mut derived.rule {
            Rule::Bins { slider, bins } => change(slider, bins),
            Rule::Rows { .. } => unreachable!(),
        }
        derive(derived)
    };
    let renamed = || Derived {
        short: "Stem".to_owned(),
        ..voice()
    };
    check(vec![
        (vec![], derive(voice()), set(voice())),
        (vec![], derive(bins()), set(bins())),
        (vec![derive(voice())], derive(renamed()), set(renamed())),
        (
            // Rules look at raw answers, so what was done to the options is nothing to them.
            vec![
                merge("role", "parents", "mother father"),
                hide("role", "coach", true),
            ],
            derive(voice()),
            set(voice()),
        ),
        (
            vec![],
            with(&|it| it.id = "role".into()),
            Err(Refusal::BadId),
        ),
        (
            vec![],
            with(&|it| it.id = "a b".into()),
            Err(Refusal::BadId),
        ),
        (
            vec![],
            with(&|it| it.short = " ".to_owned()),
            Err(Refusal::Empty),
        ),
        (vec![], rows(|rows, _| rows.clear()), Err(Refusal::BadRule)),
        (
            vec![],
            rows(|rows, _| rows[0].when.clear()),
            Err(Refusal::BadRule),
        ),
        (
            vec![],
            rows(|rows, _| rows[0].option = "x".into()),
            Err(Refusal::BadRule),
        ),
        (
            vec![],
            rows(|_, otherwise| *otherwise = Some("x".into())),
            Err(Refusal::BadRule),
        ),
        (
            vec![],
            rows(|rows, _| rows[0].when.push(any("role", "aunt"))),
            Err(Refusal::BadRule),
        ),
        (
            vec![],
            rows(|rows, _| rows[0].when.push(range("role", 0, 1))),
            Err(Refusal::BadRule),
        ),
        (
            vec![derive(bins())],
            rows(|rows, _| rows[0].when.push(any("good3", "low"))),
            // Out of a derived question nothing is derived.
            Err(Refusal::BadRule),
        ),
        (
            vec![],
            bins_with(|slider, _| *slider = "role".into()),
            Err(other_kind("role")),
        ),
        (
            vec![],
            bins_with(|slider, _| *slider = "x".into()),
            Err(gone("question")),
        ),
        (
            vec![],
            bins_with(|_, bins| bins[1].from = 39),
            Err(Refusal::BadBins),
        ),
        (
            vec![],
            bins_with(|_, bins| bins[0].to = 101),
            Err(Refusal::OutOfBounds {
                least: 0,
                most: 100,
            }),
        ),
        (
            vec![],
            bins_with(|_, bins| bins.clear()),
            Err(Refusal::TooFewOptions),
        ),
        (
            vec![],
            bins_with(|_, bins| bins[1].id = "low".into()),
            Err(Refusal::Twice),
        ),
        (
            vec![derive(voice())],
            Command::RemoveDerived { id: "voice".into() },
            Ok(Event::DerivedRemoved { id: "voice".into() }),
        ),
        (
            vec![],
            Command::RemoveDerived { id: "role".into() },
            Err(gone("question")),
        ),
    ]);
    check_nothing(vec![(vec![derive(voice())], derive(voice()))]);
}

#[test]
fn questions_are_left_out_and_taken_in_again() {
    let scope = |questions: &str, out| Command::SetScope {
        questions: ids(questions),
        out,
    };
    let set = |questions: &str, out| {
        Ok(Event::ScopeSet {
            questions: ids(questions),
            out,
        })
    };
    check(vec![
        (vec![], scope("role good", true), set("role good", true)),
        (
            vec![scope("role", true)],
            scope("role good", true),
            set("good", true),
        ),
        (
            vec![scope("role", true)],
            scope("role", false),
            set("role", false),
        ),
        (vec![], scope("x", true), Err(gone("question"))),
    ]);
    check_nothing(vec![(vec![], scope("role", false))]);
}

#[test]
fn that_a_question_stays_is_a_decision() {
    let keep = |all: &str, kept| Command::KeepQuestions {
        questions: ids(all),
        kept,
    };
    let out = |all: &str| Command::SetScope {
        questions: ids(all),
        out: true,
    };
    let set = |all: &str, kept| {
        Ok(Event::QuestionsKept {
            questions: ids(all),
            kept,
        })
    };
    check(vec![
        (vec![], keep("role good", true), set("role good", true)),
        (
            vec![keep("role", true)],
            keep("role good", true),
            set("good", true),
        ),
        (
            vec![keep("role", true)],
            keep("role", false),
            set("role", false),
        ),
        // Keeping takes in again, and leaving out is the other decision.
        (vec![out("role")], keep("role", true), set("role", true)),
        (vec![], keep("x", true), Err(gone("question"))),
    ]);
    check_nothing(vec![(vec![], keep("role", false))]);
    let of = |state: &State| {
        let role = "role".into();
        (state.kept_question(&role), state.left_out_question(&role))
    };
    let mut state = given([out("role"), keep("role", true)]);
    assert_eq!(of(&state), (true, false));
    run(&mut state, [Command::Undo]);
    assert_eq!(of(&state), (false, true));
    run(&mut state, [Command::Redo, out("role")]);
    assert_eq!(of(&state), (false, true));
}

#[test]
fn patterns_are_judged_whichever_question_comes_first() {
    let key = |one: &str, other: &str, within: Option<&str>| PatternKey {
        one: one.into(),
        other: other.into(),
        within: within.map(QuestionId::from),
        one_option: None,
        other_option: None,
    };
    let triage = |pattern: PatternKey, mark, note: &str| Command::SetTriage {
        pattern,
        mark,
        note: note.to_owned(),
    };
    let set = |pattern: PatternKey, mark, note: &str| {
        Ok(Event::TriageSet {
            triage: Triage {
                pattern,
                mark,
                note: note.to_owned(),
            },
        })
    };
    let yes = Some(TriageMark::Yes);
    check(vec![
        (
            vec![],
            triage(key("role", "good", None), yes, " kijk\nhier "),
            set(key("good", "role", None), yes, "kijk\nhier"),
        ),
        (
            vec![triage(key("role", "good", None), yes, "")],
            triage(key("good", "role", None), None, ""),
            set(key("good", "role", None), None, ""),
        ),
        (
            vec![],
            triage(key("role", "good", Some("region")), yes, ""),
            set(key("good", "role", Some("region")), yes, ""),
        ),
        (
            vec![],
            triage(key("role", "role", None), yes, ""),
            Err(Refusal::BadPattern),
        ),
        (
            vec![],
            triage(key("role", "good", Some("good")), yes, ""),
            Err(Refusal::BadPattern),
        ),
        (
            vec![],
            triage(key("", "good", None), yes, ""),
            Err(Refusal::BadId),
        ),
    ]);
    check_nothing(vec![(vec![], triage(key("role", "good", None), None, " "))]);
    let state = given([
        triage(key("role", "good", None), yes, ""),
        triage(key("role", "good", None), None, ""),
    ]);
    assert_eq!(state.triages().count(), 0);
}

#[test]
fn each_option_of_a_several_choice_question_is_judged_on_its_own() {
    let key = |option: Option<&str>| {
        PatternKey::of(
            ("role".into(), None),
            ("needs".into(), option.map(OptionId::from)),
            None,
        )
    };
    let triage = |pattern: PatternKey, mark| Command::SetTriage {
        pattern,
        mark,
        note: String::new(),
    };
    let (yes, no) = (Some(TriageMark::Yes), Some(TriageMark::No));
    let mark = |state: &State, option| state.triage(&key(Some(option))).and_then(|it| it.mark);
    let state = given([
        triage(key(Some("time")), yes),
        triage(key(Some("help")), no),
    ]);
    assert_eq!(
        (
            mark(&state, "time"),
            mark(&state, "help"),
            mark(&state, "money")
        ),
        (yes, no, None)
    );
    assert_eq!(state.triages().count(), 2);
    // Whichever question comes first, its option goes along.
    let turned = PatternKey {
        one: "role".into(),
        other: "needs".into(),
        within: None,
        one_option: None,
        other_option: Some("time".into()),
    };
    let state = given([triage(turned, yes)]);
    assert_eq!(mark(&state, "time"), yes);
    // An option is an id.
    let command = triage(key(Some("")), yes);
    assert_eq!(asked(&start(), &command), Err(Refusal::BadId));
}

#[test]
fn what_was_said_of_all_options_holds_until_an_option_has_its_own() {
    // As a draft of before options were told apart.
    let old = r#"{"type":"triage_set","triage":{"pattern":{"one":"needs","other":"role","within":null},"mark":"yes","note":"let op"}}"#;
    let old: Event = serde_json::from_str(old).expect("an old line opens");
    let mut state = start();
    state.apply(state.seq() + 1, &old);
    let key = |option: &str| {
        PatternKey::of(
            ("role".into(), None),
            ("needs".into(), Some(option.into())),
            None,
        )
    };
    let of = |state: &State, option| {
        let found = state.triage(&key(option));
        found.map(|it| (it.mark, it.note.clone()))
    };
    let said = Some((Some(TriageMark::Yes), "let op".to_owned()));
    assert_eq!(of(&state, "time"), said);
    let triage = |option, mark| Command::SetTriage {
        pattern: key(option),
        mark,
        note: String::new(),
    };
    // Open again for one option, and for that one only; and undone.
    run(&mut state, [triage("time", None)]);
    assert_eq!(of(&state, "time"), Some((None, String::new())));
    assert_eq!(of(&state, "help"), said);
    assert_eq!(asked(&state, &triage("time", None)), Ok(Vec::new()));
    run(&mut state, [Command::Undo]);
    assert_eq!(of(&state, "time"), said);
    let marks = [Some(TriageMark::No), Some(TriageMark::Yes)];
    run(&mut state, marks.map(|mark| triage("help", mark)));
    assert_eq!(
        of(&state, "help"),
        Some((Some(TriageMark::Yes), String::new()))
    );
    // An observation of all options is one of each.
    let whole = key("time").whole().expect("it has an option");
    assert!(whole.covers(&key("time")) && !key("time").covers(&key("help")));
    assert_eq!(
        serde_json::to_string(&whole).expect("written"),
        r#"{"one":"needs","other":"role","within":null}"#
    );
}

#[test]
fn selections_have_names() {
    let filter = Filter {
        conditions: vec![range("good", 60, 100)],
        ..Filter::default()
    };
    let select = |id: &str, name: &str| Command::SetSelection {
        id: id.into(),
        name: name.to_owned(),
        filter: filter.clone(),
    };
    let set = |name: &str| {
        Ok(Event::SelectionSet {
            selection: Selection {
                id: "x".into(),
                name: name.to_owned(),
                filter: filter.clone(),
            },
        })
    };
    check(vec![
        (
            vec![],
            select("x", " Goed onderwijs"),
            set("Goed onderwijs"),
        ),
        (vec![select("x", "a")], select("x", "b"), set("b")),
        (vec![], select("x", ""), Err(Refusal::Empty)),
        (vec![], select("x y", "a"), Err(Refusal::BadId)),
        (
            vec![select("x", "a")],
            Command::RemoveSelection { id: "x".into() },
            Ok(Event::SelectionRemoved { id: "x".into() }),
        ),
        (
            vec![],
            Command::RemoveSelection { id: "x".into() },
            Err(gone("selection")),
        ),
    ]);
    check_nothing(vec![(vec![select("x", "a")], select("x", "a"))]);
}
