//! Every pair of questions: tests, effect sizes, ranking, selection beside whole.
//!
//! A *pattern* is a combination of two questions whose answers fall together more, or less, often than expected. All of them
//! are computed at once from joint histograms: sliders are whole numbers from 0 to 100, so every statistic on ranks follows
//! exactly from a count of how often each two answers occur together.
//!
//! - Two choices: chi-square with adjusted residuals, and Cramér's V without its bias ([`table`]).
//! - A slider and a choice: Kruskal–Wallis with epsilon squared, and each option against the rest by Mann–Whitney with Cliff's
//!   delta ([`ranks`]).
//! - Two sliders: Spearman with ties ([`paired`]).
//! - A several-choice question takes part with each of its options, as yes or no.
//! - A story without an answer to one of the two is left out for that pair only. Below 20 answers there is no test; below 30
//!   what is seen is an indication.
//! - The false discovery rate is held over all tests together ([`adjust`]), and patterns are **ranked by effect, not by p**:
//!   with many stories nearly everything is unlikely to be chance, and little of it matters.
//!
//! **Invariant:** pure; this crate knows no other crate of ours but `stories`. It says what falls together, never why.

pub mod adjust;
mod columns;
mod evaluate;
mod explain;
mod expression;
mod histogram;
mod measure;
mod options;
pub mod paired;
mod pattern;
pub mod ranks;
mod sentence;
mod shift;
pub mod table;
mod tails;

pub use columns::Answers;
pub use evaluate::{Place, evaluate, evaluate_within, measure_all};
pub use explain::part_label;
pub use expression::{Expected, WhereError, parse_filter};
pub use measure::Measured;
pub use options::Options;
pub use pattern::{
    Effect, EffectKind, EffectSize, Evaluation, Highlight, Method, Pattern, Portion, Side,
};
pub use sentence::Sentence;
pub use shift::{Observed, Shift, ShiftCell, shift};
