//! What stands out in a table of two choices.

use super::{OUTSTANDING, Pair, SMALLEST_GROUP, SMALLEST_OTHER};
use crate::adjust::holm;
use crate::table::adjusted_residuals;
use crate::tails::normal_both;
use crate::{Highlight, Portion};

/// A cell in which fewer are expected never stands out by itself (Cochran 1954).
const SMALLEST_EXPECTED: f64 = 5.0;
/// A row is put beside another that is at least this far out on the other side.
const OTHER_RESIDUAL: f64 = 2.0;

impl Pair<'_> {
    /// The cells that are further from what is expected than chance explains, the furthest first, at most so many.
    pub(super) fn cells(&self, most: usize) -> Vec<Highlight> {
        let counts = self.counts;
        let (across, down) = (counts.row_sums(), counts.column_sums());
        let n: u32 = across.iter().sum();
        let residuals = adjusted_residuals(counts);
        let residual = |row: usize, column: usize| residuals[row * counts.columns() + column];
        let expected = |row: usize, column: usize| {
            f64::from(across[row]) * f64::from(down[column]) / f64::from(n)
        };
        let mut found: Vec<(usize, usize)> = Vec::new();
        for row in self.rows.codes() {
            let of = across[row];
            if of < SMALLEST_GROUP || n - of < SMALLEST_GROUP {
                continue;
            }
            let columns = self.columns.codes();
            found.extend(
                columns
                    .filter(|column| expected(row, *column) >= SMALLEST_EXPECTED)
                    .map(|column| (row, column)),
            );
        }
        let p: Vec<f64> = found
            .iter()
            .map(|(row, column)| normal_both(residual(*row, *column)))
            .collect();
        let mut found: Vec<_> = found.into_iter().zip(holm(&p)).collect();
        found.retain(|(_, p)| *p <= OUTSTANDING);
        // Stable, so that equally far ones stay in the order of the questionnaire.
        found.sort_by(|(a, _), (b, _)| {
            let far = |cell: &(usize, usize)| residual(cell.0, cell.1).abs();
            far(b).total_cmp(&far(a))
        });
        found
            .into_iter()
            .take(most)
            .map(|((row, column), p)| {
                let score = residual(row, column);
                let other = self.other(row, |other| {
                    let there = residual(other, column);
                    (there * score < 0.0 && there.abs() >= OTHER_RESIDUAL).then(|| there.abs())
                });
                let those = match other {
                    Some(other) => Portion::new(counts.at(other, column), across[other]),
                    None => Portion::new(down[column] - counts.at(row, column), n - across[row]),
                };
                self.highlight(
                    (
                        self.rows.condition(row),
                        self.columns.condition(column),
                        other.map(|other| self.rows.condition(other)),
                    ),
                    (Portion::new(counts.at(row, column), across[row]), those),
                    (expected(row, column), score, p),
                )
            })
            .collect()
    }

    /// The row that is furthest out on the other side, by what `far` says of it, with enough stories to be put beside `row`.
    pub(super) fn other(&self, row: usize, far: impl Fn(usize) -> Option<f64>) -> Option<usize> {
        let sums = self.counts.row_sums();
        let mut best: Option<(usize, f64)> = None;
        for other in self.rows.codes() {
            if other == row || sums[other] < SMALLEST_OTHER {
                continue;
            }
            if let Some(distance) = far(other)
                && best.is_none_or(|(_, most)| distance > most)
            {
                best = Some((other, distance));
            }
        }
        best.map(|(other, _)| other)
    }
}
