//! Drawing a column.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::flow::column::{Column, Placed};
use crate::layout::flow::{Flow, Kind};
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, NodeId, Role, WarningCode};

/// The nodes of the parts of a document, made when the first thing in them is drawn.
#[derive(Default)]
pub(crate) struct Sections(Vec<Option<NodeId>>);

impl Sections {
    fn node(&mut self, section: usize, parent: NodeId, canvas: &mut Canvas) -> NodeId {
        if self.0.len() <= section {
            self.0.resize(section + 1, None);
        }
        match self.0.get(section) {
            Some(Some(node)) => *node,
            _ => {
                let node = canvas.node(Role::Section, parent);
                self.0[section] = Some(node);
                node
            }
        }
    }
}

/// Where a column is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) place: Place,
    /// The size of the reading text.
    pub(crate) em: f64,
    /// What is left of the column for blocks that stretch.
    pub(crate) free: f64,
    /// The node that holds the sections.
    pub(crate) parent: NodeId,
}

/// How far a ground stands out above and below its text, in ems.
const OUT: f64 = 0.45;
/// The bar at the left of a ground, in ems.
const BAR: f64 = 0.3;

impl Flow {
    /// Whether anything in the column takes what is left of it.
    pub(crate) fn stretches(&self, column: &Column) -> bool {
        column
            .placed
            .iter()
            .any(|placed| self.is_stretching(placed))
    }

    fn is_stretching(&self, placed: &Placed) -> bool {
        match &self.pieces[placed.piece].kind {
            Kind::Block(block) => block.stretches(),
            Kind::Text(_) => false,
        }
    }

    pub(crate) fn draw(
        &self,
        column: &Column,
        spot: Spot,
        sections: &mut Sections,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let stretching = column
            .placed
            .iter()
            .filter(|placed| self.is_stretching(placed));
        let count = stretching.count();
        #[expect(clippy::cast_precision_loss, reason = "there are few pieces")]
        let extra = spot.free.max(0.0) / count.max(1) as f64;
        self.grounds(column, spot, canvas);
        let mut moved = 0.0;
        for placed in &column.placed {
            let piece = &self.pieces[placed.piece];
            let place = Place {
                y: spot.place.y + placed.y + moved,
                ..spot.place
            };
            let parent = sections.node(piece.section, spot.parent, canvas);
            match &piece.kind {
                Kind::Text(passage) => {
                    let setting = passage.style.setting(spot.em);
                    let indent = passage.style.indent * spot.em;
                    let place = Place {
                        x: place.x + indent,
                        width: place.width - 2.0 * indent,
                        ..place
                    };
                    let lines = setter.broken(&passage.text, place.width, setting);
                    if placed.lines.0 == 0 {
                        canvas.warn(
                            WarningCode::GlyphMissing,
                            passage.field,
                            passage.text.missing,
                        );
                    }
                    let lines = lines.get(placed.lines.0..placed.lines.1).unwrap_or(&[]);
                    if !lines.is_empty() {
                        let node = canvas.node(passage.role, parent);
                        setter.draw_lines(lines, place, setting, (canvas, Some(node)));
                    }
                }
                Kind::Block(block) => {
                    let extra = if block.stretches() { extra } else { 0.0 };
                    let height = placed.height + extra;
                    block.draw(place, height, spot.em, parent, setter, canvas);
                    moved += extra;
                }
            }
        }
    }

    /// The tinted grounds behind passages that share one.
    fn grounds(&self, column: &Column, spot: Spot, canvas: &mut Canvas) {
        let ground = |placed: &Placed| match &self.pieces[placed.piece].kind {
            Kind::Text(passage) => passage.ground,
            Kind::Block(_) => None,
        };
        for group in column.placed.chunk_by(|a, b| ground(a) == ground(b)) {
            if let (Some(first), Some(last)) = (group.first(), group.last())
                && ground(first).is_some()
            {
                let out = OUT * spot.em;
                let area = Area {
                    x: spot.place.x,
                    y: spot.place.y + first.y - out,
                    width: spot.place.width,
                    height: last.y + last.height - first.y + 2.0 * out,
                };
                canvas.rect(area, 0.0, Some(Colour::BROWSE_TINT), None);
                let bar = Area {
                    width: BAR * spot.em,
                    ..area
                };
                canvas.rect(bar, 0.0, Some(Colour::BROWSE), None);
            }
        }
    }
}
