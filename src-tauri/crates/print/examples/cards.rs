//! Writes sample story cards, brochures and overview posters as PDF and SVG into the folder that is given:
//! `cargo run -p print --example cards -- /tmp/sheets`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example for looking, not for shipping"
)]

use std::path::{Path, PathBuf};

use print::{Language, Sheets};

#[path = "../tests/samples/brochure.rs"]
mod brochure_samples;
#[path = "../tests/samples/cards.rs"]
mod card_samples;
#[path = "../tests/samples/charts.rs"]
mod charts;
#[path = "../tests/file/mod.rs"]
mod file;
#[path = "../tests/samples/overview.rs"]
mod overview_samples;

fn save(folder: &Path, name: &str, sheets: &Sheets, language: Language) {
    let pdf = file::pdf(sheets, language);
    println!(
        "{name}: {} pages, {:.1} kB, {:?}",
        sheets.pages.len(),
        pdf.len() as f64 / 1e3,
        sheets.warnings
    );
    std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    let svg = print::svg::write(&sheets.pages[0]);
    std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "sheets".into()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, deck) in card_samples::all() {
        let words = card_samples::words(deck.language);
        let sheets = print::lay_out_cards(&deck, &words).unwrap();
        save(&folder, name, &sheets, deck.language);
    }
    for (name, brochure) in brochure_samples::all() {
        let language = brochure.language;
        let (words, chart) = (brochure_samples::words(language), charts::words(language));
        let sheets = print::lay_out_brochure(&brochure, &words, &chart);
        save(&folder, name, &sheets, language);
    }
    for (name, overview) in overview_samples::all() {
        let language = overview.language;
        let (words, chart) = (overview_samples::words(language), charts::words(language));
        let sheets = print::lay_out_overview(&overview, &words, &chart);
        save(&folder, name, &sheets, language);
    }
}
