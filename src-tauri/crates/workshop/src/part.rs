//! Entities by their sort: which key an entity has, and typed reading and editing of the one map that holds them all.

use crate::{
    Cluster, Dots, Entity, Experience, Field, Guess, Idea, Kept, Key, Message, Note,
    OwnInterpretation, Participant, Photo, Poster, Read, Recognition, Seat, Session, Table, Vote,
};

/// One sort of entity.
pub(crate) trait Part: Clone + PartialEq + 'static {
    /// The key of this one.
    fn key(&self) -> Key;
    /// This sort, where the entity is of it.
    fn of(entity: &Entity) -> Option<&Self>;
    /// As any entity.
    fn into_entity(self) -> Entity;
}

macro_rules! parts {
    ($($sort:ident, $it:ident => $key:expr;)*) => {
        $(impl Part for $sort {
            fn key(&self) -> Key {
                #[allow(unused_variables)]
                let $it = self;
                $key
            }

            fn of(entity: &Entity) -> Option<&Self> {
                if let Entity::$sort(it) = entity { Some(it) } else { None }
            }

            fn into_entity(self) -> Entity {
                Entity::$sort(self)
            }
        })*

        impl Entity {
            /// What identifies this entity.
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$sort(it) => Part::key(it),)*
                }
            }
        }
    };
}

parts! {
    Session, it => Key::Session;
    Table, it => Key::Table(it.id);
    Participant, it => Key::Participant(it.id.clone());
    Experience, it => Key::Experience(it.id.clone());
    Guess, it => Key::Guess(it.table, it.observation.clone());
    OwnInterpretation, it => Key::OwnInterpretation(it.id.clone());
    Recognition, it => Key::Recognition(it.table, it.interpretation.clone());
    Vote, it => Key::Vote(it.participant.clone());
    Read, it => Key::Read(it.table, it.story);
    Kept, it => Key::Kept(it.table, it.story);
    Note, it => Key::Note(it.id.clone());
    Cluster, it => Key::Cluster(it.id.clone());
    Idea, it => Key::Idea(it.id.clone());
    Dots, it => Key::Dots(it.participant.clone());
    Field, it => Key::Field(it.table, it.field);
    Poster, it => Key::Poster(it.table);
    Message, it => Key::Message(it.id.clone());
    Seat, it => Key::Seat(it.id.clone());
    Photo, it => Key::Photo(it.id.clone());
}
