//! The keys and codes with which devices come in: all of them follow from one secret of the session, so that they are the same
//! after a restart and on another laptop.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use protocol::{Failure, JoinCode};
use sha2::Sha256;
use workshop::{SeatId, State, Table, TableId};

use crate::App;
use crate::lan::qr;
use crate::sitting::Sitting;

/// What opens a door: 16 bytes that nobody can guess.
pub type Key = [u8; 16];

/// Where a device comes in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Door {
    /// At a table, with the code that stands on it.
    Table(TableId),
    /// At its own seat.
    Seat(SeatId),
    /// As a projector.
    Screen,
}

/// The most tables: each has the words that stand so many places apart, so that no two ever have the same.
const TABLES: usize = 12;

/// Short words that are easily read out and typed; with two digits they are the code of a table.
const WORDS: &str = include_str!("keys/words.txt");

impl App {
    /// The key of a door; `None` where there is no such door.
    pub fn key(&self, door: &Door) -> Option<Key> {
        self.doors(|doors| doors.key(door)).ok()?
    }

    /// The table of a code that someone typed.
    pub fn table_of_code(&self, typed: &str) -> Option<TableId> {
        let typed = plain(typed);
        let found = self
            .codes()
            .into_iter()
            .find(|(_, code)| plain(code) == typed);
        found.map(|(table, _)| table)
    }

    /// The codes of all tables, to be typed.
    pub(crate) fn codes(&self) -> Vec<(TableId, String)> {
        self.doors(|doors| doors.codes()).unwrap_or_default()
    }

    /// How to join each table; nothing while there is no address.
    pub(crate) fn join_codes(&self, address: &str) -> Vec<JoinCode> {
        if address.is_empty() {
            return Vec::new();
        }
        self.doors(|doors| doors.join_codes(address))
            .unwrap_or_default()
    }

    /// The seat of who joins with an id. Everybody at a table can see which seats there are, so the id cannot be found from the
    /// seat: who has the id is who joined with it, and gets the key again when the answer was lost.
    pub(crate) fn seat_for(&self, id: &SeatId) -> Result<SeatId, Failure> {
        let label = format!("join/{id}");
        let made = self.doors(|doors| derive(&doors.secret, &label))?;
        let made = made.ok_or(Failure::BadRequest)?;
        Ok(SeatId(format!("s{}", text(&made[..12]))))
    }

    fn doors<T>(&self, ask: impl FnOnce(&Doors<'_>) -> T) -> Result<T, Failure> {
        let sitting = self.sitting()?;
        let doors = Doors::of(&sitting, &|| self.drawn())?;
        Ok(ask(&doors))
    }
}

/// The doors of a session.
pub(crate) struct Doors<'a> {
    sitting: &'a Sitting,
    secret: Vec<u8>,
}

impl<'a> Doors<'a> {
    /// `draw` gives the secret of a session that has none yet.
    pub fn of(sitting: &'a Sitting, draw: &dyn Fn() -> [u8; 32]) -> Result<Self, Failure> {
        let kept = sitting.secret(|| text(&draw()))?;
        let secret = BASE64_URL_SAFE_NO_PAD
            .decode(kept)
            .map_err(|error| Failure::Defect {
                trace: error.to_string(),
            })?;
        Ok(Self { sitting, secret })
    }

    /// How to join each table at an address.
    pub fn join_codes(&self, address: &str) -> Vec<JoinCode> {
        let code = |(table, code)| {
            let key = self.key(&Door::Table(table))?;
            let link = format!("http://{address}/#{}.{}", table.0, text(&key));
            Some(JoinCode {
                table,
                code,
                qr: qr(&link)?,
                link,
            })
        };
        self.codes().into_iter().filter_map(code).collect()
    }

    fn key(&self, door: &Door) -> Option<Key> {
        let label = {
            let state = self.sitting.state();
            match door {
                Door::Table(table) => format!("table/{}/{}", table.0, state.table(*table)?.code),
                Door::Seat(seat) => format!("seat/{}", state.seat(seat)?.id),
                Door::Screen => "screen".to_owned(),
            }
        };
        let made = derive(&self.secret, &label)?;
        let mut key = Key::default();
        key.copy_from_slice(&made[..16]);
        Some(key)
    }

    fn codes(&self) -> Vec<(TableId, String)> {
        codes(&self.secret, &self.sitting.state()).unwrap_or_default()
    }
}

/// Bytes as base64url.
pub(crate) fn text(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// HMAC-SHA256 (RFC 2104).
fn derive(secret: &[u8], label: &str) -> Option<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(label.as_bytes());
    Some(mac.finalize().into_bytes().into())
}

/// The codes of all tables: each with a word of its own, also when another is renewed, added or taken away. The secret says in
/// which order the words are dealt out.
fn codes(secret: &[u8], state: &State) -> Option<Vec<(TableId, String)>> {
    let dealt = |word: &'static str| Some((derive(secret, &format!("word/{word}"))?, word));
    let mut words: Vec<([u8; 32], &str)> = WORDS.lines().map(dealt).collect::<Option<_>>()?;
    words.sort_unstable();
    let code = |table: &Table| {
        let first = usize::from(table.id.0).checked_sub(1)? % TABLES;
        let turns = (words.len() / TABLES).max(1);
        let (_, word) = words.get(first + usize::from(table.code) % turns * TABLES)?;
        let made = derive(secret, &format!("code/{}/{}", table.id.0, table.code))?;
        let digits = 10 + u16::from_be_bytes([made[0], made[1]]) % 90;
        Some((table.id, format!("{word} {digits}")))
    };
    state.tables().map(code).collect()
}

/// A code without what people add or leave out.
fn plain(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}
