//! From an export to a snapshot.

use std::fmt::Write as _;
use std::path::Path;

use app::App;
use protocol::{Failure, Reply, Request};
use serde_json::{Value, json};

use crate::door::{ME, app, ask, asked, command};

/// Sixty invented answers; two of them have a slider that is no number.
fn export(folder: &Path) -> String {
    let mut text =
        String::from("Vertel uw ervaring;Geef een titel;Wie bent u?;Hoe goed ging het (0-100)?\n");
    for nth in 0..60 {
        let who = ["ouder", "leraar"][nth % 2];
        let good = if nth % 30 == 29 {
            "best wel".to_owned()
        } else {
            (nth % 2 * 50 + nth % 37).to_string()
        };
        let mail = if nth == 4 {
            " Mail mij op saar@voorbeeld.nl."
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "Op dag {nth} ging het weer over de plaats in de klas, en wij spraken er met zijn allen lang over in de gang.{mail};Dag {nth} in de klas;{who};{good}"
        );
    }
    let path = folder.join("antwoorden.csv");
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A draft with the export in it.
fn taken(app: &App, folder: &Path) -> Value {
    let export = export(folder);
    ask(
        app,
        json!({ "type": "new", "name": "Klas", "language": "nl" }),
    );
    ask(
        app,
        json!({ "type": "read_export", "path": export, "how": {} }),
    );
    let take = json!({ "type": "take_in", "id": "t1", "without_bad": true });
    let taken = ask(app, take.clone());
    // The answer was lost on its way: the same again.
    assert_eq!(ask(app, take), taken);
    taken
}

#[test]
fn an_export_is_looked_at_before_it_is_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let export = export(folder.path());
    let files = ask(&app, json!({ "type": "files" }));
    assert_eq!(files["exports"][0]["name"], "antwoorden.csv");
    let early = asked(&app, json!({ "type": "mapping" }));
    assert_eq!(early, Err(Failure::NoDraft));
    ask(
        &app,
        json!({ "type": "new", "name": "Klas", "language": "nl" }),
    );
    assert_eq!(
        asked(&app, json!({ "type": "mapping" })),
        Err(Failure::NoExport)
    );

    let view = ask(
        &app,
        json!({ "type": "read_export", "path": export, "how": {} }),
    );
    assert_eq!(
        (&view["rows"], &view["delimiter"]),
        (&json!(60), &json!("semicolon"))
    );
    let slider = view["columns"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["header"].as_str().unwrap().starts_with("Hoe goed"))
        .unwrap();
    assert_eq!(slider["filled"], 60);
    let saved = ask(&app, json!({ "type": "save_codebook", "path": null }));
    assert!(
        saved["path"]
            .as_str()
            .unwrap()
            .ends_with("antwoorden.codeboek")
    );

    // Without the slider there is nothing wrong with any row; with the codebook that was saved there is again.
    let item = slider["item"].clone();
    let mut left_out = view["codebook"]["items"][item.as_u64().unwrap() as usize].clone();
    left_out["plan"] = json!({ "type": "left_out", "reason": "decided" });
    let fewer = ask(
        &app,
        json!({ "type": "set_item", "item": item, "to": left_out }),
    );
    assert_eq!(
        (&fewer["outcome"]["stories"], &fewer["outcome"]["rejected"]),
        (&json!(60), &json!(0))
    );
    let again = ask(
        &app,
        json!({ "type": "load_codebook", "path": saved["path"] }),
    );
    assert_eq!(again["codebook"], view["codebook"]);
    assert_eq!(again["outcome"], view["outcome"]);

    ask(&app, json!({ "type": "forget_export" }));
    assert_eq!(
        asked(&app, json!({ "type": "mapping" })),
        Err(Failure::NoExport)
    );
}

