//! Names of people: known first names, and what stands behind a word that announces a name.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::words::Word;
use super::{Found, NameKind, Sure};
use crate::words::fold;

/// Common first names in the Netherlands (Dutch, Turkish, Moroccan, Polish and others), written for this program.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("../../data/first-names.txt")
        .lines()
        .map(fold)
        .collect()
});

/// First names that are common words too, in Dutch or English.
const WORDS_TOO: &[&str] = &[
    "adem", "amber", "an", "ans", "asha", "bas", "ben", "berk", "bob", "can", "cor", "daan",
    "dick", "ed", "els", "eren", "eva", "fien", "fleur", "fons", "frank", "guus", "harm", "hind",
    "hope", "ida", "ina", "ine", "iris", "isa", "jade", "jan", "jet", "jip", "job", "jos", "joy",
    "koen", "koos", "lies", "linde", "lex", "loes", "maria", "mark", "max", "mei", "mina", "mine",
    "mo", "nick", "nora", "noor", "nur", "paul", "peter", "pien", "piet", "pier", "pim", "reda",
    "ria", "rida", "rik", "rim", "rob", "roos", "roy", "said", "sam", "sana", "sem", "senna",
    "stan", "storm", "sude", "sue", "teun", "tim", "tom", "toon", "truus", "will", "wil", "wim",
    "yahya", "bram", "ela", "efe", "ella", "luc", "merel", "roman", "lena", "mila", "kees", "mats",
    "karel", "hans", "bert", "floor", "mees", "nova", "saar",
];

/// Words that are common when they stand at the beginning of a sentence; without a capital beside them they say nothing.
const REALLY_WORDS: &[&str] = &[
    "amber", "an", "ans", "ben", "can", "cor", "dick", "ed", "els", "eren", "fleur", "frank",
    "harm", "hind", "iris", "jade", "jet", "job", "joy", "lies", "max", "mei", "mine", "mina",
    "mo", "nur", "pier", "pien", "rim", "said", "storm", "toon", "will", "wil", "roman", "mats",
    "linde", "merel", "roos", "hope", "mark", "adem", "isa", "bas", "ela", "sana", "luc", "floor",
    "nova",
];

/// First names that are words when they are written without a capital.
const SMALL_WORDS: &[&str] = &[
    "beren",
    "blessing",
    "cas",
    "christian",
    "donna",
    "elke",
    "erna",
    "frans",
    "joke",
    "luis",
    "mason",
    "puck",
    "robin",
    "sil",
    "ties",
    "tuba",
    "viola",
];

/// Words behind which a name stands.
const CUES: &[&str] = &[
    "juf",
    "juffrouw",
    "meester",
    "mevrouw",
    "mevr",
    "mw",
    "meneer",
    "mijnheer",
    "dhr",
    "heer",
    "oom",
    "tante",
    "opa",
    "oma",
    "dokter",
    "dr",
    "drs",
    "zoon",
    "dochter",
    "zoontje",
    "dochtertje",
    "broertje",
    "zusje",
    "broer",
    "zus",
    "vriendje",
    "vriendinnetje",
    "vriend",
    "vriendin",
    "klasgenoot",
    "klasgenootje",
    "collega",
    "mentor",
    "leraar",
    "lerares",
    "leerkracht",
    "docent",
    "begeleider",
    "begeleidster",
    "directeur",
    "coach",
    "heet",
    "heette",
    "genaamd",
    "mister",
    "mr",
    "mrs",
    "ms",
    "miss",
    "son",
    "daughter",
    "teacher",
    "named",
    "called",
    "leerling",
    "kleinzoon",
    "kleindochter",
    "neefje",
    "nichtje",
    "ib'er",
    "stagiair",
    "stagiaire",
    "logopedist",
    "psycholoog",
];

/// Small words within a surname.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "ter", "ten", "te", "'t", "het", "el", "al", "ben", "von", "la",
    "le", "du", "op", "in",
];

/// Words with a capital that are no names of people.
const NO_NAMES: &[&str] = &[
    "nederlands",
    "engels",
    "duits",
    "frans",
    "rekenen",
    "taal",
    "wiskunde",
    "ik",
    "hij",
    "zij",
    "wij",
    "de",
    "het",
    "een",
    "god",
    "kerst",
    "sinterklaas",
    "cito",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "nederland",
    "nederlandse",
    "dutch",
    "english",
    "i",
    "jeugdzorg",
    "veilig",
    "centrum",
    "samenwerkingsverband",
    "passend",
    "dus",
    "maar",
    "toen",
    "en",
    "of",
    "dat",
    "die",
    "deze",
    "dit",
    "mijn",
    "onze",
    "ons",
    "we",
    "ze",
    "je",
    "er",
    "als",
    "want",
    "ook",
    "nu",
    "in",
    "op",
    "met",
    "voor",
];

