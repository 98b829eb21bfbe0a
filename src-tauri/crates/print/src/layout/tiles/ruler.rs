//! A ruler of exactly 100 mm, to check that a printer keeps to the scale.

use crate::colour::Colour;
use crate::layout::leaf::{Leaf, Style};
use crate::layout::setting::Place;
use crate::page::Line;

/// The length of the ruler.
const LENGTH: u8 = 100;

/// The length of the stroke at a millimetre.
fn stroke(at: u8) -> f64 {
    match at {
        at if at.is_multiple_of(10) => 4.0,
        at if at.is_multiple_of(5) => 2.8,
        _ => 1.7,
    }
}

/// A ruler that runs to the right along the line at `y`, with its strokes above it and the centimetres below.
pub(crate) fn across(leaf: &mut Leaf<'_>, (x, y): (f64, f64)) {
    strokes(leaf, |at, stroke| ((x + at, y - stroke), (x + at, y)));
    line(leaf, (x, y), (x + f64::from(LENGTH), y), 0.25);
    for centimetre in 0..=LENGTH / 10 {
        let place = Place {
            x: x + 10.0 * f64::from(centimetre) - 4.0,
            y: y + 0.6,
            width: 8.0,
        };
        leaf.says(&centimetre.to_string(), NUMBER.in_middle(), place);
    }
}

/// A ruler that runs down along the line at `x`, with its strokes to the left and the centimetres to the right.
pub(crate) fn down(leaf: &mut Leaf<'_>, (x, y): (f64, f64)) {
    strokes(leaf, |at, stroke| ((x - stroke, y + at), (x, y + at)));
    line(leaf, (x, y), (x, y + f64::from(LENGTH)), 0.25);
    for centimetre in 0..=LENGTH / 10 {
        let place = Place {
            x: x + 1.4,
            y: y + 10.0 * f64::from(centimetre) - 1.9,
            width: 8.0,
        };
        leaf.says(&centimetre.to_string(), NUMBER, place);
    }
}

/// A ruler for the edge of a tile: a line with strokes at every centimetre.
pub(crate) fn plain(leaf: &mut Leaf<'_>, (x, y): (f64, f64)) {
    line(leaf, (x, y), (x + f64::from(LENGTH), y), 0.2);
    for at in (0..=LENGTH).step_by(10) {
        let stroke = if at.is_multiple_of(100) { 2.4 } else { 1.2 };
        let x = x + f64::from(at);
        line(leaf, (x, y - stroke), (x, y), 0.2);
    }
}

fn strokes(leaf: &mut Leaf<'_>, place: impl Fn(f64, f64) -> ((f64, f64), (f64, f64))) {
    for at in 0..=LENGTH {
        let (from, to) = place(f64::from(at), stroke(at));
        line(leaf, from, to, 0.18);
    }
}

fn line(leaf: &mut Leaf<'_>, from: (f64, f64), to: (f64, f64), width: f64) {
    leaf.canvas.line(Line {
        from,
        to,
        colour: Colour::INK,
        width,
        dots: None,
    });
}

/// The centimetres.
const NUMBER: Style = Style::LABEL.points(9.0, 9.0);
