//! The LAN as the core knows it: something that can be switched on and off, and says where it is.

use std::sync::Arc;

use protocol::{
    Failure, LanView, LanWanted, Network, QrCode, Reply, Request, ScreenView, Seen, Wifi,
};

use workshop::{Refusal, SeatId, State};

use crate::App;
use crate::desk::lock;
use crate::keys::{self, Door};

/// The longest name and password that a Wi-Fi can have, in bytes.
const NAME: usize = 32;
const PASSWORD: usize = 64;

/// The side of the program that devices reach.
pub trait Lan: Send + Sync {
    /// The networks that the laptop is on, the likeliest first.
    fn networks(&self) -> Vec<Network>;
    /// Lets devices in, or moves to another network or port.
    ///
    /// # Errors
    /// `NoNetwork` or `NoPort`; then it is as it was.
    fn start(&self, wanted: &LanWanted) -> Result<(), Failure>;
    /// Lets nobody in any more; who is in loses the connection and nothing else.
    fn stop(&self);
    /// How it is.
    fn status(&self) -> LanStatus;
    /// Lets codes be typed again.
    fn unlock(&self);
}

/// How the LAN is.
#[derive(Clone, Debug, Default)]
pub struct LanStatus {
    /// The network that is used; `None` while it is off.
    pub network: Option<Network>,
    /// The address to type, with the port where it is not 80.
    pub address: String,
    /// Whether the usual port was taken.
    pub other_port: bool,
    /// The devices that were seen, the latest first.
    pub seen: Vec<Seen>,
    /// Until when codes cannot be typed (milliseconds since 1970).
    pub locked: Option<u64>,
}

/// So long after it was switched on the LAN comes on again by itself (milliseconds): an afternoon, and never the next day.
const AFTERNOON: u64 = 12 * 3_600_000;

impl App {
    /// Says once what the LAN is.
    pub fn set_lan(&self, lan: Arc<dyn Lan>) {
        // The first one stays.
        let _ = self.lan.set(lan);
    }

    /// To be called when the status of the LAN changed.
    pub fn lan_changed(&self) {
        self.room().lan();
    }

    /// To be called when the laptop can be reached at other addresses (`host` or `host:port`).
    pub fn reached_at(&self, addresses: Vec<String>) {
        self.room().reached_at(addresses);
        self.room().lan();
    }

    /// Lets devices in again where that was on when the program ended, some hours ago at most: they come back by themselves then.
    pub fn resume_lan(&self) {
        let (wanted, on) = {
            let last = lock(&self.last);
            (last.lan.clone(), last.lan_on)
        };
        let lately = on.is_some_and(|since| self.now().saturating_sub(since) < AFTERNOON);
        if lately && self.sitting().is_ok() {
            // Where the network is another one now, the facilitator chooses.
            let _ = self.let_in(&wanted);
        }
    }

    /// Switches the LAN on, where nothing else is asked at the port that devices know.
    fn let_in(&self, wanted: &LanWanted) -> Result<(), Failure> {
        let known = lock(&self.last).lan_port;
        let wanted = LanWanted {
            port: wanted.port.or(known),
            ..wanted.clone()
        };
        let lan = self.lan.get().ok_or(Failure::NoNetwork)?;
        lan.start(&wanted)?;
        let port = port_of(&lan.status().address);
        let now = self.now();
        let _ = self.remember_last(|last| {
            last.lan_port = port;
            last.lan_on = Some(now);
        });
        Ok(())
    }

    pub(crate) fn network(&self, request: Request) -> Result<Reply, Failure> {
        let lan = self.lan.get();
        let changes = !matches!(request, Request::Lan);
        match request {
            Request::LanStart { wanted } => {
                self.let_in(&wanted)?;
                // That it is on counts; that it cannot be remembered shows when something is written.
                let _ = self.remember_last(|last| last.lan = wanted);
            }
            Request::LanStop => {
                if let Some(lan) = lan {
                    lan.stop();
                }
                let _ = self.remember_last(|last| last.lan_on = None);
            }
            Request::LanUnlock => {
                if let Some(lan) = lan {
                    lan.unlock();
                }
            }
            Request::SetWifi { wifi } => {
                for (text, most) in [(&wifi.name, NAME), (&wifi.password, PASSWORD)] {
                    if text.len() > most {
                        let most = u32::try_from(most).unwrap_or(u32::MAX);
                        let refusal = Refusal::TooLong { most };
                        return Err(Failure::Refused { refusal });
                    }
                }
                self.remember_last(|last| last.wifi = wifi)?;
            }
            _ => {}
        }
        if changes {
            self.room().lan();
        }
        Ok(Reply::Lan(Box::new(self.lan_view())))
    }

