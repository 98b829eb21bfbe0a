//! What a preparer decides holds for what it was decided of, and for nothing else.

use std::fmt::Write as _;
use std::path::Path;

use app::{App, Language};
use serde_json::{Value, json};

use crate::door::{app, ask, asked, command, draft};

/// Two hundred invented answers: parents and teachers, what they needed (several at once), how good it was, and a question to which
/// all but two say yes. Parents need time, teachers need help.
fn export(folder: &Path) -> String {
    let mut text = String::from(
        "Vertel uw ervaring;Wie bent u?;Wat was er nodig?;Hoe goed ging het (0-100)?;Doet u mee?\n",
    );
    for nth in 0..200_u32 {
        let who = ["ouder", "leraar", "begeleider", "leerling"][nth as usize % 4];
        let parent = nth % 4 == 0;
        let needs = [
            (parent || nth % 9 == 0, "tijd"),
            (!parent || nth % 7 == 0, "hulp"),
            (nth % 3 == 0, "geld"),
        ];
        let needs: Vec<&str> = needs
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, it)| *it)
            .collect();
        let needs = needs.join(", ");
        let good = if parent { nth % 31 } else { 60 + nth % 41 };
        let joins = if nth < 2 { "nee" } else { "ja" };
        let _ = writeln!(
            text,
            "Op dag {nth} ging het weer over de plaats in de klas, en wij spraken er met zijn allen lang over in de gang.;{who};{needs};{good};{joins}"
        );
    }
    let path = folder.join("nodig.csv");
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A draft with the export in it.
fn begun(folder: &Path) -> App {
    draft(folder, "Nodig", Path::new(&export(folder)))
}

fn patterns(app: &App) -> Vec<Value> {
    let query = json!({ "filter": { "conditions": [], "min_words": null, "max_words": null }, "limit": 100 });
    let page = ask(app, json!({ "type": "patterns", "query": query }));
    page["lines"].as_array().unwrap().clone()
}

#[test]
fn one_option_of_a_several_choice_question_is_decided_without_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let app = begun(folder.path());
    let of_needs = || -> Vec<Value> {
        let all = patterns(&app).into_iter();
        all.filter(|it| it["names"].to_string().contains("Wie bent u"))
            .filter(|it| it["names"].to_string().to_lowercase().contains("nodig"))
            .collect()
    };
    let before = of_needs();
    assert_eq!(before.len(), 3, "time, help and money: {before:#?}");
    let key = &before[0]["key"];
    command(
        &app,
        "c1",
        json!({ "type": "set_triage", "pattern": key, "mark": "yes", "note": "" }),
    );
    command(
        &app,
        "c2",
        json!({ "type": "add_observation", "id": "o1", "text": "Er is iets te zien.", "strength": 3, "chart": before[0]["pattern"]["chart"], "pattern": key }),
    );
    let marks: Vec<(Value, Value)> = of_needs()
        .into_iter()
        .map(|it| (it["triage"].clone(), it["observations"].clone()))
        .collect();
    let open = (Value::Null, json!([]));
    assert_eq!(marks, [(json!("yes"), json!(["o1"])), open.clone(), open]);
}

