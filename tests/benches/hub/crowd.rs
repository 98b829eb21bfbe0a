//! Devices that all take a note at once. They look for what they know in the words that come in, and do as little else as possible:
//! it is not they who are measured.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt as _, StreamExt as _};
use hub::client::{Channel, Spoken};
use protocol::{Asked, Request};
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use workshop::{Command, CommandId, NoteId, NoteKind, Origin, ParticipantId, TableId};

use crate::naive::Reach;

/// Whoever hears nothing for this long lost something.
const PATIENCE: Duration = Duration::from_secs(120);

/// The connection of a device.
pub enum Link {
    Ours(Box<Channel>),
    Naive(Box<WebSocketStream<MaybeTlsStream<TcpStream>>>),
}

/// One device.
pub struct Member {
    pub link: Link,
    pub client: usize,
    pub table: TableId,
    pub participant: ParticipantId,
}

/// What one burst came to.
pub struct Burst {
    /// How many notes came in on screens of their own table.
    pub deliveries: u32,
    /// Until the last of these.
    pub took: Duration,
    /// For each note how long it took until it was on all screens of its table.
    pub landed: Vec<Duration>,
}

/// What one device saw of a burst.
struct Seen {
    member: Member,
    sent: Instant,
    arrived: BTreeMap<usize, Instant>,
}

impl Link {
    pub async fn say(&mut self, asked: &Asked) {
        match self {
            Self::Ours(channel) => channel.say(asked).await.expect("a connection"),
            Self::Naive(socket) => {
                let text = serde_json::to_string(asked).unwrap();
                socket
                    .send(Message::text(text))
                    .await
                    .expect("a connection");
            }
        }
    }

    pub async fn hear(&mut self) -> String {
        match self {
            Self::Ours(channel) => match channel.hear().await {
                Spoken::Text(text) => text,
                other => unreachable!("{other:?}"),
            },
            Self::Naive(socket) => loop {
                if let Message::Text(text) = socket.next().await.unwrap().unwrap() {
                    return text.as_str().to_owned();
                }
            },
        }
    }
}

/// A note that can be found again in any text.
pub fn note(member: &Member, round: usize) -> Asked {
    let name = format!("b{round}-{}", member.client);
    Asked {
        id: u64::try_from(round).unwrap() + 10,
        request: Request::Command {
            id: CommandId(name.clone()),
            command: Command::AddNote {
                id: NoteId(name),
                table: member.table,
                kind: NoteKind::Opportunity,
                text: format!(
                    "~{round}.{}~ eerst luisteren, en dan samen een plan maken",
                    member.client
                ),
                origin: Origin::Table,
                by: Some(member.participant.clone()),
            },
        },
    }
}

/// The notes in a text: of which round, and of whom.
pub fn notes(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split('~').skip(1).step_by(2).filter_map(|mark| {
        let (round, client) = mark.split_once('.')?;
        Some((round.parse().ok()?, client.parse().ok()?))
    })
}

/// Everybody takes a note at once.
pub async fn burst(members: Vec<Member>, round: usize, hears: Reach) -> (Vec<Member>, Burst) {
    let tables: BTreeMap<usize, TableId> = members
        .iter()
        .map(|member| (member.client, member.table))
        .collect();
    let gate = Arc::new(Barrier::new(members.len()));
    let tasks: Vec<_> = members
        .into_iter()
        .map(|member| {
            let own = |table: &&TableId| hears == Reach::All || **table == member.table;
            let expected = tables.values().filter(own).count();
            tokio::spawn(one(member, round, expected, Arc::clone(&gate)))
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.expect("a device that saw everything"));
    }
    let begun = all.iter().map(|seen| seen.sent).min().unwrap();
    let (mut end, mut deliveries) = (begun, 0);
    let mut landed: BTreeMap<usize, Instant> = BTreeMap::new();
    for seen in &all {
        let near = |it: &(&usize, &Instant)| tables[it.0] == seen.member.table;
        for (client, arrived) in seen.arrived.iter().filter(near) {
            end = end.max(*arrived);
            deliveries += 1;
            let last = landed.entry(*client).or_insert(*arrived);
            *last = (*last).max(*arrived);
        }
    }
    let landed = all
        .iter()
        .map(|seen| landed[&seen.member.client] - seen.sent);
    let measured = Burst {
        deliveries,
        took: end - begun,
        landed: landed.collect(),
    };
    (all.into_iter().map(|seen| seen.member).collect(), measured)
}

async fn one(mut member: Member, round: usize, expected: usize, gate: Arc<Barrier>) -> Seen {
    let asked = note(&member, round);
    gate.wait().await;
    let sent = Instant::now();
    member.link.say(&asked).await;
    let mut arrived = BTreeMap::new();
    let mut acknowledged = false;
    while arrived.len() < expected || !acknowledged {
        let text = timeout(PATIENCE, member.link.hear())
            .await
            .expect("all notes");
        let now = Instant::now();
        acknowledged |= text.contains(r#""type":"done""#);
        assert!(!text.contains(r#""type":"failed""#), "{text}");
        for (of, client) in notes(&text) {
            if of == round {
                arrived.entry(client).or_insert(now);
            }
        }
    }
    Seen {
        member,
        sent,
        arrived,
    }
}
