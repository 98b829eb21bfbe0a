//! The PDF of the sheets for tables on paper and for the facilitator, judged by independent tools: poppler and qpdf.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{Language, Sheets};

use crate::tools::{accessible, embedded, in_order, run, text, with_file};

mod file;
#[path = "samples/sheets.rs"]
mod samples;
mod tools;

fn sample(name: &str) -> (Language, Sheets) {
    let all = samples::all().into_iter();
    let found = all
        .filter(|sample| sample.0 == name)
        .map(|(_, language, sheets)| (language, sheets));
    found.last().unwrap()
}

/// Checks that the parts follow each other in the text of a sample.
fn says(name: &str, parts: &[&str]) {
    let (language, sheets) = sample(name);
    in_order(&with_file(&file::pdf(&sheets, language), text), parts);
}

#[test]
fn the_text_is_found_in_reading_order() {
    says(
        "notes",
        &[
            "Briefjes",
            "Tafel 3 De Klimop",
            "Verrassing",
            "Het verraste ons dat …",
            "Kans",
            "Door … zagen we dat … kan",
            "Uitdaging",
            "Code op de kaart",
            "Nr.",
            "De woorden",
            "Verrassing",
        ],
    );
    says(
        "votes",
        &[
            "Stemmen",
            "De perspectieven",
            "P1",
            "De drie van de tafel",
            "Kaart 3",
            "Per persoon",
            "Stembriefjes",
            "Mijn drie",
        ],
    );
    says(
        "table",
        &[
            "Tafelblad",
            "Wie zitten er aan tafel?",
            "Onze drie perspectieven",
            "Clusters",
            "Ideeën",
            "Uit welk cluster?",
            "Stippen",
        ],
    );
    says(
        "agreements",
        &[
            "Afspraak",
            "Voorstel",
            "Wie",
            "Met wie",
            "Doet wat",
            "Voor wanneer",
            "Wat is er dan te zien?",
            "Wanneer hoort de tafel hoe het ging?",
            "Handtekening van wie het doet",
            "Handtekening namens de tafel",
            "Eén vaste hulplijn voor elke leraar",
            "Henk Wiersma",
            "6 januari 2027",
            "Woensdag 3 februari",
        ],
    );
    says(
        "run",
        &[
            "Draaiboek",
            "12:00 – 12:20 Eigen ervaring 20 min",
            "17:00 Einde",
            "Voordat de zaal opengaat",
            "Wie helpt waar",
            "Eigen ervaring",
            "12:00",
            "Zeg",
            "Welkom.",
            "Doe",
            "Nodig",
            "Wie helpt",
            "Als er iets misgaat",
            "Na afloop",
        ],
    );
    says(
        "cover",
        &[
            "Wat print u waarop?",
            "Testpagina testpagina.pdf A4",
            "Samen",
            "Op A4 567 vellen",
            "Voordat u begint",
        ],
    );
    says(
        "test_page",
        &[
            "Testpagina",
            "elke liniaal is 100 mm",
            "Grijs",
            "Arcering",
            "Kleuren",
            "Kleine letters",
            "6 punten",
            "Proeftegel",
        ],
    );
    says(
        "run_english",
        &[
            "Run sheet",
            "12:00 – 12:20 Own experience 20 min",
            "Say",
            "Do",
            "Needed",
            "When something goes wrong",
        ],
    );
    says(
        "agreements_english",
        &["Agreement", "Who", "By when", "Signature for the table"],
    );
}

#[test]
fn every_page_is_a4_and_every_file_is_tagged_with_title_and_language() {
    for (name, language, sheets) in samples::all() {
        with_file(&file::pdf(&sheets, language), |path| {
            let pages = sheets.pages.len();
            let info = run("pdfinfo", &["-l", &pages.to_string()], path);
            assert!(info.contains("Tagged:          yes"), "{name}: {info}");
            assert!(
                info.contains(&format!("Title:           {}", sheets.pages[0].title)),
                "{name}: {info}"
            );
            assert_eq!(info.matches("(A4)").count(), pages, "{name}: {info}");
            let json = run("qpdf", &["--json", "--json-key=qpdf"], path);
            assert!(
                json.contains(&format!("\"/Lang\": \"u:{}\"", language.tag())),
                "{name}"
            );
            let structure = run("pdfinfo", &["-struct"], path);
            let first = structure
                .lines()
                .map(str::trim)
                .find(|line| line.starts_with('H'));
            assert_eq!(first, Some("H1 (block)"), "{name}: {structure}");
        });
    }
}

#[test]
fn a_table_of_figures_is_tagged_as_one() {
    let (language, sheets) = sample("cover");
    with_file(&file::pdf(&sheets, language), |path| {
        let structure = run("pdfinfo", &["-struct"], path);
        let count = |role: &str| {
            let lines = structure.lines().map(str::trim);
            lines
                .filter(|line| line.split([' ', ':']).next() == Some(role))
                .count()
        };
        for (role, expect) in [("Table", 1), ("TR", 12), ("TH", 6), ("TD", 66)] {
            assert_eq!(count(role), expect, "{role} in {structure}");
        }
    });
}

#[test]
fn many_pages_have_bookmarks() {
    let (language, sheets) = sample("run");
    assert!(sheets.pages.len() > 4);
    with_file(&file::pdf(&sheets, language), |path| {
        let json = run("qpdf", &["--json", "--json-key=outlines"], path);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let items = json["outlines"].as_array().unwrap();
        let titles: Vec<&str> = items
            .iter()
            .map(|item| item["title"].as_str().unwrap())
            .collect();
        let expect: Vec<&str> = sheets
            .pages
            .iter()
            .map(|page| page.title.as_str())
            .collect();
        assert_eq!(titles, expect);
        assert!(
            titles.contains(&"Draaiboek · 12:00 Eigen ervaring"),
            "{titles:?}"
        );
    });
}

#[test]
fn every_font_is_embedded_and_qpdf_finds_nothing() {
    for (name, language, sheets) in samples::all() {
        with_file(&file::pdf(&sheets, language), |path| {
            run("qpdf", &["--check"], path);
            embedded(name, path);
        });
    }
}

#[test]
fn nothing_stands_in_the_way_of_a_screen_reader() {
    let all = samples::all().into_iter();
    accessible(all.map(|(name, language, sheets)| {
        let name = format!("{name} {}", language.tag());
        (name, file::pdf(&sheets, language))
    }));
}

#[test]
fn the_same_sheets_give_the_same_bytes_and_a_small_file() {
    for ((name, language, one), (_, _, two)) in samples::all().into_iter().zip(samples::all()) {
        let (one_file, two_file) = (file::pdf(&one, language), file::pdf(&two, language));
        assert!(one_file == two_file, "{name}");
        let most = 32_000 + 6_000 * one.pages.len();
        assert!(one_file.len() <= most, "{name}: {} bytes", one_file.len());
    }
}
