//! From a library to all of its patterns.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use stories::{Condition, Filter, Group, Kind, Library, QuestionId, Test};

use crate::adjust::benjamini_hochberg;
use crate::columns::{Answers, Column, columns};
use crate::explain::{End, Pair};
use crate::histogram::Joint;
use crate::measure::{Measured, each_table, measure, method, turned};
use crate::{Evaluation, Options, Pattern};

/// The parts of a slider that a third question is taken in.
const THIRDS: [(u8, u8); 3] = [(0, 33), (34, 66), (67, 100)];

/// Every pair of countable questions among the stories that fulfil `filter`, the strongest effect first.
///
/// Questions, options or conditions that are not in the library select nothing, as everywhere.
pub fn evaluate(library: &Library, filter: &Filter, options: &Options) -> Evaluation {
    let rows = library.rows(filter, &[]);
    let mut evaluation = empty(library, rows.len());
    let part = Part {
        library,
        rows: &rows,
        within: None,
    };
    part.add(options, &mut evaluation);
    finish(evaluation, options)
}

/// Patterns of three questions: every pair within each option of `third` (a choice or several-choice question), or within each
/// third of a slider. The false discovery rate is held over all of them together; nothing for texts and for what is not there.
pub fn evaluate_within(
    library: &Library,
    filter: &Filter,
    third: &QuestionId,
    options: &Options,
) -> Evaluation {
    let tests: Vec<Test> = match library.question(third).map(|question| &question.kind) {
        Some(Kind::Choice { choices } | Kind::Several { choices }) => choices
            .iter()
            .map(|choice| Test::AnyOf {
                options: vec![choice.id.clone()],
            })
            .collect(),
        Some(Kind::Slider { .. }) => THIRDS
            .iter()
            .map(|(from, to)| Test::Range {
                from: *from,
                to: *to,
            })
            .collect(),
        Some(Kind::Text) | None => Vec::new(),
    };
    let mut options = options.clone();
    options.without.push(third.clone());
    let mut evaluation = empty(library, library.rows(filter, &[]).len());
    for test in tests {
        let condition = Condition {
            question: third.clone(),
            test,
        };
        let rows = library.rows(filter, std::slice::from_ref(&condition));
        let part = Part {
            library,
            rows: &rows,
            within: Some(&condition),
        };
        part.add(&options, &mut evaluation);
    }
    finish(evaluation, &options)
}

/// The tests of every pair of raw answers, each question's as long as the others', without words: what an evaluation spends
/// its time on. The pair and the options come with each.
pub fn measure_all(answers: &[Answers], threads: u8) -> Vec<([Place; 2], Measured)> {
    let pairs = pairs(answers.len());
    let found = in_turn(pairs.len(), threads, |nth| {
        let (mut a, mut b) = pairs[nth];
        if turned(&answers[a], &answers[b]) {
            (a, b) = (b, a);
        }
        let mut found = Vec::new();
        let joint = Joint::new(&answers[a], &answers[b]);
        let method = method(&answers[a], &answers[b]);
        each_table(&joint, &answers[a], &answers[b], |row, column, counts| {
            if let Some(measured) = measure(&counts, method) {
                found.push(([(a, row), (b, column)], measured));
            }
        });
        found
    });
    found.into_iter().flatten().collect()
}

/// The place of a question, and of an option of it where it is a several-choice question.
pub type Place = (usize, Option<usize>);

/// The stories within which every pair is looked at.
struct Part<'a> {
    library: &'a Library,
    rows: &'a [usize],
    within: Option<&'a Condition>,
}

impl Part<'_> {
    /// Adds the patterns of these stories, without what needs all tests.
    fn add(&self, options: &Options, evaluation: &mut Evaluation) {
        let (columns, left_out) = columns(self.library, self.rows, options);
        let mut pairs = pairs(columns.len());
        if !options.only.is_empty() {
            let wanted = |nth: usize| options.only.contains(&columns[nth].question.id);
            pairs.retain(|(a, b)| wanted(*a) || wanted(*b));
        }
        let found = in_turn(pairs.len(), options.threads, |nth| {
            let (a, b) = pairs[nth];
            self.pair(&columns[a], &columns[b], options)
        });
        for (patterns, untested) in found {
            evaluation.patterns.extend(patterns);
            evaluation.untested += untested;
        }
        evaluation.left_out = left_out;
    }

    fn pair(
        &self,
        first: &Column<'_>,
        second: &Column<'_>,
        options: &Options,
    ) -> (Vec<Pattern>, u32) {
        let (rows, columns) = if swap(first, second) {
            (second, first)
        } else {
            (first, second)
        };
        let joint = Joint::new(&rows.answers, &columns.answers);
        let method = method(&rows.answers, &columns.answers);
        let (mut patterns, mut untested) = (Vec::new(), 0);
        each_table(
            &joint,
            &rows.answers,
            &columns.answers,
            |row, column, counts| {
                let Some(measured) = measure(&counts, method) else {
                    untested += 1;
                    return;
                };
                let pair = Pair {
                    library: self.library,
                    rows: End {
                        question: rows.question,
                        option: row,
                    },
                    columns: End {
                        question: columns.question,
                        option: column,
                    },
                    within: self.within,
                    counts: &counts,
                };
                patterns.push(pair.pattern(measured, usize::from(options.highlights)));
            },
        );
        (patterns, untested)
    }
}

/// Whether the second question gives the rows: where the kinds leave it open, who tells and where come before what was told.
fn swap(first: &Column<'_>, second: &Column<'_>) -> bool {
    if turned(&first.answers, &second.answers) {
        return true;
    }
    if turned(&second.answers, &first.answers) {
        return false;
    }
    let background = |column: &Column<'_>| column.question.group == Group::Background;
    background(second) && !background(first)
}

fn pairs(questions: usize) -> Vec<(usize, usize)> {
    (0..questions)
        .flat_map(|a| (a + 1..questions).map(move |b| (a, b)))
        .collect()
}

fn empty(library: &Library, stories: usize) -> Evaluation {
    Evaluation {
        stories: stories as u32,
        of: library.stories().len() as u32,
        tests: 0,
        untested: 0,
        standing: 0,
        left_out: Vec::new(),
        patterns: Vec::new(),
    }
}

/// Holds the false discovery rate over all tests, and ranks by effect. Equal effects: more stories first, then by key.
fn finish(mut evaluation: Evaluation, options: &Options) -> Evaluation {
    let p: Vec<f64> = evaluation.patterns.iter().map(|one| one.p).collect();
    for (pattern, q) in evaluation.patterns.iter_mut().zip(benjamini_hochberg(&p)) {
        pattern.q = q;
        pattern.stands = q <= options.rate;
        evaluation.standing += u32::from(pattern.stands);
    }
    evaluation.tests = p.len() as u32;
    evaluation.patterns.sort_by(|a, b| {
        let strength = b.effect.strength.total_cmp(&a.effect.strength);
        strength
            .then_with(|| b.n.cmp(&a.n))
            .then_with(|| a.key.cmp(&b.key))
    });
    evaluation
}

/// Does jobs on a number of threads; the outcomes are in the order of the jobs, for any number of threads.
fn in_turn<T: Send>(jobs: usize, threads: u8, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            if nth >= jobs {
                return done;
            }
            done.push((nth, job(nth)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(nth, _)| *nth);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}
