//! Boxes that share a height, placed side by side or stacked, whichever is lower.

use crate::layout::poster::cell::Cell;
use crate::layout::poster::measures::GAP;
use crate::layout::poster::scale::Scale;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;

/// Boxes that share a height.
pub(super) enum Row<'a> {
    One(&'a Cell),
    /// Side by side, or stacked where that is lower.
    Two(&'a [Cell; 2]),
    /// Two stacked boxes beside a tall one, or all stacked where that is lower.
    Three(&'a [Cell; 2], &'a Cell),
}

impl<'a> Row<'a> {
    pub(super) fn cells(&self) -> Vec<&'a Cell> {
        match self {
            Self::One(cell) => vec![cell],
            Self::Two([one, two]) => vec![one, two],
            Self::Three([one, two], tall) => vec![one, tall, two],
        }
    }

    pub(super) fn eagerness(&self) -> f64 {
        self.cells()
            .into_iter()
            .map(Cell::eagerness)
            .fold(0.0, f64::max)
    }
}

/// The lowest way to place a row.
pub(super) struct Placed {
    pub(super) height: f64,
    /// The width of the first box or stack; `None` when all are stacked.
    pub(super) first: Option<f64>,
}

pub(super) fn placed(row: &Row<'_>, setter: &Setter<'_>, width: f64, scale: Scale) -> Placed {
    let cells = row.cells();
    let mut best = Placed {
        height: stacked(cells.iter().map(|cell| measure(cell, setter, width, scale))),
        first: None,
    };
    for share in [0.5, 0.4, 0.6] {
        let first = (width - GAP) * share;
        let second = width - GAP - first;
        let height = match row {
            Row::One(_) => break,
            Row::Two([one, two]) => {
                measure(one, setter, first, scale).max(measure(two, setter, second, scale))
            }
            Row::Three([one, two], tall) => {
                let stack = stacked(
                    [one, two]
                        .into_iter()
                        .map(|cell| measure(cell, setter, first, scale)),
                );
                stack.max(measure(tall, setter, second, scale))
            }
        };
        // Columns that do not line up must be worth it.
        let worth = if best.first.is_none() {
            height < best.height
        } else {
            height < best.height - 18.0
        };
        if worth {
            best = Placed {
                height,
                first: Some(first),
            };
        }
    }
    best
}

/// The height of boxes below each other.
pub(super) fn stacked(heights: impl Iterator<Item = f64>) -> f64 {
    heights.fold(-GAP, |sum, height| sum + height + GAP)
}

pub(super) fn measure(cell: &Cell, setter: &Setter<'_>, width: f64, scale: Scale) -> f64 {
    setter.cell(
        cell,
        Place {
            x: 0.0,
            y: 0.0,
            width,
        },
        None,
        scale,
        None,
    )
}
