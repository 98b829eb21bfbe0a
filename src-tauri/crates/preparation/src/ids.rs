//! Ids of what only a preparer has. They are chosen by the client that makes the thing.
//!
//! Questions, observations, interpretations and perspectives have the ids that the snapshot gives them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! client_id {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        ///
        /// Made by the client: 1 to 40 of the characters `a-z A-Z 0-9 - _`.
        #[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
        #[ts(export)]
        pub struct $name(pub String);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

client_id! {
    /// A survey export that was taken in.
    SourceId,
    /// A filter with a name.
    SelectionId,
}
