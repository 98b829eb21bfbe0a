//! Hatching: slanted lines that fill a rectangle, which every printer and every copier shows.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::page::{Area, Line, Mark, NodeId};

/// Which way the lines go up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slant {
    /// From the lower left to the upper right.
    Right,
    /// From the lower right to the upper left.
    Left,
}

/// How a rectangle is hatched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hatch {
    pub(super) slant: Slant,
    /// From line to line, along an edge.
    pub(super) step: f64,
    /// The width of the lines.
    pub(super) width: f64,
    pub(super) colour: Colour,
}

/// The ends of the lines at 45° that fill the rectangle, from left to right.
fn ends(area: Area, slant: Slant, step: f64) -> Vec<[(f64, f64); 2]> {
    let mut lines = Vec::new();
    let mut at = step / 2.0;
    while at < area.width + area.height {
        // From a point on the lower edge, or as far below the right edge, to a point on the left edge or as far above it.
        let low = (at.min(area.width), (at - area.width).max(0.0));
        let high = ((at - area.height).max(0.0), at.min(area.height));
        let place = |(x, up): (f64, f64)| {
            let x = match slant {
                Slant::Left => area.x + x,
                Slant::Right => area.x + area.width - x,
            };
            (x, area.y + area.height - up)
        };
        lines.push([place(low), place(high)]);
        at += step;
    }
    lines
}

impl Canvas {
    /// Hatches a rectangle that is part of a picture.
    pub(super) fn hatch(&mut self, node: NodeId, area: Area, hatch: Hatch) {
        for [from, to] in ends(area, hatch.slant, hatch.step) {
            let line = Line {
                from,
                to,
                colour: hatch.colour,
                width: hatch.width,
                dots: None,
            };
            self.shape(node, Mark::Line(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_runs_from_edge_to_edge_at_45_degrees() {
        let area = Area {
            x: 10.0,
            y: 20.0,
            width: 30.0,
            height: 6.0,
        };
        for slant in [Slant::Left, Slant::Right] {
            let lines = ends(area, slant, 2.0);
            assert_eq!(lines.len(), 18);
            for [from, to] in lines {
                for (x, y) in [from, to] {
                    assert!((10.0..=40.0).contains(&x) && (20.0..=26.0).contains(&y));
                    assert!([10.0, 40.0].contains(&x) || [20.0, 26.0].contains(&y));
                }
                let (run, rise) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
                assert!((run - rise).abs() < 1e-9 && rise > 0.0, "{from:?} {to:?}");
            }
        }
    }
}
