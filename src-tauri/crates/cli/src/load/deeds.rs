//! What people did and the laptop acknowledged, to be compared with what there is in the end.

use std::collections::BTreeMap;

use protocol::key_text;
use stories::{PerspectiveId, StoryId};
use workshop::{Command, Entity, FieldName, Key, NoteId, NoteKind, Origin, ParticipantId, TableId};

/// What someone does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Writes or rewrites a note.
    Note {
        id: NoteId,
        kind: NoteKind,
        text: String,
        revision: u32,
    },
    /// Writes in a field of the poster.
    Field { name: FieldName, text: String },
    /// Votes.
    Vote(Vec<PerspectiveId>),
    /// Opens a story.
    Read(StoryId),
}

/// Who does it, and where.
#[derive(Clone, Debug)]
pub struct Whose {
    pub table: TableId,
    /// Nobody in particular where it is the screen that a table shares.
    pub participant: Option<ParticipantId>,
}

impl Deed {
    /// What it is about; `None` for who cannot do it.
    pub fn key(&self, whose: &Whose) -> Option<String> {
        let key = match self {
            Self::Note { id, .. } => Key::Note(id.clone()),
            Self::Field { name, .. } => Key::Field(whose.table, *name),
            Self::Vote(_) => Key::Vote(whose.participant.clone()?),
            Self::Read(story) => Key::Read(whose.table, *story),
        };
        Some(key_text(&key))
    }

    /// As it is asked of the laptop, given what that acknowledged before and which version of a field is known.
    pub fn command(&self, whose: &Whose, before: &Deeds, version: u32) -> Option<Command> {
        Some(match self {
            Self::Note { id, kind, text, .. } => match before.text(&self.key(whose)?) {
                Some(was) => Command::ChangeNote {
                    id: id.clone(),
                    kind: *kind,
                    text: text.clone(),
                    was: Some(was.to_owned()),
                },
                None => Command::AddNote {
                    id: id.clone(),
                    table: whose.table,
                    kind: *kind,
                    text: text.clone(),
                    origin: Origin::Table,
                    by: whose.participant.clone(),
                },
            },
            Self::Field { name, text } => Command::SetField {
                table: whose.table,
                field: *name,
                text: text.clone(),
                base: Some(version),
            },
            Self::Vote(perspectives) => Command::Vote {
                participant: whose.participant.clone()?,
                perspectives: perspectives.clone(),
            },
            Self::Read(story) => Command::ReadStory {
                table: whose.table,
                story: *story,
                voice: None,
            },
        })
    }

    fn leaves(self) -> Left {
        match self {
            Self::Note { text, .. } | Self::Field { text, .. } => Left::Text(text),
            Self::Vote(perspectives) => Left::Vote(perspectives),
            Self::Read(_) => Left::There,
        }
    }
}

/// What was acknowledged last of each thing.
#[derive(Default)]
pub struct Deeds(BTreeMap<String, Last>);

struct Last {
    /// After which event; whoever was last counts.
    seq: u64,
    left: Left,
    /// How often it was changed.
    changes: u32,
}

/// What a deed leaves behind.
enum Left {
    Text(String),
    Vote(Vec<PerspectiveId>),
    There,
}

/// What became of one thing.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Verdict {
    /// Acknowledged, and not there.
    pub lost: u32,
    /// There more often than it was asked.
    pub doubled: u32,
}

impl Deeds {
    /// Something was acknowledged.
    pub fn done(&mut self, key: String, seq: u64, deed: Deed) {
        let last = Last {
            seq,
            left: deed.leaves(),
            changes: 1,
        };
        self.put(key, last);
    }

    /// What others did as well.
    pub fn merge(&mut self, other: Self) {
        for (key, last) in other.0 {
            self.put(key, last);
        }
    }

    /// What it is about.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// The text that was acknowledged last.
    pub fn text(&self, key: &str) -> Option<&str> {
        match &self.0.get(key)?.left {
            Left::Text(text) => Some(text),
            Left::Vote(_) | Left::There => None,
        }
    }

    /// Compares one thing with what there is.
    pub fn judge(&self, key: &str, found: Option<&Entity>) -> Verdict {
        let Some(last) = self.0.get(key) else {
            return Verdict::default();
        };
        let right = match (&last.left, found) {
            (Left::Text(text), Some(Entity::Note(it))) => it.text == *text,
            (Left::Text(text), Some(Entity::Field(it))) => it.text == *text,
            (Left::Vote(all), Some(Entity::Vote(it))) => it.perspectives == *all,
            (Left::There, Some(_)) => true,
            _ => false,
        };
        // Each change of a field counts in its version.
        let version = match found {
            Some(Entity::Field(it)) => it.version,
            _ => last.changes,
        };
        Verdict {
            lost: last.changes.saturating_sub(version).max(u32::from(!right)),
            doubled: version.saturating_sub(last.changes),
        }
    }

    fn put(&mut self, key: String, last: Last) {
        let Some(before) = self.0.get_mut(&key) else {
            self.0.insert(key, last);
            return;
        };
        let changes = before.changes.saturating_add(last.changes);
        if last.seq >= before.seq {
            *before = last;
        }
        before.changes = changes;
    }
}

#[cfg(test)]
mod tests {
    use workshop::{Entity, Field, FieldName, TableId};

    use super::{Deed, Deeds, Verdict};

    #[test]
    fn what_is_lost_and_what_is_doubled_shows() {
        let deed = |text: &str| Deed::Field {
            name: FieldName::Pitch,
            text: text.to_owned(),
        };
        let key = || "field/1/pitch".to_owned();
        let (mut deeds, mut others) = (Deeds::default(), Deeds::default());
        deeds.done(key(), 5, deed("een"));
        deeds.done(key(), 9, deed("drie"));
        others.done(key(), 7, deed("twee"));
        deeds.merge(others);
        for (text, version, lost, doubled) in [
            ("drie", 3, 0, 0),
            ("twee", 3, 1, 0),
            ("twee", 2, 1, 0),
            ("een", 1, 2, 0),
            ("drie", 5, 0, 2),
        ] {
            let field = Entity::Field(Field {
                table: TableId(1),
                field: FieldName::Pitch,
                text: text.to_owned(),
                ideas: Vec::new(),
                version,
            });
            let found = deeds.judge(&key(), Some(&field));
            assert_eq!(found, Verdict { lost, doubled }, "{text} {version}");
        }
        assert_eq!(deeds.judge(&key(), None).lost, 1);
    }
}
