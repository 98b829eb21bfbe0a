//! What a table sheet says.

use crate::language::Language;
use crate::sheets::Choice;

/// The whole afternoon of one table on paper: people, the three perspectives, clusters, ideas and dots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSheet {
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
    /// Who sits at the table, where that is known beforehand; empty rows follow, up to eight.
    pub people: Vec<String>,
    /// The three perspectives, where they are chosen already.
    pub chosen: Vec<Choice>,
}
