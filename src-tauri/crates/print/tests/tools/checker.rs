//! A file judged by an independent checker of PDF/UA-1, so that a screen reader can follow what is printed.
//!
//! `cargo xtask test` installs the checker and says where it is. `cargo test` alone uses it once it is there, and says so when it is not.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Where `cargo xtask test` says that the Python with the checker is.
const SAID: &str = "REGIOTAFEL_PDF_CHECKER";

/// Warnings that are looked at and right as they are.
const RIGHT: &[(&str, &str)] = &[
    (
        "FIG-012",
        "what a chart says on an English sheet has the answers in the language of the snapshot",
    ),
    (
        "HDG-011",
        "an observation is the heading of its page, as long as it is",
    ),
    (
        "ORD-001",
        "the panels of a booklet lie on the paper as they are folded; its structure follows the reader",
    ),
    (
        "PAG-001",
        "every table has its own sheet, which says what the others say",
    ),
    (
        "TAG-030",
        "a tile is a picture of a part; its text is tagged once, on the map",
    ),
    ("TBL-012", "the cells of a sheet to fill in are empty"),
    (
        "TBL-014",
        "the lines along which notes and ballots are cut make no table",
    ),
    (
        "TXT-004",
        "an Arabic letter has a shape for each place in a word",
    ),
];

/// What stands in the way of someone who does not see the pages: a line for every finding, none where all is well.
pub fn barriers(files: &[PathBuf]) -> Vec<String> {
    let Some(python) = python() else {
        eprintln!("skipped: the checker of PDF/UA is not there; `cargo xtask test` installs it");
        return Vec::new();
    };
    let output = Command::new(&python)
        .args(["-c", "from outloud.cli import main; main()"])
        .args(["--quiet", "--json", "-", "--fail-on", "never"])
        .args(files)
        .output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the checker stopped: {said}");
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    let results = report["results"].as_array().unwrap();
    assert_eq!(results.len(), files.len(), "every file is judged");
    results.iter().flat_map(findings).collect()
}

/// The findings about one file that are not right as they are.
fn findings(result: &Value) -> Vec<String> {
    assert!(result["error"].is_null(), "{result}");
    let findings = result["findings"].as_array().unwrap().iter();
    let wrong = findings.filter(|finding| {
        let right = RIGHT.iter().any(|(rule, _)| finding["rule"] == *rule);
        finding["severity"] == "error" || (finding["severity"] == "warning" && !right)
    });
    wrong
        .map(|finding| {
            format!(
                "{}, page {}: {} {}",
                result["path"], finding["page"], finding["rule"], finding["message"]
            )
        })
        .collect()
}

/// The Python with the checker, where it is installed.
fn python() -> Option<PathBuf> {
    if let Some(said) = std::env::var_os(SAID) {
        let said = PathBuf::from(said);
        assert!(said.exists(), "{} is not there", said.display());
        return Some(said);
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target"),
        PathBuf::from,
    );
    let python = target.join(if cfg!(windows) {
        "pdf-checker/Scripts/python.exe"
    } else {
        "pdf-checker/bin/python"
    });
    python.exists().then_some(python)
}
