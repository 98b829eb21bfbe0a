//! What an agreement card says.

use crate::language::Language;

/// What a decision maker and a table agreed on, A5, to sign. An empty text leaves room to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementCard {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded.
    pub session: String,
    /// The table, such as "Tafel 3".
    pub table: String,
    /// The name of the proposal.
    pub proposal: String,
    /// Who does it.
    pub who: String,
    /// What is done.
    pub what: String,
    /// With whom.
    pub with_whom: String,
    /// By when.
    pub by_when: String,
    /// What will be visible then.
    pub visible: String,
    /// When the table hears how it went.
    pub hears_back: String,
}
