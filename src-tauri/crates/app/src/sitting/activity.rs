//! When each table last did something, as the desk watches it.

use std::collections::BTreeMap;

use workshop::{Entity, Event, Key, State, TableId};

/// When each table last did something (milliseconds since 1970).
#[derive(Clone, Debug, Default)]
pub(crate) struct Activity(BTreeMap<TableId, u64>);

impl Activity {
    /// When a table last did something.
    pub fn of(&self, table: TableId) -> Option<u64> {
        self.0.get(&table).copied()
    }

    /// Takes in an event that `state` has just applied. What the facilitator does to a table is not something that it does.
    pub fn note(&mut self, state: &State, event: &Event, at: u64) {
        if matches!(
            event,
            Event::SessionCreated { .. }
                | Event::TablesMoved { .. }
                | Event::TableAdded { .. }
                | Event::TableNamed { .. }
                | Event::TimerSet { .. }
                | Event::MessageSent { .. }
                | Event::HelpEnded { .. }
                | Event::SeatMoved { .. }
                | Event::SeatRemoved { .. }
                | Event::CodeRenewed { .. }
                | Event::PaperSet { .. }
        ) {
            return;
        }
        let before = state.seq().saturating_sub(1);
        let tables: Vec<TableId> = state
            .changed_since(before)
            .filter_map(|(key, _)| table_of(state, key))
            .collect();
        self.0.extend(tables.into_iter().map(|table| (table, at)));
    }
}

/// The table that an entity belongs to.
pub(crate) fn table_of(state: &State, key: &Key) -> Option<TableId> {
    match key {
        Key::Session | Key::Message(_) => None,
        Key::Table(table)
        | Key::Guess(table, _)
        | Key::Recognition(table, _)
        | Key::Read(table, _)
        | Key::Kept(table, _)
        | Key::Field(table, _)
        | Key::Poster(table) => Some(*table),
        Key::Participant(_)
        | Key::Experience(_)
        | Key::OwnInterpretation(_)
        | Key::Vote(_)
        | Key::Note(_)
        | Key::Cluster(_)
        | Key::Idea(_)
        | Key::Dots(_)
        | Key::Seat(_)
        | Key::Photo(_) => match state.entity(key)? {
            Entity::Participant(it) => Some(it.table),
            Entity::Experience(it) => Some(it.table),
            Entity::OwnInterpretation(it) => Some(it.table),
            Entity::Vote(it) => Some(it.table),
            Entity::Note(it) => Some(it.table),
            Entity::Cluster(it) => Some(it.table),
            Entity::Idea(it) => Some(it.table),
            Entity::Dots(it) => Some(it.table),
            Entity::Seat(it) => Some(it.table),
            Entity::Photo(it) => Some(it.table),
            _ => None,
        },
    }
}
