//! What is drawn already, moved and at another size.

use std::collections::HashMap;

use crate::layout::canvas::Canvas;
use crate::page::{Area, Drawing, GlyphRun, Item, Line, Mark, Node, NodeId, Page, Rect, Squares};

/// From a place on one page to a place on another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shift {
    pub(super) scale: f64,
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Shift {
    fn place(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    pub(super) fn area(self, area: Area) -> Area {
        let (x, y) = self.place((area.x, area.y));
        Area {
            x,
            y,
            width: area.width * self.scale,
            height: area.height * self.scale,
        }
    }

    pub(super) fn item(self, item: &Item, node: Option<NodeId>) -> Item {
        Item {
            node,
            bounds: item.bounds.map(|bounds| self.area(bounds)),
            mark: self.mark(&item.mark),
        }
    }

    fn mark(self, mark: &Mark) -> Mark {
        match mark {
            Mark::Glyphs(run) => {
                let (x, y) = self.place((run.x, run.y));
                Mark::Glyphs(GlyphRun {
                    x,
                    y,
                    size: run.size * self.scale,
                    width: run.width * self.scale,
                    ..run.clone()
                })
            }
            Mark::Rect(rect) => Mark::Rect(Rect {
                area: self.area(rect.area),
                radius: rect.radius * self.scale,
                fill: rect.fill,
                stroke: rect
                    .stroke
                    .map(|(colour, width)| (colour, width * self.scale)),
            }),
            Mark::Line(line) => Mark::Line(Line {
                from: self.place(line.from),
                to: self.place(line.to),
                colour: line.colour,
                width: line.width * self.scale,
                dots: line.dots.map(|dots| dots * self.scale),
            }),
            Mark::Squares(squares) => {
                let (x, y) = self.place((squares.x, squares.y));
                Mark::Squares(Squares {
                    x,
                    y,
                    side: squares.side * self.scale,
                    ..squares.clone()
                })
            }
            Mark::Drawing(drawing) => {
                let (x, y) = self.place((drawing.x, drawing.y));
                Mark::Drawing(Drawing {
                    x,
                    y,
                    scale: drawing.scale * self.scale,
                    ..drawing.clone()
                })
            }
        }
    }
}

impl Canvas {
    /// Draws a page of another document at another size, with its part of that document's structure.
    pub(crate) fn place(
        &mut self,
        page: &Page,
        nodes: &[Node],
        parent: NodeId,
        scale: f64,
        (x, y): (f64, f64),
    ) {
        let shift = Shift { scale, x, y };
        let mut used = vec![false; nodes.len()];
        for item in &page.items {
            let mut next = item.node;
            while let Some(NodeId(at)) = next.filter(|node| !used[node.0]) {
                used[at] = true;
                next = nodes[at].parent;
            }
        }
        // Parents come before children, and the document itself becomes the parent here.
        let mut here: HashMap<usize, NodeId> = HashMap::new();
        for (at, node) in nodes.iter().enumerate().filter(|(at, _)| used[*at]) {
            let Some(NodeId(above)) = node.parent else {
                here.insert(at, parent);
                continue;
            };
            let figure = node.figure.as_ref();
            let id = self.add_node(Node {
                role: node.role,
                parent: here.get(&above).copied().or(Some(parent)),
                figure: figure.map(|(alt, area)| (alt.clone(), shift.area(*area))),
            });
            here.insert(at, id);
        }
        for item in &page.items {
            let node = item.node.and_then(|node| here.get(&node.0).copied());
            self.add_item(shift.item(item, node));
        }
    }
}