#[test]
fn decisions_are_kept_undone_and_there_again_after_closing() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let taken = taken(&app, folder.path());
    let stories = taken["outcome"]["stories"].as_u64().unwrap();
    let draft = ask(&app, json!({ "type": "draft" }));
    assert_eq!(
        (&draft["taken"], &draft["kept"]),
        (&json!(stories), &json!(stories))
    );
    assert_eq!(
        draft["sources"][0]["rejected"],
        taken["outcome"]["rejected"]
    );

    let masks = ask(
        &app,
        json!({ "type": "masks", "query": { "kind": "email", "limit": 5 } }),
    );
    let line = &masks["lines"][0];
    assert_eq!(
        (&line["found"], &line["masked"]),
        (&json!("saar@voorbeeld.nl"), &json!(null))
    );
    command(
        &app,
        "m1",
        json!({ "type": "accept_masks", "masks": masks["places"], "by_hand": false }),
    );
    let story = ask(
        &app,
        json!({ "type": "story", "id": line["place"]["story"], "search": "" }),
    );
    let text = story["text"].as_str().unwrap();
    assert!(!text.contains("saar@") && text.contains('['), "{text}");

    let judge = json!({ "type": "judge", "stories": [1, 2], "verdict": { "type": "leave_out", "reason": "test" } });
    let done = command(&app, "j1", judge.clone());
    assert_eq!(command(&app, "j1", judge), done);
    let other = json!({ "type": "do", "id": "j1", "command": { "type": "undo" } });
    assert_eq!(asked(&app, other), Err(Failure::IdReused));
    // What goes with an export cannot come from a screen.
    let begin = json!({ "type": "do", "id": "b", "command": { "type": "mark_published", "hash": "0", "stories": 1, "perspectives": 1 } });
    assert_eq!(asked(&app, begin), Err(Failure::BadRequest));
    let kept = |app: &App| ask(app, json!({ "type": "draft" }))["kept"].clone();
    assert_eq!(kept(&app), stories - 2);
    let log = ask(&app, json!({ "type": "log", "offset": 0, "limit": 10 }));
    assert!(
        log["lines"].to_string().contains("log.left_out.test"),
        "{log}"
    );
    command(&app, "u1", json!({ "type": "undo" }));
    assert_eq!(kept(&app), stories);
    command(&app, "r1", json!({ "type": "redo" }));
    assert_eq!(kept(&app), stories - 2);

    let before = ask(&app, json!({ "type": "questions" }));
    let path = ask(&app, json!({ "type": "draft" }))["path"].clone();
    ask(&app, json!({ "type": "close" }));
    assert_eq!(
        asked(&app, json!({ "type": "draft" })),
        Err(Failure::NoDraft)
    );
    assert!(
        folder
            .path()
            .join("reservekopie/Klas.voorbereiding")
            .exists()
    );
    ask(&app, json!({ "type": "open", "path": path }));
    assert_eq!(ask(&app, json!({ "type": "questions" })), before);
    assert_eq!(kept(&app), stories - 2);
}

#[test]
fn any_response_is_looked_up_left_out_and_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    taken(&app, folder.path());
    let looked = |search: &str, left_out: bool| {
        let query = json!({ "search": search, "left_out": left_out, "limit": 2 });
        ask(&app, json!({ "type": "responses", "query": query }))
    };
    let all = looked("", false);
    assert_eq!(all["total"], ask(&app, json!({ "type": "draft" }))["taken"]);
    assert_eq!(all["lines"].as_array().unwrap().len(), 2);
    // Words in any case and order, of title and text; or the number.
    let mail = looked("SAAR@voorbeeld klas", false);
    assert_eq!(mail["total"], 1, "{mail}");
    let story = mail["lines"][0]["story"].clone();
    assert_eq!(mail["lines"][0]["verdict"], json!(null));
    assert_eq!(looked("saar fiets", false)["total"], 0);
    let by_number = looked(&story.to_string(), false);
    assert_eq!(by_number["lines"][0]["story"], story, "{by_number}");

    let whole = ask(&app, json!({ "type": "response", "story": story }));
    assert!(
        whole["text"]
            .as_str()
            .unwrap()
            .contains("saar@voorbeeld.nl")
    );
    let answers = whole["answers"].as_array().unwrap();
    assert!(
        answers
            .iter()
            .any(|it| it["label"] == "Wie bent u?" && it["answer"] == json!(["ouder"])),
        "{whole}"
    );

    let judge = json!({ "type": "judge", "stories": [story], "verdict": { "type": "leave_out", "reason": "withdrawn" } });
    command(&app, "w1", judge);
    let out = looked("", true);
    assert_eq!((&out["total"], &out["left_out"]), (&json!(1), &json!(1)));
    assert_eq!(out["lines"][0]["verdict"]["reason"], "withdrawn");
    // It still can be read.
    assert_eq!(
        ask(&app, json!({ "type": "response", "story": story }))["text"],
        whole["text"]
    );
    command(
        &app,
        "w2",
        json!({ "type": "judge", "stories": [story], "verdict": null }),
    );
    assert_eq!(looked("", true)["total"], 0);
    let nobody = asked(&app, json!({ "type": "response", "story": 9_999 }));
    assert!(
        matches!(nobody, Err(Failure::NotInSnapshot { .. })),
        "{nobody:?}"
    );
}

