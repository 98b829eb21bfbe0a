//! What must hold for every brochure and every chart on it, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{
    Brochure, BrochureForm, BrochureObservation, BrochureStory, Field, Language, Mark, Sheets,
    WarningCode,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use stories::{Chart, ChartKind, StoryId};

use crate::checks::{Rules, cases_of_much, text, texts};

#[path = "samples/charts.rs"]
mod charts;
mod checks;
#[path = "samples/random.rs"]
mod random;
#[path = "samples/brochure.rs"]
mod samples;

fn lay_out(brochure: &Brochure) -> Sheets {
    let language = brochure.language;
    print::lay_out_brochure(
        brochure,
        &samples::words(language),
        &charts::words(language),
    )
}

/// Every text lies in its box on its panel and off every other.
fn faultless(brochure: &Brochure) -> Result<Sheets, TestCaseError> {
    let sheets = lay_out(brochure);
    let rules = Rules {
        least_points: 6.2,
        overlap: 0.1,
    };
    checks::faultless(&sheets, rules)?;
    prop_assert!([2, 4].contains(&sheets.pages.len()));
    for page in &sheets.pages {
        prop_assert!((page.width_mm, page.height_mm) == (297.0, 210.0));
    }
    for (_, run, bounds) in texts(&sheets) {
        let (left, right) = (bounds.x, bounds.x + bounds.width);
        let on_a_panel = right <= 138.0 || left >= 159.0;
        prop_assert!(
            on_a_panel && left >= 10.9 && right <= 286.1,
            "{}: {bounds:?}",
            run.text
        );
        prop_assert!(
            bounds.y + bounds.height <= 203.0,
            "{}: {bounds:?}",
            run.text
        );
    }
    Ok(sheets)
}

