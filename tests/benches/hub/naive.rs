//! A server as simple tools make it: the same messages in the open, each command in a commit of its own, and then the whole change
//! to one device after another.

use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::stream::SplitSink;
use futures_util::{SinkExt as _, StreamExt as _};
use protocol::{Asked, Delta, Entry, Push, Reply, Request, Told, key_text};
use rusqlite::Connection;
use serde_json::{from_str, to_string};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use tokio::task::block_in_place;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, accept_async, connect_async};
use workshop::{Command, Context, ParticipantId, SnapshotRef, State, TableId, decide};

use crate::crowd::{Link, Member};

/// Which devices are told of a change.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Reach {
    /// Those of the table.
    Table,
    /// All: the simplest.
    All,
}

/// The server.
pub struct Naive {
    at: SocketAddr,
    _folder: TempDir,
}

type Sink = SplitSink<WebSocketStream<TcpStream>, Message>;

struct Inside {
    reach: Reach,
    state: State,
    file: Connection,
    devices: Vec<(TableId, Sink)>,
}

impl Naive {
    /// It serves until the runtime ends.
    pub async fn start(reach: Reach) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = Connection::open(folder.path().join("naive.sqlite")).unwrap();
        file.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE event(seq INTEGER PRIMARY KEY, payload TEXT NOT NULL);",
        )
        .unwrap();
        let mut state = State::default();
        let snapshot = SnapshotRef {
            hash: "0".repeat(64),
            name: "naive".to_owned(),
            set_name: "naive".to_owned(),
            stories: 1,
            set: Vec::new(),
        };
        let begin = Command::CreateSession {
            name: "naive".to_owned(),
            region: "naive".to_owned(),
            own_region: None,
            date: "2026-11-22".to_owned(),
            tables: 12,
            snapshot,
        };
        carry_out(&mut state, &begin);
        let inside = Arc::new(Mutex::new(Inside {
            reach,
            state,
            file,
            devices: Vec::new(),
        }));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                stream.set_nodelay(true).unwrap();
                tokio::spawn(serve(stream, Arc::clone(&inside)));
            }
        });
        Self {
            at,
            _folder: folder,
        }
    }

    /// Devices that are connected.
    pub async fn members(&self, clients: usize, tables: usize) -> Vec<Member> {
        let mut members = Vec::new();
        for client in 0..clients {
            let table = TableId(u8::try_from(client % tables + 1).unwrap());
            let participant = ParticipantId(format!("p{client}"));
            let (mut socket, _) = connect_async(format!("ws://{}/", self.at)).await.unwrap();
            let come = Command::AddParticipant {
                id: participant.clone(),
                table,
                name: participant.0.clone(),
                role: None,
            };
            // Who it is; the answer says that it is known.
            let hello = to_string(&(table, come)).unwrap();
            socket.send(Message::text(hello)).await.unwrap();
            socket.next().await.unwrap().unwrap();
            members.push(Member {
                link: Link::Naive(Box::new(socket)),
                client,
                table,
                participant,
            });
        }
        members
    }
}

async fn serve(stream: TcpStream, inside: Arc<Mutex<Inside>>) {
    let socket = accept_async(stream).await.unwrap();
    let (mut sink, mut source) = socket.split();
    let Some(Ok(Message::Text(hello))) = source.next().await else {
        return;
    };
    let (table, come): (TableId, Command) = from_str(hello.as_str()).unwrap();
    let own = {
        let mut inside = inside.lock().await;
        carry_out(&mut inside.state, &come);
        sink.send(Message::text("welcome")).await.unwrap();
        inside.devices.push((table, sink));
        inside.devices.len() - 1
    };
    while let Some(Ok(message)) = source.next().await {
        let Message::Text(text) = message else {
            continue;
        };
        let asked: Asked = from_str(text.as_str()).unwrap();
        let Request::Command { command, .. } = asked.request else {
            continue;
        };
        inside.lock().await.one(own, asked.id, &command).await;
    }
}

impl Inside {
    /// Carries a command out: commits it, then tells one device after another.
    async fn one(&mut self, own: usize, id: u64, command: &Command) {
        let before = self.state.seq();
        let payload = carry_out(&mut self.state, command);
        let seq = self.state.seq();
        let file = &self.file;
        block_in_place(|| {
            let insert = "INSERT INTO event(payload) VALUES (?1)";
            file.prepare_cached(insert)
                .unwrap()
                .execute([payload])
                .unwrap();
        });
        let changed = self.state.changed_since(before);
        let upserts = changed.filter_map(|(key, _)| {
            Some(Entry {
                key: key_text(key),
                entity: self.state.entity(key)?,
            })
        });
        let delta = Delta {
            from: before,
            seq,
            upserts: upserts.collect(),
            removals: Vec::new(),
        };
        let push = Push::Delta(delta);
        let text = to_string(&Told::Push { push }).unwrap();
        let reply = Reply::Done { seq };
        let answer = to_string(&Told::Answer { id, reply }).unwrap();
        let table = self.devices[own].0;
        for (_, sink) in self
            .devices
            .iter_mut()
            .filter(|(at, _)| self.reach == Reach::All || *at == table)
        {
            let _ = sink.send(Message::text(text.clone())).await;
        }
        let _ = self.devices[own].1.send(Message::text(answer)).await;
    }
}

/// What a command comes to, as it is written down.
fn carry_out(state: &mut State, command: &Command) -> String {
    let events = decide(state, command, &Context { now: 1 }).unwrap();
    for event in &events {
        state.apply(state.seq() + 1, event);
    }
    to_string(&events).unwrap()
}
