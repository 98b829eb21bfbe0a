//! Every pair of questions: tests, effect sizes, ranking, selection beside whole.
//!
//! **Invariant:** pure; this crate knows no other crate of ours but `stories`.
