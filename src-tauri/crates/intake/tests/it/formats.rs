//! Small invented exports of every program that formats are known of.

use intake::{LeftOut, SurveySource, Unmapped, describe, take_in};

use super::{answer, is_out, kind, labels, opened, question, through};

/// Stories that differ, so that their column is one.
const STORY: [&str; 6] = [
    "Op een ochtend stond de deur open en kwam onze zoon vrolijk thuis met een tekening voor ons allemaal.",
    "Wij wachtten maanden op een gesprek en niemand belde terug, tot de nieuwe juf het zelf oppakte.",
    "Mijn dochter wilde niet meer naar school, maar met een vaste plek achterin de klas ging het beter.",
    "De begeleider kwam elke week langs en legde rustig uit wat er die dag allemaal ging gebeuren.",
    "Er was geen geld voor extra hulp en daarom deden wij het thuis, elke avond aan de keukentafel.",
    "Na de verhuizing begon alles opnieuw, met andere mensen, andere formulieren en dezelfde vragen.",
];

/// Rows with a story in the middle.
fn rows(head: &str, row: impl Fn(usize, &str) -> String) -> String {
    let mut text = head.to_owned();
    for nth in 0..24 {
        let story = format!("{} Dat was keer {}.", STORY[nth % 6], nth + 1);
        text.push('\n');
        text.push_str(&row(nth, &story));
    }
    text
}

