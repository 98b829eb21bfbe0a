//! `regio serve`.

use std::io::BufRead as _;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Edges};
use hub::{Keys, UiFiles, desk};
use protocol::{Caller, Failure, Reply, Request};
use tokio::net::TcpListener;

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
    let keys = Arc::new(Keys::new(Box::new(|| {
        edge::draw().unwrap_or_else(|| std::process::exit(1))
    })));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(defect)?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, asked.port)).await?;
        let listening = listener.local_addr()?;
        edge::line(&desk::address(listening, &keys.token()))
            .map_err(|_| std::io::Error::other("nowhere to print the address"))?;
        let more = Arc::clone(&keys);
        // Return gives a new address, for who closed the page. The thread ends with the program.
        let _ = std::thread::Builder::new().spawn(move || {
            for _ in std::io::stdin().lock().lines().map_while(Result::ok) {
                let _ = edge::line(&desk::address(listening, &more.token()));
            }
        });
        desk::serve(listener, Arc::clone(&app), ui, keys, stopped()).await
    });
    app.close();
    runtime.shutdown_background();
    served.map_err(defect)
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

/// Ready when the program is asked to end.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = end.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
