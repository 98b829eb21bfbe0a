//! What a vote sheet says.

use crate::language::Language;

/// The perspectives with boxes to count votes, room for the three of the table and for the three of each person, and slips to
/// vote on in silence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteSheet {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded.
    pub session: String,
    /// The region, already worded.
    pub region: String,
    /// The number of the table; 0 leaves room to write it.
    pub number: u32,
    /// The name of the table; empty when it has none.
    pub name: String,
    /// The perspectives in the order of the set; at most sixteen.
    pub perspectives: Vec<Choice>,
    /// The names of who sits at the table, in the order in which the screen asks for them; empty rows follow, up to ten.
    pub people: Vec<String>,
}

/// A perspective to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its code, such as "P4".
    pub code: String,
    /// Its name.
    pub name: String,
}
