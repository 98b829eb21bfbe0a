//! Writes samples of the sheets for tables on paper and for the facilitator, and a poster in tiles, as PDF and SVG into the
//! folder that is given: `cargo run -p print --example sheets -- /tmp/sheets`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example for looking, not for shipping"
)]

use std::path::PathBuf;

use print::{Paper, Sheets, TileScale, Tiling};

#[path = "../tests/file/mod.rs"]
mod file;
#[path = "../tests/samples/mod.rs"]
mod posters;
#[path = "../tests/samples/sheets.rs"]
mod samples;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "sheets".into()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, language, sheets: &Sheets| {
        let pdf = file::pdf(sheets, language);
        println!(
            "{name}: {} pages, {:.1} kB, {:?}",
            sheets.pages.len(),
            pdf.len() as f64 / 1e3,
            sheets.warnings
        );
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
        for (number, page) in (1..).zip(&sheets.pages) {
            let svg = print::svg::write(page);
            std::fs::write(folder.join(format!("{name}-{number}.svg")), svg).unwrap();
        }
    };
    for (name, language, sheets) in samples::all() {
        write(name, language, &sheets);
    }
    for (name, poster) in posters::all() {
        if name != "filled" && name != "blank" {
            continue;
        }
        let laid_out = print::lay_out_poster(&poster, &posters::words(poster.language));
        let words = samples::words(poster.language).tiles;
        for (kind, paper, scale) in [
            ("a3_fit", Paper::A3, TileScale::Fit),
            ("a3_full", Paper::A3, TileScale::Full),
            ("a4_fit", Paper::A4, TileScale::Fit),
            ("a4_full", Paper::A4, TileScale::Full),
        ] {
            let tiling = Tiling {
                paper,
                scale,
                ..Tiling::default()
            };
            let tiled = print::tiles(&laid_out, &tiling, poster.language, &words).unwrap();
            write(&format!("tiles_{name}_{kind}"), poster.language, &tiled);
        }
    }
}
