//! Searching: understanding, marking and quoting.

use proptest::prelude::*;
use stories::{Query, excerpt, folded_words, highlight};

/// What is marked in a text, as texts.
fn marked(text: &str, query: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    highlight(text, query)
        .into_iter()
        .map(|(from, to)| String::from_utf16(&units[from as usize..to as usize]).unwrap())
        .collect()
}

#[test]
fn words_are_met_without_case_and_diacritics() {
    for (text, query, expected) in [
        (
            "De juf luisterde. Zij Luistert nu ook.",
            "luister",
            &["luisterde", "Luistert"][..],
        ),
        (
            "Een café, één CRÈCHE en een coördinator",
            "creche cafe coord",
            &["café", "CRÈCHE", "coördinator"],
        ),
        ("🙂 mama's huis, ’s avonds", "s", &["s", "s"]),
        (
            "De juf zei niets. De andere juf zei iets.",
            "\"juf zei iets\"",
            &["juf zei iets"],
        ),
        ("thuis thuiszitter huis", "huis", &["huis"]),
        (
            "Çiğdem Łódź Straße Πέτρος",
            "cigdem lodz strasse πετρος",
            &["Çiğdem", "Łódź", "Straße", "Πέτρος"],
        ),
        ("cafe\u{301} open", "café", &["cafe\u{301}"]),
        ("niets", "", &[]),
        ("alles", "\"\" ! *", &[]),
    ] {
        assert_eq!(marked(text, query), expected, "{query} in {text}");
    }
}

#[test]
fn an_open_quotation_counts_to_the_end() {
    assert_eq!(
        Query::parse("boos „de juf"),
        Query::parse("boos \"de juf\"")
    );
    assert!(Query::parse(" \" ' -").is_empty());
}

#[test]
fn an_excerpt_shows_where_it_is() {
    let long = format!(
        "{} de naald lag er. {}",
        "Veel woorden vooraf.\n\n".repeat(40),
        "En nog meer.".repeat(30)
    );
    let found = excerpt(&long, "naald");
    assert!(
        found.text.starts_with("… ") && found.text.ends_with(" …"),
        "{}",
        found.text
    );
    assert!(found.text.chars().count() < 220);
    assert_eq!(found.marks.len(), 1);
    assert!(!found.text.contains('\n'));
    let whole = excerpt("Een kort verhaal.", "niets");
    assert_eq!(
        (whole.text.as_str(), whole.marks.len()),
        ("Een kort verhaal.", 0)
    );
    assert_eq!(excerpt("", "iets").text, "");
    assert!(excerpt(&"x".repeat(5000), "x").text.len() >= 5000);
}

proptest! {
    #[test]
    fn nothing_that_is_typed_is_a_mistake(text in ".{0,400}", query in ".{0,40}") {
        let units = text.encode_utf16().count() as u32;
        let mut free = 0;
        for (from, to) in highlight(&text, &query) {
            prop_assert!(from >= free && to > from && to <= units);
            free = to;
        }
        let found = excerpt(&text, &query);
        let units = found.text.encode_utf16().count() as u32;
        prop_assert!(found.marks.iter().all(|(_, to)| *to <= units));
    }

    #[test]
    fn every_word_of_a_text_finds_itself(text in "[a-zA-Zéïëöç ,.'’]{1,80}") {
        for word in folded_words(&text) {
            prop_assert!(!highlight(&text, &word).is_empty());
        }
    }
}