#[test]
fn the_draft_worked_on_last_is_offered_first_and_open_again_where_its_screen_was() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let home = |app: &App| match app.call(&ME, Request::Home) {
        Reply::Home(home) => *home,
        other => panic!("{other:?}"),
    };
    let first = app(folder.path());
    assert_eq!(home(&first).draft, None);
    ask(
        &first,
        json!({ "type": "new", "name": "Een", "language": "nl" }),
    );
    let made = folder.path().join("Een.voorbereiding");
    ask(&first, json!({ "type": "close" }));
    // A draft of another folder, such as a stick: no list shows it by itself.
    let moved = elsewhere.path().join("Stick.voorbereiding");
    std::fs::copy(&made, &moved).unwrap();
    ask(&first, json!({ "type": "open", "path": moved }));
    let place = |app: &App, route: &str| {
        app.call(
            &ME,
            Request::Remember {
                route: route.to_owned(),
            },
        );
    };
    place(&first, "prepare/clean");
    drop(first);

    let again = app(folder.path());
    assert_eq!(home(&again).draft.unwrap().name, "Stick");
    let files = ask(&again, json!({ "type": "files" }));
    assert_eq!(
        (&files["drafts"][0]["name"], &files["drafts"][1]["name"]),
        (&json!("Stick"), &json!("Een"))
    );
    assert_eq!(files["open"], json!(null));
    again.resume(&ME);
    assert_eq!(
        ask(&again, json!({ "type": "draft" }))["path"],
        json!(moved)
    );
    // Whoever went back to the first screen does not come to see the stories unasked.
    place(&again, "home");
    drop(again);
    let third = app(folder.path());
    third.resume(&ME);
    assert_eq!(ask(&third, json!({ "type": "files" }))["open"], json!(null));
    // What is gone is not offered.
    std::fs::remove_file(&moved).unwrap();
    assert_eq!(home(&third).draft.unwrap().name, "Een");
}

#[test]
fn what_is_published_opens_with_its_six_words_only() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    taken(&app, folder.path());
    let publish = json!({ "type": "publish", "path": null, "encrypt": true });
    assert!(matches!(
        asked(&app, publish.clone()),
        Err(Failure::NotReady { .. })
    ));

    let masks = ask(
        &app,
        json!({ "type": "masks", "query": { "decided": "open" } }),
    );
    let places: Vec<Value> = masks["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["place"].clone())
        .collect();
    command(
        &app,
        "m1",
        json!({ "type": "reject_masks", "places": places }),
    );
    let questions = ask(&app, json!({ "type": "questions" }));
    let who = questions["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["raw"]["kind"]["type"] == "choice")
        .unwrap();
    let chart = json!({ "type": "spread", "question": who["raw"]["id"], "only": [], "within": [] });
    command(
        &app,
        "o1",
        json!({ "type": "add_observation", "id": "o1", "text": "Het is erg omdat ouders schrijven.", "strength": 2, "chart": chart, "pattern": null }),
    );
    let observation = ask(&app, json!({ "type": "observation", "id": "o1" }));
    let marks = observation["check"]["marks"].as_array().unwrap();
    assert!(marks.iter().any(|it| it["why"] == "causal"), "{marks:?}");
    assert_eq!(observation["line"]["ready"], false);
    for (id, text) in [
        ("i1", "Ouders hebben meer tijd."),
        ("i2", "Leraren weten de weg niet."),
    ] {
        command(
            &app,
            id,
            json!({ "type": "add_interpretation", "id": id, "observation": "o1", "text": text }),
        );
    }
    command(
        &app,
        "p1",
        json!({ "type": "add_perspective", "id": "p1", "name": "Wie schrijft", "observations": ["o1"], "x": 0, "y": 0 }),
    );
    command(
        &app,
        "p2",
        json!({ "type": "change_perspective", "id": "p1", "name": "Wie schrijft", "short": "Wie", "question": "Wie schrijft hier?" }),
    );
    let board = ask(&app, json!({ "type": "board" }));
    assert_eq!(
        (
            &board["observations"][0]["ready"],
            &board["observations"][0]["perspective"]
        ),
        (&json!(true), &json!("p1"))
    );
    let list = ask(&app, json!({ "type": "checks" }));
    assert_eq!(list["ready"], true, "{list}");

    let published = ask(&app, publish);
    let words: Vec<&str> = published["passphrase"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert_eq!(words.len(), 6);
    let draft = ask(&app, json!({ "type": "draft" }));
    assert_eq!(
        (&draft["published"]["hash"], &draft["changed"]),
        (&published["hash"], &json!(false))
    );
    let path = published["path"].as_str().unwrap().to_owned();
    assert_eq!(
        app.call(&ME, Request::OpenSnapshot { path: path.clone() }),
        Reply::Failed(Failure::Locked { path: path.clone() })
    );
    let unlock = |passphrase: String| {
        let path = path.clone();
        app.call(&ME, Request::UnlockSnapshot { path, passphrase })
    };
    assert_eq!(
        unlock("een twee drie vier vijf zes".into()),
        Reply::Failed(Failure::WrongPassphrase { path: path.clone() })
    );
    let Reply::Home(home) = unlock(format!("  {}\n", words.join("-").to_uppercase())) else {
        panic!("not opened");
    };
    assert_eq!(home.snapshot, Some(path.clone()));
    // Nothing of it stands on the disk in the open.
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(6).any(|six| six == b"klas, "));
}
