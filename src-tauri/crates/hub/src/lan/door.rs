//! How a device comes in: it knocks, shows that it has the key of a door or types the code of a table, and becomes who that makes it.

use std::sync::Arc;
use std::time::Duration;

use app::{App, Door, Key};
use axum::Extension;
use axum::extract::State;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use protocol::{Caller, Greeting, Knock, Knocked, NoEntry, Told};
use serde_json::to_string;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, interval, sleep, timeout};

use super::inside::Inside;
use super::listener::{Peer, dropped};
use super::seal::{self, Salt};
use crate::channel::{Channel, Gone, Heard};
use crate::pace::Pace;
use crate::talk::{GONE, PING, Stays, Terms, connect, talk};

/// The longest message that a device may send.
const LARGEST: usize = 64 << 10;
/// What is read at once.
const READ: usize = 8 << 10;
/// How long a device may take to knock.
const KNOCK: Duration = Duration::from_secs(5);
/// How long a device may take to show that it has the key.
const SHOW: Duration = Duration::from_secs(10);
/// So many questions of one device are answered at once.
const AT_ONCE: usize = 4;
/// The longest code that is looked at.
const CODE: usize = 40;
/// How long a device may look whether the laptop can be reached.
const PROBE: Duration = Duration::from_secs(600);
/// How often it is heard at most that it is there.
const BREATH: Duration = Duration::from_secs(1);

/// Gone when the LAN is switched off.
#[derive(Clone)]
pub(crate) struct Stop(pub watch::Receiver<()>);

/// Opens the socket of a device.
pub(crate) async fn open(
    State(inside): State<Arc<Inside>>,
    Extension(peer): Extension<Peer>,
    Extension(Stop(stop)): Extension<Stop>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST)
        .read_buffer_size(READ)
        .on_upgrade(async move |socket| {
            tokio::select! {
                () = come_in(socket, &inside, &peer, &headers) => {}
                () = dropped(stop) => {}
            }
        })
}

async fn come_in(socket: WebSocket, inside: &Arc<Inside>, peer: &Peer, headers: &HeaderMap) {
    let mut channel = Channel::open(socket);
    let Ok(Some(text)) = timeout(KNOCK, words(&mut channel)).await else {
        return;
    };
    let Ok(knock) = serde_json::from_str::<Knock>(&text) else {
        return channel.close().await;
    };
    inside.saw(peer.from, headers, true);
    let Some(app) = inside.app.upgrade() else {
        return;
    };
    let Some(_seat) = inside.places.sit() else {
        return refuse(channel, NoEntry::Full).await;
    };
    match knock {
        Knock::Probe => {
            drop(app);
            probe(channel).await;
        }
        Knock::Code { code } => typed(channel, inside, peer, app, code).await,
        Knock::Table { table, nonce } => {
            let pass = Pass::new(Caller::Guest(table), Door::Table(table));
            sealed(channel, inside, peer, app, pass, &nonce).await;
        }
        Knock::Seat { seat, nonce } => {
            let pass = Pass::new(Caller::Seat(seat.clone()), Door::Seat(seat));
            sealed(channel, inside, peer, app, pass, &nonce).await;
        }
        Knock::Screen { nonce } => {
            let pass = Pass::new(Caller::Projector, Door::Screen);
            sealed(channel, inside, peer, app, pass, &nonce).await;
        }
    }
}

/// Who a door makes someone.
struct Pass {
    caller: Caller,
    door: Door,
}

impl Pass {
    fn new(caller: Caller, door: Door) -> Self {
        Self { caller, door }
    }
}

/// A device that shows that it has the key of a door, by using it.
async fn sealed(
    mut channel: Channel,
    inside: &Arc<Inside>,
    peer: &Peer,
    app: Arc<App>,
    pass: Pass,
    nonce: &str,
) {
    let decoded = BASE64_URL_SAFE_NO_PAD.decode(nonce).ok();
    let Some(page) = decoded.and_then(|bytes| Salt::try_from(bytes).ok()) else {
        return refuse(channel, NoEntry::Unknown).await;
    };
    let Some((known, key)) = key_of(&app, &pass.door).await else {
        return refuse(channel, NoEntry::NoSession).await;
    };
    // A door that is not there looks like one whose key is wrong.
    let key = if known { key } else { inside.draw16() };
    let laptop = inside.draw16();
    let Ok(seal) = seal::of_laptop(&key, &page, &laptop, &pass.door) else {
        return;
    };
    let nonce = BASE64_URL_SAFE_NO_PAD.encode(laptop);
    if knocked(&mut channel, &Knocked::Sealed { nonce })
        .await
        .is_err()
    {
        return;
    }
    let mut channel = channel.sealed(seal);
    let first = loop {
        match timeout(SHOW, channel.hear()).await {
            Ok(Heard::Text(text)) => break text,
            Ok(Heard::Sign) => {}
            Ok(Heard::Broken) => {
                inside.wrong_key(peer.from);
                return refuse(channel, NoEntry::Unknown).await;
            }
            Ok(Heard::End) | Err(_) => return,
        }
    };
    peer.place.belongs();
    let Some(line) = connect(&app, pass.caller.clone()) else {
        let _ = channel.say(&Told::Greeting(Greeting::Unknown)).await;
        return channel.close().await;
    };
    let terms = terms(&app, pass, key);
    drop(app);
    talk(channel, line, Some(first), terms).await;
}

