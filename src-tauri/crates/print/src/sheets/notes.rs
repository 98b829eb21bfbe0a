//! What a note sheet says.

use crate::language::Language;

/// Six notes to cut out, for a table that browses on paper. What is written on one is entered in the same order: the kind, the
/// code of the card, the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteSheet {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded.
    pub session: String,
    /// The region, already worded.
    pub region: String,
    /// The number of the table, which is on every note; 0 leaves room to write it.
    pub number: u32,
    /// The name of the table; empty when it has none.
    pub name: String,
    /// The codes of cards that are printed on the notes, such as "P4-2" or "E218"; where there is none, there is room to
    /// write it. At most six are used.
    pub codes: Vec<String>,
}
