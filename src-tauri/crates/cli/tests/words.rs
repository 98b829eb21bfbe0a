//! What a person meets who types something wrong, and what scripts lean on.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Stdio;

use common::{fixture, output, regio, run, session, text};

#[test]
fn what_goes_wrong_is_told_in_words_with_the_right_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.bijeenkomst");
    session(&file);
    let wrong = folder.path().join("wrong.bijeenkomst");
    std::fs::write(&wrong, "hello").unwrap();
    let none = folder.path().join("none");
    for (args, code, words) in [
        (vec!["session", "show", text(&none)], 1, "is er niet"),
        (
            vec!["--language", "en", "session", "show", text(&none)],
            1,
            "is not there",
        ),
        (
            vec!["session", "verify", text(&wrong)],
            1,
            "Het is geen bijeenkomst",
        ),
        (
            vec!["snapshot", "info", text(&wrong)],
            1,
            "Het is geen momentopname",
        ),
        (
            vec![
                "print",
                "poster",
                text(&file),
                "--out",
                text(folder.path()),
                "--table",
                "9",
            ],
            1,
            "Dit is er niet meer",
        ),
        (
            vec!["session", "apply", text(&file), text(&none)],
            1,
            "is er niet",
        ),
        (vec!["serve", text(&none), "--desk"], 1, "is er niet"),
        (vec!["serve", text(&file)], 2, "--desk"),
        (vec!["launch"], 2, "launch"),
    ] {
        let output = output(&args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(words), "{args:?}: {told}");
    }
    let again = [
        "session",
        "new",
        "--snapshot",
        text(fixture()),
        "--tables",
        "6",
        "--region",
        "Twente",
        "--out",
        text(&file),
    ];
    assert!(String::from_utf8_lossy(&output(&again).stderr).contains("bestaat al"));
    let many = [
        "session",
        "new",
        "--snapshot",
        text(fixture()),
        "--tables",
        "99",
        "--region",
        "Twente",
        "--out",
        text(&none),
    ];
    assert!(String::from_utf8_lossy(&output(&many).stderr).contains("één tot twaalf tafels"));
    assert!(!none.exists(), "a session that cannot begin leaves no file");
}

#[test]
fn the_same_seed_gives_the_same_snapshot_and_info_is_json() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("1"), folder.path().join("2"));
    for path in [&one, &two] {
        run(&[
            "fixture",
            "--round",
            "1",
            "--seed",
            "7",
            "--out",
            text(path),
        ]);
    }
    assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&two).unwrap());
    let info: serde_json::Value =
        serde_json::from_str(&run(&["snapshot", "info", text(&one), "--json"])).unwrap();
    assert_eq!(
        (&info["stories"], &info["perspectives"]),
        (&400.into(), &8.into())
    );
}

#[test]
fn lines_that_are_no_commands_get_an_answer_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.bijeenkomst");
    session(&file);
    let mut child = regio()
        .args(["session", "apply", text(&file), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "hello\n{\"id\":\"c1\",\"command\":{\"type\":\"pause_timer\"}}\n{\"id\":\"c2\",\"command\":{\"type\":\"name_table\",\"table\":1,\"name\":\"A\"}}\n";
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let answers = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers.len(), 3, "{answers:?}");
    assert!(
        answers[0].contains("bad_request") && answers[2].contains("done"),
        "{answers:?}"
    );
}

#[test]
fn the_desk_prints_one_address_and_answers_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.bijeenkomst");
    session(&file);
    let mut child = regio()
        .args(["serve", text(&file), "--desk"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut address = String::new();
    out.read_line(&mut address).unwrap();
    let (host, token) = address
        .trim()
        .strip_prefix("http://")
        .and_then(|rest| rest.split_once("/#token="))
        .unwrap();
    assert_eq!(token.len(), 48);
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(
        page.starts_with("HTTP/1.1 200") && page.to_lowercase().contains("<!doctype html"),
        "{page}"
    );
    child.kill().unwrap();
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    child.wait().unwrap();
    assert_eq!(rest, "", "one line and no more");
}
