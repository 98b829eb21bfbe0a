//! What stands out where two sliders are compared.

use super::groups::within;
use super::{Pair, SMALLEST_GROUP};
use crate::{Highlight, Portion};

/// The sides of a slider; what was left in the middle belongs to neither.
pub(super) const LEFT_SIDE: (u8, u8) = (0, 49);
pub(super) const RIGHT_SIDE: (u8, u8) = (51, 100);

impl Pair<'_> {
    /// The stories at the right of the first slider beside those at its left, on the second; none where too few are on a side, or
    /// where the sides do not show what the correlation says.
    pub(super) fn halves(&self, rho: f64, p: f64) -> Vec<Highlight> {
        let what = if rho > 0.0 { RIGHT_SIDE } else { LEFT_SIDE };
        let portion = |side: (u8, u8)| {
            let rows = usize::from(side.0)..=usize::from(side.1);
            let (mut count, mut of) = (0, 0);
            for (_, row) in (0..)
                .zip(self.counts.each_row())
                .filter(|(nth, _)| rows.contains(nth))
            {
                of += row.iter().sum::<u32>();
                count += within(row, what);
            }
            Portion::new(count, of)
        };
        let (these, those) = (portion(RIGHT_SIDE), portion(LEFT_SIDE));
        if these.of.min(those.of) < SMALLEST_GROUP || these.per_hundred <= those.per_hundred {
            return Vec::new();
        }
        let all = self.counts.column_sums();
        let share = Portion::new(within(&all, what), self.counts.total()).share();
        vec![self.highlight(
            (
                self.rows.range(RIGHT_SIDE),
                self.columns.range(what),
                Some(self.rows.range(LEFT_SIDE)),
            ),
            (these, those),
            (share * f64::from(these.of), rho, p),
        )]
    }
}
