//! Events of devices: seats and codes, the projector, stories that are pointed at, and photos.

use entities::Part as _;

use crate::{Event, Key, ParticipantId, Photo, Pointed, Seat, Session, State, Table, TableId};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_devices(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::ScreenSet { show } => self
                .entities
                .edit(&Key::Session, |it: &mut Session| it.screen = show),
            Event::PaperSet { table, paper } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.paper = paper),
            Event::SeatTaken {
                id,
                table,
                kind,
                participant,
            } => {
                self.entities.put(Seat {
                    id,
                    table,
                    kind,
                    participant: participant.clone(),
                });
                self.views_flip(participant.as_ref());
            }
            Event::SeatMoved { id, table } => self
                .entities
                .edit(&Key::Seat(id), |it: &mut Seat| it.table = table),
            Event::SeatRemoved { id } => {
                let who = self.seat(&id).and_then(|it| it.participant.clone());
                self.entities.remove(&Key::Seat(id));
                self.views_flip(who.as_ref());
            }
            Event::CodeRenewed { table, code } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.code = code),
            Event::StoryPointed {
                table,
                story,
                by,
                at,
            } => self.entities.edit(&Key::Table(table), |it: &mut Table| {
                it.pointed = Some(Pointed { story, by, at });
            }),
            Event::PhotoAdded {
                id,
                table,
                of,
                text,
                by,
                at,
                hash,
                bytes,
                width,
                height,
            } => self.entities.put(Photo {
                id,
                table,
                of,
                text,
                by,
                at,
                hash,
                bytes,
                width,
                height,
            }),
            Event::PhotoRemoved { id } => self.entities.remove(&Key::Photo(id)),
            other => return Some(other),
        }
        None
    }

    /// The device of someone goes along to another table, or has no place any more.
    pub(super) fn seat_follows(&mut self, who: &ParticipantId, table: Option<TableId>) {
        if let Some(seat) = self.seat_of(who).cloned() {
            match table {
                Some(table) => self.entities.put(Seat { table, ..seat }),
                None => self.entities.remove(&seat.key()),
            }
        }
        self.views_flip(Some(who));
    }

    /// What someone gave in silence may from now on be seen on other screens than before: it depends on whether, and where, they
    /// have a device of their own.
    pub(super) fn views_flip(&mut self, who: Option<&ParticipantId>) {
        if let Some(who) = who {
            self.entities.mark(&Key::Vote(who.clone()));
            self.entities.mark(&Key::Dots(who.clone()));
            self.entities.mark(&Key::Participant(who.clone()));
        }
    }
}
