//! Events of notes, clusters, ideas and the poster.

use crate::event::Placed;
use crate::{
    Cluster, ClusterId, Event, Field, Idea, Key, Note, NoteId, NoteKind, Poster, State, TableId,
};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_making(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::NoteAdded {
                id,
                table,
                kind,
                text,
                origin,
                by,
                at,
                place,
            } => {
                self.entities.put(Note {
                    id,
                    table,
                    kind,
                    text,
                    origin,
                    by,
                    at,
                    cluster: None,
                    place,
                    merged_into: None,
                });
            }
            Event::NoteChanged {
                id,
                table,
                kind,
                text,
            } => {
                self.entities.edit(&Key::Note(id.clone()), |it: &mut Note| {
                    it.kind = kind;
                    it.text = text;
                });
                if self.saw_has_other(table, &id, kind) {
                    self.entities.edit(&Key::Poster(table), |it: &mut Poster| {
                        it.saw.retain(|of| *of != id)
                    });
                }
            }
            Event::NoteRemoved {
                id,
                table,
                placed,
                vanished,
            } => {
                self.entities.remove(&Key::Note(id.clone()));
                self.entities
                    .edit_all(|it: &mut Idea| it.notes.retain(|of| *of != id));
                self.entities.edit(&Key::Poster(table), |it: &mut Poster| {
                    it.saw.retain(|of| *of != id)
                });
                self.place(&placed);
                self.vanish(&vanished);
            }
            Event::ClusterAdded {
                id,
                table,
                name,
                place,
                placed,
                vanished,
            } => {
                self.entities.put(Cluster {
                    id,
                    table,
                    name,
                    place,
                });
                self.place(&placed);
                self.vanish(&vanished);
            }
            Event::ClusterNamed { id, name, .. } => self
                .entities
                .edit(&Key::Cluster(id), |it: &mut Cluster| it.name = name),
            Event::NotesPlaced {
                placed, vanished, ..
            } => {
                self.place(&placed);
                self.vanish(&vanished);
            }
            Event::ClustersMerged {
                from,
                into,
                name,
                placed,
                ..
            } => {
                self.entities
                    .edit(&Key::Cluster(into.clone()), |it: &mut Cluster| {
                        it.name = name
                    });
                self.place(&placed);
                self.entities.remove(&Key::Cluster(from.clone()));
                self.entities
                    .edit_all(|it: &mut Idea| replace(&mut it.clusters, &from, Some(&into)));
            }
            Event::ClusterSplit {
                id,
                table,
                place,
                order,
                placed,
                vanished,
                ..
            } => {
                for (cluster, place) in order {
                    self.entities
                        .edit(&Key::Cluster(cluster), |it: &mut Cluster| it.place = place);
                }
                self.entities.put(Cluster {
                    id,
                    table,
                    name: String::new(),
                    place,
                });
                self.place(&placed);
                self.vanish(&vanished);
            }
            Event::ClusterRemoved { id, placed, .. } => {
                let notes: Vec<NoteId> = placed.iter().map(|it| it.note.clone()).collect();
                self.place(&placed);
                self.entities.remove(&Key::Cluster(id.clone()));
                self.entities.edit_all(|it: &mut Idea| {
                    if it.clusters.contains(&id) {
                        it.clusters.retain(|of| *of != id);
                        let more: Vec<NoteId> = notes
                            .iter()
                            .filter(|note| !it.notes.contains(note))
                            .cloned()
                            .collect();
                        it.notes.extend(more);
                    }
                });
            }
            Event::NotesMerged {
                table,
                notes,
                into,
                vanished,
            } => {
                for note in &notes {
                    self.entities
                        .edit(&Key::Note(note.clone()), |it: &mut Note| {
                            it.merged_into = Some(into.clone());
                            it.cluster = None;
                            it.place = 0;
                        });
                    let kind = self.note(&into).map(|it| it.kind);
                    let stands = kind
                        .is_some_and(|kind| !self.saw_has_other(table, note, kind))
                        .then_some(&into);
                    self.entities.edit(&Key::Poster(table), |it: &mut Poster| {
                        replace(&mut it.saw, note, stands)
                    });
                }
                self.vanish(&vanished);
            }
            Event::IdeaAdded {
                id,
                table,
                text,
                theme,
                clusters,
                notes,
                by,
                place,
            } => {
                self.entities.put(Idea {
                    id,
                    table,
                    text,
                    theme,
                    clusters,
                    notes,
                    by,
                    place,
                });
            }
            Event::IdeaChanged {
                id,
                text,
                theme,
                clusters,
                ..
            } => self.entities.edit(&Key::Idea(id), |it: &mut Idea| {
                it.text = text;
                it.theme = theme;
                it.clusters = clusters;
            }),
            Event::IdeaRemoved { id, table } => {
                self.entities.remove(&Key::Idea(id.clone()));
                self.entities.edit(&Key::Poster(table), |it: &mut Poster| {
                    it.ideas.retain(|of| *of != id)
                });
            }
            Event::IdeasChosen { table, ideas } => self
                .entities
                .edit(&Key::Poster(table), |it: &mut Poster| it.ideas = ideas),
            Event::FieldSet {
                table,
                field,
                text,
                ideas,
                version,
            } => self.entities.put(Field {
                table,
                field,
                text,
                ideas,
                version,
            }),
            Event::SortSet { table, sort } => self
                .entities
                .edit(&Key::Poster(table), |it: &mut Poster| it.sort = sort),
            Event::TouchedSet { table, touched } => self
                .entities
                .edit(&Key::Poster(table), |it: &mut Poster| it.touched = touched),
            Event::SawSet { table, notes } => self
                .entities
                .edit(&Key::Poster(table), |it: &mut Poster| it.saw = notes),
            Event::Undone { pieces, .. } | Event::Redone { pieces, .. } => self.restore(&pieces),
            other => return Some(other),
        }
        None
    }

    fn place(&mut self, placed: &[Placed]) {
        for at in placed {
            self.entities
                .edit(&Key::Note(at.note.clone()), |it: &mut Note| {
                    it.cluster = at.cluster.clone();
                    it.place = at.place;
                    it.merged_into = None;
                });
        }
    }

    fn vanish(&mut self, clusters: &[ClusterId]) {
        for cluster in clusters {
            self.entities.remove(&Key::Cluster(cluster.clone()));
            self.entities
                .edit_all(|it: &mut Idea| replace(&mut it.clusters, cluster, None));
        }
    }

    /// Whether the poster has a note of this kind beside `note`.
    fn saw_has_other(&self, table: TableId, note: &NoteId, kind: NoteKind) -> bool {
        let saw = self
            .poster(table)
            .map(|it| it.saw.as_slice())
            .unwrap_or_default();
        saw.iter()
            .any(|of| of != note && self.note(of).is_some_and(|it| it.kind == kind))
    }
}

/// Puts another in the place of one, or nothing; no one twice.
fn replace<T: Clone + PartialEq>(all: &mut Vec<T>, one: &T, other: Option<&T>) {
    let Some(at) = all.iter().position(|it| it == one) else {
        return;
    };
    match other {
        Some(other) if !all.contains(other) => all[at] = other.clone(),
        _ => {
            all.remove(at);
        }
    }
}
