//! Numbers on a scale, told from numbers that are codes.

use crate::facts::Facts;
use crate::numbers::{labelled, number};
use crate::order::{Ordered, arrange};
use crate::words::{fold, has_word, line};
use crate::{Coding, ScaleLabel};

/// Words in a question of which the answer is a number but no place on a scale.
const CODES: &[&str] = &[
    "geslacht", "gender", "sex", "postcode", "zip", "groep", "klas", "leerjaar", "grade", "regio",
    "region", "code", "nummer", "number", "aantal", "leeftijd", "age", "jaar", "year", "id",
    "hoe oud", "how old", "how many", "hoeveel", "soort", "type", "welke", "which",
];

/// A column is a scale when at least this part of the filled cells has a place on it: a few are always written otherwise.
const FITTING: (usize, usize) = (95, 100);
/// Fewer fitting cells than this say nothing about a scale on which others do not fit.
const FEWEST_FITTING: usize = 20;
/// A scale with at most this many places may have been asked as answers to choose from.
const SHORT: usize = 10;

/// The slider that a column is; none where its cells are something else.
pub(super) fn find(question: &str, facts: &Facts<'_>) -> Option<Coding> {
    let mut numbers: Vec<f64> = Vec::new();
    let mut labels: Vec<ScaleLabel> = Vec::new();
    let mut words: Vec<(f64, &str)> = Vec::new();
    let mut bare = 0;
    let mut strays: Vec<usize> = Vec::new();
    for value in &facts.values {
        let (at, label) = match number(value.text) {
            Some(number) => (Some(number), None),
            None => {
                labelled(value.text).map_or((None, None), |(at, label)| (Some(at), Some(label)))
            }
        };
        let Some(number) = at.filter(|at| (0.0..=100.0).contains(at)) else {
            strays.push(value.count as usize);
            continue;
        };
        numbers.push(number);
        if let Some(label) = label {
            words.push((number, label));
            labels.push(ScaleLabel {
                value: value.text.to_owned(),
                number,
            });
        } else {
            bare += 1;
        }
    }
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    let (low, high) = (*numbers.first()?, *numbers.last()?);
    if !nearly_all(facts.filled, numbers.len(), &strays) {
        return None;
    }
    let folded = fold(question);
    let coded = CODES.iter().any(|word| has_word(&folded, word));
    let different = numbers.len();
    let (from, to) = if words.is_empty() {
        if coded {
            // Too many ages to choose from are a scale all the same.
            (different > 40).then_some((0.0, 100.0))?
        } else {
            bare_scale(low, high, different, facts.filled)?
        }
    } else {
        let of_words: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        let scale = bare > 0
            || arrange(&of_words, &[]).1 == Ordered::Scale
            || ends_of_scale(&words, low, high);
        if !scale || coded && bare == 0 || different < 2 {
            return None;
        }
        (low.min(1.0), top(high))
    };
    labels.sort_by(|a, b| a.number.total_cmp(&b.number));
    let announced = announced(question);
    let end = |at: f64| {
        words
            .iter()
            .copied()
            .chain(
                announced
                    .iter()
                    .map(|(number, word)| (*number, word.as_str())),
            )
            .find(|(number, _)| *number == at)
            .map_or_else(|| at.to_string(), |(_, word)| word.to_owned())
    };
    Some(Coding::Slider {
        left: end(from),
        right: end(to),
        from,
        to,
        labels,
    })
}

/// Whether the cells that have no place on a scale with so many places are few enough to be mistakes; each is counted by how often it occurs.
fn nearly_all(filled: usize, places: usize, strays: &[usize]) -> bool {
    let fitting = filled - strays.iter().sum::<usize>().min(filled);
    // 'weet niet' beside 1 to 5 is an answer to choose when it comes back.
    let chosen = places <= SHORT && strays.iter().any(|count| *count > 1);
    strays.is_empty()
        || fitting >= FEWEST_FITTING && fitting * FITTING.1 >= filled * FITTING.0 && !chosen
}

/// The ends of a scale of bare numbers; none where they look like codes. With few rows fewer of the places are met.
fn bare_scale(low: f64, high: f64, different: usize, filled: usize) -> Option<(f64, f64)> {
    let met = |most: usize| different >= most.min((filled * 3).div_ceil(5)) && different >= 2;
    let first = if low < 1.0 { 0.0 } else { 1.0 };
    if high > 10.0 {
        met(8).then_some((0.0, 100.0))
    } else if high > 5.0 {
        met(5).then_some((first, top(high)))
    } else if high > 4.0 {
        met(4).then_some((first, 5.0))
    } else if high <= 1.0 && different > 4 {
        Some((0.0, 1.0))
    } else {
        None
    }
}

/// The end of the scale on which this is the highest number met.
fn top(high: f64) -> f64 {
    match high {
        high if high > 10.0 => 100.0,
        high if high > 7.0 => 10.0,
        high if high > 5.0 => 7.0,
        high if high > 4.0 => 5.0,
        high => high,
    }
}

/// Whether the words at the ends say that something lies between them.
fn ends_of_scale(words: &[(f64, &str)], low: f64, high: f64) -> bool {
    const ENDS: &[&str] = &[
        "helemaal",
        "zeer",
        "heel",
        "volledig",
        "absoluut",
        "niet",
        "nooit",
        "altijd",
        "very",
        "not",
        "never",
        "always",
        "completely",
        "strongly",
        "extremely",
        "totally",
        "perfect",
        "slecht",
        "onacceptabel",
        "zeker",
        "certainly",
        "best",
        "worst",
    ];
    [low, high].into_iter().all(|end| {
        words.iter().any(|(number, word)| {
            let folded = fold(word);
            *number == end && ENDS.iter().any(|telling| has_word(&folded, telling))
        })
    })
}

/// The ends that a question announces itself: '(0 = helemaal niet, 100 = zeker)'.
fn announced(question: &str) -> Vec<(f64, String)> {
    let Some((_, inner)) = question.rsplit_once('(') else {
        return Vec::new();
    };
    inner
        .trim_end_matches(['?', '.', ' ', ')'])
        .split([',', ';', '/'])
        .filter_map(|part| labelled(part.trim()))
        .map(|(number, word)| (number, line(word)))
        .collect()
}
