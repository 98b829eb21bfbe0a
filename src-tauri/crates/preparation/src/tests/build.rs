use super::*;
use stories::Library;

/// A raw story: its number, role, needs, place on the slider, and what would have been better.
fn raw(id: u32, role: &str, needs: &str, good: Option<u8>, better: &str) -> Story {
    let mut answers = BTreeMap::new();
    if !role.is_empty() {
        answers.insert("role".into(), Answer::Choice(role.into()));
    }
    if !needs.is_empty() {
        answers.insert("needs".into(), Answer::Several(ids(needs)));
    }
    answers.extend(good.map(|it| ("good".into(), Answer::Slider(it))));
    if !better.is_empty() {
        answers.insert("better".into(), Answer::Text(better.to_owned()));
    }
    Story {
        id: StoryId(id),
        title: format!("Met Bram naar school {id}"),
        text: "Op de Linde zei juf Anna: „kom maar”.".to_owned(),
        told: "2026-01-31".to_owned(),
        answers,
    }
}

pub(super) fn four() -> Raw {
    Raw {
        sources: vec![RawSource {
            id: "s1".into(),
            stories: vec![
                raw(1, "mother", "time help", Some(10), "Meer tijd voor Bram"),
                raw(2, "father", "help", Some(45), ""),
                raw(3, "coach", "", Some(90), ""),
                raw(5, "pupil", "money", None, "Niets"),
            ],
        }],
    }
}

pub(super) fn built(commands: Vec<Command>) -> Built {
    let built = build_draft(&given(commands), &four()).expect("built");
    Library::new(built.collection.clone()).expect("it holds together");
    built
}

fn role_of(built: &Built, story: u32, question: &str) -> Option<String> {
    let story = built
        .collection
        .stories
        .iter()
        .find(|it| it.id == StoryId(story))?;
    match story.answers.get(&question.into())? {
        Answer::Choice(option) => Some(option.0.clone()),
        Answer::Several(options) => Some(
            options
                .iter()
                .map(|it| it.0.clone())
                .collect::<Vec<_>>()
                .join("+"),
        ),
        Answer::Slider(place) => Some(place.to_string()),
        Answer::Text(text) => Some(text.clone()),
    }
}

fn log(built: &Built, key: &str) -> Vec<(u32, Vec<String>)> {
    built
        .log
        .iter()
        .filter(|it| it.key == key)
        .map(|it| (it.count, it.places.values().cloned().collect()))
        .collect()
}

#[test]
fn without_decisions_everything_is_as_it_was_taken_in() {
    let built = built(vec![]);
    assert_eq!(built.collection.questions, asked_questions());
    let stories: Vec<Story> = four().sources.remove(0).stories;
    assert_eq!(built.collection.stories, stories);
    assert_eq!(built.collection.about.name, "Passend onderwijs");
    assert_eq!(log(&built, "log.taken"), [(10, vec!["s1.csv".to_owned()])]);
    assert_eq!(built.log.len(), 1);
    assert_eq!(built.collection.perspectives, []);
}

#[test]
fn responses_that_are_left_out_go_with_their_reason_in_the_log() {
    let built = built(vec![
        judge(&[1, 2], left_out(Reason::Test)),
        judge(&[5], left_out(Reason::TooShort)),
        judge(&[3], Some(Verdict::Keep)),
    ]);
    let left: Vec<u32> = built.collection.stories.iter().map(|it| it.id.0).collect();
    assert_eq!(left, [3]);
    assert_eq!(log(&built, "log.left_out.test"), [(2, vec![])]);
    assert_eq!(log(&built, "log.left_out.too_short"), [(1, vec![])]);
    assert_eq!(log(&built, "log.kept"), [(1, vec![])]);
}

#[test]
fn names_leave_all_texts() {
    let better = || StoryPart::Answer {
        question: "better".into(),
    };
    let built = built(vec![
        accept(&[
            (place(1, StoryPart::Title, 4, 8), "[naam]"),
            (place(1, StoryPart::Text, 3, 11), "[naam school]"),
            (place(1, StoryPart::Text, 16, 24), "[naam]"),
            (place(1, better(), 15, 19), "[naam]"),
        ]),
        Command::RejectMasks {
            places: vec![place(2, StoryPart::Title, 4, 8)],
        },
    ]);
    let story = &built.collection.stories[0];
    assert_eq!(story.title, "Met [naam] naar school 1");
    assert_eq!(story.text, "Op [naam school] zei [naam]: „kom maar”.");
    assert_eq!(
        role_of(&built, 1, "better").as_deref(),
        Some("Meer tijd voor [naam]")
    );
    assert_eq!(built.collection.stories[1].title, "Met Bram naar school 2");
    assert_eq!(built.misfits, []);
    assert_eq!(
        log(&built, "log.masked"),
        [
            (1, vec!["[naam school]".to_owned()]),
            (3, vec!["[naam]".to_owned()])
        ]
    );
    let log = serde_json::to_string(&built.log).expect("written");
    for name in ["Bram", "Anna", "Linde"] {
        assert!(!log.contains(name), "no name stands in the log: {log}");
    }
}

