mod build;
mod charts;
mod checks;
mod clean;
mod fixture;
mod invariants;
mod options;
mod perspectives;
mod publish;
mod questions;
mod random;
mod reading;
mod scope;
mod streams;
mod support;
mod words;
mod work;

use std::collections::BTreeMap;

use stories::{
    Answer, ChartSpec, Choice, Condition, Filter, Group, Interpretation, Kind, ObservationId,
    OptionId, PerspectiveId, Question, QuestionId, Story, StoryId, Test, Uses,
};

use crate::*;

/// Some morning.
const NOW: u64 = 1_795_356_000_000;

/// Rows of a test: what went before (beside [`start`]), what is asked, what comes of it.
type Row = (Vec<Command>, Command, Result<Event, Refusal>);

/// Lets commands happen.
fn run(state: &mut State, commands: impl IntoIterator<Item = Command>) {
    for command in commands {
        match asked(state, &command) {
            Ok(events) => events
                .iter()
                .for_each(|event| state.apply(state.seq() + 1, event)),
            Err(refusal) => panic!("{command:?}: {refusal:?}"),
        }
    }
}

fn given(commands: impl IntoIterator<Item = Command>) -> State {
    let mut state = start();
    run(&mut state, commands);
    state
}

/// What a command gives at [`NOW`].
fn asked(state: &State, command: &Command) -> Result<Vec<Event>, Refusal> {
    decide(state, command, &Context { now: NOW })
}

/// Each row gives exactly this event, or this refusal.
fn check(rows: Vec<Row>) {
    for (before, when, then) in rows {
        let state = given(before);
        assert_eq!(
            asked(&state, &when),
            then.map(|event| vec![event]),
            "{when:?}"
        );
    }
}

/// Each row changes nothing.
fn check_nothing(rows: Vec<(Vec<Command>, Command)>) {
    for (before, when) in rows {
        assert_eq!(asked(&given(before), &when), Ok(Vec::new()), "{when:?}");
    }
}

/// The work began, and ten responses were taken in.
fn start() -> State {
    let mut state = State::default();
    run(&mut state, [begin(), take("s1", 10, 0)]);
    state
}

fn gone(what: &str) -> Refusal {
    Refusal::Gone {
        what: what.to_owned(),
    }
}

fn other_kind(question: &str) -> Refusal {
    Refusal::OtherKind {
        question: question.to_owned(),
    }
}

fn ids<T: for<'a> From<&'a str>>(all: &str) -> Vec<T> {
    all.split_whitespace().map(T::from).collect()
}

fn numbers(all: &[u32]) -> Vec<StoryId> {
    all.iter().map(|it| StoryId(*it)).collect()
}

fn begin() -> Command {
    Command::Begin {
        name: "Passend onderwijs".to_owned(),
        theme: "Kinderen die iets extra's nodig hebben".to_owned(),
        set: "ronde 3".to_owned(),
        provenance: "Verteld in de winter".to_owned(),
        language: WorkLanguage::Nl,
    }
}

fn digest(of: &str) -> String {
    let mut hex: String = of.bytes().map(|it| format!("{it:02x}")).collect();
    hex.truncate(64);
    format!("{hex:0<64}")
}

fn take(id: &str, responses: u32, offset: u32) -> Command {
    Command::TakeIn {
        id: id.into(),
        file: format!("{id}.csv"),
        digest: digest(id),
        responses,
        questions: asked_questions(),
        codebook: "{}".to_owned(),
        offset,
    }
}

fn choices(all: &str) -> Vec<Choice> {
    all.split_whitespace()
        .map(|id| Choice {
            id: id.into(),
            label: id.to_uppercase(),
        })
        .collect()
}

fn question(id: &str, group: Group, kind: Kind) -> Question {
    Question {
        id: id.into(),
        text: format!("What about {id}?"),
        short: id.to_owned(),
        group,
        kind,
    }
}

/// A role (five options), needs (several), a slider, a region, an open question.
fn asked_questions() -> Vec<Question> {
    let choice = |all| Kind::Choice {
        choices: choices(all),
    };
    let several = Kind::Several {
        choices: choices("time help money"),
    };
    let slider = Kind::Slider {
        left: "bad".to_owned(),
        right: "good".to_owned(),
    };
    vec![
        question(
            "role",
            Group::Background,
            choice("mother father teacher coach pupil"),
        ),
        question("needs", Group::Interpretive, several),
        question("good", Group::Interpretive, slider),
        question("region", Group::Background, choice("north south")),
        question("better", Group::Open, Kind::Text),
    ]
}

