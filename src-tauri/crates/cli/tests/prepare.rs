//! Two real exports go all the way: from the file that a survey program wrote to a published snapshot that a session runs on.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use common::regio;
use serde_json::{Value, json};

fn export(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../fixtures/exports")
        .join(name)
}

/// How a run of the program ended.
struct Ran {
    ok: bool,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Ran {
    run_with(args, "")
}

fn run_with(args: &[&str], typed: &str) -> Ran {
    let mut child = regio()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    Ran {
        ok: output.status.success(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A draft on disk, and the commands that were given to it.
struct Work {
    folder: tempfile::TempDir,
    draft: String,
    commands: u32,
}

impl Work {
    fn of(name: &str, more: &[&str]) -> (Self, Value) {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("werk.voorbereiding");
        let draft = draft.to_str().unwrap().to_owned();
        let export = export(name);
        let mut args = vec![
            "intake",
            export.to_str().unwrap(),
            "--out",
            &draft,
            "--json",
        ];
        args.extend(more);
        let taken = run(&args);
        assert!(taken.ok, "{}", taken.err);
        let taken = serde_json::from_str(&taken.out).unwrap();
        let work = Self {
            folder,
            draft,
            commands: 0,
        };
        (work, taken)
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn ask(&self, question: &Value) -> Value {
        let answer = run(&["prepare", "ask", &self.draft, &question.to_string()]);
        assert!(answer.ok, "{question}: {}", answer.err);
        let answer: Value = serde_json::from_str(&answer.out).unwrap();
        answer["value"].clone()
    }

    /// Carries commands out out of one file; all must be.
    fn apply(&mut self, commands: &[Value]) {
        let mut lines = String::new();
        for command in commands {
            self.commands += 1;
            let id = format!("c{}", self.commands);
            lines += &json!({ "id": id, "command": command }).to_string();
            lines.push('\n');
        }
        let path = self.path("commands.jsonl");
        std::fs::write(&path, &lines).unwrap();
        for again in [false, true] {
            let answers = run(&["prepare", "apply", &self.draft, &path]);
            assert!(answers.ok, "{}", answers.err);
            for (line, command) in answers.out.lines().zip(commands) {
                assert!(
                    line.contains("\"done\""),
                    "again: {again} {command}: {line}"
                );
            }
        }
    }

    /// Decides about everything that is open, as a preparer in a hurry would.
    fn decide_all(&mut self) {
        let suspicions = self.ask(&json!({"type": "suspicions", "query": {"decided": "open"}}));
        if suspicions["total"] != 0 {
            self.apply(&[json!({"type": "judge", "stories": suspicions["stories"], "verdict": {"type": "keep"}})]);
        }
        loop {
            let masks = self.ask(&json!({"type": "masks", "query": {"decided": "open"}}));
            if masks["open"] == 0 {
                break;
            }
            self.apply(&[
                json!({"type": "accept_masks", "masks": masks["places"], "by_hand": false}),
            ]);
        }
    }

    /// Two perspectives of three observations each, on the strongest patterns.
    fn write_perspectives(&mut self) {
        let query = json!({"hide_chance": true, "hide_follows": true, "limit": 6});
        let page = self.ask(&json!({"type": "patterns", "query": query}));
        let lines = page["lines"].as_array().unwrap();
        assert_eq!(lines.len(), 6, "{page}");
        let mut commands = Vec::new();
        for (nth, line) in lines.iter().enumerate() {
            let id = format!("o{nth}");
            commands.push(
                json!({"type": "set_triage", "pattern": line["key"], "mark": "yes", "note": ""}),
            );
            commands.push(json!({
                "type": "add_observation", "id": id, "strength": 3, "chart": line["pattern"]["chart"], "pattern": line["key"],
                "text": format!("{} en {} vallen vaak samen.", line["names"][0].as_str().unwrap(), line["names"][1].as_str().unwrap()),
            }));
            for (letter, text) in [
                ("a", "Mensen denken er zo over."),
                ("b", "De vraag is anders begrepen."),
            ] {
                commands.push(json!({"type": "add_interpretation", "id": format!("{id}{letter}"), "observation": id, "text": text}));
            }
        }
        for (id, observations) in [("p1", ["o0", "o1", "o2"]), ("p2", ["o3", "o4", "o5"])] {
            commands.push(json!({"type": "add_perspective", "id": id, "name": format!("Perspectief {id}"), "observations": observations, "x": 0, "y": 0}));
            commands.push(json!({"type": "change_perspective", "id": id, "name": format!("Perspectief {id}"), "short": id, "question": "Wat zien wij hier?"}));
        }
        self.apply(&commands);
        for id in ["p1", "p2"] {
            let support =
                self.ask(&json!({"type": "support", "query": {"perspective": id, "limit": 8}}));
            let lines = support["lines"].as_array().unwrap();
            assert_eq!(lines.len(), 8);
            let stories: Vec<&Value> = lines.iter().map(|line| &line["story"]["id"]).collect();
            self.apply(&[json!({"type": "set_support", "id": id, "stories": stories})]);
        }
    }

    /// Publishes, looks at what came out, and begins a session on it.
    fn publish(&self, stories: u64) {
        let file = self.path("uit.momentopname");
        let published = run(&[
            "prepare",
            "publish",
            &self.draft,
            "--out",
            &file,
            "--at",
            "1790000000000",
        ]);
        assert!(published.ok, "{}", published.err);
        let check = run(&["snapshot", "check", &file, "--json"]);
        assert!(check.ok, "{}", check.err);
        let report: Value = serde_json::from_str(&check.out).unwrap();
        assert_eq!(
            (&report["verdict"], &report["version"]),
            (&json!("sound"), &json!(2))
        );
        assert!(report["log"].as_u64().unwrap() >= 1, "{report}");
        let info = run(&["snapshot", "info", &file, "--json"]);
        let info: Value = serde_json::from_str(&info.out).unwrap();
        assert_eq!(
            (&info["stories"], &info["perspectives"]),
            (&json!(stories), &json!(2))
        );
        assert_eq!(info["about"]["made"], "2026-09-21");
        assert_eq!(info["hash"].as_str().unwrap(), published.out.trim());
        let session = self.path("dag.bijeenkomst");
        let begun = run(&[
            "session",
            "new",
            "--snapshot",
            &file,
            "--tables",
            "3",
            "--region",
            "Overal",
            "--out",
            &session,
        ]);
        assert!(begun.ok, "{}", begun.err);
        let again = run(&["prepare", "publish", &self.draft, "--out", &file]);
        assert!(
            !again.ok && again.err.contains("bestaat al"),
            "{}",
            again.err
        );
    }
}

#[test]
fn midwest_goes_from_export_to_a_session() {
    let codebook = tempfile::tempdir().unwrap();
    let saved = codebook.path().join("midwest.codeboek");
    let saved = saved.to_str().unwrap();
    let (mut work, taken) = Work::of(
        "MIDWEST.csv",
        &["--where-bad", "skip", "--save-codebook", saved],
    );
    let stories = taken["outcome"]["stories"].as_u64().unwrap();
    assert!(stories > 2_500, "{taken}");
    // What the program proposed is what a second intake of the same columns uses.
    let (_, same) = Work::of("MIDWEST.csv", &["--where-bad", "skip", "--codebook", saved]);
    assert_eq!(same["outcome"]["stories"], taken["outcome"]["stories"]);

    let refused = run(&[
        "prepare",
        "publish",
        &work.draft,
        "--out",
        &work.path("te-vroeg.momentopname"),
    ]);
    assert!(
        !refused.ok && refused.err.contains("controlelijst"),
        "{}",
        refused.err
    );
    assert!(!Path::new(&work.path("te-vroeg.momentopname")).exists());

    work.decide_all();
    work.write_perspectives();
    let list = work.ask(&json!({"type": "checks"}));
    assert_eq!(list["ready"], true, "{list}");
    work.publish(stories);

    // The same evaluation of the draft and of what was published, and in words.
    let of = |file: &str| {
        let found = run(&["patterns", file, "--json", "--top", "3"]);
        assert!(found.ok, "{}", found.err);
        found.out
    };
    assert_eq!(of(&work.draft), of(&work.path("uit.momentopname")));
    let words = run(&["patterns", &work.draft, "--top", "2"]);
    assert!(
        words.ok && !words.out.contains("pattern.") && words.out.lines().count() == 5,
        "{}",
        words.out
    );
    let wrong = run(&["patterns", &work.draft, "--where", "nergens = 1"]);
    assert!(!wrong.ok && wrong.err.contains("teken"), "{}", wrong.err);
}

#[test]
fn flying_leaves_encrypted_and_is_opened_with_its_words_only() {
    let (mut work, taken) = Work::of("flying-etiquette.csv", &["--where-bad", "skip"]);
    let stories = taken["outcome"]["stories"].as_u64().unwrap();
    assert!(stories > 1_000, "{taken}");
    work.decide_all();
    work.write_perspectives();
    work.publish(stories);

    let sealed = work.path("dicht.momentopname");
    let published = run(&[
        "prepare",
        "publish",
        &work.draft,
        "--out",
        &sealed,
        "--encrypt",
    ]);
    assert!(published.ok, "{}", published.err);
    let words = published.out.lines().nth(1).unwrap();
    assert_eq!(words.split(' ').count(), 6);
    let locked = run(&["snapshot", "info", &sealed]);
    assert!(
        !locked.ok && locked.err.contains("zes woorden"),
        "{}",
        locked.err
    );
    let check = run(&["snapshot", "check", &sealed]);
    assert!(
        !check.ok && check.out.contains("Versleuteld"),
        "{}",
        check.out
    );
    // As people type them.
    let typed = words.to_uppercase().replace(' ', " - ");
    let opened = run_with(&["snapshot", "check", &sealed, "--passphrase", "-"], &typed);
    assert!(
        opened.ok && opened.out.contains("In orde"),
        "{} {}",
        opened.out,
        opened.err
    );
    let wrong = run_with(
        &["snapshot", "check", &sealed, "--passphrase", "-"],
        "een twee drie vier vijf zes",
    );
    assert!(!wrong.ok, "{}", wrong.out);

    let mut bytes = std::fs::read(work.path("uit.momentopname")).unwrap();
    let name = b"Perspectief p1";
    let at = bytes.windows(name.len()).position(|it| it == name).unwrap();
    bytes[at] ^= 1;
    std::fs::write(work.path("uit.momentopname"), bytes).unwrap();
    let check = run(&[
        "snapshot",
        "check",
        &work.path("uit.momentopname"),
        "--json",
    ]);
    assert!(
        !check.ok && check.out.contains("\"altered\""),
        "{}",
        check.out
    );
}

#[test]
fn what_cannot_be_taken_in_leaves_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let (export, draft) = (
        folder.path().join("leeg.csv"),
        folder.path().join("werk.voorbereiding"),
    );
    std::fs::write(&export, "\u{feff}").unwrap();
    let refused = run(&[
        "intake",
        export.to_str().unwrap(),
        "--out",
        draft.to_str().unwrap(),
    ]);
    assert!(!refused.ok && !draft.exists(), "{}", refused.out);
    std::fs::write(&draft, "geen concept").unwrap();
    let refused = run(&[
        "prepare",
        "ask",
        draft.to_str().unwrap(),
        "{\"type\":\"checks\"}",
    ]);
    assert!(
        !refused.ok && refused.err.contains("geen concept"),
        "{}",
        refused.err
    );
}