/// A device on which someone typed the code of a table. It goes on in the open, and only as far as to take a seat.
async fn typed(
    mut channel: Channel,
    inside: &Arc<Inside>,
    peer: &Peer,
    app: Arc<App>,
    code: String,
) {
    if let Some(seconds) = inside.must_wait(peer.from) {
        return refuse(channel, NoEntry::Locked { seconds }).await;
    }
    let asked = Arc::clone(&app);
    let found = spawn_blocking(move || {
        asked.key(&Door::Screen)?;
        let table = Some(&code)
            .filter(|code| code.len() <= CODE)
            .and_then(|code| asked.table_of_code(code));
        Some(table.and_then(|table| Some((table, asked.key(&Door::Table(table))?))))
    });
    let (table, key) = match found.await {
        Ok(Some(Some(found))) => found,
        Ok(Some(None)) => {
            inside.wrong_code(peer.from);
            return refuse(channel, NoEntry::Unknown).await;
        }
        Ok(None) | Err(_) => return refuse(channel, NoEntry::NoSession).await,
    };
    let pass = Pass::new(Caller::Guest(table), Door::Table(table));
    let Some(line) = connect(&app, pass.caller.clone()) else {
        return;
    };
    if knocked(&mut channel, &Knocked::Open).await.is_err() {
        return;
    }
    let terms = terms(&app, pass, key);
    drop(app);
    talk(channel, line, None, terms).await;
}

/// A device that only looks whether the laptop can be reached.
async fn probe(mut channel: Channel) {
    if knocked(&mut channel, &Knocked::Seen).await.is_err() {
        return;
    }
    let stay = async {
        let mut ping = interval(PING);
        let mut seen = Instant::now();
        loop {
            tokio::select! {
                heard = channel.hear() => match heard {
                    // It has nothing to say but that it is there.
                    Heard::Sign => {
                        seen = Instant::now();
                        sleep(BREATH).await;
                    }
                    Heard::Text(_) | Heard::Broken | Heard::End => return,
                },
                _ = ping.tick() => {
                    if seen.elapsed() > GONE || channel.ping().await.is_err() {
                        return;
                    }
                }
            }
        }
    };
    let _ = timeout(PROBE, stay).await;
}

/// What a device is held to.
fn terms(app: &Arc<App>, pass: Pass, key: Key) -> Terms {
    let app = Arc::downgrade(app);
    let stays: Arc<dyn Fn() -> Stays + Send + Sync> = Arc::new(move || {
        let Some(app) = app.upgrade() else {
            return Stays::NoSession;
        };
        match app.key(&pass.door) {
            Some(now) if now == key => Stays::Yes,
            _ if app.key(&Door::Screen).is_none() => Stays::NoSession,
            _ => Stays::No,
        }
    });
    Terms {
        answer: Arc::new(|line, request| line.call(request)),
        at_once: AT_ONCE,
        pace: Some(Pace::device()),
        stays,
    }
}

/// The key of a door, and whether there is such a door; `None` when no session is open. The same is done for every door.
async fn key_of(app: &Arc<App>, door: &Door) -> Option<(bool, Key)> {
    let (app, door) = (Arc::clone(app), door.clone());
    let found = spawn_blocking(move || {
        let some = app.key(&Door::Screen)?;
        Some(match app.key(&door) {
            Some(key) => (true, key),
            None => (false, app.key(&Door::Screen).unwrap_or(some)),
        })
    });
    found.await.ok().flatten()
}

/// The next words; `None` when there are none.
async fn words(channel: &mut Channel) -> Option<String> {
    loop {
        match channel.hear().await {
            Heard::Text(text) => return Some(text),
            Heard::Sign => {}
            Heard::Broken | Heard::End => return None,
        }
    }
}

async fn knocked(channel: &mut Channel, answer: &Knocked) -> Result<(), Gone> {
    channel
        .say_openly(to_string(answer).map_err(|_| Gone)?)
        .await
}

async fn refuse(mut channel: Channel, why: NoEntry) {
    let _ = knocked(&mut channel, &Knocked::No { why }).await;
    channel.close().await;
}
