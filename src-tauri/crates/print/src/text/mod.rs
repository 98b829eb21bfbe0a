//! Text: from what people typed to lines of positioned glyphs.

pub(crate) mod hyphens;
pub(crate) mod lines;
pub(crate) mod shape;
pub(crate) mod typography;
