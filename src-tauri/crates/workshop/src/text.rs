//! What people type, on its way in: cleaned, and no longer than fits.

use crate::Refusal;

/// The name of a session, table, region or person.
pub(crate) const NAME: usize = 60;
/// A message, or what help is asked about.
pub(crate) const MESSAGE: usize = 300;
/// A note, an idea, an interpretation.
pub(crate) const NOTE: usize = 500;
/// The name of a cluster.
pub(crate) const CLUSTER: usize = 80;
/// An own experience, or a marked passage.
pub(crate) const STORY: usize = 10_000;
/// A wish for improvement, or a field of the poster.
pub(crate) const FIELD: usize = 2_000;
/// The name of a proposal.
pub(crate) const PROPOSAL: usize = 120;

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
    short(kept.trim(), most)
}

/// One line of text, cleaned like [`lines`].
pub(crate) fn line(text: &str, most: usize) -> Result<String, Refusal> {
    short(&lines(text, usize::MAX)?.replace('\n', " "), most)
}

/// Refuses an empty text.
pub(crate) fn filled(text: String) -> Result<String, Refusal> {
    if text.is_empty() {
        Err(Refusal::Empty)
    } else {
        Ok(text)
    }
}

/// Whether a text is an id as clients make them.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
}

/// Whether a text is an id as snapshots give them.
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

/// Whether a text is a day, ISO 8601.
pub(crate) fn is_date(text: &str) -> bool {
    let digits = |from: usize, to: usize| {
        text.get(from..to)
            .filter(|it| it.bytes().all(|it| it.is_ascii_digit()))
            .and_then(|it| it.parse().ok())
    };
    let (Some(year), Some(month), Some(day)) = (digits(0, 4), digits(5, 7), digits(8, 10)) else {
        return false;
    };
    let (year, month, day): (u32, u32, u32) = (year, month, day);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    text.len() == 10
        && text.get(4..5) == Some("-")
        && text.get(7..8) == Some("-")
        && (1..=days).contains(&day)
}

fn overrides(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn short(text: &str, most: usize) -> Result<String, Refusal> {
    // Counted as screens count: in UTF-16 code units. The first test is cheap and mostly enough.
    if text.len() > most && text.encode_utf16().count() > most {
        return Err(Refusal::TooLong {
            most: u32::try_from(most).unwrap_or(u32::MAX),
        });
    }
    Ok(text.to_owned())
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
            Err(Refusal::TooLong { most: 60 })
        );
        assert_eq!(
            lines(&format!("  {}  ", "a".repeat(60)), 60),
            Ok("a".repeat(60))
        );
        assert_eq!(filled(String::new()), Err(Refusal::Empty));
    }

    #[test]
    fn days_and_ids_are_known() {
        for (text, is) in [
            ("2026-11-22", true),
            ("2024-02-29", true),
            ("2026-02-29", false),
            ("2000-02-29", true),
            ("1900-02-29", false),
            ("2026-13-01", false),
            ("2026-00-10", false),
            ("2026-04-31", false),
            ("2026-4-3", false),
            ("2026-04-03T", false),
            ("+026-04-03", false),
            ("", false),
            ("é026-04-03", false),
        ] {
            assert_eq!(is_date(text), is, "{text:?}");
        }
        for (text, is) in [
            ("n1", true),
            ("A-b_9", true),
            ("", false),
            ("a b", false),
            ("é", false),
            ("n/1", false),
        ] {
            assert_eq!(is_id(text), is, "{text:?}");
        }
        assert!(is_id(&"a".repeat(40)) && !is_id(&"a".repeat(41)));
        assert!(
            is_hash(&"0f".repeat(32)) && !is_hash(&"0F".repeat(32)) && !is_hash(&"0".repeat(63))
        );
        assert!(is_given_id("p4.o1.a") && !is_given_id("") && !is_given_id("a\n"));
    }
}
