//! What people write and tick in: boxes, lines, and marks to cut along.

use crate::colour::Colour;
use crate::layout::leaf::{Leaf, RADIUS, Style};
use crate::layout::setting::{POINT, Place};
use crate::page::{Area, Line, Role};

/// The grid along which a page is cut.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// All that is cut.
    pub(crate) area: Area,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

impl Cut {
    /// The pieces, row by row.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Area> {
        #[expect(clippy::cast_precision_loss, reason = "there are few pieces")]
        let (width, height) = (
            self.area.width / self.columns as f64,
            self.area.height / self.rows as f64,
        );
        (0..self.rows * self.columns).map(move |nth| {
            #[expect(clippy::cast_precision_loss, reason = "there are few pieces")]
            let (column, row) = ((nth % self.columns) as f64, (nth / self.columns) as f64);
            Area {
                x: self.area.x + column * width,
                y: self.area.y + row * height,
                width,
                height,
            }
        })
    }
}

/// The thickness of a line to cut along.
const CUT_LINE: f64 = 0.2;
/// The thickness of the border of a box.
const BORDER: f64 = 0.3;
/// How far a mark to cut by reaches outside what is cut.
const TICK: f64 = 4.0;

impl Leaf<'_> {
    /// A box to tick.
    pub(crate) fn tick_box(&mut self, x: f64, y: f64, side: f64) {
        let area = Area {
            x,
            y,
            width: side,
            height: side,
        };
        let edge = Some((Colour::INK, BORDER));
        self.canvas.rect(area, 0.7, Some(Colour::WHITE), edge);
    }

    /// A dot to cross.
    pub(crate) fn dot(&mut self, x: f64, y: f64, across: f64) {
        let area = Area {
            x,
            y,
            width: across,
            height: across,
        };
        let edge = Some((Colour::RULE, BORDER));
        self.canvas
            .rect(area, across / 2.0, Some(Colour::WHITE), edge);
    }

    /// A box to write in, or with something in it.
    pub(crate) fn field_box(&mut self, area: Area) {
        let edge = Some((Colour::RULE, BORDER));
        self.canvas.rect(area, 1.2, Some(Colour::WHITE), edge);
    }

    /// A calm box around a part.
    pub(crate) fn panel(&mut self, area: Area, fill: Colour) {
        self.canvas
            .rect(area, RADIUS, Some(fill), Some((Colour::EDGE, BORDER)));
    }

    /// Lines to write on, as many as fit in the box, the last one at its foot.
    pub(crate) fn writing(&mut self, area: Area, step: f64) {
        let mut y = area.y + area.height;
        loop {
            self.canvas.writing_line(area.x, y, area.width);
            y -= step;
            if y < area.y + 0.6 * step {
                break;
            }
        }
    }

    /// A list, each item with a box to tick or with a mark; its height.
    pub(crate) fn list(
        &mut self,
        items: &[&str],
        style: Style,
        place: Place,
        mark: Option<Colour>,
    ) -> f64 {
        let line = style.leading * style.most * POINT;
        let side = if mark.is_some() { 0.36 * line } else { 3.4 };
        let indent = if mark.is_some() { 4.6 } else { 6.0 };
        let mut y = place.y;
        let list = self.canvas.node(Role::PlainList, self.section);
        let outer = std::mem::replace(&mut self.section, list);
        for item in items {
            let area = Area {
                x: place.x + 0.3,
                y: y + (line - side) / 2.0,
                width: side,
                height: side,
            };
            match mark {
                Some(colour) => self.canvas.rect(area, 0.4, Some(colour), None),
                None => self.tick_box(area.x, area.y, side),
            }
            let at = Place {
                x: place.x + indent,
                y,
                width: place.width - indent,
            };
            y += self.part(Role::ListItem, |leaf| {
                leaf.write(Role::ListBody, item, style, at)
            });
            y += LIST_GAP;
        }
        self.section = outer;
        y - LIST_GAP - place.y
    }

    /// The height of such a list.
    pub(crate) fn list_height(
        &self,
        items: &[&str],
        style: Style,
        width: f64,
        mark: Option<Colour>,
    ) -> f64 {
        let indent = if mark.is_some() { 4.6 } else { 6.0 };
        let heights = items
            .iter()
            .map(|item| self.height(item, style, width - indent) + LIST_GAP);
        heights.sum::<f64>() - LIST_GAP
    }

    /// Lines to cut along, dotted between the pieces, with marks outside them.
    pub(crate) fn cut_lines(&mut self, cut: Cut) {
        let Area {
            x,
            y,
            width,
            height,
        } = cut.area;
        let (right, bottom) = (x + width, y + height);
        #[expect(clippy::cast_precision_loss, reason = "there are few pieces")]
        let along =
            |from: f64, length: f64, nth: usize, of: usize| from + length * nth as f64 / of as f64;
        for column in 0..=cut.columns {
            let at = along(x, width, column, cut.columns);
            self.line((at, y), (at, bottom), Some(1.6));
            self.line((at, y - TICK), (at, y - 1.0), None);
            self.line((at, bottom + 1.0), (at, bottom + TICK), None);
        }
        for row in 0..=cut.rows {
            let at = along(y, height, row, cut.rows);
            self.line((x, at), (right, at), Some(1.6));
            self.line((x - TICK, at), (x - 1.0, at), None);
            self.line((right + 1.0, at), (right + TICK, at), None);
        }
    }

    /// A thin line, dotted or not.
    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), dots: Option<f64>) {
        self.canvas.line(Line {
            from,
            to,
            colour: Colour::QUIET,
            width: if dots.is_some() { 0.35 } else { CUT_LINE },
            dots,
        });
    }
}

/// Between the items of a list.
const LIST_GAP: f64 = 1.3;
