//! Words that have no place in an observation: those that judge, and those that name a cause. They are pointed out, never forbidden.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::{Word, words_of};

/// The word lists of one language, as they stand in the locale files between `|`. Words are compared in small letters.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Lists {
    /// Words and phrases that judge, such as 'te weinig' and 'helaas'.
    pub judging: Vec<String>,
    /// Words and phrases that name a cause, such as 'omdat' and 'waardoor'.
    pub causal: Vec<String>,
    /// Phrases with a word out of these lists that say nothing of the kind, such as 'genoemd door'.
    pub innocent: Vec<String>,
    /// Words that say nothing by themselves, such as 'de' and 'is'; left out when two texts are compared.
    pub stop: Vec<String>,
    /// Words that turn a text around, such as 'niet'. Two texts of which one has such a word never say the same. An apostrophe
    /// separates words here, so 't' stands for all of 'don't' and 'can't'.
    pub denying: Vec<String>,
}

/// A place in an observation that is worth another look.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "WordingRemark")]
pub struct Remark {
    /// What is the matter.
    pub kind: RemarkKind,
    /// The first byte, in UTF-8.
    pub from: u32,
    /// Past the last byte.
    pub to: u32,
    /// The words as they stand there.
    pub words: String,
}

/// What is the matter with a word.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RemarkKind {
    /// It judges.
    Judging,
    /// It names a cause.
    Causal,
}

/// The judging and causal words of a text, in order, without overlap; of two that begin at one place the longer.
pub fn remarks(text: &str, lists: &Lists) -> Vec<Remark> {
    let words = words_of(text);
    let innocent: Vec<(usize, usize)> = (0..words.len())
        .filter_map(|at| Some((at, at + longest(&words[at..], &lists.innocent)?)))
        .collect();
    let mut remarks = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let of = |kind, list: &[String]| longest(&words[at..], list).map(|length| (length, kind));
        let found = of(RemarkKind::Judging, &lists.judging)
            .into_iter()
            .chain(of(RemarkKind::Causal, &lists.causal))
            .max_by_key(|(length, _)| *length)
            .filter(|(length, _)| {
                !innocent
                    .iter()
                    .any(|(from, to)| *from <= at && at + length <= *to)
            });
        let Some((length, kind)) = found else {
            at += 1;
            continue;
        };
        let (from, to) = (words[at].from, words[at + length - 1].to);
        remarks.push(Remark {
            kind,
            from: small(from),
            to: small(to),
            words: text[from..to].to_owned(),
        });
        at += length;
    }
    remarks
}

/// How many words the longest of these phrases covers at the start of some words.
fn longest(words: &[Word<'_>], phrases: &[String]) -> Option<usize> {
    phrases
        .iter()
        .filter_map(|phrase| {
            let mut length = 0;
            for wanted in phrase.split_whitespace() {
                if words.get(length)?.lower != wanted {
                    return None;
                }
                length += 1;
            }
            (length > 0).then_some(length)
        })
        .max()
}

/// A place in a text; texts are far shorter than this can count.
pub(crate) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A place in UTF-16 code units, as screens count, from one in bytes; the end where it is no place between two characters.
pub fn units(text: &str, byte: u32) -> u32 {
    let before = text.get(..byte as usize).unwrap_or(text);
    small(before.encode_utf16().count())
}
