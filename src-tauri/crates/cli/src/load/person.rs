//! One made-up person with a device: connects, does things, hears what is new, comes back after a lost connection, and compares in
//! the end.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hub::client::{Channel, Device, Spoken, Way};
use protocol::{Asked, Delta, Failure, Push, Reply, Request, Told, key_text};
use stories::StoryId;
use tokio::sync::Barrier;
use tokio::time::{Instant, sleep_until, timeout};
use workshop::{CommandId, Entity, Key, Refusal, SeatId};

use super::deeds::{Deed, Deeds, Verdict, Whose};
use super::flights::Flights;
use super::habit::{Act, Habit, revision};
use super::outbox::Outbox;
use super::screen::{Screen, entities};
use super::tally::Tally;

/// So long is waited for what should come at once.
const PATIENCE: Duration = Duration::from_secs(30);
/// After an attempt to connect that failed.
const PAUSE: Duration = Duration::from_millis(300);
/// So many questions are open at once.
const OPEN: usize = 16;

/// What all people share.
pub struct Shared {
    /// For each table the notes on their way.
    pub flights: Vec<Flights>,
    /// Passed when everyone is in, and again when everyone has done.
    pub gate: Barrier,
    pub work: Duration,
    /// The key of what the facilitator says last: who has it has all before.
    pub last: String,
    pub deeds: Mutex<Deeds>,
    pub verdicts: Mutex<BTreeMap<String, Verdict>>,
}

/// A place at a table that a device took.
pub struct Taken {
    pub whose: Whose,
    pub seat: SeatId,
    pub way: Way,
}

/// What was asked.
enum Asking {
    Command,
    /// What the screen builds on.
    Look,
    /// Something to read.
    Reading,
    Typing,
}

/// One made-up person with a device.
pub struct Person {
    shared: Arc<Shared>,
    device: Device,
    client: usize,
    /// Which screen of the table.
    number: usize,
    taken: Taken,
    channel: Option<Channel>,
    /// Not connected before this.
    away: Instant,
    coming: Option<Instant>,
    been: bool,
    screen: Screen,
    outbox: Outbox,
    made: u64,
    open: BTreeMap<u64, (Asking, Instant)>,
    asked: u64,
    lines: Vec<StoryId>,
    /// Versions of fields that this person made or was told of, and that its screen may not show yet.
    versions: BTreeMap<String, u32>,
    deeds: Deeds,
    habit: Habit,
    tally: Tally,
}

impl Person {
    pub fn new(
        shared: Arc<Shared>,
        device: Device,
        (client, number): (usize, usize),
        taken: Taken,
        habit: Habit,
    ) -> Self {
        Self {
            shared,
            device,
            client,
            number,
            taken,
            channel: None,
            away: Instant::now(),
            coming: None,
            been: false,
            screen: Screen::default(),
            outbox: Outbox::default(),
            made: 0,
            open: BTreeMap::new(),
            asked: 0,
            lines: Vec::new(),
            versions: BTreeMap::new(),
            deeds: Deeds::default(),
            habit,
            tally: Tally::default(),
        }
    }

    /// The whole of it.
    pub async fn live(mut self) -> Tally {
        self.listen_until(|me| me.been).await;
        self.wait_for_others().await;
        let end = Instant::now() + self.shared.work;
        while Instant::now() < end {
            let (before, act) = self.habit.next();
            self.listen(Instant::now() + before).await;
            self.act(act).await;
        }
        self.listen_until(|me| me.outbox.len() == 0).await;
        self.tally.unanswered = u64::try_from(self.outbox.len()).unwrap_or(u64::MAX);
        let keys: Vec<String> = self.deeds.keys().cloned().collect();
        {
            let mut all = self
                .shared
                .deeds
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            all.merge(std::mem::take(&mut self.deeds));
        }
        self.wait_for_others().await;
        let last = self.shared.last.clone();
        self.listen_until(|me| me.screen.get(&last).is_some()).await;
        self.compare(&keys).await;
        self.tally
    }

    async fn act(&mut self, act: Act) {
        match act {
            Act::Does(deed) => self.does(deed).await,
            Act::Types(place) => {
                let table = self.taken.whose.table;
                self.ask(Asking::Typing, Request::Typing { table, place })
                    .await;
            }
            Act::Lists(request) => self.ask(Asking::Reading, request).await,
            Act::Opens => {
                let Some(id) = self.habit.dice.pick(&self.lines).copied() else {
                    return;
                };
                let search = String::new();
                self.ask(Asking::Reading, Request::Story { id, search })
                    .await;
                self.does(Deed::Read(id)).await;
            }
            Act::Leaves(away) => {
                self.lost();
                self.away = Instant::now() + away;
            }
        }
    }

