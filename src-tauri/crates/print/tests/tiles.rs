//! A sheet in tiles: put together again the tiles are the sheet, and the file holds the drawing once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use std::path::Path;
use std::process::Command;

use print::{
    Area, Colour, Language, Mark, Page, Paper, Rect, Sheets, TileScale, Tiling, WarningCode,
};

use crate::checks::Rules;
use crate::tools::{accessible, run, text, with_file};

mod checks;
mod file;
#[path = "samples/mod.rs"]
mod posters;
#[path = "samples/sheets.rs"]
mod samples;
mod tools;

/// The edge of a tile that holds the marks, in millimetres.
const EDGE: usize = 8;

fn poster(name: &str) -> (Sheets, Language) {
    let (_, poster) = posters::all()
        .into_iter()
        .find(|poster| poster.0 == name)
        .unwrap();
    let words = posters::words(poster.language);
    (print::lay_out_poster(&poster, &words), poster.language)
}

fn tiled(sheets: &Sheets, tiling: &Tiling, language: Language) -> Sheets {
    print::tiles(sheets, tiling, language, &samples::words(language).tiles).unwrap()
}

fn tiling(paper: Paper, scale: TileScale) -> Tiling {
    Tiling {
        paper,
        scale,
        ..Tiling::default()
    }
}

/// A picture in colour.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

/// The pages of a file, at so many dots per millimetre.
fn pictures(pdf: &[u8], dots: f64) -> Vec<Picture> {
    with_file(pdf, |path| {
        let root = path.with_file_name("page");
        let dots = (dots * 25.4).to_string();
        let status = Command::new("pdftoppm")
            .args(["-r", &dots])
            .arg(path)
            .arg(&root)
            .status();
        assert!(status.expect("pdftoppm is needed").success());
        let files = std::fs::read_dir(path.parent().unwrap()).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "ppm"));
        files.sort();
        files.iter().map(|file| read(file)).collect()
    })
}

fn read(path: &Path) -> Picture {
    let bytes = std::fs::read(path).unwrap();
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
    assert_eq!(fields[0], "P6");
    Picture {
        width: fields[1].parse().unwrap(),
        height: fields[2].parse().unwrap(),
        pixels: bytes[at..].chunks(3).map(|p| [p[0], p[1], p[2]]).collect(),
    }
}

/// What is wrong with tiles at full scale that were put together beside a picture of the sheet.
#[derive(Debug, Default)]
struct Wrong {
    /// Dots that are not as in the sheet. The tool puts letters and lines on quarters of a dot, so that a few at exactly half a
    /// quarter go either way.
    nudged: usize,
    /// Dots that a quarter of a dot does not explain: it makes a quarter of the way to black, between the neighbours in the sheet.
    strange: usize,
}

fn put_together(
    whole: &Picture,
    tiles: &[Picture],
    paper: (usize, usize),
    columns: usize,
) -> Wrong {
    let overlap = 10;
    let step = |length: usize| length - 2 * EDGE - overlap;
    let (width, height) = paper;
    let mut wrong = Wrong::default();
    let mut seen = vec![false; 594 * 841];
    for (nth, tile) in tiles.iter().enumerate() {
        let (left, top) = (nth % columns * step(width), nth / columns * step(height));
        for y in EDGE..height - EDGE {
            for x in EDGE..width - EDGE {
                let (at_x, at_y) = (left + x - EDGE, top + y - EDGE);
                // Beyond the sheet there is paper, with its marks.
                if at_x >= 594 || at_y >= 841 {
                    continue;
                }
                seen[at_y * 594 + at_x] = true;
                let shown = tile.pixels[y * tile.width + x];
                let near = |reach: usize, by: u8| {
                    let rows = at_y.saturating_sub(reach)..=(at_y + reach).min(840);
                    let spots = rows.flat_map(move |row| {
                        let columns = at_x.saturating_sub(reach)..=(at_x + reach).min(593);
                        columns.map(move |column| (column, row))
                    });
                    let spots: Vec<[u8; 3]> = spots
                        .map(|(column, row)| whole.pixels[row * whole.width + column])
                        .collect();
                    (0..3).all(|part| {
                        let least = spots.iter().map(|spot| spot[part]).min().unwrap();
                        let most = spots.iter().map(|spot| spot[part]).max().unwrap();
                        (least.saturating_sub(by)..=most.saturating_add(by)).contains(&shown[part])
                    })
                };
                if !near(0, 2) {
                    wrong.nudged += 1;
                    wrong.strange += usize::from(!near(1, 64));
                }
            }
        }
    }
    assert!(
        seen.iter().all(|seen| *seen),
        "a part of the sheet is on no tile"
    );
    wrong
}

