//! Bars below each other, each with its label and its share.

use stories::Few;

use crate::colour::Colour;
use crate::layout::chart::hatch::{Hatch, Slant};
use crate::layout::chart::{Cell, ChartDrawing, Row, Size, Target, label};
use crate::layout::setter::Setter;
use crate::layout::setting::{Place, Setting};
use crate::page::{Area, Line, Mark, NodeId, Rect};

/// The height of a bar, in ems.
const BAR: [f64; 3] = [1.0, 1.0, 0.9];
/// The height of a bar below its label, in ems.
const BAR_BELOW: [f64; 3] = [1.0, 1.0, 0.66];
/// Between label, bar and share, in ems.
const BESIDE: f64 = 0.6;
/// Between rows, in ems.
const BETWEEN: [f64; 3] = [0.42, 0.22, 0.14];
/// Between a label and its bar where it stands above, in ems.
const ABOVE: [f64; 3] = [0.12, 0.12, 0.04];
/// How far the mark of what was expected stands out above and below its bar, in ems.
const OUT: [f64; 3] = [0.24, 0.14, 0.1];
/// The most of the width that labels beside their bars take.
const LABELS: [f64; 3] = [0.42, 0.54, 0.58];

/// The most of the width that shares take.
pub(super) const VALUES: f64 = 0.4;

/// The columns of the rows.
#[derive(Clone, Copy)]
struct Columns {
    /// The width of the labels; `None` where they stand above their bars.
    label: Option<f64>,
    value: f64,
}

impl ChartDrawing {
    /// The width of the widest share with the numbers behind it.
    pub(super) fn value_width(&self, size: Size, setter: &Setter<'_>) -> f64 {
        let cells = self.rows.iter().flat_map(|row| row.cells.first());
        let widths = cells.map(|cell| {
            let value = setter.natural_width(&cell.value) * size.em;
            value.max(setter.natural_width(&cell.count) * size.small)
        });
        widths.fold(0.0, f64::max)
    }

    fn columns(&self, width: f64, size: Size, setter: &Setter<'_>) -> Columns {
        let em = size.em;
        let value = (self.value_width(size, setter) + 0.1).min(VALUES * width);
        let natural = self.rows.iter().map(|row| setter.natural_width(&row.label));
        let natural = natural.fold(0.0, f64::max) * em + 0.1;
        let beside = natural.min(self.look.rows.of(LABELS) * width);
        let lines =
            |row: &Row| setter.count(&row.label, beside / em, label(em, self.look.rows).hyphens);
        let long = natural > beside && self.rows.iter().any(|row| lines(row) > 2);
        let track = width - value - beside - 2.0 * BESIDE * em;
        let label = (!long && track >= 0.2 * width).then_some(beside);
        Columns { label, value }
    }

    pub(super) fn bars(
        &self,
        place: Place,
        size: Size,
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        let columns = self.columns(place.width, size, setter);
        let mut y = place.y;
        for (index, row) in self.rows.iter().enumerate() {
            if index > 0 {
                y += self.look.rows.of(BETWEEN) * size.em + size.air;
            }
            y += self.bar_row(row, Place { y, ..place }, size, columns, setter, target);
        }
        y - place.y
    }

    fn bar_row(
        &self,
        row: &Row,
        place: Place,
        size: Size,
        columns: Columns,
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        let em = size.em;
        let setting = label(em, self.look.rows);
        let mut y = place.y;
        let mut x = place.x;
        let bar = if columns.label.is_some() {
            BAR
        } else {
            BAR_BELOW
        };
        let bar = self.look.rows.of(bar) * em;
        let mut height = bar;
        if let Some(width) = columns.label {
            let place = Place { width, ..place };
            let used = setter.text(&row.label, place, setting, None);
            height = height.max(used);
            x += width + BESIDE * em;
        } else {
            y += self.text(&row.label, place, setting, setter, target)
                + self.look.rows.of(ABOVE) * em;
        }
        let Some(cell) = row.cells.first() else {
            return y + height - place.y;
        };
        let values = Place {
            x: place.x + place.width - columns.value,
            y,
            width: columns.value,
        };
        let settings = [setting, label(size.small, self.look.rows)];
        let value = self.value(cell, values, settings, setter, &mut None);
        height = height.max(value);
        if let Some(width) = columns.label {
            let used = setter.text(&row.label, Place { width, ..place }, setting, None);
            let middle = Place {
                y: y + (height - used) / 2.0,
                width,
                ..place
            };
            self.text(&row.label, middle, setting, setter, target);
        }
        let track = Area {
            x,
            y: y + (height - bar) / 2.0,
            width: values.x - BESIDE * em - x,
            height: bar,
        };
        if let Some((canvas, node)) = target {
            self.bar(cell, track, em, *node, canvas);
        }
        let middle = Place {
            y: y + (height - value) / 2.0,
            ..values
        };
        self.value(cell, middle, settings, setter, target);
        y + height - place.y
    }

    /// The share with the numbers behind it below.
    fn value(
        &self,
        cell: &Cell,
        place: Place,
        [setting, small]: [Setting; 2],
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        let used = self.text(&cell.value, place, setting, setter, target);
        let below = Place {
            y: place.y + used,
            ..place
        };
        used + self.text(&cell.count, below, small, setter, target)
    }

    fn bar(
        &self,
        cell: &Cell,
        track: Area,
        em: f64,
        node: NodeId,
        canvas: &mut crate::layout::canvas::Canvas,
    ) {
        let foot = Line {
            from: (track.x, track.y - 0.16 * em),
            to: (track.x, track.y + track.height + 0.16 * em),
            colour: Colour::RULE,
            width: 0.05 * em,
            dots: None,
        };
        canvas.shape(node, Mark::Line(foot));
        if cell.few == Few::TooFew {
            return;
        }
        let along = |share: u8| (f64::from(share) / self.top).min(1.0) * track.width;
        let area = Area {
            width: along(cell.share),
            ..track
        };
        let colour = self.look.colour;
        if cell.share > 0 {
            let indication = cell.few == Few::Indication;
            let edge = 0.07 * em;
            let inside = Area {
                x: area.x + edge / 2.0,
                y: area.y + edge / 2.0,
                width: (area.width - edge).max(0.05),
                height: area.height - edge,
            };
            if indication {
                let hatch = Hatch {
                    slant: Slant::Right,
                    step: 0.36 * em,
                    width: 0.08 * em,
                    colour,
                };
                canvas.hatch(node, inside, hatch);
            }
            let bar = Rect {
                area: inside,
                radius: 0.0,
                fill: (!indication).then_some(colour),
                stroke: Some((colour, edge)),
            };
            canvas.shape(node, Mark::Rect(bar));
        }
        if let Some(expected) = cell.expected {
            let x = track.x + along(expected);
            let out = self.look.rows.of(OUT) * em;
            for (colour, width) in [(Colour::WHITE, 0.3 * em), (Colour::INK, 0.13 * em)] {
                let mark = Line {
                    from: (x, track.y - out),
                    to: (x, track.y + track.height + out),
                    colour,
                    width,
                    dots: None,
                };
                canvas.shape(node, Mark::Line(mark));
            }
        }
    }
}