#[test]
fn masks_that_overlap_cover_what_both_cover() {
    for (masks, then) in [
        (vec![(3, 11, "A"), (6, 11, "B")], "Op A zei juf"),
        (vec![(3, 8, "A"), (6, 11, "B")], "Op A zei juf"),
        (vec![(3, 8, "A"), (3, 11, "B")], "Op B zei juf"),
        (vec![(3, 5, "A"), (5, 11, "B")], "Op AB zei juf"),
        (
            vec![(0, 11, "A"), (1, 2, "B"), (4, 6, "C"), (12, 15, "D")],
            "A D juf",
        ),
    ] {
        let masks: Vec<_> = masks
            .into_iter()
            .map(|(from, to, words)| (place(1, StoryPart::Text, from, to), words))
            .collect();
        let built = built(vec![accept(&masks)]);
        assert!(
            built.collection.stories[0].text.starts_with(then),
            "{masks:?}: {}",
            built.collection.stories[0].text
        );
    }
}

#[test]
fn a_mask_that_does_not_fit_is_named_and_stops_publishing() {
    let quote = "Op de Linde zei juf Anna: ".len();
    let wrong = [
        place(1, StoryPart::Text, 30, 900),
        // Half a quotation mark.
        place(
            1,
            StoryPart::Text,
            u32::try_from(quote + 1).expect("small"),
            40,
        ),
        place(
            2,
            StoryPart::Answer {
                question: "better".into(),
            },
            0,
            3,
        ),
    ];
    let right = place(1, StoryPart::Text, 3, 11);
    let mut masks: Vec<_> = wrong.iter().map(|it| (it.clone(), "[naam]")).collect();
    masks.push((right, "[naam school]"));
    let state = given([accept(&masks)]);
    let built = build_draft(&state, &four()).expect("a draft");
    let misfits: Vec<MaskPlace> = built.misfits.iter().map(|it| it.place.clone()).collect();
    assert_eq!(misfits.len(), 3);
    assert!(wrong.iter().all(|it| misfits.contains(it)), "{misfits:?}");
    assert!(
        built.collection.stories[0]
            .text
            .starts_with("Op [naam school] zei")
    );
    assert_eq!(
        build(&state, &four()),
        Err(BuildError::Misfits(built.misfits))
    );
}

#[test]
fn options_are_merged_hidden_renamed_and_ordered() {
    let built = built(vec![
        merge("role", "parents", "mother father"),
        hide("role", "coach", true),
        merge("needs", "both", "time help"),
        hide("needs", "money", true),
        Command::RenameOption {
            question: "role".into(),
            option: "pupil".into(),
            label: Some("Leerling".to_owned()),
        },
        Command::OrderOptions {
            question: "role".into(),
            order: ids("pupil"),
        },
    ]);
    let shown: Vec<(&str, &str)> = built.collection.questions[0]
        .choices()
        .iter()
        .map(|it| (it.id.0.as_str(), it.label.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("pupil", "Leerling"),
            ("parents", "PARENTS"),
            ("teacher", "TEACHER")
        ]
    );
    let answers: Vec<_> = [1, 2, 3, 5]
        .map(|story| {
            (
                role_of(&built, story, "role"),
                role_of(&built, story, "needs"),
            )
        })
        .into_iter()
        .map(|(role, needs)| (role.unwrap_or_default(), needs.unwrap_or_default()))
        .collect();
    let text = |role: &str, needs: &str| (role.to_owned(), needs.to_owned());
    assert_eq!(
        answers,
        [
            text("parents", "both"),
            text("parents", "both"),
            // Who answered only what is hidden counts as without an answer.
            text("", ""),
            text("pupil", "")
        ]
    );
    let texts = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        log(&built, "log.merged"),
        [
            (2, texts(&["PARENTS", "MOTHER, FATHER", "role"])),
            (3, texts(&["BOTH", "TIME, HELP", "needs"])),
        ]
    );
    assert_eq!(
        log(&built, "log.hidden"),
        [
            (1, texts(&["COACH", "role"])),
            (1, texts(&["MONEY", "needs"]))
        ]
    );
    assert_eq!(
        log(&built, "log.renamed"),
        [(0, texts(&["Leerling", "role", "PUPIL"]))]
    );
    let origins = &built.origins[0];
    assert_eq!(origins.from, ids::<QuestionId>("role"));
    let from: Vec<(String, Vec<OptionId>)> = origins
        .options
        .iter()
        .map(|it| (it.option.0.clone(), it.from.clone()))
        .collect();
    assert_eq!(
        from,
        [
            ("pupil".to_owned(), ids("pupil")),
            ("parents".to_owned(), ids("mother father")),
            ("teacher".to_owned(), ids("teacher")),
        ]
    );
    assert_eq!(origins.hidden, ids::<OptionId>("coach"));
}

