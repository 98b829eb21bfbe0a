//! What holds for any stream of commands.

use std::collections::BTreeSet;

use super::random::Random;
use super::*;
use crate::undo::MOST;

/// Lets a command happen where the rules allow it; gives the event.
fn try_one(state: &mut State, command: &Command) -> Option<Event> {
    let events = asked(state, command).unwrap_or_default();
    assert!(
        events.len() <= 1,
        "one command is at most one event, and so one step: {command:?}"
    );
    let event = events.into_iter().next()?;
    state.apply(state.seq() + 1, &event);
    Some(event)
}

fn try_random(state: &mut State, random: &mut Random) -> Option<Event> {
    let command = random.any(state);
    try_one(state, &command)
}

/// All that undo gives back.
fn undoable(state: &State) -> BTreeMap<Key, Entity> {
    let mut all = map(state);
    all.remove(&Key::Published);
    all
}

fn map(state: &State) -> BTreeMap<Key, Entity> {
    let all = state.entities.iter();
    all.map(|(key, entity)| (key.clone(), entity.clone()))
        .collect()
}

#[test]
fn replay_equals_what_was_lived() {
    let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 1..60 {
        let mut random = Random::new(seed);
        let mut live = start();
        let mut written = Vec::new();
        let base = live.clone();
        for _ in 0..300 {
            if let Some(event) = try_random(&mut live, &mut random) {
                let text = serde_json::to_string(&event).expect("written");
                *kinds
                    .entry(text.split('"').nth(3).expect("a type").to_owned())
                    .or_insert(0) += 1;
                written.push(text);
            }
        }
        invariants::hold(&live);
        let mut replayed = base;
        for text in &written {
            replayed.apply(
                replayed.seq() + 1,
                &serde_json::from_str(text).expect("read back"),
            );
        }
        assert_eq!(replayed, live, "seed {seed}");
    }
    assert!(
        kinds.len() >= 34,
        "the streams do nearly everything: {kinds:?}"
    );
    assert!(kinds["undone"] > 400 && kinds["redone"] > 50, "{kinds:?}");
}

#[test]
fn a_gap_brings_a_copy_up_to_date() {
    for seed in 1..30 {
        let mut random = Random::new(seed);
        let mut state = start();
        let mut copies = vec![(0, BTreeMap::new())];
        for _ in 0..250 {
            try_random(&mut state, &mut random);
            invariants::hold(&state);
            if random.below(10) == 0 {
                copies.push((state.seq(), map(&state)));
            }
        }
        let now = map(&state);
        for (seq, mut copy) in copies {
            for (key, gone) in state.changed_since(seq) {
                match state.entity(key) {
                    Some(entity) => {
                        assert!(!gone);
                        copy.insert(key.clone(), entity.clone());
                    }
                    None => drop(copy.remove(key)),
                }
            }
            assert_eq!(copy, now, "seed {seed} from {seq}");
        }
    }
}

#[test]
fn undoing_everything_gives_back_what_was_there() {
    for seed in 1..60 {
        let mut random = Random::new(seed);
        let mut state = start();
        let mut steps = vec![];
        // The taking in of the first source is a step too.
        let mut before_start = State::default();
        run(&mut before_start, [begin()]);
        steps.push(undoable(&before_start));
        for _ in 0..200 {
            let command = random.any(&state);
            let before = undoable(&state);
            match (try_one(&mut state, &command), command) {
                (None, _) => assert_eq!(undoable(&state), before),
                (Some(Event::Undone { .. }), _) => {
                    assert_eq!(Some(undoable(&state)), steps.pop(), "seed {seed}");
                }
                _ if undoable(&state) != before => steps.push(before),
                _ => {}
            }
        }
        assert_eq!(state.undoable(), steps.len(), "seed {seed}");
        let again = state.redoable();
        let mut done = vec![undoable(&state)];
        while state.undoable() > 0 {
            assert!(try_one(&mut state, &Command::Undo).is_some());
            assert_eq!(Some(undoable(&state)), steps.pop(), "seed {seed}");
            invariants::hold(&state);
            done.push(undoable(&state));
        }
        done.pop();
        while let Some(then) = done.pop() {
            assert!(try_one(&mut state, &Command::Redo).is_some());
            assert_eq!(undoable(&state), then, "seed {seed}");
        }
        assert_eq!(state.redoable(), again, "seed {seed}");
    }
}

/// Raw stories of a source, with answers that fit its questions.
fn raw_of(source: &Source, random: &mut Random) -> RawSource {
    let stories = (1..=source.responses).map(|id| {
        let mut answers = BTreeMap::new();
        for question in &source.questions {
            let choices = question.choices();
            let answer = match &question.kind {
                _ if random.below(4) == 0 => continue,
                Kind::Choice { .. } => {
                    Answer::Choice(choices[random.below(choices.len())].id.clone())
                }
                Kind::Several { .. } => {
                    let most = 1 + random.below(choices.len());
                    Answer::Several(choices.iter().take(most).map(|it| it.id.clone()).collect())
                }
                Kind::Slider { .. } => {
                    Answer::Slider(u8::try_from(random.below(101)).expect("small"))
                }
                Kind::Text => Answer::Text("Béter zó".to_owned()),
            };
            answers.insert(question.id.clone(), answer);
        }
        Story {
            id: StoryId(id),
            title: "Títel".to_owned(),
            text: "Tekst é".to_owned(),
            told: "2026-01-31".to_owned(),
            answers,
        }
    });
    RawSource {
        id: source.id.clone(),
        stories: stories.collect(),
    }
}

