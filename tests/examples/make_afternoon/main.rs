//! Writes `fixtures/sessions/afternoon.jsonl`: a full afternoon of six tables, as commands with their times.
//!
//! `cargo run -p tests --example make_afternoon` writes it anew; the same fixture snapshot gives the same file. Everything in it is
//! invented. Commands whose id begins with `no` are meant to be refused.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a tool for developers that stops where something is not as it should be"
)]

mod browse;
mod change;
mod content;
mod converge;
mod dice;
mod gather;
mod room;
mod script;

use std::path::Path;

use content::Content;
use script::Script;
use stories::Library;

fn main() {
    let library = Library::new(fixture::round2(1)).expect("the fixture holds together");
    let content = Content::read();
    let mut script = Script::new(&library);
    room::write(&mut script, &content);
    for (number, table) in (1..).zip(&content.tables) {
        room::own(&mut script, number, table);
        gather::write(&mut script, number, table);
        let harvest = browse::write(&mut script, number, table);
        converge::write(&mut script, number, table, &harvest);
        change::write(&mut script, number, table, &harvest);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/sessions/afternoon.jsonl");
    let lines = script.lines();
    std::fs::write(&path, &lines).expect("the file can be written");
    eprintln!("{} commands in {}", lines.lines().count(), path.display());
}