#[test]
fn put_together_the_tiles_are_the_poster_pixel_by_pixel() {
    let (sheets, language) = poster("filled");
    let whole = pictures(&file::pdf(&sheets, language), 1.0).remove(0);
    // A page that measures a hair more than whole dots gets one dot more.
    assert!(whole.width - 594 < 2 && whole.height - 841 < 2);
    for (paper, size, columns, marks) in [
        (Paper::A4, (297, 210), 3, true),
        (Paper::A3, (420, 297), 2, true),
        (Paper::A3, (420, 297), 2, false),
    ] {
        let tiling = Tiling {
            marks,
            ..tiling(paper, TileScale::Full)
        };
        let tiled = tiled(&sheets, &tiling, language);
        let pages = pictures(&file::pdf(&tiled, language), 1.0);

        let wrong = put_together(&whole, &pages[1..], size, columns);
        assert_eq!(wrong.strange, 0, "{paper:?}: {wrong:?}");
        assert!(wrong.nudged < 1_000, "{paper:?}: {wrong:?}");
    }
}

#[test]
fn a_poster_on_four_a3_is_at_92_9_percent_and_says_so() {
    let (sheets, language) = poster("filled");
    let tiled = tiled(&sheets, &Tiling::default(), language);
    assert_eq!(tiled.pages.len(), 5);
    for page in &tiled.pages {
        assert_eq!((page.width_mm, page.height_mm), (297.0, 420.0));
    }
    let found = with_file(&file::pdf(&tiled, language), text);
    let mut at = 0;
    for part in [
        "Zo maakt u er één vel van",
        "Eén vaste hulplijn voor elke leraar",
        "4 tegels op A3",
        "92,9 % van de ware grootte",
        "Print op 100 %",
        "Meet de liniaal na",
        "hij ligt 10 mm over de vorige",
        "A1",
        "B1",
        "A2",
        "B2",
        "100 mm",
    ] {
        let next = found[at..]
            .find(part)
            .unwrap_or_else(|| panic!("{part} in {}", &found[at..]));
        at += next;
    }
}

#[test]
fn the_file_hardly_grows_with_the_tiles_and_holds_the_drawing_once() {
    let (sheets, language) = poster("filled");
    let size = |tiling: &Tiling| {
        let tiled = tiled(&sheets, tiling, language);
        let pdf = file::pdf(&tiled, language);
        with_file(&pdf, |path| {
            run("qpdf", &["--check"], path);
            let json = run("qpdf", &["--json", "--json-key=qpdf"], path);
            assert_eq!(json.matches("\"/Subtype\": \"/Form\"").count(), 1);
        });
        (tiled.pages.len(), pdf.len())
    };
    let (few, small) = size(&tiling(Paper::A3, TileScale::Fit));
    let many = Tiling {
        overlap_mm: 40.0,
        ..tiling(Paper::A4, TileScale::Full)
    };
    let (many, large) = size(&many);
    assert!(many >= few + 12, "{few} and {many} pages");
    let each = (large - small) / (many - few);
    assert!(each < 1_200, "{each} bytes for a tile");
    assert!(large < 75_000, "{large} bytes");
}

#[test]
fn nothing_stands_in_the_way_of_a_screen_reader() {
    let all = ["filled", "blank"].into_iter().flat_map(|name| {
        let (sheets, language) = poster(name);
        let ways = [
            (Paper::A3, TileScale::Fit),
            (Paper::A3, TileScale::Full),
            (Paper::A4, TileScale::Fit),
            (Paper::A4, TileScale::Full),
        ];
        ways.map(|(paper, scale)| {
            let tiled = tiled(&sheets, &tiling(paper, scale), language);
            let name = format!("{name} {paper:?} {scale:?}");
            (name, file::pdf(&tiled, language))
        })
    });
    accessible(all);
}

/// How many parts of a file have this role.
fn roles(path: &Path, role: &str) -> usize {
    let structure = run("pdfinfo", &["-struct"], path);
    let lines = structure.lines().map(str::trim);
    lines
        .filter(|line| line.split([' ', ':']).next() == Some(role))
        .count()
}

#[test]
fn the_text_of_the_poster_is_tagged_once_and_no_place_in_the_shared_drawing_is() {
    let (sheets, language) = poster("filled");
    let tiled = tiled(&sheets, &Tiling::default(), language);
    let headings = with_file(&file::pdf(&sheets, language), |path| roles(path, "H2"));
    with_file(&file::pdf(&tiled, language), |path| {
        // The headings of the poster, what the map and the tiles add, and the tiles themselves as figures.
        assert_eq!(roles(path, "H1"), 1 + 1);
        assert_eq!(roles(path, "H2"), headings + 1 + 4);
        assert_eq!(roles(path, "Figure"), 1 + 4);
        assert_eq!(roles(path, "BlockQuote"), 1);
        let qdf = Command::new("qpdf")
            .args(["--qdf", "--object-streams=disable"])
            .arg(path)
            .arg("-")
            .output()
            .unwrap();
        let qdf = String::from_utf8_lossy(&qdf.stdout).into_owned();
        let form = qdf.find("/Subtype /Form").unwrap();
        let form = &qdf[form..];
        let content = &form[..form.find("endstream").unwrap()];
        assert!(content.contains(" Tf ") && !content.contains("MCID"));
        assert_eq!(qdf.matches("/D0 Do").count(), 4);
    });
}

