//! Survey exports to questions and stories: reading, mapping, cleaning, redaction.
//!
//! **Invariant:** bytes come in, values go out; nothing here touches the disk. This crate knows no other crate of ours but `stories`.
