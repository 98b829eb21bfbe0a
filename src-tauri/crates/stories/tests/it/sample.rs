//! Small collections to test with.

use proptest::prelude::*;
use stories::{
    About, Answer, Choice, Collection, Group, Interpretation, Kind, Observation, OptionId,
    Perspective, Question, QuestionId, Story, StoryId, Uses,
};

/// A question with this number of options `o0`, `o1` …
pub fn choices(count: usize) -> Vec<Choice> {
    (0..count)
        .map(|nth| Choice {
            id: OptionId(format!("o{nth}")),
            label: format!("Antwoord {nth}"),
        })
        .collect()
}

fn question(id: &str, kind: Kind) -> Question {
    Question {
        id: id.into(),
        text: format!("Vraag {id}?"),
        short: id.to_owned(),
        group: Group::Interpretive,
        kind,
    }
}

/// Two choice questions, a several, a slider, a text and a region.
pub fn questions() -> Vec<Question> {
    let ends = || Kind::Slider {
        left: "nee".to_owned(),
        right: "ja".to_owned(),
    };
    vec![
        question(
            "c",
            Kind::Choice {
                choices: choices(4),
            },
        ),
        question(
            "d",
            Kind::Choice {
                choices: choices(3),
            },
        ),
        question(
            "m",
            Kind::Several {
                choices: choices(5),
            },
        ),
        question("s", ends()),
        question("t", Kind::Text),
        question(
            "r",
            Kind::Choice {
                choices: choices(2),
            },
        ),
    ]
}

/// A collection with these stories: answers as places, texts as they are.
pub fn collection(stories: Vec<Row>) -> Collection {
    let uses = Uses {
        region: Some("r".into()),
        ..Uses::default()
    };
    let text = |text: &str| text.to_owned();
    let about = About {
        name: text("n"),
        theme: text("t"),
        set: text("s"),
        provenance: text("p"),
        made: text("2026-01-01"),
        uses,
    };
    let stories = (1..)
        .zip(stories)
        .map(|(number, row)| row.story(number))
        .collect();
    Collection {
        about,
        questions: questions(),
        stories,
        perspectives: Vec::new(),
    }
}

/// The answers of one story.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub c: Option<usize>,
    pub d: Option<usize>,
    pub m: Vec<usize>,
    pub s: Option<u8>,
    pub r: Option<usize>,
    pub words: usize,
}

impl Row {
    fn story(self, number: u32) -> Story {
        let option = |place: usize| OptionId(format!("o{place}"));
        let mut answers: Vec<(&str, Answer)> = Vec::new();
        answers.extend(self.c.map(|place| ("c", Answer::Choice(option(place)))));
        answers.extend(self.d.map(|place| ("d", Answer::Choice(option(place)))));
        answers.extend(self.r.map(|place| ("r", Answer::Choice(option(place)))));
        answers.extend(self.s.map(|place| ("s", Answer::Slider(place))));
        if !self.m.is_empty() {
            answers.push((
                "m",
                Answer::Several(self.m.into_iter().map(option).collect()),
            ));
        }
        Story {
            id: StoryId(number),
            title: format!("Ervaring {number}"),
            text: vec!["woord"; self.words].join(" "),
            told: format!("2026-01-{:02}", number % 28 + 1),
            answers: answers
                .into_iter()
                .map(|(id, answer)| (QuestionId::from(id), answer))
                .collect(),
        }
    }
}

/// Any answers.
pub fn any_row() -> impl Strategy<Value = Row> {
    let some = |most: usize| proptest::option::weighted(0.9, 0..most);
    let several = proptest::sample::subsequence((0..5).collect::<Vec<_>>(), 0..=5);
    (
        some(4),
        some(3),
        several,
        proptest::option::weighted(0.9, 0..=100_u8),
        some(2),
        0..30_usize,
    )
        .prop_map(|(c, d, m, s, r, words)| Row {
            c,
            d,
            m,
            s,
            r,
            words,
        })
}

/// A perspective with one observation.
pub fn perspective(id: &str, observation: Observation) -> Perspective {
    Perspective {
        id: id.into(),
        name: id.to_owned(),
        short: id.to_owned(),
        question: "Wat?".to_owned(),
        observations: vec![observation],
        support: vec![StoryId(1)],
    }
}

/// Two interpretations with ids that begin with `id`.
pub fn rivals(id: &str) -> Vec<Interpretation> {
    ["a", "b"]
        .map(|letter| Interpretation {
            id: format!("{id}.{letter}").as_str().into(),
            text: letter.to_owned(),
        })
        .to_vec()
}
