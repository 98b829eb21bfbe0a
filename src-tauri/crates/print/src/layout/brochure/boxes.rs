//! Boxes beside each other: rival interpretations, and room for one's own.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::brochure::measures::{LINES, RADIUS};
use crate::layout::canvas::Canvas;
use crate::layout::flow::{Block, Style};
use crate::layout::setter::Setter;
use crate::layout::setting::{Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

/// One box.
pub(super) enum Cell {
    /// An interpretation with its code, or with whose it is.
    Says {
        /// The code, or whose it is.
        code: Prepared,
        /// The words.
        text: Prepared,
    },
    /// Lines to write on, below these words.
    Write(Prepared),
}

/// Boxes beside each other, as high as the highest.
pub(super) struct Boxes(pub(super) Vec<Cell>);

/// From the edge of a box to what is in it.
const PAD: f64 = 2.8;
/// Between boxes.
const BETWEEN: f64 = 3.0;
/// The fewest lines to write on.
const FEWEST: f64 = 2.0;
/// Below a code or a label.
const BELOW: f64 = 0.5;

/// The words of an interpretation.
pub(super) const TEXT: Style = Style {
    ratio: 0.95,
    leading: 1.22,
    hyphens: Hyphens::Free,
    rag: Rag::Text,
    indent: 0.0,
};
/// A code or a label above it.
const LABEL: Style = Style::heading(0.82);

/// The width of the words in one of so many boxes.
pub(super) fn inner(width: f64, boxes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are two or three boxes")]
    let boxes = boxes.max(1) as f64;
    (width - (boxes - 1.0) * BETWEEN) / boxes - 2.0 * PAD
}

impl Cell {
    const fn label(&self) -> &Prepared {
        match self {
            Self::Says { code, .. } => code,
            Self::Write(label) => label,
        }
    }

    fn height(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width,
        };
        let label = setter.text(self.label(), place, label(em), None) + BELOW;
        let below = match self {
            Self::Says { text, .. } => setter.text(text, place, TEXT.setting(em), None),
            Self::Write(_) => FEWEST * LINES,
        };
        2.0 * PAD + label + below
    }

    fn draw(&self, area: Area, em: f64, parent: NodeId, setter: &Setter<'_>, canvas: &mut Canvas) {
        canvas.rect(area, RADIUS, Some(Colour::WHITE), Some((Colour::EDGE, 0.3)));
        let place = Place {
            x: area.x + PAD,
            y: area.y + PAD,
            width: area.width - 2.0 * PAD,
        };
        let spot = (Role::Paragraph, parent, Field::BrochureObservation);
        let used = setter.put(self.label(), place, label(em), spot, canvas) + BELOW;
        match self {
            Self::Says { text, .. } => {
                let y = place.y + used;
                setter.put(text, Place { y, ..place }, TEXT.setting(em), spot, canvas);
            }
            Self::Write(_) => {
                let mut y = place.y + used + LINES;
                while y <= area.y + area.height - PAD + 0.01 {
                    canvas.fine_writing_line(place.x, y, place.width);
                    y += LINES;
                }
            }
        }
    }
}

fn label(em: f64) -> Setting {
    LABEL.setting(em)
}

impl Block for Boxes {
    fn height(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64 {
        let inner = inner(width, self.0.len());
        let heights = self.0.iter().map(|cell| cell.height(inner, em, setter));
        heights.fold(0.0, f64::max)
    }

    fn stretches(&self) -> bool {
        self.0.iter().any(|cell| matches!(cell, Cell::Write(_)))
    }

    fn draw(
        &self,
        place: Place,
        height: f64,
        em: f64,
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let width = inner(place.width, self.0.len()) + 2.0 * PAD;
        let mut x = place.x;
        for cell in &self.0 {
            let area = Area {
                x,
                y: place.y,
                width,
                height,
            };
            cell.draw(area, em, parent, setter, canvas);
            x += width + BETWEEN;
        }
    }
}

/// Lines to write on, as many as there is room for.
pub(super) struct Lines;

impl Block for Lines {
    fn height(&self, _: f64, _: f64, _: &Setter<'_>) -> f64 {
        3.0 * LINES
    }

    fn stretches(&self) -> bool {
        true
    }

    fn draw(
        &self,
        place: Place,
        height: f64,
        _: f64,
        _: NodeId,
        _: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let mut y = place.y + LINES;
        while y <= place.y + height + 0.01 {
            canvas.fine_writing_line(place.x, y, place.width);
            y += LINES;
        }
    }
}
