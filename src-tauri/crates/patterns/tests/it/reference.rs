//! Published tables and data with the statistics that R gives for them, one by one.

use std::collections::BTreeMap;
use std::fs;

use patterns::adjust::{benjamini_hochberg, benjamini_yekutieli, holm};
use patterns::paired::{kendall, spearman};
use patterns::ranks::{Continuity, kruskal_wallis, mann_whitney};
use patterns::table::{Counts, FirstCell, adjusted_residuals, chi_square, fisher, yates};
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../fixtures/statistics/");

/// Statistics agree within this, relative to the statistic where that is above 1.
const STATISTIC: f64 = 1e-9;
/// Every p agrees within this, relative to p itself.
const P: f64 = 1e-8;

#[test]
fn all_reference_statistics_agree() {
    let text = fs::read_to_string(format!("{FOLDER}reference.json")).unwrap();
    let entries: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut before = &Value::Null;
    for entry in &entries {
        let entry = Entry(entry);
        match entry.text("test") {
            "chisq" => check_chi_square(entry),
            "chisq_yates" => check_yates(entry, Entry(before)),
            "kruskal" => check_kruskal(entry),
            "mannwhitney" => check_mann_whitney(entry, Continuity::Plain),
            "mannwhitney_cc" => check_mann_whitney(entry, Continuity::Corrected),
            "spearman" => check_paired(entry),
            "padjust" => check_adjusted(entry),
            other => panic!("{other} is not looked at"),
        }
        before = entry.0;
    }
    assert_eq!(entries.len(), 24);
}

#[derive(Clone, Copy)]
struct Entry<'a>(&'a Value);

impl Entry<'_> {
    fn text(&self, key: &str) -> &str {
        self.0[key].as_str().unwrap()
    }

    fn numbers(&self, key: &str) -> Vec<f64> {
        let all = self.0[key].as_array().unwrap().iter();
        all.map(|one| one.as_f64().unwrap()).collect()
    }

    fn counts(&self) -> Counts {
        let cells = self.numbers("counts_rowmajor").into_iter();
        Counts::new(
            self.text("cols").split('|').count(),
            cells.map(|count| count as u32).collect(),
        )
    }

    #[track_caller]
    fn statistic(&self, key: &str, found: f64) {
        let expected = self.0[key].as_f64().unwrap();
        self.near(key, found, expected, STATISTIC * expected.abs().max(1.0));
    }

    #[track_caller]
    fn p(&self, key: &str, found: f64) {
        let expected = self.0[key].as_f64().unwrap();
        self.near(key, found, expected, P * expected);
    }

    #[track_caller]
    fn all(&self, key: &str, found: &[f64], within: f64) {
        let expected = self.numbers(key);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            self.near(key, *found, expected, within);
        }
    }

    #[track_caller]
    fn near(&self, key: &str, found: f64, expected: f64, within: f64) {
        assert!(
            (found - expected).abs() <= within,
            "{}: {key} is {found:e}, not {expected:e}",
            self.text("name")
        );
    }
}

fn check_chi_square(entry: Entry<'_>) {
    let counts = entry.counts();
    let found = chi_square(&counts).unwrap();
    entry.statistic("statistic", found.statistic);
    entry.statistic("df", f64::from(found.freedom));
    entry.p("p", found.p);
    entry.statistic("cramers_v", found.cramers_v);
    entry.statistic("expected_min", found.expected_min);
    let residuals = adjusted_residuals(&counts);
    entry.all("adj_residuals_rowmajor", &residuals, STATISTIC);
}

fn check_yates(entry: Entry<'_>, plain: Entry<'_>) {
    assert_eq!(
        entry.text("name"),
        format!("{} [yates]", plain.text("name"))
    );
    let counts = plain.counts();
    let (statistic, p) = yates(&counts).unwrap();
    entry.statistic("statistic", statistic);
    entry.p("p", p);
    let exact = fisher(&counts).unwrap();
    entry.p("fisher_p", exact.p);
    // R stops looking for the odds ratio at 1.2e-4 of it (of its inverse, above 1). Looking as R does finds what R finds; ours
    // looks on, and is within what R leaves open.
    let first = FirstCell::of(&counts).unwrap();
    let found = f64::from(counts.at(0, 0));
    let stop = f64::EPSILON.powf(0.25);
    let (as_r, off) = if exact.odds_ratio > 1.0 {
        let root = zero(f64::EPSILON, 1.0, stop, |t| first.mean(1.0 / t) - found);
        (1.0 / root, (1.0 / exact.odds_ratio - root).abs())
    } else {
        let lowest = counts.row_sums()[0].saturating_sub(counts.column_sums()[1]);
        let at_zero = f64::from(lowest) - found;
        let root = zero(0.0, 1.0, stop, |t| {
            if t == 0.0 {
                at_zero
            } else {
                first.mean(t) - found
            }
        });
        (root, (exact.odds_ratio - root).abs())
    };
    entry.statistic("odds_ratio_cmle", as_r);
    assert!(off <= stop);
    assert!((first.mean(exact.odds_ratio) - found).abs() < 1e-9);
}

