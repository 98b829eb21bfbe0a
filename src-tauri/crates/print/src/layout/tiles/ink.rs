//! Whether there is anything on a tile but the ground.

use crate::layout::tiles::grid::{Grid, Tile};
use crate::page::{Area, Mark, Page, Rect};

/// Whether anything is drawn on the part of the page that no tile before this one shows.
pub(super) fn is_on(page: &Page, grid: &Grid, tile: &Tile) -> bool {
    let own = grid.own(tile);
    let part = Area {
        x: own.x / grid.scale,
        y: own.y / grid.scale,
        width: own.width / grid.scale,
        height: own.height / grid.scale,
    };
    page.items.iter().any(|item| match &item.mark {
        Mark::Rect(rect) => rect_is_on(page, rect, part),
        mark => meet(extent(mark), part),
    })
}

/// A rectangle that covers the page is its ground, and a border is only where its line is.
fn rect_is_on(page: &Page, rect: &Rect, part: Area) -> bool {
    let area = rect.area;
    if rect.fill.is_some() {
        let ground = area.x <= 0.0
            && area.y <= 0.0
            && area.x + area.width >= page.width_mm
            && area.y + area.height >= page.height_mm;
        return !ground && meet(area, part);
    }
    let Some((_, line)) = rect.stroke else {
        return false;
    };
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    [
        Area { width: 0.0, ..area },
        Area {
            height: 0.0,
            ..area
        },
        Area {
            x: right,
            width: 0.0,
            ..area
        },
        Area {
            y: bottom,
            height: 0.0,
            ..area
        },
    ]
    .into_iter()
    .any(|side| meet(grown(side, line / 2.0 + rect.radius), part))
}

/// Where a mark may leave ink.
fn extent(mark: &Mark) -> Area {
    match mark {
        // No face reaches higher than an em above the baseline, or deeper than half of one below it.
        Mark::Glyphs(run) => Area {
            x: run.x,
            y: run.y - 1.1 * run.size,
            width: run.width,
            height: 1.6 * run.size,
        },
        Mark::Rect(rect) => rect.area,
        Mark::Line(line) => {
            let (x, y) = (line.from.0.min(line.to.0), line.from.1.min(line.to.1));
            let area = Area {
                x,
                y,
                width: (line.from.0 - line.to.0).abs(),
                height: (line.from.1 - line.to.1).abs(),
            };
            grown(area, line.width / 2.0)
        }
        Mark::Squares(squares) => {
            let ends = |end: fn(&(u16, u16, u16)) -> u16| {
                f64::from(squares.stretches.iter().map(end).max().unwrap_or(0)) * squares.side
            };
            Area {
                x: squares.x,
                y: squares.y,
                width: ends(|(column, _, length)| column.saturating_add(*length)),
                height: ends(|(_, row, _)| row.saturating_add(1)),
            }
        }
        Mark::Drawing(drawing) => Area {
            x: drawing.x,
            y: drawing.y,
            width: drawing.part.width * drawing.scale,
            height: drawing.part.height * drawing.scale,
        },
    }
}

fn grown(area: Area, by: f64) -> Area {
    Area {
        x: area.x - by,
        y: area.y - by,
        width: area.width + 2.0 * by,
        height: area.height + 2.0 * by,
    }
}

fn meet(a: Area, b: Area) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
