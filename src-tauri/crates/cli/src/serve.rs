//! `regio serve`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Edges};
use hub::UiFiles;
use protocol::{Caller, Failure, Reply, Request};

use crate::args::Serve;
use crate::edge;

pub fn serve(asked: &Serve) -> Result<(), Failure> {
    let app = Arc::new(open(&asked.path)?);
    let defect = |error: std::io::Error| Failure::Defect {
        trace: error.to_string(),
    };
    let ui = asked.ui.clone().map_or(UiFiles::BuiltIn, UiFiles::Folder);
    // A desk without randomness would be open to anyone on this machine: better none.
    edge::draw().ok_or_else(|| Failure::Defect {
        trace: "no random bytes".to_owned(),
    })?;
    let draw = Box::new(|| edge::draw().unwrap_or_else(|| std::process::exit(1)));
    let say = |address: &str| {
        edge::line(address).map_err(|_| std::io::Error::other("nowhere to print the address"))
    };
    hub::stand(app, ui, asked.port, draw, say).map_err(defect)
}

/// A session, a snapshot, or a folder with what was open last.
fn open(path: &Path) -> Result<App, Failure> {
    let path = std::path::absolute(path).map_err(|_| Failure::FileMissing {
        path: edge::text(path),
    })?;
    if !path.exists() {
        return Err(Failure::FileMissing {
            path: edge::text(&path),
        });
    }
    let folder = if path.is_dir() {
        path.clone()
    } else {
        path.parent().map(PathBuf::from).unwrap_or_default()
    };
    let app = App::new(Edges {
        now: Box::new(edge::now),
        opener: None,
        dialogs: false,
        folder,
    });
    let caller = Caller::Facilitator;
    if path.is_dir() {
        app.resume(&caller);
        return Ok(app);
    }
    let name = edge::text(&path);
    let request = if path
        .extension()
        .is_some_and(|ending| ending == snapshot::EXTENSION)
    {
        Request::OpenSnapshot { path: name }
    } else {
        Request::OpenSession { path: name }
    };
    match app.call(&caller, request) {
        Reply::Failed(failure) => Err(failure),
        _ => Ok(app),
    }
}
