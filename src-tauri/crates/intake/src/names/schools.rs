//! Names of schools.

use super::words::Word;
use super::{Found, NameKind, Sure};

/// Words behind which the name of a school stands.
const BEFORE: &[&str] = &[
    "basisschool",
    "obs",
    "cbs",
    "rkbs",
    "kbs",
    "pcbs",
    "pcb",
    "bs",
    "ods",
    "gbs",
    "ikc",
    "kindcentrum",
    "jenaplanschool",
    "montessorischool",
    "daltonschool",
    "vrijeschool",
    "school",
    "scholengemeenschap",
    "sbo",
    "vso",
    "sbo-school",
    "praktijkschool",
    "college",
    "lyceum",
    "gymnasium",
    "locatie",
    "peuterspeelzaal",
    "kinderdagverblijf",
];

/// Of these a name must be announced by an article, because other words with a capital follow them as well.
const LOOSE: &[&str] = &[
    "school",
    "college",
    "lyceum",
    "gymnasium",
    "locatie",
    "vso",
    "sbo",
    "bs",
];

/// Words at the end of the name of a school.
const AFTER: &[&str] = &[
    "college",
    "lyceum",
    "gymnasium",
    "mavo",
    "praktijkschool",
    "scholengemeenschap",
    "school",
    "basisschool",
    "vrijeschool",
    "mytylschool",
];

/// Endings of one word that is the name of a school.
const ENDINGS: &[&str] = &["school", "college", "lyceum", "scholengroep"];

/// Words with such an ending that are no names.
const NO_NAMES: &[&str] = &[
    "school",
    "basisschool",
    "hogeschool",
    "middelbareschool",
    "college",
    "lyceum",
    "montessorischool",
    "jenaplanschool",
    "daltonschool",
    "vrijeschool",
    "praktijkschool",
    "zwemschool",
    "muziekschool",
    "peuterschool",
    "voorschool",
    "bijschool",
    "kleuterschool",
    "thuisschool",
    "mytylschool",
    "tyltylschool",
    "zondagsschool",
    "rijschool",
    "reguliereschool",
    "vakschool",
    "speciaalonderwijsschool",
    "dorpsschool",
    "buurtschool",
    "wijkschool",
    "islamschool",
    "dansschool",
    "plusschool",
    "brugklasschool",
];

/// Small words within a name.
const PARTICLES: &[&str] = &[
    "de", "het", "van", "der", "den", "'t", "ter", "ten", "op", "aan", "la",
];

/// Articles with which the name of a school begins.
const ARTICLES: &[&str] = &[
    "De", "Het", "'t", "’t", "Sint", "St", "Prins", "Prinses", "Koningin", "Koning", "Dr", "Prof",
    "Onze",
];

/// Finds names of schools.
pub(super) fn find(words: &[Word<'_>], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < words.len() {
        if let Some((first, last)) = behind(words, at) {
            push(words, first, last, Sure::Likely, found);
            at = last + 1;
        } else if let Some((first, last)) = before(words, at) {
            push(words, first, last, Sure::Likely, found);
            at = last + 1;
        } else {
            if is_one_word(&words[at]) {
                push(words, at, at, Sure::Likely, found);
            }
            at += 1;
        }
    }
}

fn push(words: &[Word<'_>], first: usize, last: usize, sure: Sure, found: &mut Vec<Found>) {
    found.push(Found::new(
        words[first].from,
        words[last].to,
        NameKind::School,
        sure,
    ));
}

/// A name behind a word that announces it: `basisschool De Regenboog`, `OBS 't Kofschip`.
fn behind(words: &[Word<'_>], cue: usize) -> Option<(usize, usize)> {
    let announcing = words[cue].text.to_lowercase();
    if !BEFORE.contains(&announcing.as_str()) {
        return None;
    }
    let first = words.get(cue + 1)?;
    let article = ARTICLES.contains(&first.text);
    let fits =
        first.follows && (article || first.capital() && !LOOSE.contains(&announcing.as_str()));
    if !fits {
        return None;
    }
    let last = run(words, cue + 1);
    (last > cue + 1 || !article).then_some((cue + 1, last))
}

/// The last of the words with a capital that follow each other, with small words between them.
fn run(words: &[Word<'_>], first: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < words.len() && at <= first + 5 && words[at].follows {
        if words[at].capital() && !words[at].begins {
            last = at;
        } else if !PARTICLES.contains(&words[at].text) {
            break;
        }
        at += 1;
    }
    last
}

/// A name that ends with what the school is: `het Willem de Zwijger College`.
fn before(words: &[Word<'_>], first: usize) -> Option<(usize, usize)> {
    let word = &words[first];
    if !word.capital() || word.begins && ["De", "Het", "Een", "Op", "In"].contains(&word.text) {
        return None;
    }
    let last = run(words, first);
    (first + 1..=last)
        .rev()
        .find(|at| words[*at].capital() && AFTER.contains(&words[*at].text.to_lowercase().as_str()))
        .map(|last| (first, last))
}

/// One word: `Beatrixschool`, `Bonhoeffercollege`.
fn is_one_word(word: &Word<'_>) -> bool {
    let small = word.text.to_lowercase();
    word.capital()
        && !NO_NAMES.contains(&small.as_str())
        && ENDINGS.iter().any(|ending| {
            small
                .strip_suffix(ending)
                .is_some_and(|rest| rest.chars().count() >= 4)
        })
}