    pub(crate) fn screen(&self) -> Result<Reply, Failure> {
        let status = self.status();
        let wifi = self.wifi();
        let sitting = self.sitting()?;
        let (seats, _) = self.room().connected();
        let (people, connected) = present(&sitting.state(), &seats);
        Ok(Reply::Screen(ScreenView {
            tables: self.join_codes(&status.address),
            address: status.address,
            wifi_qr: wifi_qr(&wifi),
            wifi: wifi.name,
            people: u32::try_from(people).unwrap_or(u32::MAX),
            connected: u32::try_from(connected).unwrap_or(u32::MAX),
        }))
    }

    pub(crate) fn open_screen(&self) -> Reply {
        if let Some(open) = self.windows.get() {
            open();
        }
        Reply::OpenedScreen { address: None }
    }

    /// Says once how the projector's page is shown in a window of its own.
    pub fn set_windows(&self, open: crate::Windows) {
        // The first one stays.
        let _ = self.windows.set(open);
    }

    /// Whether the projector's page is shown in a window of its own.
    pub fn has_windows(&self) -> bool {
        self.windows.get().is_some()
    }

    pub(crate) fn wifi(&self) -> Wifi {
        lock(&self.last).wifi.clone()
    }

    pub(crate) fn status(&self) -> LanStatus {
        self.lan.get().map(|lan| lan.status()).unwrap_or_default()
    }

    fn lan_view(&self) -> LanView {
        let status = self.status();
        let wifi = self.wifi();
        let (connected, screens) = self.room().connected();
        let screen = self
            .key(&Door::Screen)
            .filter(|_| !status.address.is_empty())
            .map(|key| format!("http://{}/screen#{}", status.address, keys::text(&key)));
        LanView {
            on: status.network.is_some(),
            networks: self.lan.get().map(|lan| lan.networks()).unwrap_or_default(),
            wanted: lock(&self.last).lan.clone(),
            tables: self.join_codes(&status.address),
            network: status.network,
            address: status.address,
            other_port: status.other_port,
            wifi_qr: wifi_qr(&wifi),
            wifi,
            screen: screen.unwrap_or_default(),
            seen: status.seen,
            connected,
            screens,
            locked: status.locked,
        }
    }
}

/// The Wi-Fi as it is printed; `None` where it is not known.
pub(crate) fn printed(wifi: Wifi) -> Option<print::Wifi> {
    (!wifi.name.is_empty()).then_some(print::Wifi {
        name: wifi.name,
        password: wifi.password,
    })
}

/// How many people sit at tables that do not work on paper, and for how many of them an own device is among these seats.
fn present(state: &State, seats: &[SeatId]) -> (usize, usize) {
    let on_paper = |id| state.table(id).is_none_or(|table| table.paper);
    let people = state
        .participants()
        .filter(|person| !person.left && !on_paper(person.table));
    let own = seats.iter().filter_map(|id| state.seat(id));
    // Screens that tables share are nobody's.
    let connected = own.filter(|seat| seat.participant.is_some() && !on_paper(seat.table));
    (people.count(), connected.count())
}

/// The port of an address to type.
fn port_of(address: &str) -> Option<u16> {
    match address.split_once(':') {
        Some((_, port)) => port.parse().ok(),
        None => Some(80),
    }
}

fn wifi_qr(wifi: &Wifi) -> Option<QrCode> {
    qr(&printed(wifi.clone())?.qr_text())
}

pub(crate) fn qr(text: &str) -> Option<QrCode> {
    let code = print::qr::encode(text)?;
    let mut path = String::new();
    for (column, row, length) in &code.stretches {
        path.push_str(&format!("M{column} {row}h{length}v1h-{length}z"));
    }
    Some(QrCode {
        side: u16::try_from(code.side).ok()?,
        path,
    })
}
