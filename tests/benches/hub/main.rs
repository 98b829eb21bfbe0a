//! Our hub against a naive server, in one run and turn by turn: everybody takes a note at once, and it is measured how soon each is
//! on all screens of its table. And how soon 40 devices are back that lost the laptop together.
//!
//! Only ratios mean something: both share this machine with the made-up devices. `HUB_CLIENTS` (200), `HUB_TABLES` (10) and
//! `HUB_ROUNDS` (5) change the size. Being slow never fails; something lost or doubled does.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement that cannot go on may stop, and says what it found"
)]

mod back;
mod crowd;
mod naive;
mod ours;

use std::time::Duration;

use crowd::{Burst, Member, burst};
use naive::{Naive, Reach};
use ours::Laptop;
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

/// So many lose the laptop together.
const BACK: usize = 40;
/// Between two bursts.
const REST: Duration = Duration::from_millis(300);

/// One of those that are measured.
struct Entrant {
    name: &'static str,
    members: Vec<Member>,
    /// How many notes each device hears of in a burst.
    hears: Reach,
    bursts: Vec<Burst>,
}

fn main() {
    let (clients, tables) = (number("HUB_CLIENTS", 200), number("HUB_TABLES", 10));
    let rounds = number("HUB_ROUNDS", 5);
    let (devices, servers) = (runtime(), runtime());
    let laptop = Laptop::new(u8::try_from(tables).unwrap());
    let narrow = servers.block_on(Naive::start(Reach::Table));
    let broad = servers.block_on(Naive::start(Reach::All));
    devices.block_on(async {
        let places = laptop.places(clients).await;
        let mut entrants = [
            Entrant {
                name: "hub",
                members: laptop.members(&places, clients).await,
                hears: Reach::Table,
                bursts: Vec::new(),
            },
            Entrant {
                name: "naive, to the table",
                members: narrow.members(clients, tables).await,
                hears: Reach::Table,
                bursts: Vec::new(),
            },
            Entrant {
                name: "naive, to everybody",
                members: broad.members(clients, tables).await,
                hears: Reach::All,
                bursts: Vec::new(),
            },
        ];
        // The first round warms up and does not count.
        for round in 0..=rounds {
            for entrant in &mut entrants {
                let members = std::mem::take(&mut entrant.members);
                let (members, measured) = burst(members, round, entrant.hears).await;
                entrant.members = members;
                if round > 0 {
                    entrant.bursts.push(measured);
                }
                sleep(REST).await;
            }
        }
        laptop.check_notes((rounds + 1) * clients);
        println!("{clients} devices at {tables} tables, {rounds} bursts of a note by each");
        println!("{:<22} {:>14} {:>10} {:>10} {:>10}", "", "deliveries/s", "p50 ms", "p95 ms", "ratio");
        let first = rate(&entrants[0].bursts);
        for entrant in &entrants {
            let mut landed: Vec<Duration> =
                entrant.bursts.iter().flat_map(|it| it.landed.clone()).collect();
            let own = rate(&entrant.bursts);
            println!(
                "{:<22} {own:>14.0} {:>10.1} {:>10.1} {:>10.1}",
                entrant.name,
                at(&mut landed, 50),
                at(&mut landed, 95),
                first / own,
            );
        }
        let [ours, ..] = entrants;
        drop(ours);
        let mut took = back::measure(&laptop, &places, BACK).await;
        println!(
            "{BACK} devices back at once: p50 {:.1} ms, p95 {:.1} ms, max {:.1} ms; nothing lost or done twice",
            at(&mut took, 50),
            at(&mut took, 95),
            at(&mut took, 100),
        );
    });
    devices.shutdown_background();
    servers.shutdown_background();
}

/// Deliveries a second over all bursts.
fn rate(bursts: &[Burst]) -> f64 {
    let deliveries: u32 = bursts.iter().map(|it| it.deliveries).sum();
    let took: Duration = bursts.iter().map(|it| it.took).sum();
    f64::from(deliveries) / took.as_secs_f64()
}

/// So many of each hundred took no longer, in milliseconds.
fn at(all: &mut [Duration], percent: usize) -> f64 {
    all.sort_unstable();
    let place = (all.len() * percent).div_ceil(100).saturating_sub(1);
    all.get(place)
        .map_or(f64::NAN, |it| it.as_secs_f64() * 1_000.0)
}

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).map_or(usual, |text| text.parse().expect("a number"))
}

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}
