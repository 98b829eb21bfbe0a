//! The tables' own devices: how the laptop can be reached, how a device joins, and what the projector shows of it.

use serde::{Deserialize, Serialize};
use stories::OptionId;
use ts_rs::TS;
use workshop::{ParticipantId, PhotoOf, SeatId, TableId};

/// How a network of the laptop is likely to be made.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NetworkSort {
    /// Wi-Fi of a router or of the venue.
    Wifi,
    /// A cable.
    Cable,
    /// Something else, such as a hotspot of the laptop itself.
    Other,
    /// The laptop alone; for trying things out.
    Loopback,
}

/// A network that the laptop is on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Network {
    /// What the system calls it; stays the same when the address changes.
    pub id: String,
    /// The laptop's address on it, IPv4.
    pub address: String,
    /// How it is likely to be made.
    pub sort: NetworkSort,
}

/// What is asked of the LAN.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct LanWanted {
    /// The network, by its id; `None` takes the likeliest.
    pub network: Option<String>,
    /// The port; `None` takes the usual one, or another where that is taken.
    pub port: Option<u16>,
}

/// The venue's Wi-Fi, as it stands on join sheets.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Wifi {
    /// The name; empty where it is not known.
    pub name: String,
    /// The password; empty where there is none.
    pub password: String,
}

/// A device that was seen on the LAN.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Seen {
    /// When it was last seen (milliseconds since 1970).
    pub at: u64,
    /// Its address.
    pub address: String,
    /// What it says it is: `iphone`, `ipad`, `android`, `windows`, `mac`, `linux` or `other`.
    pub device: String,
    /// Whether it looked with the small browser that opens by itself when a Wi-Fi has no internet.
    pub mini: bool,
    /// Whether a lasting connection came about too, and not only the page.
    pub socket: bool,
}

/// A QR code as squares.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QrCode {
    /// How many squares a side has, without the quiet zone.
    pub side: u16,
    /// The dark squares as the path of an SVG in units of one square.
    pub path: String,
}

/// How to join a table.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JoinCode {
    /// The table.
    pub table: TableId,
    /// The code to type, such as `KORF 47`.
    pub code: String,
    /// The whole address with the key in its fragment, as it is in the QR code.
    pub link: String,
    /// The QR code of `link`.
    pub qr: QrCode,
}

/// The LAN as the desk sees it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LanView {
    /// Whether it is on.
    pub on: bool,
    /// The networks that the laptop is on, the likeliest first.
    pub networks: Vec<Network>,
    /// What was asked for last.
    pub wanted: LanWanted,
    /// The network that is used while it is on.
    pub network: Option<Network>,
    /// The address to type, such as `192.168.8.2` or `192.168.8.2:8080`; empty while it is off.
    pub address: String,
    /// Whether the usual port was taken, so that the address has another one than before.
    pub other_port: bool,
    /// The venue's Wi-Fi.
    pub wifi: Wifi,
    /// The QR code of the Wi-Fi, where it has a name.
    pub wifi_qr: Option<QrCode>,
    /// How to join each table; empty while it is off.
    pub tables: Vec<JoinCode>,
    /// The address of the projector page for another machine, with its key; empty while it is off.
    pub screen: String,
    /// The devices that were seen, the latest first; at most 20.
    pub seen: Vec<Seen>,
    /// The seats that are connected now.
    pub connected: Vec<SeatId>,
    /// How many projectors are connected now.
    pub screens: u16,
    /// Until when codes cannot be typed because too many wrong ones came in (milliseconds since 1970); QR codes still work.
    pub locked: Option<u64>,
}

/// What the projector shows beside the session itself.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScreenView {
    /// The address to type; empty while the LAN is off.
    pub address: String,
    /// The venue's Wi-Fi by its name; empty where it is not known.
    pub wifi: String,
    /// The QR code of the Wi-Fi, where it has a name.
    pub wifi_qr: Option<QrCode>,
    /// How to join each table; empty while the LAN is off.
    pub tables: Vec<JoinCode>,
    /// How many participants are at tables that do not work on paper.
    pub people: u32,
    /// How many of them are connected with an own device.
    pub connected: u32,
}

/// What someone who joins a table must know.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JoinView {
    /// The table.
    pub table: TableId,
    /// Its name; may be empty.
    pub name: String,
    /// The name of the session.
    pub session: String,
    /// The region.
    pub region: String,
    /// Those who sit at the table already.
    pub people: Vec<JoinPerson>,
    /// The role types with their words, in order.
    pub roles: Vec<(OptionId, String)>,
    /// How many shared screens the table has.
    pub scribes: u16,
}

/// Someone who sits at the table already.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JoinPerson {
    /// Who.
    pub id: ParticipantId,
    /// The name or nickname.
    pub name: String,
    /// Whether a device has this place already; the facilitator can free it.
    pub taken: bool,
}

/// Who a device is for.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum JoinAs {
    /// Someone who sits at the table already.
    Known {
        /// Who.
        participant: ParticipantId,
    },
    /// Someone new.
    New {
        /// A name or nickname.
        name: String,
        /// The role type.
        role: Option<OptionId>,
    },
    /// Nobody in particular: the screen that the table shares.
    Scribe,
}

/// A seat, with what the device shows next time.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Seated {
    /// The seat.
    pub seat: SeatId,
    /// The key of the seat, base64url. The device keeps it; it never goes over the network again.
    pub key: String,
}

/// Someone who types.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Typist {
    /// The table.
    pub table: TableId,
    /// Where, such as `field/3/name` or `note/n12`.
    pub place: String,
    /// The device; none for the laptop itself.
    pub seat: Option<SeatId>,
    /// The name; empty for a shared screen.
    pub name: String,
}

/// What a photo is, sent with its last part.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PhotoAbout {
    /// The table.
    pub table: TableId,
    /// What is on it.
    pub of: PhotoOf,
    /// What the table says about it; may be empty.
    pub text: String,
    /// Who took it.
    pub by: Option<ParticipantId>,
}
