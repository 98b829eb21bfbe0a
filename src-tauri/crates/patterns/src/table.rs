//! Two choices: chi-square, residuals, Cramér's V, and Fisher's exact test.

use crate::tails;

/// How often each two answers occur together: a row for each answer to one question, a column for each to the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Counts {
    columns: usize,
    cells: Vec<u32>,
}

impl Counts {
    /// Row after row; what does not fill a row at the end is left out.
    pub fn new(columns: usize, mut cells: Vec<u32>) -> Self {
        let columns = columns.max(1);
        cells.truncate(cells.len() / columns * columns);
        Self { columns, cells }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The rows, in order.
    pub fn each_row(&self) -> impl Iterator<Item = &[u32]> {
        self.cells.chunks_exact(self.columns)
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[u32] {
        &self.cells[row * self.columns..(row + 1) * self.columns]
    }

    /// One cell.
    pub fn at(&self, row: usize, column: usize) -> u32 {
        self.cells[row * self.columns + column]
    }

    /// The sum of each row.
    pub fn row_sums(&self) -> Vec<u32> {
        self.each_row().map(|row| row.iter().sum()).collect()
    }

    /// The sum of each column.
    pub fn column_sums(&self) -> Vec<u32> {
        let mut sums = vec![0; self.columns];
        for row in self.each_row() {
            for (sum, count) in sums.iter_mut().zip(row) {
                *sum += count;
            }
        }
        sums
    }

    /// The sum of all cells.
    pub fn total(&self) -> u32 {
        self.cells.iter().sum()
    }
}

/// Pearson's chi-square test of independence. Rows and columns without any story take no part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    /// The number of stories.
    pub n: u32,
    /// The statistic (Pearson 1900).
    pub statistic: f64,
    /// (rows − 1)(columns − 1).
    pub freedom: u32,
    /// The upper tail of the chi-square distribution.
    pub p: f64,
    /// The smallest expected count.
    pub expected_min: f64,
    /// Whether an expected count is below 1, or more than one in five is below 5: too thin to rely on p (Cochran 1954).
    pub thin: bool,
    /// Cramér's V as it was first given: `√(χ² / n / (smallest side − 1))` (Cramér 1946).
    pub cramers_v: f64,
    /// Cramér's V corrected for bias (Bergsma 2013, equations 2 and 3).
    pub corrected_v: f64,
    /// The smallest of the number of rows and of columns.
    pub smallest_side: u32,
}

/// Pearson's chi-square test; none with fewer than two rows or columns that have a story.
pub fn chi_square(counts: &Counts) -> Option<ChiSquare> {
    let (across, down) = (counts.row_sums(), counts.column_sums());
    let used = |sums: &[u32]| sums.iter().filter(|sum| **sum > 0).count() as u32;
    let (r, c) = (used(&across), used(&down));
    if r < 2 || c < 2 {
        return None;
    }
    let n = across.iter().sum::<u32>();
    let total = f64::from(n);
    let (mut statistic, mut expected_min, mut below_five) = (0.0, f64::INFINITY, 0);
    for (row, sum) in counts.each_row().zip(&across) {
        for (count, column) in row.iter().zip(&down) {
            let expected = f64::from(*sum) * f64::from(*column) / total;
            if expected > 0.0 {
                let off = f64::from(*count) - expected;
                statistic += off * off / expected;
                expected_min = expected_min.min(expected);
                below_five += u32::from(expected < 5.0);
            }
        }
    }
    let freedom = (r - 1) * (c - 1);
    let square = statistic / total;
    let less = total - 1.0;
    let corrected = (square - f64::from(freedom) / less).max(0.0);
    let side = |k: u32| f64::from(k) - f64::from(k - 1).powi(2) / less;
    Some(ChiSquare {
        n,
        statistic,
        freedom,
        p: tails::chi_square(statistic, freedom),
        expected_min,
        thin: expected_min < 1.0 || below_five * 5 > r * c,
        cramers_v: (square / f64::from(r.min(c) - 1)).sqrt(),
        corrected_v: root_of_ratio(corrected, side(r).min(side(c)) - 1.0),
        smallest_side: r.min(c),
    })
}

fn root_of_ratio(above: f64, below: f64) -> f64 {
    if below > 0.0 {
        (above / below).sqrt().min(1.0)
    } else {
        0.0
    }
}

/// The chi-square statistic of a table of two by two with Yates' correction for continuity (Yates 1934), and its p. The
/// correction is never more than what is off. None for other tables.
pub fn yates(counts: &Counts) -> Option<(f64, f64)> {
    let plain = chi_square(counts)?;
    if (counts.rows(), counts.columns()) != (2, 2) {
        return None;
    }
    let (across, down) = (counts.row_sums(), counts.column_sums());
    let mut statistic = 0.0;
    for (row, sum) in counts.each_row().zip(&across) {
        for (count, column) in row.iter().zip(&down) {
            let expected = f64::from(*sum) * f64::from(*column) / f64::from(plain.n);
            let off = (f64::from(*count) - expected).abs();
            statistic += (off - off.min(0.5)).powi(2) / expected;
        }
    }
    Some((statistic, tails::chi_square(statistic, 1)))
}

/// The adjusted residual of each cell, row after row: how many standard deviations it is away from what is expected
/// (Haberman 1973). 0 where a row or column holds nothing or everything.
pub fn adjusted_residuals(counts: &Counts) -> Vec<f64> {
    let (across, down) = (counts.row_sums(), counts.column_sums());
    let total = f64::from(across.iter().sum::<u32>());
    let mut residuals = Vec::with_capacity(across.len() * down.len());
    for (row, sum) in counts.each_row().zip(&across) {
        let row_part = f64::from(*sum) / total;
        for (count, column) in row.iter().zip(&down) {
            let expected = row_part * f64::from(*column);
            let spread = expected * (1.0 - row_part) * (1.0 - f64::from(*column) / total);
            residuals.push(if spread > 0.0 {
                (f64::from(*count) - expected) / spread.sqrt()
            } else {
                0.0
            });
        }
    }
    residuals
}

/// Fisher's exact test of a table of two by two (Fisher 1935).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    /// The sum of the probabilities of all tables with the same sums that are at most as likely as this one.
    pub p: f64,
    /// The odds ratio that makes the first cell, given the sums, most likely.
    pub odds_ratio: f64,
}