/// A sheet with a mark in one corner and nothing else but its ground.
fn nearly_empty() -> Sheets {
    let rect = |x, y, width, height, colour| print::Item {
        node: None,
        bounds: None,
        mark: Mark::Rect(Rect {
            area: Area {
                x,
                y,
                width,
                height,
            },
            radius: 0.0,
            fill: Some(colour),
            stroke: None,
        }),
    };
    let (mut sheets, _) = poster("filled");
    sheets.pages[0] = Page {
        width_mm: 594.0,
        height_mm: 841.0,
        title: "Bijna leeg".into(),
        items: vec![
            rect(0.0, 0.0, 594.0, 841.0, Colour::GROUND),
            rect(500.0, 700.0, 40.0, 40.0, Colour::INK),
        ],
    };
    sheets
}

#[test]
fn tiles_with_nothing_but_ground_are_left_out_and_named() {
    let tiled = tiled(&nearly_empty(), &Tiling::default(), Language::Nl);
    let titles: Vec<&str> = tiled.pages.iter().map(|page| page.title.as_str()).collect();
    assert_eq!(titles, ["Bijna leeg", "Tegel B2 · Bijna leeg"]);
    let found = with_file(&file::pdf(&tiled, Language::Nl), text);
    assert!(
        found.contains("Deze tegels zijn leeg en worden niet geprint: A1, B1, A2"),
        "{found}"
    );
    assert!(found.contains("1 tegel op A3"), "{found}");
}

#[test]
fn the_ruler_is_100_mm_on_every_paper_and_at_every_scale() {
    let (sheets, language) = poster("blank");
    for paper in [Paper::A3, Paper::A4] {
        for scale in [TileScale::Full, TileScale::Fit] {
            let tiled = tiled(&sheets, &tiling(paper, scale), language);
            for page in &tiled.pages {
                let exact = page.items.iter().any(|item| match &item.mark {
                    Mark::Line(line) => {
                        (line.to.0 - line.from.0 - 100.0).abs() < 1e-6 && line.to.1 == line.from.1
                    }
                    _ => false,
                });
                assert!(exact, "{paper:?} {scale:?} {}", page.title);
            }
        }
    }
}

#[test]
fn what_stands_in_the_edge_of_a_tile_stays_in_its_box() {
    for name in ["filled", "extreme", "world"] {
        let (sheets, language) = poster(name);
        for paper in [Paper::A3, Paper::A4] {
            for scale in [TileScale::Full, TileScale::Fit] {
                let mut tiled = tiled(&sheets, &tiling(paper, scale), language);
                tiled.pages.remove(0);
                let rules = Rules {
                    least_points: 9.0,
                    overlap: 0.15,
                };
                checks::faultless(&tiled, rules).unwrap();
            }
        }
    }
}

#[test]
fn several_posters_each_have_a_map_and_warnings_point_at_it() {
    let (mut sheets, language) = poster("extreme");
    let (other, _) = poster("extreme");
    sheets.pages.insert(0, nearly_empty().pages.remove(0));
    for warning in &mut sheets.warnings {
        warning.page = 1;
    }
    assert_eq!(other.pages.len(), 1);
    let tiled = tiled(&sheets, &Tiling::default(), language);
    assert_eq!(tiled.pages.len(), 2 + 5);
    assert!(!tiled.warnings.is_empty());
    assert!(tiled.warnings.iter().all(|warning| warning.page == 2));
    assert!(
        tiled
            .warnings
            .iter()
            .any(|warning| warning.code == WarningCode::TextCut)
    );
}

#[test]
fn a_preview_shows_only_the_part_of_its_tile() {
    let (sheets, language) = poster("filled");
    let tiled = tiled(&sheets, &Tiling::default(), language);
    for page in &tiled.pages[1..] {
        let svg = print::svg::write(page);
        assert_eq!(svg.matches("<svg ").count(), 2);
        assert!(svg.len() < 400_000, "{}", svg.len());
    }
}

#[test]
fn the_same_tiles_give_the_same_bytes_and_another_poster_gives_others() {
    let pdf = |name| {
        let (sheets, language) = poster(name);
        file::pdf(&tiled(&sheets, &Tiling::default(), language), language)
    };
    assert!(pdf("filled") == pdf("filled"));
    assert_ne!(pdf("filled"), pdf("blank"));
}
