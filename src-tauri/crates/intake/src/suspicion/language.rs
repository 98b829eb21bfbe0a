//! Whether a text is language at all.

use std::collections::BTreeSet;

/// The rows of the keyboard.
const ROWS: [&str; 5] = [
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "1234567890",
];
/// This many letters that lie beside each other are no word.
const ROW: usize = 4;
/// A word of this many letters without a vowel is no word.
const CLUSTER: usize = 5;

/// So few different words say nothing, however often they are written.
const HANDFUL: usize = 8;

/// What somebody writes who tries a form.
const TRIES: &[&str] = &[
    "lorem ipsum",
    "dit is een test",
    "this is a test",
    "even testen",
    "just testing",
    "test test",
    "testverhaal",
    "test verhaal",
    "testbericht",
    "testinvoer",
];
const TRY_WORDS: &[&str] = &[
    "test",
    "testje",
    "testen",
    "testing",
    "tester",
    "testtest",
    "asdf",
    "asdfasdf",
    "qwerty",
    "blabla",
    "blablabla",
    "proef",
    "probeersel",
];

/// The words that say that somebody tried the form; none where it is a story.
pub(super) fn tries(words: &[String]) -> Option<String> {
    let text = words.join(" ");
    if let Some(found) = TRIES.iter().find(|found| {
        // In a long text the words may be about a real test.
        text.contains(**found) && (words.len() <= 12 || **found == "lorem ipsum")
    }) {
        return Some((*found).to_owned());
    }
    if words.len() > 4 {
        return None;
    }
    let trying = |word: &&String| {
        let bare = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        TRY_WORDS.contains(&bare)
    };
    let known = words.iter().filter(trying).count();
    (known * 2 >= words.len().max(1) && known > 0)
        .then(|| words.iter().find(trying).cloned())
        .flatten()
}

/// A piece that shows that a text is no language; none where it is. `words` are folded, letters of other scripts are left alone.
pub(super) fn nonsense(words: &[String]) -> Option<String> {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let latin: usize = words
        .iter()
        .map(|word| word.bytes().filter(u8::is_ascii_alphanumeric).count())
        .sum();
    if letters < 4 || latin * 2 < letters {
        return None;
    }
    let strange: Vec<&String> = words.iter().filter(|word| is_strange(word)).collect();
    let of_strange: usize = strange.iter().map(|word| word.len()).sum();
    if of_strange * 2 > letters {
        return strange.first().map(|word| word.chars().take(40).collect());
    }
    let different: BTreeSet<&String> = words.iter().collect();
    // Words come back in any long text; only a handful of them is no text.
    if words.len() >= 8 && different.len() <= HANDFUL && different.len() * 4 <= words.len() {
        return words.first().cloned();
    }
    None
}

/// Whether a word is one letter over and over, a piece of a row of the keyboard, or has no vowels.
fn is_strange(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let different: BTreeSet<&char> = letters.iter().collect();
    let repeated =
        letters.len() >= 4 && different.len() == 1 || letters.len() >= 8 && different.len() <= 2;
    let alphabetic = letters.iter().all(|letter| letter.is_ascii_lowercase());
    let no_vowel = alphabetic
        && letters.len() >= CLUSTER
        && !letters.iter().any(|letter| "aeiouy".contains(*letter));
    let consonants = letters
        .split(|letter| "aeiouy".contains(*letter))
        .map(<[char]>::len)
        .max()
        .unwrap_or(0);
    // 'angstschreeuw' has eight; more do not occur.
    let cluster = alphabetic && consonants >= 9;
    repeated || no_vowel || cluster || on_keyboard(word, letters.len())
}

/// Whether most of a word lies along rows of the keyboard, in either direction.
fn on_keyboard(word: &str, length: usize) -> bool {
    if length < ROW || !word.is_ascii() || word.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let letters = word.as_bytes();
    let (mut covered, mut begin) = (0, 0);
    for at in 1..=letters.len() {
        let goes_on = at < letters.len() && {
            let way = step(letters[at - 1], letters[at]);
            way.is_some() && (at - begin == 1 || way == step(letters[at - 2], letters[at - 1]))
        };
        if !goes_on {
            if at - begin >= ROW {
                covered += at - begin;
            }
            begin = at;
        }
    }
    // 'poppenhuis' has 'pop', 'property' has 'rope': four in a row happen in words.
    covered * 3 > length * 2
}

/// Whether a letter lies right (`true`) or left of another on its row of the keyboard; none where it does not lie beside it.
fn step(from: u8, to: u8) -> Option<bool> {
    ROWS.iter().find_map(|row| {
        let place = row.bytes().position(|letter| letter == from)?;
        let beside =
            |place: Option<usize>| place.and_then(|place| row.as_bytes().get(place)).copied();
        if beside(place.checked_add(1)) == Some(to) {
            Some(true)
        } else if beside(place.checked_sub(1)) == Some(to) {
            Some(false)
        } else {
            None
        }
    })
}
