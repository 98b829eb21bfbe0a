//! What stands out where groups are compared on a slider.

use super::{OUTSTANDING, Pair, SMALLEST_GROUP};
use crate::adjust::holm;
use crate::ranks::{MannWhitney, against_rest};
use crate::{Highlight, Portion};

/// The parts of a slider that have words of their own: near the right end and its side, near the left end and its side.
const RIGHT: [(u8, u8); 2] = [(51, 100), (67, 100)];
const LEFT: [(u8, u8); 2] = [(0, 49), (0, 33)];

impl Pair<'_> {
    /// The groups that lie further to one side than chance explains, the furthest first, at most so many.
    pub(super) fn groups(&self, most: usize) -> Vec<Highlight> {
        let counts = self.counts;
        let sums = counts.row_sums();
        let n: u32 = sums.iter().sum();
        let tests = against_rest(counts);
        let tested: Vec<(usize, MannWhitney)> = self
            .rows
            .codes()
            .filter(|row| sums[*row] >= SMALLEST_GROUP && n - sums[*row] >= SMALLEST_GROUP)
            .filter_map(|row| Some((row, tests[row]?)))
            .collect();
        let p: Vec<f64> = tested.iter().map(|(_, test)| test.p).collect();
        let mut found: Vec<_> = tested.iter().zip(holm(&p)).collect();
        found.retain(|(_, p)| *p <= OUTSTANDING);
        found.sort_by(|((_, a), _), ((_, b), _)| b.delta.abs().total_cmp(&a.delta.abs()));
        found
            .into_iter()
            .filter_map(|((row, test), p)| {
                let other = self.other(*row, |other| {
                    let there = tests.get(other).copied().flatten()?.delta;
                    (there * test.delta < 0.0).then(|| there.abs())
                });
                let rest: Vec<u32> = match other {
                    Some(other) => counts.row(other).to_vec(),
                    None => {
                        let all = counts.column_sums();
                        all.iter()
                            .zip(counts.row(*row))
                            .map(|(a, b)| a - b)
                            .collect()
                    }
                };
                let (range, these, those) = part(counts.row(*row), &rest, test.delta > 0.0)?;
                let share = Portion::new(within(&counts.column_sums(), range), n).share();
                Some(self.highlight(
                    (
                        self.rows.condition(*row),
                        self.columns.range(range),
                        other.map(|other| self.rows.condition(other)),
                    ),
                    (these, those),
                    (share * f64::from(these.of), test.delta, p),
                ))
            })
            .take(most)
            .collect()
    }
}

/// The number of stories in a part of a slider.
pub(super) fn within(places: &[u32], (from, to): (u8, u8)) -> u32 {
    let (from, to) = (usize::from(from), usize::from(to));
    places
        .iter()
        .enumerate()
        .filter(|(place, _)| (from..=to).contains(place))
        .map(|(_, count)| count)
        .sum()
}

/// The part of a slider, to the right or to the left, in which the first group is seen so much more often than the second that it
/// shows best: one with words of its own where that shows it, and otherwise from or up to any place. None where no part shows
/// it.
fn part(one: &[u32], other: &[u32], right: bool) -> Option<((u8, u8), Portion, Portion)> {
    let (of_one, of_other) = (one.iter().sum(), other.iter().sum());
    let see = |range: (u8, u8)| {
        let these = Portion::new(within(one, range), of_one);
        let those = Portion::new(within(other, range), of_other);
        (range, these, those)
    };
    let gain = |(_, these, those): &(_, Portion, Portion)| these.share() - those.share();
    let best = |ranges: &mut dyn Iterator<Item = (u8, u8)>| {
        let mut best: Option<((u8, u8), Portion, Portion)> = None;
        for range in ranges {
            let seen = see(range);
            if seen.1.per_hundred > seen.2.per_hundred
                && best.as_ref().is_none_or(|most| gain(&seen) > gain(most))
            {
                best = Some(seen);
            }
        }
        best
    };
    let named = if right { RIGHT } else { LEFT };
    best(&mut named.into_iter()).or_else(|| {
        if right {
            best(&mut (1..=100).map(|from| (from, 100)))
        } else {
            best(&mut (0..=99).map(|to| (0, to)))
        }
    })
}
