//! Lists the files of the built user interface, so that the program carries them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../../ui/dist");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    if root.is_dir() {
        collect(&root, &root, &mut files)?;
    }
    files.sort();
    let mut table = String::from("pub(super) static BUILT_IN: &[(&str, &[u8])] = &[\n");
    for (name, path) in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let _ = writeln!(
            table,
            "    ({name:?}, include_bytes!({:?})),",
            path.canonicalize()?
        );
    }
    table.push_str("];\n");
    fs::write(
        PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("built_in.rs"),
        table,
    )
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Ok(inner) = path.strip_prefix(root) {
            files.push((inner.to_string_lossy().replace('\\', "/"), path.clone()));
        }
    }
    Ok(())
}
