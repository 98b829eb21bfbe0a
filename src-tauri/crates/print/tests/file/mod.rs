//! Laid-out pages as a file that is the same every time.

use print::pdf::{Meta, Moment};
use print::{Language, Sheets};

/// The pages as PDF, with the title of the first one and always the same date.
pub fn pdf(sheets: &Sheets, language: Language) -> Vec<u8> {
    let meta = Meta {
        title: sheets.pages[0].title.clone(),
        language,
        date: Moment {
            year: 2026,
            month: 11,
            day: 22,
            hour: 15,
            minute: 0,
            second: 0,
        },
    };
    print::pdf::write(sheets, &meta).unwrap()
}
