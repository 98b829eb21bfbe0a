//! The preparer's work as a pure state machine: cleaning, masking, recoding, triage, observations, interpretations, perspectives,
//! publish checks.
//!
//! **Invariant:** no input or output, no clock, no randomness; this crate knows no other crate of ours but `stories`.
