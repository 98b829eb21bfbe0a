//! `cargo xtask codegen`: the TypeScript types of what crosses the wire.

use std::fs;

use anyhow::{Result, bail};

use crate::command::{command, output, root, run};

const FOLDER: &str = "ui/src/generated";

/// Removes the types and writes them anew; the exports of ts-rs run as tests.
pub fn write() -> Result<()> {
    let folder = root().join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    run(&mut command(
        "cargo",
        &["test", "--workspace", "--lib", "--quiet", "export_bindings"],
    ))
}

/// Writes them and fails when that changes anything.
pub fn check() -> Result<()> {
    write()?;
    let changed = output(&mut command(
        "git",
        &["status", "--porcelain", "--", FOLDER],
    ))?;
    if !changed.trim().is_empty() {
        bail!(
            "the TypeScript types were not up to date; commit what `cargo xtask codegen` writes:\n{changed}"
        );
    }
    Ok(())
}
