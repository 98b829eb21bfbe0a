//! What is drawn on while a sheet is composed.

use crate::colour::Colour;
use crate::page::{
    Area, GlyphRun, Item, Line, Mark, Node, NodeId, Rect, Role, Squares, Warning, WarningCode,
};
use crate::poster::Field;

/// The document itself.
pub(crate) const DOCUMENT: NodeId = NodeId(0);

/// Items, structure and warnings as they come.
pub(crate) struct Canvas {
    pub(crate) items: Vec<Item>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) warnings: Vec<Warning>,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        let document = Node {
            role: Role::Document,
            parent: None,
            figure: None,
        };
        Self {
            items: Vec::new(),
            nodes: vec![document],
            warnings: Vec::new(),
        }
    }

    pub(crate) fn node(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.nodes.push(Node {
            role,
            parent: Some(parent),
            figure: None,
        });
        NodeId(self.nodes.len() - 1)
    }

    pub(crate) fn figure(&mut self, parent: NodeId, alt: &str, area: Area) -> NodeId {
        self.nodes.push(Node {
            role: Role::Figure,
            parent: Some(parent),
            figure: Some((alt.to_owned(), area)),
        });
        NodeId(self.nodes.len() - 1)
    }

    pub(crate) fn warn(&mut self, code: WarningCode, field: Field, characters: usize) {
        if characters == 0 {
            return;
        }
        match self
            .warnings
            .iter_mut()
            .find(|warning| warning.code == code && warning.field == field)
        {
            Some(warning) => warning.characters += characters,
            None => self.warnings.push(Warning {
                code,
                field,
                characters,
            }),
        }
    }

    pub(crate) fn rect(
        &mut self,
        area: Area,
        radius: f64,
        fill: Option<Colour>,
        stroke: Option<(Colour, f64)>,
    ) {
        self.decorate(Mark::Rect(Rect {
            area,
            radius,
            fill,
            stroke,
        }));
    }

    /// A dotted line to write on.
    pub(crate) fn writing_line(&mut self, x: f64, y: f64, width: f64) {
        self.decorate(Mark::Line(Line {
            from: (x, y),
            to: (x + width, y),
            colour: Colour::RULE,
            width: 0.7,
            dots: Some(2.4),
        }));
    }

    /// An unbroken line.
    pub(crate) fn rule(&mut self, x: f64, y: f64, width: f64, colour: Colour, thickness: f64) {
        self.decorate(Mark::Line(Line {
            from: (x, y),
            to: (x + width, y),
            colour,
            width: thickness,
            dots: None,
        }));
    }

    pub(crate) fn squares(&mut self, node: NodeId, squares: Squares) {
        self.items.push(Item {
            node: Some(node),
            bounds: None,
            mark: Mark::Squares(squares),
        });
    }

    pub(crate) fn run(&mut self, node: NodeId, bounds: Area, run: GlyphRun) {
        self.items.push(Item {
            node: Some(node),
            bounds: Some(bounds),
            mark: Mark::Glyphs(run),
        });
    }

    fn decorate(&mut self, mark: Mark) {
        self.items.push(Item {
            node: None,
            bounds: None,
            mark,
        });
    }
}
