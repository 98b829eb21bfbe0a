//! The whole of it: one value that answers every request.

pub(crate) mod backup;
mod files;
mod read;
mod sheets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use protocol::{Caller, Failure, Push, Reply, Request};
use stories::OptionId;
use workshop::State;

use crate::edges::Edges;
use crate::eyes::Eyes;
use crate::house::Last;
use crate::lan::Lan;
use crate::photo::Photos;
use crate::prepare::Preparing;
use crate::reading::Shelf;
use crate::roles::may;
use crate::room::Room;
use crate::sitting::{Order, Sitting};
use backup::Backups;

/// The program without window and network.
pub struct App {
    pub(crate) edges: Arc<Edges>,
    open: RwLock<Open>,
    pub(crate) last: Mutex<Last>,
    pub(crate) photos: Photos,
    proofs: sheets::Proofs,
    room: Arc<Room>,
    pub(crate) lan: OnceLock<Arc<dyn Lan>>,
    pub(crate) windows: OnceLock<Windows>,
    pub(crate) preparing: Preparing,
    /// Held while files are opened and closed, so that two screens do not do so at once.
    turning: Mutex<()>,
}

/// Opens the projector's page in a window of its own.
pub type Windows = Box<dyn Fn() + Send + Sync>;

/// What is open.
#[derive(Clone, Default)]
struct Open {
    shelf: Option<Arc<Shelf>>,
    sitting: Option<Arc<Sitting>>,
    backups: Option<Arc<Backups>>,
}

impl App {
    /// Nothing is open yet; what was open last is remembered in the folder: see [`Self::resume`].
    pub fn new(edges: Edges) -> Self {
        let last = Last::read(&edges.folder);
        Self {
            edges: Arc::new(edges),
            open: RwLock::default(),
            last: Mutex::new(last),
            photos: Photos::default(),
            proofs: sheets::Proofs::default(),
            room: Arc::default(),
            lan: OnceLock::new(),
            windows: OnceLock::new(),
            preparing: Preparing::default(),
            turning: Mutex::default(),
        }
    }

    /// Opens what was open last. What is not there any more is passed over: the first screen then shows what there is.
    pub fn resume(&self, caller: &Caller) {
        let last = lock(&self.last).clone();
        if let Some(path) = &last.snapshot {
            self.call(
                caller,
                Request::OpenSnapshot {
                    path: path.to_string_lossy().into_owned(),
                },
            );
        }
        if let Some(path) = &last.session {
            self.call(
                caller,
                Request::OpenSession {
                    path: path.to_string_lossy().into_owned(),
                },
            );
        }
        self.resume_draft(caller);
        if !last.route.is_empty() {
            self.call(caller, Request::Remember { route: last.route });
        }
    }

    /// Answers a request. Waits for the disk where that is needed; never panics.
    pub fn call(&self, caller: &Caller, request: Request) -> Reply {
        if let Err(failure) = self.may(caller, &request) {
            return Reply::Failed(failure);
        }
        let answered = catch_unwind(AssertUnwindSafe(|| self.answer(caller, request)));
        match answered {
            Ok(Ok(reply)) => reply,
            Ok(Err(failure)) => Reply::Failed(failure),
            Err(panic) => Reply::Failed(defect(panic.as_ref())),
        }
    }

    /// Carries commands out in order, in one commit; the answers stand in the same order.
    pub fn submit(&self, caller: &Caller, orders: Vec<Order>) -> Vec<Reply> {
        let count = orders.len();
        let Some(sitting) = self.open().sitting else {
            return vec![Reply::Failed(Failure::NoSession); count];
        };
        let now = (self.edges.now)();
        match catch_unwind(AssertUnwindSafe(|| sitting.submit(caller, orders, now))) {
            Ok(replies) => replies,
            Err(panic) => vec![Reply::Failed(defect(panic.as_ref())); count],
        }
    }

    /// Whether a caller may send a request now; otherwise why not.
    pub(crate) fn may(&self, caller: &Caller, request: &Request) -> Result<(), Failure> {
        let sitting = self.open().sitting;
        let state = sitting.as_ref().map(|sitting| sitting.state());
        let nothing = State::default();
        let eyes = Eyes::of(caller, state.as_deref().unwrap_or(&nothing));
        let allowed = eyes
            .as_ref()
            .map(|eyes| may(eyes, state.as_deref(), request));
        drop(state);
        match (allowed, sitting) {
            (Some(true), _) => Ok(()),
            (Some(false), _) => Err(Failure::NotAllowed),
            (None, Some(sitting)) => Err(sitting.stranger(caller)),
            (None, None) => Err(Failure::NoSession),
        }
    }

