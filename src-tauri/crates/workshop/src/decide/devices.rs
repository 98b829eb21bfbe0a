//! Rules of devices: their seats and the codes to join, what the projector shows, stories that are pointed at, and paper with
//! its photos.

use super::check::{gone, same, within};
use super::{Decide, Decision, when};
use crate::text::{NOTE, is_hash, lines};
use crate::{Command, Event, Key, ParticipantId, Refusal, Seat, SeatId, SeatKind, Show, TableId};

/// The most devices in a session.
const SEATS: u8 = 200;
/// The most devices at a table.
const SEATS_AT_TABLE: u8 = 24;
/// The most photos of a table.
const PHOTOS: u8 = 40;
/// The most bytes of a picture.
const BYTES: i32 = 4_000_000;
/// The most pixels of a picture, each way.
const PIXELS: i32 = 10_000;
/// Who sends the same story again within so many milliseconds tapped twice.
const DOUBLE_TAP: u64 = 3_000;

impl Decide<'_> {
    pub(super) fn devices(&self, command: &Command) -> Decision {
        match command {
            Command::SetScreen { show } => {
                if let Show::Poster { table } = show {
                    self.table(*table)?;
                }
                when(self.the_session()?.screen != *show, || Event::ScreenSet {
                    show: *show,
                })
            }
            Command::SetPaper { table, paper } => {
                when(self.table(*table)?.paper != *paper, || Event::PaperSet {
                    table: *table,
                    paper: *paper,
                })
            }
            Command::TakeSeat {
                id,
                table,
                kind,
                participant,
            } => self.take_seat(id, *table, *kind, participant.as_ref()),
            Command::MoveSeat { id, table } => self.move_seat(id, *table),
            Command::RemoveSeat { id } if self.went(&Key::Seat(id.clone())) => Ok(None),
            Command::RemoveSeat { id } => {
                self.seat(id)?;
                Ok(Some(Event::SeatRemoved { id: id.clone() }))
            }
            Command::RenewCode { table } => {
                let was = self.table(*table)?.code;
                let code = was.saturating_add(1);
                when(code != was, || Event::CodeRenewed {
                    table: *table,
                    code,
                })
            }
            Command::PointAt { table, story, by } => {
                let it = self.table(*table)?;
                self.writer(by.as_ref())?;
                let again = it.pointed.as_ref().is_some_and(|was| {
                    was.story == *story && was.by == *by && self.now.abs_diff(was.at) < DOUBLE_TAP
                });
                when(!again, || Event::StoryPointed {
                    table: *table,
                    story: *story,
                    by: by.clone(),
                    at: self.now,
                })
            }
            Command::AddPhoto { .. } => self.add_photo(command),
            Command::RemovePhoto { id } if self.went(&Key::Photo(id.clone())) => Ok(None),
            Command::RemovePhoto { id } => {
                self.state.photo(id).ok_or_else(|| gone("photo"))?;
                Ok(Some(Event::PhotoRemoved { id: id.clone() }))
            }
            _ => Ok(None),
        }
    }

    fn seat(&self, id: &SeatId) -> Result<&Seat, Refusal> {
        self.state.seat(id).ok_or_else(|| gone("seat"))
    }

    fn take_seat(
        &self,
        id: &SeatId,
        table: TableId,
        kind: SeatKind,
        participant: Option<&ParticipantId>,
    ) -> Decision {
        self.table(table)?;
        self.new_id(&id.0, &Key::Seat(id.clone()))?;
        match (kind, participant) {
            (SeatKind::Participant, Some(who)) => {
                same(self.seated(who)?.table, table)?;
                if self.state.seat_of(who).is_some() {
                    return Err(Refusal::NameTaken);
                }
            }
            (SeatKind::Participant, None) => return Err(gone("participant")),
            (SeatKind::Scribe, Some(_)) => return Err(Refusal::BadId),
            (SeatKind::Scribe, None) => {}
        }
        fits(self.state.all::<Seat>().count(), SEATS)?;
        fits(self.state.seats(table).count(), SEATS_AT_TABLE)?;
        Ok(Some(Event::SeatTaken {
            id: id.clone(),
            table,
            kind,
            participant: participant.cloned(),
        }))
    }

    fn move_seat(&self, id: &SeatId, table: TableId) -> Decision {
        self.table(table)?;
        let it = self.seat(id)?;
        if it.table == table {
            return Ok(None);
        }
        if it.kind == SeatKind::Participant {
            return Err(Refusal::OtherTable);
        }
        fits(self.state.seats(table).count(), SEATS_AT_TABLE)?;
        Ok(Some(Event::SeatMoved {
            id: id.clone(),
            table,
        }))
    }

    fn add_photo(&self, command: &Command) -> Decision {
        let Command::AddPhoto {
            id,
            table,
            of,
            text,
            by,
            hash,
            bytes,
            width,
            height,
        } = command
        else {
            return Ok(None);
        };
        self.table(*table)?;
        self.new_id(&id.0, &Key::Photo(id.clone()))?;
        self.writer(by.as_ref())?;
        let text = lines(text, NOTE)?;
        if !is_hash(hash) {
            return Err(Refusal::BadId);
        }
        within(*bytes, 1, BYTES)?;
        within(*width, 1, PIXELS)?;
        within(*height, 1, PIXELS)?;
        if self.state.photos(*table).len() >= usize::from(PHOTOS) {
            return Err(Refusal::PhotoLimit { limit: PHOTOS });
        }
        Ok(Some(Event::PhotoAdded {
            id: id.clone(),
            table: *table,
            of: *of,
            text,
            by: by.clone(),
            at: self.now,
            hash: hash.clone(),
            bytes: *bytes,
            width: *width,
            height: *height,
        }))
    }
}

/// Refuses one more device where there are as many as there may be.
fn fits(there: usize, limit: u8) -> Result<(), Refusal> {
    if there < usize::from(limit) {
        Ok(())
    } else {
        Err(Refusal::SeatLimit { limit })
    }
}
