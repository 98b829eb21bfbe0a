//! What comes after the steps: what to do when something fails, and when the afternoon is over.

use crate::colour::Colour;
use crate::layout::leaf::{BOTTOM, Leaf, MARGIN, Style, WIDTH};
use crate::layout::run::Run;
use crate::layout::run::opening::{BULLET, wide};
use crate::layout::setting::Place;
use crate::page::{Area, Role};

/// Between two boxes.
const GAP: f64 = 4.0;
/// From the edge of a box to what is in it.
const PAD: f64 = 4.5;
/// From line to line, for handwriting, and how many there are.
const LINE: (f64, usize) = (9.0, 6);

impl Run<'_> {
    /// What to do when something goes wrong: four boxes, two by two.
    pub(super) fn fails(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        let boxes = [
            (
                &words.fails_wifi,
                [
                    words.fails_wifi_1.as_str(),
                    &words.fails_wifi_2,
                    &words.fails_wifi_3,
                ],
            ),
            (
                &words.fails_laptop,
                [
                    &words.fails_laptop_1,
                    &words.fails_laptop_2,
                    &words.fails_laptop_3,
                ],
            ),
            (
                &words.fails_printer,
                [
                    &words.fails_printer_1,
                    &words.fails_printer_2,
                    &words.fails_printer_3,
                ],
            ),
            (
                &words.fails_table,
                [
                    &words.fails_table_1,
                    &words.fails_table_2,
                    &words.fails_table_3,
                ],
            ),
        ];
        let width = (WIDTH - GAP) / 2.0;
        leaf.part(Role::Section, |leaf| {
            let mut at = y + leaf.heading(&words.fails, wide(y)) + 2.5;
            for pair in boxes.chunks(2) {
                let heights = pair.iter().map(|(title, items)| {
                    leaf.height(title, TITLE, width - 2.0 * PAD)
                        + 1.5
                        + leaf.list_height(items, ITEM, width - 2.0 * PAD, BULLET)
                        + 2.0 * PAD
                });
                let height = heights.fold(0.0, f64::max);
                for (nth, (title, items)) in pair.iter().enumerate() {
                    #[expect(clippy::cast_precision_loss, reason = "there are two")]
                    let x = MARGIN + nth as f64 * (width + GAP);
                    let area = Area {
                        x,
                        y: at,
                        width,
                        height,
                    };
                    leaf.panel(area, Colour::GROUND);
                    leaf.part(Role::Section, |leaf| {
                        let place = Place {
                            x: x + PAD,
                            y: at + PAD,
                            width: width - 2.0 * PAD,
                        };
                        let used = leaf.write(Role::Heading3, title, TITLE, place) + 1.5;
                        let place = Place {
                            y: place.y + used,
                            ..place
                        };
                        leaf.list(items, ITEM, place, BULLET);
                    });
                }
                at += height + GAP;
            }
            at - GAP - y
        })
    }

    /// Lines for own notes down to the foot of the page.
    pub(super) fn own_notes(&self, leaf: &mut Leaf<'_>, y: f64) {
        let style = Style::LABEL.points(10.0, 11.0).colour(Colour::QUIET);
        let height = leaf.says(&self.words.own_notes, style, wide(y));
        let room = Area {
            x: MARGIN,
            y: y + height,
            width: WIDTH,
            height: BOTTOM - y - height,
        };
        leaf.writing(room, LINE.0);
    }

    /// More lines for the own review, where the last page has room for them.
    pub(super) fn more_lines(&self, leaf: &mut Leaf<'_>, y: f64) {
        let mut at = y - 1.0 + LINE.0;
        while at < BOTTOM {
            leaf.canvas.writing_line(MARGIN, at, WIDTH);
            at += LINE.0;
        }
    }

    /// What to do when everyone has left, and room for an own review.
    pub(super) fn after(&self, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        let words = self.words;
        leaf.part(Role::Section, |leaf| {
            let mut at = y + leaf.heading(&words.after, wide(y)) + 2.0;
            let items = [
                words.after_1.as_str(),
                &words.after_2,
                &words.after_3,
                &words.after_4,
            ];
            at += leaf.list(&items, Style::BODY.lines(2), wide(at), None) + 4.0;
            let style = Style::LABEL.points(10.0, 11.0).lines(2);
            at += leaf.says(&words.review, style, wide(at));
            for _ in 0..LINE.1 {
                at += LINE.0;
                leaf.canvas.writing_line(MARGIN, at, WIDTH);
            }
            at + 1.0 - y
        })
    }
}

/// The title of a box, and what is in it.
const TITLE: Style = Style::HEADING.points(11.0, 13.0);
const ITEM: Style = Style::BODY.points(10.5, 10.5).lines(5);