/// All that is said, in the order in which it is read.
fn said(sheets: &Sheets) -> String {
    let mut said = String::new();
    for node in 0..sheets.nodes.len() {
        for (item, run, _) in texts(sheets) {
            if item.node.is_some_and(|id| id.0 == node) {
                said.push_str(&run.text);
            }
        }
        said.push(' ');
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    words.join(" ").replace('\u{a0}', " ")
}

fn alts(sheets: &Sheets) -> Vec<&str> {
    let figures = sheets.nodes.iter().filter_map(|node| node.figure.as_ref());
    figures.map(|(alt, _)| alt.as_str()).collect()
}

fn with_chart(chart: Chart) -> Brochure {
    let mut brochure = samples::small();
    brochure.observations.truncate(1);
    brochure.observations[0].chart = chart;
    brochure
}

#[test]
fn texts_of_the_samples_stay_on_their_panels() {
    for (_, brochure) in samples::all() {
        faultless(&brochure).unwrap();
    }
}

#[test]
fn a_small_brochure_is_one_sheet_and_a_large_one_two() {
    for (brochure, pages) in [
        (samples::small(), 2),
        (samples::usual(), 4),
        (samples::full(), 4),
    ] {
        let sheets = lay_out(&brochure);
        assert_eq!(sheets.pages.len(), pages);
        assert_eq!(sheets.warnings, []);
    }
}

#[test]
fn both_forms_say_the_same_in_the_same_order() {
    let (booklet, flat) = (lay_out(&samples::usual()), lay_out(&samples::flat()));
    assert_eq!(said(&booklet), said(&flat));
    let first = |sheets: &Sheets| {
        let page = &sheets.pages[0];
        let left = page.items.iter().find_map(|item| match &item.mark {
            Mark::Glyphs(run) if run.size > 12.0 => Some(run.x),
            _ => None,
        });
        left.unwrap() < 148.5
    };
    // The cover is the right half of the outside of a booklet, and the left half of the first page to read.
    assert!(!first(&booklet) && first(&flat));
}

#[test]
fn everything_in_the_model_is_on_the_panels() {
    for brochure in [samples::small(), samples::usual(), samples::full()] {
        let said = said(&lay_out(&brochure));
        let mut parts = vec![
            brochure.title.clone(),
            brochure.linking_question.clone(),
            brochure.session.clone(),
        ];
        for observation in &brochure.observations {
            parts.push(format!("Observatie {}", observation.code));
            parts.push(observation.text.clone());
            for (letter, text) in ["a", "b", "c"].iter().zip(&observation.interpretations) {
                parts.push(format!("{}{letter} {text}", observation.code));
            }
        }
        for story in &brochure.stories {
            parts.push(format!(
                "{} E{} · {} {}",
                story.title, story.story.0, story.teller, story.excerpt
            ));
        }
        let plain = |text: &str| text.replace(['\u{ad}', '\u{a0}'], " ");
        let mut at = 0;
        for part in &parts {
            let next = said[at..].find(&plain(part));
            at += next.unwrap_or_else(|| panic!("{part:?} in {:?}", &said[at..]));
        }
    }
}

#[test]
fn what_does_not_fit_on_two_sheets_is_named_and_printed() {
    let sheets = lay_out(&samples::too_much());
    let named: Vec<_> = sheets
        .warnings
        .iter()
        .map(|one| (one.code, one.page, one.field))
        .collect();
    assert_eq!(
        named,
        [
            (WarningCode::TextCut, 0, Field::BrochureObservation),
            (WarningCode::TextCut, 0, Field::BrochureStory),
        ]
    );
    let words = samples::words(Language::Nl).cut;
    let printed: String = texts(&sheets)
        .map(|(_, run, _)| run.text.as_str())
        .collect();
    assert!(printed.contains(&words));
}

#[test]
fn a_chart_is_read_aloud_in_plain_words() {
    let sheets = lay_out(&with_chart(charts::relations()));
    assert_eq!(
        alts(&sheets),
        [
            "Wie had de meeste invloed? Zoveel van de 100: goed tot perfect. \
          ouders 46 van 100: 412 van de 903 ervaringen; bij alle ervaringen samen 38 van 100. \
          leraar 62 van 100: 690 van de 1.120 ervaringen; bij alle ervaringen samen 38 van 100. \
          intern begeleider 29 van 100: 98 van de 340 ervaringen; bij alle ervaringen samen 38 van 100. \
          schoolleiding 15 van 100: 60 van de 411 ervaringen; bij alle ervaringen samen 38 van 100. \
          samenwerkingsverband 25 van 100: 7 van de 28 ervaringen; bij alle ervaringen samen 38 van 100; een aanwijzing. \
          leerplicht: te weinig ervaringen (11) om iets te zeggen. \
          Streepje: zoals bij alle ervaringen samen. Bij minder dan 30 ervaringen is het een aanwijzing. \
          Gearceerd: een aanwijzing. 1.120 ervaringen, hele land."
        ]
    );
    let sheets = lay_out(&with_chart(charts::cells()));
    let alts = alts(&sheets);
    assert!(alts[0].contains("leraren, teleurstelling 34 van 100: 301 van de 895 ervaringen."));
    assert!(alts[0].contains("anderen, verdriet: te weinig ervaringen (6) om iets te zeggen."));
}

/// The texts of the picture.
fn in_figure(sheets: &Sheets) -> Vec<String> {
    let figure = sheets
        .nodes
        .iter()
        .position(|node| node.figure.is_some())
        .unwrap();
    let runs = texts(sheets).filter(|(item, ..)| item.node.is_some_and(|node| node.0 == figure));
    runs.map(|(_, run, _)| run.text.trim().to_owned()).collect()
}

#[test]
fn every_number_is_printed_and_too_few_has_no_share() {
    let said = in_figure(&lay_out(&with_chart(charts::relations()))).join(" ");
    for part in [
        "46 van 100",
        "412 van de 903",
        "25 van 100",
        "7 van de 28",
        "te weinig",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("18 van 100") && !said.contains("2 van de 11"));
    let cells = in_figure(&lay_out(&with_chart(charts::cells())));
    assert_eq!(cells.iter().filter(|text| *text == "–").count(), 5);
}

/// The bars and the lines of the picture, without colour.
fn shapes(chart: Chart) -> (usize, usize) {
    let sheets = lay_out(&with_chart(chart));
    let figure = sheets
        .nodes
        .iter()
        .position(|node| node.figure.is_some())
        .unwrap();
    let items = sheets.pages.iter().flat_map(|page| &page.items);
    let marks = items.filter(|item| item.node.is_some_and(|node| node.0 == figure));
    let (mut filled, mut slanted) = (0, 0);
    for item in marks {
        match &item.mark {
            Mark::Rect(rect) if rect.fill.is_some() => filled += 1,
            Mark::Line(line) if line.from.0 != line.to.0 && line.from.1 != line.to.1 => {
                slanted += 1
            }
            _ => {}
        }
    }
    (filled, slanted)
}

#[test]
fn an_indication_is_hatched_and_the_rest_is_solid() {
    let bar = |count, of| charts::bars("", "", &[("een", count, of, None)]);
    let (filled, slanted) = shapes(bar(20, 40));
    assert_eq!((filled, slanted), (1, 0));
    let (filled, slanted) = shapes(bar(12, 24));
    assert!(filled == 0 && slanted > 5, "{filled} {slanted}");
    assert_eq!(shapes(bar(6, 12)), (0, 0));
}

#[test]
fn a_cell_is_hatched_the_denser_the_more() {
    let table = |count| {
        let mut chart = charts::bars("", "", &[("een", count, 100, None)]);
        chart.kind = ChartKind::Cells;
        chart.columns = vec!["ja".into()];
        shapes(chart).1
    };
    let lines: Vec<usize> = [2, 10, 25, 40, 60, 90].into_iter().map(table).collect();
    assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "{lines:?}");
    assert_eq!(lines[0], 0);
}

