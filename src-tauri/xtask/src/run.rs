//! `cargo xtask run`: the program on the fixture snapshot.

use std::fs;

use anyhow::Result;

use crate::command::{command, run as run_it, target};
use crate::setup;

/// Builds everything, makes the fixture snapshot once, and opens the program on it. Further words go to the program.
pub fn run(args: &[&str]) -> Result<()> {
    setup::for_build()?;
    setup::screens()?;
    run_it(&mut command("cargo", &["build", "--workspace", "--bins"]))?;
    let bin = target().join("debug");
    let folder = target().join("regiotafel");
    fs::create_dir_all(&folder)?;
    let snapshot = folder.join("Passend onderwijs ronde 2.momentopname");
    if !snapshot.exists() {
        run_it(
            command(&bin.join("regio").to_string_lossy(), &["fixture", "--out"]).arg(&snapshot),
        )?;
    }
    run_it(
        command(&bin.join("regiotafel").to_string_lossy(), &["--folder"])
            .arg(&folder)
            .args(args)
            .arg(&snapshot),
    )
}
