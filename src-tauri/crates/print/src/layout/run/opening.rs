//! What comes before the afternoon: the agenda in short, what to prepare, who helps where.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::leaf::{Column, HEAD, Leaf, MARGIN, Style, WIDTH, filled, padded};
use crate::layout::run::{ROWS, Run, clock};
use crate::layout::setting::Place;
use crate::page::{Area, Role};

/// The height of a row of the agenda and of the lines for helpers.
const ROW: [f64; 2] = [7.4, 8.6];

/// How far the words of the agenda stay off the mark at its left.
const BESIDE_MARK: f64 = 1.6;

impl Run<'_> {
    pub(super) fn top(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        let date = &self.sheet.date;
        leaf.title(&words.title, date, &words.agenda_changed, y - 3.0) - 3.0
    }

    /// The steps with their times.
    pub(super) fn agenda(&self, leaf: &mut Leaf<'_>, y: f64, from: usize) -> f64 {
        let words = self.words;
        leaf.part(Role::Section, |leaf| {
            let columns = [
                Column {
                    head: &words.time,
                    width: 42.0,
                },
                Column {
                    head: &words.step,
                    width: WIDTH - 42.0 - 32.0,
                },
                Column {
                    head: &words.length,
                    width: 32.0,
                },
            ];
            let mut height = 0.0;
            if from == 0 {
                height += leaf.heading(&words.agenda, wide(y)) + 2.0;
            }
            let top = y + height;
            let steps = self.sheet.steps.iter().zip(&self.times);
            let steps: Vec<_> = steps.skip(from).take(ROWS).collect();
            leaf.part(Role::Table, |leaf| {
                leaf.part(Role::Row, |leaf| {
                    leaf.heads(&columns, (MARGIN, top), Role::HeadCell);
                });
                let mut at = top + HEAD;
                for &(step, &(start, end)) in &steps {
                    let time = format!("{} – {}", clock(start), clock(end));
                    let minutes = filled(&words.minutes, &[("n", &step.minutes.to_string())]);
                    let title = words.of_step(step.kind).title;
                    let mark = Area {
                        x: MARGIN,
                        y: at,
                        width: 1.6,
                        height: ROW[0],
                    };
                    let colour = super::step::colour(step.kind);
                    leaf.canvas.rect(mark, 0.0, Some(colour), None);
                    leaf.part(Role::Row, |leaf| {
                        let mut x = MARGIN + BESIDE_MARK;
                        for (cell, column) in [&time, title, &minutes].into_iter().zip(&columns) {
                            let area = padded(x, at, column.width - BESIDE_MARK, ROW[0]);
                            let style = Style::ENTRY.points(11.0, 11.5).lines(1);
                            leaf.inside(Role::Cell, cell, style, area);
                            x += column.width;
                        }
                    });
                    at += ROW[0];
                }
            });
            #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
            let table = HEAD + steps.len() as f64 * ROW[0];
            let rows = (top + HEAD, ROW[0], steps.len());
            leaf.rules(&columns, (MARGIN, top), table, rows);
            height += table;
            if from + steps.len() == self.times.len() {
                let end = self.times.last().map_or(0, |time| time.1);
                let place = Place {
                    x: MARGIN + 2.0 + BESIDE_MARK,
                    y: y + height + 1.2,
                    width: WIDTH,
                };
                let style = Style::LABEL.points(10.5, 11.0);
                let text = format!("{} {}", clock(end), words.end);
                height += 1.2 + leaf.says(&text, style, place);
            }
            height
        })
    }

    /// What to do before the doors open.
    pub(super) fn prepare(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        leaf.part(Role::Section, |leaf| {
            let height = leaf.heading(&words.prepare, wide(y)) + 2.0;
            let items = [
                words.prepare_1.as_str(),
                &words.prepare_2,
                &words.prepare_3,
                &words.prepare_4,
                &words.prepare_5,
                &words.prepare_6,
            ];
            height + leaf.list(&items, Style::BODY.lines(2), wide(y + height), None)
        })
    }

    /// Where help is needed: each table, and the places that each afternoon has.
    pub(super) fn helpers(&self) -> Vec<&str> {
        let words = self.words;
        let places = [
            words.helper_door.as_str(),
            &words.helper_laptop,
            &words.helper_printer,
        ];
        let tables = self.sheet.tables.iter().map(String::as_str);
        tables.chain(places).collect()
    }

    /// Lines to fill in who helps where.
    pub(super) fn helper_lines(&self, leaf: &mut Leaf<'_>, y: f64, from: usize) -> f64 {
        let words = self.words;
        leaf.part(Role::Section, |leaf| {
            let mut height = 0.0;
            if from == 0 {
                height += leaf.heading(&words.helpers, wide(y)) + 2.0;
            }
            let columns = [
                Column {
                    head: &words.helper_place,
                    width: 70.0,
                },
                Column {
                    head: &words.helper_name,
                    width: WIDTH - 70.0 - 46.0,
                },
                Column {
                    head: &words.helper_phone,
                    width: 46.0,
                },
            ];
            let rows = self.helpers().into_iter().skip(from).take(ROWS);
            let rows: Vec<Vec<&str>> = rows.map(|place| vec![place, "", ""]).collect();
            leaf.field = Field::Helpers;
            height += leaf.form(&columns, &rows, (MARGIN, y + height), ROW[1]);
            leaf.field = Field::Header;
            height
        })
    }
}

/// A place as wide as the page.
pub(super) fn wide(y: f64) -> Place {
    Place {
        x: MARGIN,
        y,
        width: WIDTH,
    }
}

/// The mark before an item that is not to tick.
pub(super) const BULLET: Option<Colour> = Some(Colour::GATHER_INK);
