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

/// What a question is called where there is little room: its own words where they are few, otherwise its first telling words.
pub(crate) fn short(text: &str) -> String {
    let bare = without_brackets(text);
    let bare = line(bare.trim_matches(|letter: char| " ?:.*!".contains(letter)));
    if bare.chars().count() <= WHOLE {
        capital(&bare, text)
    } else {
        telling(text)
    }
}

/// Two or three words for a question: its own where it has no more, otherwise its first telling words.
fn telling(text: &str) -> String {
    let bare = without_brackets(text);
    let bare = bare.trim_matches(|letter: char| " ?:.*!".contains(letter));
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
