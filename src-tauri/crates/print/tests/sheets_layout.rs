//! What must hold for the sheets for tables on paper and for the facilitator, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use std::collections::BTreeSet;

use print::{
    AgreementCard, Choice, CoverSheet, ErrorKind, Field, Language, Mark, NoteSheet, Paper,
    PrintJob, Role, RunSheet, RunStep, Sheets, Sides, StepKind, TableSheet, TestPage, VoteSheet,
    WarningCode,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::checks::{Rules, cases, text, texts};

mod checks;
#[path = "samples/sheets.rs"]
mod samples;

/// The smallest text: on the test page it is there to see whether it can be read.
fn least(name: &str) -> f64 {
    if name.starts_with("test_page") {
        6.0
    } else {
        9.0
    }
}

fn faultless(name: &str, sheets: &Sheets) -> Result<(), TestCaseError> {
    let rules = Rules {
        least_points: least(name),
        overlap: 0.15,
    };
    checks::faultless(sheets, rules)?;
    for page in &sheets.pages {
        prop_assert_eq!((page.width_mm, page.height_mm), (210.0, 297.0));
        prop_assert!(!page.title.is_empty());
    }
    Ok(())
}

/// All sheets that can be made of these texts.
fn everything(
    language: Language,
    texts: &[String],
    numbers: &[u32],
) -> Vec<(&'static str, Sheets)> {
    let words = samples::words(language);
    // What is longer than any box is cut the same way as what is a little longer, and takes long to try.
    let text = |nth: usize| {
        texts[nth % texts.len()]
            .chars()
            .take(400)
            .collect::<String>()
    };
    let number = |nth: usize| numbers[nth % numbers.len()];
    let many = |from: usize, count: u32| (from..from + count as usize).map(text).collect();
    let choices = |count: u32| {
        (0..count as usize)
            .map(|nth| Choice {
                code: text(nth).chars().take(60).collect(),
                name: text(nth + 1),
            })
            .collect()
    };
    let note = NoteSheet {
        language,
        session: text(0),
        region: text(1),
        number: number(0),
        name: text(2),
        codes: many(3, number(1) % 9),
    };
    let vote = VoteSheet {
        language,
        session: text(1),
        region: text(0),
        number: number(1),
        name: text(3),
        perspectives: choices(number(2) % 17),
        people: many(4, number(3) % 14),
    };
    let table = TableSheet {
        language,
        session: text(2),
        region: text(1),
        number: number(2),
        name: text(4),
        people: many(5, number(4) % 12),
        chosen: choices(number(5) % 5),
    };
    let card = AgreementCard {
        language,
        session: text(0),
        table: text(1),
        proposal: text(2),
        who: text(3),
        what: text(4),
        with_whom: text(5),
        by_when: text(6),
        visible: text(7),
        hears_back: text(0),
    };
    let run = RunSheet {
        language,
        session: text(3),
        region: text(4),
        date: text(5),
        starts: u16::try_from(number(0) % 2000).unwrap(),
        steps: (0..number(1) % 14)
            .map(|nth| RunStep {
                kind: StepKind::ALL[(number(2).wrapping_add(nth) % 9) as usize],
                minutes: u16::try_from(number(nth as usize) % 700).unwrap(),
            })
            .collect(),
        tables: many(6, number(3) % 30),
    };
    let cover = CoverSheet {
        language,
        session: text(5),
        region: text(6),
        jobs: (0..=number(4) as usize % 26)
            .map(|nth| PrintJob {
                what: text(nth),
                file: text(nth + 1),
                paper: [Paper::A1, Paper::A3, Paper::A4][number(nth) as usize % 3],
                sides: [Sides::One, Sides::Two][nth % 2],
                colour: nth % 3 == 0,
                pages: number(nth),
                copies: number(nth + 1),
            })
            .collect(),
    };
    let test = TestPage {
        language,
        session: text(7),
    };
    let made = [
        ("notes", print::lay_out_notes(&[note], &words.notes)),
        ("votes", print::lay_out_votes(&[vote], &words.votes)),
        ("table", print::lay_out_table(&[table], &words.table)),
        (
            "agreements",
            print::lay_out_agreements(&[card.clone(), card.clone(), card], &words.agreement),
        ),
        ("run", print::lay_out_run_sheet(&run, &words.run)),
        ("cover", print::lay_out_cover(&cover, &words.cover)),
        (
            "test_page",
            Ok(print::lay_out_test_page(&test, &words.test)),
        ),
    ];
    made.map(|(name, sheets)| (name, sheets.unwrap())).to_vec()
}

#[test]
fn texts_of_the_samples_stay_in_their_boxes_and_none_is_cut() {
    for (name, _, sheets) in samples::all() {
        faultless(name, &sheets).unwrap();
        assert!(sheets.warnings.is_empty(), "{name}: {:?}", sheets.warnings);
    }
}

#[test]
fn the_longest_of_everything_stays_in_its_box_in_both_languages() {
    for language in [Language::Nl, Language::En] {
        for text in [
            "W",
            "W ",
            "jeugdhulpverleners ",
            "👩\u{200d}",
            "\u{fdfd} ",
            "\n",
        ] {
            let long = text.repeat(240 / text.len());
            let long = long.trim_end_matches('\u{200d}').to_owned();
            for (name, sheets) in everything(language, &[long], &[u32::MAX, 16, 39, 12, 8]) {
                faultless(name, &sheets).unwrap();
            }
        }
    }
}

fn texts_and_numbers() -> impl Strategy<Value = (Language, Vec<String>, Vec<u32>)> {
    (
        prop::sample::select(vec![Language::Nl, Language::En]),
        prop::collection::vec(text(), 8),
        prop::collection::vec(prop_oneof![9 => 0..60_u32, 1 => any::<u32>()], 6),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases().cases.max(24) / 2, ..cases() })]

    #[test]
    fn texts_stay_in_their_boxes((language, texts, numbers) in texts_and_numbers()) {
        for (name, sheets) in everything(language, &texts, &numbers) {
            faultless(name, &sheets)?;
        }
    }
}

