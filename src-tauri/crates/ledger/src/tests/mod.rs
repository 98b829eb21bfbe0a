mod damage;
mod faults;
mod use_it;

use std::path::{Path, PathBuf};

use crate::{Commit, Entry, Ledger};

/// A command with so many events of some length.
fn commit(nth: u64, events: u64, length: usize) -> Commit {
    let event = |part| {
        format!(
            "{{\"nth\":{nth},\"part\":{part},\"text\":\"{}\"}}",
            "x".repeat(length)
        )
        .into_bytes()
    };
    Commit {
        command_id: format!("c{nth}"),
        body_hash: nth.to_le_bytes().to_vec(),
        at: 1_000 + nth,
        events: (0..events).map(event).collect(),
        keep: Vec::new(),
    }
}

fn all(ledger: &Ledger) -> Vec<Entry> {
    ledger.events().collect::<Result<_, _>>().expect("readable")
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("middag.bijeenkomst");
    (folder, path)
}

/// A ledger with these commands, closed.
fn written(path: &Path, commits: impl IntoIterator<Item = Commit>) -> Vec<Entry> {
    let mut ledger = Ledger::create(path).expect("created");
    for commit in commits {
        ledger.append(&[commit]).expect("appended");
    }
    all(&ledger)
}
