//! One page: its hello, its requests in order, and what it is told.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::Order;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use protocol::{Asked, Caller, Failure, Greeting, Hello, Reply, Request, Told};
use serde_json::to_string;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, interval, timeout};

use crate::desk::Desk;

/// The longest message that a page may send.
const LARGEST: usize = 1 << 20;
/// How long a page may take to say hello.
const HELLO: Duration = Duration::from_secs(10);
/// How often a quiet page is asked whether it is there.
const PING: Duration = Duration::from_secs(20);
/// A page that gives no sign for this long is gone.
const GONE: Duration = Duration::from_secs(65);
/// A page that does not take a message for this long is gone.
const STUCK: Duration = Duration::from_secs(20);
/// So many messages wait for a slow page; then it is dropped, and asks for everything again.
const BEHIND: usize = 512;
/// So many commands of one page are committed together.
const BATCH: usize = 64;
/// So many questions of one page are answered at once.
const AT_ONCE: usize = 6;

/// Opens the socket of a page.
pub(crate) async fn open(State(desk): State<Arc<Desk>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST)
        .on_upgrade(move |socket| talk(socket, desk))
}

async fn talk(mut socket: WebSocket, desk: Arc<Desk>) {
    let first = timeout(HELLO, socket.recv()).await;
    let Ok(Some(Ok(Message::Text(text)))) = first else {
        return;
    };
    let Some(secret) = admit(&desk, text.as_str()) else {
        let _ = say(&mut socket, &Told::Greeting(Greeting::Unknown)).await;
        return;
    };
    // Who asks follows from the door they came through, never from what they send.
    let caller = Caller::Facilitator;
    let (out, mut outgoing) = mpsc::channel::<Told>(BEHIND);
    let behind = Arc::new(AtomicBool::new(false));
    let (pushes, full) = (out.clone(), Arc::clone(&behind));
    desk.app.subscribe(Box::new(move |push| {
        let taken = pushes.try_send(Told::Push { push: push.clone() }).is_ok();
        full.store(!taken, Ordering::Relaxed);
        taken
    }));
    if say(&mut socket, &Told::Greeting(Greeting::Welcome { secret }))
        .await
        .is_err()
    {
        return;
    }
    let lanes = Lanes::start(&desk, &caller, &out);
    let mut ping = interval(PING);
    let mut seen = Instant::now();
    loop {
        tokio::select! {
            told = outgoing.recv() => {
                let Some(told) = told else { return };
                if say(&mut socket, &told).await.is_err() {
                    return;
                }
                if behind.load(Ordering::Relaxed) {
                    let _ = say(&mut socket, &Told::Greeting(Greeting::Behind)).await;
                    return;
                }
            }
            message = socket.recv() => {
                let Some(Ok(message)) = message else { return };
                seen = Instant::now();
                match message {
                    Message::Text(text) => {
                        if !lanes.take(text.as_str(), &out).await {
                            return;
                        }
                    }
                    Message::Ping(_) | Message::Pong(_) => {}
                    Message::Binary(_) | Message::Close(_) => return,
                }
            }
            _ = ping.tick() => {
                if seen.elapsed() > GONE || send(&mut socket, Message::Ping(Vec::new().into())).await.is_err() {
                    return;
                }
            }
        }
    }
}

fn admit(desk: &Desk, text: &str) -> Option<String> {
    let Hello::Hello { token, secret } = serde_json::from_str(text).ok()?;
    if let Some(secret) = secret.filter(|secret| desk.keys.knows(secret)) {
        return Some(secret);
    }
    desk.keys.exchange(&token?)
}

/// The two ways that requests go: commands one behind the other, so that they are carried out in the order in which the page
/// sent them; all other questions beside each other, so that a slow one holds up nothing.
struct Lanes {
    desk: Arc<Desk>,
    caller: Caller,
    commands: mpsc::Sender<(u64, Order)>,
    questions: Arc<Semaphore>,
}

impl Lanes {
    fn start(desk: &Arc<Desk>, caller: &Caller, out: &mpsc::Sender<Told>) -> Self {
        let (commands, waiting) = mpsc::channel(BEHIND);
        tokio::spawn(carry_out(
            Arc::clone(desk),
            caller.clone(),
            waiting,
            out.clone(),
        ));
        Self {
            desk: Arc::clone(desk),
            caller: caller.clone(),
            commands,
            questions: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Takes a message; `false` when the page cannot be understood at all.
    async fn take(&self, text: &str, out: &mpsc::Sender<Told>) -> bool {
        let asked = match serde_json::from_str::<Asked>(text) {
            Ok(asked) => asked,
            Err(_) => {
                #[derive(serde::Deserialize)]
                struct Numbered {
                    id: u64,
                }
                let Ok(Numbered { id }) = serde_json::from_str(text) else {
                    return false;
                };
                return out
                    .try_send(Told::Answer {
                        id,
                        reply: Reply::Failed(Failure::BadRequest),
                    })
                    .is_ok();
            }
        };
        let request = match asked.request {
            Request::Command { id, command } => {
                return self
                    .commands
                    .send((
                        asked.id,
                        Order {
                            id,
                            command,
                            at: None,
                        },
                    ))
                    .await
                    .is_ok();
            }
            request => request,
        };
        let Ok(place) = Arc::clone(&self.questions).acquire_owned().await else {
            return false;
        };
        let (desk, caller, out) = (Arc::clone(&self.desk), self.caller.clone(), out.clone());
        tokio::spawn(async move {
            let id = asked.id;
            let reply = spawn_blocking(move || answer(&desk, &caller, request))
                .await
                .unwrap_or_else(|error| defect(&error));
            drop(place);
            let _ = out.send(Told::Answer { id, reply }).await;
        });
        true
    }
}

/// Carries commands out in order, those that wait together in one commit.
async fn carry_out(
    desk: Arc<Desk>,
    caller: Caller,
    mut waiting: mpsc::Receiver<(u64, Order)>,
    out: mpsc::Sender<Told>,
) {
    let mut batch = Vec::new();
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let (ids, orders): (Vec<u64>, Vec<Order>) = batch.drain(..).unzip();
        let (desk, caller) = (Arc::clone(&desk), caller.clone());
        let replies = match spawn_blocking(move || desk.app.submit(&caller, orders)).await {
            Ok(replies) => replies,
            Err(error) => vec![defect(&error); ids.len()],
        };
        for (id, reply) in ids.into_iter().zip(replies) {
            if out.send(Told::Answer { id, reply }).await.is_err() {
                return;
            }
        }
    }
}

fn answer(desk: &Desk, caller: &Caller, request: Request) -> Reply {
    match desk.app.call(caller, request) {
        Reply::Sheet { address } => Reply::Sheet {
            address: desk.sheets.address(desk.keys.word(), Path::new(&address)),
        },
        reply => reply,
    }
}

fn defect(error: &tokio::task::JoinError) -> Reply {
    Reply::Failed(Failure::Defect {
        trace: error.to_string(),
    })
}

async fn say(socket: &mut WebSocket, told: &Told) -> Result<(), ()> {
    let text = to_string(told).map_err(|_| ())?;
    send(socket, Message::Text(text.into())).await
}

async fn send(socket: &mut WebSocket, message: Message) -> Result<(), ()> {
    timeout(STUCK, socket.send(message))
        .await
        .map_err(|_| ())?
        .map_err(|_| ())
}
