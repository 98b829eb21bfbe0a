//! The JSON definition: what ids stand for.

use serde_json::Value;

use crate::Error;
use crate::words::{fold, header};

/// How deep the list of signifiers may lie.
const DEEPEST: usize = 12;

/// All signifiers of a definition.
#[derive(Default)]
pub(super) struct Definition {
    pub(super) signifiers: Vec<Signifier>,
}

/// One signifier.
pub(super) struct Signifier {
    pub(super) id: String,
    pub(super) sort: String,
    pub(super) title: String,
    /// The ids of its anchors, stones or items with their words, in order.
    pub(super) labels: Vec<(String, String)>,
}

impl Definition {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let json: Value = serde_json::from_slice(bytes).map_err(|error| Error::Signifiers {
            detail: error.to_string(),
        })?;
        let list = list(&json, 0).ok_or_else(|| Error::Signifiers {
            detail: "signifiers".to_owned(),
        })?;
        let signifiers = list
            .iter()
            .filter_map(|one| {
                let id = one.get("id")?.as_str()?.to_owned();
                let mut labels = Vec::new();
                if let Some(content) = one.get("content") {
                    gather(content, &mut labels, 0);
                }
                Some(Signifier {
                    title: words(one).unwrap_or_else(|| id.clone()),
                    sort: one
                        .get("type")
                        .and_then(Value::as_str)
                        .map_or_else(String::new, fold),
                    id,
                    labels,
                })
            })
            .collect();
        Ok(Self { signifiers })
    }

    pub(super) fn of(&self, id: &str) -> Option<&Signifier> {
        self.signifiers.iter().find(|signifier| signifier.id == id)
    }
}

impl Signifier {
    /// The words for an anchor, a stone or an item; its id where there are none.
    pub(super) fn label(&self, own: &str) -> String {
        self.labels
            .iter()
            .find(|(id, _)| id == own)
            .map_or_else(|| own.to_owned(), |(_, label)| label.clone())
    }
}

/// The list of signifiers, wherever it lies.
fn list(json: &Value, depth: usize) -> Option<&Vec<Value>> {
    if depth > DEEPEST {
        return None;
    }
    match json {
        Value::Object(fields) => fields
            .get("signifiers")
            .and_then(Value::as_array)
            .or_else(|| fields.values().find_map(|field| list(field, depth + 1))),
        Value::Array(all) => all.iter().find_map(|one| list(one, depth + 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// Everything with an id and words, in order.
fn gather(json: &Value, labels: &mut Vec<(String, String)>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match json {
        Value::Object(fields) => {
            if let (Some(id), Some(words)) = (fields.get("id").and_then(Value::as_str), words(json))
            {
                labels.push((id.to_owned(), words));
            }
            for field in fields.values() {
                gather(field, labels, depth + 1);
            }
        }
        Value::Array(all) => {
            for one in all {
                gather(one, labels, depth + 1);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn words(json: &Value) -> Option<String> {
    ["title", "text", "label", "name"]
        .iter()
        .filter_map(|key| json.get(key).and_then(Value::as_str))
        .map(header)
        .find(|words| !words.is_empty())
}
