//! How many syllables a word has, by rules of spelling.

use crate::WorkLanguage;

/// Vowels that are said as one, the longest first.
const DUTCH: &[&str] = &[
    "eeu", "ieu", "oei", "aai", "ooi", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou",
    "au", "ei", "ij", "ai", "oi", "ay", "ey", "oy",
];

/// Loan words that are everywhere around schools, with a spelling that says it is one syllable, and words where two vowels
/// that are mostly one are two.
const DUTCH_ODD: &[(&str, &str)] = &[
    ("team", "teem"),
    ("coach", "kootsj"),
    ("eum", "eüm"),
    ("tieel", "tiëel"),
];

/// The number of syllables of one word; at least 1. Each figure of a number and each letter of an abbreviation without vowels counts.
pub(crate) fn syllables(word: &str, language: WorkLanguage) -> u32 {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(|it| it.is_alphabetic()).count();
    if letters == 0 {
        return count(digits.max(1));
    }
    let lower = word.to_lowercase();
    let spoken: usize = lower
        .split(['-', '\'', '’'])
        .map(|part| match language {
            WorkLanguage::Nl => dutch(part),
            WorkLanguage::En => english(part),
        })
        .sum();
    let spelled = word.chars().all(char::is_uppercase);
    let spoken = if spoken == 0 && spelled {
        letters
    } else {
        spoken
    };
    count((spoken + digits).max(1))
}

fn count(syllables: usize) -> u32 {
    u32::try_from(syllables).unwrap_or(u32::MAX)
}

/// The letter without its accent, and whether it begins a syllable of its own (ë, ï, ü, ö, ä behind a vowel).
fn plain(letter: char) -> (char, bool) {
    match letter {
        'á' | 'à' | 'â' | 'å' | 'ã' => ('a', false),
        'é' | 'è' | 'ê' => ('e', false),
        'í' | 'ì' | 'î' => ('i', false),
        'ó' | 'ò' | 'ô' | 'õ' | 'ø' => ('o', false),
        'ú' | 'ù' | 'û' => ('u', false),
        'ý' | 'ÿ' => ('y', false),
        'ä' => ('a', true),
        'ë' => ('e', true),
        'ï' => ('i', true),
        'ö' => ('o', true),
        'ü' => ('u', true),
        other => (other, false),
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Letters of a word: plain, and whether each begins a syllable of its own. What is no vowel where it stands is a dot.
fn letters(word: &str) -> Vec<(char, bool)> {
    let all: Vec<(char, bool)> = word.replace('ĳ', "ij").chars().map(plain).collect();
    let vowel_at = |at: Option<usize>| {
        at.and_then(|at| all.get(at))
            .is_some_and(|(it, _)| is_vowel(*it))
    };
    all.iter()
        .enumerate()
        .map(|(at, (letter, own))| match letter {
            // 'qu' is one sound.
            'u' if at > 0 && all[at - 1].0 == 'q' => ('.', false),
            // 'y' before a vowel is a consonant: yoghurt, royaal.
            'y' if vowel_at(at.checked_add(1)) => ('.', false),
            letter if is_vowel(*letter) => (*letter, *own),
            'j' => ('j', false),
            _ => ('.', false),
        })
        .collect()
}

fn dutch(word: &str) -> usize {
    let word = DUTCH_ODD
        .iter()
        .fold(word.to_owned(), |word, (from, to)| word.replace(from, to));
    let all = letters(&word);
    let (mut at, mut spoken) = (0, 0);
    while at < all.len() {
        if !is_vowel(all[at].0) {
            at += 1;
            continue;
        }
        let one = |vowels: &&&str| {
            vowels.chars().enumerate().all(|(nth, vowel)| {
                all.get(at + nth)
                    .is_some_and(|(letter, own)| *letter == vowel && !(nth > 0 && *own))
            })
        };
        at += DUTCH.iter().find(one).map_or(1, |it| it.len());
        spoken += 1;
    }
    spoken
}

/// Endings of which the vowels are one syllable in English.
const ENGLISH_ONE: &[&str] = &[
    "tion", "sion", "cion", "gion", "cial", "tial", "cian", "cious", "tious", "geous", "ceous",
];

/// English words and endings where two vowels that are mostly one are two, or the other way round.
const ENGLISH_ODD: &[(&str, &str)] = &[
    ("people", "peeple"),
    ("ience", "iënce"),
    ("uence", "uënce"),
    ("iet", "iët"),
];

fn english(word: &str) -> usize {
    let word = ENGLISH_ODD
        .iter()
        .fold(word.to_owned(), |word, (from, to)| word.replace(from, to));
    let word = word.as_str();
    let all = letters(word);
    let vowel = |at: usize| all.get(at).is_some_and(|(it, _)| is_vowel(*it));
    let (mut at, mut spoken) = (0, 0);
    while at < all.len() {
        if !vowel(at) {
            at += 1;
            continue;
        }
        spoken += 1;
        let mut before = all[at].0;
        at += 1;
        while vowel(at) {
            let (here, own) = all[at];
            // 'ia', 'io', 'iu', 'eo', 'ua', 'uo' are mostly two: media, radio, video, situation.
            let two = matches!(
                (before, here),
                ('i', 'a' | 'o' | 'u') | ('e', 'o') | ('u', 'a' | 'o')
            );
            spoken += usize::from(own || two);
            before = here;
            at += 1;
        }
    }
    for ending in ENGLISH_ONE {
        spoken -= usize::from(word.contains(ending) && spoken > 1);
    }
    spoken - silent(word, spoken)
}

/// How many syllables at the end of an English word are not said.
fn silent(word: &str, spoken: usize) -> usize {
    if spoken < 2 {
        return 0;
    }
    let before = |ending: &str| {
        word.strip_suffix(ending)
            .and_then(|it| it.chars().next_back())
    };
    let consonant = |it: char| !is_vowel(it);
    let ends = if let Some(last) = before("ed") {
        consonant(last) && !"td".contains(last)
    } else if let Some(last) = before("es") {
        consonant(last) && !"sxzcgh".contains(last) && !word.ends_with("les")
    } else if let Some(last) = before("e") {
        let bottle = last == 'l' && before("le").is_some_and(consonant);
        consonant(last) && !bottle
    } else {
        false
    };
    usize::from(ends)
}
