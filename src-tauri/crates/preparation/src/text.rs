//! What a preparer types, on its way in: cleaned, and no longer than fits.

use crate::Refusal;

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

/// Several lines of text: trimmed, without control and bidi-override characters.
pub(crate) fn lines(text: &str, most: usize) -> Result<String, Refusal> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ");
    let kept: String = text
        .chars()
        .filter(|it| *it == '\n' || !(it.is_control() || overrides(*it)))
        .collect();
    fits(kept.trim(), most)?;
    Ok(kept.trim().to_owned())
}

/// One line of text, cleaned like [`lines`].
pub(crate) fn line(text: &str, most: usize) -> Result<String, Refusal> {
    let text = lines(text, usize::MAX)?.replace('\n', " ");
    fits(&text, most)?;
    Ok(text)
}

/// Refuses an empty text.
pub(crate) fn filled(text: String) -> Result<String, Refusal> {
    if text.is_empty() {
        Err(Refusal::Empty)
    } else {
        Ok(text)
    }
}

/// Refuses a text that is too long, counted as screens count: in UTF-16 code units.
pub(crate) fn fits(text: &str, most: usize) -> Result<(), Refusal> {
    if text.len() > most && text.encode_utf16().count() > most {
        return Err(Refusal::TooLong {
            most: u32::try_from(most).unwrap_or(u32::MAX),
        });
    }
    Ok(())
}

/// Whether a text is an id as clients make them; those of things that are published may have dots, such as `p4.o1`.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it))
}

/// Whether a text is an id as intake gives them to questions and options.
pub(crate) fn is_given_id(text: &str) -> bool {
    (1..=100).contains(&text.len()) && !text.chars().any(|it| it.is_control() || overrides(it))
}

/// Whether a text is a SHA-256, hexadecimal as this program writes it.
pub(crate) fn is_hash(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

fn overrides(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
