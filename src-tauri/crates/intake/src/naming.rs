//! Short names, ids and groups of questions.

use std::collections::BTreeSet;

use stories::{Group, QuestionId};

use crate::words::{fold, has_word, line, slug};

/// Words that say little in a short name.
const WEAK: &[&str] = &[
    "a",
    "about",
    "above",
    "acceptable",
    "aan",
    "all",
    "alle",
    "als",
    "am",
    "an",
    "and",
    "any",
    "apply",
    "are",
    "as",
    "at",
    "been",
    "bent",
    "ben",
    "best",
    "bij",
    "by",
    "call",
    "can",
    "consider",
    "circumstances",
    "could",
    "daar",
    "dan",
    "dat",
    "de",
    "der",
    "deze",
    "did",
    "die",
    "dit",
    "do",
    "does",
    "door",
    "during",
    "een",
    "eigen",
    "els",
    "em",
    "en",
    "er",
    "ever",
    "fill",
    "flight",
    "following",
    "for",
    "from",
    "gaat",
    "geef",
    "generally",
    "given",
    "had",
    "has",
    "have",
    "heb",
    "hebben",
    "heeft",
    "hem",
    "het",
    "hier",
    "hoe",
    "hoeveel",
    "how",
    "hun",
    "i",
    "if",
    "ik",
    "in",
    "is",
    "it",
    "its",
    "itrude",
    "je",
    "jij",
    "jou",
    "jouw",
    "jullie",
    "kan",
    "keer",
    "kies",
    "kon",
    "kunt",
    "kun",
    "live",
    "many",
    "may",
    "me",
    "meer",
    "met",
    "more",
    "mijn",
    "much",
    "my",
    "naar",
    "namelijk",
    "need",
    "niet",
    "no",
    "normal",
    "not",
    "now",
    "of",
    "om",
    "omdat",
    "on",
    "ons",
    "onze",
    "ook",
    "op",
    "opportunity",
    "or",
    "other",
    "our",
    "over",
    "own",
    "part",
    "personally",
    "please",
    "question",
    "selecteer",
    "select",
    "she",
    "should",
    "so",
    "some",
    "speaking",
    "te",
    "tell",
    "ten",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "tijdens",
    "to",
    "toe",
    "tot",
    "u",
    "uit",
    "under",
    "use",
    "used",
    "uw",
    "van",
    "vind",
    "vindt",
    "volgens",
    "voor",
    "vraag",
    "waar",
    "waarin",
    "waarom",
    "wanneer",
    "was",
    "waren",
    "wat",
    "we",
    "welk",
    "welke",
    "were",
    "werd",
    "what",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "why",
    "wie",
    "wij",
    "will",
    "with",
    "word",
    "words",
    "wordt",
    "worden",
    "would",
    "you",
    "your",
    "zich",
    "zij",
    "zijn",
    "zo",
    "zou",
    "zelf",
    "antwoorden",
    "mogelijk",
    "meerdere",
    "hour",
    "general",
    "generally",
    "get",
    "doing",
    "times",
    "two",
];

/// Words in a question about the teller or the place.
const BACKGROUND: &[&str] = &[
    "age",
    "leeftijd",
    "leeftijdsgroep",
    "hoe oud",
    "how old",
    "how tall",
    "gender",
    "geslacht",
    "sex",
    "income",
    "inkomen",
    "education",
    "opleiding",
    "opleidingsniveau",
    "onderwijssoort",
    "onderwijstype",
    "soort onderwijs",
    "type onderwijs",
    "schooltype",
    "soort school",
    "region",
    "regio",
    "provincie",
    "province",
    "gemeente",
    "location",
    "rol",
    "role",
    "functie",
    "beroep",
    "occupation",
    "wie bent u",
    "wie ben je",
    "wie ben jij",
    "ik ben",
    "bent u een",
    "i am",
    "children under",
    "household",
    "huishouden",
    "nationality",
    "taal",
    "language",
    "groep",
    "klas",
    "leerjaar",
    "grade",
    "samenwerkingsverband",
    "swv",
    "burgerlijke staat",
    "marital",
];

/// A question of so many characters needs no other name.
const WHOLE: usize = 40;

/// Of a longer one, so many characters of how it begins and of how it ends.
const BEGIN: usize = 20;
const END: usize = 17;

