//! What the test page of a printer says.

use crate::language::Language;

/// A page to try the printer of a venue with, the day before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestPage {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded; may be empty.
    pub session: String,
}
