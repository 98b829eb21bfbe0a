//! A running program with a session of six tables, and devices for it.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use app::{App, Door, Edges};
use hub::client::{Client, Device, Heard, Way, key, link};
use hub::lan::{Limits, Surroundings};
use hub::{LanHub, UiFiles};
use protocol::{Caller, LanView, Network, NetworkSort, Push, Reply, Request};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Bytes that never come twice.
pub fn draw<const N: usize>() -> [u8; N] {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
    core::array::from_fn(|place| next[place % 8] ^ u8::try_from(place % 251).unwrap())
}

#[allow(clippy::disallowed_methods, reason = "a test is an edge")]
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}

pub struct House {
    pub app: Arc<App>,
    pub folder: TempDir,
    pub networks: Arc<Mutex<Vec<Network>>>,
}

/// A network with one address.
pub fn network(id: &str, address: &str) -> Network {
    Network {
        id: id.to_owned(),
        address: address.to_owned(),
        sort: NetworkSort::Wifi,
    }
}

fn program(folder: &Path, networks: &Arc<Mutex<Vec<Network>>>, limits: Limits) -> Arc<App> {
    let app = Arc::new(App::new(Edges {
        now: Box::new(now),
        opener: None,
        dialogs: false,
        draw: Box::new(draw),
        folder: folder.to_owned(),
    }));
    let networks = Arc::clone(networks);
    let surroundings = Surroundings {
        networks: Box::new(move || networks.lock().unwrap().clone()),
        limits,
    };
    let ui = UiFiles::Folder(folder.join("ui"));
    app.set_lan(LanHub::within(
        &app,
        ui,
        Box::new(draw),
        Box::new(now),
        surroundings,
    ));
    app
}

impl House {
    pub fn new() -> Self {
        Self::with(Limits::default())
    }

