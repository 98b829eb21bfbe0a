//! What each caller may see. The same for a fresh view, for what changed, and for what was missed.
//!
//! Who may see votes, dots and experiences follows from other entities. The session names those keys as changed whenever
//! that turns, so that what is seen now is all that a screen must be told.

use protocol::Caller;
use workshop::{Entity, ParticipantId, SeatKind, State, Table, TableId};

use crate::roles::Role;

/// Who looks, from where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Eyes {
    /// As what.
    pub role: Role,
    /// At which table; none for who is at no table.
    pub table: Option<TableId>,
    /// Whose own device it is.
    pub me: Option<ParticipantId>,
}

impl Eyes {
    /// Who a caller is at this moment; `None` for a device without a seat.
    pub fn of(caller: &Caller, state: &State) -> Option<Self> {
        let nowhere = |role| Self {
            role,
            table: None,
            me: None,
        };
        match caller {
            Caller::Facilitator => Some(nowhere(Role::Facilitator)),
            Caller::Projector => Some(nowhere(Role::Projector)),
            Caller::DecisionMaker => Some(nowhere(Role::DecisionMaker)),
            Caller::Guest(table) => state.table(*table).map(|_| Self {
                table: Some(*table),
                ..nowhere(Role::Guest)
            }),
            Caller::Seat(id) => state.seat(id).map(|seat| Self {
                role: match seat.kind {
                    SeatKind::Participant => Role::Participant,
                    SeatKind::Scribe => Role::Scribe,
                },
                table: Some(seat.table),
                me: seat.participant.clone(),
            }),
        }
    }

    /// An entity as these eyes see it; `None` where they do not.
    pub fn see(&self, state: &State, entity: Entity) -> Option<Entity> {
        match self.role {
            Role::Guest => return None,
            Role::Projector | Role::DecisionMaker => return public(entity),
            Role::Facilitator | Role::Scribe | Role::Participant => {}
        }
        if !self.near(&entity) {
            return None;
        }
        match entity {
            // What is private is its writer's: not even the laptop shows it.
            Entity::Experience(it) if it.private && !self.is(it.by.as_ref()) => None,
            Entity::Vote(mut it) => {
                let shown = state.table(it.table).is_some_and(|table| table.votes_shown);
                if !shown && !self.holds(state, &it.participant) {
                    it.perspectives.clear();
                }
                Some(Entity::Vote(it))
            }
            Entity::Dots(mut it) => {
                let shown = state.table(it.table).is_some_and(|table| table.dots_closed);
                if !shown && !self.holds(state, &it.participant) {
                    it.dots.clear();
                }
                Some(Entity::Dots(it))
            }
            entity => Some(entity),
        }
    }

    /// Whether something that these eyes do not see may have been seen by them before: what can go to another table, or back to
    /// its writer alone.
    pub fn may_have_seen(&self, entity: &Entity) -> bool {
        matches!(
            self.role,
            Role::Facilitator | Role::Scribe | Role::Participant
        ) && matches!(
            entity,
            Entity::Participant(_)
                | Entity::Seat(_)
                | Entity::Experience(_)
                | Entity::Vote(_)
                | Entity::Dots(_)
                | Entity::Message(_)
        )
    }

    /// Whether this is that person's own device.
    pub fn is(&self, person: Option<&ParticipantId>) -> bool {
        self.me.is_some() && self.me.as_ref() == person
    }

    /// Whether this screen holds the hidden votes of a person: its own, or on a shared screen those of who has no device.
    fn holds(&self, state: &State, person: &ParticipantId) -> bool {
        match self.me {
            Some(_) => self.is(Some(person)),
            None => state.seat_of(person).is_none(),
        }
    }

    /// Whether something is of the own table, or of all.
    fn near(&self, entity: &Entity) -> bool {
        let Some(mine) = self.table else { return true };
        let of = match entity {
            Entity::Session(_) => return true,
            Entity::Message(it) => return it.tables.contains(&mine),
            // What was given stays where it was given; who gave it sees it from any table.
            Entity::Vote(it) if self.is(Some(&it.participant)) => return true,
            Entity::Dots(it) if self.is(Some(&it.participant)) => return true,
            Entity::Experience(it) if self.is(it.by.as_ref()) => return true,
            Entity::Table(it) => it.id,
            Entity::Participant(it) => it.table,
            Entity::Experience(it) => it.table,
            Entity::Guess(it) => it.table,
            Entity::OwnInterpretation(it) => it.table,
            Entity::Recognition(it) => it.table,
            Entity::Vote(it) => it.table,
            Entity::Read(it) => it.table,
            Entity::Kept(it) => it.table,
            Entity::Note(it) => it.table,
            Entity::Cluster(it) => it.table,
            Entity::Idea(it) => it.table,
            Entity::Dots(it) => it.table,
            Entity::Field(it) => it.table,
            Entity::Poster(it) => it.table,
            Entity::Seat(it) => it.table,
            Entity::Photo(it) => it.table,
        };
        of == mine
    }
}

/// What everybody in the room may see. What a table asks of the facilitator, and what its people point out to each other, is not.
fn public(entity: Entity) -> Option<Entity> {
    match entity {
        Entity::Session(_) => Some(entity),
        Entity::Table(table) => Some(Entity::Table(Table {
            help: None,
            pointed: None,
            ..table
        })),
        _ => None,
    }
}
