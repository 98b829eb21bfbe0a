//! A table of cells, each with its share, hatched the denser the larger it is.

use stories::Few;

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::chart::hatch::{Hatch, Slant};
use crate::layout::chart::{Cell, ChartDrawing, Row, Size, Target, label};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Place, Setting};
use crate::page::{Area, Line, Mark, NodeId, Rect};

/// The height of a cell, in ems.
const CELL: f64 = 1.9;
/// Between cells, in ems.
const BETWEEN: f64 = 0.22;
/// Between the labels and the cells, and below the heads of the columns, in ems.
const BESIDE: f64 = 0.5;
/// The least width of a cell and what is between it and the next, in ems.
const LEAST: f64 = 3.0;
/// The most of the width that the labels of rows take.
const LABELS: f64 = 0.34;

/// The share from which a cell has so many lines to the em, and whether they cross.
const SHADES: [(u8, f64, bool); 5] = [
    (75, 4.2, true),
    (50, 3.0, true),
    (35, 4.6, false),
    (20, 3.0, false),
    (8, 1.6, false),
];

/// A part of the columns with where they stand.
#[derive(Clone, Copy)]
struct Grid {
    /// The first column and the one after the last.
    columns: (usize, usize),
    labels: f64,
    /// From a column to the next.
    step: f64,
    em: f64,
    small: f64,
}

impl ChartDrawing {
    pub(super) fn cells(
        &self,
        place: Place,
        size: Size,
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        let em = size.em;
        let natural = self.rows.iter().map(|row| setter.natural_width(&row.label));
        let natural = natural.fold(0.0, f64::max) * em + 0.1;
        let labels = natural.min(LABELS * place.width);
        let room = place.width - labels - BESIDE * em;
        let cells = self.rows.iter().map(|row| row.cells.len());
        let count = cells.fold(self.columns.len(), usize::max).max(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page is a few cells wide"
        )]
        let most = ((room / (LEAST * em)) as usize).max(1);
        // More columns than fit go on below, in parts of about the same width.
        let parts = count.div_ceil(most);
        let part = count.div_ceil(parts);
        #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
        let step = room / part as f64;
        let mut y = place.y;
        for first in (0..count).step_by(part) {
            if first > 0 {
                y += em;
            }
            let grid = Grid {
                columns: (first, count.min(first + part)),
                labels,
                step,
                em,
                small: size.small,
            };
            y += self.heads(grid, Place { y, ..place }, setter, target);
            for row in &self.rows {
                y += BETWEEN * em + size.air;
                y += self.cell_row(row, grid, Place { y, ..place }, setter, target);
            }
        }
        y - place.y
    }

    /// The heads of the columns, standing on the cells.
    fn heads(&self, grid: Grid, place: Place, setter: &Setter<'_>, target: &mut Target<'_>) -> f64 {
        let setting = Setting {
            align: Align::Middle,
            ..label(grid.small, self.look.rows)
        };
        let width = grid.step - BETWEEN * grid.em;
        let heads: Vec<_> = (grid.columns.0..grid.columns.1)
            .filter_map(|column| self.columns.get(column))
            .collect();
        let sized = Place { width, ..place };
        let heights = heads
            .iter()
            .map(|head| setter.text(head, sized, setting, None));
        let heights: Vec<f64> = heights.collect();
        let height = heights.iter().copied().fold(0.0, f64::max);
        let mut x = place.x + grid.labels + BESIDE * grid.em;
        for (head, used) in heads.into_iter().zip(heights) {
            let place = Place {
                x,
                y: place.y + height - used,
                width,
            };
            self.text(head, place, setting, setter, target);
            x += grid.step;
        }
        height
    }

    fn cell_row(
        &self,
        row: &Row,
        grid: Grid,
        place: Place,
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        let setting = label(grid.em, self.look.rows);
        let labels = Place {
            width: grid.labels,
            ..place
        };
        let used = setter.text(&row.label, labels, setting, None);
        let height = used.max(CELL * grid.em);
        let middle = Place {
            y: place.y + (height - used) / 2.0,
            ..labels
        };
        self.text(&row.label, middle, setting, setter, target);
        let mut x = place.x + grid.labels + BESIDE * grid.em;
        for column in grid.columns.0..grid.columns.1 {
            if let Some(cell) = row.cells.get(column) {
                let area = Area {
                    x,
                    y: place.y + (height - CELL * grid.em) / 2.0,
                    width: grid.step - BETWEEN * grid.em,
                    height: CELL * grid.em,
                };
                self.cell(cell, area, grid.em, setter, target);
            }
            x += grid.step;
        }
        height
    }

    fn cell(&self, cell: &Cell, area: Area, em: f64, setter: &Setter<'_>, target: &mut Target<'_>) {
        let setting = Setting {
            align: Align::Middle,
            most: 1,
            ..label(em, self.look.rows)
        };
        let width = (setter.natural_width(&cell.value) * em + 0.1).min(area.width);
        let height = setting.leading * em;
        let place = Place {
            x: area.x + (area.width - width) / 2.0,
            y: area.y + (area.height - height) / 2.0,
            width,
        };
        if let Some((canvas, node)) = target {
            self.shade(cell, area, em, *node, canvas);
            if cell.few != Few::TooFew {
                // The number stands on white, so that the hatching does not run through it.
                let plate = Rect {
                    area: Area {
                        x: (place.x - 0.28 * em).max(area.x + 0.1 * em),
                        y: place.y - 0.02 * em,
                        width: (width + 0.56 * em).min(area.width - 0.2 * em),
                        height: height + 0.04 * em,
                    },
                    radius: 0.3 * em,
                    fill: Some(Colour::WHITE),
                    stroke: None,
                };
                canvas.shape(*node, Mark::Rect(plate));
            }
        }
        self.text(&cell.value, place, setting, setter, target);
    }

    fn shade(&self, cell: &Cell, area: Area, em: f64, node: NodeId, canvas: &mut Canvas) {
        let ground = Rect {
            area,
            radius: 0.0,
            fill: Some(Colour::WHITE),
            stroke: None,
        };
        canvas.shape(node, Mark::Rect(ground));
        if cell.few != Few::TooFew
            && let Some((_, lines, crossed)) = SHADES.iter().find(|(from, ..)| cell.share >= *from)
        {
            let slants = [Slant::Right, Slant::Left];
            for slant in &slants[..1 + usize::from(*crossed)] {
                let hatch = Hatch {
                    slant: *slant,
                    step: em / lines,
                    width: 0.07 * em,
                    colour: self.look.colour,
                };
                canvas.hatch(node, area, hatch);
            }
        }
        let (left, top) = (area.x, area.y);
        let (right, bottom) = (left + area.width, top + area.height);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        for (index, from) in corners.into_iter().enumerate() {
            let indication = cell.few == Few::Indication;
            let edge = Line {
                from,
                to: corners[(index + 1) % 4],
                colour: if indication {
                    Colour::INK
                } else {
                    self.look.colour
                },
                width: if indication { 0.14 * em } else { 0.07 * em },
                dots: indication.then_some(0.32 * em),
            };
            canvas.shape(node, Mark::Line(edge));
        }
    }
}