#[test]
fn a_question_that_stays_against_the_proposal_is_no_longer_open() {
    let folder = tempfile::tempdir().unwrap();
    let app = begun(folder.path());
    let scope = || {
        let draft = ask(&app, json!({ "type": "draft" }));
        let stages = draft["stages"].as_array().unwrap().clone();
        let line = stages.iter().find(|it| it["stage"] == "scope").unwrap();
        (
            line["open"].clone(),
            line["done"].clone(),
            line["state"].clone(),
        )
    };
    let questions = ask(&app, json!({ "type": "questions" }));
    let proposed: Vec<&Value> = questions["questions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| !it["scope"]["little"].is_null())
        .collect();
    assert_eq!(proposed.len(), 1, "all but two say yes: {proposed:#?}");
    let line = proposed[0];
    assert_eq!(line["scope"]["little"], "one_answer");
    assert_eq!(line["scope"]["top_per_hundred"], 99);
    assert_eq!(scope(), (json!(1), json!(0), json!("todo")));
    let keep = json!({ "type": "keep_questions", "questions": [line["raw"]["id"]], "kept": true });
    command(&app, "c1", keep);
    assert_eq!(scope(), (json!(0), json!(1), json!("ready")));
    let log = ask(&app, json!({ "type": "log", "offset": 0, "limit": 100 }));
    assert!(log.to_string().contains("log.question_kept"), "{log}");
    command(&app, "c2", json!({ "type": "undo" }));
    assert_eq!(scope(), (json!(1), json!(0), json!("todo")));
}

#[test]
fn the_chart_of_an_observation_follows_what_becomes_of_the_answers() {
    let folder = tempfile::tempdir().unwrap();
    let app = begun(folder.path());
    let questions = ask(&app, json!({ "type": "questions" }))["questions"].clone();
    let who = &questions
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["raw"]["text"] == "Wie bent u?")
        .unwrap()["raw"];
    let option = |label: &str| {
        let choices = who["kind"]["choices"].as_array().unwrap();
        let found = choices.iter().find(|it| it["label"] == label).unwrap();
        found["id"].clone()
    };
    let chart = json!({ "type": "spread", "question": who["id"], "only": [option("ouder"), option("leraar")], "within": [] });
    let observe = json!({ "type": "add_observation", "id": "o1", "text": "Ouders en leraren zijn met evenveel.", "strength": 3, "chart": chart, "pattern": null });
    command(&app, "c1", observe);
    let rows = || {
        let view = ask(&app, json!({ "type": "observation", "id": "o1" }));
        let line = view["line"].clone();
        let rows = line["chart"]["rows"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let rows: Vec<Value> = rows.iter().map(|it| it["label"].clone()).collect();
        (rows, line)
    };
    assert_eq!(rows().0, [json!("ouder"), json!("leraar")]);
    command(
        &app,
        "c2",
        json!({ "type": "merge_options", "question": who["id"], "id": "m1", "label": "school", "options": [option("leraar"), option("begeleider")] }),
    );
    let (shown, line) = rows();
    assert_eq!(shown, [json!("ouder"), json!("school")]);
    assert_eq!(
        (&line["lost"], &line["answers_changed"]),
        (&Value::Null, &json!(true))
    );
    command(
        &app,
        "c3",
        json!({ "type": "set_scope", "questions": [who["id"]], "out": true }),
    );
    let (shown, line) = rows();
    assert_eq!(
        (shown, &line["lost"]["why"]),
        (Vec::new(), &json!("question_left_out"))
    );
    // Writing on does not lose the chart: it is there again with its question.
    let line = line["observation"].clone();
    command(
        &app,
        "c4",
        json!({ "type": "change_observation", "id": "o1", "text": "Anders gezegd.", "strength": 3, "chart": line["chart"], "pattern": null }),
    );
    command(
        &app,
        "c5",
        json!({ "type": "set_scope", "questions": [who["id"]], "out": false }),
    );
    assert_eq!(rows().0, [json!("ouder"), json!("school")]);
}

#[test]
fn masks_by_hand_are_in_the_language_of_the_work() {
    let folder = tempfile::tempdir().unwrap();
    for (language, words) in [("nl", "[naam school]"), ("en", "[name of school]")] {
        let app = app(folder.path());
        let path = export(folder.path());
        ask(
            &app,
            json!({ "type": "new", "name": language, "language": language }),
        );
        ask(
            &app,
            json!({ "type": "read_export", "path": path, "how": {} }),
        );
        ask(
            &app,
            json!({ "type": "take_in", "id": "t1", "without_bad": true }),
        );
        let story = ask(&app, json!({ "type": "raw_story", "story": 1 }));
        let all = story["mask_words"].as_array().unwrap();
        assert!(all.contains(&json!(["school", words])), "{all:?}");
    }
}

#[test]
fn columns_are_put_together_by_hand_and_taken_apart_again() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let path = export(folder.path());
    ask(
        &app,
        json!({ "type": "new", "name": "Nodig", "language": "nl" }),
    );
    let view = ask(
        &app,
        json!({ "type": "read_export", "path": path, "how": {} }),
    );
    let column = |header: &str| {
        let all = view["columns"].as_array().unwrap();
        let found = all
            .iter()
            .find(|it| it["header"].as_str().unwrap().starts_with(header));
        found.unwrap()["columns"][0].clone()
    };
    let columns = json!([column("Wie"), column("Doet")]);
    let join = json!({ "type": "join_columns", "columns": columns, "text": "Wie doet er mee?" });
    let joined = ask(&app, join);
    let all = joined["columns"].as_array().unwrap();
    let one = all.iter().find(|it| it["columns"] == columns).unwrap();
    assert_eq!(one["plan"]["question"]["text"], "Wie doet er mee?");
    assert_eq!(one["plan"]["question"]["coding"]["type"], "several");
    let apart = ask(&app, json!({ "type": "take_apart", "item": one["item"] }));
    assert_eq!(apart["codebook"], view["codebook"]);
    // Refused in words, and nothing changed.
    let few = json!({ "type": "join_columns", "columns": [column("Wie")], "text": "Wie?" });
    let failure = asked(&app, few).unwrap_err();
    let words = Language::Nl.failure(&failure);
    assert_eq!(
        words,
        "Kies ten minste twee kolommen. Er is niets veranderd."
    );
}
