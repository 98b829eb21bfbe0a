//! `regio serve`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Edges};
use hub::{LanHub, UiFiles};
use protocol::{Caller, Failure, LanView, LanWanted, Network, Reply, Request};

use crate::args::Serve;
use crate::edge;

pub fn serve(asked: &Serve) -> Result<(), Failure> {
    let app = Arc::new(open(&asked.path)?);
    let ui = asked.ui.clone().map_or(UiFiles::BuiltIn, UiFiles::Folder);
    let lan = LanHub::new(&app, ui.clone(), Box::new(edge::draw), Box::new(edge::now));
    app.set_lan(lan);
    if asked.lan.is_none() {
        app.resume_lan();
    }
    if let Some(address) = &asked.lan {
        let view = let_in(&app, address)?;
        for table in &view.tables {
            edge::line(&format!(
                "{}\t{}\t{}",
                table.table.0, table.code, table.link
            ))?;
        }
        edge::line(&format!("screen\t\t{}", view.screen))?;
    }
    let served = if asked.desk {
        let say = |address: &str| {
            edge::line(address).map_err(|_| std::io::Error::other("nowhere to print the address"))
        };
        hub::stand(Arc::clone(&app), ui, asked.port, Box::new(edge::draw), say)
    } else {
        hub::wait(&app)
    };
    served.map_err(|error| Failure::Defect {
        trace: error.to_string(),
    })
}

/// Lets devices in at an address of this machine.
pub fn let_in(app: &App, address: &str) -> Result<LanView, Failure> {
    let (host, port) = match address.split_once(':') {
        Some((host, port)) => (host, Some(port.parse().map_err(|_| Failure::NoPort)?)),
        None => (address, None),
    };
    let ask = |request| match app.call(&Caller::Facilitator, request) {
        Reply::Lan(view) => Ok(*view),
        Reply::Failed(failure) => Err(failure),
        _ => Err(Failure::BadRequest),
    };
    let here = |network: &Network| network.address == host;
    let network = ask(Request::Lan)?.networks.into_iter().find(here);
    let network = network.ok_or(Failure::NoNetwork)?.id;
    ask(Request::LanStart {
        wanted: LanWanted {
            network: Some(network),
            port,
        },
    })
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
        draw: Box::new(edge::draw),
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