fn any(question: &str, options: &str) -> Condition {
    Condition {
        question: question.into(),
        test: Test::AnyOf {
            options: ids(options),
        },
    }
}

fn range(question: &str, from: u8, to: u8) -> Condition {
    Condition {
        question: question.into(),
        test: Test::Range { from, to },
    }
}

fn spread(question: &str, only: &str) -> ChartSpec {
    ChartSpec::Spread {
        question: question.into(),
        only: ids(only),
        within: Vec::new(),
    }
}

fn judge(stories: &[u32], verdict: Option<Verdict>) -> Command {
    Command::Judge {
        stories: numbers(stories),
        verdict,
    }
}

fn left_out(reason: Reason) -> Option<Verdict> {
    Some(Verdict::LeaveOut { reason })
}

fn place(story: u32, part: StoryPart, from: u32, to: u32) -> MaskPlace {
    MaskPlace {
        story: StoryId(story),
        part,
        from,
        to,
    }
}

fn accept(masks: &[(MaskPlace, &str)]) -> Command {
    Command::AcceptMasks {
        masks: masks
            .iter()
            .map(|(place, words)| NewMask {
                place: place.clone(),
                words: (*words).to_owned(),
            })
            .collect(),
        by_hand: false,
    }
}

fn merge(question: &str, id: &str, options: &str) -> Command {
    Command::MergeOptions {
        question: question.into(),
        id: id.into(),
        label: id.to_uppercase(),
        options: ids(options),
    }
}

fn hide(question: &str, options: &str, hidden: bool) -> Command {
    Command::HideOptions {
        question: question.into(),
        options: ids(options),
        hidden,
    }
}

/// Parents, school and pupils out of the role.
fn voice() -> Derived {
    let row = |option: &str, roles: &str| RuleRow {
        option: option.into(),
        when: vec![any("role", roles)],
    };
    Derived {
        id: "voice".into(),
        text: "Whose voice is it?".to_owned(),
        short: "Voice".to_owned(),
        group: Group::Background,
        rule: Rule::Rows {
            choices: choices("parents school other"),
            rows: vec![
                row("parents", "mother father"),
                row("school", "teacher coach"),
            ],
            otherwise: Some("other".into()),
        },
    }
}

/// The slider in three bins.
fn bins() -> Derived {
    let bin = |id: &str, from, to| SliderBin {
        id: id.into(),
        label: id.to_uppercase(),
        from,
        to,
    };
    Derived {
        id: "good3".into(),
        text: "How good was it?".to_owned(),
        short: "Good in three".to_owned(),
        group: Group::Interpretive,
        rule: Rule::Bins {
            slider: "good".into(),
            bins: vec![bin("low", 0, 39), bin("mid", 40, 60), bin("high", 61, 100)],
        },
    }
}

fn derive(derived: Derived) -> Command {
    Command::SetDerived { derived }
}

fn observe(id: &str) -> Command {
    Command::AddObservation {
        id: id.into(),
        text: format!("Observation {id}."),
        strength: 3,
        chart: Some(spread("role", "")),
        pattern: None,
    }
}

fn explain(id: &str, observation: &str) -> Command {
    Command::AddInterpretation {
        id: id.into(),
        observation: observation.into(),
        text: format!("Explanation {id}"),
    }
}

fn bundle(id: &str, observations: &str) -> Command {
    Command::AddPerspective {
        id: id.into(),
        name: format!("Perspective {id}"),
        observations: ids(observations),
        x: 0,
        y: 0,
    }
}

/// The word lists of a language, as they stand in the locale files.
fn lists(language: &str) -> Lists {
    let path = format!(
        "{}/../../../assets/locales/{language}/wording.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let words: BTreeMap<String, String> =
        serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("read");
    let list = |name: &str| {
        let words = &words[&format!("wording.list.{name}")];
        words.split('|').map(str::to_owned).collect()
    };
    Lists {
        judging: list("judging"),
        causal: list("causal"),
        innocent: list("innocent"),
        stop: list("stop"),
        denying: list("denying"),
    }
}
