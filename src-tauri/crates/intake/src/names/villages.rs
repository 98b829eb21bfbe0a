//! Places that no list holds, such as villages: what stands with a capital behind a word of place.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::words::{Word, words};
use super::{Found, NameKind, Sure};
use crate::words::fold;

/// Words that are written with a capital behind a word of place and are no place that says who somebody is: days and months, countries
/// and languages, words of education, large bodies and programs. Folded, written for this program.
static NO_PLACES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/no-places.txt").lines().collect());

/// Words behind which a place stands.
const CUES: &[&str] = &[
    "in", "te", "uit", "naar", "bij", "vanuit", "rond", "nabij", "omgeving", "dorp", "stad",
    "gemeente", "wijk", "at", "from", "to", "near",
];

/// 'village of Marlow': 'of' announces a place behind these only.
const PLACES_OF: &[&str] = &["village", "town", "city"];

/// The first words of a name of two or three words that say nothing by themselves: 'Den Ham', 'Sint Jansklooster'.
const BEFORE: &[&str] = &["de", "den", "het", "'t"];

/// A name has at most this many words.
const MOST_WORDS: usize = 3;

/// A name that is also written without a capital is one as long as that is at most once in so many times: children forget capitals.
const FORGOTTEN: u32 = 4;

/// How often words are written with a capital inside a sentence and how often without one, by the folded word.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    counts: HashMap<String, (u32, u32)>,
}

impl Spelling {
    /// Counts the words of one more text.
    pub(super) fn count(&mut self, text: &str) {
        for word in words(text) {
            let capital = word.text.chars().any(char::is_uppercase);
            if capital && word.begins {
                continue;
            }
            let (with, without) = self.counts.entry(fold(word.text)).or_default();
            if capital {
                *with += 1;
            } else {
                *without += 1;
            }
        }
    }

    /// Whether the stories write a word without a capital, more than by mistake.
    fn ordinary(&self, folded: &str) -> bool {
        self.counts
            .get(folded)
            .is_some_and(|(with, without)| without * FORGOTTEN > *with)
    }
}

/// Finds places; `found` holds what was found before, which is surer.
pub(super) fn find(all: &[Word<'_>], spelling: &Spelling, found: &mut Vec<Found>) {
    let before = found.len();
    let mut at = 1;
    while at < all.len() {
        let Some(last) = place(all, at, spelling) else {
            at += 1;
            continue;
        };
        let (from, to) = (all[at].from, all[last].to);
        let taken = found[..before]
            .iter()
            .any(|other| other.from < to && from < other.to);
        if !taken {
            found.push(Found::new(from, to, NameKind::Place, Sure::Doubtful));
        }
        at = last + 1;
    }
}

/// The last word of the place that begins here.
fn place(all: &[Word<'_>], at: usize, spelling: &Spelling) -> Option<usize> {
    if !all[at].follows || !begins_name(&all[at]) || !announced(all, at) {
        return None;
    }
    let more = all[at + 1..]
        .iter()
        .take(MOST_WORDS - 1)
        .take_while(|word| word.follows && begins_name(word))
        .count();
    let last = at + more;
    let last = last + water(&all[last + 1..]);
    let named = |word: &Word<'_>| {
        let folded = fold(word.text);
        // 'Havo-advies' is a word of education as 'Havo' is.
        let begin = folded.split('-').next().unwrap_or_default();
        ![begin, folded.as_str()]
            .iter()
            .any(|word| NO_PLACES.contains(word))
            && !spelling.ordinary(&folded)
    };
    // A name of which the first word is no name is something else: 'Passend Onderwijs Assen'.
    let first = if BEFORE.contains(&fold(all[at].text).as_str()) {
        at + 1
    } else {
        at
    };
    (first <= last && named(&all[first])).then_some(last)
}

/// How many words of 'Nieuwerkerk aan den IJssel' and 'Wijk aan Zee' stand behind the first.
fn water(after: &[Word<'_>]) -> usize {
    let follows = |nth: usize, words: &[&str]| {
        after
            .get(nth)
            .is_some_and(|word| word.follows && words.contains(&word.text))
    };
    if !follows(0, &["aan"]) {
        return 0;
    }
    let name = 1 + usize::from(follows(1, &["de", "den", "het"]));
    let named = after
        .get(name)
        .is_some_and(|word| word.follows && begins_name(word));
    if named { name + 1 } else { 0 }
}

fn begins_name(word: &Word<'_>) -> bool {
    word.capital() && !word.begins && !word.text.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a word of place stands before this word.
fn announced(all: &[Word<'_>], at: usize) -> bool {
    let before = |nth: usize| {
        at.checked_sub(nth)
            .map(|at| all[at].text.to_lowercase())
            .unwrap_or_default()
    };
    let cue = before(1);
    CUES.contains(&cue.as_str())
        || cue == "of" && all[at - 1].follows && PLACES_OF.contains(&before(2).as_str())
}
