//! Several answers in one cell, with something between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::Facts;
use crate::words::fold;

/// What programs put between answers; the surest first.
const SEPARATORS: &[&str] = &[";", "|", "\n", ", ", ","];

/// Cells with more words in the mean are written by people.
const TEXT: f64 = 60.0;

/// The answers of a column that holds several in one cell.
pub(super) struct Split {
    pub(super) separator: String,
    /// The answers with how often each was chosen, as first seen.
    pub(super) answers: Vec<(String, u32)>,
}

/// Finds what stands between the answers, where cells hold several.
pub(super) fn find(facts: &Facts<'_>, spaces: bool) -> Option<Split> {
    if facts.mean_words() > TEXT {
        return None;
    }
    let more: &[&str] = if spaces { &[" "] } else { &[] };
    SEPARATORS
        .iter()
        .chain(more)
        .find_map(|separator| split(facts, separator))
}

fn split(facts: &Facts<'_>, separator: &str) -> Option<Split> {
    let cells: Vec<(Vec<&str>, u32)> = facts
        .values
        .iter()
        .map(|value| (pieces(value.text, separator), value.count))
        .collect();
    let several: u32 = cells
        .iter()
        .filter(|(pieces, _)| pieces.len() > 1)
        .map(|(_, count)| count)
        .sum();
    let trailing = separator == ";" && facts.all(|cell| cell.ends_with(separator));
    let enough = f64::from(several) >= (facts.filled as f64 * 0.03).max(2.0);
    if !(enough || trailing && facts.filled >= 2) {
        return None;
    }
    let cells = if separator.starts_with(',') {
        joined(cells, separator)
    } else {
        cells
            .into_iter()
            .map(|(pieces, count)| (pieces.into_iter().map(str::to_owned).collect(), count))
            .collect()
    };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut answers: Vec<(String, u32)> = Vec::new();
    let mut combinations = BTreeSet::new();
    for (pieces, count) in &cells {
        let mut seen = BTreeSet::new();
        for piece in pieces {
            let folded = fold(piece);
            if piece.chars().count() > 80 || !seen.insert(folded.clone()) {
                return None;
            }
            let place = *places.entry(folded).or_insert_with(|| {
                answers.push((piece.clone(), 0));
                answers.len() - 1
            });
            if answers.len() > 64 {
                return None;
            }
            answers[place].1 += count;
        }
        combinations.insert(seen);
    }
    let chosen: u32 = answers.iter().map(|(_, count)| count).sum();
    let often = if facts.filled >= 40 { 2.5 } else { 1.25 };
    let numbers = answers
        .iter()
        .all(|(answer, _)| answer.bytes().all(|byte| byte.is_ascii_digit()));
    let words: usize = answers
        .iter()
        .map(|(answer, _)| answer.split_whitespace().count())
        .sum();
    let fits = answers.len() >= 2
        && (trailing || answers.len() <= combinations.len())
        && f64::from(chosen) >= often * answers.len() as f64
        && words <= 8 * answers.len()
        && !(numbers && separator == ",");
    // Pieces lost the space behind the separator; answers with a separator in them get it back.
    for (answer, _) in &mut answers {
        let spaced = answer.replace(separator, &format!("{separator} "));
        if answer.contains(separator)
            && facts
                .values
                .iter()
                .any(|value| value.text.contains(&spaced))
        {
            *answer = spaced;
        }
    }
    fits.then(|| Split {
        separator: separator.to_owned(),
        answers,
    })
}

fn pieces<'a>(cell: &'a str, separator: &str) -> Vec<&'a str> {
    cell.split(separator)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Puts together what was cut apart: two pieces that only ever stand beside each other, in this order, are one answer with the
/// separator in it.
fn joined(cells: Vec<(Vec<&str>, u32)>, separator: &str) -> Vec<(Vec<String>, u32)> {
    let mut cells: Vec<(Vec<String>, u32)> = cells
        .into_iter()
        .map(|(pieces, count)| (pieces.into_iter().map(str::to_owned).collect(), count))
        .collect();
    for _ in 0..4 {
        let mut single: BTreeMap<&str, u32> = BTreeMap::new();
        let mut pairs: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        for (pieces, count) in &cells {
            for piece in pieces {
                *single.entry(piece).or_default() += count;
            }
            for pair in pieces.windows(2) {
                if let [a, b] = pair {
                    *pairs.entry((a, b)).or_default() += count;
                }
            }
        }
        let always: BTreeSet<(String, String)> = pairs
            .iter()
            .filter(|((a, b), count)| {
                **count >= 2 && single.get(a) == Some(count) && single.get(b) == Some(count)
            })
            .map(|((a, b), _)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        if always.is_empty() {
            break;
        }
        for (pieces, _) in &mut cells {
            let mut together: Vec<String> = Vec::with_capacity(pieces.len());
            let mut grown = false;
            for piece in pieces.drain(..) {
                match together.last_mut() {
                    Some(last) if !grown && always.contains(&(last.clone(), piece.clone())) => {
                        last.push_str(separator);
                        last.push_str(&piece);
                        grown = true;
                    }
                    Some(_) | None => {
                        together.push(piece);
                        grown = false;
                    }
                }
            }
            *pieces = together;
        }
    }
    cells
}
