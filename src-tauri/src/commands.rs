//! What the window may call.

use std::sync::Arc;

use app::App;
use protocol::{Caller, Reply, Request};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

/// Every request of the screens. The window is the facilitator's, and nobody else's.
#[tauri::command(async)]
pub fn rpc(app: State<'_, Arc<App>>, request: Request) -> Reply {
    app.call(&Caller::Facilitator, request)
}

/// Lets the facilitator choose a file: `snapshot` or `session`. Nothing when the dialog is closed.
#[tauri::command(async)]
pub fn choose_file<R: Runtime>(handle: AppHandle<R>, kind: String) -> Option<String> {
    let ending = if kind == "session" {
        "bijeenkomst"
    } else {
        "momentopname"
    };
    let chosen = handle
        .dialog()
        .file()
        .add_filter(ending, &[ending])
        .blocking_pick_file()?;
    Some(chosen.into_path().ok()?.to_string_lossy().into_owned())
}
