//! How the program starts: where its folder is, and whether there is a display.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Edges};
use protocol::{Caller, Reply, Request};

use crate::{window, windowless};

const USAGE: &str = "usage: regiotafel [--folder DIR] [FILE]";

/// Starts the program: `--folder DIR` for another folder than `Documents/Regiotafel`, `FILE` for a snapshot or session to open.
pub fn run() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let mut folder = dirs::document_dir()
        .or_else(dirs::home_dir)
        .unwrap_or_else(std::env::temp_dir)
        .join("Regiotafel");
    let mut file = None;
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--folder") => match words.next() {
                Some(path) => folder = PathBuf::from(path),
                None => return usage(),
            },
            Some(word) if word.starts_with('-') => return usage(),
            _ => file = Some(PathBuf::from(word)),
        }
    }
    if let Err(error) = std::fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let display = has_display();
    let app = Arc::new(App::new(Edges {
        now: Box::new(now),
        opener: display.then(opener),
        dialogs: display,
        draw: Box::new(draw),
        folder,
    }));
    app.set_lan(hub::LanHub::new(
        &app,
        hub::UiFiles::BuiltIn,
        Box::new(draw),
        Box::new(now),
    ));
    app.resume(&Caller::Facilitator);
    if let Some(file) = file {
        open_file(&app, &file);
    }
    app.resume_lan();
    if display {
        window::run(app)
    } else {
        windowless::run(app)
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

/// Opens a session; or a snapshot, when what was open last did not open one already.
fn open_file(app: &App, file: &Path) {
    let path = file.to_string_lossy().into_owned();
    let request = if file
        .extension()
        .is_some_and(|ending| ending == "bijeenkomst")
    {
        Request::OpenSession { path }
    } else {
        match app.call(&Caller::Facilitator, Request::Home) {
            Reply::Home(home) if home.snapshot.is_some() => return,
            _ => Request::OpenSnapshot { path },
        }
    };
    if let Reply::Failed(failure) = app.call(&Caller::Facilitator, request) {
        eprintln!("{}", app::Language::default().failure(&failure));
    }
}

/// Whether a window can be shown. GTK would end the program where there is no display, so this is decided before it is asked.
fn has_display() -> bool {
    let unix = cfg!(all(unix, not(target_os = "macos")));
    !unix
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn opener() -> app::Opener {
    Box::new(|path| {
        if let Err(error) = open::that_detached(path) {
            eprintln!("{}: {error}", path.display());
        }
    })
}

/// Random bytes that nobody can guess. Without them nobody may be let in: the program ends.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where randomness comes in"
)]
pub(crate) fn draw<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if getrandom::fill(&mut bytes).is_err() {
        std::process::exit(1);
    }
    bytes
}

/// The laptop's clock, in milliseconds since 1970.
#[allow(
    clippy::disallowed_methods,
    reason = "this is the edge where the clock comes in"
)]
fn now() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |time| {
            u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
        })
}
