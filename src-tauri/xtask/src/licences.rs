//! Licences of what comes in: crates from `cargo metadata`, fonts from their files.

use std::fs;

use serde_json::Value;

use crate::command::root;
use crate::house::LICENCES;

/// Crates whose licence expression cannot be met with what may come in.
pub fn crates(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    packages
        .iter()
        .filter(|package| !acceptable(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            format!(
                "{} {}: licence '{}' is not on the list in house.rs",
                package["name"], package["version"], package["license"]
            )
        })
        .collect()
}

/// Whether an SPDX expression can be met: one side of every `OR`, both sides of every `AND`.
fn acceptable(expression: &str) -> bool {
    let flat = expression.replace('/', " OR ");
    let flat = flat.trim();
    if let Some(inner) = outer_parentheses(flat) {
        return acceptable(inner);
    }
    if let Some((left, right)) = split(flat, " AND ") {
        return acceptable(left) && acceptable(right);
    }
    if let Some((left, right)) = split(flat, " OR ") {
        return acceptable(left) || acceptable(right);
    }
    LICENCES.contains(&flat)
}

fn outer_parentheses(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0_i32;
    for character in inner.chars() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth < 0 {
            return None;
        }
    }
    Some(inner)
}

fn split<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut depth = 0_i32;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && text[at..].starts_with(word) => {
                return Some((&text[..at], &text[at + word.len()..]));
            }
            _ => {}
        }
    }
    None
}

/// Fonts without their licence beside them: `Family-Style.ttf` needs `OFL-Family.txt`.
pub fn fonts() -> Vec<String> {
    let folder = root().join("assets/fonts");
    let Ok(files) = fs::read_dir(&folder) else {
        return vec!["assets/fonts is missing".to_owned()];
    };
    files
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".ttf"))
        .filter(|name| {
            let family = name.split('-').next().unwrap_or_default();
            !fs::read_to_string(folder.join(format!("OFL-{family}.txt")))
                .is_ok_and(|text| text.to_uppercase().contains("SIL OPEN FONT LICENSE"))
        })
        .map(|name| format!("assets/fonts/{name}: no OFL licence beside it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::acceptable;

    #[test]
    fn an_expression_is_met_by_one_side_of_or_and_both_sides_of_and() {
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("MIT OR GPL-3.0", true),
            ("MIT/Apache-2.0", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("(GPL-2.0 OR GPL-3.0) AND MIT", false),
            ("", false),
        ] {
            assert_eq!(acceptable(expression), expected, "{expression}");
        }
    }
}
