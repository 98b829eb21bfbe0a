//! What must hold for every join sheet, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{
    ErrorKind, Face, Field, JoinSheet, Language, Mark, Role, Sheets, Squares, WarningCode, Wifi,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use qrcode::{Color, EcLevel, QrCode};

use crate::checks::{HAIR, Rules, cases, text, texts};

mod checks;
#[path = "samples/join.rs"]
mod samples;

const POINT: f64 = 25.4 / 72.0;

fn lay_out(sheets: &[JoinSheet]) -> Sheets {
    print::lay_out_join(sheets, &samples::words(sheets[0].language)).unwrap()
}

/// The codes of a page.
fn codes(sheets: &Sheets, page: usize) -> Vec<&Squares> {
    let marks = sheets.pages[page].items.iter().map(|item| &item.mark);
    marks
        .filter_map(|mark| match mark {
            Mark::Squares(squares) => Some(squares),
            _ => None,
        })
        .collect()
}

/// How many squares a side of the code has: its corners always have dark ones.
fn side(code: &Squares) -> u16 {
    let ends = code
        .stretches
        .iter()
        .map(|(column, _, length)| column + length);
    ends.max().unwrap()
}

/// Every text lies in its box on the page and off every other, and off the codes and the white around them.
fn faultless(sheets: &[JoinSheet]) -> Result<(), TestCaseError> {
    let sheets = lay_out(sheets);
    let rules = Rules {
        least_points: 12.0,
        overlap: 0.1,
    };
    checks::faultless(&sheets, rules)?;
    for (index, page) in sheets.pages.iter().enumerate() {
        for code in codes(&sheets, index) {
            let squares = f64::from(side(code));
            prop_assert!(squares * code.side >= 55.0);
            let quiet = 4.0 * code.side;
            let (left, right) = (code.x - quiet, code.x + squares * code.side + quiet);
            let (top, bottom) = (code.y - quiet, code.y + squares * code.side + quiet);
            prop_assert!(left > 14.0 && right <= 196.0 + HAIR && top > 20.0 && bottom < 280.0);
            for item in &page.items {
                if let Some(b) = item.bounds {
                    let apart = b.x + b.width <= left + HAIR
                        || b.x >= right - HAIR
                        || b.y + b.height <= top + HAIR
                        || b.y >= bottom - HAIR;
                    prop_assert!(apart, "{b:?} lies on a code");
                }
            }
        }
    }
    Ok(())
}

fn check(sheet: JoinSheet) {
    faultless(&[sheet]).unwrap();
}

#[test]
fn texts_of_the_samples_stay_in_their_boxes() {
    for (_, sheets) in samples::all() {
        faultless(&sheets).unwrap();
    }
}

#[test]
fn the_longest_of_everything_stays_in_its_box_in_both_languages() {
    for language in [Language::Nl, Language::En] {
        for text in [
            "W",
            "W ",
            "jeugdhulpverleners ",
            "a-b/",
            "👩\u{200d}",
            "\u{fdfd} ",
            "\n",
        ] {
            let long = |bytes: usize| {
                let text = text.repeat(bytes / text.len());
                text.trim_end_matches('\u{200d}').to_owned()
            };
            let everywhere = JoinSheet {
                language,
                session: long(160),
                region: long(160),
                number: u32::MAX,
                name: long(160),
                wifi: Some(Wifi {
                    name: long(130),
                    password: long(130),
                }),
                url: "x".repeat(600),
                address: long(160),
                code: long(160),
            };
            check(JoinSheet {
                wifi: None,
                ..everywhere.clone()
            });
            check(everywhere);
        }
    }
}

fn sheet() -> impl Strategy<Value = JoinSheet> {
    let language = prop::sample::select(vec![Language::Nl, Language::En]);
    (
        prop::collection::vec(text(), 7),
        any::<bool>(),
        prop_oneof![9 => 1..40_u32, 1 => any::<u32>()],
        language,
    )
        .prop_map(|(texts, known, number, language)| {
            let text = |index: usize| texts[index].clone();
            let short = |index: usize| texts[index].chars().take(100).collect();
            JoinSheet {
                language,
                session: text(0),
                region: text(1),
                number,
                name: text(2),
                wifi: known.then(|| Wifi {
                    name: short(3),
                    password: short(4),
                }),
                url: format!("http://192.168.8.2/#{}", "aB3".repeat(texts[5].len() % 40)),
                address: text(5),
                code: text(6),
            }
        })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn texts_stay_in_their_boxes(sheet in sheet()) {
        faultless(&[sheet])?;
    }
}

/// The code on the page against the code of exactly this text, made at error correction M.
fn holds(code: &Squares, text: &str) -> bool {
    let expect = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
    let width = expect.width();
    let mut squares = vec![Color::Light; width * width];
    for &(column, row, length) in &code.stretches {
        let start = usize::from(row) * width + usize::from(column);
        squares[start..start + usize::from(length)].fill(Color::Dark);
    }
    squares == expect.to_colors()
}