/// The texts of a page in reading order, each node once.
fn said(sheets: &Sheets, page: usize) -> Vec<String> {
    let mut said: Vec<(usize, String)> = Vec::new();
    for item in &sheets.pages[page].items {
        if let (Mark::Glyphs(run), Some(node)) = (&item.mark, item.node) {
            match said.last_mut().filter(|last| last.0 == node.0) {
                Some(last) => last.1.push_str(&run.text),
                None => said.push((node.0, run.text.clone())),
            }
        }
    }
    said.into_iter().map(|(_, text)| text).collect()
}

fn in_order(said: &[String], parts: &[&str]) {
    let mut rest = said.iter();
    for part in parts {
        assert!(
            rest.any(|text| text.replace('\u{a0}', " ") == *part),
            "{part:?} does not follow in {said:?}"
        );
    }
}

#[test]
fn a_note_asks_what_the_screen_asks_in_the_same_order() {
    let words = samples::words(Language::Nl).notes;
    let sheets = print::lay_out_notes(&[samples::coded_notes()], &words).unwrap();
    let said = said(&sheets, 0);
    let note = ["Verrassing", "Kans", "Uitdaging", "Code op de kaart"];
    for code in ["P4-2", "P4-2b", "E218", "E1904", "P12-3"] {
        let after = said.iter().position(|text| text == code).unwrap();
        in_order(
            &said[after - 7..=after],
            &[note.as_slice(), &[code]].concat(),
        );
        in_order(&said[after..], &["Nr.", "De woorden"]);
    }
    assert_eq!(said.iter().filter(|text| *text == "Nr.").count(), 6);
}

#[test]
fn the_note_sheet_names_fields_as_the_screen_for_entry_does() {
    for language in [Language::Nl, Language::En] {
        let screen = samples::locale(language, "paper");
        let note = samples::locale(language, "kit");
        let words = samples::words(language);
        assert_eq!(words.notes.card, screen["paper.card"].as_str().unwrap());
        assert_eq!(words.votes.choice, screen["paper.choice"].as_str().unwrap());
        assert_eq!(
            words.votes.people,
            screen["paper.per_person"].as_str().unwrap()
        );
        assert_eq!(
            words.table.idea_from,
            screen["paper.idea_from"].as_str().unwrap()
        );
        for (kind, word) in [
            ("note.surprise", &words.notes.surprise),
            ("note.opportunity", &words.notes.opportunity),
            ("note.challenge", &words.notes.challenge),
        ] {
            assert_eq!(note[kind].as_str().unwrap(), word, "{kind}");
        }
        let card = |n: &str| screen["paper.card_n"].as_str().unwrap().replace("{n}", n);
        assert_eq!(
            [
                &words.votes.card_1,
                &words.votes.card_2,
                &words.votes.card_3
            ],
            [&card("1"), &card("2"), &card("3")]
        );
    }
}

