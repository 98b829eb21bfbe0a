//! Which part of a sheet goes on which tile.

use crate::page::Area;
use crate::tiling::{TileScale, Tiling};

/// The edge of the paper that printers cannot reach, with the marks that stand in it, in millimetres. With an overlap of 10 mm
/// it makes an A1 fit on four A3 at 92.9 %.
pub(super) const EDGE: f64 = 8.0;
/// The most that tiles lie over each other.
const MOST_OVERLAP: f64 = 40.0;

/// The tiles of a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    /// The width and the height of the paper, as it lies.
    pub(super) paper: (f64, f64),
    /// How large the sheet is drawn.
    pub(super) scale: f64,
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) overlap: f64,
    /// The sheet at that scale.
    size: (f64, f64),
}

/// One tile.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tile {
    pub(super) column: usize,
    pub(super) row: usize,
    /// What it shows, in millimetres of the sheet as it is drawn.
    pub(super) part: Area,
}

impl Grid {
    pub(super) fn new(whole: (f64, f64), tiling: &Tiling) -> Self {
        let overlap = if tiling.overlap_mm.is_finite() {
            tiling.overlap_mm.clamp(0.0, MOST_OVERLAP)
        } else {
            0.0
        };
        let (short, long) = tiling.paper.size_mm();
        let papers = [(short, long), (long, short)];
        match tiling.scale {
            TileScale::Full => {
                let [upright, across] = papers.map(|paper| Self::full(whole, paper, overlap));
                if across.count() < upright.count() {
                    across
                } else {
                    upright
                }
            }
            TileScale::Fit => Self::fitting(whole, papers, overlap),
        }
    }

    fn full(whole: (f64, f64), paper: (f64, f64), overlap: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet takes few tiles"
        )]
        let count = |length: f64, paper: f64| {
            let step = paper - 2.0 * EDGE - overlap;
            (((length - overlap) / step) - 1e-6).ceil().max(1.0) as usize
        };
        Self {
            paper,
            scale: 1.0,
            columns: count(whole.0, paper.0),
            rows: count(whole.1, paper.1),
            overlap,
            size: whole,
        }
    }

    /// The largest drawing on as many papers as are together as large as the sheet.
    fn fitting(whole: (f64, f64), papers: [(f64, f64); 2], overlap: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet takes few tiles"
        )]
        let count = ((whole.0 * whole.1) / (papers[0].0 * papers[0].1))
            .round()
            .max(1.0) as usize;
        let mut best = Self::full(whole, papers[0], overlap);
        best.scale = 0.0;
        for paper in papers {
            for columns in (1..=count).filter(|columns| count.is_multiple_of(*columns)) {
                let rows = count / columns;
                let room = |paper: f64, tiles: usize| {
                    #[expect(clippy::cast_precision_loss, reason = "a sheet takes few tiles")]
                    let tiles = tiles as f64;
                    tiles * (paper - 2.0 * EDGE) - (tiles - 1.0) * overlap
                };
                let scale = (room(paper.0, columns) / whole.0)
                    .min(room(paper.1, rows) / whole.1)
                    .min(1.0);
                if scale > best.scale {
                    best = Self {
                        paper,
                        scale,
                        columns,
                        rows,
                        overlap,
                        size: (whole.0 * scale, whole.1 * scale),
                    };
                }
            }
        }
        best
    }

    pub(super) fn count(&self) -> usize {
        self.columns.saturating_mul(self.rows)
    }

    /// All tiles, row by row.
    pub(super) fn tiles(&self) -> impl Iterator<Item = Tile> {
        (0..self.count()).map(|nth| self.tile(nth % self.columns, nth / self.columns))
    }

    fn tile(&self, column: usize, row: usize) -> Tile {
        let along = |nth: usize, paper: f64, size: f64| {
            #[expect(clippy::cast_precision_loss, reason = "a sheet takes few tiles")]
            let start = nth as f64 * (paper - 2.0 * EDGE - self.overlap);
            (start, (paper - 2.0 * EDGE).min(size - start))
        };
        let (x, width) = along(column, self.paper.0, self.size.0);
        let (y, height) = along(row, self.paper.1, self.size.1);
        Tile {
            column,
            row,
            part: Area {
                x,
                y,
                width,
                height,
            },
        }
    }

    /// The part of a tile that no tile before it shows.
    pub(super) fn own(&self, tile: &Tile) -> Area {
        let left = if tile.column > 0 { self.overlap } else { 0.0 };
        let top = if tile.row > 0 { self.overlap } else { 0.0 };
        Area {
            x: tile.part.x + left,
            y: tile.part.y + top,
            width: tile.part.width - left,
            height: tile.part.height - top,
        }
    }
}

