//! What the program found in the stories as they were taken in: responses that may be none, and names. It follows from the stories
//! alone, so it is worked out once for the sources that are in the work.

use std::collections::BTreeMap;

use intake::{Name, Part, Suspicion};
use preparation::{MaskPlace, State, StoryPart};
use stories::{Story, StoryId};

use super::source::Sources;
use crate::Language;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In the order of the stories.
    pub suspicions: Vec<Suspicion>,
    /// In the order of the stories, and within a text from front to back.
    pub names: Vec<Name>,
    /// Where each of the names is.
    pub places: Vec<MaskPlace>,
    /// The names by what was found, in small letters.
    pub alike: BTreeMap<String, Vec<usize>>,
}

impl Found {
    pub fn of(state: &State, sources: &Sources) -> Self {
        let stories: Vec<Story> = sources
            .stories(state)
            .map(|(id, story)| Story {
                id,
                ..story.clone()
            })
            .collect();
        let names = intake::names(&stories, &state.taken_questions());
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (nth, name) in names.iter().enumerate() {
            alike
                .entry(name.found.to_lowercase())
                .or_default()
                .push(nth);
        }
        Self {
            suspicions: intake::suspicions(&stories),
            places: names.iter().map(place).collect(),
            names,
            alike,
        }
    }

    /// The suspicions of a story.
    pub fn suspicions_of(&self, story: StoryId) -> impl Iterator<Item = &Suspicion> {
        self.suspicions.iter().filter(move |it| it.story == story)
    }
}

fn place(name: &Name) -> MaskPlace {
    MaskPlace {
        story: name.story,
        part: match &name.part {
            Part::Title => StoryPart::Title,
            Part::Text => StoryPart::Text,
            Part::Answer { question } => StoryPart::Answer {
                question: question.clone(),
            },
        },
        from: name.from,
        to: name.to,
    }
}

/// The words that would stand in the place of a name, in the language of the work.
pub(super) fn mask_words(mask: &str, language: Language) -> String {
    // A mask without words would be worse than a mask of no word at all.
    let words = language.find(&format!("intake.mask.{mask}"));
    words.unwrap_or("[…]").to_owned()
}