#[test]
fn surveymonkey_with_open_answers_other_and_a_condensed_choice() {
    let text = rows(
        "Respondent ID,Collector ID,IP Address,Email Address,Wat heeft u meegemaakt?,Hoe voelde dat?,,Wie hielp?,,,Hoe oud bent u?\n\
         ,,,,Open-Ended Response,Response,Other (please specify),Leraar,Ouder,Other (please specify),Response",
        |nth, story| {
            format!(
                "{},99,10.0.0.{nth},a{nth}@voorbeeld.nl,\"{story}\",{},{},{},{},{},{}",
                1000 + nth,
                ["Blij", "Boos", "Verdrietig"][nth % 3],
                if nth == 5 { "opgelucht" } else { "" },
                if nth % 2 == 0 { "Leraar" } else { "" },
                if nth % 3 == 0 { "Ouder" } else { "" },
                if nth % 4 == 0 { "de buurvrouw" } else { "" },
                ["18-29", "30-44", "60+"][nth % 3],
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(
        (export.source, export.header_rows),
        (SurveySource::SurveyMonkey, 2)
    );
    assert_eq!(kind(&codebook, "Respondent ID"), "participant");
    assert!(is_out(&codebook, "Collector ID", LeftOut::Technical));
    assert!(is_out(&codebook, "IP Address", LeftOut::Personal));
    assert!(is_out(&codebook, "Email Address", LeftOut::Personal));
    assert_eq!(kind(&codebook, "Wat heeft u meegemaakt?"), "story");
    assert_eq!(kind(&codebook, "Hoe voelde dat?"), "choice cell");
    assert_eq!(kind(&codebook, "Wie hielp?"), "several columns");
    assert_eq!(
        labels(question(&codebook, "Wie hielp?")),
        ["Leraar", "Ouder", "Other (please specify)"]
    );
    assert_eq!(
        answer(&codebook, &taken, 0, "Wie hielp?"),
        "Leraar + Ouder + Other (please specify)"
    );
    // What was written beside 'other' is a question of its own.
    let written = taken.stories[0]
        .answers
        .values()
        .any(|answer| matches!(answer, stories::Answer::Text(text) if text == "de buurvrouw"));
    assert!(written);
    assert_eq!(taken.rows[0].participant.as_deref(), Some("1000"));
    assert_eq!(taken.rows[0].row, 3, "the row as a spreadsheet shows it");
}

#[test]
fn qualtrics_three_header_rows() {
    let text = rows(
        "StartDate,EndDate,Status,IPAddress,Progress,Finished,ResponseId,LocationLatitude,Q1,Q2_1,Q2_2,Q2_3,Q3,Q4\n\
         Start Date,End Date,Response Type,IP Address,Progress,Finished,Response ID,Location Latitude,Vertel uw ervaring,Wie speelde een rol? - Leraar,Wie speelde een rol? - Ouder,Wie speelde een rol? - Gemeente,Hoe goed was het? (0 = slecht; 100 = perfect),Waar ging het over?\n\
         \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",x,x,x,x,x,x,x,x,x,x,x,x",
        |nth, story| {
            format!(
                "2026-01-{:02} 10:00:00,2026-02-{:02} 11:00:00,IP Address,10.0.0.1,100,True,R_{nth},52.123456,\"{story}\",{},,{},{},\"{}\"",
                nth + 1,
                nth + 1,
                if nth % 2 == 0 { "Leraar" } else { "" },
                if nth % 3 == 0 { "Gemeente" } else { "" },
                nth * 4,
                [
                    "Rust",
                    "Rust,Leren",
                    "Leren,Vrienden, en familie",
                    "Vrienden, en familie"
                ][nth % 4],
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(
        (export.source, export.header_rows, export.len()),
        (SurveySource::Qualtrics, 3, 24)
    );
    assert_eq!(kind(&codebook, "EndDate"), "told Iso");
    assert!(is_out(&codebook, "StartDate", LeftOut::Technical));
    assert!(is_out(&codebook, "IPAddress", LeftOut::Personal));
    assert!(is_out(&codebook, "LocationLatitude", LeftOut::Personal));
    assert_eq!(kind(&codebook, "ResponseId"), "participant");
    assert_eq!(kind(&codebook, "Q1"), "story");
    assert_eq!(kind(&codebook, "Q2_1"), "several columns");
    assert_eq!(question(&codebook, "Q2_1").text, "Wie speelde een rol?");
    assert_eq!(
        labels(question(&codebook, "Q2_1")),
        ["Leraar", "Ouder", "Gemeente"]
    );
    assert_eq!(kind(&codebook, "Q3"), "slider 0 100");
    assert_eq!(taken.stories[3].told, "2026-02-04");
    assert_eq!(kind(&codebook, "Q4"), "several delimited \",\"");
    assert_eq!(
        answer(&codebook, &taken, 2, "Q4"),
        "Leren + Vrienden, en familie"
    );
    assert!(matches!(
        &question(&codebook, "Q3").coding,
        intake::Coding::Slider { left, right, .. } if left == "slecht" && right == "perfect"
    ));
}

#[test]
fn microsoft_forms_in_dutch() {
    let text = rows(
        "ID;Begintijd;Tijd van voltooien;E-mail;Naam;Tijd van laatste wijziging;Vertel wat er gebeurde;Geef uw verhaal een titel;Wie waren erbij?;Hoe vaak gebeurt dit?",
        |nth, story| {
            format!(
                "{nth};{0}-1-2026 10:11;{0}-2-2026 10:20;anonymous;;;\"{story}\";Titel {nth};\"{1}\";{2}",
                nth + 1,
                ["Leraar;Ouder;", "Ouder;", "Leraar;", "Leraar;IB'er;"][nth % 4],
                ["Altijd", "Nooit", "Soms", "Vaak", "n.v.t."][nth % 5],
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(export.source, SurveySource::Forms);
    assert_eq!(kind(&codebook, "Tijd van voltooien"), "told DayFirst");
    assert_eq!(kind(&codebook, "Vertel wat er gebeurde"), "story");
    assert_eq!(kind(&codebook, "Geef uw verhaal een titel"), "title");
    assert_eq!(
        kind(&codebook, "Wie waren erbij?"),
        "several delimited \";\""
    );
    assert_eq!(
        answer(&codebook, &taken, 3, "Wie waren erbij?"),
        "Leraar + IB'er"
    );
    assert_eq!(
        labels(question(&codebook, "Hoe vaak gebeurt dit?")),
        ["Nooit", "Soms", "Vaak", "Altijd"]
    );
    assert_eq!(
        question(&codebook, "Hoe vaak gebeurt dit?").missing,
        ["n.v.t."]
    );
    assert_eq!(answer(&codebook, &taken, 4, "Hoe vaak gebeurt dit?"), "");
    assert_eq!(taken.stories[20].told, "2026-02-21");
    assert!(is_out(&codebook, "Naam", LeftOut::Empty));
}

#[test]
fn google_forms_with_commas_in_answers_and_a_grid() {
    let text = rows(
        "Tijdstempel,Uw ervaring,Wat hielp? (meerdere antwoorden mogelijk),Stelling [Ik voelde me gehoord],Stelling [Het ging vlot]",
        |nth, story| {
            format!(
                "2026/01/{:02} 3:04:05 PM CET,\"{story}\",\"{}\",{},{}",
                nth + 1,
                [
                    "Rust, reinheid en regelmaat, Een vaste plek",
                    "Een vaste plek",
                    "Een vaste plek, Extra tijd",
                    "Extra tijd, Rust, reinheid en regelmaat",
                ][nth % 4],
                ["Mee eens", "Helemaal mee eens", "Mee oneens"][nth % 3],
                ["Neutraal", "Mee eens", "Mee oneens"][nth % 3],
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(export.source, SurveySource::Google);
    assert_eq!(kind(&codebook, "Tijdstempel"), "told Iso");
    let helped = "Wat hielp? (meerdere antwoorden mogelijk)";
    assert_eq!(kind(&codebook, helped), "several delimited \", \"");
    assert_eq!(
        answer(&codebook, &taken, 0, helped),
        "Rust, reinheid en regelmaat + Een vaste plek"
    );
    assert_eq!(
        kind(&codebook, "Stelling [Ik voelde me gehoord]"),
        "choice cell"
    );
    assert_eq!(
        labels(question(&codebook, "Stelling [Ik voelde me gehoord]")),
        ["Mee oneens", "Mee eens", "Helemaal mee eens"]
    );
}

#[test]
fn kobo_groups_and_a_column_of_names_beside_the_columns_of_ones() {
    let text = rows(
        "start,end,deviceid,about/story,about/needs,about/needs/help,about/needs/rest,about/needs/time,about/score,_id,_uuid,_submission_time",
        |nth, story| {
            let help = nth % 2;
            let rest = usize::from(nth % 3 == 0);
            format!(
                "2026-01-01T10:00:00.000+01:00,2026-01-01T10:10:00.000+01:00,abc,\"{story}\",{},{help},{rest},0,{},{nth},u-{nth},2026-01-{:02}T09:10:00",
                if help == 1 { "help" } else { "" },
                1 + nth % 5,
                nth + 1
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(export.source, SurveySource::Kobo);
    assert_eq!(kind(&codebook, "about/story"), "story");
    assert!(is_out(&codebook, "about/needs", LeftOut::Twice));
    assert_eq!(kind(&codebook, "about/needs/help"), "several columns");
    assert_eq!(
        labels(question(&codebook, "about/needs/help")),
        ["help", "rest", "time"]
    );
    assert_eq!(
        answer(&codebook, &taken, 3, "about/needs/help"),
        "help + rest"
    );
    assert_eq!(kind(&codebook, "about/score"), "slider 1 5");
    assert_eq!(answer(&codebook, &taken, 1, "about/score"), "25");
    assert!(is_out(&codebook, "deviceid", LeftOut::Personal));
    assert_eq!(kind(&codebook, "_submission_time"), "told Iso");
    // The form behind it brings the words.
    let cells = |rows: &[&[&str]]| -> String {
        let row = |row: &&[&str]| {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"))
                .collect();
            format!("<table:table-row>{}</table:table-row>", cells.concat())
        };
        rows.iter().map(row).collect()
    };
    let survey = cells(&[
        &[
            "type",
            "name",
            "label::English (en)",
            "label::Nederlands (nl)",
        ],
        &["begin_group", "about", "About", "Over"],
        &[
            "select_multiple n",
            "needs",
            "What was needed?",
            "Wat was er nodig?",
        ],
        &["integer", "score", "How good?", "Hoe goed was het?"],
        &["text", "gone", "Gone", "Weg"],
    ]);
    let choices = cells(&[
        &[
            "list_name",
            "name",
            "label::English (en)",
            "label::Nederlands (nl)",
        ],
        &["n", "help", "Help", "Hulp"],
        &["n", "rest", "Rest", "Rust"],
        &["n", "time", "Time", "Tijd"],
    ]);
    let form = super::books::archive(&[(
        "content.xml",
        &format!(
            "<d xmlns:table=\"t\" xmlns:office=\"o\" xmlns:text=\"x\"><table:table table:name=\"survey\">{survey}</table:table><table:table table:name=\"choices\">{choices}</table:table></d>"
        ),
    )]);
    let mut codebook = codebook;
    let remarks = intake::apply_xlsform(&mut codebook, &export, &form).unwrap();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert_eq!(remarks[0].places["name"], "gone");
    let taken = take_in(&export, &codebook);
    super::holds(&taken);
    assert_eq!(
        question(&codebook, "about/needs/help").text,
        "Wat was er nodig?"
    );
    assert_eq!(
        answer(&codebook, &taken, 3, "about/needs/help"),
        "Hulp + Rust"
    );
    assert_eq!(question(&codebook, "about/score").text, "Hoe goed was het?");
}

#[test]
fn limesurvey_codes() {
    let text = rows(
        "id,submitdate,lastpage,startlanguage,seed,G01Q01,G01Q02[SQ001],G01Q02[SQ002],G01Q02[other],G01Q03",
        |nth, story| {
            format!(
                "{nth},{},4,nl,123{nth},\"{story}\",{},{},{},{}",
                if nth % 6 == 5 {
                    String::new()
                } else {
                    format!("2026-01-{:02} 10:00:00", nth + 1)
                },
                ["Y", ""][nth % 2],
                ["Y", "Y", ""][nth % 3],
                if nth % 8 == 0 { "een tante" } else { "" },
                ["A1", "A2", "-oth-"][nth % 3],
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(export.source, SurveySource::LimeSurvey);
    assert_eq!(kind(&codebook, "submitdate"), "told Iso");
    assert_eq!(kind(&codebook, "G01Q01"), "story");
    assert_eq!(kind(&codebook, "G01Q02[SQ001]"), "several columns");
    assert_eq!(kind(&codebook, "G01Q03"), "choice cell");
    assert!(is_out(&codebook, "seed", LeftOut::Technical));
    assert_eq!(
        taken.stories[5].told, "",
        "not finished, and taken in all the same"
    );
    assert_eq!(taken.stories.len(), 24);
}

#[test]
fn a_plain_table_with_scales_codes_dates_and_missing_words() {
    let text = rows(
        "nr,datum,verhaal,rol,hoe was het,cijfer,groep,zeker,gevoel,naam school,opmerking",
        |nth, story| {
            format!(
                "{nth},{}/{}/2026,\"{story}\",{},{},{},{},{},\"{}\",De Boom,{}",
                1 + nth,
                1 + nth % 12,
                ["Ouder", "Leraar", "Leerling", "ouder"][nth % 4],
                ["1 = helemaal niet goed", "2", "3", "4", "5 = perfect"][nth % 5],
                1 + nth % 10,
                1 + nth % 8,
                (nth * 37) % 101,
                ["Blij", "Boos"][nth % 2],
                if nth == 0 {
                    "mail mij op kees@voorbeeld.nl"
                } else {
                    ""
                },
            )
        },
    );
    let (export, codebook, taken) = through(&text);
    assert_eq!(export.source, SurveySource::Plain);
    for (header, plan) in [
        ("nr", "participant"),
        ("datum", "told DayFirst"),
        ("verhaal", "story"),
        ("rol", "choice cell"),
        ("hoe was het", "slider 1 5"),
        ("cijfer", "slider 1 10"),
        ("groep", "choice cell"),
        ("zeker", "slider 0 100"),
        ("gevoel", "choice cell"),
        ("naam school", "out Personal"),
        ("opmerking", "text"),
    ] {
        assert_eq!(kind(&codebook, header), plan, "{header}");
    }
    assert_eq!(
        labels(question(&codebook, "rol")).len(),
        3,
        "case makes no difference"
    );
    assert_eq!(
        labels(question(&codebook, "groep")),
        ["1", "2", "3", "4", "5", "6", "7", "8"]
    );
    assert_eq!(answer(&codebook, &taken, 0, "hoe was het"), "0");
    assert_eq!(answer(&codebook, &taken, 2, "hoe was het"), "50");
    assert_eq!(answer(&codebook, &taken, 4, "hoe was het"), "100");
    assert_eq!(answer(&codebook, &taken, 4, "cijfer"), "44");
    assert_eq!(taken.stories[12].told, "2026-01-13");
    let views = describe(&export, &codebook);
    let warned = |header: &str, code: &str| {
        let view = views.iter().find(|view| view.header == header).unwrap();
        view.warnings.iter().any(|warning| warning.code == code)
    };
    assert!(warned("cijfer", "rescaled"));
    assert!(!warned("zeker", "rescaled"));
    assert!(warned("opmerking", "personal_text") && warned("opmerking", "mostly_empty"));
    assert!(views.iter().all(|view| view.examples.len() <= 5));
}

#[test]
fn a_few_cells_that_do_not_fit_leave_a_scale_a_scale_and_are_reported() {
    let mut text = "verhaal,zeker,cijfer,eens".to_owned();
    for nth in 0..100 {
        let story = format!("{} Dat was keer {}.", STORY[nth % 6], nth + 1);
        let certain = match nth {
            7 => "heel goed".to_owned(),
            9 => "120".to_owned(),
            _ => ((nth * 37) % 101).to_string(),
        };
        let mark = if nth % 20 == 3 {
            "weet niet".to_owned()
        } else {
            (1 + nth % 5).to_string()
        };
        let many = if nth % 10 == 3 {
            format!("ongeveer {nth} denk ik")
        } else {
            ((nth * 37) % 101).to_string()
        };
        text.push_str(&format!("\n\"{story}\",{certain},{mark},{many}"));
    }
    let (export, codebook, taken) = through(&text);
    assert_eq!(kind(&codebook, "zeker"), "slider 0 100");
    let rejected: Vec<(u32, &str, &str, intake::RejectReason)> = taken
        .rejected
        .iter()
        .map(|it| (it.row, it.column.as_str(), it.value.as_str(), it.reason))
        .collect();
    assert_eq!(
        rejected,
        [
            (9, "zeker", "heel goed", intake::RejectReason::NotANumber),
            (11, "zeker", "120", intake::RejectReason::OffScale),
        ]
    );
    let views = describe(&export, &codebook);
    let of = |header: &str| {
        let view = views.iter().find(|view| view.header == header).unwrap();
        let warning = view.warnings.iter().find(|it| it.code == "off_scale");
        warning.map(|it| (it.places["count"].as_str(), it.places["value"].as_str()))
    };
    assert_eq!(of("zeker"), Some(("2", "heel goed")));
    // An answer that comes back beside five places is one to choose, and one in ten is no mistake any more.
    assert_eq!(kind(&codebook, "cijfer"), "choice cell");
    assert_ne!(kind(&codebook, "eens"), "slider 0 100");
    assert_eq!(of("cijfer"), None);
}

#[test]
fn repeated_and_unnamed_columns_are_several_answers() {
    let text = rows("verhaal,Voelde als,Voelde als,Hielp,,", |nth, story| {
        format!(
            "\"{story}\",{},{},{},{},",
            ["blij", "boos", "bang"][nth % 3],
            ["", "moe"][nth % 2],
            ["juf", "buur"][nth % 2],
            ["", "", "oma"][nth % 3],
        )
    });
    let (_, codebook, taken) = through(&text);
    assert_eq!(kind(&codebook, "Voelde als"), "several repeated");
    assert_eq!(answer(&codebook, &taken, 1, "Voelde als"), "boos + moe");
    assert_eq!(kind(&codebook, "Hielp"), "several repeated");
    assert_eq!(answer(&codebook, &taken, 2, "Hielp"), "juf + oma");
}

#[test]
fn bad_rows_are_listed_with_row_column_value_and_reason_and_the_rest_goes_in() {
    let first = opened(
        "verhaal,cijfer,datum\n\"Een mooie dag op school met iedereen erbij.\",5,2026-01-01\n\"Een andere dag waarop alles anders ging dan anders.\",10,2026-01-02\n\"Nog een dag, en nog een, tot het weer lukte.\",1,2026-01-03\n\"Wij gingen samen op pad en kwamen samen terug.\",7,2026-01-04\n\"Er was eens een plan en dat plan ging door.\",3,2026-01-05\n",
    );
    let codebook = intake::propose(&first);
    assert_eq!(kind(&codebook, "cijfer"), "slider 1 10");
    let next = opened(
        "verhaal,cijfer,datum,extra\n\"Goed verhaal\",4,2026-01-01,x\nslecht getal,vier,2026-01-01,\nbuiten,11,2026-01-01,\ndatum,5,31-31-2026,\nte veel,5,2026-01-01,,nog iets\n\"Ook goed\",,,\n",
    );
    let taken = take_in(&next, &codebook);
    super::holds(&taken);
    let rejected: Vec<String> = taken
        .rejected
        .iter()
        .map(|one| format!("{} {} {} {:?}", one.row, one.column, one.value, one.reason))
        .collect();
    assert_eq!(
        rejected,
        [
            "3 cijfer vier NotANumber",
            "4 cijfer 11 OffScale",
            "5 datum 31-31-2026 NotADate",
            "6  nog iets MoreCells",
        ]
    );
    let ids: Vec<u32> = taken.stories.iter().map(|story| story.id.0).collect();
    assert_eq!(ids, [1, 5], "numbers stay where they are");
    assert!(taken.unmapped.iter().any(
        |unmapped| matches!(unmapped, Unmapped::Column { key, filled: 1 } if key.header == "extra")
    ));
}
