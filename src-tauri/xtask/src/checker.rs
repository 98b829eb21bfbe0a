//! The independent checker of PDF/UA that the tests of what is printed use: a Python program with its packages, in a folder of its
//! own under `target`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{command, output, run, target};

/// Its packages, each in one version. PyMuPDF is left out: it is large, and the one rule that asks for it steps aside.
const PACKAGES: &[&str] = &[
    "outloud==0.2.1",
    "click==8.5.1",
    "fonttools==4.68.0",
    "lxml==6.1.3",
    "packaging==26.4",
    "pikepdf==10.18.0",
    "PyYAML==6.0.4",
];

/// Installs the checker when it is not there, or is another one; gives the Python that runs it.
pub fn ready() -> Result<PathBuf> {
    let folder = target().join("pdf-checker");
    let stamp = folder.join("packages.txt");
    let wanted = PACKAGES.join("\n");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let there = fs::read_to_string(&stamp).is_ok_and(|packages| packages == wanted);
    if there && works(&python) {
        return Ok(python);
    }
    let maker = if cfg!(windows) { "python" } else { "python3" };
    run(command(maker, &["-m", "venv", "--clear"]).arg(&folder))
        .context("Python 3.10 or newer with venv is needed to check what is printed")?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ];
    run(command(&python.to_string_lossy(), &pip).args(PACKAGES))?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// The Python of the system may have changed since.
fn works(python: &Path) -> bool {
    output(&mut command(
        &python.to_string_lossy(),
        &["-c", "import outloud.cli"],
    ))
    .is_ok()
}
