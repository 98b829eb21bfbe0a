//! From a model to pages.

mod agreement;
mod brochure;
mod canvas;
mod cards;
mod chart;
mod cover;
mod ends;
mod flow;
mod ground;
mod join;
mod leaf;
mod notes;
mod overview;
mod placing;
mod poster;
mod run;
mod setter;
mod setting;
mod table;
mod test_page;
mod tiles;
mod votes;

pub use agreement::lay_out_agreements;
pub use brochure::lay_out_brochure;
pub use cards::{lay_out_cards, take_of_cards};
pub use cover::lay_out_cover;
pub use join::lay_out_join;
pub use notes::lay_out_notes;
pub use overview::lay_out_overview;
pub use poster::lay_out_poster;
pub use run::lay_out_run_sheet;
pub use table::lay_out_table;
pub use test_page::lay_out_test_page;
pub use tiles::tiles;
pub use votes::lay_out_votes;

use crate::error::{Error, ErrorKind};

/// The most sheets of a kind in one document.
const MOST_SHEETS: usize = 200;

/// Refuses a document without sheets, or with more than are ever printed together.
fn most_pages(sheets: usize) -> Result<(), Error> {
    if (1..=MOST_SHEETS).contains(&sheets) {
        Ok(())
    } else {
        Err(ErrorKind::SheetCount(sheets).into())
    }
}
