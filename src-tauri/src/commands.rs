//! What the window may call.

use protocol::{Failure, Reply, Request};
use tauri::{AppHandle, Manager as _, Runtime, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::lines::Lines;

/// Every request of the screens. Who asks follows from the window: one is the facilitator's, the other the projector's.
#[tauri::command(async)]
pub fn rpc<R: Runtime>(
    window: WebviewWindow<R>,
    lines: State<'_, Lines>,
    request: Request,
) -> Reply {
    match lines.of(window.app_handle(), window.label()) {
        Some(line) => {
            let command = matches!(request, Request::Command { .. });
            let reply = line.call(request);
            if command {
                lines.ahead(window.app_handle(), window.label(), &line);
            }
            reply
        }
        None => Reply::Failed(Failure::NotAllowed),
    }
}

/// Lets somebody choose a file: `snapshot`, `session`, `draft`, `export` or `codebook`. Nothing when the dialog is closed.
#[tauri::command(async)]
pub fn choose_file<R: Runtime>(handle: AppHandle<R>, kind: String) -> Option<String> {
    let endings: &[&str] = match kind.as_str() {
        "session" => &["bijeenkomst"],
        "draft" => &["voorbereiding"],
        "export" => &["csv", "txt", "tsv", "xlsx", "ods"],
        "codebook" => &["codeboek", "json", "csv"],
        _ => &["momentopname"],
    };
    let chosen = handle
        .dialog()
        .file()
        .add_filter(endings.join(", "), endings)
        .blocking_pick_file()?;
    Some(chosen.into_path().ok()?.to_string_lossy().into_owned())
}
