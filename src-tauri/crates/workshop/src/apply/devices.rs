//! Events of devices: seats and codes, the projector, stories that are pointed at, and photos.

use crate::change::Change;
use crate::part::Part;
use crate::{Event, Key, ParticipantId, Photo, Pointed, Seat, Session, Table, TableId};

impl Change<'_> {
    /// Gives back an event that is not one of these.
    pub(super) fn devices(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::ScreenSet { show } => {
                self.edit(&Key::Session, |it: &mut Session| it.screen = show)
            }
            Event::PaperSet { table, paper } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.paper = paper)
            }
            Event::SeatTaken {
                id,
                table,
                kind,
                participant,
            } => {
                self.put(Seat {
                    id,
                    table,
                    kind,
                    participant: participant.clone(),
                });
                self.views_flip(participant.as_ref());
            }
            Event::SeatMoved { id, table } => {
                self.edit(&Key::Seat(id), |it: &mut Seat| it.table = table)
            }
            Event::SeatRemoved { id } => {
                let who = self.state.seat(&id).and_then(|it| it.participant.clone());
                self.remove(&Key::Seat(id));
                self.views_flip(who.as_ref());
            }
            Event::CodeRenewed { table, code } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.code = code)
            }
            Event::StoryPointed {
                table,
                story,
                by,
                at,
            } => self.edit(&Key::Table(table), |it: &mut Table| {
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
            } => self.put(Photo {
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
            Event::PhotoRemoved { id } => self.remove(&Key::Photo(id)),
            other => return Some(other),
        }
        None
    }

    /// The device of someone goes along to another table, or has no place any more.
    pub(super) fn seat_follows(&mut self, who: &ParticipantId, table: Option<TableId>) {
        if let Some(seat) = self.state.seat_of(who).cloned() {
            match table {
                Some(table) => self.put(Seat { table, ..seat }),
                None => self.remove(&seat.key()),
            }
        }
        self.views_flip(Some(who));
    }

    /// What someone gave in silence may from now on be seen on other screens than before: it depends on whether, and where, they
    /// have a device of their own.
    pub(super) fn views_flip(&mut self, who: Option<&ParticipantId>) {
        if let Some(who) = who {
            self.mark(&Key::Vote(who.clone()));
            self.mark(&Key::Dots(who.clone()));
            self.mark(&Key::Participant(who.clone()));
        }
    }
}
