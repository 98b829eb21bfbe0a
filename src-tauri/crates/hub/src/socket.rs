//! A page on the laptop itself: its hello, and who it is by it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::response::Response;
use protocol::{Caller, Greeting, Hello, Reply, Told};
use tokio::time::timeout;

use crate::channel::{Channel, Heard};
use crate::desk::Desk;
use crate::keys::Whose;
use crate::lanes::Answer;
use crate::talk::{Stays, Terms, connect, talk};

/// The longest message that a page may send.
const LARGEST: usize = 1 << 20;
/// How long a page may take to say hello.
const HELLO: Duration = Duration::from_secs(10);
/// So many questions of one page are answered at once.
const AT_ONCE: usize = 6;

/// Opens the socket of a page.
pub(crate) async fn open(State(desk): State<Arc<Desk>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST)
        .on_upgrade(move |socket| welcome(socket, desk))
}

async fn welcome(socket: WebSocket, desk: Arc<Desk>) {
    let mut channel = Channel::open(socket);
    let Ok(Heard::Text(text)) = timeout(HELLO, channel.hear()).await else {
        return;
    };
    let Some((whose, secret)) = admit(&desk, &text) else {
        let _ = channel.say(&Told::Greeting(Greeting::Unknown)).await;
        return channel.close().await;
    };
    // Who asks follows from the door they came through, never from what they send.
    let caller = match whose {
        Whose::Facilitator => Caller::Facilitator,
        Whose::Projector => Caller::Projector,
    };
    let Some(line) = connect(&desk.app, caller) else {
        return;
    };
    let welcome = Told::Greeting(Greeting::Welcome { secret });
    if channel.say(&welcome).await.is_err() {
        return;
    }
    let terms = Terms {
        answer: answer(desk),
        at_once: AT_ONCE,
        pace: None,
        stays: Arc::new(|| Stays::Yes),
    };
    talk(channel, line, None, terms).await;
}

fn admit(desk: &Desk, text: &str) -> Option<(Whose, String)> {
    let Hello::Hello { token, secret } = serde_json::from_str(text).ok()?;
    if let Some(secret) = secret
        && let Some(whose) = desk.keys.whose(&secret)
    {
        return Some((whose, secret));
    }
    desk.keys.exchange(&token?)
}

/// Answers; what a window would show gets an address here.
fn answer(desk: Arc<Desk>) -> Answer {
    Arc::new(move |line, request| match line.call(request) {
        Reply::Sheet { address } => Reply::Sheet {
            address: desk.sheets.address(desk.keys.word(), Path::new(&address)),
        },
        Reply::OpenedScreen { address: None } if !desk.app.has_windows() => Reply::OpenedScreen {
            address: Some(desk.screen()),
        },
        reply => reply,
    })
}
