//! The locale files of the sheets hold exactly the words that the sheets say, in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use std::collections::BTreeMap;

use print::{BrochureWords, CardWords, ChartWords, OverviewWords};

fn read(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap()
}

/// The places of a text, such as `{total}`.
fn places(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut places: Vec<&str> = parts.map(|part| part.split_once('}').unwrap().0).collect();
    places.sort_unstable();
    places
}

fn check(keys: &[&str], files: [&str; 2]) {
    let [nl, en] = files.map(read);
    let mut expect: Vec<&str> = keys.to_vec();
    expect.sort_unstable();
    assert_eq!(nl.keys().collect::<Vec<_>>(), expect);
    assert_eq!(en.keys().collect::<Vec<_>>(), expect);
    for (key, words) in &nl {
        assert_eq!(places(words), places(&en[key]), "{key}");
        assert!(
            !words.trim().is_empty() && !en[key].trim().is_empty(),
            "{key}"
        );
    }
}

macro_rules! files {
    ($name:literal) => {
        [
            include_str!(concat!("../../../../assets/locales/nl/", $name, ".json")),
            include_str!(concat!("../../../../assets/locales/en/", $name, ".json")),
        ]
    };
}

#[test]
fn both_languages_have_all_the_words() {
    check(ChartWords::KEYS, files!("print_chart"));
    check(BrochureWords::KEYS, files!("print_brochure"));
    check(CardWords::KEYS, files!("print_cards"));
    check(OverviewWords::KEYS, files!("print_overview"));
}

#[test]
fn a_chart_says_on_paper_what_it_says_on_the_screen() {
    for (paper, screen) in files!("print_chart").into_iter().zip(files!("kit")) {
        let (paper, screen) = (read(paper), read(screen));
        for part in [
            "counted",
            "of_hundred",
            "too_few",
            "bar",
            "too_few_of",
            "few",
            "cells_note",
            "total",
            "total_filtered",
        ] {
            let on_paper = &paper[&format!("print.chart.{part}")];
            assert_eq!(on_paper, &screen[&format!("chart.{part}")]);
        }
    }
}
