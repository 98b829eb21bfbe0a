//! The PDF of cards, brochures and overview posters, judged by independent tools: poppler and qpdf.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{Brochure, CardDeck, Language, Overview, Sheets};

use crate::tools::{accessible, embedded, in_order, run, text, with_file};

#[path = "samples/brochure.rs"]
mod brochure_samples;
#[path = "samples/cards.rs"]
mod card_samples;
#[path = "samples/charts.rs"]
mod charts;
mod file;
#[path = "samples/overview.rs"]
mod overview_samples;
mod tools;

fn cards(deck: &CardDeck) -> Sheets {
    print::lay_out_cards(deck, &card_samples::words(deck.language)).unwrap()
}

fn brochure(brochure: &Brochure) -> Sheets {
    let language = brochure.language;
    let words = brochure_samples::words(language);
    print::lay_out_brochure(brochure, &words, &charts::words(language))
}

fn overview(overview: &Overview) -> Sheets {
    let language = overview.language;
    let words = overview_samples::words(language);
    print::lay_out_overview(overview, &words, &charts::words(language))
}

/// All samples with a name.
fn all() -> Vec<(&'static str, Sheets, Language)> {
    let decks = card_samples::all().into_iter();
    let decks = decks.map(|(name, deck)| (name, cards(&deck), deck.language));
    let brochures = brochure_samples::all().into_iter();
    let brochures = brochures.map(|(name, one)| (name, brochure(&one), one.language));
    let overviews = overview_samples::all().into_iter();
    let overviews = overviews.map(|(name, one)| (name, overview(&one), one.language));
    decks.chain(brochures).chain(overviews).collect()
}

fn pdf(name: &str) -> Vec<u8> {
    let (_, sheets, language) = all().into_iter().find(|(one, ..)| *one == name).unwrap();
    file::pdf(&sheets, language)
}

#[test]
fn the_text_of_cards_is_found_in_reading_order() {
    in_order(
        &with_file(&pdf("cards_a5"), text),
        &[
            "De juf die elke vrijdag belde",
            "E2184",
            "Ouder · basisonderwijs",
            "Mijn zoon durfde na de herfstvakantie niet meer naar binnen.",
            "Het grootste verschil maakte één juf die elke vrijdag even belde.",
            "Wat had het beter gemaakt?",
            "Als iemand in de eerste week had gebeld",
            "Wat de verteller koos",
            "Gevoel ○ verdriet ○ boosheid ● teleurstelling",
            "zeker niet zeker wel 12",
            "Regio Oost-Groningen · 22 november 2026",
            "Mijn plek bij het raam E77",
            "gaat verder op de volgende kaart",
            "vervolg 2 van 2",
            "(ingekort, de hele tekst is ervaring 4812)",
        ],
    );
}

#[test]
fn the_text_of_a_brochure_is_found_in_reading_order() {
    in_order(
        &with_file(&pdf("brochure_flat"), text),
        &[
            "Regio Oost-Groningen 22 november 2026",
            "P4 Perspectief",
            "Relaties en nabijheid: de basis voor slagen van passend onderwijs",
            "De vraag die alles verbindt",
            "Wat doet iemand die dichtbij is, dat een regeling niet kan?",
            "3 observaties en 5 ervaringen",
            "Observatie P4-1",
            "Waar leraren de meeste invloed hadden",
            "Zoveel van de 100: goed tot perfect",
            "ouders 46 van 100 412 van de 903",
            "te weinig",
            "Hoe kan dat?",
            "P4-1a Wie een kind elke dag ziet",
            "P4-1b Ouders vertellen over de leraar",
            "Onze eigen duiding",
            "Observatie P4-2",
            "Observatie P4-3",
            "Ervaringen bij dit perspectief",
            "De juf die elke vrijdag belde E2184 · Ouder · basisonderwijs",
            "Onze aantekeningen",
        ],
    );
}

