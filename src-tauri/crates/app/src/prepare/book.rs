//! The ledger of a draft with the state that follows from it.
//!
//! As in a session: the id, then the rules, then the disk, then the state, and only then the answer. There is one preparer, so no one
//! waits for the disk with others; a list of commands still goes in one commit.

use std::path::Path;
use std::sync::Arc;

use ledger::{Commit, Ledger};
use preparation::{Command, Context, Event, State, decide};
use protocol::Failure;
use workshop::CommandId;

use crate::batch::{Batch, Known, hash, json};
use crate::file;
use crate::sitting::failure_of;

/// A command of a preparer on its way.
#[derive(Clone, Debug)]
pub struct PrepareOrder {
    /// Its id.
    pub id: CommandId,
    /// What is asked.
    pub command: Command,
    /// When it was given (milliseconds since 1970), where it is not now.
    pub at: Option<u64>,
    /// Whether the program itself gives it.
    pub(super) own: bool,
    /// What is kept beside the events, by key.
    pub(super) keep: Vec<(String, Vec<u8>)>,
}

impl PrepareOrder {
    /// A command as a preparer gives it.
    pub fn new(id: CommandId, command: Command) -> Self {
        Self {
            id,
            command,
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
    pub(super) fn own(id: CommandId, command: Command) -> Self {
        Self {
            own: true,
            ..Self::new(id, command)
        }
    }

    /// Whether only the program itself may give it: what goes with it cannot come from a screen.
    fn is_own(&self) -> bool {
        matches!(
            self.command,
            Command::Begin { .. } | Command::TakeIn { .. } | Command::MarkPublished { .. }
        )
    }
}

/// The ledger with the state.
pub(super) struct Book {
    ledger: Ledger,
    state: Arc<State>,
    /// The last event that changed what the stories or questions are; figures made before it are old.
    content: u64,
    /// Whether the state is what is on disk. False while a commit is under way.
    sound: bool,
}

impl Book {
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let ledger = Ledger::open(path).map_err(|error| draft_failure(&error))?;
        let mut book = Self::of(ledger);
        book.read_back()?;
        if book.state.work().is_none() {
            return Err(file::bad(path, "draft_not_one", Vec::new()));
        }
        Ok(book)
    }

    /// Begins a draft in a new file.
    pub fn create(path: &Path, order: PrepareOrder, now: u64) -> Result<Self, Failure> {
        // The rules first: what cannot begin leaves no file behind.
        decide(&State::default(), &order.command, &Context { now })
            .map_err(|refusal| Failure::Unprepared { refusal })?;
        let ledger = Ledger::create(path).map_err(|error| draft_failure(&error))?;
        let mut book = Self::of(ledger);
        for begun in book.submit(&[order], now)? {
            begun?;
        }
        Ok(book)
    }

    fn of(ledger: Ledger) -> Self {
        Self {
            ledger,
            state: Arc::default(),
            content: 0,
            sound: true,
        }
    }

    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state)
    }

    pub fn content(&self) -> u64 {
        self.content
    }

    /// The answer to a command that was written before: the last event then, after looking whether it is the same.
    pub fn known(&self, id: &CommandId, hash: &[u8]) -> Result<Option<u64>, Failure> {
        self.answer(&Batch::default(), id, hash)
    }

    fn answer(&self, batch: &Batch, id: &CommandId, hash: &[u8]) -> Result<Option<u64>, Failure> {
        let known = batch.known(&self.ledger, id, hash, draft_failure)?;
        Ok(known.map(|(Known::Under(seq) | Known::Written(seq))| seq))
    }

    /// Carries commands out in order, in one commit; gives for each the last event after it, or why nothing came of it.
    ///
    /// # Errors
    /// That nothing can be written; then nothing of it counts.
    pub fn submit(
        &mut self,
        orders: &[PrepareOrder],
        now: u64,
    ) -> Result<Vec<Result<u64, Failure>>, Failure> {
        if !self.sound || self.ledger.needs_recovery() {
            self.ledger
                .recover()
                .map_err(|error| draft_failure(&error))?;
            self.read_back()?;
        }
        self.sound = false;
        let mut batch = Batch::default();
        let answers = orders
            .iter()
            .map(|order| self.take(order, now, &mut batch))
            .collect();
        batch.write(&mut self.ledger)?;
        self.sound = true;
        Ok(answers)
    }

    fn take(&mut self, order: &PrepareOrder, now: u64, batch: &mut Batch) -> Result<u64, Failure> {
        if order.is_own() && !order.own {
            return Err(Failure::BadRequest);
        }
        let id = &order.id;
        let hash = hash(&order.command)?;
        if let Some(seq) = self.answer(batch, id, &hash)? {
            return Ok(seq);
        }
        let at = order.at.unwrap_or(now);
        let events = decide(&self.state, &order.command, &Context { now: at })
            .map_err(|refusal| Failure::Unprepared { refusal })?;
        let mut commit = Commit {
            command_id: id.0.clone(),
            body_hash: hash,
            at,
            keep: order.keep.clone(),
            ..Commit::default()
        };
        for event in &events {
            commit.events.push(json(event)?);
        }
        for event in &events {
            self.apply(event);
        }
        let seq = self.state.seq();
        batch.add(commit, seq);
        Ok(seq)
    }

    fn apply(&mut self, event: &Event) {
        let seq = self.state.seq() + 1;
        // Screens that still look at the state keep it as it was; mostly nobody does, and nothing is copied.
        Arc::make_mut(&mut self.state).apply(seq, event);
        if changes_content(event) {
            self.content = seq;
        }
    }

    /// What is kept under a key, as it is.
    pub fn kept(&self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.ledger.kept(key).map_err(|error| draft_failure(&error))
    }

    /// The keys of all that is kept.
    pub fn kept_keys(&self) -> Result<Vec<String>, Failure> {
        self.ledger
            .kept_keys()
            .map_err(|error| draft_failure(&error))
    }

    pub fn backup(&self, to: &Path) -> Result<(), ledger::Error> {
        self.ledger.backup(to).map(drop)
    }

    /// Makes the state what is on disk.
    fn read_back(&mut self) -> Result<(), Failure> {
        let mut events = Vec::new();
        for (nth, entry) in self.ledger.events().enumerate() {
            let entry = entry.map_err(|error| draft_failure(&error))?;
            // An event that is not known was written by a newer program; a first one that is not known, by a session.
            let reason = if nth == 0 {
                "draft_not_one"
            } else {
                "draft_newer"
            };
            let event: Event = serde_json::from_slice(&entry.payload)
                .map_err(|_| file::bad(self.ledger.path(), reason, Vec::new()))?;
            events.push(event);
        }
        self.state = Arc::default();
        self.content = 0;
        for event in &events {
            self.apply(event);
        }
        Ok(())
    }
}

