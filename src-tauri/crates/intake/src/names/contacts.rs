//! What has a form of its own: e-mail addresses, telephone numbers, postcodes, dates of birth.

use super::{Found, NameKind, Sure};
use crate::words::fold;

/// Whether a text holds an e-mail address or a telephone number.
pub(crate) fn any(text: &str) -> bool {
    let mut found = Vec::new();
    emails(text, &mut found);
    phones(text, &mut found);
    !found.is_empty()
}

/// Finds all of them.
pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    emails(text, found);
    birth_dates(text, found);
    phones(text, found);
    postcodes(text, found);
}

/// A name, `@`, a host with a dot in it.
fn emails(text: &str, found: &mut Vec<Found>) {
    let part = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
    for (at, _) in text.match_indices('@') {
        let from = text[..at]
            .char_indices()
            .rev()
            .take_while(|(_, letter)| part(*letter))
            .last()
            .map_or(at, |(from, _)| from);
        let host: usize = text[at + 1..]
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || ".-".contains(*letter))
            .map(char::len_utf8)
            .sum();
        let to = at
            + 1
            + text[at + 1..at + 1 + host]
                .trim_end_matches(['.', '-'])
                .len();
        if from < at && text[at + 1..to].contains('.') {
            found.push(Found::new(from, to, NameKind::Email, Sure::Certain));
        }
    }
}

/// Ten digits that begin with 0, or eleven with +31 or 0031; single spaces, dashes and dots may divide them.
fn phones(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begins = (bytes[at] == b'0' || bytes[at] == b'+' || bytes[at] == b'(')
            && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
        if !begins {
            at += 1;
            continue;
        }
        let (mut digits, mut end, mut here) = (String::new(), at, at);
        let mut gap = 0;
        while here < bytes.len() && digits.len() < 14 {
            match bytes[here] {
                digit if digit.is_ascii_digit() => {
                    digits.push(digit as char);
                    end = here + 1;
                    gap = 0;
                }
                b'+' if here == at => {}
                b' ' | b'-' | b'.' | b'(' | b')' | b'/' if gap < 3 => gap += 1,
                _ => break,
            }
            here += 1;
        }
        let closed = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
        let plus = bytes[at] == b'+';
        let fits = match digits.as_str() {
            number if plus => number.starts_with("31") && (11..=12).contains(&number.len()),
            number if number.starts_with("0031") => (13..=14).contains(&number.len()),
            number => number.starts_with('0') && number.len() == 10,
        };
        if fits && closed {
            found.push(Found::new(at, end, NameKind::Phone, Sure::Certain));
            at = end;
        } else {
            at += 1;
        }
    }
}

/// Four digits and two capitals, with the number of the house where it follows.
fn postcodes(text: &str, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 6 <= bytes.len() {
        let digits = bytes[at..at + 4].iter().all(u8::is_ascii_digit);
        let free = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let space = usize::from(bytes[at + 4] == b' ');
        let letters = bytes.get(at + 4 + space..at + 6 + space);
        let capitals = letters.is_some_and(|two| two.iter().all(u8::is_ascii_uppercase));
        let end = at + 6 + space;
        let closed = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
        if digits && free && capitals && closed && bytes[at] != b'0' {
            found.push(Found::new(at, end, NameKind::Postcode, Sure::Certain));
            at = end;
        } else {
            at += 1;
        }
    }
}

/// Words that announce a date of birth.
const BORN: &[&str] = &[
    "geboren",
    "geboortedatum",
    "geb.",
    "born",
    "date of birth",
    "jarig",
    "birthday",
];
/// A date of birth stands at most this many bytes behind such a word.
const NEAR: usize = 32;

/// A date behind a word that says that somebody was born.
fn birth_dates(text: &str, found: &mut Vec<Found>) {
    let whole = fold(text);
    if !BORN.iter().any(|word| whole.contains(word)) {
        return;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begins =
            bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
        if !begins {
            at += 1;
            continue;
        }
        let near = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
        let near = fold(near);
        let announced = BORN.iter().any(|word| near.contains(word));
        let length = announced.then(|| date(&text[at..])).flatten();
        let Some(length) = length else {
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            continue;
        };
        found.push(Found::new(
            at,
            at + length,
            NameKind::BirthDate,
            Sure::Certain,
        ));
        at += length;
    }
}

/// The length of a date at the beginning of a text: `3-4-2012`, `03/04/12`, `3 april 2012`, `2012-04-03`.
fn date(text: &str) -> Option<usize> {
    let end = text
        .char_indices()
        .take(24)
        .find(|(_, letter)| !(letter.is_alphanumeric() || "-/. ".contains(*letter)))
        .map_or_else(
            || text.char_indices().nth(24).map_or(text.len(), |(at, _)| at),
            |(at, _)| at,
        );
    let part = &text[..end];
    (6..=part.len())
        .rev()
        .filter(|length| part.is_char_boundary(*length))
        .filter(|length| !part[*length..].starts_with(char::is_alphanumeric))
        .find(|length| {
            let text = part[..*length].trim_end();
            text.len() == *length
                && text.ends_with(|letter: char| letter.is_ascii_digit())
                && [
                    crate::DateOrder::DayFirst,
                    crate::DateOrder::Iso,
                    crate::DateOrder::MonthFirst,
                ]
                .into_iter()
                .any(|order| {
                    text.matches(' ').count() <= 2 && crate::dates::day(text, order).is_some()
                })
        })
}
