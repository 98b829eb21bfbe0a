//! The cover sheet of a print set: what to print on which paper, how often, and how high the pile will be.

use std::collections::BTreeMap;

use crate::colour::Colour;
use crate::error::Error;
use crate::face::Voice;
use crate::field::Field;
use crate::language::Language;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{
    BOTTOM, Column, HEAD, Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, TOP, WIDTH, filled, padded,
};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::sheets::{CoverSheet, Paper, PrintJob, Sides};
use crate::text::shape::Shaper;
use crate::words::CoverSheetWords;

/// The height of a row.
const ROW: f64 = 12.4;
/// The column with the box to tick.
const TICK: f64 = 9.0;
/// The height of the boxes with what is needed of each paper.
const TOTALS: f64 = 27.0;

/// Lays out the cover sheet, A4 portrait, as many pages as it takes.
///
/// # Errors
///
/// [`crate::ErrorKind::SheetCount`] when there are no files or more than 200.
pub fn lay_out_cover(sheet: &CoverSheet, words: &CoverSheetWords) -> Result<Sheets, Error> {
    most_pages(sheet.jobs.len())?;
    let shaper = Shaper::new(sheet.language);
    let setter = Setter::new(&shaper);
    let before = [
        words.before_test.as_str(),
        &words.before_scale,
        &words.before_sides,
        &words.before_a1,
    ];
    let cover = Cover {
        sheet,
        words,
        before,
    };
    let mut canvas = Canvas::new();
    let (first, last) = {
        let mut scratch = Canvas::new();
        let mut leaf = Leaf::bare(&setter, &mut scratch);
        (cover.top(&mut leaf, 0.0), cover.foot(&mut leaf, 0.0))
    };
    let pages = cover.pages(first, last);
    for (number, jobs) in (1..).zip(&pages) {
        let header = [sheet.session.as_str(), sheet.region.as_str()];
        let mut leaf = Leaf::start(&setter, &mut canvas, header);
        let mut y = TOP;
        if number == 1 {
            y += cover.top(&mut leaf, y);
        }
        if !jobs.is_empty() {
            y += cover.table(&mut leaf, y, jobs) + 6.0;
        }
        if number == pages.len() {
            cover.foot(&mut leaf, y);
        }
        leaf.page_number(number, pages.len());
        let title = if pages.len() > 1 {
            format!("{} · {number}", words.title)
        } else {
            words.title.clone()
        };
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
    }
    Ok(canvas.into_sheets())
}

struct Cover<'a> {
    sheet: &'a CoverSheet,
    words: &'a CoverSheetWords,
    /// What to do before printing.
    before: [&'a str; 4],
}

