//! Entities by their sort: which key an entity has, and typed reading and editing of the one map that holds them all.

use stories::StoryId;

use crate::{
    Derived, DraftObservation, DraftPerspective, Entity, Kept, Key, LeftOut, Looked, Mask,
    MaskPlace, PatternKey, Published, QuestionEdit, QuestionOrder, Recode, Selection, Source,
    Triage, Verdicted, Work,
};

/// One sort of entity.
pub(crate) trait Part: Clone + PartialEq + 'static {
    /// The key of this one.
    fn key(&self) -> Key;
    /// This sort, where the entity is of it.
    fn of(entity: &Entity) -> Option<&Self>;
    /// As any entity.
    fn into_entity(self) -> Entity;
    /// A key that stands before those of all others of this sort, and behind all of the sorts before it: the keys of one sort stand
    /// together, so there is no need to go through all entities.
    fn first() -> Key;
}

macro_rules! parts {
    ($($sort:ident from $first:expr, $it:ident => $key:expr;)*) => {
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

            fn first() -> Key {
                $first
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
    Work from Key::Work, it => Key::Work;
    Published from Key::Published, it => Key::Published;
    Source from Key::Source("".into()), it => Key::Source(it.id.clone());
    Verdicted from Key::Verdicted(StoryId(0)), it => Key::Verdicted(it.story);
    Mask from Key::Mask(MaskPlace::first(StoryId(0))), it => Key::Mask(it.place.clone());
    Looked from Key::Looked(StoryId(0)), it => Key::Looked(it.story);
    QuestionEdit from Key::QuestionEdit("".into()), it => Key::QuestionEdit(it.question.clone());
    QuestionOrder from Key::QuestionOrder, it => Key::QuestionOrder;
    Recode from Key::Recode("".into()), it => Key::Recode(it.question.clone());
    Derived from Key::Derived("".into()), it => Key::Derived(it.id.clone());
    LeftOut from Key::LeftOut("".into()), it => Key::LeftOut(it.question.clone());
    Kept from Key::Kept("".into()), it => Key::Kept(it.question.clone());
    Triage from Key::Triage(PatternKey::new("".into(), "".into(), None)), it => Key::Triage(it.pattern.clone());
    DraftObservation from Key::DraftObservation("".into()), it => Key::DraftObservation(it.id.clone());
    DraftPerspective from Key::DraftPerspective("".into()), it => Key::DraftPerspective(it.id.clone());
    Selection from Key::Selection("".into()), it => Key::Selection(it.id.clone());
}
