//! What must hold for every poster, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{Field, Form, Language, Poster, Quote, Saw, SawKind, Sheets, WarningCode};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::checks::{HAIR, Rules, cases, text, texts};

mod checks;
mod samples;

fn lay_out(poster: &Poster) -> Sheets {
    print::lay_out_poster(poster, &samples::words(poster.language))
}

/// Every text lies in its box, every box on the page, and no two texts on each other.
fn faultless(poster: &Poster) -> Result<(), TestCaseError> {
    let rules = Rules {
        least_points: 16.0,
        overlap: 1.5,
    };
    checks::faultless(&lay_out(poster), rules)
}

fn check(poster: &Poster) {
    faultless(poster).unwrap();
}

#[test]
fn texts_of_the_samples_stay_in_their_boxes() {
    for (_, poster) in samples::all() {
        check(&poster);
    }
}

/// The same text in every field.
fn everywhere(text: &str) -> Poster {
    let text = || text.to_owned();
    Poster {
        region: text(),
        date: text(),
        table: text(),
        people: text(),
        name: text(),
        pitch: text(),
        perspectives: vec![text(), text(), text(), text()],
        touched: Some(Quote {
            text: text(),
            teller: text(),
        }),
        saw: SawKind::ALL
            .into_iter()
            .map(|kind| Saw { kind, text: text() })
            .collect(),
        proposal: text(),
        sort: Some(text()),
        for_whom: text(),
        start_small: text(),
        first_step: text(),
        first_step_day: Some(text()),
        already: text(),
        money: text(),
        room: text(),
        people_needed: text(),
        knowledge: text(),
        satisfied: text(),
        story_in_a_year: text(),
        made_at: text(),
        provenance: text(),
        ..samples::filled()
    }
}

/// A sort of two lines beside the heading of the proposal lay on the proposal.
#[test]
fn a_sort_with_a_line_end_stays_off_the_proposal() {
    check(&Poster {
        sort: Some("Experiment\nen proef".into()),
        ..samples::filled()
    });
}

#[test]
fn unusual_texts_stay_in_their_boxes() {
    let family = ["👩"; 24].join("\u{200d}");
    for text in [
        "a\nb",
        "Stap\n".repeat(30).as_str(),
        "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\nb",
        // A single cluster that is wider than any line, and a single character that is wider than most.
        &family,
        &format!("een {family} twee"),
        "\u{fdfd}",
        "\u{2e3b}\u{2e3b}\u{2e3b}\u{2e3b}\u{2e3b}\u{2e3b}",
        "محمد الأمين a\nb محمد",
        &format!("a{}", "\u{301}".repeat(200)),
        &"€\u{a0}1.200\u{a0}".repeat(30),
        "\u{200d}\n\u{200d} \u{200d}\na",
        &"a-b/c–".repeat(30),
    ] {
        check(&everywhere(text));
        check(&Poster {
            form: Form::Blank,
            ..everywhere(text)
        });
    }
}

#[test]
fn what_does_not_fit_in_the_header_ends_with_an_ellipsis_and_is_named() {
    let text = || "محمد، \u{202e}leraar\u{7} 👩🏽‍🏫 de\n jeugdhulpverleners € 1.200 שלום ".repeat(30);
    let sheets = lay_out(&Poster {
        region: text(),
        date: text(),
        table: text(),
        people: text(),
        ..samples::filled()
    });
    let header: std::collections::BTreeSet<usize> = texts(&sheets)
        .filter(|(_, run, _)| run.y < 34.0)
        .map(|(item, ..)| item.node.unwrap().0)
        .collect();
    let shown = shown(&sheets);
    assert_eq!(header.len(), 3);
    for node in header {
        assert!(shown[node].ends_with('…'), "{}", shown[node]);
    }
    let cut = |warning: &print::Warning| {
        (warning.code, warning.field) == (WarningCode::TextCut, Field::Header)
    };
    assert!(sheets.warnings.iter().any(cut));
}

