//! What people type, on its way in: cleaned, and no longer than fits. The session and the work of a preparer share these rules.
//!
//! **Invariant:** nothing here knows what a text is for; whoever asks says how long it may be.

mod id;

pub use id::{is_given_id, is_hash};

/// Why a text is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// It is empty, and may not be.
    Empty,
    /// It is too long.
    TooLong {
        /// The most characters that fit, counted as screens count: in UTF-16 code units.
        most: u32,
    },
}

/// Several lines of text: trimmed, without control and bidi-override characters.
///
/// # Errors
/// [`Refused::TooLong`] when more than `most` UTF-16 code units are left.
pub fn lines(text: &str, most: usize) -> Result<String, Refused> {
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
///
/// # Errors
/// As [`lines`].
pub fn line(text: &str, most: usize) -> Result<String, Refused> {
    let text = lines(text, usize::MAX)?.replace('\n', " ");
    fits(&text, most)?;
    Ok(text)
}

/// Refuses an empty text.
///
/// # Errors
/// [`Refused::Empty`].
pub fn filled(text: String) -> Result<String, Refused> {
    if text.is_empty() {
        Err(Refused::Empty)
    } else {
        Ok(text)
    }
}

/// Refuses a text that is longer than `most` UTF-16 code units, as screens count.
///
/// # Errors
/// [`Refused::TooLong`].
pub fn fits(text: &str, most: usize) -> Result<(), Refused> {
    // The first test is cheap and mostly enough.
    if text.len() > most && text.encode_utf16().count() > most {
        return Err(Refused::TooLong {
            most: u32::try_from(most).unwrap_or(u32::MAX),
        });
    }
    Ok(())
}

/// What turns the direction of the text around it.
fn overrides(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned() {
        let rows = [
            ("  een woord \n", "een woord"),
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("a\u{0}b\u{7}c\td", "abc d"),
            ("\u{202E}kcab\u{202C} \u{2066}x\u{2069}", "kcab x"),
            ("\u{1}\u{202E}", ""),
            ("=1+1", "=1+1"),
            ("👩‍🏫 é", "👩‍🏫 é"),
        ];
        for (given, then) in rows {
            assert_eq!(lines(given, 100), Ok(then.to_owned()), "{given:?}");
        }
        assert_eq!(line("a\nb", 3), Ok("a b".to_owned()));
    }

    #[test]
    fn lengths_are_kept() {
        assert_eq!(lines(&"é".repeat(60), 60), Ok("é".repeat(60)));
        assert_eq!(
            lines(&"é".repeat(61), 60),
            Err(Refused::TooLong { most: 60 })
        );
        assert_eq!(
            lines(&format!("  {}  ", "a".repeat(60)), 60),
            Ok("a".repeat(60))
        );
        assert_eq!(filled(String::new()), Err(Refused::Empty));
    }
}
