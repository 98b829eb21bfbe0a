//! Where to cut.

use crate::card::CardSize;
use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::cards::measures::{PAGE_HEIGHT, PAGE_WIDTH};

/// The length of a mark from the edge of the paper, and of the arms of the cross in the middle.
const LENGTH: f64 = 8.0;
/// The width of a mark.
const WIDTH: f64 = 0.2;

impl Canvas {
    /// Marks at the edges, and a cross where four cards meet.
    pub(super) fn cut_marks(&mut self, size: CardSize) {
        let (x, y) = (PAGE_WIDTH / 2.0, PAGE_HEIGHT / 2.0);
        let (right, bottom) = (PAGE_WIDTH - LENGTH, PAGE_HEIGHT - LENGTH);
        let mut marks = vec![((x, 0.0), (x, LENGTH)), ((x, bottom), (x, PAGE_HEIGHT))];
        if size == CardSize::A6 {
            marks.extend([
                ((0.0, y), (LENGTH, y)),
                ((right, y), (PAGE_WIDTH, y)),
                ((x - LENGTH / 2.0, y), (x + LENGTH / 2.0, y)),
                ((x, y - LENGTH / 2.0), (x, y + LENGTH / 2.0)),
            ]);
        }
        for (from, to) in marks {
            self.stroke(from, to, Colour::INK, WIDTH);
        }
    }
}