    async fn does(&mut self, deed: Deed) {
        let Some(key) = deed.key(&self.taken.whose) else {
            return;
        };
        self.made += 1;
        let name = CommandId(format!("l{}-{}", self.client, self.made));
        let note = match &deed {
            Deed::Note { id, revision, .. } => Some((id.clone(), *revision)),
            Deed::Field { .. } | Deed::Vote(_) | Deed::Read(_) => None,
        };
        let connected = self.channel.is_some();
        if !self.outbox.add(name, key, deed, connected) {
            return self.habit.stop();
        }
        if let (Some((id, revision)), Some(flights)) = (note, self.flights()) {
            flights.send(self.number, &id, revision, std::time::Instant::now());
        }
        self.pump().await;
    }

    /// Sends what is to be sent next.
    async fn pump(&mut self) {
        if self.channel.is_none() {
            return;
        }
        let Some(item) = self.outbox.next() else {
            return;
        };
        let command = item.command.clone().or_else(|| {
            let shown = match self.screen.get(&item.key) {
                Some(Entity::Field(it)) => it.version,
                _ => 0,
            };
            let told = self.versions.get(&item.key).copied().unwrap_or_default();
            item.deed
                .command(&self.taken.whose, &self.deeds, shown.max(told))
        });
        item.command.clone_from(&command);
        let id = item.id.clone();
        match command {
            Some(command) => {
                self.ask(Asking::Command, Request::Command { id, command })
                    .await
            }
            None => drop(self.outbox.answered()),
        }
    }

    async fn ask(&mut self, asking: Asking, request: Request) {
        let needed = matches!(asking, Asking::Command | Asking::Look);
        let Some(channel) = &mut self.channel else {
            return;
        };
        if !needed && self.open.len() >= OPEN {
            return;
        }
        self.asked += 1;
        let id = self.asked;
        self.open.insert(id, (asking, Instant::now()));
        if channel.say(&Asked { id, request }).await.is_err() {
            self.tally.dropped += 1;
            self.lost();
        }
    }

    /// Listens until then.
    async fn listen(&mut self, until: Instant) {
        while Instant::now() < until {
            let Some(channel) = &mut self.channel else {
                if self.away >= until {
                    return sleep_until(until).await;
                }
                self.come_in().await;
                continue;
            };
            let spoken = tokio::select! {
                spoken = channel.hear() => spoken,
                () = sleep_until(until) => return,
            };
            match spoken {
                Spoken::Text(text) => self.hear(&text).await,
                Spoken::No(_) | Spoken::End => {
                    self.tally.dropped += 1;
                    self.lost();
                }
            }
        }
    }

    /// Listens until it is so, or it takes too long.
    async fn listen_until(&mut self, so: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !so(self) && Instant::now() < end {
            self.listen(Instant::now() + Duration::from_millis(20))
                .await;
        }
    }

    /// Listens until all others are as far.
    async fn wait_for_others(&mut self) {
        let shared = Arc::clone(&self.shared);
        let mut passed = pin!(shared.gate.wait());
        loop {
            tokio::select! {
                _ = &mut passed => return,
                () = self.listen(Instant::now() + PATIENCE) => {}
            }
        }
    }

    async fn come_in(&mut self) {
        sleep_until(self.away).await;
        let begun = *self.coming.get_or_insert_with(Instant::now);
        match self.device.open(&self.taken.way).await {
            Ok(channel) => {
                self.channel = Some(channel);
                let look = self.screen.look();
                self.ask(Asking::Look, look).await;
                self.pump().await;
            }
            Err(_) => {
                self.tally.dropped += 1;
                self.away = Instant::now() + PAUSE;
                if begun.elapsed() > PATIENCE {
                    self.tally.fails(|| "cannot connect".to_owned());
                }
            }
        }
    }

    /// The connection is gone.
    fn lost(&mut self) {
        self.channel = None;
        self.open.clear();
        self.outbox.interrupt();
        if let Some(flights) = self.flights() {
            flights.leave(self.number);
        }
    }

    async fn hear(&mut self, text: &str) {
        self.tally.bytes += u64::try_from(text.len()).unwrap_or_default();
        match serde_json::from_str(text) {
            Ok(Told::Answer { id, reply }) => self.answered(id, reply).await,
            Ok(Told::Push {
                push: Push::Delta(delta),
            }) => {
                self.tally.deliveries += u64::try_from(delta.upserts.len()).unwrap_or_default();
                self.see(&delta);
                if !self.screen.news(delta) {
                    self.look().await;
                }
            }
            Ok(Told::Push { push: Push::Opened }) => self.look().await,
            Ok(Told::Push { .. }) => {}
            Ok(Told::Greeting(greeting)) => {
                self.tally.fails(|| format!("{greeting:?}"));
                self.lost();
            }
            Err(error) => self.tally.fails(|| error.to_string()),
        }
    }

    async fn look(&mut self) {
        let look = self.screen.look();
        self.ask(Asking::Look, look).await;
    }

