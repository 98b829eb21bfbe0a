//! How hard a text is to read.
//!
//! Dutch: Flesch–Douma, `206.84 − 0.77·S − 0.93·W` with S syllables per hundred words and W words per sentence (W.H. Douma, De
//! leesbaarheid van landbouwbladen, Wageningen 1960). English: Flesch Reading Ease, `206.835 − 84.6·S − 1.015·W` with S syllables
//! per word (R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948). Higher is easier; both have the same
//! classes, and both say little about texts of a few words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::WorkLanguage;
use crate::syllables::syllables;
use crate::wording::small;
use crate::words::{sentences_of, words_of};

/// A sentence of more words than this is long. (Guidelines for plain Dutch at B1 ask for 15 on average, and 20 at most.)
pub const LONG_SENTENCE: u32 = 20;

/// How hard a text is to read.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Readability {
    /// The score, mostly 0 to 100; higher is easier. 0 for a text without words.
    pub score: f64,
    /// What the score means.
    pub level: Level,
    /// How many words.
    pub words: u32,
    /// How many sentences.
    pub sentences: u32,
    /// How many syllables.
    pub syllables: u32,
    /// The long words: first byte and past the last, in UTF-8. Long is more than four syllables, in English more than three.
    pub long_words: Vec<(u32, u32)>,
    /// The sentences of more than [`LONG_SENTENCE`] words: first byte and past the last, in UTF-8.
    pub long_sentences: Vec<(u32, u32)>,
}

/// What a score means, in the classes of Flesch.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "ReadabilityLevel")]
pub enum Level {
    /// 70 and more: easy; most people read this at once.
    Easy,
    /// 60 to 70: plain; about B1.
    Plain,
    /// 50 to 60: rather hard.
    RatherHard,
    /// 30 to 50: hard.
    Hard,
    /// Less than 30: very hard.
    VeryHard,
}

impl Level {
    /// The class of a score.
    pub fn of(score: f64) -> Self {
        match score {
            70.0.. => Self::Easy,
            60.0.. => Self::Plain,
            50.0.. => Self::RatherHard,
            30.0.. => Self::Hard,
            _ => Self::VeryHard,
        }
    }
}

impl Readability {
    /// Whether a text asks for plainer words: hard, and long enough for a score to mean something.
    pub fn is_hard(&self) -> bool {
        self.words >= 8 && self.level >= Level::Hard
    }
}

/// How hard a text is to read.
pub fn readability(text: &str, language: WorkLanguage) -> Readability {
    let words = words_of(text);
    let longest = match language {
        WorkLanguage::Nl => 4,
        WorkLanguage::En => 3,
    };
    let mut count = 0;
    let mut long_words = Vec::new();
    for word in &words {
        let here = syllables(word.text, language);
        count += here;
        if here > longest {
            long_words.push((small(word.from), small(word.to)));
        }
    }
    let sentences = sentences_of(text);
    let long = |(from, to): &&(usize, usize)| {
        let inside = words.iter().filter(|it| *from <= it.from && it.to <= *to);
        inside.count() > LONG_SENTENCE as usize
    };
    let long_sentences = sentences
        .iter()
        .filter(long)
        .map(|(from, to)| (small(*from), small(*to)))
        .collect();
    let score = score(count, small(words.len()), small(sentences.len()), language);
    Readability {
        score,
        level: if words.is_empty() {
            Level::Easy
        } else {
            Level::of(score)
        },
        words: small(words.len()),
        sentences: small(sentences.len()),
        syllables: count,
        long_words,
        long_sentences,
    }
}

fn score(syllables: u32, words: u32, sentences: u32, language: WorkLanguage) -> f64 {
    if words == 0 || sentences == 0 {
        return 0.0;
    }
    let (syllables, words) = (f64::from(syllables), f64::from(words));
    let length = words / f64::from(sentences);
    match language {
        WorkLanguage::Nl => 206.84 - 0.77 * (100.0 * syllables / words) - 0.93 * length,
        WorkLanguage::En => 206.835 - 84.6 * (syllables / words) - 1.015 * length,
    }
}
