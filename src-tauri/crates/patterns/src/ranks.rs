//! A slider and a choice: Kruskal–Wallis, and each option against the rest by Mann–Whitney.
//!
//! Everything follows from a table with a row for each group and a column for each place of the slider, in order: all stories at
//! one place share the middle of the ranks that they take up.

use crate::table::Counts;
use crate::tails;

/// Twice the middle of the ranks at each place, so that it is whole; and the sum of `t³ − t` over the places, where `t` stories
/// share one.
fn twice_ranks(places: &[u32]) -> (Vec<u64>, f64) {
    let (mut below, mut ties) = (0_u64, 0.0);
    let ranks = places
        .iter()
        .map(|count| {
            let count = u64::from(*count);
            let twice = 2 * below + count + 1;
            below += count;
            let t = count as f64;
            ties += t * t * t - t;
            twice
        })
        .collect();
    (ranks, ties)
}

/// The sum of the ranks of a group, doubled.
fn twice_rank_sum(group: &[u32], ranks: &[u64]) -> u64 {
    group
        .iter()
        .zip(ranks)
        .map(|(count, twice)| u64::from(*count) * twice)
        .sum()
}

/// Kruskal and Wallis' test of whether groups lie equally far to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KruskalWallis {
    /// The number of stories.
    pub n: u32,
    /// H, corrected for ties (Kruskal and Wallis 1952).
    pub h: f64,
    /// The number of groups with a story, less one.
    pub freedom: u32,
    /// The upper tail of the chi-square distribution.
    pub p: f64,
    /// `H / (n − 1)`: the part of the variance of the ranks that lies between the groups (Kelley 1935; Tomczak and Tomczak
    /// 2014).
    pub epsilon_squared: f64,
}

/// Kruskal and Wallis' test; none with fewer than two groups that have a story, or with all stories at one place.
pub fn kruskal_wallis(groups: &Counts) -> Option<KruskalWallis> {
    let sizes = groups.row_sums();
    let used = sizes.iter().filter(|size| **size > 0).count() as u32;
    let n: u32 = sizes.iter().sum();
    let total = f64::from(n);
    let (ranks, ties) = twice_ranks(&groups.column_sums());
    let untied = 1.0 - ties / (total * total * total - total);
    if used < 2 || untied <= 0.0 {
        return None;
    }
    // How far each group's mean rank is from the middle; equal to the usual form, and it keeps its digits.
    let middle = (total + 1.0) / 2.0;
    let between: f64 = groups
        .each_row()
        .zip(&sizes)
        .filter(|(_, size)| **size > 0)
        .map(|(group, size)| {
            let size = f64::from(*size);
            let mean = twice_rank_sum(group, &ranks) as f64 / 2.0 / size;
            size * (mean - middle) * (mean - middle)
        })
        .sum();
    let h = 12.0 / (total * (total + 1.0)) * between / untied;
    Some(KruskalWallis {
        n,
        h,
        freedom: used - 1,
        p: tails::chi_square(h, used - 1),
        epsilon_squared: h / (total - 1.0),
    })
}

/// Mann and Whitney's test of whether one group lies further to the right than another; two-sided, with ties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// The number of pairs in which the first group's story lies further to the right; equal places count for a half.
    pub u: f64,
    /// How many standard deviations that is from half of all pairs.
    pub z: f64,
    /// Both tails of the normal distribution.
    pub p: f64,
    /// `2 U / (n₁ n₂) − 1`: from −1, all to the left, to 1, all to the right (Cliff 1993).
    pub delta: f64,
}

/// Whether the normal distribution stands for U as it is, or for the whole numbers around it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Continuity {
    /// As it is.
    Plain,
    /// Half a step closer to the middle.
    Corrected,
}

/// Mann and Whitney's test of two groups, given how many of each are at each place; none where a group is empty or all stories
/// are at one place (Mann and Whitney 1947; the variance with ties from Lehmann 1975).
pub fn mann_whitney(one: &[u32], other: &[u32], continuity: Continuity) -> Option<MannWhitney> {
    let places: Vec<u32> = one.iter().zip(other).map(|(a, b)| a + b).collect();
    let (ranks, ties) = twice_ranks(&places);
    let size = |group: &[u32]| group.iter().sum::<u32>();
    from_rank_sum(
        twice_rank_sum(one, &ranks),
        (size(one), size(other)),
        ties,
        continuity,
    )
}

/// Each group against all other groups together.
pub fn against_rest(groups: &Counts) -> Vec<Option<MannWhitney>> {
    let (ranks, ties) = twice_ranks(&groups.column_sums());
    let n = groups.total();
    groups
        .each_row()
        .map(|group| {
            let size: u32 = group.iter().sum();
            from_rank_sum(
                twice_rank_sum(group, &ranks),
                (size, n - size),
                ties,
                Continuity::Plain,
            )
        })
        .collect()
}

fn from_rank_sum(
    twice_sum: u64,
    (one, other): (u32, u32),
    ties: f64,
    continuity: Continuity,
) -> Option<MannWhitney> {
    let (n1, n2) = (f64::from(one), f64::from(other));
    let n = n1 + n2;
    let pairs = n1 * n2;
    let variance = pairs / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
    if pairs <= 0.0 || variance <= 0.0 {
        return None;
    }
    let u = (twice_sum as f64 - n1 * (n1 + 1.0)) / 2.0;
    let off = u - pairs / 2.0;
    let off = match continuity {
        Continuity::Plain => off,
        Continuity::Corrected => off - off.abs().min(0.5).copysign(off),
    };
    let z = off / variance.sqrt();
    Some(MannWhitney {
        u,
        z,
        p: tails::normal_both(z),
        delta: 2.0 * u / pairs - 1.0,
    })
}