/// Whether an event may change stories or questions, and not only what the preparer makes of them.
fn changes_content(event: &Event) -> bool {
    match event {
        Event::TriageSet { .. }
        | Event::SelectionSet { .. }
        | Event::SelectionRemoved { .. }
        | Event::ObservationAdded { .. }
        | Event::ObservationChanged { .. }
        | Event::ObservationMoved { .. }
        | Event::ObservationRemoved { .. }
        | Event::InterpretationAdded { .. }
        | Event::InterpretationChanged { .. }
        | Event::InterpretationRemoved { .. }
        | Event::InterpretationsOrdered { .. }
        | Event::PerspectiveAdded { .. }
        | Event::PerspectiveChanged { .. }
        | Event::PerspectiveMoved { .. }
        | Event::PerspectiveRemoved { .. }
        | Event::PerspectivesOrdered { .. }
        | Event::Bundled { .. }
        | Event::SupportSet { .. }
        | Event::LookedSet { .. }
        | Event::PublishedMarked { .. } => false,
        Event::Began { .. }
        | Event::AboutSet { .. }
        | Event::UsesSet { .. }
        | Event::SourceTaken { .. }
        | Event::SourceRemoved { .. }
        | Event::Judged { .. }
        | Event::MasksSet { .. }
        | Event::MasksReopened { .. }
        | Event::QuestionEdited { .. }
        | Event::QuestionsOrdered { .. }
        | Event::Recoded { .. }
        | Event::DerivedSet { .. }
        | Event::DerivedRemoved { .. }
        | Event::ScopeSet { .. }
        | Event::QuestionsKept { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => true,
    }
}

/// What an error of the ledger means for a preparer: the same, with the words of a draft.
fn draft_failure(error: &ledger::Error) -> Failure {
    match failure_of(error) {
        Failure::BadFile {
            path,
            reason,
            params,
        } => Failure::BadFile {
            path,
            reason: match reason.as_str() {
                "session_not_one" => "draft_not_one".to_owned(),
                "session_newer" => "draft_newer".to_owned(),
                "session_damaged" => "draft_damaged".to_owned(),
                _ => reason,
            },
            params,
        },
        other => other,
    }
}