#[test]
fn the_text_of_an_overview_is_found_in_reading_order() {
    in_order(
        &with_file(&pdf("overview"), text),
        &[
            "Regio Oost-Groningen · 22 november 2026",
            "4.981 ervaringen, hele land",
            "Wat alle ervaringen samen laten zien",
            "Wat maakten mensen mee met passend onderwijs?",
            "Bij elke vraag: zoveel van elke 100 ervaringen.",
            "1 Wie vertelt?",
            "Ruim de helft van de vertellers is ouder.",
            "ouder 52",
            "2 Over welk onderwijs gaat het?",
            "16 Welke gevolgen had het?",
            "Bij de regiobijeenkomst Oost-Groningen",
        ],
    );
}

#[test]
fn every_page_has_its_size_and_the_file_is_tagged() {
    for (name, sheets, language) in all() {
        let size = if name.starts_with("overview") {
            "1683.78 x 2383.94 pts (A1)"
        } else {
            "841.89 x 595.276 pts (A4)"
        };
        with_file(&file::pdf(&sheets, language), |path| {
            let count = sheets.pages.len();
            let info = run("pdfinfo", &["-l", &count.to_string()], path);
            assert!(info.contains("Tagged:          yes"), "{name}: {info}");
            assert!(
                info.contains(&format!("Pages:           {count}")),
                "{name}: {info}"
            );
            let title = sheets.pages[0].title.as_str();
            assert!(
                !title.trim().is_empty() && info.contains(title),
                "{name}: {info}"
            );
            assert_eq!(info.matches(size).count(), count, "{name}: {info}");
            let structure = run("pdfinfo", &["-struct"], path);
            let figures = sheets
                .nodes
                .iter()
                .filter(|node| node.figure.is_some())
                .count();
            assert_eq!(structure.matches("Figure").count(), figures, "{name}");
            assert!(structure.contains("H1"), "{name}: {structure}");
        });
    }
}

/// Every page has content of its own in the structure: none is untagged.
#[test]
fn no_page_is_untagged() {
    for (name, sheets, _) in all() {
        for (number, page) in sheets.pages.iter().enumerate() {
            assert!(
                page.items.iter().any(|item| item.node.is_some()),
                "{name}, {number}"
            );
        }
    }
}

#[test]
fn more_than_four_pages_have_an_outline() {
    let mut deck = card_samples::all().swap_remove(0).1;
    deck.cards.extend(deck.cards.clone());
    let sheets = cards(&deck);
    assert!(sheets.pages.len() > 4);
    with_file(&file::pdf(&sheets, Language::Nl), |path| {
        let json = run("qpdf", &["--json", "--json-key=outlines"], path);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let titles = json["outlines"].as_array().unwrap().iter();
        let titles: Vec<&str> = titles.map(|item| item["title"].as_str().unwrap()).collect();
        let pages: Vec<&str> = sheets
            .pages
            .iter()
            .map(|page| page.title.as_str())
            .collect();
        assert_eq!(titles, pages);
    });
}

#[test]
fn every_font_is_embedded_and_qpdf_finds_nothing() {
    for (name, sheets, language) in all() {
        with_file(&file::pdf(&sheets, language), |path| {
            run("qpdf", &["--check"], path);
            embedded(name, path);
        });
    }
}

#[test]
fn nothing_stands_in_the_way_of_a_screen_reader() {
    let all = all().into_iter();
    accessible(
        all.map(|(name, sheets, language)| (name.to_string(), file::pdf(&sheets, language))),
    );
}

#[test]
fn the_same_sheets_give_the_same_bytes_and_a_small_file() {
    for ((name, one, language), (_, two, _)) in all().into_iter().zip(all()) {
        let (one, two) = (file::pdf(&one, language), file::pdf(&two, language));
        assert!(one == two, "{name}");
        assert!(one.len() <= 60_000, "{name}: {} bytes", one.len());
    }
}

#[test]
fn the_preview_is_small_and_says_what_it_is() {
    for (name, sheets, _) in all() {
        for page in &sheets.pages {
            let svg = print::svg::write(page);
            assert!(svg.len() < 500_000, "{name}: {}", svg.len());
            assert!(svg.contains("<title>") && svg.ends_with("</svg>"));
        }
    }
}
