//! What is drawn on while a sheet is composed.

use crate::colour::Colour;
use crate::field::Field;
use crate::page::{
    Area, GlyphRun, Item, Line, Mark, Node, NodeId, Page, Rect, Role, Sheets, Squares, Warning,
    WarningCode,
};
use crate::qr::Code;

/// The document itself.
pub(crate) const DOCUMENT: NodeId = NodeId(0);

/// Pages, structure and warnings as they come.
pub(crate) struct Canvas {
    pages: Vec<Page>,
    /// What is drawn on the page that is not finished yet.
    items: Vec<Item>,
    nodes: Vec<Node>,
    warnings: Vec<Warning>,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        let document = Node {
            role: Role::Document,
            parent: None,
            figure: None,
        };
        Self {
            pages: Vec::new(),
            items: Vec::new(),
            nodes: vec![document],
            warnings: Vec::new(),
        }
    }

    /// Makes a page of what was drawn since the last one.
    pub(crate) fn finish_page(&mut self, width_mm: f64, height_mm: f64, title: String) {
        self.pages.push(Page {
            width_mm,
            height_mm,
            title,
            items: std::mem::take(&mut self.items),
        });
    }

    pub(crate) fn into_sheets(self) -> Sheets {
        Sheets {
            pages: self.pages,
            nodes: self.nodes,
            warnings: self.warnings,
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

    fn figure(&mut self, parent: NodeId, alt: &str, area: Area) -> NodeId {
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
        let page = self.pages.len();
        let same = |warning: &&mut Warning| {
            (warning.code, warning.page, warning.field) == (code, page, field)
        };
        match self.warnings.iter_mut().find(same) {
            Some(warning) => warning.characters += characters,
            None => self.warnings.push(Warning {
                code,
                page,
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

    /// A QR code that fills a square; the margin that readers need is for the caller to leave.
    pub(crate) fn code(
        &mut self,
        parent: NodeId,
        code: &Code,
        alt: &str,
        (x, y): (f64, f64),
        side: f64,
    ) {
        let area = Area {
            x,
            y,
            width: side,
            height: side,
        };
        let node = self.figure(parent, alt, area);
        let squares = Squares {
            x,
            y,
            side: code.square(side),
            stretches: code.stretches.clone(),
            colour: Colour::INK,
        };
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
