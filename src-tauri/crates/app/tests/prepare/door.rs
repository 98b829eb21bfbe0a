//! The one door, and what goes through it.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use app::{App, Edges};
use protocol::{Caller, Failure, Reply};
use serde_json::{Value, json};

pub const ME: Caller = Caller::Facilitator;

pub fn app(folder: &Path) -> App {
    static CLOCK: AtomicU64 = AtomicU64::new(1_795_345_200_000);
    App::new(Edges {
        now: Box::new(|| CLOCK.fetch_add(1_000, Ordering::Relaxed)),
        opener: None,
        dialogs: false,
        draw: Box::new(|| [7; 32]),
        folder: folder.to_owned(),
    })
}

/// What a screen asks, as it comes over the wire.
pub fn asked(app: &App, ask: Value) -> Result<Value, Failure> {
    let request = serde_json::from_value(json!({ "type": "prepare", "ask": ask })).unwrap();
    match app.call(&ME, request) {
        Reply::Prepared(prepared) => Ok(serde_json::to_value(prepared).unwrap()["value"].clone()),
        Reply::Failed(failure) => Err(failure),
        other => panic!("{other:?}"),
    }
}

pub fn ask(app: &App, question: Value) -> Value {
    asked(app, question.clone()).unwrap_or_else(|failure| panic!("{question}: {failure:?}"))
}

pub fn command(app: &App, id: &str, command: Value) -> Value {
    ask(app, json!({ "type": "do", "id": id, "command": command }))
}

/// A new draft with an export in it, as the program proposes to read it.
pub fn draft(folder: &Path, name: &str, export: &Path) -> App {
    let app = app(folder);
    for question in [
        json!({ "type": "new", "name": name, "language": "nl" }),
        json!({ "type": "read_export", "path": export, "how": {} }),
        json!({ "type": "take_in", "id": "t1", "without_bad": true }),
    ] {
        ask(&app, question);
    }
    app
}
