//! Two real exports: at least nine of ten questions get the right kind. What is right was written down by looking at the data.

use intake::{Codebook, Export, How, SurveySource, Taken, describe, open, propose, take_in};

use super::{answer, holds, kind, labels, question};

fn real(name: &str) -> (Export, Codebook, Taken) {
    let path = format!(
        "{}/../../../fixtures/exports/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    let export = open(&std::fs::read(path).unwrap(), name, &How::default()).unwrap();
    let codebook = propose(&export);
    let taken = take_in(&export, &codebook);
    holds(&taken);
    (export, codebook, taken)
}

/// The beginnings of the headers and what they are.
fn right(codebook: &Codebook, expected: &[(&str, &str)]) {
    let headers: Vec<&str> = codebook
        .items
        .iter()
        .map(|item| item.columns[0].header.as_str())
        .collect();
    assert_eq!(headers.len(), expected.len(), "{headers:#?}");
    let mut wrong = Vec::new();
    for (begin, plan) in expected {
        let header = headers.iter().find(|header| header.starts_with(begin));
        let found = kind(codebook, header.unwrap_or_else(|| panic!("{begin}")));
        if found != *plan {
            wrong.push(format!("{begin}: {found}, not {plan}"));
        }
    }
    assert!(wrong.len() * 10 <= expected.len(), "{wrong:#?}");
    assert_eq!(wrong, Vec::<String>::new(), "all are right now; keep it so");
}

#[test]
fn midwest_two_header_rows_and_a_column_for_each_answer() {
    let (export, codebook, taken) = real("MIDWEST.csv");
    assert_eq!(
        (
            export.source,
            export.header_rows,
            export.len(),
            export.columns.len()
        ),
        (SurveySource::SurveyMonkey, 2, 2_778, 53)
    );
    right(
        &codebook,
        &[
            ("RespondentID", "participant"),
            ("In your own words", "text"),
            ("How much, if at all", "choice columns"),
            ("Which of the following states", "several columns"),
            ("In what ZIP code", "out Personal"),
            ("Gender", "choice columns"),
            ("Age", "choice columns"),
            ("Household Income", "choice columns"),
            ("Education", "choice columns"),
            ("Location", "choice columns"),
        ],
    );
    let identify = "How much, if at all, do you personally identify as a Midwesterner?";
    assert_eq!(
        labels(question(&codebook, identify)),
        ["A lot", "Some", "Not much", "Not at all"]
    );
    assert_eq!((taken.stories.len(), taken.rejected.len()), (2_778, 0));
    assert!(taken.unmapped.is_empty(), "{:?}", taken.unmapped);
    assert_eq!(answer(&codebook, &taken, 0, identify), "Not much");
    assert_eq!(
        answer(&codebook, &taken, 0, "Location (Census Region)"),
        "West South Central"
    );
    let states = "Which of the following states do you consider part of the Midwest? Please select all that apply.";
    let third = answer(&codebook, &taken, 2, states);
    assert_eq!(
        third,
        "Illinois + Iowa + Michigan + Minnesota + Missouri + Nebraska + Ohio + Wisconsin + Arkansas"
    );
    let some = taken
        .stories
        .iter()
        .filter(|story| {
            story
                .answers
                .contains_key(&question(&codebook, identify).id)
        })
        .count();
    assert_eq!(some, 2_778, "770 + 587 + 346 + 1,075");
    let view = &describe(&export, &codebook)[2];
    assert_eq!(view.filled, 2_778);
    assert_eq!(
        view.top.iter().map(|top| top.count).collect::<Vec<_>>(),
        [1_075, 770, 587, 346]
    );
    // Without stories nothing is suspected.
    assert!(intake::suspicions(&taken.stories).is_empty());
    assert!(
        taken
            .remarks
            .iter()
            .any(|remark| remark.code == "no_story_text")
    );
}

#[test]
fn flying_one_header_row_and_choices_in_their_own_order() {
    let (export, codebook, taken) = real("flying-etiquette.csv");
    assert_eq!((export.header_rows, export.len()), (1, 1_040));
    let choice = "choice cell";
    right(
        &codebook,
        &[
            ("RespondentID", "participant"),
            ("How often do you travel", choice),
            ("Do you ever recline", choice),
            ("How tall are you", choice),
            ("Do you have any children", choice),
            ("In a row of three", choice),
            ("In a row of two", choice),
            ("Who should have control", choice),
            ("Is itrude to move", choice),
            ("Generally speaking", choice),
            ("On a 6 hour flight", choice),
            ("Under normal circumstances", choice),
            ("Is itrude to recline", choice),
            ("Given the opportunity", choice),
            ("Is it rude to ask someone", choice),
            ("Is itrude to ask someone", choice),
            ("Is it rude to wake", choice),
            ("Is itrude to wake", choice),
            ("In general, is itrude", choice),
            ("In general, is it rude", choice),
            ("Have you ever used", choice),
            ("Have you ever smoked", choice),
            ("Gender", choice),
            ("Age", choice),
            ("Household Income", choice),
            ("Education", choice),
            ("Location", choice),
        ],
    );
    for (header, order) in [
        (
            "How often do you travel by plane?",
            vec![
                "Never",
                "Once a year or less",
                "Once a month or less",
                "A few times per month",
                "A few times per week",
                "Every day",
            ],
        ),
        (
            "Do you ever recline your seat when you fly?",
            vec![
                "Never",
                "Once in a while",
                "About half the time",
                "Usually",
                "Always",
            ],
        ),
        ("Age", vec!["18-29", "30-44", "45-60", "> 60"]),
        (
            "Is itrude to recline your seat on a plane?",
            vec![
                "No, not rude at all",
                "Yes, somewhat rude",
                "Yes, very rude",
            ],
        ),
        (
            "Household Income",
            vec![
                "$0 - $24,999",
                "$25,000 - $49,999",
                "$50,000 - $99,999",
                "$100,000 - $149,999",
                "150000",
            ],
        ),
    ] {
        assert_eq!(labels(question(&codebook, header)), order, "{header}");
    }
    let tall = labels(question(&codebook, "How tall are you?"));
    assert_eq!((tall[0], tall[1], tall.len()), ("Under 5 ft.", "5'0\"", 20));
    assert!(tall.last().unwrap().starts_with("6'6"), "{tall:?}");
    assert_eq!((taken.stories.len(), taken.rejected.len()), (1_040, 0));
    let ids: std::collections::BTreeSet<_> = taken.questions.iter().map(|one| &one.id).collect();
    assert_eq!(ids.len(), 26);
    for question in &taken.questions {
        assert!(
            (1..=40).contains(&question.short.chars().count()),
            "{}",
            question.short
        );
    }
}

#[test]
fn a_codebook_is_used_again_and_says_what_is_new_and_what_is_missing() {
    let (_, codebook, _) = real("flying-etiquette.csv");
    let saved = codebook.to_json().unwrap();
    let codebook = Codebook::from_json(saved.as_bytes()).unwrap();
    assert_eq!(codebook.to_json().unwrap(), saved);
    let next = super::opened(
        "RespondentID,How often do you  travel by plane?,GENDER,Shoe size\n1,Never,Male,40\n2,Twice a day,Other,41\n",
    );
    let fit = codebook.fit(&next);
    assert_eq!(fit.matched.len(), 3);
    assert_eq!(fit.missing.len(), 24);
    assert_eq!(fit.new.len(), 1);
    assert_eq!(fit.new[0].key.header, "Shoe size");
    let values: Vec<&str> = fit
        .options
        .iter()
        .map(|option| option.value.as_str())
        .collect();
    assert_eq!(values, ["Twice a day", "Other"]);
    let taken = take_in(&next, &codebook);
    holds(&taken);
    assert_eq!(
        answer(&codebook, &taken, 1, "How often do you travel by plane?"),
        "Twice a day"
    );
    let newer = saved.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(
        Codebook::from_json(newer.as_bytes()).unwrap_err().code(),
        "intake_codebook_newer"
    );
    assert_eq!(
        Codebook::from_json(b"{}").unwrap_err().code(),
        "intake_codebook"
    );
}

#[test]
fn a_dutch_export_with_a_column_for_each_answer_is_of_no_program_in_particular() {
    let (export, codebook, taken) = real("schoolervaringen.csv");
    assert_eq!(export.source, SurveySource::Plain);
    assert_eq!(taken.stories.len(), 60);
    assert_eq!(kind(&codebook, "Volgnummer"), "out Technical");
    assert_eq!(
        kind(&codebook, "Wie heeft geholpen? [Leraar]"),
        "several columns"
    );
    assert_eq!(
        kind(&codebook, "Hoe goed voelde het kind zich gehoord? (0-100)"),
        "slider 0 100"
    );
}

/// What the questions of an export are called.
fn names(file: &str) -> Vec<String> {
    let (_, _, taken) = real(file);
    taken.questions.into_iter().map(|one| one.short).collect()
}

#[test]
fn a_question_of_few_words_is_called_by_all_of_them() {
    let names = names("schoolervaringen.csv");
    for name in [
        "Leeftijd van het kind",
        "In welke regio speelt dit",
        "Hoe goed voelde het kind zich gehoord",
        "Goed of slecht voorbeeld van onderwijs",
        "Wat zou er moeten gebeuren",
    ] {
        assert!(
            names.iter().any(|it| it == name),
            "{name} is not among {names:?}"
        );
    }
}

/// A long one by how it begins and how it ends, or by the part that asks; never by words that do not stand together.
#[test]
fn a_long_question_is_called_by_words_as_they_stand_in_it() {
    let names = names("flying-etiquette.csv");
    for name in [
        "Who should get to use the two arm rests",
        "Do you ever recline … seat when you fly",
        "How many times is it … in an aisle seat",
        "Is it rude to wake a … to the bathroom",
        "Is it rude to ask … closer to friends",
        "Have you ever smoked … against the rules",
    ] {
        assert!(
            names.iter().any(|it| it == name),
            "{name} is not among {names:?}"
        );
    }
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
}
