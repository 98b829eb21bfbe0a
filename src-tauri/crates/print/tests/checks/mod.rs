//! What must hold for every sheet, and texts to try it with.

#![allow(dead_code, reason = "each test uses what it needs")]

use print::{Area, GlyphRun, Item, Mark, Sheets};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseError};

/// What rounding may add to a length.
pub const HAIR: f64 = 0.01;

/// What differs from sheet to sheet.
#[derive(Clone, Copy)]
pub struct Rules {
    /// The smallest text.
    pub least_points: f64,
    /// How far the boxes of two texts may lie over each other: the white above and below their letters.
    pub overlap: f64,
}

/// The texts of all pages with their boxes.
pub fn texts(sheets: &Sheets) -> impl Iterator<Item = (&Item, &GlyphRun, Area)> {
    sheets.pages.iter().flat_map(|page| texts_of(&page.items))
}

fn texts_of(items: &[Item]) -> impl Iterator<Item = (&Item, &GlyphRun, Area)> {
    items
        .iter()
        .filter_map(|item| match (&item.mark, item.bounds) {
            (Mark::Glyphs(run), Some(bounds)) => Some((item, run, bounds)),
            _ => None,
        })
}

/// Every text lies in its box, every box on its page, and no two texts on each other.
pub fn faultless(sheets: &Sheets, rules: Rules) -> Result<(), TestCaseError> {
    for page in &sheets.pages {
        let mut boxes: Vec<(Option<print::NodeId>, Area)> = Vec::new();
        for (item, run, bounds) in texts_of(&page.items) {
            prop_assert!(
                run.x >= bounds.x - HAIR && run.x + run.width <= bounds.x + bounds.width + HAIR,
                "{run:?} in {bounds:?}"
            );
            prop_assert!(
                run.y > bounds.y && run.y < bounds.y + bounds.height,
                "{run:?} in {bounds:?}"
            );
            prop_assert!(
                bounds.x > 0.0 && bounds.x + bounds.width < page.width_mm,
                "{} at {bounds:?}",
                run.text
            );
            prop_assert!(
                bounds.y > 0.0 && bounds.y + bounds.height < page.height_mm,
                "{} at {bounds:?}",
                run.text
            );
            prop_assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{run:?}");
            prop_assert!(run.size >= rules.least_points * 25.4 / 72.0 - HAIR);
            let place = (item.node, bounds);
            if boxes.last() != Some(&place) {
                boxes.push(place);
            }
        }
        for (index, (one, a)) in boxes.iter().enumerate() {
            for (other, b) in &boxes[index + 1..] {
                let apart = a.x + a.width <= b.x + HAIR
                    || b.x + b.width <= a.x + HAIR
                    || a.y + a.height <= b.y + rules.overlap
                    || b.y + b.height <= a.y + rules.overlap;
                prop_assert!(apart, "{one:?} {a:?} lies on {other:?} {b:?}");
            }
        }
    }
    Ok(())
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(vec![
            "de", "leraar", "jeugdhulpverleners", "tweeëntwintig", "’s avonds", "€ 1.200", "63 %", "woensdag", "één", "IB'ers,",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["فاطمة", "الزهراء", "محمد،", "Ελένη", "Παπαδοπούλου", "Ольга", "Łukasz", "Ayşe", "ĳs"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec!["👩🏽‍🏫", "🎉", "👨‍👩‍👧", "1️⃣", "漢字", "שלום", "\u{301}", "\u{200d}", "\u{202e}x", "\n", "a\u{0}b", "\u{10ffff}", "👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩"])
            .prop_map(str::to_owned),
        1 => "[a-z]{60}",
        1 => any::<char>().prop_map(String::from),
    ]
}

/// A text as people may write it: none, short, long, with line ends, in many scripts.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        3 => prop::collection::vec(word(), 1..12).prop_map(|words| words.join(" ")),
        1 => prop::collection::vec(word(), 2..5).prop_map(|words| words.join("\n")),
        1 => prop::collection::vec(word(), 40..300).prop_map(|words| words.join(" ").chars().take(2000).collect()),
    ]
}

/// The same few sheets every time; `PRINT_CASES=1000` tries as many others, new ones each time. `PROPTEST_RNG_SEED` then says
/// which.
pub fn cases() -> ProptestConfig {
    let more = std::env::var("PRINT_CASES")
        .ok()
        .map(|cases| cases.parse().expect("PRINT_CASES is a number"));
    let usual = ProptestConfig {
        cases: more.unwrap_or(24),
        failure_persistence: None,
        max_shrink_iters: 5_000,
        max_shrink_time: 60_000,
        ..ProptestConfig::default()
    };
    if more.is_some() {
        return usual;
    }
    ProptestConfig {
        rng_seed: RngSeed::Fixed(20_261_122),
        ..usual
    }
}

/// The same for sheets that hold so much that each of them takes long.
#[allow(dead_code, reason = "only some kinds of sheets hold much")]
pub fn cases_of_much() -> ProptestConfig {
    let usual = cases();
    ProptestConfig {
        cases: usual.cases.div_ceil(4),
        ..usual
    }
}
