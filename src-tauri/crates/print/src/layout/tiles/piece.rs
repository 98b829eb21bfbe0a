//! The page of one tile: its part of the drawing, with its name, a ruler and the marks to cut and to lay by in the edge.

use std::sync::Arc;

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{Leaf, Style, filled};
use crate::layout::setter::Setter;
use crate::layout::tiles::grid::{EDGE, Grid, Tile};
use crate::layout::tiles::ruler;
use crate::page::{Area, Drawing, Page, Role};
use crate::words::TilesWords;

/// The length of a mark in the edge, and how far it stays off the drawing.
const MARK: (f64, f64) = (5.0, 1.0);
/// The distance of the dots of a mark to lay by.
const DOTS: f64 = 0.9;
/// Where the ruler starts.
const RULER: f64 = EDGE + 56.0;

pub(super) struct Piece<'a> {
    pub(super) whole: &'a Arc<Page>,
    pub(super) grid: &'a Grid,
    pub(super) tile: &'a Tile,
    pub(super) marks: bool,
    pub(super) words: &'a TilesWords,
}

impl Piece<'_> {
    pub(super) fn draw(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let Area {
            x,
            y,
            width,
            height,
        } = self.tile.part;
        let scale = self.grid.scale;
        let mut leaf = Leaf::bare(setter, canvas);
        let drawing = Drawing {
            whole: Arc::clone(self.whole),
            part: Area {
                x: x / scale,
                y: y / scale,
                width: width / scale,
                height: height / scale,
            },
            x: EDGE,
            y: EDGE,
            scale,
        };
        let alt = filled(&self.words.part_alt, &[("tile", &self.tile.name())]);
        leaf.canvas.drawing(leaf.section, drawing, &alt);
        if self.marks {
            self.cut_and_lay(&mut leaf, width, height);
        }
        self.name(&mut leaf);
        let title = filled(&self.words.tile, &[("tile", &self.tile.name())]);
        let title = format!("{title} · {}", self.whole.title);
        canvas.finish_page(self.grid.paper.0, self.grid.paper.1, title);
    }

    /// Where the sides are cut off that lie on the tiles before, and where the tiles after come to lie.
    fn cut_and_lay(&self, leaf: &mut Leaf<'_>, width: f64, height: f64) {
        let (right, bottom) = (EDGE + width, EDGE + height);
        let edges = |end: f64| [(EDGE - MARK.0, EDGE - MARK.1), (end + MARK.1, end + MARK.0)];
        let tile = self.tile;
        for (from, to) in edges(bottom) {
            if tile.column > 0 {
                leaf.line((EDGE, from), (EDGE, to), None);
            }
            if tile.column + 1 < self.grid.columns && self.grid.overlap > 0.0 {
                let x = right - self.grid.overlap;
                leaf.line((x, from), (x, to), Some(DOTS));
            }
        }
        for (from, to) in edges(right) {
            if tile.row > 0 {
                leaf.line((from, EDGE), (to, EDGE), None);
            }
            if tile.row + 1 < self.grid.rows && self.grid.overlap > 0.0 {
                let y = bottom - self.grid.overlap;
                leaf.line((from, y), (to, y), Some(DOTS));
            }
        }
    }

    /// The name of the tile and a ruler, in the edge at the bottom.
    fn name(&self, leaf: &mut Leaf<'_>) {
        let bottom = self.grid.paper.1;
        let area = Area {
            x: EDGE + 3.0,
            y: bottom - EDGE + 1.4,
            width: 20.0,
            height: 4.6,
        };
        let style = Style::LABEL.points(9.0, 10.0);
        let name = filled(&self.words.tile, &[("tile", &self.tile.name())]);
        leaf.inside(Role::Heading2, &name, style, area);
        let beside = Area {
            x: area.x + 21.0,
            width: RULER - 4.0 - area.x - 21.0,
            ..area
        };
        let style = Style::LABEL
            .voice(crate::face::Voice::Regular)
            .colour(Colour::QUIET)
            .points(9.0, 9.0);
        leaf.inside(Role::Paragraph, &self.whole.title, style, beside);
        ruler::plain(leaf, (RULER, bottom - 4.4));
        let area = Area {
            x: RULER + 102.0,
            width: 18.0,
            ..area
        };
        leaf.inside(Role::Paragraph, &self.words.ruler, style, area);
    }
}
