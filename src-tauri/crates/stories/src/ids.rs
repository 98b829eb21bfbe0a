//! Ids: short texts that the preparer's snapshot gives, and the number of a story.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The number of a story within its snapshot, as printed on its card.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct StoryId(pub u32);

/// Makes ids that are texts, each a type of its own. For the crates that this one serves; they have serde and ts-rs themselves.
#[doc(hidden)]
#[macro_export]
macro_rules! text_ids {
    ($($(#[$meta:meta])* $name:ident,)*) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Debug, ::serde::Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, ::serde::Serialize, ::ts_rs::TS,
        )]
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

text_ids! {
    /// A question, such as `feeling`.
    QuestionId,
    /// One answer that a question offers, such as `sadness`; unique within its question.
    OptionId,
    /// A perspective, such as `p4`.
    PerspectiveId,
    /// An observation, such as `p4.o1`; unique within the snapshot.
    ObservationId,
    /// An interpretation that came with the snapshot, such as `p4.o1.a`; unique within the snapshot.
    InterpretationId,
}