    /// Takes the time of notes that came in.
    fn see(&mut self, delta: &Delta) {
        let Some(flights) = self.shared.flights.get(self.place()) else {
            return;
        };
        for entry in &delta.upserts {
            if let Entity::Note(note) = &entry.entity
                && let Some(revision) = revision(&note.text)
            {
                for took in flights.seen(self.number, &note.id, revision) {
                    self.tally.notes.push(took);
                }
            }
        }
    }

    async fn answered(&mut self, id: u64, reply: Reply) {
        let Some((asking, since)) = self.open.remove(&id) else {
            return;
        };
        match (asking, reply) {
            (Asking::Command, reply) => {
                self.acknowledged(reply);
                self.pump().await;
            }
            (Asking::Look, Reply::View(view)) => {
                self.screen.view(view);
                self.came();
            }
            (Asking::Look, Reply::Delta(delta)) => {
                self.screen.missed(delta);
                self.came();
            }
            (Asking::Reading, Reply::Stories(list)) => {
                self.tally.reads.push(since.elapsed());
                self.lines = list.lines.into_iter().map(|line| line.id).collect();
            }
            (Asking::Reading, Reply::Story(_)) => self.tally.reads.push(since.elapsed()),
            (Asking::Typing, Reply::Done { .. }) => {}
            (_, reply) => self.tally.fails(|| format!("{reply:?}")),
        }
    }

    fn acknowledged(&mut self, reply: Reply) {
        let Some(item) = self.outbox.answered() else {
            return;
        };
        match reply {
            Reply::Done { seq } => {
                if !item.interrupted {
                    self.tally.acknowledged.push(item.typed.elapsed());
                }
                self.tally.commands += 1;
                if let Some(workshop::Command::SetField {
                    base: Some(base), ..
                }) = item.command
                {
                    self.versions.insert(item.key.clone(), base + 1);
                }
                self.deeds.done(item.key, seq, item.deed);
            }
            // Another screen that the table shares was first.
            Reply::Failed(Failure::Refused {
                refusal: Refusal::FieldChanged { version, .. },
            }) => {
                self.tally.refused += 1;
                self.versions.insert(item.key, version);
            }
            reply => self
                .tally
                .fails(|| format!("{reply:?}: {:?}", item.command)),
        }
    }

    /// The screen is up to date again.
    fn came(&mut self) {
        if let Some(flights) = self.flights() {
            flights.enter(self.number);
        }
        if let Some(begun) = self.coming.take()
            && std::mem::replace(&mut self.been, true)
        {
            self.tally.reconnects.push(begun.elapsed());
        }
        if let Some(Entity::Seat(seat)) = self
            .screen
            .get(&key_text(&Key::Seat(self.taken.seat.clone())))
            && seat.participant != self.taken.whose.participant
        {
            self.tally
                .fails(|| "another seat than was taken".to_owned());
        }
    }

    fn place(&self) -> usize {
        usize::from(self.taken.whose.table.0.saturating_sub(1))
    }

    fn flights(&self) -> Option<&Flights> {
        self.shared.flights.get(self.place())
    }

    /// Comes in anew, asks for everything, and compares it with what it shows and with what was acknowledged.
    async fn compare(&mut self, keys: &[String]) {
        self.lost();
        let Ok(Some(fresh)) = timeout(PATIENCE, self.fresh()).await else {
            self.tally.diverged += 1;
            self.tally.difference = Some("no view".to_owned());
            return;
        };
        let shown = self.screen.all();
        if *shown != fresh {
            self.tally.diverged += 1;
            let all = shown.keys().chain(fresh.keys());
            let differs = |key: &&String| shown.get(*key) != fresh.get(*key);
            self.tally.difference = all.clone().find(differs).map(|key| {
                format!(
                    "{key}: {:?} instead of {:?}",
                    shown.get(key),
                    fresh.get(key)
                )
            });
        }
        let deeds = self
            .shared
            .deeds
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let judge = |key: &String| (key.clone(), deeds.judge(key, fresh.get(key)));
        let judged: Vec<_> = keys.iter().map(judge).collect();
        drop(deeds);
        let mut verdicts = self
            .shared
            .verdicts
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        verdicts.extend(
            judged
                .into_iter()
                .filter(|(_, it)| *it != Verdict::default()),
        );
    }

    /// All that it may see, by a connection of its own.
    async fn fresh(&self) -> Option<BTreeMap<String, Entity>> {
        let mut channel = loop {
            match self.device.open(&self.taken.way).await {
                Ok(channel) => break channel,
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        };
        let request = Request::View;
        channel.say(&Asked { id: 1, request }).await.ok()?;
        while let Spoken::Text(text) = channel.hear().await {
            if let Ok(Told::Answer {
                reply: Reply::View(view),
                ..
            }) = serde_json::from_str(&text)
            {
                channel.close().await;
                return Some(entities(view.entities));
            }
        }
        None
    }
}
