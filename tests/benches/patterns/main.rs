//! All 630 pairs of 36 questions against naive ways to compute them, in one run; then the filter, and opening a snapshot.
//!
//! Each entrant computes the same tests and effects and runs in a process of its own, so that its peak memory can be told: what
//! is used above the answers themselves. The sums of all statistics must agree. Only ratios mean something on a machine that does
//! other work too; the shortest of some rounds counts.
//!
//! With `PATTERNS_PYTHON` (usually `python3`) that has numpy, scipy and pandas, those take part; otherwise they are left out, and
//! that is said. `PATTERNS_STORIES` (`5000,50000,500000`) changes the sizes.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement that cannot go on may stop, and says what it found"
)]

mod answers;
mod entrants;
mod naive;
mod screens;

use std::env;

use entrants::{CHILD, Outcome};

/// Above this number of stories what takes minutes is left out.
const PATIENCE: usize = 50_000;
/// Sums of all statistics agree within this, relative to themselves.
const AGREE: f64 = 1e-9;

fn main() {
    if let Ok(entrant) = env::var(CHILD) {
        println!("{}", entrants::run(&entrant));
        return;
    }
    let sizes = env::var("PATTERNS_STORIES").unwrap_or_else(|_| "5000,50000,500000".to_owned());
    let python = entrants::python();
    if python.is_none() {
        println!("no python3 with numpy, scipy and pandas: those are left out");
    }
    println!(
        "{:>8}  {:<28} {:>12} {:>8} {:>10} {:>8}",
        "stories", "630 pairs of 36 questions", "ms", "ratio", "peak MB", "ratio"
    );
    for size in sizes.split(',').map(|size| size.trim().parse().unwrap()) {
        let ours = entrants::apart("ours", size);
        show(size, "ours, 2 threads", &ours, &ours);
        show(
            size,
            "ours, 1 thread",
            &entrants::apart("single", size),
            &ours,
        );
        show(
            size,
            "naive, in Rust",
            &entrants::apart("naive", size),
            &ours,
        );
        if let Some(python) = &python {
            show(
                size,
                "numpy, from histograms",
                &entrants::in_python(python, "numpy", size),
                &ours,
            );
            if size <= PATIENCE {
                show(
                    size,
                    "pandas and scipy",
                    &entrants::in_python(python, "scipy", size),
                    &ours,
                );
            }
        }
    }
    screens::measure();
}

/// One line; stops where an entrant found something else than ours.
fn show(size: usize, name: &str, found: &Outcome, ours: &Outcome) {
    println!(
        "{size:>8}  {name:<28} {:>12.2} {:>8.1} {:>10.2} {:>8.1}",
        found.seconds * 1e3,
        found.seconds / ours.seconds,
        found.bytes / 1e6,
        found.bytes / ours.bytes.max(1.0),
    );
    let off = (found.sum - ours.sum).abs() / ours.sum.abs();
    assert!(off < AGREE, "{name} found {}, not {}", found.sum, ours.sum);
}