#[test]
fn a_chart_that_is_higher_than_a_panel_goes_on_with_the_same_scale() {
    let labels: Vec<String> = (0..40).map(|number| format!("antwoord {number}")).collect();
    let rows: Vec<_> = labels
        .iter()
        .map(|label| (label.as_str(), 100, 400, None))
        .collect();
    let sheets = lay_out(&with_chart(charts::bars("", "", &rows)));
    assert_eq!(sheets.warnings, []);
    assert!(alts(&sheets).len() > 1);
    let said = said(&sheets);
    for label in &labels {
        assert!(said.contains(label.as_str()), "{label}");
    }
}

#[test]
fn what_a_table_thinks_stands_beside_the_others_with_its_name_and_no_letter() {
    let mut brochure = samples::usual();
    brochure.table = "Tafel 3".into();
    brochure.observations[0].own = vec!["Wij denken dat tijd meer telt dan geld.".into()];
    let said = said(&lay_out(&brochure));
    let own = said.find("Tafel 3 Wij denken dat tijd meer telt dan geld.");
    let own = own.unwrap_or_else(|| panic!("{said}"));
    let last =
        char::from(b'a' + u8::try_from(brochure.observations[0].interpretations.len()).unwrap());
    let code = &brochure.observations[0].code;
    assert!(!said.contains(&format!("{code}{last}")), "{said}");
    assert!(said[..own].contains(&format!("{code}a")));
    assert!(said[own..].contains("Onze eigen duiding"), "{said}");
}

fn brochure() -> impl Strategy<Value = Brochure> {
    let observation = (
        text(),
        text(),
        random::chart(),
        prop::collection::vec(text(), 0..5),
        prop::collection::vec(text(), 0..3),
    );
    let observation =
        observation.prop_map(
            |(code, text, chart, interpretations, own)| BrochureObservation {
                code: code.chars().take(12).collect(),
                text,
                chart,
                interpretations,
                own,
            },
        );
    let story = (any::<u32>(), text(), text(), text());
    let story = story.prop_map(|(story, title, teller, excerpt)| BrochureStory {
        story: StoryId(story),
        title,
        teller,
        excerpt,
    });
    (
        prop::collection::vec(text(), 7),
        prop::collection::vec(observation, 0..4),
        prop::collection::vec(story, 0..4),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(texts, observations, stories, flat, english)| {
            let text = |index: usize| texts[index].clone();
            Brochure {
                language: if english { Language::En } else { Language::Nl },
                form: if flat {
                    BrochureForm::Flat
                } else {
                    BrochureForm::Booklet
                },
                code: texts[0].chars().take(12).collect(),
                title: text(1),
                linking_question: text(2),
                observations,
                stories,
                region: text(3),
                session: text(4),
                date: text(5),
                table: text(6),
            }
        })
}

proptest! {
    #![proptest_config(cases_of_much())]

    #[test]
    fn texts_stay_on_their_panels(brochure in brochure()) {
        faultless(&brochure)?;
    }
}
