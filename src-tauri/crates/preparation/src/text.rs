//! How long what a preparer types may be, and what an id looks like.

pub(crate) use typed::{filled, fits, is_given_id, is_hash, line, lines};

/// The name of a snapshot, set, perspective or selection.
pub(crate) const NAME: usize = 120;
/// A file name, a theme, a linking question, the words of an option.
pub(crate) const LINE: usize = 300;
/// The short words of a question.
pub(crate) const SHORT: usize = 60;
/// The words of a mask.
pub(crate) const MASK: usize = 60;
/// An observation, or an interpretation.
pub(crate) const SENTENCE: usize = 500;
/// Where stories come from, a note, the whole text of a question.
pub(crate) const TEXT: usize = 2_000;
/// A codebook.
pub(crate) const CODEBOOK: usize = 4_000_000;

/// Whether a text is an id as clients make them; those of things that are published may have dots, such as `p4.o1`.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it))
}
