//! The ledger with the draft: the state that is one commit ahead of what screens see.

use std::collections::BTreeSet;
use std::path::Path;

use ledger::{Commit, ErrorKind, Ledger};
use protocol::{Caller, Failure, Reply};
use serde::de::DeserializeOwned;
use workshop::{Command, Context, Event, Refusal, State, decide};

use super::{Activity, Order, Pending, keep};
use crate::batch::{Batch, Known, hash, json};
use crate::eyes::Eyes;
use crate::file;
use crate::reading::Shelf;
use crate::roles::{for_command, may_command};

/// The id of the command that begins a session.
const BEGIN: &str = "begin";

/// The ledger with the draft.
pub(super) struct Book {
    ledger: Ledger,
    /// The state with all that was taken.
    draft: State,
    /// Whether the draft is what is on disk, but for what was taken. False while a commit is under way: one that was broken off,
    /// by an error or a panic, is followed by reading back.
    sound: bool,
    batch: Batch,
    to_show: Vec<(u64, Event)>,
    kept: BTreeSet<String>,
    activity: Activity,
}

impl Book {
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let ledger = Ledger::open(path).map_err(|error| failure_of(&error))?;
        let mut book = Self::of(ledger)?;
        book.read_back()?;
        Ok(book)
    }

    pub fn create(
        path: &Path,
        command: &Command,
        now: u64,
        shelf: &Shelf,
    ) -> Result<Self, Failure> {
        // The rules first: a session that cannot begin leaves no file behind.
        decide(&State::default(), command, &Context { now })
            .map_err(|refusal| Failure::Refused { refusal })?;
        let ledger = Ledger::create(path).map_err(|error| failure_of(&error))?;
        let mut book = Self::of(ledger)?;
        book.ready()?;
        let begin = Order {
            keep: keep::set(shelf).into_iter().collect(),
            ..Order::own(BEGIN.into(), command.clone()).at(Some(now))
        };
        book.take(&Caller::Facilitator, &begin, now, Some(shelf));
        book.commit()?;
        book.to_show.clear();
        Ok(book)
    }

    fn of(ledger: Ledger) -> Result<Self, Failure> {
        let kept = ledger
            .kept_keys()
            .map_err(|error| failure_of(&error))?
            .into_iter()
            .collect();
        Ok(Self {
            ledger,
            draft: State::default(),
            sound: true,
            batch: Batch::default(),
            to_show: Vec::new(),
            kept,
            activity: Activity::default(),
        })
    }

    pub fn activity(&self) -> &Activity {
        &self.activity
    }

    pub fn draft(&self) -> &State {
        &self.draft
    }

    /// Gets ready for a commit; reads back what is on disk where the last one was broken off.
    pub fn ready(&mut self) -> Result<(), Failure> {
        if !self.sound || self.ledger.needs_recovery() {
            self.ledger.recover().map_err(|error| failure_of(&error))?;
            self.read_back()?;
        }
        self.sound = false;
        Ok(())
    }

    /// Takes a command into the commit that is under way. What a caller may is asked of the draft: a command may be about what
    /// an earlier one of the same commit makes.
    pub fn take(
        &mut self,
        caller: &Caller,
        order: &Order,
        now: u64,
        shelf: Option<&Shelf>,
    ) -> Pending {
        match self.decided(caller, order, now, shelf) {
            Ok(pending) => pending,
            Err(failure) => Pending::Now(Reply::Failed(failure)),
        }
    }

    fn decided(
        &mut self,
        caller: &Caller,
        order: &Order,
        now: u64,
        shelf: Option<&Shelf>,
    ) -> Result<Pending, Failure> {
        let eyes = Eyes::of(caller, &self.draft);
        let role = eyes.as_ref().map(|eyes| eyes.role);
        let in_role = role.is_some_and(|role| for_command(&order.command).contains(&role));
        if !order.own && !in_role {
            return Err(Failure::NotAllowed);
        }
        let id = &order.id;
        let hash = match &order.then {
            None => hash(&order.command)?,
            Some(then) => hash(&(&order.command, then))?,
        };
        match self.batch.known(&self.ledger, id, &hash, failure_of)? {
            Some(Known::Under(seq)) => return Ok(Pending::Once(seq)),
            Some(Known::Written(seq)) => return Ok(Pending::Now(Reply::Done { seq })),
            None => {}
        }
        let may = eyes.is_some_and(|eyes| may_command(&eyes, &self.draft, &order.command));
        if !order.own && !may {
            return Err(Failure::NotAllowed);
        }
        let at = order.at.unwrap_or(now);
        let events = self
            .events(order, &Context { now: at })
            .map_err(|refusal| Failure::Refused { refusal })?;
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
        for event in events {
            if let Some((key, value)) = shelf.and_then(|shelf| keep::story(&event, shelf))
                && self.kept.insert(key.clone())
            {
                commit.keep.push((key, value));
            }
            let seq = self.draft.seq() + 1;
            self.draft.apply(seq, &event);
            self.activity.note(&self.draft, &event, at);
            self.to_show.push((seq, event));
        }
        let seq = self.draft.seq();
        self.batch.add(commit, seq);
        Ok(Pending::Once(seq))
    }

    /// What an order comes to.
    fn events(&self, order: &Order, context: &Context) -> Result<Vec<Event>, Refusal> {
        let mut events = decide(&self.draft, &order.command, context)?;
        if let Some(then) = &order.then {
            let mut ahead = self.draft.clone();
            for event in &events {
                ahead.apply(ahead.seq() + 1, event);
            }
            events.extend(decide(&ahead, then, context)?);
        }
        Ok(events)
    }

    /// Writes what was taken. After an error nothing of it counts.
    pub fn commit(&mut self) -> Result<(), Failure> {
        let written = self.batch.write(&mut self.ledger);
        if written.is_err() {
            self.to_show.clear();
        }
        written?;
        self.sound = true;
        Ok(())
    }

    /// The events that were written and not shown yet.
    pub fn events_to_show(&mut self) -> Vec<(u64, Event)> {
        std::mem::take(&mut self.to_show)
    }

    /// What is kept under a key.
    pub fn kept<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        let value = self.ledger.kept(key).ok().flatten()?;
        serde_json::from_slice(&value).ok()
    }

    /// What is kept under a key, as it is.
    pub fn kept_bytes(&self, key: &str) -> Option<Vec<u8>> {
        self.ledger.kept(key).ok().flatten()
    }

    /// What is kept under a key; where there was nothing, `new` is kept from now on.
    pub fn kept_or(&mut self, key: &str, new: impl FnOnce() -> String) -> Result<String, Failure> {
        if let Some(known) = self.kept(key) {
            return Ok(known);
        }
        self.ready()?;
        let value = new();
        let commit = Commit {
            command_id: format!("keep-{key}"),
            keep: vec![(key.to_owned(), json(&value)?)],
            ..Commit::default()
        };
        self.batch.add(commit, self.draft.seq());
        self.commit()?;
        Ok(value)
    }

    pub fn backup(&self, to: &Path) -> Result<(), ledger::Error> {
        self.ledger.backup(to).map(drop)
    }

    /// Makes the draft what is on disk.
    fn read_back(&mut self) -> Result<(), Failure> {
        self.batch.clear();
        self.to_show.clear();
        let (mut draft, mut activity) = (State::default(), Activity::default());
        for entry in self.ledger.events() {
            let entry = entry.map_err(|error| failure_of(&error))?;
            // An event that is not known here was written by a newer program.
            let event = serde_json::from_slice(&entry.payload)
                .map_err(|_| file::bad(self.ledger.path(), "session_newer", Vec::new()))?;
            draft.apply(entry.seq, &event);
            activity.note(&draft, &event, entry.at);
        }
        (self.draft, self.activity) = (draft, activity);
        self.kept = self
            .ledger
            .kept_keys()
            .map_err(|error| failure_of(&error))?
            .into_iter()
            .collect();
        Ok(())
    }
}

/// What an error of the ledger means for who asked.
pub(crate) fn failure_of(error: &ledger::Error) -> Failure {
    let path = file::text(&error.path);
    let bad = |reason| file::bad(&error.path, reason, Vec::new());
    match &error.kind {
        ErrorKind::Missing => Failure::FileMissing { path },
        ErrorKind::Exists => Failure::FileExists { path },
        ErrorKind::InUse => Failure::FileInUse { path },
        ErrorKind::NotALedger => bad("session_not_one"),
        ErrorKind::Newer { .. } => bad("session_newer"),
        ErrorKind::Damaged { .. } => bad("session_damaged"),
        ErrorKind::Setting { name } => {
            file::bad(&error.path, "session_setting", vec![("name", name.clone())])
        }
        ErrorKind::CannotWrite | ErrorKind::NeedsRecovery => Failure::CannotWrite { path },
        ErrorKind::CannotRead => bad("unreadable"),
        ErrorKind::CommandExists { .. } => Failure::Defect {
            trace: error.to_string(),
        },
    }
}
