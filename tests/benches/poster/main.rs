//! The A1 poster beside WeasyPrint and Typst (from PyPI), in one run and turn by turn: time, memory and file size of one process
//! each, from its start to the written file. And the time of a whole set for six tables.
//!
//! All get the words of one table of the recorded afternoon, the fonts of this program, and a page of A1. What the others make of
//! them is a plain poster: none of them fits its text to its boxes. A tool that is not installed is skipped, and that is said:
//! `pip install weasyprint typst` into the Python of `POSTER_PYTHON` (python3) brings them. `POSTER_ROUNDS` (3) is how often each is
//! measured; the best counts. The program `regio` is looked for beside this bench, or is `POSTER_REGIO`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement that cannot go on may stop, and says what it found"
)]

mod rivals;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use tempfile::TempDir;

/// The table whose poster is made.
const TABLE: &str = "4";
/// A whole set may take so long in a build with optimisation (seconds).
const SET: f64 = 5.0;

/// What a run took.
#[derive(Clone, Debug, Deserialize)]
struct Run {
    wall: f64,
    cpu: f64,
    kilobytes: u64,
    failed: Option<String>,
}

/// A session of six tables after the recorded afternoon.
struct Place {
    folder: TempDir,
    regio: PathBuf,
    python: String,
}

fn main() {
    let Some(place) = Place::new() else {
        return;
    };
    let poster = place.poster();
    let rivals = rivals::made(&place.fields(), place.folder.path());
    let rounds: usize = std::env::var("POSTER_ROUNDS").map_or(3, |text| text.parse().unwrap());
    let mut best: Vec<(&str, Vec<String>, PathBuf, Option<Run>)> = vec![(
        "regio",
        poster,
        place
            .folder
            .path()
            .join(format!("out/poster-tafel-{TABLE}.pdf")),
        None,
    )];
    for rival in rivals {
        let known = Command::new(&place.python)
            .args(["-c", &format!("import {}", rival.name)])
            .output();
        if known.is_ok_and(|output| output.status.success()) {
            let mut command = vec![place.python.clone(), "-c".to_owned()];
            command.extend(rival.arguments);
            best.push((rival.name, command, rival.file, None));
        } else {
            println!(
                "{}: skipped, it is not installed for {}",
                rival.name, place.python
            );
        }
    }
    for _ in 0..rounds {
        for (name, command, _, best) in &mut best {
            let run = place.measured(name, command);
            if best.as_ref().is_none_or(|best| run.cpu < best.cpu) {
                *best = Some(run);
            }
        }
    }
    println!(
        "{:<12} {:>8} {:>8} {:>9} {:>8}",
        "one poster", "s", "cpu s", "peak MB", "kB"
    );
    for (name, _, file, run) in &best {
        let run = run.as_ref().unwrap();
        let size = std::fs::metadata(file).unwrap().len() / 1000;
        let megabytes = run.kilobytes / 1000;
        println!(
            "{name:<12} {:>8.3} {:>8.3} {megabytes:>9} {size:>8}",
            run.wall, run.cpu
        );
    }
    let set = place.measured("set", &place.set());
    println!(
        "a whole set for six tables: {:.2} s, {:.2} s of the processor",
        set.wall, set.cpu
    );
    if cfg!(debug_assertions) {
        println!("this is a build without optimisation: the figures say little");
    } else {
        assert!(set.cpu < SET, "a whole set takes longer than {SET} s");
    }
}

impl Place {
    /// `None` where something that is needed is missing, which is said.
    fn new() -> Option<Self> {
        let python = std::env::var("POSTER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        if Command::new(&python).arg("--version").output().is_err() {
            println!("skipped: {python}, which measures, is not there");
            return None;
        }
        let regio = std::env::var("POSTER_REGIO").map_or_else(|_| beside(), PathBuf::from);
        if !regio.exists() {
            println!(
                "skipped: {} is not there; `cargo build --release -p cli` makes it",
                regio.display()
            );
            return None;
        }
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            regio,
            python,
        };
        let afternoon = root().join("fixtures/sessions/afternoon.jsonl");
        let (snapshot, session) = (place.file("ronde 2.momentopname"), place.session());
        place.run(&["fixture", "--out", &snapshot]);
        let new = ["session", "new", "--snapshot", &snapshot, "--tables", "6"];
        let rest = [
            "--region",
            "Oost-Groningen",
            "--date",
            "2026-11-22",
            "--out",
            &session,
        ];
        place.run(&[&new[..], &rest[..]].concat());
        place.run(&["session", "apply", &session, text(&afternoon)]);
        Some(place)
    }

    fn file(&self, name: &str) -> String {
        text(&self.folder.path().join(name)).to_owned()
    }

    fn session(&self) -> String {
        self.file("s.bijeenkomst")
    }

    /// The command for one poster, out of what the session kept.
    fn poster(&self) -> Vec<String> {
        // Beside no snapshot: opening that is no part of making a poster.
        let alone = self.file("alone");
        std::fs::create_dir_all(&alone).unwrap();
        let session = format!("{alone}/s.bijeenkomst");
        std::fs::copy(self.session(), &session).unwrap();
        let (regio, out) = (text(&self.regio), self.file("out"));
        [
            regio, "print", "poster", &session, "--table", TABLE, "--out", &out,
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn set(&self) -> Vec<String> {
        let (regio, out) = (text(&self.regio), self.file("set"));
        [regio, "print", "set", &self.session(), "--out", &out]
            .map(str::to_owned)
            .to_vec()
    }

    /// The texts of the poster, by field.
    fn fields(&self) -> Vec<(String, String)> {
        let shown = self.run(&["session", "show", &self.session(), "--json"]);
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let begins = format!("field/{TABLE}/");
        let field = |entry: &serde_json::Value| {
            let name = entry["key"].as_str()?.strip_prefix(&begins)?.to_owned();
            Some((name, entry["entity"]["value"]["text"].as_str()?.to_owned()))
        };
        shown["entities"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(field)
            .collect()
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new(&self.regio).args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// One run of a command in a process of its own, measured from outside, the same way for all.
    fn measured(&self, name: &str, command: &[String]) -> Run {
        let script = root().join("tests/benches/poster/run.py");
        let output = Command::new(&self.python)
            .arg(script)
            .args(command)
            .output()
            .unwrap();
        let run: Run = serde_json::from_slice(&output.stdout).unwrap();
        assert!(run.failed.is_none(), "{name}: {run:?}");
        run
    }
}

/// The program that was built with this bench.
fn beside() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let folder = here.parent().and_then(Path::parent).unwrap();
    folder.join(format!("regio{}", std::env::consts::EXE_SUFFIX))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
