//! The program is killed at any moment and started again: nothing that was acknowledged is lost.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod common;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use common::{afternoon, regio, run, session, text};

/// Killed after so many answers, again and again.
const EVERY: usize = 41;

/// So long some go on after the last answer that is heard.
const RUNS_ON: Duration = Duration::from_millis(150);

#[test]
fn killed_again_and_again_the_afternoon_ends_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (
        folder.path().join("whole.bijeenkomst"),
        folder.path().join("broken.bijeenkomst"),
    );
    session(&whole);
    session(&broken);
    let (commands, expected) = done(&whole);
    let rest = folder.path().join("rest.jsonl");
    let (mut acknowledged, mut kills) = (0, 0);
    while acknowledged < commands.len() {
        std::fs::write(&rest, commands[acknowledged..].join("\n")).unwrap();
        let mut child = regio()
            .args(["session", "apply", text(&broken), text(&rest)])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut heard = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok);
        for answer in heard.by_ref().take(EVERY) {
            // The same answer, also for what was committed and not yet acknowledged when the program was killed.
            assert_eq!(answer, expected[acknowledged], "{}", commands[acknowledged]);
            acknowledged += 1;
        }
        // A child that has the time runs on far beyond what was heard of it.
        if kills % 3 == 0 {
            std::thread::sleep(RUNS_ON);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
    }
    assert!(kills > 20, "{kills}");
    assert_eq!(
        run(&["session", "show", text(&broken), "--json"]),
        run(&["session", "show", text(&whole), "--json"])
    );
    assert_eq!(
        run(&["session", "verify", text(&broken)]),
        run(&["session", "verify", text(&whole)])
    );
}

/// Carries out the whole afternoon, and gives the commands that were done with their answers. Only those have one answer for ever:
/// what was refused changed nothing, and is judged anew when it comes again.
fn done(session: &Path) -> (Vec<String>, Vec<String>) {
    let answers = run(&["session", "apply", text(session), text(&afternoon())]);
    let commands = std::fs::read_to_string(afternoon()).unwrap();
    let (commands, answers): (Vec<_>, Vec<_>) = commands
        .lines()
        .zip(answers.lines())
        .filter(|(_, answer)| answer.contains(r#""type":"done""#))
        .map(|(command, answer)| (command.to_owned(), answer.to_owned()))
        .unzip();
    assert!(commands.len() > 1900, "{}", commands.len());
    (commands, answers)
}

/// The disk is full halfway: nothing more is acknowledged, it is said, and with room the afternoon goes on to the same end.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing_and_the_afternoon_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, full) = (
        folder.path().join("whole.bijeenkomst"),
        folder.path().join("full.bijeenkomst"),
    );
    session(&whole);
    session(&full);
    let (commands, expected) = done(&whole);
    let all = folder.path().join("all.jsonl");
    std::fs::write(&all, commands.join("\n")).unwrap();
    // No file may grow beyond so many blocks; a write that would make it so fails.
    let limited = "trap '' XFSZ; ulimit -f 900; exec \"$@\"";
    let mut command = std::process::Command::new("sh");
    command.args([
        "-c",
        limited,
        "sh",
        env!("CARGO_BIN_EXE_regio"),
        "session",
        "apply",
        text(&full),
        text(&all),
    ]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("de schijf is vol"));
    let answers = String::from_utf8(output.stdout).unwrap();
    let same = answers
        .lines()
        .zip(&expected)
        .take_while(|(answer, expected)| answer == expected)
        .count();
    assert!((100..1800).contains(&same), "{same}");
    assert!(
        answers.lines().count() > same
            && answers
                .lines()
                .skip(same)
                .all(|answer| answer.contains("cannot_write"))
    );
    let again = run(&["session", "apply", text(&full), text(&all)]);
    assert!(again.lines().eq(&expected));
    assert_eq!(
        run(&["session", "show", text(&full), "--json"]),
        run(&["session", "show", text(&whole), "--json"])
    );
}
