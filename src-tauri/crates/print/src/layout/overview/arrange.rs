//! Which box stands in which column, and how large everything can be.

use crate::layout::overview::measures::{Density, TEXT_POINTS, WIDTH};
use crate::layout::overview::question::Question;
use crate::layout::setter::Setter;
use crate::layout::setting::POINT;

/// Boxes in columns, read down and then to the right.
pub(super) struct Plan {
    /// The size of the reading text, in millimetres.
    pub(super) em: f64,
    /// The width of a column.
    pub(super) width: f64,
    /// For each column the first box and the one after the last.
    pub(super) columns: Vec<(usize, usize)>,
    /// The height of each box.
    pub(super) heights: Vec<f64>,
    pub(super) density: Density,
}

/// The fewest and the most columns.
const COLUMNS: (usize, usize) = (2, 4);
/// What an empty column would cost, of the size of the text.
const RAGGED: f64 = 0.6;
/// The least width of a column, in ems, for text that is larger than the smallest.
const LEAST_EMS: f64 = 14.0;
/// From one size to the next, in points.
const STEP: f64 = 1.0;

/// The width of one of so many columns.
pub(super) fn width(columns: usize, density: Density) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
    let columns = columns as f64;
    (WIDTH - (columns - 1.0) * density.gutter) / columns
}

impl Plan {
    /// The plan with the largest text that fits in `room`; `None` when the boxes do not fit at the smallest.
    pub(super) fn fitting(
        boxes: &[Question],
        density: Density,
        room: f64,
        setter: &Setter<'_>,
    ) -> Option<Self> {
        let (fewest, most) = COLUMNS;
        let mut best: Option<Self> = None;
        for columns in fewest..=most {
            // What fits at a size fits at every smaller one, but for a line more or less.
            let plan = |points: f64| Self::new(boxes, (columns, density), points, room, setter);
            let (least, most) = TEXT_POINTS;
            let Some(mut found) = plan(least) else {
                continue;
            };
            let (mut low, mut high) = (least, most + STEP);
            while high - low > STEP {
                let middle = low + ((high - low) / 2.0 / STEP).floor().max(1.0) * STEP;
                match plan(middle) {
                    Some(larger) => (found, low) = (larger, middle),
                    None => high = middle,
                }
            }
            let better = |best: &Self| found.worth(room) > best.worth(room);
            if best.as_ref().is_none_or(better) {
                best = Some(found);
            }
        }
        best
    }

    fn new(
        boxes: &[Question],
        (columns, density): (usize, Density),
        points: f64,
        room: f64,
        setter: &Setter<'_>,
    ) -> Option<Self> {
        let (em, width) = (points * POINT, width(columns, density));
        if width < LEAST_EMS * em && points > TEXT_POINTS.0 {
            return None;
        }
        let cramped = |one: &Question| one.is_cramped(width, em, setter);
        if points > TEXT_POINTS.0 && boxes.iter().any(cramped) {
            return None;
        }
        let heights = boxes.iter().map(|one| one.height(width, em, 0.0, setter));
        let heights: Vec<f64> = heights.collect();
        let fits = |room: f64| {
            filled(&heights, density.gap, room).filter(|filled| filled.len() <= columns)
        };
        fits(room)?;
        // Columns about as high as each other.
        let (mut low, mut high) = (0.0, room);
        for _ in 0..24 {
            let middle = f64::midpoint(low, high);
            if fits(middle).is_some() {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(Self {
            em,
            width,
            columns: fits(high)?,
            heights,
            density,
        })
    }

    /// The size of the text, less where a column is much lower than the others.
    fn worth(&self, room: f64) -> f64 {
        let heights = self.columns.iter().map(|column| self.height(*column));
        let lowest = heights.fold(room, f64::min);
        self.em * (1.0 - RAGGED * (1.0 - lowest / room))
    }

    /// The height of a column.
    pub(super) fn height(&self, (first, end): (usize, usize)) -> f64 {
        let boxes = self.heights.get(first..end).unwrap_or(&[]);
        #[expect(clippy::cast_precision_loss, reason = "there are few boxes")]
        let gaps = boxes.len().saturating_sub(1) as f64 * self.density.gap;
        boxes.iter().sum::<f64>() + gaps
    }
}

/// Fills columns of a height one after the other; `None` when a box is higher than that.
fn filled(heights: &[f64], gap: f64, room: f64) -> Option<Vec<(usize, usize)>> {
    let mut columns: Vec<(usize, usize)> = Vec::new();
    let mut used = 0.0;
    for (index, height) in heights.iter().enumerate() {
        if *height > room {
            return None;
        }
        match columns.last_mut() {
            Some((_, end)) if used + gap + height <= room => {
                used += gap + height;
                *end = index + 1;
            }
            _ => {
                used = *height;
                columns.push((index, index + 1));
            }
        }
    }
    Some(columns)
}
