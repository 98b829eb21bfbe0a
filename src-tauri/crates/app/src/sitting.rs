//! An open session: the one path on which commands are carried out.
//!
//! Role, then id, then the rules, then the disk, then the state, then everyone who listens, and only then the answer. Commands
//! that wait for the disk together are committed together.

mod activity;
mod book;
mod keep;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use protocol::{Caller, Delta, Entry, Failure, Reply, View, key_text};
use workshop::{Command, CommandId, State};

use crate::reading::Shelf;
use crate::roles::{Role, for_command};
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
    /// When it was given (milliseconds since 1970), where it is not now: a recorded stream is replayed with its own times.
    pub at: Option<u64>,
}

/// Told of every change, in order.
pub(crate) type Tell = Box<dyn Fn(Delta) + Send + Sync>;

/// An open session.
pub struct Sitting {
    path: PathBuf,
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
        Self::open_telling(path, Box::new(drop))
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

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the last write failed, so that nothing is acknowledged.
    pub fn failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// The state as screens see it.
    pub fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The snapshot that quoted stories are kept from, where it is there.
    pub(crate) fn attach(&self, shelf: Option<Arc<Shelf>>) {
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = shelf;
    }

    /// Carries commands out, in order. Returns when each is safe on disk or refused; answers stand in the order of the commands.
    pub fn submit(&self, caller: &Caller, orders: Vec<Order>, now: u64) -> Vec<Reply> {
        let role = Role::of(caller);
        let count = orders.len();
        let allowed: Vec<bool> = orders
            .iter()
            .map(|order| for_command(&order.command).contains(&role))
            .collect();
        let orders: Vec<Order> = orders
            .into_iter()
            .zip(&allowed)
            .filter(|(_, allowed)| **allowed)
            .map(|(order, _)| order)
            .collect();
        let replies = Arc::new(Mutex::new(None));
        lock(&self.waiting).push(Waiting {
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
        let mut done = lock(&replies).take().unwrap_or_default().into_iter();
        let lost = || {
            Reply::Failed(Failure::Defect {
                trace: "a commit was broken off".to_owned(),
            })
        };
        let answers = allowed.into_iter().map(|allowed| {
            if allowed {
                done.next().unwrap_or_else(lost)
            } else {
                Reply::Failed(Failure::NotAllowed)
            }
        });
        answers.take(count).collect()
    }

    /// Everything that a caller may see.
    pub fn view(&self, _: &Caller, now: u64) -> View {
        let state = self.state();
        let entities = state.entities().map(|entity| Entry {
            key: key_text(&entity.key()),
            entity,
        });
        View {
            seq: state.seq(),
            entities: entities.collect(),
            now,
        }
    }

    /// What changed since an event; `None` for a screen that claims to know what has not happened.
    pub fn since(&self, _: &Caller, seq: u64) -> Option<Delta> {
        let state = self.state();
        (seq <= state.seq()).then(|| delta(&state, seq))
    }

    /// When each table last did something.
    pub(crate) fn activity(&self) -> Activity {
        lock(&self.activity).clone()
    }

    /// What is kept in the file of the perspective set.
    pub(crate) fn kept_set(&self) -> Option<KeptSet> {
        lock(&self.book).kept("set")
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
                    .map(|order| book.take(order, waiting.now, shelf.as_deref()))
                    .collect()
            };
            batch.iter().map(each).collect()
        });
        let committed = pending.and_then(|pending| book.commit().map(|()| pending));
        self.failing.store(
            matches!(committed, Err(Failure::CannotWrite { .. })),
            Ordering::Relaxed,
        );
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
    }

    /// Lets screens see what is safe on disk now.
    fn show(&self, book: &mut Book, from: u64) {
        let shown = self.state().seq();
        let events = book.events_to_show();
        if events.is_empty() && shown == book.draft().seq() {
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
        let told = delta(&state, shown);
        drop(state);
        *lock(&self.activity) = book.activity().clone();
        self.unsaved.store(true, Ordering::Relaxed);
        (self.tell)(told);
    }
}

fn delta(state: &State, from: u64) -> Delta {
    let mut delta = Delta {
        from,
        seq: state.seq(),
        upserts: Vec::new(),
        removals: Vec::new(),
    };
    for (key, _) in state.changed_since(from) {
        match state.entity(key) {
            Some(entity) => delta.upserts.push(Entry {
                key: key_text(key),
                entity,
            }),
            None => delta.removals.push(key_text(key)),
        }
    }
    delta
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
