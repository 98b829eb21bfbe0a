//! An open session: the one path on which commands are carried out.
//!
//! Role, then id, then whose it is, then the rules, then the disk, then the state, then everyone who listens, and only then the
//! answer. Commands that wait for the disk together are committed together.
//!
//! The id comes before whose it is: who sends a command again, because the answer was lost, gets that answer, also when the
//! thing is gone by now or the device sits at another table.

mod activity;
mod book;
mod keep;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard};

use protocol::{Caller, Delta, Entry, Failure, Reply, View, key_text};
use workshop::{Command, CommandId, Key, State};

use crate::eyes::Eyes;
use crate::reading::Shelf;
pub(crate) use activity::Activity;
use book::Book;
pub(crate) use book::failure_of;
pub(crate) use keep::KeptSet;

/// A command on its way.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its id.
    pub id: CommandId,
    /// What is asked.
    pub command: Command,
    /// What goes with it: both are carried out, or neither.
    pub(crate) then: Option<Command>,
    /// When it was given (milliseconds since 1970), where it is not now: a recorded stream is replayed with its own times.
    pub at: Option<u64>,
    /// Whether the program itself gives it, in answer to a request that was allowed.
    pub(crate) own: bool,
    /// What is kept beside the events, by key.
    pub(crate) keep: Vec<(String, Vec<u8>)>,
}

impl Order {
    /// A command as a caller gives it.
    pub fn new(id: CommandId, command: Command) -> Self {
        Self {
            id,
            command,
            then: None,
            at: None,
            own: false,
            keep: Vec::new(),
        }
    }

    /// The same, given at another time than now.
    pub fn at(self, at: Option<u64>) -> Self {
        Self { at, ..self }
    }

    /// A command that the program gives itself.
    pub(crate) fn own(id: CommandId, command: Command) -> Self {
        Self {
            own: true,
            ..Self::new(id, command)
        }
    }

    /// The same with another command that goes with it.
    pub(crate) fn with(self, then: Command) -> Self {
        Self {
            then: Some(then),
            ..self
        }
    }
}

/// Called after every change; what changed is read from the session.
pub(crate) type Tell = Box<dyn Fn() + Send + Sync>;

/// An open session.
pub struct Sitting {
    path: PathBuf,
    /// Tells this opening from every other.
    run: String,
    secret: OnceLock<String>,
    waiting: Mutex<Vec<Waiting>>,
    book: Mutex<Book>,
    state: RwLock<State>,
    activity: Mutex<Activity>,
    shelf: RwLock<Option<Arc<Shelf>>>,
    tell: Tell,
    failing: AtomicBool,
    unsaved: AtomicBool,
}

/// Orders of one caller that wait for the disk.
struct Waiting {
    caller: Caller,
    orders: Vec<Order>,
    now: u64,
    replies: Arc<Mutex<Option<Vec<Reply>>>>,
}

/// An answer while its commit is under way.
enum Pending {
    /// Nothing to wait for.
    Now(Reply),
    /// Safe once the commit is.
    Once(u64),
}

