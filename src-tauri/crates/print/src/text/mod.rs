//! Text: from what people typed to lines of positioned glyphs.

pub(crate) mod hyphens;
pub(crate) mod lines;
mod piece;
mod runs;
pub(crate) mod shape;
pub(crate) mod typography;