fn poster() -> impl Strategy<Value = Poster> {
    let kind = prop::sample::select(SawKind::ALL.to_vec());
    (
        prop::collection::vec(text(), 20),
        prop::collection::vec(text(), 0..7),
        prop::collection::vec((kind, text()), 0..8),
        any::<bool>(),
        prop::sample::select(vec![Language::Nl, Language::En]),
    )
        .prop_map(|(texts, perspectives, saw, quote, language)| {
            let text = |index: usize| texts[index].clone();
            Poster {
                language,
                region: text(0),
                date: text(1),
                table: text(2),
                people: text(3),
                name: text(4),
                pitch: text(5),
                perspectives,
                touched: quote.then(|| Quote {
                    text: text(6),
                    teller: text(7),
                }),
                saw: saw
                    .into_iter()
                    .map(|(kind, text)| Saw { kind, text })
                    .collect(),
                proposal: text(8),
                sort: Some(text(9)),
                for_whom: text(10),
                start_small: text(11),
                first_step: text(12),
                first_step_day: Some(text(13)),
                already: text(14),
                money: text(15),
                room: text(16),
                people_needed: text(17),
                knowledge: text(18),
                satisfied: text(19),
                story_in_a_year: text(6),
                calendar: Some(text(8)),
                made_at: text(0),
                provenance: text(3),
                ..Poster::default()
            }
        })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn texts_stay_in_their_boxes(poster in poster()) {
        faultless(&poster)?;
    }
}

#[test]
fn what_does_not_fit_or_has_no_glyph_is_named() {
    let named = |poster: &Poster| {
        lay_out(poster)
            .warnings
            .iter()
            .map(|w| (w.code, w.field.key()))
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&samples::filled()), []);
    assert_eq!(
        named(&samples::world()),
        [(WarningCode::GlyphMissing, "first_step")]
    );
    let extreme = named(&samples::extreme());
    for field in [
        "touched",
        "proposal",
        "for_whom",
        "money",
        "satisfied",
        "story_in_a_year",
    ] {
        assert!(extreme.contains(&(WarningCode::TextCut, field)), "{field}");
    }
    let shown: String = texts(&lay_out(&samples::extreme()))
        .map(|(_, run, _)| run.text.as_str())
        .collect();
    assert!(shown.matches('…').count() >= 12);
    let calendar = Poster {
        calendar: Some("x".repeat(4000)),
        ..samples::filled()
    };
    assert_eq!(named(&calendar), [(WarningCode::CalendarTooLong, "sign")]);
}

#[test]
fn what_is_cut_is_counted() {
    let sheets = lay_out(&samples::one_long());
    let cut = sheets
        .warnings
        .iter()
        .find(|warning| warning.code == WarningCode::TextCut)
        .map_or(0, |w| w.characters);
    assert!(cut < 400, "{cut} of 2,000 characters do not fit");
}

/// A poster with a text of so many characters in every field, and those texts by field, each with a first word of its own.
fn full(characters: usize) -> (Poster, Vec<(Field, String)>) {
    let mut written: Vec<(Field, String)> = Vec::new();
    let mut write = |field: Field| {
        let text = format!("Tekst{}e {}", written.len(), samples::long(characters));
        written.push((field, text.clone()));
        text
    };
    let note = |kind, text| Saw { kind, text };
    let poster = Poster {
        region: write(Field::Header),
        people: write(Field::Header),
        name: write(Field::Name),
        pitch: write(Field::Pitch),
        perspectives: (0..3).map(|_| write(Field::Perspectives)).collect(),
        touched: Some(Quote {
            text: write(Field::Touched),
            teller: write(Field::Touched),
        }),
        saw: SawKind::ALL
            .into_iter()
            .map(|kind| note(kind, write(Field::Saw)))
            .collect(),
        proposal: write(Field::Proposal),
        sort: Some(write(Field::Sort)),
        for_whom: write(Field::ForWhom),
        start_small: write(Field::StartSmall),
        first_step: write(Field::FirstStep),
        already: write(Field::Already),
        money: write(Field::Money),
        room: write(Field::Room),
        people_needed: write(Field::PeopleNeeded),
        knowledge: write(Field::Knowledge),
        satisfied: write(Field::Satisfied),
        story_in_a_year: write(Field::StoryInAYear),
        made_at: write(Field::Footer),
        provenance: write(Field::Footer),
        ..samples::filled()
    };
    (poster, written)
}

