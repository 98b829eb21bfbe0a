//! Small pictures of the samples, compared with those under `tests/references`. `UPDATE_REFERENCES=1` writes them anew; when
//! one differs, the new picture and the difference are left beside each other in the temporary folder for a look.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use print::{Language, Sheets, Tiling};

#[path = "samples/brochure.rs"]
mod brochure_samples;
#[path = "samples/cards.rs"]
mod card_samples;
#[path = "samples/charts.rs"]
mod charts;
mod file;
#[path = "samples/join.rs"]
mod join_samples;
#[path = "samples/overview.rs"]
mod overview_samples;
mod samples;
#[path = "samples/sheets.rs"]
mod sheet_samples;

/// A picture in grey.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_else(|error| {
            panic!("{}: {error}; run with UPDATE_REFERENCES=1", path.display())
        });
        let mut fields = Vec::new();
        let mut at = 0;
        while fields.len() < 4 {
            let end = at
                + bytes[at..]
                    .iter()
                    .position(u8::is_ascii_whitespace)
                    .unwrap();
            fields.push(std::str::from_utf8(&bytes[at..end]).unwrap().to_owned());
            at = end + 1;
        }
        assert_eq!(fields[0], "P5");
        Self {
            width: fields[1].parse().unwrap(),
            height: fields[2].parse().unwrap(),
            pixels: bytes[at..].to_vec(),
        }
    }

    fn write(&self, path: &Path) {
        let mut bytes = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        bytes.extend(&self.pixels);
        std::fs::write(path, bytes).unwrap();
    }
}

/// The dots per inch of an A1 page; smaller pages have more, so that all pictures are about as large.
const DOTS_OF_A1: f64 = 9.0;

/// All samples with a name.
fn samples() -> Vec<(String, Sheets, Language)> {
    let posters = samples::all().into_iter().map(|(name, poster)| {
        let words = samples::words(poster.language);
        (
            name.to_owned(),
            print::lay_out_poster(&poster, &words),
            poster.language,
        )
    });
    let joins = join_samples::all().into_iter().map(|(name, sheets)| {
        let language = sheets[0].language;
        let laid_out = print::lay_out_join(&sheets, &join_samples::words(language));
        (name.to_owned(), laid_out.unwrap(), language)
    });
    let decks = card_samples::all().into_iter().map(|(name, deck)| {
        let words = card_samples::words(deck.language);
        (
            name.to_owned(),
            print::lay_out_cards(&deck, &words).unwrap(),
            deck.language,
        )
    });
    let brochures = brochure_samples::all().into_iter().map(|(name, brochure)| {
        let language = brochure.language;
        let (words, chart) = (brochure_samples::words(language), charts::words(language));
        (
            name.to_owned(),
            print::lay_out_brochure(&brochure, &words, &chart),
            language,
        )
    });
    // The inside of a booklet, where the charts are.
    let brochures = brochures.map(|(name, mut sheets, language)| {
        sheets.pages.swap(0, 1);
        (name, sheets, language)
    });
    let overviews = overview_samples::all().into_iter().map(|(name, overview)| {
        let language = overview.language;
        let (words, chart) = (overview_samples::words(language), charts::words(language));
        (
            name.to_owned(),
            print::lay_out_overview(&overview, &words, &chart),
            language,
        )
    });
    let sheets = sheet_samples::all().into_iter();
    let sheets = sheets.flat_map(|(name, language, sheets)| pages(name, language, &sheets));
    let poster = print::lay_out_poster(&samples::filled(), &samples::words(Language::Nl));
    let words = sheet_samples::words(Language::Nl).tiles;
    let tiled = print::tiles(&poster, &Tiling::default(), Language::Nl, &words).unwrap();
    let tiles = pages("tiles", Language::Nl, &tiled);
    let stories = decks.chain(brochures).chain(overviews);
    posters
        .chain(joins)
        .chain(stories)
        .chain(sheets)
        .chain(tiles)
        .collect()
}

/// Each page of a sample by itself; of one in English only the first, as the others differ in their words alone.
fn pages(name: &str, language: Language, sheets: &Sheets) -> Vec<(String, Sheets, Language)> {
    let count = match language {
        Language::Nl => sheets.pages.len(),
        Language::En => 1,
    };
    let page = |nth: usize| Sheets {
        pages: vec![sheets.pages[nth].clone()],
        ..sheets.clone()
    };
    (0..count)
        .map(|nth| (format!("{name}_{}", nth + 1), page(nth), language))
        .collect()
}

/// The first page; of a booklet, its inside.
fn picture(sheets: &Sheets, language: Language, folder: &Path) -> Picture {
    let pdf = folder.join("sheet.pdf");
    std::fs::write(&pdf, file::pdf(sheets, language)).unwrap();
    let root = folder.join("sheet");
    let dots = DOTS_OF_A1 * 594.0 / sheets.pages[0].width_mm;
    let status = Command::new("pdftoppm")
        .args(["-gray", "-r", &dots.to_string(), "-singlefile"])
        .arg(&pdf)
        .arg(&root)
        .status();
    assert!(status.expect("pdftoppm is needed").success());
    Picture::read(&root.with_extension("pgm"))
}

#[test]
fn the_samples_look_as_they_did() {
    let references = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/references");
    let update = std::env::var_os("UPDATE_REFERENCES").is_some();
    for (name, sheets, language) in samples() {
        let folder = tempfile::tempdir().unwrap();
        let now = picture(&sheets, language, folder.path());
        let path = references.join(format!("{name}.pgm"));
        if update {
            std::fs::create_dir_all(&references).unwrap();
            now.write(&path);
            continue;
        }
        let before = Picture::read(&path);
        assert_eq!(
            (now.width, now.height),
            (before.width, before.height),
            "{name}"
        );
        let differences: Vec<u8> = now
            .pixels
            .iter()
            .zip(&before.pixels)
            .map(|(a, b)| a.abs_diff(*b))
            .collect();
        let far = differences
            .iter()
            .filter(|&&difference| difference > 64)
            .count();
        if far * 200 > differences.len() {
            let left = std::env::temp_dir();
            now.write(&left.join(format!("{name}.now.pgm")));
            Picture {
                pixels: differences,
                ..now
            }
            .write(&left.join(format!("{name}.difference.pgm")));
            panic!(
                "{name} looks different; see {}",
                left.join(format!("{name}.*.pgm")).display()
            );
        }
    }
}
