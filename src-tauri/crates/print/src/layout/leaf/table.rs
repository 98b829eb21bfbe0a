//! Rows and columns.

use crate::colour::Colour;
use crate::layout::leaf::{Leaf, Style};
use crate::page::{Area, Line, Role};

/// A column: what stands above it, and its width in millimetres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    pub(crate) head: &'a str,
    pub(crate) width: f64,
}

/// The height of the row of heads.
pub(crate) const HEAD: f64 = 6.6;
/// From the edge of a cell to what is in it.
const PAD: f64 = 2.0;

impl Leaf<'_> {
    /// A table to write in: heads, and rows with thin lines between them. What is there already stands in its cell, and the
    /// others are empty. Its height.
    pub(crate) fn form(
        &mut self,
        columns: &[Column<'_>],
        rows: &[Vec<&str>],
        (x, y): (f64, f64),
        row: f64,
    ) -> f64 {
        let top = y + HEAD;
        self.part(Role::Table, |leaf| {
            leaf.part(Role::Row, |leaf| {
                leaf.heads(columns, (x, y), Role::HeadCell)
            });
            for (at, cells) in rows_at(top, row).zip(rows) {
                leaf.part(Role::Row, |leaf| {
                    let mut left = x;
                    for (column, cell) in columns.iter().zip(cells) {
                        let area = padded(left, at, column.width, row);
                        leaf.part(Role::Cell, |leaf| {
                            leaf.inside(Role::Paragraph, cell, Style::ENTRY, area);
                        });
                        left += column.width;
                    }
                });
            }
        });
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let height = top - y + rows.len() as f64 * row;
        self.rules(columns, (x, y), height, (top, row, rows.len()));
        height
    }

    /// The row of heads; its height.
    pub(crate) fn heads(&mut self, columns: &[Column<'_>], (x, y): (f64, f64), role: Role) -> f64 {
        let width = columns.iter().map(|column| column.width).sum();
        let band = Area {
            x,
            y,
            width,
            height: HEAD,
        };
        self.canvas.rect(band, 0.0, Some(Colour::GROUND), None);
        let mut left = x;
        for column in columns {
            let area = padded(left, y, column.width, HEAD);
            self.inside(role, column.head, Style::LABEL, area);
            left += column.width;
        }
        HEAD
    }

    /// The lines of a table around and between its cells.
    pub(crate) fn rules(
        &mut self,
        columns: &[Column<'_>],
        (x, y): (f64, f64),
        height: f64,
        (top, row, rows): (f64, f64, usize),
    ) {
        let width: f64 = columns.iter().map(|column| column.width).sum();
        for at in rows_at(top, row).take(rows) {
            self.canvas.rule(x, at, width, Colour::RULE, 0.25);
        }
        let mut left = x;
        for column in &columns[..columns.len().saturating_sub(1)] {
            left += column.width;
            self.canvas.line(Line {
                from: (left, y),
                to: (left, y + height),
                colour: Colour::EDGE,
                width: 0.25,
                dots: None,
            });
        }
        let outline = Area {
            x,
            y,
            width,
            height,
        };
        self.canvas
            .rect(outline, 0.0, None, Some((Colour::RULE, 0.3)));
    }
}

/// Where rows of one height start.
fn rows_at(top: f64, row: f64) -> impl Iterator<Item = f64> {
    (0..).map(move |nth| top + f64::from(nth) * row)
}

/// A cell without its edges.
pub(crate) fn padded(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area {
        x: x + PAD,
        y: y + 0.3,
        width: width - 2.0 * PAD,
        height: height - 0.6,
    }
}