/// Finds names of people.
pub(super) fn find(words: &[Word<'_>], found: &mut Vec<Found>) {
    let forgotten = !words.iter().any(|word| word.capital() && !word.begins);
    let mut at = 0;
    while at < words.len() {
        let name = announced(words, at)
            .or_else(|| known(words, at))
            .or_else(|| small(words, at).filter(|_| forgotten));
        match name {
            Some((begin, last, sure)) => {
                found.push(Found::new(
                    words[begin].from,
                    end(words[last]),
                    NameKind::Person,
                    sure,
                ));
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// Whether a folded word is a known first name.
fn is_first(folded: &str) -> bool {
    FIRST.contains(folded)
}

/// The word without `'s` behind it.
fn bare<'a>(word: &Word<'a>) -> &'a str {
    let text = word.text;
    text.strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text)
}

/// Where a name ends that this word ends, without `'s`.
fn end(word: Word<'_>) -> usize {
    word.from + bare(&word).len()
}

fn is_cue(word: &Word<'_>) -> bool {
    word.text.len() <= 16 && CUES.contains(&word.text.to_lowercase().as_str())
}

/// A name behind a word that announces it: `juf Marieke`, `meneer de Vries`, `mevrouw K.`. Its first word, its last, how sure it is.
fn announced(words: &[Word<'_>], at: usize) -> Option<(usize, usize, Sure)> {
    let word = &words[at];
    if !word.follows || at == 0 {
        return None;
    }
    let mut cue = at - 1;
    let mut particles = 0;
    while cue > 0 && particles < 3 && words[cue].follows && PARTICLES.contains(&words[cue].text) {
        cue -= 1;
        particles += 1;
    }
    if !is_cue(&words[cue]) {
        return None;
    }
    let folded = fold(bare(word));
    let first = is_first(&folded);
    if word.initial() && particles == 0 {
        return Some((at, at, Sure::Doubtful));
    }
    // Children write names without a capital.
    if !word.capital() {
        return (first && particles == 0 && !WORDS_TOO.contains(&folded.as_str())).then_some((
            at,
            at,
            Sure::Likely,
        ));
    }
    if NO_NAMES.contains(&folded.as_str()) || word.begins && !word.follows {
        return None;
    }
    let title = [
        "juf", "juffrouw", "meester", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer",
        "mister", "mr", "mrs", "ms", "miss",
    ]
    .contains(&words[cue].text.to_lowercase().as_str());
    let sure = if first || title {
        Sure::Likely
    } else {
        Sure::Doubtful
    };
    Some((cue + 1, surname(words, at), sure))
}

/// A known first name with a capital.
fn known(words: &[Word<'_>], at: usize) -> Option<(usize, usize, Sure)> {
    let word = &words[at];
    if !word.capital() {
        return None;
    }
    let folded = fold(bare(word));
    if !is_first(&folded) {
        return None;
    }
    let last = surname(words, at);
    let common = WORDS_TOO.contains(&folded.as_str());
    if last == at && word.begins && REALLY_WORDS.contains(&folded.as_str()) {
        return None;
    }
    let sure = if common && last == at {
        Sure::Doubtful
    } else {
        Sure::Likely
    };
    Some((at, last, sure))
}

/// A known first name without a capital, or in capitals only.
fn small(words: &[Word<'_>], at: usize) -> Option<(usize, usize, Sure)> {
    let word = &words[at];
    if word.capital() {
        return None;
    }
    let folded = folded(bare(word));
    if !is_first(&folded) {
        return None;
    }
    let common = [WORDS_TOO, REALLY_WORDS, SMALL_WORDS]
        .iter()
        .any(|list| list.contains(&folded.as_ref()));
    (!common).then_some((at, at, Sure::Doubtful))
}

/// A word folded; most words are as they are, and there are many of them.
fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// The last word of a name: surnames and small words before them.
fn surname(words: &[Word<'_>], at: usize) -> usize {
    let mut last = at;
    let mut here = at + 1;
    while here < words.len()
        && here <= at + 4
        && words[here].follows
        && bare(&words[here - 1]) == words[here - 1].text
    {
        let word = &words[here];
        if word.capital() && !word.begins && !NO_NAMES.contains(&fold(word.text).as_str()) {
            last = here;
        } else if !PARTICLES.contains(&word.text) {
            break;
        }
        here += 1;
    }
    last
}
