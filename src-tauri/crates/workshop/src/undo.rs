//! Undo: what a table made or moved, piece by piece, as it was.
//!
//! A [`Piece`] holds exactly what undoable events can change, and nothing else can change it: of a table only its choice, of a
//! poster everything but `ready`. So putting pieces back, the last step first, never takes anything away that came about in
//! another way. A field that is put back gets a new version, for one that was seen must never come back with another text.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use stories::PerspectiveId;

use crate::change::Change;
use crate::{
    Cluster, ClusterId, Entity, Event, Field, FieldName, Idea, IdeaId, Key, Note, NoteId, Origin,
    OwnInterpretation, OwnInterpretationId, Poster, Sort, State, Table, TableId,
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

/// The steps of one table, the last one at the back. Each is what restores it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Back {
    pub(crate) undo: VecDeque<Vec<Piece>>,
    pub(crate) redo: Vec<Vec<Piece>>,
}

impl Piece {
    /// The undoable part of an entity as it is now, where it has one.
    pub(crate) fn now(state: &State, key: &Key) -> Option<Self> {
        match key {
            Key::Table(table) => state.table(*table).map(|it| Self::Choice {
                table: *table,
                chosen: it.chosen.clone(),
                fixed: it.fixed,
            }),
            Key::OwnInterpretation(id) => Some(Self::OwnInterpretation {
                id: id.clone(),
                was: state.own_interpretation(id).cloned(),
            }),
            Key::Note(id) => Some(Self::Note {
                id: id.clone(),
                was: state.note(id).cloned(),
            }),
            Key::Cluster(id) => Some(Self::Cluster {
                id: id.clone(),
                was: state.cluster(id).cloned(),
            }),
            Key::Idea(id) => Some(Self::Idea {
                id: id.clone(),
                was: state.idea(id).cloned(),
            }),
            Key::Field(table, field) => {
                let (text, ideas) = state
                    .field(*table, *field)
                    .map(|it| (it.text.clone(), it.ideas.clone()))
                    .unwrap_or_default();
                Some(Self::Field {
                    table: *table,
                    field: *field,
                    text,
                    ideas,
                })
            }
            Key::Poster(table) => state.poster(*table).map(|it| Self::Poster {
                table: *table,
                ideas: it.ideas.clone(),
                sort: it.sort,
                touched: it.touched.clone(),
                saw: it.saw.clone(),
            }),
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
            | Key::Photo(_) => None,
        }
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

impl Change<'_> {
    /// Puts pieces back.
    pub(crate) fn restore(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece.clone() {
                Piece::Choice {
                    table,
                    chosen,
                    fixed,
                } => self.edit(&Key::Table(table), |it: &mut Table| {
                    it.chosen = chosen;
                    it.fixed = fixed;
                }),
                Piece::OwnInterpretation { was, .. } => {
                    self.set(&piece.key(), was.map(Entity::OwnInterpretation))
                }
                Piece::Note { was, .. } => self.set(&piece.key(), was.map(Entity::Note)),
                Piece::Cluster { was, .. } => self.set(&piece.key(), was.map(Entity::Cluster)),
                Piece::Idea { was, .. } => self.set(&piece.key(), was.map(Entity::Idea)),
                Piece::Field {
                    table,
                    field,
                    text,
                    ideas,
                } => {
                    if Piece::now(self.state, &piece.key()).as_ref() != Some(piece) {
                        let version = self.state.field_version(table, field).saturating_add(1);
                        self.put(Field {
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
                } => self.edit(&Key::Poster(table), |it: &mut Poster| {
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
        let Some(table) = event.undo_table() else {
            return;
        };
        let before = self.before();
        let back = self.state.back.entry(table).or_default();
        match event {
            Event::Undone { .. } => {
                back.undo.pop_back();
                back.redo.push(before);
            }
            Event::Redone { .. } => {
                back.redo.pop();
                back.undo.push_back(before);
            }
            _ if before.is_empty() => return,
            _ => {
                back.redo.clear();
                back.undo.push_back(before);
            }
        }
        if back.undo.len() > MOST {
            back.undo.pop_front();
        }
        let counts = [back.undo.len(), back.redo.len()]
            .map(|count| u16::try_from(count).unwrap_or(u16::MAX));
        self.edit(&Key::Table(table), |it: &mut Table| {
            [it.undoable, it.redoable] = counts
        });
    }
}
