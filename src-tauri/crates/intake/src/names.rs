//! Names of people, schools and places, and other things that say who it is: proposed for masking, each looked at by a person.

pub(crate) mod contacts;
mod persons;
mod places;
mod schools;
mod villages;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{Answer, Kind, Question, QuestionId, Story, StoryId};
use ts_rs::TS;
use villages::Spelling;

/// Something in a text that may have to be masked.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "FoundName")]
pub struct Name {
    /// The story.
    pub story: StoryId,
    /// Where in the story.
    pub part: Part,
    /// Where it begins, in bytes.
    pub from: u32,
    /// Where it ends, in bytes.
    pub to: u32,
    /// What it is.
    pub kind: NameKind,
    /// The words that were found.
    pub found: String,
    /// The key of the words to put in its place, under `intake.mask.`, such as `school` for '[naam school]'.
    pub mask: String,
    /// How sure the program is.
    pub sure: Sure,
}

/// A part of a story that people wrote.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "NamePart")]
pub enum Part {
    /// The title.
    Title,
    /// The text.
    Text,
    /// The answer to an open question.
    Answer {
        /// The question.
        question: QuestionId,
    },
}

/// What a name is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NameKind {
    /// A person.
    Person,
    /// A school.
    School,
    /// A village, town or municipality.
    Place,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A postcode, with or without the number of the house.
    Postcode,
    /// A date of birth.
    BirthDate,
}

impl NameKind {
    /// All of them, in the order of screens.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::School,
        Self::Place,
        Self::Email,
        Self::Phone,
        Self::Postcode,
        Self::BirthDate,
    ];

    /// All of them, for the test that every language has words and masks for them.
    pub const CODES: &[&str] = &[
        "person",
        "school",
        "place",
        "email",
        "phone",
        "postcode",
        "birth_date",
    ];

    /// The code: the key of its words and of its mask.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::School => "school",
            Self::Place => "place",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::BirthDate => "birth_date",
        }
    }
}

/// How sure the program is of a name.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Sure {
    /// The form leaves no doubt, such as an e-mail address.
    Certain,
    /// A known name, or a name after a word that announces one.
    Likely,
    /// A name that is a common word too, or a word with a capital where a place would stand.
    Doubtful,
}

/// Something found in one text.
#[derive(Clone, Copy, Debug)]
struct Found {
    from: usize,
    to: usize,
    kind: NameKind,
    sure: Sure,
}

impl Found {
    fn new(from: usize, to: usize, kind: NameKind, sure: Sure) -> Self {
        Self {
            from,
            to,
            kind,
            sure,
        }
    }
}

/// Proposes what to mask, in the order of the stories and within a text from front to back; no two overlap.
/// `questions` says which answers are open text.
pub fn names(stories: &[Story], questions: &[Question]) -> Vec<Name> {
    let open: Vec<&QuestionId> = questions
        .iter()
        .filter(|question| question.kind == Kind::Text)
        .map(|question| &question.id)
        .collect();
    let mut spelling = Spelling::default();
    for story in stories {
        parts(story, &open, |_, text| spelling.count(text));
    }
    let mut names = Vec::new();
    for story in stories {
        parts(story, &open, |part, text| {
            in_text(story.id, &part, text, &spelling, &mut names);
        });
    }
    names
}

/// Every text of a story, from its title to its answers in words.
fn parts<'a>(story: &'a Story, open: &[&QuestionId], mut each: impl FnMut(Part, &'a str)) {
    each(Part::Title, &story.title);
    each(Part::Text, &story.text);
    for question in open {
        if let Some(Answer::Text(text)) = story.answers.get(*question) {
            let question = (*question).clone();
            each(Part::Answer { question }, text);
        }
    }
}

fn in_text(story: StoryId, part: &Part, text: &str, spelling: &Spelling, names: &mut Vec<Name>) {
    if text.is_empty() {
        return;
    }
    let mut found = Vec::new();
    contacts::find(text, &mut found);
    let words = words::words(text);
    schools::find(&words, &mut found);
    persons::find(&words, &mut found);
    places::find(&words, &mut found);
    villages::find(&words, spelling, &mut found);
    // What was found first is surer: a school named after a person is a school.
    let mut kept: BTreeMap<usize, Found> = BTreeMap::new();
    for mut one in found {
        let free = |one: &Found| {
            let before = kept.range(..one.to).next_back();
            before.is_none_or(|(_, other)| other.to <= one.from)
        };
        if !free(&one) {
            // 'Anna van De Regenboog' is a person and a school: her first name is left.
            let first = text.get(one.from..one.to).and_then(|name| name.find(' '));
            one.to = first.map_or(one.from, |length| one.from + length);
        }
        if one.from < one.to && free(&one) {
            kept.insert(one.from, one);
        }
    }
    names.extend(kept.into_values().map(|one| Name {
        story,
        part: part.clone(),
        from: u32::try_from(one.from).unwrap_or(u32::MAX),
        to: u32::try_from(one.to).unwrap_or(u32::MAX),
        kind: one.kind,
        found: text.get(one.from..one.to).unwrap_or("").to_owned(),
        mask: one.kind.code().to_owned(),
        sure: one.sure,
    }));
}
