//! Models of sheets laid out into pages; pages written as PDF and SVG.
//!
//! A model ([`Poster`], [`JoinSheet`]) with its words ([`Words`], [`JoinWords`]) is laid out once into [`Sheets`]:
//! positioned glyphs and shapes with their place in the structure. [`pdf::write`] and [`svg::write`] draw the same pages,
//! so that what is seen on the screen is what is printed.
//!
//! The PDF is written with `lopdf` alone. `printpdf` was measured beforehand and left out: everything that makes the file
//! accessible and reproducible (kerned glyphs, clusters with their own text, tagged content, structure tree, metadata,
//! stable identifier) had to go around it, and what remained was a few operators that are as short without it.
//!
//! **Architecture invariant:** no files, clock, randomness or environment; the same values give the same bytes.

mod colour;
mod error;
mod face;
mod field;
mod join;
mod language;
mod layout;
mod page;
pub mod pdf;
mod poster;
pub mod qr;
pub mod svg;
mod text;
mod words;

pub use colour::Colour;
pub use error::{Error, ErrorKind};
pub use face::{Face, Voice};
pub use field::Field;
pub use join::{JoinSheet, Wifi};
pub use language::Language;
pub use layout::{lay_out_join, lay_out_poster};
pub use page::{
    Area, Glyph, GlyphRun, Item, Line, Mark, Node, NodeId, Page, Rect, Role, Sheets, Squares,
    Warning, WarningCode,
};
pub use poster::{Form, Poster, Quote, Saw, SawKind};
pub use text::hyphens::hyphenation_points;
pub use text::typography::polish;
pub use words::{JoinWords, Words};
