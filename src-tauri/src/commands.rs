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