#[test]
fn a_vote_sheet_asks_the_three_of_the_table_and_then_of_each_person() {
    let words = samples::words(Language::Nl).votes;
    let sheets = print::lay_out_votes(&[samples::votes(Language::Nl)], &words).unwrap();
    assert_eq!(sheets.pages.len(), 2);
    in_order(
        &said(&sheets, 0),
        &[
            "P1",
            "De school is aan zet",
            "P12",
            "Het moet gaan passen. Maar lukt dat ook?",
            "De drie van de tafel",
            "Kaart 1",
            "Kaart 2",
            "Kaart 3",
            "Per persoon",
            "Naam",
            "Kaart 1",
            "Kaart 2",
            "Kaart 3",
            "Aïsha",
            "Tjalling",
        ],
    );
    let slips = said(&sheets, 1);
    assert_eq!(slips.iter().filter(|text| *text == "Mijn drie").count(), 8);
    assert_eq!(slips.iter().filter(|text| *text == "P12").count(), 8);
}

#[test]
fn a_table_sheet_has_people_perspectives_clusters_and_ideas_in_the_order_of_the_screen() {
    let words = samples::words(Language::Nl).table;
    let sheets = print::lay_out_table(&[samples::known_table()], &words).unwrap();
    in_order(
        &said(&sheets, 0),
        &[
            "Wie zitten er aan tafel?",
            "Aïsha",
            "Onze drie perspectieven",
            "P1",
            "De school is aan zet",
            "P7",
            "Clusters",
            "Naam van het cluster",
            "Nummers van de briefjes",
        ],
    );
    in_order(
        &said(&sheets, 1),
        &["Ideeën", "Uit welk cluster?", "Het idee", "Stippen"],
    );
}

#[test]
fn the_run_sheet_follows_the_agenda_as_it_was_changed() {
    let words = samples::words(Language::Nl).run;
    let mut sheet = samples::run(Language::Nl);
    sheet.starts = 13 * 60 + 15;
    sheet.steps = vec![
        RunStep {
            kind: StepKind::Gather,
            minutes: 50,
        },
        RunStep {
            kind: StepKind::Change,
            minutes: 70,
        },
    ];
    let sheets = print::lay_out_run_sheet(&sheet, &words).unwrap();
    let first = said(&sheets, 0);
    in_order(
        &first,
        &[
            "13:15 – 14:05",
            "Samenbrengen",
            "50 min",
            "14:05 – 15:15",
            "Veranderen",
            "70 min",
            "15:15 Einde",
        ],
    );
    assert!(!first.iter().any(|text| text == "Grasduinen"));
    let all: Vec<String> = (0..sheets.pages.len())
        .flat_map(|page| said(&sheets, page))
        .collect();
    in_order(
        &all,
        &[
            "Wie helpt waar",
            "Tafel 1 · De Klimop",
            "Samenbrengen",
            "13:15",
            "Zeg",
            "Doe",
            "Nodig",
            "Wie helpt",
            "Veranderen",
            "14:05",
            "Als er iets misgaat",
            "De wifi valt weg",
            "De laptop stopt",
            "De printer doet het niet",
            "Een tafel loopt vast",
            "Na afloop",
        ],
    );
}