    pub(crate) fn room(&self) -> &Arc<Room> {
        &self.room
    }

    pub(crate) fn now(&self) -> u64 {
        (self.edges.now)()
    }

    /// 32 random bytes.
    pub(crate) fn drawn(&self) -> [u8; 32] {
        (self.edges.draw)()
    }

    /// The role types with their words.
    pub(crate) fn voices(&self) -> Vec<(OptionId, String)> {
        let open = self.open();
        match (&open.shelf, &open.sitting) {
            (Some(shelf), _) => shelf.voices(),
            (None, Some(sitting)) => sitting
                .kept_set()
                .map(|kept| kept.voices)
                .unwrap_or_default(),
            (None, None) => Vec::new(),
        }
    }

    /// Makes a last backup and closes the session; for the end of the program.
    pub fn close(&self) {
        let open = std::mem::take(&mut *self.open.write().unwrap_or_else(PoisonError::into_inner));
        if let (Some(backups), Some(sitting)) = (&open.backups, &open.sitting) {
            backups.now(&**sitting);
        }
        self.preparing.close();
    }

    fn answer(&self, caller: &Caller, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::Command { id, command } => self.order(caller, Order::new(id, command)),
            Request::View
            | Request::Since { .. }
            | Request::Snapshot
            | Request::Chart { .. }
            | Request::Stories { .. }
            | Request::Story { .. }
            | Request::Watch
            | Request::Advice { .. }
            | Request::PosterPreview { .. } => self.read(caller, request),
            Request::SheetPreview { .. }
            | Request::CardStories { .. }
            | Request::PrintSheets { .. }
            | Request::PrintSet { .. } => self.on_paper(request),
            Request::Sheet { path } => self.sheet(Path::new(&path)),
            Request::Home => Ok(self.home()),
            Request::OpenSnapshot { path } => self.open_snapshot(Path::new(&path), None),
            Request::UnlockSnapshot { path, passphrase } => {
                self.open_snapshot(Path::new(&path), Some(&passphrase))
            }
            Request::NewSession { session } => self.new_session(&session),
            Request::OpenSession { path } => self.open_session(Path::new(&path)),
            Request::CloseSession => self.close_session(),
            Request::Remember { route } => self.remember(route),
            Request::Joining => self.joining(caller),
            Request::Join { id, who } => self.join(caller, &id, &who),
            // Only a line can type: whoever has none is not seen.
            Request::Typing { .. } => Err(Failure::BadRequest),
            Request::PhotoPart { .. } | Request::Photo { .. } => self.photo(caller, request),
            Request::Screen => self.screen(),
            Request::Lan
            | Request::LanStart { .. }
            | Request::LanStop
            | Request::LanUnlock
            | Request::SetWifi { .. } => self.network(request),
            Request::OpenScreen => Ok(self.open_screen()),
            Request::Prepare { ask } => self.prepare(*ask),
        }
    }

    /// Carries one command out.
    pub(crate) fn order(&self, caller: &Caller, order: Order) -> Result<Reply, Failure> {
        let reply = self.submit(caller, vec![order]).into_iter().next();
        reply.ok_or(Failure::Defect {
            trace: "no answer".to_owned(),
        })
    }

    fn open(&self) -> Open {
        self.open
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn sitting(&self) -> Result<Arc<Sitting>, Failure> {
        self.open().sitting.ok_or(Failure::NoSession)
    }

    /// The open snapshot; where it is missing, what is needed.
    pub(crate) fn shelf(&self) -> Result<Arc<Shelf>, Failure> {
        let open = self.open();
        match (open.shelf, open.sitting) {
            (Some(shelf), _) => Ok(shelf),
            (None, None) => Err(Failure::NoSnapshot),
            (None, Some(sitting)) => {
                let name = sitting
                    .state()
                    .session()
                    .map(|session| session.snapshot.name.clone())
                    .unwrap_or_default();
                Err(Failure::OtherSnapshot { name })
            }
        }
    }

    pub(crate) fn progress(&self, what: &str, done: u32, of: u32) {
        self.room.progress(Push::Progress {
            what: what.to_owned(),
            done,
            of,
        });
    }
}

fn defect(panic: &(dyn std::any::Any + Send)) -> Failure {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned());
    Failure::Defect {
        trace: words.unwrap_or_else(|| "a panic without words".to_owned()),
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