impl<'a> Cover<'a> {
    /// The files on each page; the last page has room for what stands below them.
    fn pages(&self, first: f64, last: f64) -> Vec<&'a [PrintJob]> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page holds few rows"
        )]
        let rows = |height: f64| ((height - HEAD) / ROW).max(0.0) as usize;
        let mut pages = Vec::new();
        let mut jobs = self.sheet.jobs.as_slice();
        let mut room = BOTTOM - TOP - first;
        loop {
            if jobs.len() <= rows(room - 6.0 - last) {
                pages.push(jobs);
                return pages;
            }
            let (here, rest) = jobs.split_at(rows(room).min(jobs.len()));
            pages.push(here);
            jobs = rest;
            room = BOTTOM - TOP;
        }
    }

    fn top(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        leaf.title(&words.title, "", &words.lead, y - 2.0) + 3.0
    }

    fn table(&self, leaf: &mut Leaf<'_>, y: f64, jobs: &[PrintJob]) -> f64 {
        let words = self.words;
        let head = |head, width| Column { head, width };
        let columns = [
            head(words.what.as_str(), 68.0),
            head(&words.paper, 14.0),
            head(&words.how, 36.0),
            head(&words.copies, 20.0),
            head(&words.sheets, 15.0),
            head(&words.pile, WIDTH - TICK - 68.0 - 14.0 - 36.0 - 20.0 - 15.0),
        ];
        let x = MARGIN + TICK;
        leaf.field = Field::Prints;
        leaf.part(Role::Table, |leaf| {
            leaf.part(Role::Row, |leaf| {
                leaf.heads(&columns, (x, y), Role::HeadCell);
            });
            let mut at = y + HEAD;
            for job in jobs {
                leaf.tick_box(MARGIN, at + (ROW - 5.0) / 2.0, 5.0);
                leaf.part(Role::Row, |leaf| self.row(leaf, (x, at), job, &columns));
                at += ROW;
            }
        });
        leaf.field = Field::Header;
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let height = HEAD + jobs.len() as f64 * ROW;
        leaf.rules(&columns, (x, y), height, (y + HEAD, ROW, jobs.len()));
        height
    }

    fn row(&self, leaf: &mut Leaf<'_>, (x, y): (f64, f64), job: &PrintJob, columns: &[Column<'_>]) {
        let words = self.words;
        let sides = match job.sides {
            Sides::One => &words.one_sided,
            Sides::Two => &words.two_sided,
        };
        let colour = if job.colour {
            &words.colour
        } else {
            &words.grey
        };
        let copies = number(self.sheet.language, u64::from(job.copies));
        let sheets = number(self.sheet.language, job.sheets());
        let cells = [
            String::new(),
            job.paper.name().to_owned(),
            format!("{sides}\n{colour}"),
            filled(&words.times, &[("n", &copies)]),
            sheets,
            self.pile(job.sheets()),
        ];
        let quiet = Style::ENTRY.points(9.0, 10.0);
        let strong = Style::ENTRY.voice(Voice::Bold).points(9.0, 10.5).lines(1);
        let paper = Style::ENTRY
            .voice(Voice::Display)
            .points(13.0, 14.0)
            .lines(1);
        let mut left = x;
        for (nth, (cell, column)) in cells.iter().zip(columns).enumerate() {
            let area = padded(left, y, column.width, ROW);
            let style = match nth {
                1 => paper,
                2 => quiet,
                _ => strong,
            };
            if nth == 0 {
                leaf.part(Role::Cell, |leaf| what(leaf, area, job));
            } else {
                leaf.inside(Role::Cell, cell, style, area);
            }
            left += column.width;
        }
    }

    /// How high so many sheets are.
    fn pile(&self, sheets: u64) -> String {
        filled(
            &self.words.millimetres,
            &[("n", &tenths(self.sheet.language, sheets))],
        )
    }

    /// What is needed of each paper, and what to do before printing.
    fn foot(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        let mut papers: BTreeMap<Paper, u64> = BTreeMap::new();
        for job in &self.sheet.jobs {
            let sheets = papers.entry(job.paper).or_default();
            *sheets = sheets.saturating_add(job.sheets());
        }
        leaf.part(Role::Section, |leaf| {
            let place = Place {
                x: MARGIN,
                y,
                width: WIDTH,
            };
            let mut at = y + leaf.heading(&words.total, place) + 2.0;
            #[expect(clippy::cast_precision_loss, reason = "there are three papers")]
            let count = papers.len().max(1) as f64;
            let width = ((WIDTH - 4.0 * (count - 1.0)) / count).min((WIDTH - 8.0) / 3.0);
            let mut x = MARGIN;
            for (paper, sheets) in papers.iter().rev() {
                let area = Area {
                    x,
                    y: at,
                    width,
                    height: TOTALS,
                };
                self.total(leaf, area, *paper, *sheets);
                x += width + 4.0;
            }
            at += TOTALS + 1.5;
            let style = Style::HINT.points(9.0, 9.5).lines(1);
            at += leaf.says(&words.pile_hint, style, Place { y: at, ..place }) + 5.0;
            leaf.part(Role::Section, |leaf| {
                at += leaf.heading(&words.before, Place { y: at, ..place }) + 2.0;
                let style = Style::BODY.lines(2);
                let place = Place { y: at, ..place };
                at += leaf.list(&self.before, style, place, Some(Colour::GATHER_INK));
            });
            at - y
        })
    }

    fn total(&self, leaf: &mut Leaf<'_>, area: Area, paper: Paper, sheets: u64) {
        let words = self.words;
        leaf.panel(area, Colour::GROUND);
        let line = Area {
            x: area.x + 4.5,
            y: area.y + 3.0,
            width: area.width - 9.0,
            height: 5.0,
        };
        let name = filled(&words.on_paper, &[("paper", paper.name())]);
        leaf.inside(Role::Paragraph, &name, Style::LABEL.points(9.0, 11.0), line);
        let count = number(self.sheet.language, sheets);
        let text = format!("{count} {}", words.sheets.to_lowercase());
        let line = Area {
            y: area.y + 8.5,
            height: 9.5,
            ..line
        };
        let style = Style::TITLE.points(11.0, 19.0);
        leaf.inside(Role::Paragraph, &text, style, line);
        let line = Area {
            y: area.y + 18.6,
            height: 5.6,
            ..line
        };
        let pile = format!("{}: {}", words.pile, self.pile(sheets));
        leaf.inside(Role::Paragraph, &pile, Style::HINT.lines(1), line);
    }
}

/// What is printed, on two lines where one is too short, with its file below it.
fn what(leaf: &mut Leaf<'_>, area: Area, job: &PrintJob) {
    let style = Style::ENTRY.voice(Voice::Bold).points(9.0, 10.0).lines(2);
    let (name, file) = (7.7, 3.9);
    let line = Area {
        height: name,
        ..area
    };
    leaf.inside(Role::Paragraph, &job.what, style, line);
    let line = Area {
        y: area.y + name,
        height: file,
        ..area
    };
    let style = Style::ENTRY.colour(Colour::QUIET).points(9.0, 9.5).lines(1);
    leaf.inside(Role::Paragraph, &job.file, style, line);
}

/// A whole number with its thousands apart, such as "1.200" in Dutch and "1,200" in English.
fn number(language: Language, value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(match language {
                Language::Nl => '.',
                Language::En => ',',
            });
        }
        text.push(digit);
    }
    text
}

/// A number of tenths, such as "24,3" in Dutch and "24.3" in English.
pub(super) fn tenths(language: Language, value: u64) -> String {
    let mark = match language {
        Language::Nl => ',',
        Language::En => '.',
    };
    format!("{}{mark}{}", number(language, value / 10), value % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        for (value, nl, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_200, "1.200", "1,200"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(number(Language::Nl, value), nl);
            assert_eq!(number(Language::En, value), en);
        }
        assert_eq!(tenths(Language::Nl, 243), "24,3");
        assert_eq!(tenths(Language::En, 12_000), "1,200.0");
    }
}
