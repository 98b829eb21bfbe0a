//! What the tests of the binary share.
#![allow(dead_code, reason = "not every test uses everything")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The program, with Dutch words whatever the environment says.
pub fn regio() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_regio"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

/// Runs the program and gives its output, when it succeeds.
pub fn run(args: &[&str]) -> String {
    let output = output(args);
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

pub fn output(args: &[&str]) -> Output {
    regio().args(args).output().unwrap()
}

/// The fixture snapshot, made once.
pub fn fixture() -> &'static Path {
    static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ronde 2.momentopname");
        run(&["fixture", "--out", text(&path)]);
        (folder, path)
    });
    path
}

/// A new session of six tables, the same every time.
pub fn session(path: &Path) {
    let new = [
        "session",
        "new",
        "--snapshot",
        text(fixture()),
        "--tables",
        "6",
        "--region",
        "Oost-Groningen",
    ];
    let rest = [
        "--date",
        "2026-11-22",
        "--at",
        "1795340000000",
        "--out",
        text(path),
    ];
    run(&[&new[..], &rest[..]].concat());
}

/// The recorded afternoon.
pub fn afternoon() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../fixtures/sessions/afternoon.jsonl")
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
