//! Lists the locale files, so that the program carries every one of them.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../../../assets/locales");
    let mut table = String::from("static FILES: &[(&str, &str, &str)] = &[\n");
    for language in ["nl", "en"] {
        let folder = root.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut paths: Vec<PathBuf> = fs::read_dir(&folder)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .collect();
        paths.sort();
        for path in paths
            .iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        {
            println!("cargo::rerun-if-changed={}", path.display());
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let _ = writeln!(
                table,
                "    ({language:?}, {name:?}, include_str!({:?})),",
                path.canonicalize()?
            );
        }
    }
    table.push_str("];\n");
    fs::write(
        PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("locales.rs"),
        table,
    )
}
