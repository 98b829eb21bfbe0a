use super::*;

/// What happens to work that is ready, and what is found then.
type Missing = (Vec<Command>, Vec<(CheckCode, bool)>);

fn facts() -> Facts {
    Facts {
        stories: 10,
        lists: lists("nl"),
        ..Facts::default()
    }
}

fn codes(state: &State, facts: &Facts) -> Vec<(CheckCode, bool)> {
    checks(state, facts)
        .into_iter()
        .map(|it| (it.code, it.blocks))
        .collect()
}

/// A perspective with three good observations, and all that publishing asks for but the number of perspectives and stories.
fn ready(id: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut inside = Vec::new();
    for nth in 1..=3 {
        let observation = format!("{id}.o{nth}");
        inside.push(observation.clone());
        commands.push(Command::AddObservation {
            id: observation.as_str().into(),
            text: "Ouders noemen de leraar vaker dan leraren zelf.".to_owned(),
            strength: 3,
            chart: Some(spread("role", "")),
            pattern: None,
        });
        for (letter, text) in [
            ("a", "Ouders zien de leraar elke dag."),
            ("b", "Een leraar kijkt naar de hele klas."),
        ] {
            commands.push(Command::AddInterpretation {
                id: format!("{observation}.{letter}").as_str().into(),
                observation: observation.as_str().into(),
                text: text.to_owned(),
            });
        }
    }
    commands.push(bundle(id, &inside.join(" ")));
    commands.push(Command::ChangePerspective {
        id: id.into(),
        name: format!("Naam {id}"),
        short: format!("Kort {id}"),
        question: "Wat kan een school zelf?".to_owned(),
    });
    commands.push(Command::SetSupport {
        id: id.into(),
        stories: numbers(&[1, 2, 3, 4, 5, 6, 7, 8]),
    });
    commands
}

fn all_uses() -> Command {
    Command::SetUses {
        uses: Uses {
            voice: Some("voice".into()),
            education: Some("region".into()),
            region: Some("region".into()),
            feeling: Some("region".into()),
            good: Some("good".into()),
            role: Some("role".into()),
        },
    }
}

fn eight() -> Vec<Command> {
    let mut commands = vec![derive(voice()), all_uses()];
    for nth in 1..=8 {
        commands.extend(ready(&format!("p{nth}")));
    }
    commands
}

/// What is found after more happened to work that is ready.
fn found(more: Vec<Command>) -> Vec<(CheckCode, bool)> {
    let mut state = given(eight());
    run(&mut state, more);
    codes(&state, &facts())
}

#[test]
fn work_that_is_ready_has_nothing_left() {
    assert_eq!(found(vec![]), []);
}

#[test]
fn the_beginning_of_work_lacks_nearly_all() {
    use CheckCode as C;
    let found = codes(&start(), &Facts::default());
    assert_eq!(found[0], (C::NoStories, true));
    assert_eq!(
        found
            .iter()
            .filter(|(code, _)| *code == C::UseNotSet)
            .count(),
        6
    );
    assert_eq!(found.last(), Some(&(C::NoPerspectives, true)));
}

#[test]
fn what_is_open_about_stories_is_counted() {
    let state = given(eight());
    let open = Facts {
        suspicions: 3,
        masks: 2,
        misfits: 1,
        unlooked: 4,
        ..facts()
    };
    let found: Vec<(CheckCode, bool, String)> = checks(&state, &open)
        .into_iter()
        .map(|it| (it.code, it.blocks, it.params["count"].clone()))
        .collect();
    use CheckCode as C;
    assert_eq!(
        found,
        [
            (C::OpenSuspicions, false, "3".to_owned()),
            (C::OpenMasks, true, "2".to_owned()),
            (C::MisfitMasks, true, "1".to_owned()),
            (C::NotLooked, false, "4".to_owned()),
        ]
    );
}

