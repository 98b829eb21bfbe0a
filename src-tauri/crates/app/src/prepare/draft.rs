//! The open draft: the one path on which a preparer's decisions are taken, and what follows from them.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use preparation::{Command, Lists, SourceId, State, WorkLanguage};
use protocol::{Failure, PrepareDone};
use workshop::CommandId;

use super::bench::Bench;
use super::book::{Book, PrepareOrder};
use super::found::Found;
use super::source::{Kept, Sources, key};
use crate::Language;
use crate::desk::lock;

/// The id of the command that begins a draft.
const BEGIN: &str = "begin";

/// An open draft.
pub struct Draft {
    path: PathBuf,
    book: Mutex<Book>,
    sources: Mutex<Arc<Sources>>,
    /// What was found in which sources.
    found: Mutex<Option<(Vec<SourceId>, Arc<Found>)>>,
    /// What the stories come to, after which event.
    bench: Mutex<Option<(u64, Arc<Bench>)>>,
    failing: AtomicBool,
    unsaved: AtomicBool,
}

impl Draft {
    /// Begins a draft in a new file.
    ///
    /// # Errors
    /// Why it cannot begin; no file is left behind then.
    pub fn begin(path: &Path, name: &str, language: Language, now: u64) -> Result<Self, Failure> {
        let command = Command::Begin {
            name: name.to_owned(),
            theme: String::new(),
            set: String::new(),
            provenance: String::new(),
            language: match language {
                Language::Nl => WorkLanguage::Nl,
                Language::En => WorkLanguage::En,
            },
        };
        let order = PrepareOrder::own(CommandId(BEGIN.to_owned()), command);
        Ok(Self::of(
            path,
            Book::create(path, order, now)?,
            Sources::default(),
        ))
    }

    /// Opens a draft.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let book = Book::open(path)?;
        let sources = Sources::read(&book)?;
        Ok(Self::of(path, book, sources))
    }

    fn of(path: &Path, book: Book, sources: Sources) -> Self {
        Self {
            path: path.to_owned(),
            book: Mutex::new(book),
            sources: Mutex::new(Arc::new(sources)),
            found: Mutex::default(),
            bench: Mutex::default(),
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

    /// The decisions as they are now.
    pub fn state(&self) -> Arc<State> {
        lock(&self.book).state()
    }

    /// The language of the texts of the work.
    pub fn language(&self) -> Language {
        match self.state().work().map(|work| work.language) {
            Some(WorkLanguage::En) => Language::En,
            Some(WorkLanguage::Nl) | None => Language::Nl,
        }
    }

    /// The word lists of the language of the work.
    pub(super) fn lists(&self) -> Lists {
        let language = self.language();
        let list = |name: &str| {
            language
                .list(&format!("wording.list.{name}"))
                .map(str::to_owned)
                .collect()
        };
        Lists {
            judging: list("judging"),
            causal: list("causal"),
            innocent: list("innocent"),
            stop: list("stop"),
            denying: list("denying"),
        }
    }

    /// Carries commands out in order, in one commit; the answers stand in the same order.
    pub fn submit(&self, orders: &[PrepareOrder], now: u64) -> Vec<Result<u64, Failure>> {
        let answered = lock(&self.book).submit(orders, now);
        let failing = matches!(answered, Err(Failure::CannotWrite { .. }));
        self.failing.store(failing, Ordering::Relaxed);
        match answered {
            Ok(answers) => {
                self.unsaved.store(true, Ordering::Relaxed);
                answers
            }
            Err(failure) => orders.iter().map(|_| Err(failure.clone())).collect(),
        }
    }

    /// Carries one command out.
    pub(super) fn order(&self, order: PrepareOrder, now: u64) -> Result<PrepareDone, Failure> {
        let answer = self.submit(&[order], now).into_iter().next();
        let seq = answer.unwrap_or(Err(Failure::Defect {
            trace: "no answer".to_owned(),
        }))?;
        Ok(self.done(seq))
    }

    pub(super) fn done(&self, seq: u64) -> PrepareDone {
        let state = self.state();
        let count = |steps: usize| u32::try_from(steps).unwrap_or(u32::MAX);
        PrepareDone {
            seq,
            undo: count(state.undoable()),
            redo: count(state.redoable()),
        }
    }

    /// Takes an export in: its stories are kept in the same commit as the decision.
    pub(super) fn take(
        &self,
        mut order: PrepareOrder,
        id: &SourceId,
        kept: Kept,
        now: u64,
    ) -> Result<PrepareDone, Failure> {
        let body = crate::batch::hash(&order.command)?;
        if let Some(seq) = lock(&self.book).known(&order.id, &body)? {
            return Ok(self.done(seq));
        }
        order.keep.push((key(id), crate::batch::json(&kept)?));
        // Before the commit: whoever looks right after it must find the stories. Stories without a decision are nobody's.
        let before = self.sources();
        *lock(&self.sources) = Arc::new(before.with(id.clone(), kept));
        let done = self.order(order, now);
        if done.is_err() {
            *lock(&self.sources) = before;
        }
        done
    }

    /// The stories as they were taken in.
    pub(super) fn sources(&self) -> Arc<Sources> {
        Arc::clone(&lock(&self.sources))
    }

    /// What the program found in them.
    pub(super) fn found(&self) -> Arc<Found> {
        let (state, sources) = (self.state(), self.sources());
        let of: Vec<SourceId> = state.sources().iter().map(|it| it.id.clone()).collect();
        let mut found = lock(&self.found);
        match &*found {
            Some((known, found)) if *known == of => Arc::clone(found),
            _ => {
                let fresh = Arc::new(Found::of(&state, &sources));
                *found = Some((of, Arc::clone(&fresh)));
                fresh
            }
        }
    }

    /// What the stories that stay come to.
    pub(crate) fn bench(&self) -> Result<Arc<Bench>, Failure> {
        let (state, content) = {
            let book = lock(&self.book);
            (book.state(), book.content())
        };
        let mut bench = lock(&self.bench);
        if let Some((known, bench)) = &*bench
            && *known == content
        {
            return Ok(Arc::clone(bench));
        }
        let fresh = Arc::new(Bench::of(&self.path, &state, &self.sources())?);
        *bench = Some((content, Arc::clone(&fresh)));
        Ok(fresh)
    }
}