/// Brent's search for a zero (Brent 1973), with the steps of R's `uniroot`.
fn zero(low: f64, high: f64, stop: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    let (mut c, mut fc) = (a, fa);
    loop {
        let before = b - a;
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let least = 2.0 * f64::EPSILON * b.abs() + stop / 2.0;
        let mut step = (c - b) / 2.0;
        if step.abs() <= least || fb == 0.0 {
            return b;
        }
        if before.abs() >= least && fa.abs() > fb.abs() {
            let across = c - b;
            let (mut p, mut q) = if a == c {
                let t = fb / fa;
                (across * t, 1.0 - t)
            } else {
                let (q, t1, t2) = (fa / fc, fb / fc, fb / fa);
                (
                    t2 * (across * q * (q - t1) - (b - a) * (t1 - 1.0)),
                    (q - 1.0) * (t1 - 1.0) * (t2 - 1.0),
                )
            };
            if p > 0.0 {
                q = -q;
            } else {
                p = -p;
            }
            if p < 0.75 * across * q - (least * q).abs() / 2.0 && p < (before * q / 2.0).abs() {
                step = p / q;
            }
        }
        if step.abs() < least {
            step = least.copysign(step);
        }
        (a, fa) = (b, fb);
        b += step;
        fb = f(b);
        if (fb > 0.0 && fc > 0.0) || (fb < 0.0 && fc < 0.0) {
            (c, fc) = (a, fa);
        }
    }
}

fn check_kruskal(entry: Entry<'_>) {
    let groups = match entry.text("name").split(' ').next().unwrap() {
        "airquality" => grouped("airquality", "Ozone", "Month"),
        "chickwts" => grouped("chickwts", "weight", "feed"),
        "InsectSprays" => grouped("insectsprays", "count", "spray"),
        "iris" => grouped("iris", "Sepal.Length", "Species"),
        other => panic!("{other} is not there"),
    };
    let found = kruskal_wallis(&counts_of(&groups.into_values().collect::<Vec<_>>())).unwrap();
    entry.statistic("statistic", found.h);
    entry.statistic("df", f64::from(found.freedom));
    entry.p("p", found.p);
}

fn check_mann_whitney(entry: Entry<'_>, continuity: Continuity) {
    let (groups, one, other) = match entry.text("name") {
        "airquality Ozone May vs Aug" => (grouped("airquality", "Ozone", "Month"), "5", "8"),
        "ToothGrowth len OJ vs VC" => (grouped("toothgrowth", "len", "supp"), "OJ", "VC"),
        other => panic!("{other} is not there"),
    };
    let counts = counts_of(&[groups[one].clone(), groups[other].clone()]);
    let found = mann_whitney(counts.row(0), counts.row(1), continuity).unwrap();
    entry.statistic("U", found.u);
    entry.p("p", found.p);
}

fn check_paired(entry: Entry<'_>) {
    let (file, one, other) = match entry.text("name") {
        "mtcars mpg x wt" => ("mtcars", "mpg", "wt"),
        "attitude rating x complaints" => ("attitude", "rating", "complaints"),
        "airquality Ozone x Temp" => ("airquality", "Ozone", "Temp"),
        "faithful eruptions x waiting" => ("faithful", "eruptions", "waiting"),
        other => panic!("{other} is not there"),
    };
    let pairs: Vec<(f64, f64)> = read(file, one, other)
        .into_iter()
        .filter_map(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)))
        .collect();
    let (ones, others): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (rows, columns) = (places(&ones), places(&others));
    let mut cells = vec![0; rows.len() * columns.len()];
    for (a, b) in pairs {
        cells[place(&rows, a) * columns.len() + place(&columns, b)] += 1;
    }
    let counts = Counts::new(columns.len(), cells);
    let found = spearman(&counts).unwrap();
    entry.statistic("n_obs", f64::from(found.n));
    entry.statistic("rho", found.rho);
    entry.p("p_t", found.p);
    entry.p("p_R", found.p);
    let found = kendall(&counts).unwrap();
    entry.statistic("kendall_tau_b", found.tau_b);
    entry.p("kendall_p", found.p);
}

fn check_adjusted(entry: Entry<'_>) {
    let p = entry.numbers("p_in");
    entry.all("bh", &benjamini_hochberg(&p), STATISTIC);
    entry.all("holm", &holm(&p), STATISTIC);
    entry.all("by", &benjamini_yekutieli(&p), STATISTIC);
}

/// Two columns of a file of data, row by row.
fn read(file: &str, one: &str, other: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(format!("{FOLDER}{file}.csv")).unwrap();
    let mut lines = text.lines().map(|line| {
        let cells = line
            .split(',')
            .map(|cell| cell.trim_matches('"').to_owned());
        cells.collect::<Vec<_>>()
    });
    let header = lines.next().unwrap();
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let (one, other) = (column(one), column(other));
    lines
        .map(|cells| (cells[one].clone(), cells[other].clone()))
        .collect()
}

/// The numbers of one column by the words of another; a row without a number is left out.
fn grouped(file: &str, number: &str, group: &str) -> BTreeMap<String, Vec<f64>> {
    let mut groups = BTreeMap::<String, Vec<f64>>::new();
    for (number, group) in read(file, number, group) {
        if let Ok(number) = number.parse() {
            groups.entry(group).or_default().push(number);
        }
    }
    groups
}

/// The different numbers, in order.
fn places(numbers: &[f64]) -> Vec<f64> {
    let mut places = numbers.to_vec();
    places.sort_by(f64::total_cmp);
    places.dedup();
    places
}

fn place(places: &[f64], number: f64) -> usize {
    places
        .binary_search_by(|one| one.total_cmp(&number))
        .unwrap()
}

/// A row for each group, a column for each different number.
fn counts_of(groups: &[Vec<f64>]) -> Counts {
    let columns = places(&groups.concat());
    let mut cells = vec![0; groups.len() * columns.len()];
    for (row, group) in groups.iter().enumerate() {
        for number in group {
            cells[row * columns.len() + place(&columns, *number)] += 1;
        }
    }
    Counts::new(columns.len(), cells)
}