#[test]
fn each_thing_that_is_missing_is_found() {
    use CheckCode as C;
    let words = |name: &str, short: &str, question: &str| Command::ChangePerspective {
        id: "p1".into(),
        name: name.to_owned(),
        short: short.to_owned(),
        question: question.to_owned(),
    };
    let put = |all: &str| Command::Bundle {
        id: "p1".into(),
        observations: ids(all),
    };
    let support = |all: &[u32]| Command::SetSupport {
        id: "p1".into(),
        stories: numbers(all),
    };
    let observation = |text: &str, chart| Command::ChangeObservation {
        id: "p1.o1".into(),
        text: text.to_owned(),
        strength: 3,
        chart,
        pattern: None,
    };
    let chart = || Some(spread("role", "mother"));
    let text = "Ouders noemen de leraar vaker.";
    let about = |theme: &str, set: &str, provenance: &str| Command::SetAbout {
        name: "x".to_owned(),
        theme: theme.to_owned(),
        set: set.to_owned(),
        provenance: provenance.to_owned(),
        language: WorkLanguage::Nl,
    };
    let rewrite = |text: &str| Command::ChangeInterpretation {
        id: "p1.o1.b".into(),
        text: text.to_owned(),
    };
    let rows: Vec<Missing> = vec![
        (
            vec![about("", "", "")],
            vec![
                (C::NoTheme, false),
                (C::NoSet, false),
                (C::NoProvenance, false),
            ],
        ),
        (
            vec![Command::SetScope {
                questions: ids("good"),
                out: true,
            }],
            vec![(C::UseGone, false)],
        ),
        (
            vec![Command::RemoveDerived { id: "voice".into() }],
            vec![(C::UseGone, false)],
        ),
        (
            vec![words("", "a", "b?")],
            vec![(C::PerspectiveNoName, true)],
        ),
        (
            vec![words("a", "", "b?")],
            vec![(C::PerspectiveNoShort, true)],
        ),
        (
            vec![words("a", "b", "")],
            vec![(C::NoLinkingQuestion, false)],
        ),
        (
            vec![put("p1.o1 p1.o2")],
            vec![(C::FewObservations, false), (C::ObservationLoose, false)],
        ),
        (
            vec![put("p1.o1 p1.o2 p1.o3 p2.o1 p2.o2 p2.o3 p3.o1")],
            vec![
                (C::ManyObservations, false),
                (C::NoObservations, true),
                (C::FewObservations, false),
            ],
        ),
        (vec![support(&[1, 2])], vec![(C::FewSupport, false)]),
        (
            vec![
                take("s2", 5, 10),
                support(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
            ],
            vec![(C::ManySupport, false)],
        ),
        (
            vec![
                support(&[1, 2, 3, 4, 5, 6, 7, 9]),
                judge(&[9], left_out(Reason::Test)),
            ],
            vec![(C::SupportLeftOut, true)],
        ),
        (
            vec![Command::RemovePerspective { id: "p1".into() }],
            vec![
                (C::FewPerspectives, false),
                (C::ObservationLoose, false),
                (C::ObservationLoose, false),
                (C::ObservationLoose, false),
            ],
        ),
        (
            ["p9", "p10", "p11", "p12", "p13"]
                .into_iter()
                .flat_map(ready)
                .collect(),
            vec![(C::ManyPerspectives, false)],
        ),
        (
            vec![observation("", chart())],
            vec![(C::ObservationNoText, true)],
        ),
        (
            vec![observation(text, None)],
            vec![(C::ObservationNoChart, true)],
        ),
        (
            vec![observation(text, chart()), hide("role", "mother", true)],
            vec![(C::ChartDoesNotFit, true)],
        ),
        (
            vec![Command::RemoveInterpretation {
                id: "p1.o1.a".into(),
            }],
            vec![(C::FewInterpretations, true)],
        ),
        (
            vec![rewrite("De ouders zien hun leraar elke dag.")],
            vec![(C::SameInterpretations, false)],
        ),
        (
            vec![observation(
                "Leraren luisteren te weinig, omdat er geen tijd is.",
                chart(),
            )],
            vec![(C::JudgingWord, false), (C::CausalWord, false)],
        ),
        (
            vec![rewrite(
                "De verantwoordelijkheidsverdeling tussen samenwerkingsverbanden en onderwijsinstellingen belemmert ondersteuningsmogelijkheden.",
            )],
            vec![(C::HardText, false)],
        ),
    ];
    for (more, then) in rows {
        assert_eq!(found(more.clone()), then, "{more:?}");
    }
}

#[test]
fn every_check_refusal_log_line_and_reason_has_words() {
    let words = |language: &str| -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for part in ["check", "log", "prepare_refusal", "refusal"] {
            let path = format!(
                "{}/../../../assets/locales/{language}/{part}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let text = std::fs::read_to_string(path).expect("there");
            all.extend(serde_json::from_str::<BTreeMap<String, String>>(&text).expect("read"));
        }
        all
    };
    let union = |declaration: &str| -> Vec<String> {
        declaration
            .split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let config = ts_rs::Config::default();
    let mut keys: Vec<String> = union(&<CheckCode as ts_rs::TS>::inline(&config))
        .iter()
        .map(|code| format!("check.{code}"))
        .collect();
    assert!(keys.len() > 30, "{keys:?}");
    let refusals = <Refusal as ts_rs::TS>::inline(&config);
    let codes = refusals.split("\"code\": \"").skip(1);
    keys.extend(codes.map(|it| format!("refusal.{}", it.split('"').next().expect("a code"))));
    keys.extend(Reason::ALL.map(|it| format!("log.left_out.{}", it.code())));
    for key in [
        "taken",
        "kept",
        "masked",
        "masked_by_hand",
        "question_left_out",
        "question_edited",
        "bins",
        "derived",
        "merged",
        "renamed",
        "hidden",
    ] {
        keys.push(format!("log.{key}"));
    }
    for language in ["nl", "en"] {
        let words = words(language);
        let missing: Vec<_> = keys.iter().filter(|it| !words.contains_key(*it)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