#[test]
fn whatever_is_decided_what_is_built_holds_together() {
    let (mut perspectives, mut derived) = (0, 0);
    for seed in 1..80 {
        let mut random = Random::new(seed);
        let mut state = given([
            observe("o1"),
            explain("i1", "o1"),
            explain("i2", "o1"),
            bundle("p1", "o1"),
        ]);
        for _ in 0..150 {
            try_random(&mut state, &mut random);
            if random.below(15) > 0 {
                continue;
            }
            let raw = Raw {
                sources: state
                    .sources()
                    .iter()
                    .map(|it| raw_of(it, &mut random))
                    .collect(),
            };
            let built = build_draft(&state, &raw).expect("it is always built");
            let library = stories::Library::new(built.collection.clone()).expect("sound");
            let shown = |it: &&Derived| library.question(&it.id).is_some();
            derived += state
                .derived_questions()
                .iter()
                .copied()
                .filter(|it| shown(it))
                .count();
            perspectives += library
                .perspectives()
                .iter()
                .filter(|it| !it.observations.is_empty())
                .count();
            // Whatever is checked, nothing is in the way of a state.
            checks(&state, &Facts::default());
            for story in library.stories() {
                assert!(!state.left_out_story(story.id));
            }
        }
    }
    assert!(
        perspectives > 3 && derived > 100,
        "{perspectives} {derived}"
    );
}

#[test]
fn the_same_command_twice_changes_nothing_more() {
    let mut seen = BTreeSet::new();
    for seed in 1..40 {
        let mut random = Random::new(seed);
        let mut state = start();
        for _ in 0..250 {
            let command = random.any(&state);
            if try_one(&mut state, &command).is_none() {
                continue;
            }
            match command {
                // These go further each time; publishing happens anew.
                Command::Undo | Command::Redo | Command::MarkPublished { .. } => {}
                _ => {
                    let again = asked(&state, &command);
                    assert!(
                        again.as_ref().is_ok_and(Vec::is_empty) || again.is_err(),
                        "{command:?}: {again:?}"
                    );
                    seen.insert(format!("{:?}", std::mem::discriminant(&command)));
                }
            }
        }
    }
    assert!(seen.len() > 25, "{}", seen.len());
}

#[test]
fn steps_that_can_be_undone_are_many_but_not_endless() {
    let mut state = start();
    for nth in 0..MOST + 10 {
        let name = format!("name {nth}");
        run(
            &mut state,
            [Command::SetAbout {
                name,
                theme: String::new(),
                set: String::new(),
                provenance: String::new(),
                language: WorkLanguage::Nl,
            }],
        );
    }
    assert_eq!(state.undoable(), MOST);
    for _ in 0..MOST {
        run(&mut state, [Command::Undo]);
    }
    assert_eq!(state.work().map(|it| it.name.as_str()), Some("name 9"));
    assert_eq!(asked(&state, &Command::Undo), Err(Refusal::NothingToUndo));
}

