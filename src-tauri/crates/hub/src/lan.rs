//! The tables' own devices, over the venue's network.
//!
//! **Invariant:** who came in here is a guest, a seat or a projector, never the facilitator. Plain HTTP is all that phones accept
//! without internet, so what is said is sealed with keys that came by another way: printed, shown on a wall, or kept by the device.

mod door;
mod gate;
mod guesses;
mod inside;
mod listener;
mod names;
mod networks;
mod pages;
mod places;
pub mod seal;
mod stream;
mod visitors;

use std::net::{SocketAddr, SocketAddrV4, TcpListener};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use app::{App, Lan, LanStatus};
use protocol::{Failure, LanWanted, Network, NetworkSort};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::{MissedTickBehavior, interval};

use self::inside::{Inside, lock};
use self::listener::{Listening, dropped};
use self::pages::Pages;
use self::places::Places;
use crate::{Draw, UiFiles};

pub use networks::networks;
pub use places::Limits;

/// The ports that are tried; 80 does not have to be typed.
const PORTS: [u16; 4] = [80, 8_080, 8_000, 47_819];
/// How often it is looked whether the laptop got another address.
const LOOK: Duration = Duration::from_secs(3);
/// So many addresses of one afternoon stay open.
const ADDRESSES: usize = 3;
/// Threads for everything that devices ask; what waits for the disk has threads of its own.
const THREADS: usize = 2;

/// The clock, in milliseconds since 1970.
pub type Clock = Box<dyn Fn() -> u64 + Send + Sync>;
/// The networks that the laptop is on, the likeliest first.
pub type Networks = Box<dyn Fn() -> Vec<Network> + Send + Sync>;

/// What of the surroundings can be another in a test.
pub struct Surroundings {
    /// The networks.
    pub networks: Networks,
    /// How many may be connected.
    pub limits: Limits,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self {
            networks: Box::new(networks),
            limits: Limits::default(),
        }
    }
}

/// Lets devices in. It has a runtime of its own, so that it works beside a window as well as without one.
pub struct LanHub {
    inside: Arc<Inside>,
    runtime: Mutex<Option<Runtime>>,
    /// The port that was used last in this run.
    port: Mutex<Option<u16>>,
}

/// How it is while it is on.
pub(crate) struct On {
    network: Network,
    wanted: LanWanted,
    /// Where it listens, the latest first.
    listening: Vec<Listening>,
    other_port: bool,
    /// Dropped when it is switched off: all connections end then.
    stop: watch::Sender<()>,
}

impl LanHub {
    /// It is off until it is started.
    pub fn new(app: &Arc<App>, ui: UiFiles, draw: Draw, now: Clock) -> Arc<Self> {
        Self::within(app, ui, draw, now, Surroundings::default())
    }

    /// The same, in other surroundings.
    pub fn within(
        app: &Arc<App>,
        ui: UiFiles,
        draw: Draw,
        now: Clock,
        surroundings: Surroundings,
    ) -> Arc<Self> {
        let places = Places::new(surroundings.limits);
        let inside = Inside::new(
            app,
            Pages::new(ui),
            places,
            surroundings.networks,
            draw,
            now,
        );
        Arc::new(Self {
            inside: Arc::new(inside),
            runtime: Mutex::default(),
            port: Mutex::default(),
        })
    }

    fn handle(&self) -> Result<Handle, Failure> {
        let mut runtime = lock(&self.runtime);
        if let Some(runtime) = &*runtime {
            return Ok(runtime.handle().clone());
        }
        let made = Builder::new_multi_thread()
            .worker_threads(THREADS)
            .thread_name("lan")
            .enable_all()
            .build()
            .map_err(|_| Failure::NoPort)?;
        let handle = made.handle().clone();
        *runtime = Some(made);
        Ok(handle)
    }
}

impl Lan for LanHub {
    fn networks(&self) -> Vec<Network> {
        (self.inside.networks)()
    }

    fn start(&self, wanted: &LanWanted) -> Result<(), Failure> {
        let handle = self.handle()?;
        let _here = handle.enter();
        let network = choose(&self.networks(), wanted).ok_or(Failure::NoNetwork)?;
        let mut used = lock(&self.port);
        let mut guarded = lock(&self.inside.on);
        if let Some(on) = &mut *guarded
            && let Some(first) = on.listening.first()
            && on.network == network
            && wanted.port.is_none_or(|port| port == first.at.port())
        {
            on.wanted = wanted.clone();
            return Ok(());
        }
        let asked = wanted.port.or(*used).filter(|port| *port != 0);
        let (bound, at) = bind(&network, wanted.port, *used)?;
        let begun = guarded.is_none();
        if begun {
            self.inside.pages.look();
        }
        let stop = guarded
            .as_ref()
            .map_or_else(|| watch::channel(()).0, |on| on.stop.clone());
        let listening =
            Listening::begin(&self.inside, bound, at, &stop).map_err(|_| Failure::NoPort)?;
        let ending = stop.subscribe();
        // Who came in by another network or port stays for as long as that works; nobody new comes in there.
        *guarded = Some(On {
            network,
            wanted: wanted.clone(),
            listening: vec![listening],
            other_port: asked.is_some_and(|port| port != at.port()),
            stop,
        });
        *used = Some(at.port());
        drop(guarded);
        drop(used);
        if begun {
            tokio::spawn(watch_addresses(Arc::downgrade(&self.inside), ending));
        }
        self.inside.tell();
        Ok(())
    }

