//! What a run takes place in: a folder that is gone afterwards, an invented snapshot, a session, and a laptop that lets devices in.

use std::sync::Arc;

use app::{App, Edges};
use hub::client::{self, Device, Spoken, Way};
use hub::{LanHub, UiFiles};
use protocol::{Asked, Caller, Failure, JoinAs, NewSession, Reply, Request, Told, View};
use stories::PerspectiveId;
use tempfile::TempDir;
use workshop::{Command, CommandId, MessageId, ParticipantId, SeatId, TableId};

use super::deeds::Whose;
use super::person::Taken;
use crate::edge;
use crate::serve::let_in;

/// The laptop alone, at any port.
const HERE: &str = "127.0.0.1:0";

/// What a run takes place in.
pub struct Stage {
    pub app: Arc<App>,
    pub host: String,
    /// The way to each table.
    pub tables: Vec<Way>,
    pub perspectives: Vec<PerspectiveId>,
    pub folder: TempDir,
}

impl Stage {
    /// Makes everything ready.
    pub fn make(tables: u8, seed: u64) -> Result<Self, Failure> {
        let folder = tempfile::tempdir().map_err(|error| defect(&error))?;
        let path = folder.path().join(format!("load.{}", snapshot::EXTENSION));
        let collection = fixture::round1(seed);
        let bytes = snapshot::write(&collection).map_err(|error| defect(&error))?;
        app::write_whole(&path, &bytes)?;
        let app = Arc::new(App::new(Edges {
            now: Box::new(edge::now),
            opener: None,
            dialogs: false,
            draw: Box::new(edge::draw),
            folder: folder.path().to_owned(),
        }));
        let path = edge::text(&path);
        asked(&app, Request::OpenSnapshot { path })?;
        let session = NewSession {
            name: "load".to_owned(),
            region: "load".to_owned(),
            own_region: None,
            date: app::iso_day(edge::now()),
            tables,
        };
        asked(&app, Request::NewSession { session })?;
        let Reply::Snapshot(shown) = asked(&app, Request::Snapshot)? else {
            return Err(Failure::NoSnapshot);
        };
        app.set_lan(LanHub::new(
            &app,
            UiFiles::BuiltIn,
            Box::new(edge::draw),
            Box::new(edge::now),
        ));
        let lan = let_in(&app, HERE)?;
        let ways = lan.tables.iter().map(|it| Some(client::link(&it.link)?.1));
        Ok(Self {
            tables: ways.collect::<Option<_>>().ok_or(Failure::NoNetwork)?,
            host: lan.address,
            perspectives: shown.perspectives.into_iter().map(|it| it.id).collect(),
            app,
            folder,
        })
    }

    /// All that the facilitator sees.
    pub fn view(&self) -> Result<View, Failure> {
        match asked(&self.app, Request::View)? {
            Reply::View(view) => Ok(view),
            _ => Err(Failure::NoSession),
        }
    }

    /// The facilitator says something that every screen shows.
    pub fn say(&self, id: &str) -> Result<(), Failure> {
        let command = Command::SendMessage {
            id: MessageId::from(id),
            tables: Vec::new(),
            text: id.to_owned(),
        };
        let id = CommandId::from(id);
        asked(&self.app, Request::Command { id, command }).map(drop)
    }

    /// Ends it. The folder goes with it.
    pub fn end(self) -> Result<(), Failure> {
        asked(&self.app, Request::LanStop)?;
        self.app.close();
        Ok(())
    }
}

/// A device takes a place at a table, as someone new or as the screen that the table shares.
pub async fn join(
    device: &Device,
    way: &Way,
    table: TableId,
    name: String,
    shared: bool,
) -> Result<Taken, Failure> {
    let unreachable = |_| Failure::NoNetwork;
    let mut channel = device.open(way).await.map_err(unreachable)?;
    let who = if shared {
        JoinAs::Scribe
    } else {
        let role = None;
        JoinAs::New {
            name: name.clone(),
            role,
        }
    };
    let id = SeatId(name);
    for (id, request) in (1..).zip([Request::Joining, Request::Join { id, who }]) {
        channel
            .say(&Asked { id, request })
            .await
            .map_err(unreachable)?;
    }
    while let Spoken::Text(text) = channel.hear().await {
        match serde_json::from_str(&text) {
            Ok(Told::Answer {
                reply: Reply::Seated(seated),
                ..
            }) => {
                channel.close().await;
                let key = client::key(&seated.key).ok_or(Failure::SeatGone)?;
                let seat = seated.seat;
                return Ok(Taken {
                    whose: Whose {
                        table,
                        participant: (!shared).then(|| ParticipantId(format!("p-{seat}"))),
                    },
                    way: Way::Door(app::Door::Seat(seat.clone()), key),
                    seat,
                });
            }
            Ok(Told::Answer {
                reply: Reply::Failed(failure),
                ..
            }) => return Err(failure),
            _ => {}
        }
    }
    Err(Failure::NoNetwork)
}

fn asked(app: &App, request: Request) -> Result<Reply, Failure> {
    match app.call(&Caller::Facilitator, request) {
        Reply::Failed(failure) => Err(failure),
        reply => Ok(reply),
    }
}

pub fn defect(error: &impl std::fmt::Display) -> Failure {
    Failure::Defect {
        trace: error.to_string(),
    }
}
