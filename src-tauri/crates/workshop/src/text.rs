//! How long what people type may be, and what an id and a day look like.

pub(crate) use typed::{filled, is_given_id, is_hash, line, lines};

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

/// Whether a text is an id as clients make them.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
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

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
