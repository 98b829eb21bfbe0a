//! The windows: the facilitator's, and the projector's beside it.

use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use tauri::{AppHandle, Manager as _, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::commands;
use crate::lines::{Lines, MAIN, SCREEN};

/// Shows the window until it is closed.
pub fn run(app: Arc<App>) -> ExitCode {
    let core = Arc::clone(&app);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Lines::new(Arc::clone(&app)))
        .invoke_handler(tauri::generate_handler![
            commands::rpc,
            commands::choose_file
        ])
        .setup(move |tauri| {
            WebviewWindowBuilder::new(tauri, MAIN, WebviewUrl::default())
                .title("Regiotafel")
                .inner_size(1440.0, 900.0)
                .min_inner_size(960.0, 640.0)
                .build()?;
            let handle = tauri.handle().clone();
            core.set_windows(Box::new(move || {
                if let Err(error) = show_screen(&handle) {
                    eprintln!("{error}");
                }
            }));
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(tauri) => {
            // The event loop ends the process itself; this is the last moment for a backup.
            tauri.run(move |handle, event| match event {
                RunEvent::Exit => app.close(),
                RunEvent::WindowEvent {
                    label,
                    event: WindowEvent::Destroyed,
                    ..
                } => {
                    handle.state::<Lines>().close(&label);
                    // A projector alone is not the program.
                    if label == MAIN {
                        handle.exit(0);
                    }
                }
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Shows the projector's window: over the whole second screen where there is one, otherwise as a window to be moved there.
fn show_screen(handle: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = handle.get_webview_window(SCREEN) {
        return window.set_focus();
    }
    let first = handle.primary_monitor()?;
    let second = handle.available_monitors()?.into_iter().find(|monitor| {
        first
            .as_ref()
            .is_none_or(|first| first.position() != monitor.position())
    });
    let page = WebviewUrl::App("screen.html".into());
    let window = WebviewWindowBuilder::new(handle, SCREEN, page)
        .title("Regiotafel · projector")
        .inner_size(1280.0, 720.0);
    let window = match second.filter(|_| first.is_some()) {
        Some(monitor) => {
            let place = monitor.position().to_logical::<f64>(monitor.scale_factor());
            window.position(place.x, place.y).fullscreen(true)
        }
        None => window,
    };
    window.build().map(drop)
}
