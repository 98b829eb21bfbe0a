//! A room to try things in: a program on a folder of its own, with a clock that stands still, and devices that join.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail, and not every one uses all of this"
)]

pub mod picture;
pub mod random;
pub mod screen;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use app::{App, Edges, Lan, LanStatus, Line, Sitting};
use protocol::{
    Caller, Failure, JoinAs, LanWanted, Network, NetworkSort, NewSession, Reply, Request, Seated,
    View,
};
use random::Subjects;
use tempfile::TempDir;
use workshop::{Command, Context, ParticipantId, SeatId, SeatKind, State, TableId};

pub const ME: Caller = Caller::Facilitator;
pub const T1: TableId = TableId(1);
pub const T2: TableId = TableId(2);

/// A program on a folder of its own.
pub struct Room {
    pub app: Arc<App>,
    pub lan: Arc<Cable>,
    pub now: Arc<AtomicU64>,
    pub path: String,
    folder: TempDir,
    asked: AtomicU64,
}

/// A session of some tables, on a snapshot that is gone by now: opening it again takes no time.
pub fn room(tables: u8) -> Room {
    let memory = Path::new("/dev/shm");
    let folder = match memory.is_dir() {
        // Nothing here is about the disk.
        true => tempfile::tempdir_in(memory).unwrap(),
        false => tempfile::tempdir().unwrap(),
    };
    let now = Arc::new(AtomicU64::new(1_795_345_200_000));
    let (app, lan) = open(folder.path(), &now);
    let mut room = Room {
        app,
        lan,
        now,
        path: String::new(),
        folder,
        asked: AtomicU64::new(0),
    };
    room.begin(tables);
    room
}

fn open(folder: &Path, now: &Arc<AtomicU64>) -> (Arc<App>, Arc<Cable>) {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let clock = Arc::clone(now);
    let app = App::new(Edges {
        now: Box::new(move || clock.load(Ordering::Relaxed)),
        opener: None,
        dialogs: false,
        draw: Box::new(|| {
            let mut bytes = [7; 32];
            bytes[..8].copy_from_slice(&DRAWN.fetch_add(1, Ordering::Relaxed).to_le_bytes());
            bytes
        }),
        folder: folder.to_owned(),
    });
    let lan = Arc::new(Cable::default());
    app.set_lan(Arc::<Cable>::clone(&lan));
    (Arc::new(app), lan)
}

impl Room {
    /// Begins another session.
    pub fn begin(&mut self, tables: u8) {
        let session = NewSession {
            name: "Twente".into(),
            region: "Twente".into(),
            own_region: None,
            date: "2026-11-22".into(),
            tables,
        };
        let begin = || {
            self.app.call(
                &ME,
                Request::NewSession {
                    session: session.clone(),
                },
            )
        };
        let mut reply = begin();
        if reply == Reply::Failed(Failure::NoSnapshot) {
            self.snapshot();
            reply = begin();
        }
        match reply {
            Reply::Home(home) => self.path = home.session.unwrap().path,
            other => panic!("{other:?}"),
        }
    }

