//! Joining: what a device must know, and how it gets a seat.

use protocol::{Caller, Failure, JoinAs, JoinPerson, JoinView, Reply, Seated};
use workshop::{Command, CommandId, ParticipantId, Refusal, SeatId, SeatKind, TableId};

use crate::App;
use crate::keys::{self, Door};
use crate::sitting::Order;

/// The most characters of the id that a device chooses.
const LONGEST: usize = 100;

impl App {
    pub(crate) fn joining(&self, caller: &Caller) -> Result<Reply, Failure> {
        let table = guest(caller)?;
        let roles = self.voices();
        let sitting = self.sitting()?;
        let state = sitting.state();
        let session = state.session().ok_or(Failure::NoSession)?;
        let people = state.seated(table).map(|person| JoinPerson {
            id: person.id.clone(),
            name: person.name.clone(),
            taken: state.seat_of(&person.id).is_some(),
        });
        let scribes = state
            .seats(table)
            .filter(|seat| seat.kind == SeatKind::Scribe)
            .count();
        Ok(Reply::Joining(JoinView {
            table,
            name: state
                .table(table)
                .map(|it| it.name.clone())
                .unwrap_or_default(),
            session: session.name.clone(),
            region: session.region.clone(),
            people: people.collect(),
            roles,
            scribes: u16::try_from(scribes).unwrap_or(u16::MAX),
        }))
    }

    /// Takes a seat. A device that asks again, because the answer was lost, gets the seat that it has.
    pub(crate) fn join(
        &self,
        caller: &Caller,
        id: &SeatId,
        who: &JoinAs,
    ) -> Result<Reply, Failure> {
        let table = guest(caller)?;
        let refused = |refusal| Failure::Refused { refusal };
        if !(1..=LONGEST).contains(&id.0.len()) {
            return Err(refused(Refusal::BadId));
        }
        let seat = self.seat_for(id)?;
        if self.sitting()?.state().seat(&seat).is_none() {
            let take = |kind, participant| Command::TakeSeat {
                id: seat.clone(),
                table,
                kind,
                participant,
            };
            let name = CommandId(format!("join-{seat}"));
            let order = match who {
                JoinAs::Scribe => Order::own(name, take(SeatKind::Scribe, None)),
                JoinAs::Known { participant } => {
                    let known = Some(participant.clone());
                    Order::own(name, take(SeatKind::Participant, known))
                }
                JoinAs::New { name: said, .. } if said.trim().is_empty() => {
                    return Err(refused(Refusal::Empty));
                }
                JoinAs::New { name: said, role } => {
                    let person = ParticipantId(format!("p-{seat}"));
                    let come = Command::AddParticipant {
                        id: person.clone(),
                        table,
                        name: said.clone(),
                        role: role.clone(),
                    };
                    // Where there is no room for a device there is nobody new at the table either.
                    Order::own(name, come).with(take(SeatKind::Participant, Some(person)))
                }
            };
            match self.order(caller, order)? {
                Reply::Failed(Failure::Refused {
                    refusal: Refusal::NameTaken,
                }) => return Err(Failure::NameTaken),
                Reply::Failed(failure) => return Err(failure),
                _ => {}
            }
        }
        let key = self
            .key(&Door::Seat(seat.clone()))
            .ok_or(Failure::SeatGone)?;
        Ok(Reply::Seated(Seated {
            seat,
            key: keys::text(&key),
        }))
    }
}

/// The table at whose door a caller stands.
fn guest(caller: &Caller) -> Result<TableId, Failure> {
    match caller {
        Caller::Guest(table) => Ok(*table),
        Caller::Facilitator | Caller::Seat(_) | Caller::Projector | Caller::DecisionMaker => {
            Err(Failure::NotAllowed)
        }
    }
}
