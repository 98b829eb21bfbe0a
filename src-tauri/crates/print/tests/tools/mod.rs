//! Independent tools that judge a file: poppler, qpdf and a checker of PDF/UA.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::path::Path;
use std::process::Command;

mod checker;

/// Checks that nothing in the files, each with a name, stands in the way of a screen reader.
pub fn accessible(files: impl IntoIterator<Item = (String, Vec<u8>)>) {
    let folder = tempfile::tempdir().unwrap();
    let paths = files.into_iter().map(|(name, bytes)| {
        let path = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        path
    });
    let found = checker::barriers(&paths.collect::<Vec<_>>());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Gives the bytes as a file.
pub fn with_file<T>(bytes: &[u8], then: impl FnOnce(&Path) -> T) -> T {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.pdf");
    std::fs::write(&path, bytes).unwrap();
    then(&path)
}

/// Runs a tool that the set-up of the project installs; its output, and nothing on its error channel.
pub fn run(tool: &str, arguments: &[&str], path: &Path) -> String {
    let output = Command::new(tool).args(arguments).arg(path).output();
    let output = output.unwrap_or_else(|error| panic!("{tool} is needed: {error}"));
    assert!(
        output.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.stderr.is_empty(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// Checks that every font is in the file, cut down to what is used of it, with the text of its glyphs.
pub fn embedded(name: &str, path: &Path) {
    let fonts = run("pdffonts", &[], path);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row.contains("yes yes yes"), "{name}: {row}");
    }
}

/// Checks that the parts follow each other in a text.
pub fn in_order(found: &str, parts: &[&str]) {
    let mut at = 0;
    for part in parts {
        let next = found[at..].find(part);
        let next = next.unwrap_or_else(|| panic!("{part:?} is not found in {:?}", &found[at..]));
        at += next + part.len();
    }
}

/// The text in the order in which it is read, with single spaces.
pub fn text(path: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-raw"])
        .arg(path)
        .arg("-")
        .output()
        .unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout)
        .unwrap()
        .replace("\u{ad}\n", "")
        .replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