#[test]
fn the_pile_is_counted_by_sheets_of_paper() {
    let job = |sides, pages, copies| PrintJob {
        sides,
        pages,
        copies,
        ..PrintJob::default()
    };
    for (job, sheets) in [
        (job(Sides::One, 5, 3), 15),
        (job(Sides::Two, 5, 3), 9),
        (job(Sides::Two, 4, 1), 2),
        (job(Sides::One, 0, 3), 0),
        (
            job(Sides::One, u32::MAX, u32::MAX),
            u64::from(u32::MAX) * u64::from(u32::MAX),
        ),
    ] {
        assert_eq!(job.sheets(), sheets, "{job:?}");
    }
    let words = samples::words(Language::Nl).cover;
    let sheets = print::lay_out_cover(&samples::cover(Language::Nl), &words).unwrap();
    in_order(
        &said(&sheets, 0),
        &[
            "Ervaringskaarten",
            "ervaringen.pdf",
            "A4",
            "6 ×",
            "360",
            "36,0 mm",
            "Samen",
            "Op A4",
            "567 vellen",
            "Stapel: 56,7 mm",
            "Op A3",
            "5 vellen",
            "Op A1",
            "6 vellen",
        ],
    );
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_head() {
    for (name, _, sheets) in samples::all() {
        let used: BTreeSet<usize> = {
            let items = sheets.pages.iter().flat_map(|page| &page.items);
            let mut used = BTreeSet::new();
            let cells = sheets.nodes.iter().enumerate();
            let cells = cells
                .filter(|(_, node)| node.role == Role::Cell)
                .map(|(at, _)| print::NodeId(at));
            for node in items.filter_map(|item| item.node).chain(cells) {
                let mut next = Some(node);
                while let Some(node) = next {
                    used.insert(node.0);
                    next = sheets.nodes[node.0].parent;
                }
            }
            used
        };
        let kids = |parent: usize| {
            let nodes = sheets.nodes.iter().enumerate();
            nodes
                .filter(|(nth, node)| {
                    used.contains(nth) && node.parent.is_some_and(|above| above.0 == parent)
                })
                .map(|(nth, node)| (nth, node.role))
                .collect::<Vec<_>>()
        };
        for (table, node) in sheets.nodes.iter().enumerate() {
            if node.role != Role::Table || !used.contains(&table) {
                continue;
            }
            let rows = kids(table);
            let counts: BTreeSet<usize> = rows.iter().map(|(row, _)| kids(*row).len()).collect();
            assert_eq!(counts.len(), 1, "{name}: {counts:?}");
            assert!(
                kids(rows[0].0)
                    .iter()
                    .all(|(_, role)| *role == Role::HeadCell)
            );
        }
    }
}

#[test]
fn what_does_not_fit_is_named_with_its_page() {
    let mut sheet = samples::known_table();
    sheet.people[0] = "jeugdhulpverlener ".repeat(30);
    let words = samples::words(Language::Nl).table;
    let sheets = print::lay_out_table(&[samples::known_table(), sheet], &words).unwrap();
    let named: Vec<_> = sheets
        .warnings
        .iter()
        .map(|warning| (warning.code, warning.page, warning.field))
        .collect();
    assert_eq!(named, [(WarningCode::TextCut, 2, Field::People)]);
}

#[test]
fn a_document_without_sheets_or_with_too_many_is_refused() {
    let words = samples::words(Language::Nl);
    for count in [0, 201] {
        let refused = |sheets: Result<Sheets, print::Error>| {
            assert_eq!(sheets.unwrap_err().kind, ErrorKind::SheetCount(count));
        };
        refused(print::lay_out_notes(
            &vec![samples::notes(Language::Nl); count],
            &words.notes,
        ));
        refused(print::lay_out_votes(
            &vec![samples::votes(Language::Nl); count],
            &words.votes,
        ));
        refused(print::lay_out_table(
            &vec![samples::table(Language::Nl); count],
            &words.table,
        ));
        refused(print::lay_out_agreements(
            &vec![samples::filled_card(); count],
            &words.agreement,
        ));
    }
    let cover = CoverSheet::default();
    let error = print::lay_out_cover(&cover, &words.cover).unwrap_err();
    assert_eq!(error.kind, ErrorKind::SheetCount(0));
}

#[test]
fn both_languages_have_all_the_words_and_no_others() {
    let files: [(&str, Vec<&[&str]>); 5] = [
        (
            "print_notes",
            vec![
                print::NoteSheetWords::KEYS,
                print::VoteSheetWords::KEYS,
                print::TableSheetWords::KEYS,
            ],
        ),
        ("print_agreement", vec![print::AgreementCardWords::KEYS]),
        ("print_run", vec![print::RunSheetWords::KEYS]),
        (
            "print_cover",
            vec![print::CoverSheetWords::KEYS, print::TestPageWords::KEYS],
        ),
        ("print_tiles", vec![print::TilesWords::KEYS]),
    ];
    for (file, keys) in files {
        let expect: BTreeSet<String> = keys.concat().iter().map(|key| (*key).to_owned()).collect();
        for language in [Language::Nl, Language::En] {
            let found: BTreeSet<String> = samples::locale(language, file)
                .into_iter()
                .map(|(key, _)| key)
                .collect();
            assert_eq!(found, expect, "{file} in {language:?}");
        }
    }
}

#[test]
fn the_previews_are_small() {
    for (name, _, sheets) in samples::all() {
        for page in &sheets.pages {
            let svg = print::svg::write(page);
            assert!(svg.len() < 200_000, "{name}: {}", svg.len());
            assert!(svg.contains(&format!("<title>{}</title>", page.title)));
        }
    }
}

#[test]
fn letters_and_lines_keep_off_the_edge_that_printers_cannot_reach() {
    for (name, _, sheets) in samples::all() {
        for (_, run, bounds) in texts(&sheets) {
            let right = bounds.x + bounds.width;
            assert!(
                bounds.x >= 8.0 && right <= 202.0,
                "{name}: {} at {bounds:?}",
                run.text
            );
            // The band at the top may lose its edge; its words may not.
            assert!(
                bounds.y >= 3.0 && bounds.y + bounds.height <= 289.0,
                "{name}: {}",
                run.text
            );
        }
    }
}
