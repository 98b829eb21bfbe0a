//! Devices that lose the laptop together and come back together, each with one note of which it does not know whether it arrived.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hub::client::{Channel, Device};
use protocol::{Asked, Delta, Reply, Request, Told};
use tokio::sync::Barrier;

use crate::crowd::{Link, Member, note, notes};
use crate::ours::{Laptop, Place, told};

/// So many notes each device got acknowledged before.
const BEFORE: usize = 4;
/// No burst comes this far.
const ROUND: usize = 1_000_000;

/// How long each took until it had all that it missed and knew that its own note was safe.
pub async fn measure(laptop: &Laptop, places: &[Place], devices: usize) -> Vec<Duration> {
    let places: Vec<Place> = places.iter().cycle().take(devices).cloned().collect();
    let gate = Arc::new(Barrier::new(devices));
    let began = laptop.view().seq;
    let tasks: Vec<_> = places
        .into_iter()
        .enumerate()
        .map(|(client, place)| {
            let (device, gate) = (laptop.device().clone(), Arc::clone(&gate));
            tokio::spawn(one(device, place, client, gate))
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.push(task.await.expect("a device that came back"));
    }
    // Each note is there once, and nothing else happened: nothing was lost and nothing was done twice.
    let happened = laptop.view().seq - began;
    assert_eq!(happened, u64::try_from(devices * (BEFORE + 1)).unwrap());
    took
}

async fn one(device: Device, place: Place, client: usize, gate: Arc<Barrier>) -> Duration {
    let mut channel = device.open(&place.way).await.unwrap();
    let request = Request::View;
    channel.say(&Asked { id: 1, request }).await.unwrap();
    let (mut at, run) = loop {
        if let Told::Answer {
            reply: Reply::View(view),
            ..
        } = told(&mut channel).await
        {
            break (view.seq, view.run);
        }
    };
    let mut member = Member {
        link: Link::Ours(Box::new(channel)),
        client,
        table: place.table,
        participant: place.participant.clone(),
    };
    let mut seen = BTreeSet::new();
    for round in 0..BEFORE {
        let asked = note(&member, ROUND + round);
        member.link.say(&asked).await;
        loop {
            let text = member.link.hear().await;
            if let Ok(Told::Push {
                push: protocol::Push::Delta(delta),
            }) = serde_json::from_str(&text)
            {
                at = delta.seq;
                seen.extend(notes(&text));
            }
            if text.contains(r#""type":"done""#) {
                break;
            }
        }
    }
    gate.wait().await;
    let last = note(&member, ROUND + BEFORE);
    member.link.say(&last).await;
    drop(member);
    gate.wait().await;
    let begun = Instant::now();
    let mut channel = device.open(&place.way).await.unwrap();
    let request = Request::Since { seq: at, run };
    channel.say(&Asked { id: 1, request }).await.unwrap();
    channel.say(&last).await.unwrap();
    let took = back(&mut channel, begun, last.id, at, &seen).await;
    // Nobody leaves before all are back.
    gate.wait().await;
    took
}

/// Hears until everything is known; of what it saw before nothing comes again.
async fn back(
    channel: &mut Channel,
    begun: Instant,
    last: u64,
    at: u64,
    seen: &BTreeSet<(usize, usize)>,
) -> Duration {
    let (mut missed, mut safe) = (None::<Delta>, false);
    while missed.is_none() || !safe {
        match told(channel).await {
            Told::Answer {
                reply: Reply::Delta(delta),
                ..
            } => missed = Some(delta),
            Told::Answer {
                id,
                reply: Reply::Done { .. },
            } if id == last => safe = true,
            Told::Answer { reply, .. } => unreachable!("{reply:?}"),
            Told::Push { .. } | Told::Greeting(_) => {}
        }
    }
    let took = begun.elapsed();
    let missed = missed.unwrap();
    assert_eq!(missed.from, at);
    let text = serde_json::to_string(&missed).unwrap();
    assert!(!notes(&text).any(|note| seen.contains(&note)), "{text}");
    took
}