/// The work of one afternoon as it was written by the first version of events. It must open for ever.
#[test]
fn what_an_earlier_version_wrote_still_opens() {
    let path = format!(
        "{}/../../../fixtures/preparations/first.jsonl",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut text = std::fs::read_to_string(&path).expect("there");
    if std::env::var_os("UPDATE_REFERENCES").is_some() {
        // Only sorts that are not there are added: what stands there was written once, and stays.
        let sort = |line: &str| line.split('"').nth(3).expect("a type").to_owned();
        let there: BTreeSet<String> = text.lines().map(sort).collect();
        for line in written().lines().filter(|it| !there.contains(&sort(it))) {
            text.push_str(line);
            text.push('\n');
        }
        std::fs::write(&path, &text).expect("written");
    }
    let mut state = State::default();
    let mut kinds = BTreeSet::new();
    for (nth, line) in (1..).zip(text.lines()) {
        let event: Event = serde_json::from_str(line).expect(line);
        kinds.insert(line.split('"').nth(3).expect("a type").to_owned());
        state.apply(nth, &event);
    }
    assert!(kinds.len() == 37, "each sort of event is in it: {kinds:?}");
    invariants::hold(&state);
    assert_eq!(state.work().map(|it| it.name.as_str()), Some("Ronde 3"));
    assert_eq!(state.perspectives().len(), 2);
    assert_eq!(state.observations().len(), 2);
    let explained: usize = state
        .observations()
        .iter()
        .map(|it| it.interpretations.len())
        .sum();
    assert_eq!(explained, 2);
    assert_eq!(state.masks().count(), 2);
    assert!(state.published().is_some());
}

/// A stream with each sort of event.
fn written() -> String {
    let mut commands = vec![begin(), take("s1", 10, 0), take("s2", 3, 10)];
    let uses = Uses {
        voice: Some("voice".into()),
        good: Some("good".into()),
        ..Uses::default()
    };
    commands.extend([
        Command::RemoveSource { id: "s2".into() },
        Command::SetAbout {
            name: "Ronde 3".to_owned(),
            theme: "Een thema".to_owned(),
            set: "ronde 3".to_owned(),
            provenance: "Verzonnen".to_owned(),
            language: WorkLanguage::Nl,
        },
        derive(voice()),
        derive(bins()),
        Command::SetUses { uses },
        judge(&[1, 2], left_out(Reason::Test)),
        judge(&[2], Some(Verdict::Keep)),
        judge(&[2], None),
        accept(&[
            (place(3, StoryPart::Text, 0, 4), "[naam]"),
            (place(3, StoryPart::Title, 0, 4), "[naam school]"),
        ]),
        Command::RejectMasks {
            places: vec![place(
                4,
                StoryPart::Answer {
                    question: "better".into(),
                },
                1,
                2,
            )],
        },
        Command::ReopenMasks {
            places: vec![place(3, StoryPart::Title, 0, 4)],
        },
        Command::Look {
            stories: numbers(&[3]),
            looked: true,
        },
        Command::EditQuestion {
            question: "role".into(),
            text: Some("Wie bent u?".to_owned()),
            short: Some("Rol".to_owned()),
            group: Some(Group::Background),
        },
        Command::OrderQuestions {
            order: ids("voice good"),
        },
        merge("role", "parents", "mother father"),
        hide("role", "coach", true),
        Command::RemoveDerived { id: "good3".into() },
        Command::SetScope {
            questions: ids("needs"),
            out: true,
        },
        Command::KeepQuestions {
            questions: ids("region"),
            kept: true,
        },
        Command::SetTriage {
            pattern: PatternKey::new("role".into(), "good".into(), Some("region".into())),
            mark: Some(TriageMark::Maybe),
            note: "nog eens kijken".to_owned(),
        },
        Command::SetSelection {
            id: "f1".into(),
            name: "Goed onderwijs".to_owned(),
            filter: Filter {
                conditions: vec![range("good", 60, 100)],
                ..Filter::default()
            },
        },
        Command::SetSelection {
            id: "f2".into(),
            name: "Kort".to_owned(),
            filter: Filter {
                max_words: Some(100),
                ..Filter::default()
            },
        },
        Command::RemoveSelection { id: "f2".into() },
        observe("o1"),
        observe("o2"),
        observe("o3"),
        Command::ChangeObservation {
            id: "o1".into(),
            text: "Ouders geven een lager cijfer.".to_owned(),
            strength: 5,
            chart: Some(ChartSpec::Share {
                rows: "role".into(),
                only: ids("parents teacher"),
                hit: range("good", 0, 39),
                hit_label: "slecht".to_owned(),
                within: vec![any("region", "north")],
            }),
            pattern: Some(PatternKey::new("role".into(), "good".into(), None)),
        },
        Command::MoveObservation {
            id: "o1".into(),
            x: 10,
            y: 20,
        },
        explain("a", "o1"),
        explain("b", "o1"),
        explain("c", "o1"),
        Command::ChangeInterpretation {
            id: "b".into(),
            text: "Anders gezegd".to_owned(),
        },
        Command::RemoveInterpretation { id: "c".into() },
        Command::OrderInterpretations {
            observation: "o1".into(),
            order: ids("b a"),
        },
        Command::RemoveObservation { id: "o3".into() },
        bundle("p1", "o1"),
        bundle("p2", ""),
        bundle("p3", ""),
        Command::ChangePerspective {
            id: "p1".into(),
            name: "De school is aan zet".to_owned(),
            short: "School".to_owned(),
            question: "Wat kan een school zelf?".to_owned(),
        },
        Command::MovePerspective {
            id: "p1".into(),
            x: 1,
            y: 2,
        },
        Command::RemovePerspective { id: "p3".into() },
        Command::OrderPerspectives {
            order: ids("p2 p1"),
        },
        Command::Bundle {
            id: "p1".into(),
            observations: ids("o1 o2"),
        },
        Command::SetSupport {
            id: "p1".into(),
            stories: numbers(&[3, 4]),
        },
        Command::MarkPublished {
            hash: digest("x"),
            stories: 9,
            perspectives: 2,
        },
        Command::Undo,
        Command::Redo,
    ]);
    let mut state = State::default();
    let mut text = String::new();
    for command in commands {
        let event = try_one(&mut state, &command).expect("each does something");
        text.push_str(&serde_json::to_string(&event).expect("written"));
        text.push('\n');
    }
    text
}
