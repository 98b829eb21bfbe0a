//! What must hold for every overview poster, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{Language, Mark, Overview, OverviewQuestion, Role, Sheets};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::checks::{Rules, cases_of_much, text, texts};

#[path = "samples/charts.rs"]
mod charts;
mod checks;
#[path = "samples/random.rs"]
mod random;
#[path = "samples/overview.rs"]
mod samples;

fn lay_out(overview: &Overview) -> Sheets {
    let language = overview.language;
    print::lay_out_overview(
        overview,
        &samples::words(language),
        &charts::words(language),
    )
}

/// Every text lies in its box on the page, off every other, and is large enough; every box lies above the footer.
fn faultless(overview: &Overview) -> Result<Sheets, TestCaseError> {
    let sheets = lay_out(overview);
    let rules = Rules {
        least_points: 16.0,
        overlap: 0.1,
    };
    checks::faultless(&sheets, rules)?;
    for page in &sheets.pages {
        prop_assert!((page.width_mm, page.height_mm) == (594.0, 841.0));
        for item in &page.items {
            if let Mark::Rect(rect) = &item.mark
                && rect.stroke.is_some()
                && item.node.is_none()
            {
                let bottom = rect.area.y + rect.area.height;
                prop_assert!(bottom <= 841.0 - 15.9, "a box ends at {bottom}");
            }
        }
    }
    for (_, run, bounds) in texts(&sheets) {
        prop_assert!(bounds.x >= 25.9 && bounds.x + bounds.width <= 594.0 - 25.9);
        let footer = bounds.y > 841.0 - 22.1;
        let least = if footer { 16.0 } else { 23.99 };
        // A number of many digits may shrink on its badge.
        let number = run.text.chars().all(|c| c.is_ascii_digit());
        prop_assert!(
            run.size >= least * 25.4 / 72.0 || number,
            "{} at {}",
            run.text,
            run.size
        );
    }
    Ok(sheets)
}

#[test]
fn eight_to_twenty_four_questions_stand_on_one_poster() {
    for (name, overview) in samples::all() {
        let sheets = faultless(&overview).unwrap();
        assert_eq!(sheets.warnings, [], "{name}");
        let pages = if overview.questions.len() > 24 { 2 } else { 1 };
        assert_eq!(sheets.pages.len(), pages, "{name}");
    }
}

#[test]
fn every_question_is_a_heading_with_its_sentence_and_its_chart_in_order() {
    for (name, overview) in samples::all() {
        let sheets = lay_out(&overview);
        let count = |role: Role| sheets.nodes.iter().filter(|node| node.role == role).count();
        assert_eq!(count(Role::Heading2), overview.questions.len(), "{name}");
        assert_eq!(count(Role::Figure), overview.questions.len(), "{name}");
        let mut said = String::new();
        for (item, run, _) in texts(&sheets) {
            if sheets.nodes[item.node.unwrap().0].role != Role::Figure {
                said.push_str(&run.text);
            }
        }
        let squeezed: String = said
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
            .collect();
        let mut at = 0;
        for (index, question) in overview.questions.iter().enumerate() {
            let expect = format!("{}{}{}", index + 1, question.question, question.sentence);
            let expect: String = expect.chars().filter(|c| !c.is_whitespace()).collect();
            let next = squeezed[at..].find(&expect);
            at += next.unwrap_or_else(|| panic!("{name}: {expect} in {}", &squeezed[at..]));
        }
    }
}

#[test]
fn what_all_charts_say_below_them_is_said_once() {
    let (_, overview) = samples::all().swap_remove(0);
    let sheets = lay_out(&overview);
    let printed: String = texts(&sheets)
        .map(|(_, run, _)| run.text.as_str())
        .collect();
    // In the header as the caller words it, and below the title.
    assert_eq!(
        printed
            .replace('\u{a0}', " ")
            .matches("4.981 ervaringen, hele land")
            .count(),
        2
    );
    assert_eq!(printed.matches("2.410 ervaringen, hele land.").count(), 2);
}

#[test]
fn a_poster_without_questions_or_of_one_is_a_poster() {
    for count in [0, 1] {
        let (_, mut overview) = samples::all().swap_remove(1);
        overview.questions.truncate(count);
        assert_eq!(faultless(&overview).unwrap().pages.len(), 1);
    }
}

#[test]
fn several_posters_say_which_they_are() {
    let (_, overview) = samples::all().swap_remove(4);
    let sheets = lay_out(&overview);
    let titles: Vec<&str> = sheets
        .pages
        .iter()
        .map(|page| page.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Wat alle ervaringen samen laten zien, blad 1 van 2",
            "Wat alle ervaringen samen laten zien, blad 2 van 2",
        ]
    );
    let printed: String = texts(&sheets)
        .map(|(_, run, _)| run.text.as_str())
        .collect();
    assert!(printed.contains("blad 2 van 2"));
}

fn overview() -> impl Strategy<Value = Overview> {
    let question = (text(), text(), random::chart());
    let question = question.prop_map(|(question, sentence, chart)| OverviewQuestion {
        question,
        sentence,
        chart,
    });
    (
        prop::collection::vec(text(), 7),
        prop::collection::vec(question, 0..6),
        any::<bool>(),
    )
        .prop_map(|(texts, questions, english)| {
            let text = |index: usize| texts[index].clone();
            Overview {
                language: if english { Language::En } else { Language::Nl },
                region: text(0),
                date: text(1),
                stories: text(2),
                title: text(3),
                theme: text(4),
                questions,
                made_at: text(5),
                provenance: text(6),
            }
        })
}

proptest! {
    #![proptest_config(cases_of_much())]

    #[test]
    fn texts_stay_in_their_boxes(overview in overview()) {
        faultless(&overview)?;
    }
}