/// What a node shows, without spaces and without the hyphens at line ends.
fn shown(sheets: &Sheets) -> Vec<String> {
    let mut nodes = vec![String::new(); sheets.nodes.len()];
    for (item, run, _) in texts(sheets) {
        let soft = run.glyphs.iter().find(|glyph| glyph.soft);
        let end = soft.map_or(run.text.len(), |glyph| glyph.start as usize);
        nodes[item.node.unwrap().0].extend(run.text[..end].split_whitespace());
    }
    nodes
}

#[test]
fn every_text_is_whole_or_ends_with_an_ellipsis_and_is_named() {
    for characters in [30, 90, 300, 700, 2000] {
        let (mut poster, written) = full(characters);
        poster.first_step_day = None;
        let sheets = lay_out(&poster);
        let shown = shown(&sheets);
        let mut cut: Vec<&str> = Vec::new();
        for (field, text) in &written {
            let whole: String = print::polish(text).split_whitespace().collect();
            let first = text.split(' ').next().unwrap();
            let found = shown
                .iter()
                .find_map(|node| node.find(first).map(|at| &node[at..]))
                .unwrap_or_else(|| panic!("{first} of {field:?} is not shown"));
            if !found.starts_with(&whole) {
                let kept = found.strip_suffix('…');
                let kept = kept.unwrap_or_else(|| panic!("{field:?} ends in {found}"));
                assert!(whole.starts_with(kept), "{field:?}: {kept}");
                cut.push(field.key());
            }
        }
        cut.sort_unstable();
        cut.dedup();
        let mut named: Vec<&str> = sheets
            .warnings
            .iter()
            .filter(|warning| warning.code == WarningCode::TextCut)
            .map(|warning| warning.field.key())
            .collect();
        named.sort_unstable();
        assert_eq!(cut, named, "at {characters} characters");
        match characters {
            30 => assert!(cut.is_empty(), "{cut:?}"),
            2000 => assert_eq!(cut.len(), 19, "{cut:?}"),
            _ => {}
        }
    }
}

#[test]
fn text_is_large_enough_to_read_from_afar() {
    let point = 25.4 / 72.0;
    for (name, poster) in samples::all() {
        let sheets = lay_out(&poster);
        for (item, run, _) in texts(&sheets) {
            let role = sheets.nodes[item.node.unwrap().0].role;
            let least = match role {
                print::Role::Heading1 if run.face == print::Face::Display => 60.0,
                print::Role::Heading2 => 60.0,
                _ if run.y > 820.0 => 16.0,
                _ => 24.0,
            };
            assert!(
                run.size >= least * point - HAIR,
                "{name}: {} is {:.1} points",
                run.text,
                run.size / point
            );
        }
    }
    let sheets = lay_out(&samples::filled());
    let body = texts(&sheets)
        .find(|(_, run, _)| run.text.starts_with("Leraren van vier"))
        .map_or(0.0, |(_, run, _)| run.size);
    assert!(body >= 28.0 * point, "body is {:.1} points", body / point);
}

#[test]
fn both_languages_have_all_the_words() {
    let keys = |json: &str| {
        let all: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json).unwrap();
        all.into_iter()
            .map(|(key, _)| key)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let expect: std::collections::BTreeSet<String> = print::Words::KEYS
        .iter()
        .chain(print::JoinWords::KEYS)
        .map(|key| (*key).to_owned())
        .collect();
    assert_eq!(
        keys(include_str!("../../../../assets/locales/nl/print.json")),
        expect
    );
    assert_eq!(
        keys(include_str!("../../../../assets/locales/en/print.json")),
        expect
    );
}

#[test]
fn the_preview_is_small_and_says_what_it_is() {
    for (name, mut poster) in samples::all() {
        if name == "filled" {
            poster.name = "Wij & <jullie>".into();
        }
        let svg = print::svg::write(&lay_out(&poster).pages[0]);
        assert!(svg.len() < 400_000, "{name}: {}", svg.len());
        assert!(
            svg.starts_with("<svg ")
                && svg.contains("role=\"img\"><title>")
                && svg.ends_with("</svg>")
        );
        assert!(name != "filled" || svg.contains("<title>Wij &amp; &lt;jullie&gt;</title>"));
        assert!(!svg.contains("<script") && !svg.contains("style="));
    }
}
