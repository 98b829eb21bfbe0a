//! The PDF of the join sheets, judged by independent tools: poppler and qpdf.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::JoinSheet;

use crate::tools::{accessible, embedded, in_order, run, text, with_file};

mod file;
#[path = "samples/join.rs"]
mod samples;
mod tools;

fn pdf(sheets: &[JoinSheet]) -> Vec<u8> {
    let language = sheets[0].language;
    let laid_out = print::lay_out_join(sheets, &samples::words(language)).unwrap();
    file::pdf(&laid_out, language)
}

#[test]
fn the_text_is_found_in_reading_order() {
    in_order(
        &with_file(&pdf(&[samples::usual()]), text),
        &[
            "Regiobijeenkomst 22 november 2026",
            "Regio Oost-Groningen",
            "Tafel 3 De Klimop Doe mee",
            "1 Kies deze wifi",
            "Regiotafel",
            "samen-Verder 26",
            "Scan om de wifi te kiezen",
            "2 Ga naar uw tafel",
            "192.168.8.2",
            "KORF 47",
            "Scan om mee te doen",
            "Lukt het niet?",
            "Blijf op deze wifi.",
            "Zet mobiele data uit",
            "Safari of Chrome",
            "ga verder op papier.",
        ],
    );
    in_order(
        &with_file(&pdf(&[samples::english_no_wifi()]), text),
        &[
            "Table 12 Ivy",
            "1 Choose the Wi-Fi that the facilitator names",
            "2 Go to your table",
            "192.168.8.2",
            "KORF 47",
            "Does it not work?",
        ],
    );
}

#[test]
fn every_page_is_a4_and_the_file_is_tagged() {
    with_file(&pdf(&samples::tables()), |path| {
        let info = run("pdfinfo", &["-l", "12"], path);
        for part in ["Tagged:          yes", "Pages:           12"] {
            assert!(info.contains(part), "{part} in {info}");
        }
        assert!(info.contains("Title:           Tafel 1 · De Klimop"));
        assert_eq!(info.matches("(A4)").count(), 12, "{info}");
        let structure = run("pdfinfo", &["-struct"], path);
        let count = |role: &str| {
            let lines = structure.lines().map(str::trim);
            lines
                .filter(|line| line.split([' ', ':']).next() == Some(role))
                .count()
        };
        for (role, expect) in [
            ("Document", 1),
            ("H1", 12),
            ("H2", 36),
            ("Figure", 24),
            ("L", 12),
            ("LI", 48),
        ] {
            assert_eq!(count(role), expect, "{role} in {structure}");
        }
    });
}

#[test]
fn many_pages_have_an_outline() {
    let outline = |count: usize| {
        with_file(&pdf(&samples::tables()[..count]), |path| {
            let json = run("qpdf", &["--json", "--json-key=outlines"], path);
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let items = json["outlines"].as_array().unwrap().clone();
            let title = |item: &serde_json::Value| {
                let page = item["destpageposfrom1"].as_u64().unwrap();
                (item["title"].as_str().unwrap().to_owned(), page)
            };
            items.iter().map(title).collect::<Vec<_>>()
        })
    };
    assert_eq!(outline(4), []);
    assert_eq!(
        outline(5),
        [
            ("Tafel 1 · De Klimop".to_owned(), 1),
            ("Tafel 2".to_owned(), 2),
            ("Tafel 3 · Het Kompas".to_owned(), 3),
            ("Tafel 4 · De Brug".to_owned(), 4),
            ("Tafel 5".to_owned(), 5),
        ]
    );
}

#[test]
fn every_font_is_embedded_and_qpdf_finds_nothing() {
    for (name, sheets) in samples::all() {
        with_file(&pdf(&sheets), |path| {
            run("qpdf", &["--check"], path);
            embedded(name, path);
        });
    }
}

#[test]
fn nothing_stands_in_the_way_of_a_screen_reader() {
    let all = samples::all().into_iter();
    accessible(all.map(|(name, sheets)| (name.to_owned(), pdf(&sheets))));
}

#[test]
fn the_same_sheets_give_the_same_bytes_and_a_small_file() {
    for (name, sheets) in samples::all() {
        let (one, two) = (pdf(&sheets), pdf(&sheets));
        assert!(one == two, "{name}");
        let most = 30_000 + 6_000 * sheets.len();
        assert!(one.len() <= most, "{name}: {} bytes", one.len());
    }
    assert_ne!(pdf(&[samples::usual()]), pdf(&[samples::no_wifi()]));
}