    fn stop(&self) {
        let on = lock(&self.inside.on).take();
        self.inside
            .rename(|names| names.listens(std::iter::empty()));
        drop(on);
    }

    fn status(&self) -> LanStatus {
        let locked = lock(&self.inside.guesses).locked((self.inside.now)());
        let seen = self.inside.visitors.all();
        let guarded = lock(&self.inside.on);
        let Some(on) = &*guarded else {
            return LanStatus {
                seen,
                locked,
                ..LanStatus::default()
            };
        };
        let address = on.listening.first().map(|first| names::typed(first.at));
        LanStatus {
            network: Some(on.network.clone()),
            address: address.unwrap_or_default(),
            other_port: on.other_port,
            seen,
            locked,
        }
    }

    fn unlock(&self) {
        lock(&self.inside.guesses).unlock();
    }
}

impl Drop for LanHub {
    fn drop(&mut self) {
        self.stop();
        if let Some(runtime) = lock(&self.runtime).take() {
            runtime.shutdown_background();
        }
    }
}

impl Inside {
    /// Follows the network when the laptop got another address on it. Must be called where the runtime is.
    fn follow(self: &Arc<Self>) {
        let networks = (self.networks)();
        let mut guarded = lock(&self.on);
        let Some(on) = &mut *guarded else { return };
        let Some(network) = choose(&networks, &on.wanted).filter(|found| {
            // Only who left it open which network it is goes to another one, and only when the one in use is gone.
            found.id == on.network.id || !networks.iter().any(|it| it.id == on.network.id)
        }) else {
            return;
        };
        let Some(port) = on.listening.first().map(|first| first.at.port()) else {
            return;
        };
        let same = names::parse(&network.address);
        if let Some(place) = on.listening.iter().position(|it| Some(*it.at.ip()) == same) {
            // It is as it was, or came back to where it was.
            if place == 0 {
                return;
            }
            on.listening.swap(0, place);
        } else {
            let Ok((bound, at)) = bind(&network, Some(port), None) else {
                return;
            };
            let Ok(listening) = Listening::begin(self, bound, at, &on.stop) else {
                return;
            };
            on.listening.insert(0, listening);
            on.listening.truncate(ADDRESSES);
            on.other_port = at.port() != port;
        }
        on.network = network;
        drop(guarded);
        self.tell();
    }

    /// Tells everyone where the laptop is.
    fn tell(self: &Arc<Self>) {
        let networks = (self.networks)();
        let guarded = lock(&self.on);
        let Some(on) = &*guarded else { return };
        let all = on.listening.iter().map(|listening| listening.at);
        self.rename(|names| names.listens(all.clone()));
        let there = |at: &SocketAddrV4| {
            let own = on.network.address == at.ip().to_string();
            let known = networks
                .iter()
                .filter(|it| it.sort != NetworkSort::Loopback);
            own || known
                .into_iter()
                .any(|it| it.address == at.ip().to_string())
        };
        let addresses = all.filter(there).map(names::typed).collect();
        drop(guarded);
        if let Some(app) = self.app.upgrade() {
            app.reached_at(addresses);
        }
    }
}

/// The network that is wanted; the likeliest where none is named, and the laptop alone only by its name.
fn choose(networks: &[Network], wanted: &LanWanted) -> Option<Network> {
    let fits = |it: &&Network| match &wanted.network {
        Some(id) => it.id == *id,
        None => it.sort != NetworkSort::Loopback,
    };
    networks.iter().find(fits).cloned()
}

/// Takes a port: the one that is wanted, the one that was used before, a usual one, or any.
fn bind(
    network: &Network,
    wanted: Option<u16>,
    used: Option<u16>,
) -> Result<(TcpListener, SocketAddrV4), Failure> {
    let address = names::parse(&network.address).ok_or(Failure::NoNetwork)?;
    let ports = wanted.into_iter().chain(used).chain(PORTS).chain([0]);
    let bound = ports
        .into_iter()
        .find_map(|port| TcpListener::bind((address, port)).ok());
    let bound = bound.ok_or(Failure::NoPort)?;
    match bound.local_addr() {
        Ok(SocketAddr::V4(at)) => Ok((bound, at)),
        _ => Err(Failure::NoPort),
    }
}

/// Looks every few seconds whether the laptop got another address, and whether codes can be typed again.
async fn watch_addresses(inside: Weak<Inside>, ending: watch::Receiver<()>) {
    let look = async {
        let mut tick = interval(LOOK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut locked = false;
        loop {
            tick.tick().await;
            let Some(inside) = inside.upgrade() else {
                return;
            };
            let now = lock(&inside.guesses).locked((inside.now)()).is_some();
            if locked && !now {
                inside.changed();
            }
            locked = now;
            let _ = spawn_blocking(move || inside.follow()).await;
        }
    };
    tokio::select! {
        () = look => {}
        () = dropped(ending) => {}
    }
}
