//! The day that a text names, as it stands there, to be printed bold.

use crate::Language;

/// As in 'Op woensdag 6 januari'; `None` where no day with a month, and no weekday, is named.
pub(super) fn named(text: &str, language: Language) -> Option<String> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut from = None;
    for (place, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), from) {
            (true, None) => from = Some(place),
            (false, Some(start)) => {
                words.push((start, place));
                from = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    let lower = |at: usize| {
        words
            .get(at)
            .and_then(|(from, to)| text.get(*from..*to))
            .map(str::to_lowercase)
            .unwrap_or_default()
    };
    let is_month = |word: &str| {
        language
            .list("date.months")
            .any(|month| month.to_lowercase() == word)
    };
    let is_weekday = |word: &str| {
        language
            .list("advice.list.weekdays")
            .any(|day| word.starts_with(day))
    };
    let is_day = |word: &str| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let is_year =
        |word: &str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok();
    let dated = (0..words.len()).find(|at| is_day(&lower(*at)) && is_month(&lower(at + 1)));
    let (mut first, mut last) = match dated {
        Some(at) => (at, at + 1),
        None => {
            let at = (0..words.len()).find(|at| is_weekday(&lower(*at)))?;
            (at, at)
        }
    };
    if dated.is_some() && first > 0 && is_weekday(&lower(first - 1)) {
        first -= 1;
    }
    if first > 0 && ["op", "on"].contains(&lower(first - 1).as_str()) {
        first -= 1;
    }
    if is_year(&lower(last + 1)) {
        last += 1;
    }
    text.get(words.get(first)?.0..words.get(last)?.1)
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::Language;

    #[test]
    fn finds_the_day_as_it_stands_there() {
        for (text, day) in [
            (
                "Op woensdag 6 januari bellen Marloes en Henk.",
                Some("Op woensdag 6 januari"),
            ),
            ("Wij bellen 3 maart 2027 de school.", Some("3 maart 2027")),
            ("Marloes belt maandagochtend.", Some("maandagochtend")),
            ("We bellen 4 scholen.", None),
            ("", None),
        ] {
            assert_eq!(named(text, Language::Nl).as_deref(), day);
        }
    }
}
