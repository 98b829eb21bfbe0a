//! The PDF, judged by independent tools: poppler and qpdf.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use std::path::Path;

use print::Poster;

use crate::tools::{accessible, embedded, run, text};

mod file;
mod samples;
mod tools;

fn pdf(poster: &Poster) -> Vec<u8> {
    let sheets = print::lay_out_poster(poster, &samples::words(poster.language));
    file::pdf(&sheets, poster.language)
}

fn with_file<T>(poster: &Poster, then: impl FnOnce(&Path) -> T) -> T {
    tools::with_file(&pdf(poster), then)
}

#[test]
fn the_text_is_found_in_reading_order() {
    let found = with_file(&samples::filled(), text);
    let mut at = 0;
    for part in [
        "Regio Oost-Groningen",
        "Tafel 3",
        "Eén vaste hulplijn voor elke leraar",
        "Elke leraar kan op woensdagmiddag bellen met iemand die dezelfde dag nog meedenkt",
        "Perspectieven",
        "Het alledaagse vormt de grootste uitdaging",
        "Dit raakte ons",
        "“Het grootste verschil maakte één juf die elke vrijdag even belde.",
        "Ouder · basisonderwijs · ervaring 2184",
        "Wat we zagen",
        "IB’ers uit de regio kennen elkaar, leraren niet",
        "Ons voorstel",
        "Vier IB’ers en twee jeugdhulpverleners zitten om de beurt aan de lijn.",
        "Acht woensdagen, één telefoonnummer, zonder formulieren",
        "Op woensdag 6 januari bellen Marloes en Henk",
        "€ 1.200 voor vervanging",
        "“Ik belde, en ik stond er niet meer alleen voor.”",
        "Wie omarmt dit voorstel?",
        "Momentopname 4.981 ervaringen",
    ] {
        let next = found[at..].find(part);
        assert!(
            next.is_some(),
            "{part:?} is not found in {:?}",
            &found[at..]
        );
        at += next.unwrap_or(0) + part.len();
    }
}

#[test]
fn names_from_everywhere_can_be_searched() {
    let found = with_file(&samples::world(), text);
    for name in [
        "Ayşe Yıldız",
        "Ольга Шевченко",
        "Ελένη",
        "Łukasz",
        "فاطمة",
        "山田",
        "🎉",
    ] {
        assert!(found.contains(name), "{name} is not found in {found}");
    }
}

#[test]
fn the_page_is_a1_and_the_file_is_tagged() {
    with_file(&samples::filled(), |path| {
        let info = run("pdfinfo", &[], path);
        let line = |name: &str| {
            info.lines()
                .find_map(|line| line.strip_prefix(name))
                .map(str::trim)
                .map(str::to_owned)
        };
        assert_eq!(line("Tagged:").as_deref(), Some("yes"));
        assert_eq!(line("PDF version:").as_deref(), Some("1.7"));
        assert_eq!(
            line("Title:").as_deref(),
            Some("Eén vaste hulplijn voor elke leraar")
        );
        let size = line("Page size:").unwrap();
        let points: Vec<f64> = size
            .split(' ')
            .filter_map(|part| part.parse().ok())
            .collect();
        for (points, millimetres) in points.iter().zip([594.0, 841.0]) {
            assert!((points / 72.0 * 25.4 - millimetres).abs() < 0.1, "{size}");
        }
        let structure = run("pdfinfo", &["-struct"], path);
        for role in [
            "Document",
            "H1",
            "H2",
            "H3",
            "BlockQuote",
            "L ",
            "LI",
            "LBody",
            "Figure",
        ] {
            assert!(structure.contains(role), "{role} in {structure}");
        }
    });
}

#[test]
fn every_font_is_embedded_cut_down_and_searchable() {
    for (name, poster) in samples::all() {
        with_file(&poster, |path| {
            embedded(name, path);
        });
    }
}

#[test]
fn qpdf_finds_nothing() {
    for (_, poster) in samples::all() {
        with_file(&poster, |path| {
            run("qpdf", &["--check"], path);
        });
    }
}

#[test]
fn nothing_stands_in_the_way_of_a_screen_reader() {
    let all = samples::all().into_iter();
    accessible(all.map(|(name, poster)| (name.to_owned(), pdf(&poster))));
}

#[test]
fn the_same_poster_gives_the_same_bytes_and_a_small_file() {
    for (name, poster) in samples::all() {
        let (one, two) = (pdf(&poster), pdf(&poster));
        assert!(one == two, "{name}");
        assert!(one.len() <= 60_000, "{name}: {} bytes", one.len());
    }
    assert_ne!(pdf(&samples::filled()), pdf(&samples::world()));
}
