//! The connection of a device, frame by frame.

use app::Door;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use futures_util::{SinkExt as _, StreamExt as _};
use protocol::{Asked, Knock, Knocked, NoEntry};
use serde_json::{from_str, to_string};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::{HeaderValue, header};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use super::{Refused, Way};
use crate::lan::seal::{self, Opener, Salt, Sealer};

/// What the laptop says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Spoken {
    /// Words; opened where they were sealed.
    Text(String),
    /// What the device came in with is not right.
    No(NoEntry),
    /// Nothing more.
    End,
}

/// The connection of a device.
pub struct Channel {
    /// The socket, for who wants to send what no page would send.
    pub socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    seal: Option<(Sealer, Opener)>,
}

impl Channel {
    pub(super) async fn open(
        host: &str,
        origin: &str,
        way: &Way,
        nonce: Salt,
    ) -> Result<Self, Refused> {
        let mut request = format!("ws://{host}/socket")
            .into_client_request()
            .map_err(|_| Refused::Lost)?;
        if !origin.is_empty() {
            let origin = HeaderValue::from_str(origin).map_err(|_| Refused::Lost)?;
            request.headers_mut().insert(header::ORIGIN, origin);
        }
        let socket = match connect_async_with_config(request, None, true).await {
            Ok((socket, _)) => socket,
            Err(Error::Http(answer)) => return Err(Refused::Status(answer.status().as_u16())),
            Err(_) => return Err(Refused::Lost),
        };
        let mut channel = Self { socket, seal: None };
        channel.knock(way, nonce).await?;
        Ok(channel)
    }

    async fn knock(&mut self, way: &Way, salt: Salt) -> Result<(), Refused> {
        let nonce = BASE64_URL_SAFE_NO_PAD.encode(salt);
        let (knock, key) = match way {
            Way::Door(door, key) => {
                let knock = match door.clone() {
                    Door::Table(table) => Knock::Table { table, nonce },
                    Door::Seat(seat) => Knock::Seat { seat, nonce },
                    Door::Screen => Knock::Screen { nonce },
                };
                (knock, Some((door, key)))
            }
            Way::Code(code) => (Knock::Code { code: code.clone() }, None),
            Way::Probe => (Knock::Probe, None),
        };
        let knock = to_string(&knock).map_err(|_| Refused::Lost)?;
        self.send(Message::text(knock)).await?;
        let text = match self.hear().await {
            Spoken::Text(text) => text,
            Spoken::No(why) => return Err(Refused::No(why)),
            Spoken::End => return Err(Refused::Lost),
        };
        match (from_str(&text), key) {
            (Ok(Knocked::Sealed { nonce }), Some((door, key))) => {
                let laptop = BASE64_URL_SAFE_NO_PAD.decode(nonce).ok();
                let laptop = laptop
                    .and_then(|bytes| Salt::try_from(bytes).ok())
                    .ok_or(Refused::Lost)?;
                self.seal =
                    Some(seal::of_page(key, &salt, &laptop, door).map_err(|_| Refused::Lost)?);
                Ok(())
            }
            (Ok(Knocked::Open | Knocked::Seen), None) => Ok(()),
            _ => Err(Refused::Lost),
        }
    }

    /// Asks.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn say(&mut self, asked: &Asked) -> Result<(), Refused> {
        let text = to_string(asked).map_err(|_| Refused::Lost)?;
        let message = self.message(&text)?;
        self.send(message).await
    }

    /// Words as they are sent: sealed where all is.
    ///
    /// # Errors
    /// After more messages than there can be.
    pub fn message(&mut self, text: &str) -> Result<Message, Refused> {
        Ok(match &mut self.seal {
            Some((sealer, _)) => {
                Message::binary(sealer.seal(text.as_bytes()).map_err(|_| Refused::Lost)?)
            }
            None => Message::text(text),
        })
    }

    /// The next that the laptop says.
    pub async fn hear(&mut self) -> Spoken {
        loop {
            let Some(Ok(message)) = self.socket.next().await else {
                return Spoken::End;
            };
            match (message, &mut self.seal) {
                (Message::Text(text), seal) => {
                    // Even where all is sealed it is said in the open that the key is not right.
                    if let Ok(Knocked::No { why }) = from_str(text.as_str()) {
                        return Spoken::No(why);
                    }
                    return if seal.is_some() {
                        Spoken::End
                    } else {
                        Spoken::Text(text.as_str().to_owned())
                    };
                }
                (Message::Binary(bytes), Some((_, opener))) => {
                    let plain = opener
                        .open(&bytes)
                        .ok()
                        .and_then(|plain| String::from_utf8(plain).ok());
                    return plain.map_or(Spoken::End, Spoken::Text);
                }
                (Message::Ping(_) | Message::Pong(_), _) => {}
                (Message::Binary(_) | Message::Close(_) | Message::Frame(_), _) => {
                    return Spoken::End;
                }
            }
        }
    }

    /// Ends it in the way that is expected.
    pub async fn close(mut self) {
        let _ = self.socket.close(None).await;
    }

    async fn send(&mut self, message: Message) -> Result<(), Refused> {
        self.socket.send(message).await.map_err(|_| Refused::Lost)
    }
}