    pub fn with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ui = folder.path().join("ui");
        std::fs::create_dir_all(ui.join("assets")).unwrap();
        for (name, text) in [
            (
                "index.html",
                "the desk <script src=/assets/desk-1.js></script>".to_owned(),
            ),
            (
                "table.html",
                "the table <script src=/assets/table-1.js></script>".to_owned(),
            ),
            ("screen.html", "the screen".to_owned()),
            ("assets/table-1.js", "say('hello');\n".repeat(100)),
            ("assets/desk-1.js", "everything()".to_owned()),
        ] {
            std::fs::write(ui.join(name), text).unwrap();
        }
        let networks = Arc::new(Mutex::new(vec![network("wlan0", "127.0.0.1")]));
        let app = program(folder.path(), &networks, limits);
        let house = Self {
            app,
            folder,
            networks,
        };
        let snapshot = house.folder.path().join("klein.momentopname");
        static KLEIN: LazyLock<Vec<u8>> =
            LazyLock::new(|| snapshot::write(&fixture::round1(1)).unwrap());
        std::fs::write(&snapshot, &*KLEIN).unwrap();
        house.ask(json!({ "type": "open_snapshot", "path": snapshot }));
        let new = json!({ "name": "Proef", "region": "Twente", "own_region": null, "date": "2026-11-22", "tables": 6 });
        house.ask(json!({ "type": "new_session", "session": new }));
        house.switch_on(0);
        house
    }

    /// The same house after the program was started again.
    pub fn again(self) -> Self {
        let Self {
            app,
            folder,
            networks,
        } = self;
        app.call(&Caller::Facilitator, Request::LanStop);
        app.call(&Caller::Facilitator, Request::CloseSession);
        drop(app);
        let app = program(folder.path(), &networks, Limits::default());
        let house = Self {
            app,
            folder,
            networks,
        };
        house.open();
        house
    }

    pub fn open(&self) {
        let path = self.folder.path().join("Proef.bijeenkomst");
        self.ask(json!({ "type": "open_session", "path": path }));
    }

    pub fn switch_on(&self, port: u16) {
        self.ask(json!({ "type": "lan_start", "wanted": { "network": null, "port": port } }));
    }

    /// Asks as the facilitator; it must not fail.
    pub fn ask(&self, request: Value) -> Value {
        let reply = self.app.call(
            &Caller::Facilitator,
            serde_json::from_value(request.clone()).unwrap(),
        );
        assert!(!matches!(reply, Reply::Failed(_)), "{request}: {reply:?}");
        serde_json::to_value(reply).unwrap()
    }

    /// A command of the facilitator.
    pub fn command(&self, command: Value) {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let id = format!("desk-{}", NEXT.fetch_add(1, Ordering::Relaxed));
        self.ask(json!({ "type": "command", "id": id, "command": command }));
    }

    pub fn lan(&self) -> LanView {
        match self.app.call(&Caller::Facilitator, Request::Lan) {
            Reply::Lan(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    pub fn device(&self) -> Device {
        Device::new(&self.lan().address, Box::new(draw))
    }

    /// The way in by the QR code of a table.
    pub fn table(&self, table: usize) -> Way {
        link(&self.lan().tables[table - 1].link).unwrap().1
    }

    pub fn screen(&self) -> Way {
        link(&self.lan().screen).unwrap().1
    }

    /// Takes a seat at a table by its QR code: the way in from now on.
    pub async fn take(&self, table: usize, id: &str, who: Value) -> Way {
        let guest = self.device().connect(self.table(table)).await.unwrap();
        let seated = ask(&guest, json!({ "type": "join", "id": id, "who": who })).await;
        assert_eq!(seated["type"], "seated", "{seated}");
        seat_way(&seated)
    }

    /// Someone new sits down, with a device.
    pub async fn person(&self, table: usize, id: &str) -> Client {
        let way = self
            .take(
                table,
                id,
                json!({ "type": "new", "name": id, "role": null }),
            )
            .await;
        self.device().connect(way).await.unwrap()
    }
}

/// The way in for who got a seat.
pub fn seat_way(seated: &Value) -> Way {
    let text = |name: &str| seated["value"][name].as_str().unwrap();
    Way::Door(Door::Seat(text("seat").into()), key(text("key")).unwrap())
}

/// The seat of a device.
pub fn seat_of(client: &Client) -> String {
    match client.way() {
        Way::Door(Door::Seat(seat), _) => seat.0.clone(),
        other => panic!("{other:?}"),
    }
}

/// The participant whose device it is.
pub fn me(client: &Client) -> String {
    format!("p-{}", seat_of(client))
}

/// Asks as a device.
pub async fn ask(client: &Client, request: Value) -> Value {
    let request = serde_json::from_value(request).unwrap();
    let reply = tokio::time::timeout(Duration::from_secs(20), client.ask(request)).await;
    serde_json::to_value(reply.unwrap().unwrap()).unwrap()
}

/// A command of a device.
pub async fn command(client: &Client, id: &str, command: Value) -> Value {
    ask(
        client,
        json!({ "type": "command", "id": id, "command": command }),
    )
    .await
}

pub fn note(id: &str, table: u8, text: &str, by: Option<&str>) -> Value {
    json!({ "type": "add_note", "id": id, "table": table, "kind": "surprise", "text": text, "origin": { "type": "table" }, "by": by })
}

/// Waits until a device hears something; `None` where it hears nothing more, or not in time.
pub async fn hears(client: &mut Client, wanted: impl Fn(&Heard) -> bool) -> Option<Heard> {
    let wait = async {
        loop {
            let heard = client.hear().await?;
            if wanted(&heard) {
                return Some(heard);
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), wait)
        .await
        .ok()
        .flatten()
}

/// Waits until a device hears of an entity.
pub async fn hears_of(client: &mut Client, key: &str) -> bool {
    let of = |heard: &Heard| matches!(heard, Heard::Push(Push::Delta(delta)) if delta.upserts.iter().any(|it| it.key == key));
    hears(client, of).await.is_some()
}

/// Waits until the connection of a device is gone.
pub async fn ends(client: &mut Client) -> bool {
    hears(client, |_| false).await.is_none() && client.ask(Request::View).await.is_err()
}

/// One request as bytes, and all that comes back.
pub async fn raw(at: &str, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let _ = stream.write_all(request).await;
    let mut answer = Vec::new();
    let _ = tokio::time::timeout(Duration::from_secs(15), stream.read_to_end(&mut answer))
        .await
        .unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
