//! Responses that may not be stories: tests, nonsense, doubles, too short. Proposed with the reason; the preparer decides.

mod duplicates;
mod language;

use serde::{Deserialize, Serialize};
use stories::{Story, StoryId};
use ts_rs::TS;

use crate::words::fold;

/// A response that the preparer should look at.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Suspicion {
    /// The story.
    pub story: StoryId,
    /// Why.
    pub reason: Reason,
    /// What gave it away: the word that was found, the story that it doubles, the number of words.
    pub detail: String,
}

/// Why a response may not be a story.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "SuspicionReason")]
pub enum Reason {
    /// Somebody tried the form: 'test', 'asdf', 'lorem ipsum'. The detail is what was found.
    Test,
    /// No language: no vowels, one letter over and over, a row of the keyboard, the same few words. The detail is a piece of it.
    Nonsense,
    /// The same text as an earlier story, or nearly. The detail is the number of that story.
    Duplicate,
    /// Too few words to be a story. The detail is the number of words.
    TooShort,
    /// No text at all, where others have one. The detail is empty.
    NoStory,
}

impl Reason {
    /// All of them, for the test that every language has words for them.
    pub const CODES: &[&str] = &["test", "nonsense", "duplicate", "too_short", "no_story"];
}

/// A text of fewer words is too short to be a story.
const FEW_WORDS: usize = 5;

/// Looks at titles and texts only: a response whose story is complete is never suspected for what else is missing.
/// At most one suspicion for each reason and story, in the order of the stories.
pub fn suspicions(stories: &[Story]) -> Vec<Suspicion> {
    if stories.iter().all(|story| story.text.trim().is_empty()) {
        // A survey without stories: nothing is missing.
        return Vec::new();
    }
    let texts: Vec<Vec<String>> = stories.iter().map(|story| words(&story.text)).collect();
    let doubles = duplicates::find(&texts);
    let mut found = Vec::new();
    for ((story, words_of), double) in stories.iter().zip(&texts).zip(doubles) {
        let mut suspect = |reason, detail: String| {
            found.push(Suspicion {
                story: story.id,
                reason,
                detail,
            });
        };
        if words_of.is_empty() {
            suspect(Reason::NoStory, String::new());
            continue;
        }
        let tried = language::tries(words_of).or_else(|| title_tries(&story.title));
        let strange = tried
            .is_none()
            .then(|| language::nonsense(words_of))
            .flatten();
        let odd = tried.is_some() || strange.is_some();
        if let Some(detail) = tried {
            suspect(Reason::Test, detail);
        }
        if let Some(detail) = strange {
            suspect(Reason::Nonsense, detail);
        }
        if let Some(other) = double.and_then(|double| stories.get(double)) {
            suspect(Reason::Duplicate, other.id.0.to_string());
        }
        if words_of.len() < FEW_WORDS && !odd {
            suspect(Reason::TooShort, words_of.len().to_string());
        }
    }
    found
}

/// A title that is nothing but 'test' gives a trial away, whatever was pasted below it.
fn title_tries(title: &str) -> Option<String> {
    let words = words(title);
    (words.len() <= 2)
        .then(|| language::tries(&words))
        .flatten()
}

/// The words of a text, folded, without marks.
fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
