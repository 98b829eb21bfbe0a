//! The laptop as it is, and devices that joined.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::{App, Door, Edges};
use hub::client::{self, Device, Spoken, Way};
use hub::{LanHub, UiFiles};
use protocol::{
    Asked, Caller, JoinAs, LanWanted, NetworkSort, NewSession, Reply, Request, Told, View,
};
use tempfile::TempDir;
use tokio::task::JoinSet;
use workshop::{Entity, ParticipantId, SeatId, TableId};

use crate::crowd::{Link, Member};

/// The most seats at a table, and in a session.
const SEATS: (usize, usize) = (24, 200);
/// When it is.
const NOW: u64 = 1_795_340_000_000;

/// The laptop.
pub struct Laptop {
    app: Arc<App>,
    device: Device,
    tables: Vec<Way>,
    _folder: TempDir,
}

/// A place that a device took.
#[derive(Clone)]
pub struct Place {
    pub table: TableId,
    pub participant: ParticipantId,
    pub way: Way,
}

impl Laptop {
    pub fn new(tables: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bench.momentopname");
        let bytes = snapshot::write(&fixture::round1(1)).unwrap();
        std::fs::write(&path, bytes).unwrap();
        let app = Arc::new(App::new(Edges {
            now: Box::new(|| NOW),
            opener: None,
            dialogs: false,
            draw: Box::new(draw),
            folder: folder.path().to_owned(),
        }));
        let path = path.to_str().unwrap().to_owned();
        asked(&app, Request::OpenSnapshot { path });
        let session = NewSession {
            name: "bench".to_owned(),
            region: "bench".to_owned(),
            own_region: None,
            date: app::iso_day(NOW),
            tables,
        };
        asked(&app, Request::NewSession { session });
        let lan = LanHub::new(&app, UiFiles::BuiltIn, Box::new(draw), Box::new(|| NOW));
        let here = app::Lan::networks(&*lan)
            .into_iter()
            .find(|it| it.sort == NetworkSort::Loopback)
            .unwrap();
        app.set_lan(lan);
        let wanted = LanWanted {
            network: Some(here.id),
            port: Some(0),
        };
        let Reply::Lan(lan) = asked(&app, Request::LanStart { wanted }) else {
            unreachable!()
        };
        let ways = lan
            .tables
            .iter()
            .map(|it| client::link(&it.link).unwrap().1);
        Self {
            device: Device::new(&lan.address, Box::new(draw)),
            tables: ways.collect(),
            app,
            _folder: folder,
        }
    }

    /// Devices that are up to date. Where there are more than places, several share one.
    pub async fn members(&self, places: &[Place], clients: usize) -> Vec<Member> {
        let mut members = Vec::new();
        for client in 0..clients {
            let place = &places[client % places.len()];
            let mut channel = self.device.open(&place.way).await.unwrap();
            let request = Request::View;
            channel.say(&Asked { id: 1, request }).await.unwrap();
            while !matches!(told(&mut channel).await, Told::Answer { .. }) {}
            members.push(Member {
                link: Link::Ours(Box::new(channel)),
                client,
                table: place.table,
                participant: place.participant.clone(),
            });
        }
        members
    }

    /// Places at the tables in turn, as many as there are.
    pub async fn places(&self, clients: usize) -> Vec<Place> {
        let tables = self.tables.len();
        let each = SEATS.0.min(SEATS.1 / tables);
        let mut joining = JoinSet::new();
        for client in 0..clients.min(each * tables) {
            let table = client % tables;
            let (device, way) = (self.device.clone(), self.tables[table].clone());
            let table = TableId(u8::try_from(table + 1).unwrap());
            let name = format!("bench-{client}");
            joining.spawn(async move { (client, join(&device, &way, table, name).await) });
        }
        let mut places = joining.join_all().await;
        places.sort_by_key(|(client, _)| *client);
        places.into_iter().map(|(_, place)| place).collect()
    }

    pub fn device(&self) -> &Device {
        &self.device
    }

    pub fn view(&self) -> View {
        match asked(&self.app, Request::View) {
            Reply::View(view) => view,
            other => unreachable!("{other:?}"),
        }
    }

    /// Nothing is lost and nothing is there twice.
    pub fn check_notes(&self, expected: usize) {
        let view = self.view();
        let notes = view
            .entities
            .iter()
            .filter(|it| matches!(it.entity, Entity::Note(_)));
        assert_eq!(notes.count(), expected, "notes on the laptop");
    }
}

/// The next that the laptop says.
pub async fn told(channel: &mut client::Channel) -> Told {
    match channel.hear().await {
        Spoken::Text(text) => serde_json::from_str(&text).unwrap(),
        other => unreachable!("{other:?}"),
    }
}

async fn join(device: &Device, way: &Way, table: TableId, name: String) -> Place {
    let mut channel = device.open(way).await.unwrap();
    let request = Request::Join {
        id: SeatId(name.clone()),
        who: JoinAs::New { name, role: None },
    };
    channel.say(&Asked { id: 1, request }).await.unwrap();
    loop {
        match told(&mut channel).await {
            Told::Answer {
                reply: Reply::Seated(seated),
                ..
            } => {
                let key = client::key(&seated.key).unwrap();
                return Place {
                    table,
                    participant: ParticipantId(format!("p-{}", seated.seat)),
                    way: Way::Door(Door::Seat(seated.seat), key),
                };
            }
            Told::Answer { reply, .. } => unreachable!("{reply:?}"),
            Told::Push { .. } | Told::Greeting(_) => {}
        }
    }
}

fn asked(app: &App, request: Request) -> Reply {
    match app.call(&Caller::Facilitator, request) {
        Reply::Failed(failure) => unreachable!("{failure:?}"),
        reply => reply,
    }
}

/// Different every time; nobody has to be kept out here.
fn draw<const N: usize>() -> [u8; N] {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let number = DRAWN.fetch_add(1, Ordering::Relaxed).to_le_bytes();
    core::array::from_fn(|place| number[place % number.len()])
}
