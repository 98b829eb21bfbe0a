//! The feedback appointment, for a phone's calendar.

use workshop::{Session, TableId};

use crate::Language;
use crate::date::Day;

/// The table hears back so many days after its afternoon.
const DAYS: i64 = 42;

/// An iCalendar event six weeks after the session at half past three, in the phone's own time. `None` where the day is not known.
pub(super) fn feedback(
    session: &Session,
    table: Option<TableId>,
    name: &str,
    language: Language,
) -> Option<String> {
    let made = Day::parse(&session.date)?;
    let day = made.plus(DAYS).compact();
    let short: String = name.chars().take(60).collect();
    let summary = match short.trim() {
        "" => language.say("poster.feedback_unnamed", &[]),
        name => language.say("poster.feedback_event", &[("name", name)]),
    };
    let number = table.map_or(0, |table| table.0);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Regiotafel//Regiotafel//NL".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!(
            "UID:{}-{number}-{}@regiotafel",
            made.compact(),
            session.snapshot.hash.chars().take(8).collect::<String>()
        ),
        format!("DTSTAMP:{}T150000Z", made.compact()),
        format!("DTSTART:{day}T153000"),
        format!("DTEND:{day}T160000"),
        format!("SUMMARY:{}", escaped(&summary)),
    ];
    if let Some(table) = table {
        let about = language.say(
            "poster.feedback_about",
            &[
                ("table", &table.0.to_string()),
                ("region", session.region.trim()),
            ],
        );
        lines.push(format!("DESCRIPTION:{}", escaped(&about)));
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    Some(lines.iter().map(|line| folded(line)).collect())
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// A line of at most 75 bytes, and the rest on lines that begin with a space.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, folded};

    #[test]
    fn commas_are_escaped_and_long_lines_folded() {
        assert_eq!(escaped("a, b; c\\\nd"), "a\\, b\\; c\\\\ d");
        let long = folded(&"é".repeat(60));
        assert!(long.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(long.replace("\r\n ", "").trim_end(), "é".repeat(60));
    }
}