    fn snapshot(&self) {
        static SNAPSHOT: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = SNAPSHOT.get_or_init(|| snapshot::write(&fixture::round1(1)).unwrap());
        let file = self.folder().join("ronde 1.momentopname");
        std::fs::write(&file, bytes).unwrap();
        let path = file.to_string_lossy().into_owned();
        self.ask(&ME, Request::OpenSnapshot { path });
        std::fs::remove_file(file).unwrap();
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn backup(&self) -> PathBuf {
        let name = Path::new(&self.path).file_name().unwrap();
        self.folder().join("reservekopie").join(name)
    }

    /// Asks something that must not fail.
    pub fn ask(&self, caller: &Caller, request: Request) -> Reply {
        match self.app.call(caller, request) {
            Reply::Failed(failure) => panic!("{caller:?}: {failure:?}"),
            reply => reply,
        }
    }

    /// Why something fails.
    pub fn fails(&self, caller: &Caller, request: Request) -> Failure {
        match self.app.call(caller, request) {
            Reply::Failed(failure) => failure,
            reply => panic!("{reply:?}"),
        }
    }

    /// Carries a command out under a new id.
    pub fn send(&self, caller: &Caller, command: Command) -> Reply {
        let id = format!("t-{}", self.asked.fetch_add(1, Ordering::Relaxed));
        let id = id.as_str().into();
        self.app.call(caller, Request::Command { id, command })
    }

    /// The same, and it must be taken.
    pub fn done(&self, caller: &Caller, command: Command) {
        let reply = self.send(caller, command.clone());
        assert!(
            matches!(reply, Reply::Done { .. }),
            "{command:?}: {reply:?}"
        );
    }

    pub fn view(&self, caller: &Caller) -> View {
        match self.ask(caller, Request::View) {
            Reply::View(view) => view,
            other => panic!("{other:?}"),
        }
    }

    pub fn join(&self, table: TableId, id: &str, who: JoinAs) -> Result<Seated, Failure> {
        let id = SeatId(id.to_owned());
        match self
            .app
            .call(&Caller::Guest(table), Request::Join { id, who })
        {
            Reply::Seated(seated) => Ok(seated),
            Reply::Failed(failure) => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    /// Someone new joins with a phone.
    pub fn person(&self, table: TableId, name: &str) -> Caller {
        let who = JoinAs::New {
            name: name.to_owned(),
            role: None,
        };
        let id = format!("phone-of-{name}");
        Caller::Seat(self.join(table, &id, who).unwrap().seat)
    }

    /// A shared screen joins.
    pub fn scribe(&self, table: TableId, name: &str) -> Caller {
        Caller::Seat(self.join(table, name, JoinAs::Scribe).unwrap().seat)
    }

    /// Who sits behind a device.
    pub fn me(&self, caller: &Caller) -> workshop::ParticipantId {
        let Caller::Seat(id) = caller else {
            panic!("{caller:?}")
        };
        let seats = self.view(&ME).entities.into_iter();
        let mine = |entity| match entity {
            workshop::Entity::Seat(seat) if seat.id == *id => seat.participant,
            _ => None,
        };
        seats.map(|it| it.entity).find_map(mine).unwrap()
    }

    /// The state as it was written so far.
    pub fn written(&self) -> State {
        let copy = self.folder().join("copy");
        for ending in ["", "-wal"] {
            let from = format!("{}{ending}", self.path);
            std::fs::copy(from, format!("{}{ending}", copy.display())).unwrap();
        }
        let state = Sitting::open(&copy).unwrap().state().clone();
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", copy.display()));
        }
        state
    }

    /// What random commands are about, with people by their names.
    pub fn subjects<const N: usize>(
        &self,
        callers: &[Caller],
        people: [&str; N],
        stem: &str,
    ) -> Subjects {
        let state = self.written();
        let seat = |caller: &Caller| match caller {
            Caller::Seat(seat) => Some(seat.clone()),
            _ => None,
        };
        let person = |name: &str| {
            let mut all = state.participants();
            all.find(|it| it.name == name).unwrap().id.clone()
        };
        let set = &state.session().unwrap().snapshot.set;
        Subjects {
            tables: vec![T1, T2],
            people: people.map(person).into(),
            seats: callers.iter().filter_map(seat).collect(),
            perspectives: set.iter().map(|item| item.perspective.clone()).collect(),
            stem: stem.to_owned(),
            things: 6,
        }
    }

    /// Someone who is known takes a seat where they may, or a shared screen does; the state beside follows.
    pub fn again(
        &self,
        state: &mut State,
        table: TableId,
        id: &str,
        person: Option<&ParticipantId>,
    ) -> Option<SeatId> {
        let (kind, who) = match person.cloned() {
            Some(participant) => (SeatKind::Participant, JoinAs::Known { participant }),
            None => (SeatKind::Scribe, JoinAs::Scribe),
        };
        let seat = self.join(table, id, who).ok()?.seat;
        let take = Command::TakeSeat {
            id: seat.clone(),
            table,
            kind,
            participant: person.cloned(),
        };
        follow(state, &take, self.time());
        Some(seat)
    }

    /// What the clock says.
    pub fn time(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }

    /// A line, and how often it was woken.
    pub fn line(&self, caller: &Caller) -> (Line, Arc<AtomicU64>) {
        let woken = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&woken);
        let wake = Box::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        (self.app.line(caller.clone(), wake).unwrap(), woken)
    }

    /// The program ends without a word, and starts again on the same folder.
    pub fn restart(&mut self) {
        let (app, lan) = open(self.folder.path(), &self.now);
        self.app = app;
        self.lan = lan;
        let path = self.path.clone();
        self.open(&path);
    }

    /// Opens a session. The one before it may still be let go of.
    pub fn open(&self, path: &str) {
        for _ in 0..200 {
            let path = path.to_owned();
            match self.app.call(&ME, Request::OpenSession { path }) {
                Reply::Home(_) => return,
                Reply::Failed(Failure::FileInUse { .. }) => {
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                other => panic!("{other:?}"),
            }
        }
        panic!("{path} stays in use");
    }
}

/// The state that the program must have: the rules of the session, applied beside it.
pub fn follow(state: &mut State, command: &Command, now: u64) {
    let events = workshop::decide(state, command, &Context { now });
    for event in events.unwrap_or_default() {
        state.apply(state.seq() + 1, &event);
    }
}

/// A network that is always there.
#[derive(Default)]
pub struct Cable(pub Mutex<LanStatus>);

impl Lan for Cable {
    fn networks(&self) -> Vec<Network> {
        vec![Network {
            id: "eth0".into(),
            address: "192.168.8.2".into(),
            sort: NetworkSort::Cable,
        }]
    }

    fn start(&self, _: &LanWanted) -> Result<(), Failure> {
        *self.0.lock().unwrap() = LanStatus {
            network: self.networks().pop(),
            address: "192.168.8.2".into(),
            ..LanStatus::default()
        };
        Ok(())
    }

    fn stop(&self) {
        *self.0.lock().unwrap() = LanStatus::default();
    }

    fn status(&self) -> LanStatus {
        self.0.lock().unwrap().clone()
    }

    fn unlock(&self) {}
}
