//! Two sliders: Spearman's and Kendall's rank correlations, with ties.
//!
//! Everything follows from a table with a row for each place of the one slider and a column for each place of the other, both in
//! order.

use crate::table::Counts;
use crate::tails;

/// Spearman's rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spearman {
    /// The number of stories.
    pub n: u32,
    /// Pearson's correlation of the ranks, where equal places share the middle of their ranks (Spearman 1904).
    pub rho: f64,
    /// Both tails of Student's t with `n − 2` degrees of freedom.
    pub p: f64,
}

/// Spearman's rank correlation; none with fewer than three stories, or with all stories at one place of a slider.
pub fn spearman(counts: &Counts) -> Option<Spearman> {
    let n = counts.total();
    if n < 3 {
        return None;
    }
    let (across, down) = (
        centred(&counts.row_sums(), n),
        centred(&counts.column_sums(), n),
    );
    // All whole numbers: the ranks are doubled and counted from the middle, so that nothing is lost.
    let mut product = 0_i128;
    for (row, rank) in counts.each_row().zip(&across) {
        let sum: i64 = row
            .iter()
            .zip(&down)
            .map(|(count, other)| i64::from(*count) * other)
            .sum();
        product += i128::from(*rank) * i128::from(sum);
    }
    let square = |sums: &[u32], ranks: &[i64]| -> f64 {
        let all = sums.iter().zip(ranks);
        all.map(|(count, rank)| i128::from(*count) * i128::from(*rank) * i128::from(*rank))
            .sum::<i128>() as f64
    };
    let (one, other) = (
        square(&counts.row_sums(), &across),
        square(&counts.column_sums(), &down),
    );
    if one <= 0.0 || other <= 0.0 {
        return None;
    }
    let rho = (product as f64 / one.sqrt() / other.sqrt()).clamp(-1.0, 1.0);
    Some(Spearman {
        n,
        rho,
        p: tails::correlation_both(rho, n - 2),
    })
}

/// Twice the distance of the rank at each place from the middle rank.
fn centred(places: &[u32], n: u32) -> Vec<i64> {
    let mut below = 0_i64;
    places
        .iter()
        .map(|count| {
            let count = i64::from(*count);
            let twice = 2 * below + count + 1;
            below += count;
            twice - i64::from(n) - 1
        })
        .collect()
}

/// Kendall's rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kendall {
    /// The number of stories.
    pub n: u32,
    /// Tau-b: pairs in the same order less pairs in the opposite order, over what ties leave possible (Kendall 1945).
    pub tau_b: f64,
    /// Both tails of the normal distribution, with the variance for ties (Kendall 1970).
    pub p: f64,
}

/// Kendall's rank correlation; none with fewer than three stories, or with all stories at one place of a slider.
pub fn kendall(counts: &Counts) -> Option<Kendall> {
    let n = counts.total();
    if n < 3 {
        return None;
    }
    // Of the rows before, how many lie in each column: what is to the left is in the same order, to the right in the opposite.
    let mut before = vec![0_i64; counts.columns()];
    let mut balance = 0_i64;
    for row in counts.each_row() {
        let all: i64 = before.iter().sum();
        let mut left = 0;
        for (count, here) in row.iter().zip(&before) {
            balance += i64::from(*count) * (left - (all - left - here));
            left += here;
        }
        for (count, here) in row.iter().zip(&mut before) {
            *here += i64::from(*count);
        }
    }
    let n_all = f64::from(n);
    let (x, y) = (
        Ties::of(&counts.row_sums()),
        Ties::of(&counts.column_sums()),
    );
    let pairs = n_all * (n_all - 1.0) / 2.0;
    let (free_x, free_y) = (pairs - x.pairs / 2.0, pairs - y.pairs / 2.0);
    if free_x <= 0.0 || free_y <= 0.0 {
        return None;
    }
    let balance = balance as f64;
    let whole = n_all * (n_all - 1.0) * (2.0 * n_all + 5.0);
    let variance = (whole - x.fives - y.fives) / 18.0
        + x.pairs * y.pairs / (2.0 * n_all * (n_all - 1.0))
        + x.triples * y.triples / (9.0 * n_all * (n_all - 1.0) * (n_all - 2.0));
    Some(Kendall {
        n,
        tau_b: (balance / free_x.sqrt() / free_y.sqrt()).clamp(-1.0, 1.0),
        p: tails::normal_both(balance / variance.sqrt()),
    })
}

/// What ties take away: sums over the places, where `t` stories share one.
struct Ties {
    /// `t (t − 1)`.
    pairs: f64,
    /// `t (t − 1) (t − 2)`.
    triples: f64,
    /// `t (t − 1) (2 t + 5)`.
    fives: f64,
}

impl Ties {
    fn of(places: &[u32]) -> Self {
        let mut ties = Self {
            pairs: 0.0,
            triples: 0.0,
            fives: 0.0,
        };
        for count in places {
            let t = f64::from(*count);
            ties.pairs += t * (t - 1.0);
            ties.triples += t * (t - 1.0) * (t - 2.0);
            ties.fives += t * (t - 1.0) * (2.0 * t + 5.0);
        }
        ties
    }
}