impl Sitting {
    /// Opens a session file.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        Self::open_telling(path, Box::new(|| ()))
    }

    pub(crate) fn open_telling(path: &Path, tell: Tell) -> Result<Self, Failure> {
        Ok(Self::with(path, Book::open(path)?, tell))
    }

    pub(crate) fn begin(
        path: &Path,
        command: &Command,
        now: u64,
        shelf: &Arc<Shelf>,
        tell: Tell,
    ) -> Result<Self, Failure> {
        let book = Book::create(path, command, now, shelf)?;
        let sitting = Self::with(path, book, tell);
        sitting.attach(Some(Arc::clone(shelf)));
        Ok(sitting)
    }

    fn with(path: &Path, book: Book, tell: Tell) -> Self {
        let state = book.draft().clone();
        let activity = book.activity().clone();
        Self {
            path: path.to_owned(),
            run: String::new(),
            secret: OnceLock::new(),
            waiting: Mutex::default(),
            book: Mutex::new(book),
            state: RwLock::new(state),
            activity: Mutex::new(activity),
            shelf: RwLock::default(),
            tell,
            failing: AtomicBool::new(false),
            unsaved: AtomicBool::new(true),
        }
    }

    /// Gives this opening a name that no other has.
    pub(crate) fn named(self, run: String) -> Self {
        Self { run, ..self }
    }

    /// Tells this opening from every other.
    pub(crate) fn run(&self) -> &str {
        &self.run
    }

    /// The secret that the keys of tables and seats are made of; `new` becomes it where there was none.
    pub(crate) fn secret(&self, new: impl FnOnce() -> String) -> Result<&str, Failure> {
        if let Some(known) = self.secret.get() {
            return Ok(known);
        }
        let kept = lock(&self.book).kept_or("secret", new)?;
        Ok(self.secret.get_or_init(|| kept))
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the last write failed, so that nothing is acknowledged.
    pub fn failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// The state as screens see it. To be held briefly, and without asking anything else of the session meanwhile: a commit that
    /// waits to show itself would be waited for, and would wait for this.
    pub fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The snapshot that quoted stories are kept from, where it is there.
    pub(crate) fn attach(&self, shelf: Option<Arc<Shelf>>) {
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = shelf;
    }

    /// Carries commands out, in order. Returns when each is safe on disk or refused; answers stand in the order of the commands.
    pub fn submit(&self, caller: &Caller, orders: Vec<Order>, now: u64) -> Vec<Reply> {
        let count = orders.len();
        if Eyes::of(caller, &self.state()).is_none() {
            return vec![Reply::Failed(self.stranger(caller)); count];
        }
        let replies = Arc::new(Mutex::new(None));
        lock(&self.waiting).push(Waiting {
            caller: caller.clone(),
            orders,
            now,
            replies: Arc::clone(&replies),
        });
        {
            // Whoever gets in first commits for all who wait; the others find their answers when they get in.
            let mut book = lock(&self.book);
            if lock(&replies).is_none() {
                let batch = std::mem::take(&mut *lock(&self.waiting));
                self.commit(&mut book, batch);
            }
        }
        let lost = Failure::Defect {
            trace: "a commit was broken off".to_owned(),
        };
        lock(&replies)
            .take()
            .unwrap_or_else(|| vec![Reply::Failed(lost); count])
    }

    /// Everything that a caller may see; `None` for a device without a seat.
    pub fn view(&self, caller: &Caller, now: u64) -> Option<View> {
        let state = self.state();
        let eyes = Eyes::of(caller, &state)?;
        let entities = state.entities().filter_map(|entity| {
            let key = key_text(&entity.key());
            Some(Entry {
                key,
                entity: eyes.see(&state, entity)?,
            })
        });
        Some(View {
            seq: state.seq(),
            entities: entities.collect(),
            now,
            run: self.run.clone(),
        })
    }

    /// What changed for a caller after an event; `None` where only a view can say that.
    pub fn since(&self, caller: &Caller, seq: u64, run: &str) -> Option<Delta> {
        if run != self.run {
            return None;
        }
        let state = self.state();
        let eyes = Eyes::of(caller, &state)?;
        gap(&state, caller, &eyes, (seq, seq))
    }

    /// Who a caller is at this moment, and where `at` is given what changed for them after the event that was looked at last, as
    /// the change from the event that was told last: one look, so that both are of the same moment.
    pub(crate) fn look(&self, caller: &Caller, at: Option<(u64, u64)>) -> Option<Look> {
        let state = self.state();
        let eyes = Eyes::of(caller, &state)?;
        Some(Look {
            code: eyes.table.and_then(|id| state.table(id)).map(|it| it.code),
            delta: at.and_then(|at| gap(&state, caller, &eyes, at)),
            eyes,
        })
    }

    /// Why a caller that is nobody here cannot go on: its place was taken away, or it is one of another session.
    pub(crate) fn stranger(&self, caller: &Caller) -> Failure {
        let gone = |key: &Key| match (caller, key) {
            (Caller::Seat(seat), Key::Seat(id)) => seat == id,
            (Caller::Guest(table), Key::Table(id)) => table == id,
            _ => false,
        };
        let state = self.state();
        if state.changed_since(0).any(|(key, _)| gone(key)) {
            Failure::SeatGone
        } else {
            Failure::NoSession
        }
    }

    /// When each table last did something.
    pub(crate) fn activity(&self) -> Activity {
        lock(&self.activity).clone()
    }

    /// What is kept in the file of the perspective set.
    pub(crate) fn kept_set(&self) -> Option<KeptSet> {
        lock(&self.book).kept("set")
    }

    /// What is kept in the file under a key.
    pub(crate) fn kept_bytes(&self, key: &str) -> Option<Vec<u8>> {
        lock(&self.book).kept_bytes(key)
    }

    /// What is kept in the file of a story.
    pub(crate) fn kept_story(&self, story: stories::StoryId) -> Option<protocol::StoryView> {
        lock(&self.book).kept(&keep::story_key(story))
    }

    /// Whether something happened since the last backup.
    pub(crate) fn unsaved(&self) -> bool {
        self.unsaved.load(Ordering::Relaxed)
    }

    /// Makes a verified copy.
    pub(crate) fn backup(&self, to: &Path) -> Result<(), ledger::Error> {
        let book = lock(&self.book);
        book.backup(to)?;
        self.unsaved.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Carries out what waits, in one commit, and answers everyone.
    fn commit(&self, book: &mut Book, batch: Vec<Waiting>) {
        let from = book.draft().seq();
        let shelf = self
            .shelf
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let pending: Result<Vec<Vec<Pending>>, Failure> = book.ready().map(|()| {
            let each = |waiting: &Waiting| {
                waiting
                    .orders
                    .iter()
                    .map(|order| book.take(&waiting.caller, order, waiting.now, shelf.as_deref()))
                    .collect()
            };
            batch.iter().map(each).collect()
        });
        let committed = pending.and_then(|pending| book.commit().map(|()| pending));
        let failing = matches!(committed, Err(Failure::CannotWrite { .. }));
        let turned = self.failing.swap(failing, Ordering::Relaxed) != failing;
        match committed {
            Ok(pending) => {
                self.show(book, from);
                for (waiting, pending) in batch.iter().zip(pending) {
                    let answer = |pending| match pending {
                        Pending::Now(reply) => reply,
                        Pending::Once(seq) => Reply::Done { seq },
                    };
                    *lock(&waiting.replies) = Some(pending.into_iter().map(answer).collect());
                }
            }
            Err(failure) => {
                for waiting in &batch {
                    *lock(&waiting.replies) =
                        Some(vec![Reply::Failed(failure.clone()); waiting.orders.len()]);
                }
            }
        }
        if turned {
            (self.tell)();
        }
    }

    /// Lets screens see what is safe on disk now.
    fn show(&self, book: &mut Book, from: u64) {
        let events = book.events_to_show();
        if events.is_empty() && self.state().seq() == book.draft().seq() {
            return;
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if state.seq() == from && !events.is_empty() {
            for (seq, event) in &events {
                state.apply(*seq, event);
            }
        }
        if state.seq() != book.draft().seq() {
            // A write that was thought lost was read back.
            *state = book.draft().clone();
        }
        drop(state);
        *lock(&self.activity) = book.activity().clone();
        self.unsaved.store(true, Ordering::Relaxed);
        (self.tell)();
    }
}

/// What a caller sees at one moment.
pub(crate) struct Look {
    pub eyes: Eyes,
    /// How often the code of the caller's table was renewed.
    pub code: Option<u16>,
    /// What changed; `None` where that was not asked, or only a view can say it.
    pub delta: Option<Delta>,
}

/// What changed for a caller; `None` where it cannot be said as a change.
fn gap(state: &State, caller: &Caller, eyes: &Eyes, (told, scanned): (u64, u64)) -> Option<Delta> {
    // A device that came to another table lacks all that was there before.
    let moved = matches!(caller, Caller::Seat(id)
        if state.changed_since(scanned).any(|(key, _)| *key == Key::Seat(id.clone())));
    (!moved && scanned <= state.seq()).then(|| delta(state, eyes, told, scanned))
}

fn delta(state: &State, eyes: &Eyes, from: u64, scanned: u64) -> Delta {
    let mut delta = Delta {
        from,
        seq: state.seq(),
        upserts: Vec::new(),
        removals: Vec::new(),
    };
    for (key, _) in state.changed_since(scanned) {
        let Some(entity) = state.entity(key) else {
            delta.removals.push(key_text(key));
            continue;
        };
        let may_have_seen = eyes.may_have_seen(&entity);
        match eyes.see(state, entity) {
            Some(entity) => delta.upserts.push(Entry {
                key: key_text(key),
                entity,
            }),
            None if may_have_seen => delta.removals.push(key_text(key)),
            None => {}
        }
    }
    delta
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
