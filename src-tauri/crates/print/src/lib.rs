//! Models of sheets laid out into pages; pages written as PDF and SVG.
//!
//! A model ([`Poster`], [`Brochure`], [`NoteSheet`] …) with its words ([`Words`], [`BrochureWords`] …; [`ChartWords`] where there
//! are charts) is laid out once into [`Sheets`]:
//! positioned glyphs and shapes with their place in the structure. [`pdf::write`] and [`svg::write`] draw the same pages,
//! so that what is seen on the screen is what is printed.
//!
//! The PDF is written with `lopdf` alone. `printpdf` was measured beforehand and left out: everything that makes the file
//! accessible and reproducible (kerned glyphs, clusters with their own text, tagged content, structure tree, metadata,
//! stable identifier) had to go around it, and what remained was a few operators that are as short without it.
//!
//! **Architecture invariant:** no files, clock, randomness or environment; the same values give the same bytes.

mod brochure;
mod card;
mod colour;
mod error;
mod face;
mod field;
mod join;
mod language;
mod layout;
mod overview;
mod page;
pub mod pdf;
mod poster;
pub mod qr;
mod sheets;
pub mod svg;
mod text;
mod tiling;
mod words;

pub use brochure::{Brochure, BrochureForm, BrochureObservation, BrochureStory};
pub use card::{
    CardAnswer, CardChoice, CardDeck, CardLength, CardOpen, CardSize, CardTake, Given, StoryCard,
    card_code,
};
pub use colour::Colour;
pub use error::{Error, ErrorKind};
pub use face::{Face, Voice};
pub use field::Field;
pub use join::{JoinSheet, Wifi};
pub use language::Language;
pub use layout::{
    lay_out_agreements, lay_out_brochure, lay_out_cards, lay_out_cover, lay_out_join,
    lay_out_notes, lay_out_overview, lay_out_poster, lay_out_run_sheet, lay_out_table,
    lay_out_test_page, lay_out_votes, take_of_cards, tiles,
};
pub use overview::{Overview, OverviewQuestion};
pub use page::{
    Area, Drawing, Glyph, GlyphRun, Item, Line, Mark, Node, NodeId, Page, Rect, Role, Sheets,
    Squares, Warning, WarningCode,
};
pub use poster::{Form, Poster, Quote, Saw, SawKind};
pub use sheets::{
    AgreementCard, Choice, CoverSheet, NoteSheet, Paper, PrintJob, RunSheet, RunStep, Sides,
    StepKind, TableSheet, TestPage, VoteSheet,
};
pub use text::hyphens::hyphenation_points;
pub use text::typography::polish;
pub use tiling::{TileScale, Tiling};
pub use words::{
    AgreementCardWords, BrochureWords, CardWords, ChartWords, CoverSheetWords, JoinWords,
    NoteSheetWords, OverviewWords, RunSheetWords, TableSheetWords, TestPageWords, TilesWords,
    VoteSheetWords, Words,
};
