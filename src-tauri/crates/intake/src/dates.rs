//! Dates in cells, read with one order for the whole column.

use crate::DateOrder;
use crate::facts::Facts;

/// The beginnings of the names of months, in Dutch and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["maa", "mrt", "mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];

/// The order that all dates of a column fit, and whether another fits as well; none where some cell is no date.
pub(crate) fn order(facts: &Facts<'_>) -> Option<(DateOrder, bool)> {
    let fits = |order| facts.all(|cell| day(cell, order).is_some());
    let [iso, first, month, epoch] = [
        DateOrder::Iso,
        DateOrder::DayFirst,
        DateOrder::MonthFirst,
        DateOrder::EpochMillis,
    ]
    .map(fits);
    if iso {
        return Some((DateOrder::Iso, false));
    }
    if epoch {
        return Some((DateOrder::EpochMillis, false));
    }
    match (first, month) {
        (true, true) => {
            // Named months read the same either way; with AM and PM it is the American order.
            let same = facts
                .all(|cell| day(cell, DateOrder::DayFirst) == day(cell, DateOrder::MonthFirst));
            let american = facts.values.iter().any(|value| {
                let end = value.text.trim_end().to_ascii_uppercase();
                end.ends_with(" AM") || end.ends_with(" PM")
            });
            if american && !same {
                Some((DateOrder::MonthFirst, true))
            } else {
                Some((DateOrder::DayFirst, !same))
            }
        }
        (true, false) => Some((DateOrder::DayFirst, false)),
        (false, true) => Some((DateOrder::MonthFirst, false)),
        (false, false) => None,
    }
}

/// The day that a cell says, ISO 8601; none where it is no day. What follows the date (a time, a zone) is not looked at.
pub(crate) fn day(cell: &str, order: DateOrder) -> Option<String> {
    let (year, month, day) = match order {
        DateOrder::EpochMillis => epoch(cell)?,
        DateOrder::Iso => {
            let [year, month, day] = three(cell)?;
            (year.number(4)?, month.month()?, day.number(2)?)
        }
        DateOrder::DayFirst | DateOrder::MonthFirst => {
            let [a, b, year] = three(cell)?;
            let year = match year {
                Piece::Number(short, 2) => 2000 + short,
                other => other.number(4)?,
            };
            match (&a, &b, order) {
                (Piece::Word(_), _, _) => (year, a.month()?, b.number(2)?),
                (_, Piece::Word(_), _) | (_, _, DateOrder::DayFirst) => {
                    (year, b.month()?, a.number(2)?)
                }
                (_, _, _) => (year, a.month()?, b.number(2)?),
            }
        }
    };
    valid(year, month, day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// A number with how many digits it has, or the beginning of a word.
enum Piece {
    Number(u32, usize),
    Word(String),
}

impl Piece {
    fn number(&self, digits: usize) -> Option<u32> {
        match self {
            Self::Number(number, length) if *length <= digits && (digits != 4 || *length == 4) => {
                Some(*number)
            }
            Self::Number(..) | Self::Word(_) => None,
        }
    }

    fn month(&self) -> Option<u32> {
        match self {
            Self::Number(..) => self.number(2),
            Self::Word(word) => (1..)
                .zip(MONTHS)
                .find(|(_, names)| names.iter().any(|name| word.starts_with(name)))
                .map(|(month, _)| month),
        }
    }
}

/// The first three pieces of a date, divided by `-`, `/`, `.`, `,` or spaces, and nothing but a time behind them.
fn three(cell: &str) -> Option<[Piece; 3]> {
    let mut rest = cell.trim();
    let mut pieces = Vec::new();
    while pieces.len() < 3 {
        let first = rest.chars().next()?;
        let digit = first.is_ascii_digit();
        if !digit && !first.is_alphabetic() {
            return None;
        }
        let end = rest
            .find(|letter: char| {
                if digit {
                    !letter.is_ascii_digit()
                } else {
                    !letter.is_alphabetic()
                }
            })
            .unwrap_or(rest.len());
        let piece = &rest[..end];
        pieces.push(if digit {
            Piece::Number(piece.parse().ok()?, piece.len())
        } else {
            Piece::Word(piece.to_lowercase())
        });
        rest = &rest[end..];
        if pieces.len() < 3 {
            let divided = rest.trim_start_matches(['-', '/', '.', ',', ' ']);
            if rest.len() - divided.len() == 0 || rest.len() - divided.len() > 2 {
                return None;
            }
            rest = divided;
        }
    }
    let ends = rest.is_empty()
        || rest.starts_with(['T', ' ', ','])
            && rest[1..]
                .trim_start()
                .starts_with(|letter: char| letter.is_ascii_digit());
    if !ends {
        return None;
    }
    pieces.try_into().ok()
}

/// The day of a number of milliseconds since 1970 (UTC), between 2000 and 2100.
fn epoch(cell: &str) -> Option<(u32, u32, u32)> {
    let millis: i64 = cell.trim().parse().ok()?;
    if !(946_684_800_000..4_102_444_800_000).contains(&millis) {
        return None;
    }
    // Days to a civil date: Howard Hinnant, 'chrono-compatible low-level date algorithms', civil_from_days.
    let shifted = millis / 86_400_000 + 719_468;
    let era = shifted / 146_097;
    let of_era = shifted % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((
        u32::try_from(year).ok()?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    ))
}

fn valid(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1900..2100).contains(&year) && (1..=days).contains(&day)
}