/// Two tables count as equally likely within this, as in R.
const AS_LIKELY: f64 = 1e-7;

/// Fisher's exact test; none where the table is not two by two.
pub fn fisher(counts: &Counts) -> Option<Fisher> {
    let first = FirstCell::of(counts)?;
    let found = counts.at(0, 0);
    let likely = first.likelihoods(1.0);
    let own = likely.get((found - first.lowest) as usize)? * (1.0 + AS_LIKELY);
    let p: f64 = likely.iter().filter(|one| **one <= own).sum();
    Some(Fisher {
        p: p.min(1.0),
        odds_ratio: first.most_likely_ratio(found),
    })
}

/// The first cell of a table of two by two of which the sums are given: the noncentral hypergeometric distribution.
#[derive(Clone, Debug)]
pub struct FirstCell {
    lowest: u32,
    /// The logarithm of the likelihood of each value from the lowest to the highest, for odds that are equal.
    logs: Vec<f64>,
}

impl FirstCell {
    /// What the first cell can be; none where the table is not two by two.
    pub fn of(counts: &Counts) -> Option<Self> {
        if (counts.rows(), counts.columns()) != (2, 2) {
            return None;
        }
        let (across, down) = (counts.row_sums(), counts.column_sums());
        let lowest = across[0].saturating_sub(down[1]);
        let highest = across[0].min(down[0]);
        let choose = |n: u32, k: u32| {
            tails::ln_factorial(n) - tails::ln_factorial(k) - tails::ln_factorial(n - k)
        };
        let logs = (lowest..=highest)
            .map(|x| choose(down[0], x) + choose(down[1], across[0] - x))
            .collect();
        Some(Self { lowest, logs })
    }

    /// The likelihood of each value from the lowest to the highest where the odds ratio is `ratio`; together 1.
    fn likelihoods(&self, ratio: f64) -> Vec<f64> {
        let step = ratio.ln();
        let logs = (0..).zip(&self.logs);
        let logs: Vec<f64> = logs.map(|(nth, log)| log + f64::from(nth) * step).collect();
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut likely: Vec<f64> = logs.iter().map(|log| (log - top).exp()).collect();
        let sum: f64 = likely.iter().sum();
        likely.iter_mut().for_each(|one| *one /= sum);
        likely
    }

    /// What the first cell is on average where the odds ratio is `ratio`, above 0.
    pub fn mean(&self, ratio: f64) -> f64 {
        (self.lowest..)
            .zip(self.likelihoods(ratio))
            .map(|(x, likely)| f64::from(x) * likely)
            .sum()
    }

    /// The odds ratio at which the average is `found`: the most likely one. Halves the interval of its logarithm until nothing
    /// is left of it.
    fn most_likely_ratio(&self, found: u32) -> f64 {
        if found == self.lowest {
            return 0.0;
        }
        if (found - self.lowest) as usize + 1 == self.logs.len() {
            return f64::INFINITY;
        }
        let (mut low, mut high) = (-700.0_f64, 700.0_f64);
        loop {
            let middle = low.midpoint(high);
            if middle <= low || middle >= high {
                return middle.exp();
            }
            if self.mean(middle.exp()) < f64::from(found) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
