//! Who is connected, and what they are told beside the session: nothing of it lasts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use protocol::{Caller, Push, Typist};
use workshop::SeatId;

/// Called when there may be something new for a line. It must not wait.
pub type Wake = Box<dyn Fn() + Send + Sync>;

/// Who says nothing more about typing for this long (milliseconds) no longer types.
const TYPES: u64 = 6_000;
/// How often is looked whether someone no longer types.
const LOOK: Duration = Duration::from_secs(3);

/// The lines that are open, and how often each thing that they are told of changed.
#[derive(Default)]
pub(crate) struct Room(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    next: u64,
    lines: BTreeMap<u64, (Caller, Wake)>,
    typing: BTreeMap<u64, (Arc<Typist>, u64)>,
    /// Whether a thread looks who no longer types.
    watched: bool,
    progress: Option<Push>,
    addresses: Arc<Vec<String>>,
    now: Counts,
}

/// How often things changed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub opened: u64,
    pub lan: u64,
    pub addresses: u64,
    pub progress: u64,
}

/// What there is to tell.
pub(crate) struct News {
    pub now: Counts,
    /// Who types, with the number of the line.
    pub typing: Vec<(u64, Arc<Typist>)>,
    pub progress: Option<Push>,
    pub addresses: Arc<Vec<String>>,
}

impl Room {
    /// Adds a line; gives its number and what it has not been told yet.
    pub fn enter(&self, caller: Caller, wake: Wake) -> (u64, Counts) {
        let mut inside = self.inside();
        inside.next += 1;
        let id = inside.next;
        inside.lines.insert(id, (caller, wake));
        inside.now.lan += 1;
        let counts = Counts {
            addresses: 0,
            ..inside.now
        };
        inside.wake();
        (id, counts)
    }

    /// Takes a line away.
    pub fn leave(&self, id: u64) {
        let mut inside = self.inside();
        inside.lines.remove(&id);
        inside.typing.remove(&id);
        inside.now.lan += 1;
        inside.wake();
    }

    /// Lets every line look for what is new.
    pub fn wake(&self) {
        self.inside().wake();
    }

    /// Lets one line look for what is new.
    pub fn wake_one(&self, line: u64) {
        if let Some((_, wake)) = self.inside().lines.get(&line) {
            wake();
        }
    }

    /// Another session or snapshot is open, or none.
    pub fn opened(&self) {
        self.change(|inside| {
            inside.typing.clear();
            inside.now.opened += 1;
        });
    }

    /// Something of the LAN changed.
    pub fn lan(&self) {
        self.change(|inside| inside.now.lan += 1);
    }

    /// The laptop can be reached at these addresses.
    pub fn reached_at(&self, addresses: Vec<String>) {
        self.change(|inside| {
            if *inside.addresses != addresses {
                inside.addresses = Arc::new(addresses);
                inside.now.addresses += 1;
            }
        });
    }

    /// A longer piece of work goes on.
    pub fn progress(&self, progress: Push) {
        self.change(|inside| {
            inside.progress = Some(progress);
            inside.now.progress += 1;
        });
    }

    /// A line types somewhere, or nowhere any more.
    pub fn types(self: &Arc<Self>, line: u64, typist: Option<Typist>, now: u64) {
        let mut inside = self.inside();
        if !inside.lines.contains_key(&line) {
            return;
        }
        let before = match &typist {
            Some(typist) => {
                let until = now.saturating_add(TYPES);
                let typist = Arc::new(typist.clone());
                inside.typing.insert(line, (typist, until))
            }
            None => inside.typing.remove(&line),
        };
        if before.as_ref().map(|(typist, _)| &**typist) != typist.as_ref() {
            inside.wake();
        }
        if !inside.typing.is_empty() && !inside.watched {
            let room = Arc::downgrade(self);
            // Without a thread it shows a little longer.
            let started = std::thread::Builder::new()
                .name("typing".to_owned())
                .spawn(move || watch(&room));
            inside.watched = started.is_ok();
        }
    }

    /// What there is to tell now.
    pub fn news(&self, now: u64) -> News {
        let mut inside = self.inside();
        inside.typing.retain(|_, (_, until)| *until > now);
        let typing = inside.typing.iter();
        News {
            now: inside.now,
            typing: typing
                .map(|(line, (typist, _))| (*line, Arc::clone(typist)))
                .collect(),
            progress: inside.progress.clone(),
            addresses: Arc::clone(&inside.addresses),
        }
    }

    /// The seats that are connected, each once, and how many projectors are.
    pub fn connected(&self) -> (Vec<SeatId>, u16) {
        let inside = self.inside();
        let mut seats: Vec<SeatId> = Vec::new();
        let mut screens: u16 = 0;
        for (caller, _) in inside.lines.values() {
            match caller {
                Caller::Seat(seat) if !seats.contains(seat) => seats.push(seat.clone()),
                Caller::Projector => screens = screens.saturating_add(1),
                Caller::Seat(_)
                | Caller::Facilitator
                | Caller::Guest(_)
                | Caller::DecisionMaker => {}
            }
        }
        (seats, screens)
    }

    fn change(&self, change: impl FnOnce(&mut Inside)) {
        let mut inside = self.inside();
        change(&mut inside);
        inside.wake();
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets every line look while someone types: who stops without saying so makes no other sign.
fn watch(room: &Weak<Room>) {
    loop {
        std::thread::sleep(LOOK);
        let Some(room) = room.upgrade() else { return };
        let mut inside = room.inside();
        inside.wake();
        if inside.typing.is_empty() {
            inside.watched = false;
            return;
        }
    }
}

impl Inside {
    fn wake(&self) {
        for (_, wake) in self.lines.values() {
            wake();
        }
    }
}