/// Words with which the part of a question begins that asks.
const ASKING: &[&str] = &[
    "are", "bent", "can", "could", "did", "do", "does", "had", "has", "have", "heb", "hebt",
    "heeft", "hoe", "hoeveel", "how", "is", "kan", "kon", "kunt", "should", "vindt", "waar",
    "waardoor", "waarom", "wanneer", "was", "wat", "welk", "welke", "were", "what", "when",
    "where", "which", "who", "why", "wie", "wilt", "would", "zou",
];

/// What a question is called where there is little room: its own words where they are few, otherwise the part of it that asks, or how
/// it begins and how it ends.
pub(crate) fn short(text: &str) -> String {
    let bare = bare(text);
    let fits = |name: &str| name.chars().count() <= WHOLE;
    let asks = |part: &&str| {
        let first = part.split(' ').next().unwrap_or_default();
        part.split(' ').count() > 2 && ASKING.contains(&fold(first).as_str())
    };
    let part = bare.rsplit(", ").next().filter(asks).unwrap_or(&bare);
    if fits(&bare) {
        capital(&bare, text)
    } else if fits(part) {
        capital(part, text)
    } else {
        capital(&ends(part), text)
    }
}

/// How a long text begins and how it ends, whole words of both.
fn ends(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let many = |words: &mut dyn Iterator<Item = &&str>, most: usize| {
        let mut length = 0;
        words
            .take_while(|word| {
                length += word.chars().count() + 1;
                length <= most + 1
            })
            .count()
            .max(1)
    };
    let begin = many(&mut words.iter(), BEGIN);
    let rest = words.get(begin..).unwrap_or_default();
    let end = rest.len() - many(&mut rest.iter().rev(), END).min(rest.len());
    let begin = words[..begin].join(" ");
    let name = match rest[end..].join(" ") {
        end if end.is_empty() => begin,
        end => format!("{} … {end}", begin.trim_end_matches([',', ';', ':'])),
    };
    if name.chars().count() <= WHOLE {
        name
    } else {
        crate::words::cut(&name, WHOLE - 1)
    }
}

/// Two or three words for a question: its own where it has no more, otherwise its first telling words.
fn telling(text: &str) -> String {
    let bare = bare(text);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let chosen: Vec<&str> = if words.len() <= 3 {
        words
    } else {
        let telling: Vec<&str> = words
            .iter()
            .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
            .filter(|word| word.chars().count() > 1 && !WEAK.contains(&fold(word).as_str()))
            .collect();
        // The end of a question tells more than its beginning; both together more than either.
        match telling.as_slice() {
            [] => words.into_iter().take(3).collect(),
            [first, .., last] if telling.len() > 3 => vec![*first, telling[1], *last],
            few => few.to_vec(),
        }
    };
    let mut name = line(&chosen.join(" "));
    if name.chars().count() > 32 {
        name = crate::words::cut(&name, 31);
    }
    capital(&name, text)
}

/// A name that begins with a capital; the beginning of the text where there is no name.
fn capital(name: &str, text: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text.chars().take(31).collect(),
    }
}

/// An id that no other question has, from the telling words of what the question asks or is called.
pub(crate) fn id(text: &str, taken: &mut BTreeSet<String>) -> QuestionId {
    QuestionId(unique(slug(&telling(text)), taken))
}

/// A slug that is not taken: with a number behind it if need be.
pub(crate) fn unique(slug: String, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(slug.clone()) {
        return slug;
    }
    // Where many are alike, small numbers are taken; the number of ids is the next that is likely to be free.
    let mut nth = if taken.len() < 16 { 2 } else { taken.len() };
    loop {
        let name = format!("{slug}_{nth}");
        if taken.insert(name.clone()) {
            return name;
        }
        nth += 1;
    }
}

/// What a question with answers to choose from is for.
pub(crate) fn group(text: &str) -> Group {
    let folded = fold(text);
    if BACKGROUND.iter().any(|word| has_word(&folded, word)) {
        Group::Background
    } else {
        Group::Interpretive
    }
}

/// The words of a question on one line, without what stands between brackets and without the marks around them.
fn bare(text: &str) -> String {
    let bare = without_brackets(text);
    line(bare.trim_matches(|letter: char| " ?:.*!".contains(letter)))
}

/// A text without what stands between round or square brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    if bare.trim().is_empty() {
        text.to_owned()
    } else {
        bare
    }
}