impl Tile {
    /// The name of the tile: its column as a letter, its row as a number.
    pub(super) fn name(&self) -> String {
        let mut letters = String::new();
        let mut column = self.column + 1;
        while column > 0 {
            let letter = u8::try_from((column - 1) % 26).unwrap_or(0);
            letters.insert(0, char::from(b'A' + letter));
            column = (column - 1) / 26;
        }
        format!("{letters}{}", self.row + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Paper;

    fn grid(paper: Paper, scale: TileScale, overlap_mm: f64) -> Grid {
        let tiling = Tiling {
            paper,
            scale,
            overlap_mm,
            marks: true,
        };
        Grid::new((594.0, 841.0), &tiling)
    }

    #[test]
    fn an_a1_goes_on_four_a3_at_92_9_percent_and_on_eight_a4() {
        let a3 = grid(Paper::A3, TileScale::Fit, 10.0);
        assert_eq!((a3.columns, a3.rows), (2, 2));
        assert!((a3.scale - 0.929).abs() < 0.0005, "{}", a3.scale);
        let a4 = grid(Paper::A4, TileScale::Fit, 10.0);
        assert_eq!(a4.count(), 8);
        assert!(a4.scale > 0.88 && a4.scale < 0.93, "{}", a4.scale);
    }

    #[test]
    fn together_the_tiles_show_all_and_each_place_is_the_own_of_one() {
        for paper in [Paper::A3, Paper::A4] {
            for scale in [TileScale::Full, TileScale::Fit] {
                for overlap in [0.0, 10.0, 40.0, f64::NAN] {
                    let grid = grid(paper, scale, overlap);
                    let area: f64 = grid
                        .tiles()
                        .map(|tile| grid.own(&tile))
                        .map(|own| own.width * own.height)
                        .sum();
                    let whole = 594.0 * 841.0 * grid.scale * grid.scale;
                    assert!((area - whole).abs() < 1e-3, "{grid:?}: {area} of {whole}");
                    assert!(grid.tiles().all(|tile| grid.own(&tile).width > 0.0
                        && grid.own(&tile).height > 0.0
                        && tile.part.width <= grid.paper.0 - 2.0 * EDGE + 1e-9));
                }
            }
        }
    }

    #[test]
    fn a_sheet_of_any_shape_gets_tiles_and_fit_never_enlarges() {
        for whole in [
            (210.0, 297.0),
            (841.0, 594.0),
            (100.0, 50.0),
            (2000.0, 300.0),
        ] {
            for scale in [TileScale::Full, TileScale::Fit] {
                let tiling = Tiling {
                    scale,
                    ..Tiling::default()
                };
                let grid = Grid::new(whole, &tiling);
                assert!(grid.count() >= 1 && grid.scale > 0.0 && grid.scale <= 1.0);
                assert!(
                    grid.tiles()
                        .all(|tile| tile.part.width > 0.0 && tile.part.height > 0.0)
                );
            }
        }
        let small = Grid::new((210.0, 297.0), &Tiling::default());
        assert_eq!((small.count(), small.scale), (1, 1.0));
    }

    #[test]
    fn tiles_are_named_by_letter_and_number() {
        let name = |column, row| {
            let part = Area {
                x: 0.0,
                y: 0.0,
                width: 1.0,
                height: 1.0,
            };
            Tile { column, row, part }.name()
        };
        assert_eq!(
            [name(0, 0), name(1, 2), name(25, 9), name(26, 0)],
            ["A1", "B3", "Z10", "AA1"]
        );
    }
}
