//! Ids of what only a preparer has. They are chosen by the client that makes the thing: 1 to 40 of the
//! characters `a-z A-Z 0-9 - _ .`.
//!
//! Questions, observations, interpretations and perspectives have the ids that the snapshot gives them.

stories::text_ids! {
    /// A survey export that was taken in.
    SourceId,
    /// A filter with a name.
    SelectionId,
}
