//! Every pair as one would write it down first: the answers of each pair gathered, ranks by sorting, tables in a map.

use std::collections::{BTreeMap, HashMap};

use crate::answers::WIDTHS;

/// The sum of the statistics and effects of all pairs.
pub fn all_pairs(columns: &[Vec<Option<f64>>]) -> f64 {
    let mut sum = 0.0;
    for a in 0..columns.len() {
        for b in a + 1..columns.len() {
            let pairs = columns[a].iter().zip(&columns[b]);
            let (one, other): (Vec<f64>, Vec<f64>) =
                pairs.filter_map(|(x, y)| Some(((*x)?, (*y)?))).unzip();
            sum += match (WIDTHS[a] == 101, WIDTHS[b] == 101) {
                (true, true) => spearman(&one, &other),
                (true, false) => kruskal(&other, &one),
                (false, true) => kruskal(&one, &other),
                (false, false) => chi_square(&one, &other),
            };
        }
    }
    sum
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let mut end = start + 1;
        while end < order.len() && values[order[end]] == values[order[start]] {
            end += 1;
        }
        for place in &order[start..end] {
            ranks[*place] = (start + end + 1) as f64 / 2.0;
        }
        start = end;
    }
    ranks
}

fn spearman(one: &[f64], other: &[f64]) -> f64 {
    let (x, y) = (ranks(one), ranks(other));
    let middle = (x.len() as f64 + 1.0) / 2.0;
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(&y) {
        xy += (a - middle) * (b - middle);
        xx += (a - middle) * (a - middle);
        yy += (b - middle) * (b - middle);
    }
    xy / (xx * yy).sqrt()
}

fn kruskal(groups: &[f64], values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mut sums: HashMap<u64, (f64, f64)> = HashMap::new();
    for (group, rank) in groups.iter().zip(ranks(values)) {
        let sum = sums.entry(group.to_bits()).or_default();
        *sum = (sum.0 + rank, sum.1 + 1.0);
    }
    let mut tied: HashMap<u64, f64> = HashMap::new();
    for value in values {
        *tied.entry(value.to_bits()).or_default() += 1.0;
    }
    let between: f64 = sums.values().map(|(sum, size)| sum * sum / size).sum();
    let ties: f64 = tied.values().map(|t| t * t * t - t).sum();
    (12.0 / (n * (n + 1.0)) * between - 3.0 * (n + 1.0)) / (1.0 - ties / (n * n * n - n))
}

fn chi_square(one: &[f64], other: &[f64]) -> f64 {
    let mut cells: HashMap<(u64, u64), f64> = HashMap::new();
    // In order, so that the sum is the same each time.
    let (mut rows, mut columns): (BTreeMap<u64, f64>, BTreeMap<u64, f64>) =
        (BTreeMap::new(), BTreeMap::new());
    for (x, y) in one.iter().zip(other) {
        *cells.entry((x.to_bits(), y.to_bits())).or_default() += 1.0;
        *rows.entry(x.to_bits()).or_default() += 1.0;
        *columns.entry(y.to_bits()).or_default() += 1.0;
    }
    let mut sum = 0.0;
    for (row, across) in &rows {
        for (column, down) in &columns {
            let expected = across * down / one.len() as f64;
            let found = cells.get(&(*row, *column)).copied().unwrap_or(0.0);
            sum += (found - expected) * (found - expected) / expected;
        }
    }
    sum
}
