//! The window.

use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use tauri::{Emitter, RunEvent, WebviewUrl, WebviewWindowBuilder};

use crate::commands;

/// Shows the window until it is closed.
pub fn run(app: Arc<App>) -> ExitCode {
    let core = Arc::clone(&app);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::clone(&app))
        .invoke_handler(tauri::generate_handler![
            commands::rpc,
            commands::choose_file
        ])
        .setup(move |tauri| {
            WebviewWindowBuilder::new(tauri, "main", WebviewUrl::default())
                .title("Regiotafel")
                .inner_size(1440.0, 900.0)
                .min_inner_size(960.0, 640.0)
                .build()?;
            let handle = tauri.handle().clone();
            // A window that is closing no longer listens; then nothing more is sent.
            core.subscribe(Box::new(move |push| {
                handle.emit_to("main", "push", push).is_ok()
            }));
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(tauri) => {
            // The event loop ends the process itself; this is the last moment for a backup.
            tauri.run(move |_, event| {
                if matches!(event, RunEvent::Exit) {
                    app.close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
