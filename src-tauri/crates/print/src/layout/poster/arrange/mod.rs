//! How the boxes share the sheet: the largest text with which everything fits.

mod draw;
mod row;

use crate::layout::poster::arrange::row::{Row, measure, placed, stacked};
use crate::layout::poster::content::Content;
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{GAP, GUTTER, WIDTH};
use crate::layout::poster::scale::Scale;
use crate::layout::setter::Setter;

/// The widths of the left column that are tried, in hundredths of the whole.
const SHARES: [u32; 8] = [37, 39, 41, 43, 45, 48, 52, 57];

/// How crowded the sheet is: 0 is all room that one could wish, 1 is the tightest that still reads well.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crowding(pub(crate) f64);

impl Crowding {
    /// Up to here the text gets smaller; from here on the name and the room to sign do.
    const SMALLEST_TEXT: f64 = 0.7;

    /// A value that goes from `roomy` through `small` (where the text is smallest) to `tight`.
    pub(crate) fn between(self, roomy: f64, small: f64, tight: f64) -> f64 {
        if self.0 <= Self::SMALLEST_TEXT {
            roomy + (small - roomy) * self.0 / Self::SMALLEST_TEXT
        } else {
            small + (tight - small) * (self.0 - Self::SMALLEST_TEXT) / (1.0 - Self::SMALLEST_TEXT)
        }
    }

    fn scale(self) -> Scale {
        Scale {
            text: self.between(1.5, 0.8, 0.8),
            most: usize::MAX,
            writing: self.between(24.0, 16.0, 13.0),
        }
    }
}

/// A way to share the sheet.
#[derive(Clone, Copy, Debug)]
struct Shape {
    left: f64,
    right: f64,
    /// Whether the box of what is needed stands at the bottom of the left column.
    needs_left: bool,
}

impl Shape {
    fn all() -> impl Iterator<Item = Self> {
        [false, true].into_iter().flat_map(|needs_left| {
            SHARES.into_iter().map(move |share| {
                let left = (WIDTH - GUTTER) * f64::from(share) / 100.0;
                Self {
                    left,
                    right: WIDTH - GUTTER - left,
                    needs_left,
                }
            })
        })
    }
}

impl Shape {
    fn left_rows<'a>(&self, content: &'a Content) -> Vec<Row<'a>> {
        let mut rows: Vec<Row<'a>> = content.left.iter().map(Row::One).collect();
        if self.needs_left {
            rows.push(Row::One(&content.needs));
        }
        rows
    }

    fn right_rows<'a>(&self, content: &'a Content) -> Vec<Row<'a>> {
        vec![
            Row::One(&content.proposal),
            Row::Two(&content.aims),
            Row::One(&content.first_step),
            if self.needs_left {
                Row::Two(&content.means)
            } else {
                Row::Three(&content.means, &content.needs)
            },
        ]
    }
}

/// Heights that a shape needs.
#[derive(Clone, Copy, Debug)]
struct Need {
    left: f64,
    right: f64,
    end: f64,
}

impl Need {
    /// The height of all, with the gap above the last box.
    fn total(self) -> f64 {
        self.left.max(self.right) + self.end + GAP
    }

    fn imbalance(self) -> f64 {
        (self.left - self.right).abs()
    }
}

/// Where everything comes.
pub(crate) struct Plan {
    pub(crate) crowding: Crowding,
    /// The top of the boxes.
    top: f64,
    /// The bottom of the boxes.
    bottom: f64,
    shape: Shape,
    /// The scale of each row of the left column.
    left: Vec<Scale>,
    /// The scale of each row of the right column.
    right: Vec<Scale>,
    end: Scale,
}

/// Finds the largest text with which everything fits.
pub(crate) fn arrange(content: &Content, frame: &Frame, setter: &Setter<'_>) -> Plan {
    let arrangement = Arrangement {
        content,
        frame,
        setter,
    };
    let Some(mut shape) = arrangement.fitting(Crowding(1.0)) else {
        return arrangement.cut();
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..7 {
        let middle = f64::midpoint(low, high);
        if let Some(found) = arrangement.fitting(Crowding(middle)) {
            shape = found;
            high = middle;
        } else {
            low = middle;
        }
    }
    let crowding = Crowding(high);
    let scale = crowding.scale();
    let (top, bottom) = frame.edges(crowding, setter);
    let rows = |count: usize| vec![scale; count];
    let (left, right) = (
        rows(shape.left_rows(content).len()),
        rows(shape.right_rows(content).len()),
    );
    Plan {
        crowding,
        top,
        bottom,
        shape,
        left,
        right,
        end: scale,
    }
}

/// What is to be arranged.
struct Arrangement<'a> {
    content: &'a Content,
    frame: &'a Frame,
    setter: &'a Setter<'a>,
}

