//! One rule for searching, marking and quoting: without case and diacritics, every loose word as the beginning of a word,
//! and words between quotation marks exactly and in that order.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::fold::{fold_into, in_word};

/// What somebody typed in a search box, understood. Any text can be understood; nothing is ever a mistake.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One part of a query; a text must hold every part.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Term {
    /// The beginning of a word, folded.
    Prefix(String),
    /// These words in this order, folded; never empty.
    Phrase(Vec<String>),
}

/// A piece of a text for a list of results, with the places to mark.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Excerpt {
    /// One line; `…` where something was left out.
    pub text: String,
    /// What to mark: from and to in UTF-16 code units of `text`.
    pub marks: Vec<(u32, u32)>,
}

/// A word of a text with its place.
struct Word {
    folded: String,
    bytes: (usize, usize),
    units: (u32, u32),
}

impl Query {
    /// Understands what was typed. An unclosed quotation mark counts to the end.
    pub fn parse(typed: &str) -> Self {
        let mut terms = Vec::new();
        for (nth, part) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            let words = folded_words(part);
            if nth % 2 == 1 && !words.is_empty() {
                terms.push(Term::Phrase(words));
            } else {
                terms.extend(words.into_iter().map(Term::Prefix));
            }
        }
        Self { terms }
    }

    /// The parts that a text must hold.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The words that some part meets, as from and past-the-end in `words`.
    fn hits(&self, words: &[Word]) -> Vec<(usize, usize)> {
        let mut hits = Vec::new();
        for start in 0..words.len() {
            let mut end = start;
            for term in &self.terms {
                let length = term.length_at(&words[start..]);
                end = end.max(start + length);
            }
            if end > start {
                hits.push((start, end));
            }
        }
        hits
    }
}

impl Term {
    /// The number of words that this part covers at the start of `words`; 0 where it does not fit.
    fn length_at(&self, words: &[Word]) -> usize {
        match self {
            Self::Prefix(prefix) => usize::from(
                words
                    .first()
                    .is_some_and(|word| word.folded.starts_with(prefix)),
            ),
            Self::Phrase(phrase) => {
                let fits = phrase.len() <= words.len()
                    && phrase
                        .iter()
                        .zip(words)
                        .all(|(wanted, word)| *wanted == word.folded);
                if fits { phrase.len() } else { 0 }
            }
        }
    }
}

/// The words of a text, folded; this is what the search index holds.
pub fn folded_words(text: &str) -> Vec<String> {
    words_of(text).into_iter().map(|word| word.folded).collect()
}

/// The places in `text` that a query meets: from and to in UTF-16 code units, in order, without overlap.
pub fn highlight(text: &str, query: &str) -> Vec<(u32, u32)> {
    let query = Query::parse(query);
    if query.is_empty() {
        return Vec::new();
    }
    let words = words_of(text);
    let mut marks: Vec<(u32, u32)> = Vec::new();
    for (start, end) in query.hits(&words) {
        let (from, to) = (words[start].units.0, words[end - 1].units.1);
        match marks.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => marks.push((from, to)),
        }
    }
    marks
}

/// About this many characters are shown of a text in a list of results.
const EXCERPT: usize = 180;

/// The piece of `text` with the most of what is looked for, or its beginning where nothing is met.
pub fn excerpt(text: &str, query: &str) -> Excerpt {
    let words = words_of(text);
    let hits = Query::parse(query).hits(&words);
    let first = best_start(&words, &hits);
    let from = if first == 0 { 0 } else { words[first].bytes.0 };
    let last = words[first.min(words.len().saturating_sub(1))..]
        .iter()
        .take_while(|word| word.bytes.1 <= from + EXCERPT)
        .last()
        .or(words.get(first));
    let to = match last {
        Some(word) if words.last().is_some_and(|end| end.bytes.1 > word.bytes.1) => word.bytes.1,
        _ => text.len(),
    };
    let mut piece = String::new();
    if from > 0 {
        piece.push_str("… ");
    }
    for (nth, word) in text[from..to].split_whitespace().enumerate() {
        if nth > 0 {
            piece.push(' ');
        }
        piece.push_str(word);
    }
    if to < text.len() {
        piece.push_str(" …");
    }
    let marks = highlight(&piece, query);
    Excerpt { text: piece, marks }
}

/// The word at which to begin an excerpt: some words before the place with the most hits in reach.
fn best_start(words: &[Word], hits: &[(usize, usize)]) -> usize {
    let reach = |start: usize| {
        hits.iter()
            .filter(|(from, to)| {
                *from >= start && words[*to - 1].bytes.1 <= words[start].bytes.0 + EXCERPT * 3 / 4
            })
            .count()
    };
    let mut best = (0, 0);
    for (start, _) in hits {
        let count = reach(*start);
        if count > best.1 {
            best = (*start, count);
        }
    }
    let before = best.0.saturating_sub(6);
    if words
        .get(best.0)
        .is_some_and(|word| word.bytes.1 <= EXCERPT * 3 / 4)
    {
        0
    } else {
        before
    }
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    let mut unit = 0;
    for (byte, letter) in text.char_indices() {
        let next = unit + letter.len_utf16() as u32;
        if in_word(letter) {
            let word = open.get_or_insert_with(|| Word {
                folded: String::new(),
                bytes: (byte, byte),
                units: (unit, unit),
            });
            fold_into(letter, &mut word.folded);
            word.bytes.1 = byte + letter.len_utf8();
            word.units.1 = next;
        } else {
            words.extend(open.take().filter(|word| !word.folded.is_empty()));
        }
        unit = next;
    }
    words.extend(open.filter(|word| !word.folded.is_empty()));
    words
}

impl crate::Library {
    /// Where a story meets what was typed: a piece of its text, or else of an answer to an open question; the beginning of
    /// the text where only the title meets it.
    pub fn excerpt(&self, id: crate::StoryId, typed: &str) -> Option<Excerpt> {
        let story = self.story(id)?;
        let text = excerpt(&story.text, typed);
        if !text.marks.is_empty() {
            return Some(text);
        }
        let open = story.answers.values().filter_map(|answer| match answer {
            crate::Answer::Text(text) => Some(excerpt(text, typed)),
            crate::Answer::Choice(_) | crate::Answer::Several(_) | crate::Answer::Slider(_) => None,
        });
        open.into_iter()
            .find(|open| !open.marks.is_empty())
            .or(Some(text))
    }
}