#[test]
fn questions_are_derived_from_raw_answers() {
    let built = built(vec![
        derive(voice()),
        derive(bins()),
        // Nothing of this matters to the rules.
        merge("role", "home", "mother pupil"),
        hide("role", "coach", true),
        Command::SetScope {
            questions: ids("good"),
            out: true,
        },
    ]);
    let questions: Vec<&str> = built
        .collection
        .questions
        .iter()
        .map(|it| it.id.0.as_str())
        .collect();
    // Each behind what it is made of.
    assert_eq!(
        questions,
        ["role", "voice", "needs", "good3", "region", "better"]
    );
    let of =
        |question: &str| [1, 2, 3, 5].map(|it| role_of(&built, it, question).unwrap_or_default());
    assert_eq!(of("voice"), ["parents", "parents", "school", "other"]);
    assert_eq!(of("good3"), ["low", "mid", "high", ""]);
    assert_eq!(of("good"), ["", "", "", ""]);
    let texts = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(log(&built, "log.derived"), [(4, texts(&["role", "Voice"]))]);
    assert_eq!(
        log(&built, "log.bins"),
        [(3, texts(&["good", "Good in three"]))]
    );
    assert_eq!(
        log(&built, "log.question_left_out"),
        [(0, texts(&["good"]))]
    );
    assert_eq!(built.origins[1].from, ids::<QuestionId>("role"));
}

#[test]
fn a_question_that_stays_against_the_proposal_is_in_the_log() {
    let keep = Command::KeepQuestions {
        questions: ids("good needs"),
        kept: true,
    };
    let out = Command::SetScope {
        questions: ids("needs"),
        out: true,
    };
    let built = built(vec![keep, out]);
    assert_eq!(
        log(&built, "log.question_kept"),
        [(0, vec!["good".to_owned()])]
    );
    assert!(
        built
            .collection
            .questions
            .iter()
            .any(|it| it.id.0 == "good")
    );
}

#[test]
fn without_an_answer_nothing_is_derived() {
    let mut raw = four();
    raw.sources[0].stories[0].answers.remove(&"role".into());
    let state = given([derive(voice())]);
    let built = build_draft(&state, &raw).expect("built");
    assert_eq!(role_of(&built, 1, "voice"), None, "not 'other'");
}

#[test]
fn a_derived_question_can_be_recoded_like_any_other() {
    let built = built(vec![
        derive(voice()),
        merge("voice", "adults", "parents school"),
    ]);
    assert_eq!(role_of(&built, 1, "voice").as_deref(), Some("adults"));
    assert_eq!(role_of(&built, 5, "voice").as_deref(), Some("other"));
}

#[test]
fn words_and_order_of_questions_are_those_of_the_preparer() {
    let built = built(vec![
        Command::EditQuestion {
            question: "good".into(),
            text: Some("Was dit goed onderwijs?".to_owned()),
            short: Some("Goed".to_owned()),
            group: Some(Group::Background),
        },
        Command::OrderQuestions {
            order: ids("better good"),
        },
    ]);
    let questions: Vec<&str> = built
        .collection
        .questions
        .iter()
        .map(|it| it.short.as_str())
        .collect();
    assert_eq!(questions, ["better", "Goed", "role", "needs", "region"]);
    assert_eq!(
        built.collection.questions[1].text,
        "Was dit goed onderwijs?"
    );
    assert_eq!(built.collection.questions[1].group, Group::Background);
}

#[test]
fn uses_of_what_is_left_out_are_not_published() {
    let uses = Uses {
        voice: Some("role".into()),
        good: Some("good".into()),
        ..Uses::default()
    };
    let built = built(vec![
        Command::SetUses { uses },
        Command::SetScope {
            questions: ids("good"),
            out: true,
        },
    ]);
    assert_eq!(built.collection.about.uses.voice, Some("role".into()));
    assert_eq!(built.collection.about.uses.good, None);
}

#[test]
fn the_question_screen_sees_what_becomes_of_each_question() {
    let state = given(vec![
        derive(voice()),
        merge("role", "parents", "mother father"),
        hide("role", "coach", true),
        Command::SetScope {
            questions: ids("good"),
            out: true,
        },
    ]);
    let all = planned(&state);
    let shown: Vec<(&str, bool, bool)> = all
        .iter()
        .map(|it| (it.question.id.0.as_str(), it.left_out, it.derived))
        .collect();
    assert_eq!(
        shown,
        [
            ("role", false, false),
            ("voice", false, true),
            ("needs", false, false),
            ("good", true, false),
            ("region", false, false),
            ("better", false, false)
        ]
    );
    assert_eq!(all[0].before.choices().len(), 5);
    assert_eq!(all[0].question.choices().len(), 3);
    assert_eq!(all[0].origins.hidden, ids::<OptionId>("coach"));
}

#[test]
fn one_text_can_be_seen_masked() {
    let state = given([
        accept(&[(place(1, StoryPart::Text, 3, 11), "[naam school]")]),
        accept(&[(place(1, StoryPart::Title, 0, 3), "[naam]")]),
        accept(&[(place(1, StoryPart::Text, 3, 900), "[naam]")]),
    ]);
    let text = four().sources[0].stories[0].text.clone();
    assert_eq!(
        masked(&state, StoryId(1), &StoryPart::Text, &text),
        "Op [naam school] zei juf Anna: „kom maar”."
    );
    assert_eq!(masked(&state, StoryId(2), &StoryPart::Text, &text), text);
}
