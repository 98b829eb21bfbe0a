//! Days of the calendar, without a clock.

use crate::Language;

/// A day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Day {
    year: i64,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-11-22`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let (year, month, day) = (
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
        );
        let sound = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
        sound.then_some(Self { year, month, day })
    }

    /// So many days later.
    pub fn plus(self, days: i64) -> Self {
        Self::of_number(self.number() + days)
    }

    /// As in '22 november 2026'.
    pub fn in_words(self, language: Language) -> String {
        let month = language
            .list("date.months")
            .nth(usize::from(self.month) - 1)
            .unwrap_or_default();
        language.say(
            "date.long",
            &[
                ("day", &self.day.to_string()),
                ("month", month),
                ("year", &self.year.to_string()),
            ],
        )
    }

    /// As in `20261122`.
    pub fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// Three in the afternoon of this day, when posters are made; the day and not the clock, so that a poster that is printed
    /// again is the same file.
    pub fn moment(self) -> print::pdf::Moment {
        let year = u16::try_from(self.year).unwrap_or_default();
        print::pdf::Moment {
            year,
            month: self.month,
            day: self.day,
            hour: 15,
            minute: 0,
            second: 0,
        }
    }

    /// Days since 1970-01-01, in the Gregorian calendar.
    fn number(self) -> i64 {
        let month = i64::from(self.month);
        let year = if month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn of_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        Self {
            year: year + era * 400 + i64::from(month <= 2),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(of_year - (153 * shifted_month + 2) / 5 + 1).unwrap_or(1),
        }
    }
}

/// The day of a moment in universal time, as `2026-11-22`.
pub fn iso_day(milliseconds: u64) -> String {
    let day = Day::of_number(i64::try_from(milliseconds / 86_400_000).unwrap_or_default());
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// A whole number as people write it: 4.981 in Dutch, 4,981 in English.
pub(crate) fn grouped(number: u32, language: Language) -> String {
    let digits = number.to_string();
    let between = match language {
        Language::Nl => '.',
        Language::En => ',',
    };
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Day, grouped};
    use crate::Language;

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        for (from, days, to) in [
            ("2026-11-22", 42, "20270103"),
            ("2028-02-28", 1, "20280229"),
            ("2027-02-28", 1, "20270301"),
            ("2000-01-01", 366, "20010101"),
            ("2026-12-31", 0, "20261231"),
        ] {
            assert_eq!(Day::parse(from).unwrap().plus(days).compact(), to);
        }
        assert_eq!(
            Day::parse("2026-11-22").unwrap().in_words(Language::Nl),
            "22 november 2026"
        );
        assert!(Day::parse("2026-13-01").is_none() && Day::parse("morgen").is_none());
    }

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(grouped(4981, Language::Nl), "4.981");
        assert_eq!(grouped(1_234_567, Language::En), "1,234,567");
        assert_eq!(grouped(12, Language::Nl), "12");
    }
}
