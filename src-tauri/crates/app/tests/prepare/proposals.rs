//! What the program proposes of itself.

use std::fmt::Write as _;
use std::path::Path;

use app::App;
use serde_json::json;

use crate::door::{app, ask};

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
    let app = app(folder);
    ask(
        &app,
        json!({ "type": "new", "name": "Vragen", "language": "nl" }),
    );
    ask(
        &app,
        json!({ "type": "read_export", "path": path, "how": {} }),
    );
    ask(
        &app,
        json!({ "type": "take_in", "id": "t1", "without_bad": true }),
    );
    app
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
