//! `cargo xtask tidy`: the rules of the house, checked.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::command::{command, output, root};
use crate::house::{AWAY_FROM_DESK, LONGEST, MAY_USE, NEVER, PURE, PURE_MAY_USE};
use crate::licences;

/// Checks all rules and names everything that breaks one.
pub fn tidy() -> Result<()> {
    let metadata: Value = serde_json::from_str(&output(&mut command(
        "cargo",
        &["metadata", "--format-version", "1", "--locked"],
    ))?)?;
    let mut wrong = arrows(&metadata);
    wrong.extend(licences::crates(&metadata));
    wrong.extend(licences::fonts());
    let files = output(&mut command(
        "git",
        &["ls-files", "-co", "--exclude-standard"],
    ))?;
    for file in files.lines() {
        let Ok(text) = fs::read_to_string(root().join(file)) else {
            continue;
        };
        wrong.extend(imports(file, &text));
        wrong.extend(length(file, &text));
    }
    if wrong.is_empty() {
        eprintln!("tidy: the house is in order");
        return Ok(());
    }
    bail!("the house is not in order:\n  {}", wrong.join("\n  "))
}

/// Dependencies between crates that the house does not allow.
fn arrows(metadata: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let none = Vec::new();
    let packages = metadata["packages"].as_array().unwrap_or(&none);
    for package in packages
        .iter()
        .filter(|package| package["source"].is_null())
    {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, may_use)) = MAY_USE.iter().find(|(ours, _)| *ours == name) else {
            wrong.push(format!("{name}: a crate that house.rs does not know"));
            continue;
        };
        let uses = package["dependencies"].as_array().unwrap_or(&none);
        for dependency in uses
            .iter()
            .filter(|dependency| dependency["kind"].is_null())
        {
            let used = dependency["name"].as_str().unwrap_or_default();
            let ours = MAY_USE.iter().any(|(ours, _)| *ours == used);
            if ours && !may_use.contains(&used) {
                wrong.push(format!("{name} → {used}: not allowed by house.rs"));
            }
            if NEVER.contains(&(name, used)) {
                wrong.push(format!("{name} → {used}: never"));
            }
            if PURE.contains(&name) && !ours && !PURE_MAY_USE.contains(&used) {
                wrong.push(format!("{name} → {used}: a pure crate may not use it"));
            }
        }
    }
    wrong
}

/// Imports in the screens that the house does not allow.
fn imports(file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !file.starts_with("ui/src/") || !(file.ends_with(".ts") || file.ends_with(".svelte")) {
        return wrong;
    }
    let imported = text
        .lines()
        .filter(|line| line.contains("import") || line.contains("from"));
    for line in imported {
        if line.contains("@tauri-apps/") && file != "ui/src/host/tauri.ts" {
            wrong.push(format!(
                "{file}: only ui/src/host/tauri.ts may import @tauri-apps"
            ));
        }
        if AWAY_FROM_DESK.iter().any(|folder| file.starts_with(folder)) && line.contains("/desk/") {
            wrong.push(format!("{file}: what devices load may not import the desk"));
        }
    }
    wrong
}

/// Source files that have grown too long.
fn length(file: &str, text: &str) -> Option<String> {
    let source = Path::new(file)
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ["rs", "ts", "svelte"].contains(&ending));
    let lines = text.lines().count();
    (source && !file.starts_with("ui/src/generated/") && lines > LONGEST)
        .then(|| format!("{file}: {lines} lines; split it (at most {LONGEST})"))
}

#[cfg(test)]
mod tests {
    use super::{imports, length};

    #[test]
    fn devices_may_not_import_the_desk_and_only_one_file_knows_tauri() {
        for (file, text, wrong) in [
            (
                "ui/src/table/a.svelte",
                "import X from '../desk/X.svelte';",
                1,
            ),
            ("ui/src/phone/a.ts", "import { x } from '../desk/x';", 1),
            ("ui/src/App.svelte", "import X from './desk/X.svelte';", 0),
            (
                "ui/src/host/web.ts",
                "import { invoke } from '@tauri-apps/api/core';",
                1,
            ),
            (
                "ui/src/host/tauri.ts",
                "import { invoke } from '@tauri-apps/api/core';",
                0,
            ),
        ] {
            assert_eq!(imports(file, text).len(), wrong, "{file}: {text}");
        }
    }

    #[test]
    fn a_long_source_is_named_and_long_data_is_not() {
        let long = "x\n".repeat(601);
        assert!(length("a.rs", &long).is_some());
        assert!(length("a.json", &long).is_none());
        assert!(length("ui/src/generated/A.ts", &long).is_none());
    }
}
