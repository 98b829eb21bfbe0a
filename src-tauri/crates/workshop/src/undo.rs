//! Undo: what a table made or moved, piece by piece, as it was.
//!
//! A [`Piece`] holds exactly what undoable events can change, and nothing else can change it: of a table only its choice, of a
//! poster everything but `ready`. So putting pieces back, the last step first, never takes anything away that came about in
//! another way. A field that is put back gets a new version, for one that was seen must never come back with another text.

use entities::{Part, Step};
use serde::{Deserialize, Serialize};
use stories::PerspectiveId;

use crate::{
    Cluster, ClusterId, Dots, Entity, Event, Field, FieldName, Idea, IdeaId, Key, Note, NoteId,
    Origin, OwnInterpretation, OwnInterpretationId, Poster, Sort, State, Table, TableId,
};

/// The most steps of a table that can be undone.
pub(crate) const MOST: usize = 100;

/// The undoable part of an entity at some moment; `None` where it was not there.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the fields are those of the entities, and are described there"
)]
pub enum Piece {
    /// What a table chose.
    Choice {
        table: TableId,
        chosen: Vec<PerspectiveId>,
        fixed: bool,
    },
    /// An own interpretation.
    OwnInterpretation {
        id: OwnInterpretationId,
        was: Option<OwnInterpretation>,
    },
    /// A note.
    Note { id: NoteId, was: Option<Note> },
    /// A cluster.
    Cluster { id: ClusterId, was: Option<Cluster> },
    /// An idea.
    Idea { id: IdeaId, was: Option<Idea> },
    /// A field of a poster; one that was not there was empty.
    Field {
        table: TableId,
        field: FieldName,
        text: String,
        ideas: Vec<IdeaId>,
    },
    /// A poster.
    Poster {
        table: TableId,
        ideas: Vec<IdeaId>,
        sort: Option<Sort>,
        touched: Option<Origin>,
        saw: Vec<NoteId>,
    },
}

impl Piece {
    /// The undoable part of an entity, where it has one. `was` is the entity under the key, `None` where there is none.
    fn of(key: &Key, was: Option<&Entity>) -> Option<Self> {
        Some(match key {
            Key::Table(table) => {
                let it = Table::of(was?)?;
                Self::Choice {
                    table: *table,
                    chosen: it.chosen.clone(),
                    fixed: it.fixed,
                }
            }
            Key::OwnInterpretation(id) => Self::OwnInterpretation {
                id: id.clone(),
                was: was.and_then(Part::of).cloned(),
            },
            Key::Note(id) => Self::Note {
                id: id.clone(),
                was: was.and_then(Part::of).cloned(),
            },
            Key::Cluster(id) => Self::Cluster {
                id: id.clone(),
                was: was.and_then(Part::of).cloned(),
            },
            Key::Idea(id) => Self::Idea {
                id: id.clone(),
                was: was.and_then(Part::of).cloned(),
            },
            Key::Field(table, field) => {
                let (text, ideas) = was
                    .and_then(Field::of)
                    .map(|it| (it.text.clone(), it.ideas.clone()))
                    .unwrap_or_default();
                Self::Field {
                    table: *table,
                    field: *field,
                    text,
                    ideas,
                }
            }
            Key::Poster(table) => {
                let it = Poster::of(was?)?;
                Self::Poster {
                    table: *table,
                    ideas: it.ideas.clone(),
                    sort: it.sort,
                    touched: it.touched.clone(),
                    saw: it.saw.clone(),
                }
            }
            Key::Session
            | Key::Participant(_)
            | Key::Experience(_)
            | Key::Guess(..)
            | Key::Recognition(..)
            | Key::Vote(_)
            | Key::Read(..)
            | Key::Kept(..)
            | Key::Dots(_)
            | Key::Message(_)
            | Key::Seat(_)
            | Key::Photo(_) => return None,
        })
    }

    /// The same of an entity as it is now.
    pub(crate) fn now(state: &State, key: &Key) -> Option<Self> {
        Self::of(key, state.entities.entity(key))
    }

    /// The key of the entity that this is a piece of.
    pub(crate) fn key(&self) -> Key {
        match self {
            Self::Choice { table, .. } => Key::Table(*table),
            Self::OwnInterpretation { id, .. } => Key::OwnInterpretation(id.clone()),
            Self::Note { id, .. } => Key::Note(id.clone()),
            Self::Cluster { id, .. } => Key::Cluster(id.clone()),
            Self::Idea { id, .. } => Key::Idea(id.clone()),
            Self::Field { table, field, .. } => Key::Field(*table, *field),
            Self::Poster { table, .. } => Key::Poster(*table),
        }
    }
}

impl State {
    /// Puts pieces back.
    pub(crate) fn restore(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece.clone() {
                Piece::Choice {
                    table,
                    chosen,
                    fixed,
                } => self.entities.edit(&Key::Table(table), |it: &mut Table| {
                    it.chosen = chosen;
                    it.fixed = fixed;
                }),
                Piece::OwnInterpretation { was, .. } => self
                    .entities
                    .set(&piece.key(), was.map(Entity::OwnInterpretation)),
                Piece::Note { was, .. } => self.entities.set(&piece.key(), was.map(Entity::Note)),
                Piece::Cluster { was, .. } => {
                    self.entities.set(&piece.key(), was.map(Entity::Cluster))
                }
                Piece::Idea { was, .. } => self.entities.set(&piece.key(), was.map(Entity::Idea)),
                Piece::Field {
                    table,
                    field,
                    text,
                    ideas,
                } => {
                    if Piece::now(self, &piece.key()).as_ref() != Some(piece) {
                        let version = self.field_version(table, field).saturating_add(1);
                        self.entities.put(Field {
                            table,
                            field,
                            text,
                            ideas,
                            version,
                        });
                    }
                }
                Piece::Poster {
                    table,
                    ideas,
                    sort,
                    touched,
                    saw,
                } => self.entities.edit(&Key::Poster(table), |it: &mut Poster| {
                    it.ideas = ideas;
                    it.sort = sort;
                    it.touched = touched;
                    it.saw = saw;
                }),
            }
        }
    }

    /// Remembers how to get back from an event that was just applied.
    pub(crate) fn remember(&mut self, event: &Event) {
        let before = self.entities.end();
        for (key, was) in &before {
            if let Key::Idea(idea) = key
                && was.is_some() != self.entities.contains(key)
            {
                // Dots on an idea that is not there are kept but not shown.
                let on = |it: &Dots| it.dots.iter().any(|(on, _)| on == idea);
                self.entities.mark_all(on);
            }
        }
        let Some(table) = event.undo_table() else {
            return;
        };
        let step = match event {
            Event::Undone { .. } => Step::Undone,
            Event::Redone { .. } => Step::Redone,
            _ => Step::Ahead,
        };
        let undoable = |(key, was): &(Key, Option<Entity>)| {
            let piece = Piece::of(key, was.as_ref());
            piece.filter(|piece| Piece::now(self, key).as_ref() != Some(piece))
        };
        let pieces = before.iter().filter_map(undoable).collect();
        let back = self.back.entry(table).or_default();
        back.remember(step, pieces, MOST);
        let counts = [back.undoable(), back.redoable()]
            .map(|count| u16::try_from(count).unwrap_or(u16::MAX));
        self.entities.edit(&Key::Table(table), |it: &mut Table| {
            [it.undoable, it.redoable] = counts
        });
    }
}
