//! The state of a session: all entities, when each last changed, and the way back.

use std::collections::BTreeMap;

use entities::{Back, Entities, Part};

use crate::undo::Piece;
use crate::{
    Cluster, ClusterId, Dots, Entity, Experience, ExperienceId, Field, FieldName, Guess, Idea,
    IdeaId, Kept, Key, Message, MessageId, Note, NoteId, OwnInterpretation, OwnInterpretationId,
    Participant, ParticipantId, Photo, PhotoId, Poster, Read, Recognition, Seat, SeatId, Session,
    Table, TableId, Vote,
};

/// The state of a session. The default has no session yet.
///
/// It follows from the events alone: the same events give an equal state, the way back included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub(crate) entities: Entities<Key, Entity>,
    pub(crate) back: BTreeMap<TableId, Back<Piece>>,
}

impl State {
    // ---- for screens ---------------------------------------------------------------------------------------------------------

    /// The number of the last event that was applied; 0 before the first.
    pub fn seq(&self) -> u64 {
        self.entities.seq()
    }

    /// An entity as screens see it.
    pub fn entity(&self, key: &Key) -> Option<Entity> {
        self.entities.entity(key).map(|entity| self.shown(entity))
    }

    /// All entities as screens see them, in the order of their keys.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        self.entities.iter().map(|(_, entity)| self.shown(entity))
    }

    /// The keys of all entities, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Key> + '_ {
        self.entities.iter().map(|(key, _)| key)
    }

    /// What changed after an event, each key once, the longest ago first: with `true` where the entity is gone.
    pub fn changed_since(&self, seq: u64) -> impl Iterator<Item = (&Key, bool)> + '_ {
        self.entities.changed_since(seq)
    }

    fn shown(&self, entity: &Entity) -> Entity {
        if let Entity::Dots(dots) = entity {
            Entity::Dots(self.shown_dots(dots))
        } else {
            entity.clone()
        }
    }

    fn shown_dots(&self, dots: &Dots) -> Dots {
        let mut dots = dots.clone();
        dots.dots.retain(|(idea, _)| self.idea(idea).is_some());
        dots.given = sum(&dots.dots);
        dots
    }

    // ---- one thing -----------------------------------------------------------------------------------------------------------

    /// The session, once it began.
    pub fn session(&self) -> Option<&Session> {
        self.get(&Key::Session)
    }

    /// A table.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.get(&Key::Table(id))
    }

    /// A participant, also one who left.
    pub fn participant(&self, id: &ParticipantId) -> Option<&Participant> {
        self.get(&Key::Participant(id.clone()))
    }

    /// An own experience.
    pub fn experience(&self, id: &ExperienceId) -> Option<&Experience> {
        self.get(&Key::Experience(id.clone()))
    }

    /// An own interpretation.
    pub fn own_interpretation(&self, id: &OwnInterpretationId) -> Option<&OwnInterpretation> {
        self.get(&Key::OwnInterpretation(id.clone()))
    }

    /// The personal vote of someone.
    pub fn vote(&self, id: &ParticipantId) -> Option<&Vote> {
        self.get(&Key::Vote(id.clone()))
    }

    /// A note.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.get(&Key::Note(id.clone()))
    }

    /// A cluster.
    pub fn cluster(&self, id: &ClusterId) -> Option<&Cluster> {
        self.get(&Key::Cluster(id.clone()))
    }

    /// An idea.
    pub fn idea(&self, id: &IdeaId) -> Option<&Idea> {
        self.get(&Key::Idea(id.clone()))
    }

    /// The dots of someone, on ideas that are there.
    pub fn dots(&self, id: &ParticipantId) -> Option<Dots> {
        self.get(&Key::Dots(id.clone()))
            .map(|dots| self.shown_dots(dots))
    }

    /// A field of a poster; `None` where it was never filled.
    pub fn field(&self, table: TableId, field: FieldName) -> Option<&Field> {
        self.get(&Key::Field(table, field))
    }

    /// The poster of a table; every table has one.
    pub fn poster(&self, table: TableId) -> Option<&Poster> {
        self.get(&Key::Poster(table))
    }

    /// A message.
    pub fn message(&self, id: &MessageId) -> Option<&Message> {
        self.get(&Key::Message(id.clone()))
    }

    /// A device.
    pub fn seat(&self, id: &SeatId) -> Option<&Seat> {
        self.get(&Key::Seat(id.clone()))
    }

    /// The device of someone, where they have one of their own.
    pub fn seat_of(&self, id: &ParticipantId) -> Option<&Seat> {
        self.all::<Seat>()
            .find(|it| it.participant.as_ref() == Some(id))
    }

    /// A photo.
    pub fn photo(&self, id: &PhotoId) -> Option<&Photo> {
        self.get(&Key::Photo(id.clone()))
    }

    // ---- many things ---------------------------------------------------------------------------------------------------------

    /// The tables, by number.
    pub fn tables(&self) -> impl Iterator<Item = &Table> + '_ {
        self.all()
    }

    /// The participants of all tables, also who left.
    pub fn participants(&self) -> impl Iterator<Item = &Participant> + '_ {
        self.all()
    }

    /// The participants who sit at a table now.
    pub fn seated(&self, table: TableId) -> impl Iterator<Item = &Participant> + '_ {
        self.all::<Participant>()
            .filter(move |it| it.table == table && !it.left)
    }

    /// The devices at a table.
    pub fn seats(&self, table: TableId) -> impl Iterator<Item = &Seat> + '_ {
        self.all::<Seat>().filter(move |it| it.table == table)
    }

    /// The own experiences of a table.
    pub fn experiences(&self, table: TableId) -> impl Iterator<Item = &Experience> + '_ {
        self.all::<Experience>().filter(move |it| it.table == table)
    }

    /// The guesses of a table.
    pub fn guesses(&self, table: TableId) -> impl Iterator<Item = &Guess> + '_ {
        self.all::<Guess>().filter(move |it| it.table == table)
    }

    /// The own interpretations of a table.
    pub fn own_interpretations(
        &self,
        table: TableId,
    ) -> impl Iterator<Item = &OwnInterpretation> + '_ {
        self.all::<OwnInterpretation>()
            .filter(move |it| it.table == table)
    }

    /// Who at a table recognises what.
    pub fn recognitions(&self, table: TableId) -> impl Iterator<Item = &Recognition> + '_ {
        self.all::<Recognition>()
            .filter(move |it| it.table == table)
    }

    /// The personal votes that were given at a table.
    pub fn votes(&self, table: TableId) -> impl Iterator<Item = &Vote> + '_ {
        self.all::<Vote>().filter(move |it| it.table == table)
    }

    /// The stories that a table opened.
    pub fn reads(&self, table: TableId) -> impl Iterator<Item = &Read> + '_ {
        self.all::<Read>().filter(move |it| it.table == table)
    }

    /// The stories that a table keeps at hand.
    pub fn kept(&self, table: TableId) -> impl Iterator<Item = &Kept> + '_ {
        self.all::<Kept>().filter(move |it| it.table == table)
    }

    /// The photos of a table in the order in which they came.
    pub fn photos(&self, table: TableId) -> Vec<&Photo> {
        self.entities.in_order(|it: &Photo| it.table == table)
    }

    /// All notes of a table in the order in which they were taken, doubles included.
    pub fn notes(&self, table: TableId) -> Vec<&Note> {
        self.entities.in_order(|it: &Note| it.table == table)
    }

    /// The notes of a cluster, or the loose ones of a table, in their order, without doubles.
    pub fn column(&self, table: TableId, cluster: Option<&ClusterId>) -> Vec<&Note> {
        let here = |it: &&Note| {
            it.table == table && it.cluster.as_ref() == cluster && it.merged_into.is_none()
        };
        let mut notes: Vec<&Note> = self.all::<Note>().filter(here).collect();
        notes.sort_by_key(|it| it.place);
        notes
    }

    /// The doubles of a note.
    pub fn doubles<'a>(&'a self, note: &'a NoteId) -> impl Iterator<Item = &'a Note> + 'a {
        self.all::<Note>()
            .filter(move |it| it.merged_into.as_ref() == Some(note))
    }

    /// The clusters of a table in their order.
    pub fn clusters(&self, table: TableId) -> Vec<&Cluster> {
        let mut clusters: Vec<&Cluster> = self
            .all::<Cluster>()
            .filter(|it| it.table == table)
            .collect();
        clusters.sort_by_key(|it| it.place);
        clusters
    }

    /// The ideas of a table in their order.
    pub fn ideas(&self, table: TableId) -> Vec<&Idea> {
        let mut ideas: Vec<&Idea> = self.all::<Idea>().filter(|it| it.table == table).collect();
        ideas.sort_by_key(|it| it.place);
        ideas
    }

    /// The dots that were given at a table, on ideas that are there.
    pub fn dots_at(&self, table: TableId) -> impl Iterator<Item = Dots> + '_ {
        self.all::<Dots>()
            .filter(move |it| it.table == table)
            .map(|it| self.shown_dots(it))
    }

    /// How many dots an idea has.
    pub fn dots_on(&self, idea: &IdeaId) -> u32 {
        self.all::<Dots>()
            .flat_map(|it| &it.dots)
            .filter(|(on, _)| on == idea)
            .map(|(_, dots)| u32::from(*dots))
            .sum()
    }

    /// The fields of a table's poster that were ever filled, in the order of the screens.
    pub fn fields(&self, table: TableId) -> impl Iterator<Item = &Field> + '_ {
        FieldName::ALL
            .into_iter()
            .filter_map(move |field| self.field(table, field))
    }

    /// The messages of the facilitator, the oldest first.
    pub fn messages(&self) -> Vec<&Message> {
        self.entities.in_order(|_| true)
    }

    // ---- inside ----------------------------------------------------------------------------------------------------------------

    pub(crate) fn get<P: Part<Key, Entity>>(&self, key: &Key) -> Option<&P> {
        self.entities.get(key)
    }

    pub(crate) fn all<P: Part<Key, Entity>>(&self) -> impl Iterator<Item = &P> + '_ {
        self.entities.all()
    }

    pub(crate) fn field_version(&self, table: TableId, field: FieldName) -> u32 {
        self.field(table, field).map_or(0, |it| it.version)
    }

    /// The pieces that the last step of a table put aside, to undo or to do again.
    pub(crate) fn step_back(&self, table: TableId, redo: bool) -> Option<&[Piece]> {
        let back = self.back.get(&table)?;
        if redo {
            back.next_redo()
        } else {
            back.next_undo()
        }
    }
}

/// How many dots these are in all.
pub(crate) fn sum(dots: &[(IdeaId, u8)]) -> u16 {
    dots.iter()
        .map(|(_, dots)| u16::from(*dots))
        .fold(0, u16::saturating_add)
}
