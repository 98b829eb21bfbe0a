//! The words of the locale files: flat keys, texts with `{places}` to fill in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use protocol::Failure;
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

static DUTCH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| load("nl"));
static ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| load("en"));

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language of a tag such as `nl`, `nl_NL.UTF-8` or `en`; Dutch where it is another one.
    pub fn of(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Nl
        }
    }

    /// The tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The words under a key, where there are any.
    pub fn find(self, key: &str) -> Option<&'static str> {
        self.all().get(key).map(String::as_str)
    }

    /// The words under a key with their places filled in; the key itself where there are none, so that nothing is silent.
    pub fn say(self, key: &str, places: &[(&str, &str)]) -> String {
        fill(self.find(key).unwrap_or(key), places)
    }

    /// A list of words or phrases that stands under one key, separated by `|`.
    pub fn list(self, key: &str) -> impl Iterator<Item = &'static str> {
        self.find(key)
            .unwrap_or_default()
            .split('|')
            .map(str::trim)
            .filter(|word| !word.is_empty())
    }

    /// The words for a failure.
    pub fn failure(self, failure: &Failure) -> String {
        let Ok(Value::Object(parts)) = serde_json::to_value(failure) else {
            return failure_key(failure);
        };
        let mut places = BTreeMap::new();
        flatten(&Value::Object(parts), &mut places);
        let key = failure_key(failure);
        let places: Vec<(&str, &str)> = places
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let words = self.say(&key, &places);
        match failure {
            Failure::BadExpression { sentence } => {
                let places: Vec<(&str, &str)> = sentence
                    .places
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                let sentence = self.say(&sentence.key, &places);
                self.say(&key, &[("sentence", sentence.as_str())])
            }
            Failure::BadFile { path, .. } => {
                self.say("failure.bad_file", &[("path", path), ("reason", &words)])
            }
            _ => words,
        }
    }

    /// All words.
    pub fn all(self) -> &'static BTreeMap<String, String> {
        match self {
            Self::Nl => &DUTCH,
            Self::En => &ENGLISH,
        }
    }
}

/// The key of the words for a failure.
fn failure_key(failure: &Failure) -> String {
    match failure {
        Failure::Refused { refusal } => format!("refusal.{}", code(refusal)),
        Failure::Unprepared { refusal } => format!("refusal.{}", code(refusal)),
        Failure::Ungrouped { refusal } => format!("refusal.{}", code(refusal)),
        Failure::BadFile { reason, .. } => format!("file.{reason}"),
        other => format!("failure.{}", code(other)),
    }
}

/// The `code` of a value that is tagged with it.
fn code(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::Object(parts)) => parts
            .get("code")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        _ => String::new(),
    }
}

/// All texts and numbers in a value, by their own names.
fn flatten(value: &Value, places: &mut BTreeMap<String, String>) {
    if let Value::Object(parts) = value {
        for (name, part) in parts {
            match part {
                Value::String(text) => drop(places.insert(name.clone(), text.clone())),
                Value::Number(number) => drop(places.insert(name.clone(), number.to_string())),
                Value::Object(_) => flatten(part, places),
                Value::Null | Value::Bool(_) | Value::Array(_) => {}
            }
        }
    }
}

/// Fills the `{places}` of a text; one that has no value stays as it is.
pub fn fill(text: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let value = behind.split_once('}').and_then(|(name, after)| {
            places
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value, after))
        });
        match value {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// All words of a language. A file that is no flat object of texts adds nothing; a test sees to it that there is none.
fn load(language: &str) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for (_, _, text) in FILES.iter().filter(|(of, _, _)| *of == language) {
        if let Ok(Value::Object(parts)) = serde_json::from_str(text) {
            words.extend(parts.into_iter().filter_map(|(key, value)| match value {
                Value::String(text) => Some((key, text)),
                _ => None,
            }));
        }
    }
    words
}
