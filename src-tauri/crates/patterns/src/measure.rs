//! One pair of questions: the test and the effect that fit their kinds.

use stories::Few;

use crate::columns::Answers;
use crate::histogram::Joint;
use crate::paired::spearman;
use crate::ranks::kruskal_wallis;
use crate::table::{Counts, chi_square};
use crate::{Effect, EffectKind, EffectSize, Method};

/// What a test of one pair gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The number of stories that answer both.
    pub n: u32,
    /// The test.
    pub method: Method,
    /// Its statistic.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub freedom: u32,
    /// Its p.
    pub p: f64,
    /// How strongly the two fall together.
    pub effect: Effect,
    /// Whether the table is too thin for the test to be exact.
    pub thin: bool,
    /// Whether the answer to the one always follows from the other.
    pub follows: bool,
}

/// Which test fits the answers of the rows and of the columns.
pub(crate) fn method(rows: &Answers, columns: &Answers) -> Method {
    match (rows.is_slider(), columns.is_slider()) {
        (true, true) => Method::Spearman,
        (false, false) => Method::ChiSquare,
        (true, false) | (false, true) => Method::KruskalWallis,
    }
}

/// Whether the rows and columns of two questions are better the other way around: a slider never is a row beside a choice, and an
/// option of a several-choice question is rather counted than compared.
pub(crate) fn turned(first: &Answers, second: &Answers) -> bool {
    match method(first, second) {
        Method::KruskalWallis => first.is_slider(),
        Method::ChiSquare => first.is_several() && !second.is_several(),
        Method::Spearman => false,
    }
}

/// The tables of two questions: one, or one for each option of a several-choice question, with the places of the options.
pub(crate) fn each_table(
    joint: &Joint,
    rows: &Answers,
    columns: &Answers,
    mut each: impl FnMut(Option<usize>, Option<usize>, Counts),
) {
    let parts = |several: bool, answers: &Answers| -> Vec<Option<usize>> {
        if several {
            (0..answers.width()).map(Some).collect()
        } else {
            vec![None]
        }
    };
    let (rows_several, columns_several) = joint.several();
    let across = parts(columns_several, columns);
    for row in parts(rows_several, rows) {
        for column in &across {
            each(row, *column, joint.table(row, *column));
        }
    }
}

/// Tests one table; none with fewer than 20 stories, or where all of them answer one of the two the same.
pub(crate) fn measure(counts: &Counts, method: Method) -> Option<Measured> {
    let n = counts.total();
    if Few::of(n) == Few::TooFew {
        return None;
    }
    let less = f64::from(n) - 1.0;
    match method {
        Method::ChiSquare => {
            let test = chi_square(counts)?;
            // V = w / √(smallest side − 1) for Cohen's w.
            let scale = f64::from(test.smallest_side - 1).sqrt();
            Some(Measured {
                n,
                method,
                statistic: test.statistic,
                freedom: test.freedom,
                p: test.p,
                effect: Effect {
                    kind: EffectKind::CramersV,
                    value: test.corrected_v,
                    size: size(test.corrected_v * scale, [0.1, 0.3, 0.5]),
                    strength: test.corrected_v,
                },
                thin: test.thin,
                follows: follows(counts),
            })
        }
        Method::KruskalWallis => {
            let test = kruskal_wallis(counts)?;
            let beyond_chance = test.epsilon_squared - f64::from(test.freedom) / less;
            Some(Measured {
                n,
                method,
                statistic: test.h,
                freedom: test.freedom,
                p: test.p,
                effect: Effect {
                    kind: EffectKind::EpsilonSquared,
                    value: test.epsilon_squared,
                    size: size(test.epsilon_squared, [0.01, 0.06, 0.14]),
                    strength: beyond_chance.max(0.0).sqrt(),
                },
                thin: false,
                follows: is_binned(counts),
            })
        }
        Method::Spearman => {
            let test = spearman(counts)?;
            Some(Measured {
                n,
                method,
                statistic: test.rho,
                freedom: n - 2,
                p: test.p,
                effect: Effect {
                    kind: EffectKind::Rho,
                    value: test.rho,
                    size: size(test.rho.abs(), [0.1, 0.3, 0.5]),
                    strength: (test.rho * test.rho - 1.0 / less).max(0.0).sqrt(),
                },
                thin: false,
                follows: test.rho.abs() >= 1.0 - f64::EPSILON,
            })
        }
    }
}

fn size(value: f64, [small, medium, large]: [f64; 3]) -> EffectSize {
    if value >= large {
        EffectSize::Large
    } else if value >= medium {
        EffectSize::Medium
    } else if value >= small {
        EffectSize::Small
    } else {
        EffectSize::Tiny
    }
}

/// Whether every row has stories in one column only, or every column in one row only.
fn follows(counts: &Counts) -> bool {
    let single = |used: &[u32]| used.iter().all(|columns| *columns <= 1);
    let mut in_column = vec![0_u32; counts.columns()];
    let in_row: Vec<u32> = counts
        .each_row()
        .map(|row| {
            let mut used = 0;
            for (count, column) in row.iter().zip(&mut in_column) {
                used += u32::from(*count > 0);
                *column += u32::from(*count > 0);
            }
            used
        })
        .collect();
    single(&in_row) || single(&in_column)
}

/// Whether the groups are neighbouring parts of the slider, as those of a slider that was put into bins.
fn is_binned(groups: &Counts) -> bool {
    let used = groups
        .each_row()
        .filter(|group| group.iter().any(|count| *count > 0))
        .count();
    let (mut last, mut changes) = (None, 0);
    for place in 0..groups.columns() {
        for row in 0..groups.rows() {
            if groups.at(row, place) > 0 && last != Some(row) {
                last = Some(row);
                changes += 1;
            }
        }
    }
    changes == used
}
