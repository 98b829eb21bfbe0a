//! How often each two answers occur together: the one place where stories are gone through.

use crate::columns::Answers;
use crate::table::Counts;

/// Tables up to this number of cells are counted in four copies by turns, so that two equal stories in a row need not wait for
/// each other; four copies of it fit the nearest cache.
const BY_TURNS: usize = 1_024;

/// Counts of the answers to two questions together.
pub(crate) struct Joint {
    /// A row for each answer to the first, a column for each to the second. For a several-choice question an answer is an option,
    /// and one more row or column at the end counts the stories that chose any.
    counts: Vec<u32>,
    stride: usize,
    several: (bool, bool),
}

impl Joint {
    /// Counts the stories that answer both.
    pub(crate) fn new(first: &Answers, second: &Answers) -> Self {
        // One more row and column take up what is missing, so that counting needs no question asked.
        let (rows, stride) = (first.width() + 1, second.width() + 1);
        let counts = match (codes(first), codes(second)) {
            (Ok(a), Ok(b)) => places(a, b, rows, stride),
            (Ok(a), Err(bits)) => {
                let mut counts = vec![0; rows * stride];
                for (code, bits) in a.iter().zip(bits) {
                    let start = usize::from(*code) * stride;
                    each_bit(*bits, |bit| counts[start + bit] += 1);
                    counts[start + stride - 1] += u32::from(*bits != 0);
                }
                counts
            }
            (Err(bits), Ok(b)) => {
                let mut counts = vec![0; rows * stride];
                for (bits, code) in bits.iter().zip(b) {
                    let code = usize::from(*code);
                    each_bit(*bits, |bit| counts[bit * stride + code] += 1);
                    counts[(rows - 1) * stride + code] += u32::from(*bits != 0);
                }
                counts
            }
            (Err(one), Err(other)) => bits(one, other, rows, stride),
        };
        Self {
            counts,
            stride,
            several: (first.is_several(), second.is_several()),
        }
    }

    /// The table of two questions, or of options of several-choice questions as no and yes.
    pub(crate) fn table(&self, row: Option<usize>, column: Option<usize>) -> Counts {
        let (rows, columns) = (self.counts.len() / self.stride - 1, self.stride - 1);
        match (row, column) {
            (None, None) => {
                let mut cells = Vec::with_capacity(rows * columns);
                for row in self.counts.chunks_exact(self.stride).take(rows) {
                    cells.extend_from_slice(&row[..columns]);
                }
                Counts::new(columns, cells)
            }
            (None, Some(option)) => {
                let mut cells = Vec::with_capacity(2 * rows);
                for row in self.counts.chunks_exact(self.stride).take(rows) {
                    cells.extend([row[columns] - row[option], row[option]]);
                }
                Counts::new(2, cells)
            }
            (Some(option), None) => {
                let of = |row: usize| &self.counts[row * self.stride..][..columns];
                let no = of(rows).iter().zip(of(option)).map(|(any, yes)| any - yes);
                Counts::new(columns, no.chain(of(option).iter().copied()).collect())
            }
            (Some(row), Some(column)) => {
                let at = |r: usize, c: usize| self.counts[r * self.stride + c];
                let (yes_any, any_yes) = (at(row, columns), at(rows, column));
                let both = at(row, column);
                let neither = at(rows, columns) + both - yes_any - any_yes;
                Counts::new(2, vec![neither, any_yes - both, yes_any - both, both])
            }
        }
    }

    /// Whether each side is a several-choice question.
    pub(crate) fn several(&self) -> (bool, bool) {
        self.several
    }
}

/// The answers as one place each, or as bits.
fn codes(answers: &Answers) -> Result<&[u8], &[u64]> {
    match answers {
        Answers::Choice { codes, .. } | Answers::Slider(codes) => Ok(codes),
        Answers::Several { bits, .. } => Err(bits),
    }
}

fn places(a: &[u8], b: &[u8], rows: usize, stride: usize) -> Vec<u32> {
    let size = rows * stride;
    let mut counts = vec![0_u32; size];
    if size > BY_TURNS {
        for (a, b) in a.iter().zip(b) {
            counts[usize::from(*a) * stride + usize::from(*b)] += 1;
        }
        return counts;
    }
    let mut copies = vec![0_u32; 3 * size];
    let (second, rest) = copies.split_at_mut(size);
    let (third, fourth) = rest.split_at_mut(size);
    let (fours_a, fours_b) = (a.chunks_exact(4), b.chunks_exact(4));
    for (a, b) in fours_a.remainder().iter().zip(fours_b.remainder()) {
        counts[usize::from(*a) * stride + usize::from(*b)] += 1;
    }
    for (a, b) in fours_a.zip(fours_b) {
        counts[usize::from(a[0]) * stride + usize::from(b[0])] += 1;
        second[usize::from(a[1]) * stride + usize::from(b[1])] += 1;
        third[usize::from(a[2]) * stride + usize::from(b[2])] += 1;
        fourth[usize::from(a[3]) * stride + usize::from(b[3])] += 1;
    }
    for (nth, count) in counts.iter_mut().enumerate() {
        *count += second[nth] + third[nth] + fourth[nth];
    }
    counts
}

fn bits(one: &[u64], other: &[u64], rows: usize, stride: usize) -> Vec<u32> {
    let mut counts = vec![0; rows * stride];
    for (one, other) in one.iter().zip(other) {
        if *one == 0 || *other == 0 {
            continue;
        }
        let mut row = |start: usize| {
            each_bit(*other, |bit| counts[start + bit] += 1);
            counts[start + stride - 1] += 1;
        };
        each_bit(*one, |bit| row(bit * stride));
        row((rows - 1) * stride);
    }
    counts
}

fn each_bit(mut bits: u64, mut each: impl FnMut(usize)) {
    while bits != 0 {
        each(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}
