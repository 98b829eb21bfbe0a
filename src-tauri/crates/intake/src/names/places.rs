//! Names of municipalities.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words::{Word, words};
use super::{Found, NameKind, Sure};
use crate::words::fold;

/// The municipalities of the Netherlands before 2018 and two names that people use instead, by their first word: the further words.
static PLACES: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut places: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for line in include_str!("../../data/places.txt").lines() {
        let mut parts = words(line).into_iter().map(|word| fold(word.text));
        if let Some(first) = parts.next() {
            places.entry(first).or_default().push(parts.collect());
        }
    }
    for rests in places.values_mut() {
        rests.sort_by_key(|rest| std::cmp::Reverse(rest.len()));
    }
    places
});

/// Municipalities that are common words, or names of people.
const WORDS_TOO: &[&str] = &[
    "beek",
    "bergen",
    "best",
    "buren",
    "cromstrijen",
    "dongen",
    "drimmelen",
    "ede",
    "epe",
    "goes",
    "grave",
    "heel",
    "heerde",
    "hoorn",
    "horst",
    "huizen",
    "laren",
    "leek",
    "losser",
    "made",
    "menterwolde",
    "middelburg",
    "moerdijk",
    "noord",
    "oost",
    "west",
    "zuid",
    "putten",
    "rucphen",
    "someren",
    "stein",
    "veere",
    "vught",
    "waterland",
    "weert",
    "westland",
    "wierden",
    "zeist",
    "echt",
    "ten",
    "oss",
    "soest",
    "sluis",
    "son",
    "texel",
    "tiel",
    "rhenen",
    "raalte",
    "olst",
    "ommen",
    "wijk",
    "haren",
    "hulst",
    "marum",
    "marne",
    "meerssen",
    "landerd",
    "peel",
    "uden",
    "winsum",
    "loppersum",
    "zoetermeer",
    "lingewaal",
    "het",
    "de",
    "hof",
    "land",
    "hollands",
    "oude",
    "nieuwe",
    "bellingwedde",
    "appingedam",
    "dalfsen",
    "borne",
    "borger",
    "staphorst",
    "baarn",
    "boxtel",
    "houten",
    "asten",
    "deurne",
];

/// Municipalities that are words when they are written without a capital.
const SMALL_WORDS: &[&str] = &["assen", "duiven", "kampen", "leiden"];

/// Words behind which a place stands.
const CUES: &[&str] = &[
    "in", "uit", "te", "naar", "bij", "gemeente", "regio", "omgeving", "vanuit", "van", "from",
    "near", "stad", "dorp", "richting",
];

/// Finds municipalities.
pub(super) fn find(all: &[Word<'_>], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < all.len() {
        match place(all, at) {
            Some((last, sure)) => {
                found.push(Found::new(
                    all[at].from,
                    all[last].to,
                    NameKind::Place,
                    sure,
                ));
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

fn place(all: &[Word<'_>], at: usize) -> Option<(usize, Sure)> {
    let word = &all[at];
    let capital = word.capital() || word.text.starts_with(['\'', '’']);
    let is_cue = |before: &Word<'_>| CUES.iter().any(|cue| before.text.eq_ignore_ascii_case(cue));
    let cue = at > 0 && word.follows && is_cue(&all[at - 1]);
    if !(capital || cue) {
        return None;
    }
    let first = fold(word.text);
    let rest = PLACES.get(&first)?.iter().find(|rest| {
        rest.iter().enumerate().all(|(nth, part)| {
            all.get(at + 1 + nth)
                .is_some_and(|word| word.follows && fold(word.text) == *part)
        })
    })?;
    let last = at + rest.len();
    let common = WORDS_TOO.contains(&first.as_str());
    if !capital {
        let word = rest.is_empty() && (common || SMALL_WORDS.contains(&first.as_str()));
        return (!word).then_some((last, Sure::Doubtful));
    }
    if !rest.is_empty() {
        return Some((last, Sure::Likely));
    }
    match (common, cue, word.begins) {
        (false, ..) => Some((last, Sure::Likely)),
        (true, true, _) => Some((last, Sure::Likely)),
        (true, false, false) => Some((last, Sure::Doubtful)),
        (true, false, true) => None,
    }
}