impl Arrangement<'_> {
    /// The most even of the shapes that fit.
    fn fitting(&self, crowding: Crowding) -> Option<Shape> {
        let (top, bottom) = self.frame.edges(crowding, self.setter);
        let scale = crowding.scale();
        Shape::all()
            .map(|shape| (shape, self.need(shape, [scale; 3])))
            .filter(|(_, need)| need.total() <= bottom - top)
            .min_by(|(_, a), (_, b)| a.imbalance().total_cmp(&b.imbalance()))
            .map(|(shape, _)| shape)
    }

    fn need(&self, shape: Shape, [left, right, end]: [Scale; 3]) -> Need {
        Need {
            left: self.column(&shape.left_rows(self.content), shape.left, left),
            right: self.column(&shape.right_rows(self.content), shape.right, right),
            end: measure(&self.content.end, self.setter, WIDTH, end),
        }
    }

    fn column(&self, rows: &[Row<'_>], width: f64, scale: Scale) -> f64 {
        stacked(
            rows.iter()
                .map(|row| placed(row, self.setter, width, scale).height),
        )
    }

    /// Gives rows more lines, one at a time, while the column still fits.
    fn loosened(&self, rows: &[Row<'_>], width: f64, scale: Scale, room: f64) -> Vec<Scale> {
        let mut scales = vec![scale; rows.len()];
        let height = |row: &Row<'_>, scale| placed(row, self.setter, width, scale).height;
        let mut heights: Vec<f64> = rows.iter().map(|row| height(row, scale)).collect();
        let mut grown = scale.most != usize::MAX;
        while grown {
            grown = false;
            for (index, row) in rows.iter().enumerate() {
                let more = Scale {
                    most: scales[index].most + 1,
                    ..scales[index]
                };
                let taller = height(row, more);
                let others = stacked(heights.iter().copied()) - heights[index];
                if taller > heights[index] && others + taller <= room {
                    (scales[index], heights[index], grown) = (more, taller, true);
                }
            }
        }
        scales
    }

    /// At the tightest, limits the lines of the longest texts until everything fits.
    fn cut(&self) -> Plan {
        let crowding = Crowding(1.0);
        let (top, bottom) = self.frame.edges(crowding, self.setter);
        let whole = crowding.scale();
        let limited = |most: usize| Scale { most, ..whole };
        let end_height = |most| measure(&self.content.end, self.setter, WIDTH, limited(most));
        let end = limited(most_lines(|most| end_height(most) <= 0.16 * (bottom - top)).max(1));
        let columns = bottom - top - end_height(end.most) - GAP;
        let best = Shape::all()
            .map(|shape| {
                let (left, right) = (
                    shape.left_rows(self.content),
                    shape.right_rows(self.content),
                );
                let left =
                    most_lines(|most| self.column(&left, shape.left, limited(most)) <= columns);
                let right =
                    most_lines(|most| self.column(&right, shape.right, limited(most)) <= columns);
                (shape, left, right)
            })
            .max_by_key(|(shape, left, right)| {
                // Lines of a wide column hold more.
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "widths are small and positive"
                )]
                let held = |lines: usize, width: f64| lines.min(400) * width as usize;
                held(*left, shape.left).min(held(*right, shape.right))
            });
        let fallback = Shape {
            left: WIDTH * 0.45,
            right: WIDTH * 0.55 - GUTTER,
            needs_left: false,
        };
        let (shape, left, right) = best.unwrap_or((fallback, 1, 1));
        let left = self.loosened(
            &shape.left_rows(self.content),
            shape.left,
            limited(left.max(1)),
            columns,
        );
        let right = self.loosened(
            &shape.right_rows(self.content),
            shape.right,
            limited(right.max(1)),
            columns,
        );
        Plan {
            crowding,
            top,
            bottom,
            shape,
            left,
            right,
            end,
        }
    }
}

/// The largest number of lines for which `fits` holds; all lines if it always does, none if it never does.
fn most_lines(fits: impl Fn(usize) -> bool) -> usize {
    if fits(usize::MAX) {
        return usize::MAX;
    }
    let (mut low, mut high) = (0, 256);
    while low + 1 < high {
        let middle = usize::midpoint(low, high);
        if fits(middle) {
            low = middle
        } else {
            high = middle
        }
    }
    low
}
