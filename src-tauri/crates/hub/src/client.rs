//! A device without a screen: it knocks, asks and listens like a page does. For tests, and to see how many devices fit.

mod channel;

use std::collections::BTreeMap;
use std::sync::Arc;

use app::{Door, Key};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use protocol::{Asked, Greeting, NoEntry, Push, Reply, Request, Told};
use tokio::sync::{mpsc, oneshot};

use crate::Draw;

pub use channel::{Channel, Spoken};

/// So many questions wait until they are sent.
const WAITING: usize = 256;

/// How a device comes in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Way {
    /// It has the key of a door.
    Door(Door, Key),
    /// Someone typed the code of a table.
    Code(String),
    /// It only looks whether the laptop can be reached.
    Probe,
}

/// Why a device does not get in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// The laptop says so.
    No(NoEntry),
    /// The laptop answers with this status of HTTP.
    Status(u16),
    /// The laptop cannot be reached, or ended it.
    Lost,
}

/// What a device hears without asking.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// This is new.
    Push(Push),
    /// It may not stay.
    Greeting(Greeting),
    /// What it came in with is not right.
    No(NoEntry),
}

/// Is told every text that comes in, as it is.
pub type Ear = Arc<dyn Fn(&str) + Send + Sync>;

/// A device, before it comes in.
#[derive(Clone)]
pub struct Device {
    /// Where the laptop is: `192.168.8.2` or `192.168.8.2:8080`.
    pub host: String,
    /// Which page it shows: `http://` and where that came from.
    pub origin: String,
    /// Is told every text that comes in.
    pub ear: Option<Ear>,
    draw: Arc<Draw>,
}

impl Device {
    /// A device that got its page from where the laptop is.
    pub fn new(host: &str, draw: Draw) -> Self {
        Self {
            host: host.to_owned(),
            origin: format!("http://{host}"),
            ear: None,
            draw: Arc::new(draw),
        }
    }

    /// Comes in, and leaves all the rest to the caller.
    ///
    /// # Errors
    /// Why not.
    pub async fn open(&self, way: &Way) -> Result<Channel, Refused> {
        let drawn = (self.draw)();
        let mut nonce = [0; 16];
        nonce.copy_from_slice(&drawn[..16]);
        Channel::open(&self.host, &self.origin, way, nonce).await
    }

    /// Comes in.
    ///
    /// # Errors
    /// Why not.
    pub async fn connect(&self, way: Way) -> Result<Client, Refused> {
        let (asks, heard) = self.begin(&way).await?;
        Ok(Client {
            device: self.clone(),
            way,
            asks,
            heard,
        })
    }

    async fn begin(&self, way: &Way) -> Result<(Asks, mpsc::UnboundedReceiver<Heard>), Refused> {
        let channel = self.open(way).await?;
        let (asks, asking) = mpsc::channel(WAITING);
        let (hears, heard) = mpsc::unbounded_channel();
        tokio::spawn(run(channel, asking, hears, self.ear.clone()));
        Ok((asks, heard))
    }
}

type Asks = mpsc::Sender<(Request, oneshot::Sender<Reply>)>;

/// A device that is in. It ends when this is dropped.
pub struct Client {
    device: Device,
    way: Way,
    asks: Asks,
    heard: mpsc::UnboundedReceiver<Heard>,
}

impl Client {
    /// Asks, and waits for the answer.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn ask(&self, request: Request) -> Result<Reply, Refused> {
        let (answer, answered) = oneshot::channel();
        self.asks
            .send((request, answer))
            .await
            .map_err(|_| Refused::Lost)?;
        answered.await.map_err(|_| Refused::Lost)
    }

    /// The next that is heard; `None` when the connection is lost.
    pub async fn hear(&mut self) -> Option<Heard> {
        self.heard.recv().await
    }

    /// The way by which it came in.
    pub fn way(&self) -> &Way {
        &self.way
    }

    /// Comes in again by the same way; what was heard and not read is gone.
    ///
    /// # Errors
    /// Why not.
    pub async fn again(&mut self) -> Result<(), Refused> {
        (self.asks, self.heard) = self.device.begin(&self.way).await?;
        Ok(())
    }
}

/// The key in a link or of a seat, as it is written.
pub fn key(text: &str) -> Option<Key> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    Key::try_from(bytes).ok()
}

/// Where a link leads: the host and the way in.
pub fn link(link: &str) -> Option<(String, Way)> {
    let (host, fragment) = link.strip_prefix("http://")?.split_once('#')?;
    let (host, page) = host.split_once('/')?;
    let way = match page {
        "screen" => Way::Door(Door::Screen, key(fragment)?),
        "" => {
            let (table, text) = fragment.split_once('.')?;
            Way::Door(Door::Table(serde_json::from_str(table).ok()?), key(text)?)
        }
        _ => return None,
    };
    Some((host.to_owned(), way))
}

async fn run(
    mut channel: Channel,
    mut asking: mpsc::Receiver<(Request, oneshot::Sender<Reply>)>,
    hears: mpsc::UnboundedSender<Heard>,
    ear: Option<Ear>,
) {
    let mut next = 1;
    let mut open: BTreeMap<u64, oneshot::Sender<Reply>> = BTreeMap::new();
    loop {
        tokio::select! {
            asked = asking.recv() => {
                let Some((request, answer)) = asked else {
                    return channel.close().await;
                };
                open.insert(next, answer);
                if channel.say(&Asked { id: next, request }).await.is_err() {
                    return;
                }
                next += 1;
            }
            spoken = channel.hear() => {
                let text = match spoken {
                    Spoken::Text(text) => text,
                    Spoken::No(why) => {
                        let _ = hears.send(Heard::No(why));
                        return;
                    }
                    Spoken::End => return,
                };
                if let Some(ear) = &ear {
                    ear(&text);
                }
                match serde_json::from_str(&text) {
                    Ok(Told::Answer { id, reply }) => {
                        if let Some(answer) = open.remove(&id) {
                            let _ = answer.send(reply);
                        }
                    }
                    Ok(Told::Push { push }) => {
                        let _ = hears.send(Heard::Push(push));
                    }
                    Ok(Told::Greeting(greeting)) => {
                        let _ = hears.send(Heard::Greeting(greeting));
                    }
                    Err(_) => return,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use app::Door;
    use workshop::TableId;

    use super::{Way, link};

    #[test]
    fn links_lead_to_tables_and_screens() {
        let key = "AAECAwQFBgcICQoLDA0ODw";
        let bytes = core::array::from_fn(|place| u8::try_from(place).unwrap());
        for (text, expected) in [
            (
                format!("http://192.168.8.2/#3.{key}"),
                Some(("192.168.8.2", Way::Door(Door::Table(TableId(3)), bytes))),
            ),
            (
                format!("http://192.168.8.2:8080/screen#{key}"),
                Some(("192.168.8.2:8080", Way::Door(Door::Screen, bytes))),
            ),
            (format!("http://192.168.8.2/other#{key}"), None),
            ("http://192.168.8.2/#3.AAEC".to_owned(), None),
            ("http://192.168.8.2/".to_owned(), None),
        ] {
            let expected = expected.map(|(host, way)| (host.to_owned(), way));
            assert_eq!(link(&text), expected, "{text}");
        }
    }
}
