//! `regio load`: made-up people with devices, all at once, on this machine alone. Says how quick it was, and compares what was
//! acknowledged with what there is.

mod deeds;
mod dice;
mod disk;
mod flights;
mod habit;
mod outbox;
mod person;
mod report;
mod samples;
mod screen;
mod stage;
mod tally;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use app::Language;
use hub::client::Device;
use protocol::{Failure, View};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use workshop::{Entity, TableId};

use self::deeds::Verdict;
use self::dice::Dice;
use self::disk::Disk;
use self::flights::Flights;
use self::habit::Habit;
use self::person::{Person, Shared, Taken};
use self::report::Report;
use self::stage::{Stage, defect, join};
use self::tally::Tally;
use crate::args::Load;
use crate::edge;

/// So many devices are one table where nobody says otherwise.
const AT_TABLE: usize = 8;
/// The most tables of a session.
const TABLES: usize = 12;
/// The most places in a session and at a table.
const SEATS: usize = 200;
const SEATS_AT_TABLE: usize = 24;
/// The most notes of a table; afterwards they are rewritten.
const NOTES: usize = 240;
/// The most notes of one person.
const NOTES_OF_ONE: usize = 12;
/// What the facilitator says last.
const LAST: &str = "end-of-load";

pub fn load(asked: &Load, language: Language) -> Result<(), Failure> {
    let clients = usize::from(asked.clients);
    let tables = asked
        .tables
        .unwrap_or_else(|| u8::try_from(clients.div_ceil(AT_TABLE).clamp(1, TABLES)).unwrap_or(1));
    let stage = Stage::make(tables, asked.seed)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| defect(&error))?;
    let report = runtime.block_on(run(&stage, clients, asked))?;
    runtime.shutdown_background();
    stage.end()?;
    report.say(asked.json, language)?;
    if report.right() {
        return Ok(());
    }
    let Report {
        lost,
        doubled,
        diverged,
        ..
    } = report;
    Err(Failure::Defect {
        trace: format!("{lost} lost, {doubled} doubled, {diverged} diverged"),
    })
}

async fn run(stage: &Stage, clients: usize, asked: &Load) -> Result<Report, Failure> {
    let device = Device::new(&stage.host, Box::new(edge::draw));
    let tables = stage.tables.len();
    let taken = take_seats(stage, &device, clients).await?;
    let seats = clients.min(taken.len());
    let screens = |table: usize| (table..clients).step_by(tables).count();
    let shared = Arc::new(Shared {
        flights: (0..tables).map(|it| Flights::new(screens(it))).collect(),
        gate: Barrier::new(clients + 1),
        work: Duration::from_secs(asked.seconds.into()),
        last: format!("message/{LAST}"),
        deeds: Default::default(),
        verdicts: Default::default(),
    });
    let mut people = JoinSet::new();
    for client in 0..clients {
        // The first devices got a place each; the rest goes round the places of its table again.
        let Some(own) = taken.get(client % taken.len()) else {
            return Err(Failure::SeatGone);
        };
        let of = u64::try_from(client).unwrap_or_default();
        let habit = Habit::new(
            Dice::new(asked.seed, of),
            client,
            own.whose.clone(),
            stage.perspectives.clone(),
            (NOTES / screens(client % tables).max(1)).min(NOTES_OF_ONE),
        );
        let own = Taken {
            whose: own.whose.clone(),
            seat: own.seat.clone(),
            way: own.way.clone(),
        };
        let place = (client, client / tables);
        let person = Person::new(Arc::clone(&shared), device.clone(), place, own, habit);
        people.spawn(person.live());
    }
    shared.gate.wait().await;
    let before = stage.view()?.seq;
    let disk = Disk::begin(stage.folder.path()).map_err(|error| defect(&error))?;
    let begun = Instant::now();
    tokio::time::sleep(shared.work).await;
    let seconds = begun.elapsed().as_secs_f64();
    let fdatasync = disk.end().spread();
    shared.gate.wait().await;
    let after = stage.view()?;
    stage.say(LAST)?;
    let mut all = Tally::default();
    while let Some(tally) = people.join_next().await {
        all.merge(tally.map_err(|error| defect(&error))?);
    }
    let mut found = Verdict::default();
    for verdict in shared
        .verdicts
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .values()
    {
        found.lost += verdict.lost;
        found.doubled += verdict.doubled;
    }
    let happened = after.seq.saturating_sub(before);
    let more = happened.saturating_sub(all.commands + all.unanswered);
    let doubled = u64::from(found.doubled) + twins(&after) + more;
    let note = all.notes.spread();
    let acknowledged = all.acknowledged.spread();
    let reconnect = all.reconnects.spread();
    let per_second = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds;
    Ok(Report {
        clients,
        tables: u8::try_from(tables).unwrap_or(u8::MAX),
        seats,
        seconds,
        commands: all.commands,
        commands_per_second: per_second(all.commands),
        acknowledged_ms: acknowledged,
        note_ms: note,
        read_ms: all.reads.spread(),
        reconnects: reconnect.count,
        reconnect_ms: reconnect,
        deliveries_per_second: per_second(all.deliveries),
        bytes_per_client: all.bytes / u64::try_from(clients).unwrap_or(u64::MAX).max(1),
        refused: all.refused,
        failed: all.failed,
        failure: all.failure,
        dropped: all.dropped,
        unanswered: all.unanswered,
        lost: u64::from(found.lost),
        doubled,
        diverged: all.diverged,
        difference: all.difference,
        note_to_fdatasync: note.p50.zip(fdatasync.p50).map(|(note, disk)| note / disk),
        fdatasync_ms: fdatasync,
    })
}

/// Takes a place for each device, all at once, as long as there are places.
async fn take_seats(stage: &Stage, device: &Device, clients: usize) -> Result<Vec<Taken>, Failure> {
    let tables = stage.tables.len();
    let each = SEATS_AT_TABLE.min(SEATS / tables);
    let mut joining = JoinSet::new();
    for place in 0..clients.min(each * tables) {
        let (way, number) = stage
            .tables
            .iter()
            .zip(1..)
            .nth(place % tables)
            .ok_or(Failure::NoNetwork)?;
        let (device, way) = (device.clone(), way.clone());
        joining.spawn(async move {
            let name = format!("load-{place}");
            let first = place < tables;
            (
                place,
                join(&device, &way, TableId(number), name, first).await,
            )
        });
    }
    let mut taken = BTreeMap::new();
    while let Some(joined) = joining.join_next().await {
        let (place, joined) = joined.map_err(|error| defect(&error))?;
        taken.insert(place, joined?);
    }
    Ok(taken.into_values().collect())
}

/// How many notes are there a second time under another id: each begins with its own.
fn twins(view: &View) -> u64 {
    let twin = |entity: &Entity| match entity {
        Entity::Note(note) => note.text.split(' ').next() != Some(&note.id.0),
        _ => false,
    };
    let all = view.entities.iter().filter(|entry| twin(&entry.entity));
    u64::try_from(all.count()).unwrap_or(u64::MAX)
}
