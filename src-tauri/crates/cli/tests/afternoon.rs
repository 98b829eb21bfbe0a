//! The recorded afternoon, from its commands to its posters.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod common;

use common::{afternoon, fixture, run, session, text};
use serde_json::Value;

#[test]
fn a_whole_afternoon_gives_six_posters_and_the_same_ones_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.bijeenkomst");
    session(&file);
    let commands = std::fs::read_to_string(afternoon()).unwrap();
    let answers = run(&[
        "session",
        "apply",
        text(&file),
        text(&afternoon()),
        "--snapshot",
        text(fixture()),
    ]);
    assert_eq!(commands.lines().count(), answers.lines().count());
    assert!(commands.lines().count() >= 1500);
    let mut refused = 0;
    for (command, answer) in commands.lines().zip(answers.lines()) {
        let (asked, reply): (Value, Value) = (
            serde_json::from_str(command).unwrap(),
            serde_json::from_str(answer).unwrap(),
        );
        if asked["id"].as_str().unwrap().starts_with("no") {
            assert_eq!(reply["value"]["code"], "refused", "{command} {answer}");
            refused += 1;
        } else {
            assert_eq!(reply["type"], "done", "{command} {answer}");
        }
    }
    assert!(refused > 5);

    let shown: Value =
        serde_json::from_str(&run(&["session", "show", text(&file), "--json"])).unwrap();
    let entities = shown["entities"].as_array().unwrap();
    let count = |sort: &str| {
        entities
            .iter()
            .filter(|entry| entry["key"].as_str().unwrap().starts_with(sort))
            .count()
    };
    assert_eq!(
        (count("table/"), count("participant/"), count("field/")),
        (6, 41, 78)
    );
    assert!(
        count("note/") > 80 && count("read/") > 180 && count("cluster/") > 20,
        "{} {} {}",
        count("note/"),
        count("read/"),
        count("cluster/")
    );
    let chosen = |id: &str| {
        entities
            .iter()
            .flat_map(|entry| {
                entry["entity"]["value"]["chosen"]
                    .as_array()
                    .into_iter()
                    .flatten()
            })
            .filter(|found| *found == id)
            .count()
    };
    assert_eq!(
        (chosen("p1"), chosen("p4"), chosen("p7"), chosen("p3")),
        (4, 4, 3, 2)
    );

    run(&["session", "verify", text(&file)]);
    let (first, second) = (folder.path().join("een"), folder.path().join("twee"));
    let paths = run(&["print", "poster", text(&file), "--out", text(&first)]);
    run(&[
        "print",
        "poster",
        text(&file),
        "--out",
        text(&second),
        "--snapshot",
        text(fixture()),
    ]);
    assert_eq!(paths.lines().count(), 6);
    for table in 1..=6 {
        let name = format!("poster-tafel-{table}.pdf");
        let pdf = std::fs::read(first.join(&name)).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7") && pdf.len() > 20_000, "{name}");
        assert!(
            pdf == std::fs::read(second.join(&name)).unwrap(),
            "{name}: with and without the snapshot"
        );
    }
    let pictures = run(&[
        "print",
        "poster",
        text(&file),
        "--out",
        text(&first),
        "--table",
        "4",
        "--preview",
        "svg",
    ]);
    assert!(
        std::fs::read_to_string(pictures.trim())
            .unwrap()
            .contains("Eerst koffie, dan het plan")
    );
}
