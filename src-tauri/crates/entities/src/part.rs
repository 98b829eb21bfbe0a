//! Entities by their sort: which key an entity has, and typed reading of the one map that holds them all.

/// One sort of entity, among entities `E` with keys `K`.
pub trait Part<K, E>: Clone + PartialEq + 'static {
    /// The key of this one.
    fn key(&self) -> K;
    /// This sort, where the entity is of it.
    fn of(entity: &E) -> Option<&Self>;
    /// As any entity.
    fn into_entity(self) -> E;
    /// A key that stands before those of all others of this sort, and behind all of the sorts before it: the keys of one sort stand
    /// together, so there is no need to go through all entities.
    fn first() -> K;
}

/// Says of every sort which key it has, as [`Part`], and gives the entity enum a method `key`. The variants of the enum are called
/// as their types.
#[macro_export]
macro_rules! parts {
    ($key_type:ty, $entity:ident; $($sort:ident from $first:expr, $it:ident => $key:expr;)*) => {
        $(impl $crate::Part<$key_type, $entity> for $sort {
            fn key(&self) -> $key_type {
                #[allow(unused_variables)]
                let $it = self;
                $key
            }

            fn of(entity: &$entity) -> Option<&Self> {
                if let $entity::$sort(it) = entity { Some(it) } else { None }
            }

            fn into_entity(self) -> $entity {
                $entity::$sort(self)
            }

            fn first() -> $key_type {
                $first
            }
        })*

        impl $entity {
            /// What identifies this entity.
            pub fn key(&self) -> $key_type {
                match self {
                    $(Self::$sort(it) => $crate::Part::key(it),)*
                }
            }
        }
    };
}
