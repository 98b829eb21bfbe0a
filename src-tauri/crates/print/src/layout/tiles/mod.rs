//! A large sheet as tiles on small paper: a page that says how to put them together, then a page for each tile. All tiles refer
//! to one copy of the sheet, so that a file hardly grows with their number.
//!
//! The text of the sheet has its place in the structure once: in the small picture of it on the first page. A drawing that
//! several pages refer to cannot carry places in the structure itself (ISO 14289-1, 7.20), and who listens to a file does
//! not want to hear a poster four times. On its page each tile is a figure.

mod grid;
mod ink;
mod map;
mod piece;
pub(crate) mod ruler;

use std::sync::Arc;

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::layout::canvas::Canvas;
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::tiles::grid::Grid;
use crate::page::{Sheets, Warning};
use crate::text::shape::Shaper;
use crate::tiling::Tiling;
use crate::words::TilesWords;

/// The most tiles of one sheet.
const MOST_TILES: usize = 400;

/// Cuts every page of the sheets into tiles: for each a map, followed by its tiles from left to right and from top to bottom.
/// Tiles with nothing but ground are left out, which the map says.
///
/// # Errors
///
/// [`ErrorKind::SheetCount`] when there are no pages or more than 200, or when a page would take more than 400 tiles.
pub fn tiles(
    sheets: &Sheets,
    tiling: &Tiling,
    language: Language,
    words: &TilesWords,
) -> Result<Sheets, Error> {
    most_pages(sheets.pages.len())?;
    let shaper = Shaper::new(language);
    let setter = Setter::new(&shaper);
    let mut canvas = Canvas::new();
    let mut maps = Vec::new();
    for page in &sheets.pages {
        let grid = Grid::new((page.width_mm, page.height_mm), tiling);
        if grid.count() > MOST_TILES {
            return Err(ErrorKind::SheetCount(grid.count()).into());
        }
        let whole = Arc::new(page.clone());
        let (printed, skipped): (Vec<_>, Vec<_>) =
            grid.tiles().partition(|tile| ink::is_on(page, &grid, tile));
        maps.push(canvas.pages());
        let map = map::Map {
            whole: &whole,
            nodes: &sheets.nodes,
            grid: &grid,
            tiling,
            printed: &printed,
            skipped: &skipped,
            language,
            words,
        };
        map.draw(&setter, &mut canvas);
        for tile in &printed {
            let piece = piece::Piece {
                whole: &whole,
                grid: &grid,
                tile,
                marks: tiling.marks,
                words,
            };
            piece.draw(&setter, &mut canvas);
        }
    }
    let mut tiled = canvas.into_sheets();
    let named = sheets.warnings.iter().map(|warning| Warning {
        page: maps.get(warning.page).copied().unwrap_or(0),
        ..*warning
    });
    tiled.warnings = named.collect();
    Ok(tiled)
}