#[test]
fn the_codes_say_the_wifi_and_the_address() {
    let sheets = samples::tables();
    let laid_out = lay_out(&sheets);
    assert_eq!(laid_out.pages.len(), 12);
    for (page, sheet) in sheets.iter().enumerate() {
        let [wifi, link] = codes(&laid_out, page)[..] else {
            panic!("two codes on page {page}");
        };
        assert!(holds(wifi, "WIFI:T:WPA;S:Regiotafel;P:samen-Verder 26;;"));
        assert!(holds(link, &sheet.url));
    }
    let open = lay_out(&[samples::open()]);
    assert!(holds(
        codes(&open, 0)[0],
        "WIFI:T:nopass;S:Dorpshuis_Gast;;"
    ));
    let world = lay_out(&[samples::world()]);
    let text = r#"WIFI:T:WPA;S:Café Ελένη 🎉;P:l1I O0o rn/m \\ \"x\";;"#;
    assert!(holds(codes(&world, 0)[0], text));
}

#[test]
fn a_wifi_that_is_not_known_has_no_code() {
    let nameless = JoinSheet {
        wifi: Some(Wifi::default()),
        ..samples::usual()
    };
    for sheet in [samples::no_wifi(), nameless] {
        let laid_out = lay_out(std::slice::from_ref(&sheet));
        let [link] = codes(&laid_out, 0)[..] else {
            panic!("one code");
        };
        assert!(holds(link, &sheet.url));
        let words = samples::words(sheet.language);
        let heading: String = texts(&laid_out)
            .filter(|(item, ..)| laid_out.nodes[item.node.unwrap().0].role == Role::Heading2)
            .map(|(_, run, _)| run.text.as_str())
            .take(2)
            .collect();
        assert_eq!(heading, format!("1\u{a0}{}", words.wifi_unknown));
    }
}

#[test]
fn what_is_typed_over_is_large_and_whole_and_in_the_face_in_which_no_two_letters_look_alike() {
    for (name, sheets) in samples::all() {
        for sheet in &sheets {
            let laid_out = lay_out(std::slice::from_ref(sheet));
            let wifi = sheet.wifi.clone().unwrap_or_default();
            for (text, least) in [
                (&sheet.address, 28.0),
                (&sheet.code, 28.0),
                (&wifi.name, 14.0),
                (&wifi.password, 14.0),
            ] {
                let whole = text.replace(' ', "\u{a0}");
                // A text may go on in the next lines, or in another face; nothing may come between.
                let nodes = (0..laid_out.nodes.len()).filter(|node| {
                    let runs = texts(&laid_out).filter(|(item, ..)| item.node.unwrap().0 == *node);
                    let shown: String = runs.map(|(_, run, _)| run.text.as_str()).collect();
                    !whole.is_empty() && shown == whole
                });
                let nodes: Vec<usize> = nodes.collect();
                assert!(!nodes.is_empty() || whole.is_empty(), "{name}: {text}");
                for (item, run, _) in texts(&laid_out) {
                    if nodes.contains(&item.node.unwrap().0) {
                        assert!(run.size >= least * POINT - HAIR, "{name}: {text}");
                        assert!(
                            !run.text.is_ascii() || run.face == Face::Bold,
                            "{name}: {text}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn what_does_not_fit_is_named_with_its_page() {
    let long = JoinSheet {
        session: "Bijeenkomst ".repeat(40),
        name: "山田".into(),
        ..samples::usual()
    };
    let sheets = lay_out(&[samples::usual(), long]);
    let named: Vec<_> = sheets
        .warnings
        .iter()
        .map(|warning| (warning.code, warning.page, warning.field))
        .collect();
    assert_eq!(
        named,
        [
            (WarningCode::TextCut, 1, Field::Header),
            (WarningCode::GlyphMissing, 1, Field::JoinTable),
        ]
    );
}

#[test]
fn a_document_holds_one_to_twelve_sheets() {
    let words = samples::words(Language::Nl);
    for count in [0, 13] {
        let sheets = vec![samples::usual(); count];
        let error = print::lay_out_join(&sheets, &words).unwrap_err();
        assert_eq!(error.kind, ErrorKind::SheetCount(count));
    }
}

#[test]
fn an_address_that_no_code_can_hold_is_refused() {
    let sheet = JoinSheet {
        url: "x".repeat(2400),
        ..samples::usual()
    };
    let error = print::lay_out_join(&[sheet], &samples::words(Language::Nl)).unwrap_err();
    assert_eq!(
        error.kind,
        ErrorKind::CodeTooLong {
            field: Field::JoinAddress,
            characters: 2400
        }
    );
}

#[test]
fn the_preview_is_small_and_says_what_it_is() {
    for (name, sheets) in samples::all() {
        let svg = print::svg::write(&lay_out(&sheets).pages[0]);
        assert!(svg.len() < 150_000, "{name}: {}", svg.len());
    }
    let svg = print::svg::write(&lay_out(&[samples::usual()]).pages[0]);
    assert!(svg.contains("<title>Tafel 3 · De Klimop</title>"));
}
