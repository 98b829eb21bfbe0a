//! Rules of notes and clusters: which column a note is in, and where.
//!
//! A column is a cluster, or the loose notes of a table. A double is in no column. A cluster without a name that lost its last
//! note vanishes; one with a name, or one that was made empty, stays.

use super::check::{once, same, seen};
use super::{Decide, Decision, when};
use crate::event::Placed;
use crate::text::{CLUSTER, NOTE, filled, line, lines};
use crate::{Cluster, ClusterId, Command, Event, Key, Note, NoteId, Refusal, TableId};

impl Decide<'_> {
    pub(super) fn converge(&self, command: &Command) -> Decision {
        match command {
            Command::AddNote {
                id,
                table,
                kind,
                text,
                origin,
                by,
            } => {
                self.table(*table)?;
                self.new_id(&id.0, &Key::Note(id.clone()))?;
                self.writer(by.as_ref())?;
                let text = filled(lines(text, NOTE)?)?;
                let origin = self.origin(*table, origin, by.as_ref())?;
                let (table, kind, by, place) = (*table, *kind, by.clone(), self.last(*table, None));
                Ok(Some(Event::NoteAdded {
                    id: id.clone(),
                    table,
                    kind,
                    text,
                    origin,
                    by,
                    at: self.now,
                    place,
                }))
            }
            Command::ChangeNote {
                id,
                kind,
                text,
                was,
            } => {
                let it = self.note(id)?;
                let text = filled(lines(text, NOTE)?)?;
                seen(was.as_ref(), &it.text, &text, lines)?;
                let changes = it.kind != *kind || it.text != text;
                when(changes, || Event::NoteChanged {
                    id: id.clone(),
                    table: it.table,
                    kind: *kind,
                    text,
                })
            }
            Command::RemoveNote { id } if self.went(&Key::Note(id.clone())) => Ok(None),
            Command::RemoveNote { id } => self.remove_note(id),
            Command::AddCluster {
                id,
                table,
                name,
                notes,
            } => self.add_cluster(id, *table, name, notes),
            Command::NameCluster { id, name, was } => {
                let it = self.cluster(id)?;
                let name = line(name, CLUSTER)?;
                seen(was.as_ref(), &it.name, &name, line)?;
                when(it.name != name, || Event::ClusterNamed {
                    id: id.clone(),
                    table: it.table,
                    name,
                })
            }
            Command::MoveNote {
                note,
                cluster,
                before,
            } => self.move_note(note, cluster.as_ref(), before.as_ref()),
            Command::MergeClusters { from, into } => self.merge_clusters(from, into),
            Command::SplitCluster { cluster, id, notes } => self.split_cluster(cluster, id, notes),
            Command::RemoveCluster { id } if self.went(&Key::Cluster(id.clone())) => Ok(None),
            Command::RemoveCluster { id } => {
                let table = self.cluster(id)?.table;
                let notes = self.state.column(table, Some(id));
                let placed = place(&notes, None, self.last(table, None));
                Ok(Some(Event::ClusterRemoved {
                    id: id.clone(),
                    table,
                    placed,
                }))
            }
            Command::MergeNotes { note, into } => self.merge_notes(note, into),
            _ => Ok(None),
        }
    }

    /// The place behind the last note of a column.
    fn last(&self, table: TableId, cluster: Option<&ClusterId>) -> u32 {
        self.state
            .column(table, cluster)
            .last()
            .map_or(0, |it| it.place.saturating_add(1))
    }

    /// The clusters without a name from which these take the last note.
    fn vanishing(&self, taken: &[&Note]) -> Vec<ClusterId> {
        let mut from: Vec<&ClusterId> = taken.iter().filter_map(|it| it.cluster.as_ref()).collect();
        from.sort_unstable();
        from.dedup();
        from.retain(|id| {
            let unnamed = self.state.cluster(id).is_some_and(|it| it.name.is_empty());
            let left = |it: &&Note| !taken.iter().any(|gone| gone.id == it.id);
            unnamed
                && taken
                    .first()
                    .is_some_and(|it| !self.state.column(it.table, Some(id)).iter().any(left))
        });
        from.into_iter().cloned().collect()
    }

    /// The doubles of a note that goes stand on their own again, where it was.
    fn remove_note(&self, id: &NoteId) -> Decision {
        let it = self.note(id)?;
        let doubles: Vec<&Note> = self.state.doubles(id).collect();
        let column = self.state.column(it.table, it.cluster.as_ref());
        let mut then: Vec<&Note> = Vec::new();
        for note in column {
            if note.id == *id {
                then.extend(&doubles)
            } else {
                then.push(note)
            }
        }
        let (placed, vanished) = if doubles.is_empty() {
            (Vec::new(), self.vanishing(&[it]))
        } else {
            (
                moved(place(&then, it.cluster.as_ref(), 0), &then),
                Vec::new(),
            )
        };
        Ok(Some(Event::NoteRemoved {
            id: id.clone(),
            table: it.table,
            placed,
            vanished,
        }))
    }

    fn add_cluster(
        &self,
        id: &ClusterId,
        table: TableId,
        name: &str,
        notes: &[NoteId],
    ) -> Decision {
        self.table(table)?;
        self.new_id(&id.0, &Key::Cluster(id.clone()))?;
        let name = line(name, CLUSTER)?;
        let notes = self.notes_of(table, notes)?;
        let place_of = self
            .state
            .clusters(table)
            .last()
            .map_or(0, |it| it.place.saturating_add(1));
        let (placed, vanished) = (place(&notes, Some(id), 0), self.vanishing(&notes));
        Ok(Some(Event::ClusterAdded {
            id: id.clone(),
            table,
            name,
            place: place_of,
            placed,
            vanished,
        }))
    }

    /// Puts a note where it is asked; a double so stands on its own again.
    fn move_note(
        &self,
        id: &NoteId,
        cluster: Option<&ClusterId>,
        before: Option<&NoteId>,
    ) -> Decision {
        let note = self.note(id)?;
        let table = note.table;
        if let Some(cluster) = cluster {
            same(self.cluster(cluster)?.table, table)?;
        }
        let column = self.state.column(table, cluster);
        let mut then: Vec<&Note> = column.iter().filter(|it| it.id != *id).copied().collect();
        let at = match before {
            // Before itself is where it is; before one that is elsewhere by now, or gone, is last.
            Some(before) if before == id => column.iter().position(|it| it.id == *id),
            Some(before) if self.went(&Key::Note(before.clone())) => None,
            Some(before) => {
                same(self.note(before)?.table, table)?;
                then.iter().position(|it| it.id == *before)
            }
            None => None,
        };
        then.insert(at.unwrap_or(then.len()).min(then.len()), note);
        if then
            .iter()
            .map(|it| &it.id)
            .eq(column.iter().map(|it| &it.id))
        {
            return Ok(None);
        }
        let leaves = note.cluster.as_ref() != cluster;
        let vanished = if leaves {
            self.vanishing(&[note])
        } else {
            Vec::new()
        };
        Ok(Some(Event::NotesPlaced {
            table,
            placed: moved(place(&then, cluster, 0), &then),
            vanished,
        }))
    }

    fn merge_clusters(&self, from: &ClusterId, into: &ClusterId) -> Decision {
        let (gone, stays) = (self.cluster(from)?, self.cluster(into)?);
        same(gone.table, stays.table)?;
        once(&[from, into])?;
        let table = gone.table;
        let placed = place(
            &self.state.column(table, Some(from)),
            Some(into),
            self.last(table, Some(into)),
        );
        let name = if stays.name.is_empty() {
            gone.name.clone()
        } else {
            stays.name.clone()
        };
        Ok(Some(Event::ClustersMerged {
            from: from.clone(),
            into: into.clone(),
            table,
            name,
            placed,
        }))
    }

    fn split_cluster(&self, cluster: &ClusterId, id: &ClusterId, notes: &[NoteId]) -> Decision {
        let it = self.cluster(cluster)?;
        self.new_id(&id.0, &Key::Cluster(id.clone()))?;
        let notes = self.notes_of(it.table, notes)?;
        if notes.is_empty() {
            return Err(Refusal::Empty);
        }
        if notes
            .iter()
            .any(|note| note.cluster.as_ref() != Some(cluster))
        {
            return Err(super::check::gone("note"));
        }
        let place_of = it.place.saturating_add(1);
        let right = |other: &&Cluster| other.place >= place_of;
        let order = self
            .state
            .clusters(it.table)
            .into_iter()
            .filter(right)
            .map(|it| (it.id.clone(), it.place.saturating_add(1)));
        Ok(Some(Event::ClusterSplit {
            cluster: cluster.clone(),
            id: id.clone(),
            table: it.table,
            place: place_of,
            order: order.collect(),
            placed: place(&notes, Some(id), 0),
            vanished: self.vanishing(&notes),
        }))
    }

    /// A double of a double is a double of the one that stands; what was a double of the double goes along.
    fn merge_notes(&self, id: &NoteId, into: &NoteId) -> Decision {
        let (note, other) = (self.note(id)?, self.note(into)?);
        same(note.table, other.table)?;
        let stands = other.merged_into.as_ref().unwrap_or(into);
        // Someone said the same the other way round: they are doubles already.
        if stands == id && into != id {
            return Ok(None);
        }
        once(&[id, stands])?;
        let mut notes = vec![note];
        notes.extend(self.state.doubles(id));
        let event = || Event::NotesMerged {
            table: note.table,
            notes: notes.iter().map(|it| it.id.clone()).collect(),
            into: stands.clone(),
            vanished: self.vanishing(&notes),
        };
        when(note.merged_into.as_ref() != Some(stands), event)
    }
}

/// Places for notes in this order.
fn place(notes: &[&Note], cluster: Option<&ClusterId>, first: u32) -> Vec<Placed> {
    (first..)
        .zip(notes)
        .map(|(place, it)| Placed {
            note: it.id.clone(),
            cluster: cluster.cloned(),
            place,
        })
        .collect()
}

/// Only the places that differ from where the notes are.
fn moved(placed: Vec<Placed>, notes: &[&Note]) -> Vec<Placed> {
    let differs = |(at, is): &(Placed, &&Note)| {
        at.place != is.place || at.cluster != is.cluster || is.merged_into.is_some()
    };
    placed
        .into_iter()
        .zip(notes)
        .filter(differs)
        .map(|(at, _)| at)
        .collect()
}
