//! One WebSocket, in the open or sealed: texts in, texts out.

use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use protocol::Told;
use serde_json::to_string;
use tokio::time::timeout;

use crate::lan::seal::Seal;

/// Whoever takes nothing for this long is gone.
const STUCK: Duration = Duration::from_secs(20);
/// A long message may take longer: so many bytes a second is the slowest that a device may be.
const SLOWEST: u64 = 32 << 10;

/// The other side is gone, or does not do what it should.
#[derive(Debug)]
pub(crate) struct Gone;

/// What came in.
#[derive(Debug)]
pub(crate) enum Heard {
    /// Words.
    Text(String),
    /// A sign of life.
    Sign,
    /// Something that cannot be opened: another key, or not what was sent.
    Broken,
    /// Nothing more will come.
    End,
}

/// One WebSocket.
pub(crate) struct Channel {
    socket: WebSocket,
    seal: Option<Seal>,
}

impl Channel {
    /// A channel in the open.
    pub fn open(socket: WebSocket) -> Self {
        Self { socket, seal: None }
    }

    /// From now on everything is sealed, both ways.
    pub fn sealed(self, seal: Seal) -> Self {
        Self {
            seal: Some(seal),
            ..self
        }
    }

    /// The next that comes in. May be dropped and asked again: nothing is lost by it.
    pub async fn hear(&mut self) -> Heard {
        let Some(Ok(message)) = self.socket.recv().await else {
            return Heard::End;
        };
        match (message, &mut self.seal) {
            (Message::Ping(_) | Message::Pong(_), _) => Heard::Sign,
            (Message::Text(text), None) => Heard::Text(text.as_str().to_owned()),
            (Message::Binary(bytes), Some(seal)) => {
                let opened = seal.opener.open(&bytes);
                match opened.ok().and_then(|plain| String::from_utf8(plain).ok()) {
                    Some(text) => Heard::Text(text),
                    None => Heard::Broken,
                }
            }
            (Message::Close(_), _) => Heard::End,
            (Message::Binary(_), None) | (Message::Text(_), Some(_)) => Heard::Broken,
        }
    }

    /// Says something.
    pub async fn say(&mut self, told: &Told) -> Result<(), Gone> {
        let text = to_string(told).map_err(|_| Gone)?;
        self.say_text(text).await
    }

    /// Says something that is written down already.
    pub async fn say_text(&mut self, text: String) -> Result<(), Gone> {
        let message = match &mut self.seal {
            Some(seal) => {
                Message::Binary(seal.sealer.seal(text.as_bytes()).map_err(|_| Gone)?.into())
            }
            None => Message::Text(text.into()),
        };
        self.send(message).await
    }

    /// Says something that is not sealed even where all the rest is.
    pub async fn say_openly(&mut self, text: String) -> Result<(), Gone> {
        self.send(Message::Text(text.into())).await
    }

    /// Asks whether the other side is there.
    pub async fn ping(&mut self) -> Result<(), Gone> {
        self.send(Message::Ping(Vec::new().into())).await
    }

    /// Ends it in the way that is expected.
    pub async fn close(mut self) {
        let _ = self.send(Message::Close(None)).await;
    }

    async fn send(&mut self, message: Message) -> Result<(), Gone> {
        let size = match &message {
            Message::Text(text) => text.len(),
            Message::Binary(bytes) => bytes.len(),
            Message::Ping(_) | Message::Pong(_) | Message::Close(_) => 0,
        };
        let long = Duration::from_secs(u64::try_from(size).unwrap_or(u64::MAX) / SLOWEST);
        timeout(STUCK.saturating_add(long), self.socket.send(message))
            .await
            .map_err(|_| Gone)?
            .map_err(|_| Gone)
    }
}
