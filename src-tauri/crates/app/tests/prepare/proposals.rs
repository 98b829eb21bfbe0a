//! What the program proposes of itself, and how far it says that the work is.

use std::fmt::Write as _;
use std::path::Path;

use app::App;
use serde_json::{Value, json};

use crate::door::{app, ask, draft};

/// A draft with ninety invented answers to these questions behind the story.
fn taken(folder: &Path, questions: &str, answers: impl Fn(usize) -> String) -> App {
    let mut text = format!("Vertel uw ervaring;{questions}\n");
    for nth in 0..90 {
        let _ = writeln!(
            text,
            "Op dag {nth} ging het weer over de plaats in de klas, en wij spraken er met zijn allen lang over in de gang.;{}",
            answers(nth)
        );
    }
    let path = folder.join("vragen.csv");
    std::fs::write(&path, text).unwrap();
    draft(folder, "Vragen", &path)
}

/// The words of the question that is proposed for a use; empty where none is.
fn proposed(app: &App, name: &str) -> String {
    let view = ask(app, json!({ "type": "questions" }));
    let id = &view["proposed_uses"][name];
    let lines = view["questions"].as_array().unwrap();
    let line = lines.iter().find(|line| line["raw"]["id"] == *id);
    line.map_or_else(String::new, |line| {
        line["raw"]["text"].as_str().unwrap().to_owned()
    })
}

#[test]
fn a_question_about_good_education_is_no_question_about_the_sort_of_education() {
    let good = "Is dit een goed of slecht voorbeeld van onderwijs?";
    let school = "Waar speelt het?";
    let folder = tempfile::tempdir().unwrap();
    let app = taken(folder.path(), &format!("{good};{school}"), |nth| {
        let places = ["Basisonderwijs", "Voortgezet onderwijs", "Thuis"];
        format!("{};{}", (nth * 37) % 101, places[nth % 3])
    });
    assert_eq!(
        (proposed(&app, "good"), proposed(&app, "education")),
        (good.to_owned(), school.to_owned())
    );

    // Asked as a choice it is of no use, and no sort of education either.
    let folder = tempfile::tempdir().unwrap();
    let app = taken(folder.path(), good, |nth| {
        ["Goed", "Slecht", "Gemengd"][nth % 3].to_owned()
    });
    assert_eq!(
        (proposed(&app, "good"), proposed(&app, "education")),
        (String::new(), String::new())
    );

    for question in [
        "Over welk soort onderwijs gaat het?",
        "Onderwijs",
        "Schooltype",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let app = taken(folder.path(), &format!("{good};{question}"), |nth| {
            format!(
                "{};{}",
                ["Goed", "Slecht"][nth % 2],
                ["A", "B", "C"][nth % 3]
            )
        });
        assert_eq!(proposed(&app, "education"), question);
    }
}

fn stage(app: &App, name: &str) -> (String, Value) {
    let draft = ask(app, json!({ "type": "draft" }));
    let stages = draft["stages"].as_array().unwrap().clone();
    let line = stages.iter().find(|it| it["stage"] == name).unwrap();
    let state = line["state"].as_str().unwrap().to_owned();
    (state, line["open"].clone())
}

#[test]
fn nothing_waits_before_there_is_anything_and_questions_are_ready_when_nothing_waits_there() {
    let folder = tempfile::tempdir().unwrap();
    let empty = app(folder.path());
    ask(
        &empty,
        json!({ "type": "new", "name": "Leeg", "language": "nl" }),
    );
    for name in ["clean", "scope", "patterns", "perspectives", "publish"] {
        assert_eq!(
            stage(&empty, name),
            ("later".to_owned(), json!(0)),
            "{name}"
        );
    }

    let folder = tempfile::tempdir().unwrap();
    let app = taken(folder.path(), "Wie bent u?;Hoe goed ging het?", |nth| {
        format!("{};{}", ["ouder", "leraar"][nth % 2], (nth * 37) % 101)
    });
    for name in ["recode", "scope"] {
        assert_eq!(stage(&app, name), ("ready".to_owned(), json!(0)), "{name}");
    }
    // A snapshot without perspectives cannot be made, and now that is work that waits.
    let (state, open) = stage(&app, "publish");
    assert!(state == "todo" && open.as_u64() > Some(0), "{state} {open}");
}
