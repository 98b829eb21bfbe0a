//! What is drawn on while a sheet is composed.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::placing::Shift;
use crate::page::{
    Area, Drawing, GlyphRun, Item, Line, Mark, Node, NodeId, Page, Rect, Role, Sheets, Squares,
    Warning, WarningCode,
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

    /// How many pages are finished.
    pub(crate) const fn pages(&self) -> usize {
        self.pages.len()
    }

    /// How many nodes there are.
    pub(crate) const fn nodes(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn add_node(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId(self.nodes.len() - 1)
    }

    pub(super) fn add_item(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Enlarges what is drawn on the page that is not finished yet, whose nodes are those from `first`.
    pub(crate) fn enlarge(&mut self, scale: f64, first: usize) {
        let shift = Shift {
            scale,
            x: 0.0,
            y: 0.0,
        };
        for item in &mut self.items {
            *item = shift.item(item, item.node);
        }
        for node in self.nodes.iter_mut().skip(first) {
            if let Some((_, area)) = &mut node.figure {
                *area = shift.area(*area);
            }
        }
    }

    /// A picture, with its words for who cannot see it.
    pub(crate) fn figure(&mut self, parent: NodeId, alt: &str, area: Area) -> NodeId {
        self.nodes.push(Node {
            role: Role::Figure,
            parent: Some(parent),
            figure: Some((alt.to_owned(), area)),
        });
        NodeId(self.nodes.len() - 1)
    }

    pub(crate) fn warn(&mut self, code: WarningCode, field: Field, characters: usize) {
        self.warn_on(self.pages.len(), code, field, characters);
    }

    /// A warning about a page that is not the one that is drawn now.
    pub(crate) fn warn_on(
        &mut self,
        page: usize,
        code: WarningCode,
        field: Field,
        characters: usize,
    ) {
        if characters == 0 {
            return;
        }
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

    /// A dotted line to write on, on a poster.
    pub(crate) fn writing_line(&mut self, x: f64, y: f64, width: f64) {
        self.dotted_line(x, y, width, (0.7, 2.4));
    }

    /// A dotted line to write on, on a sheet that is held in the hand.
    pub(crate) fn fine_writing_line(&mut self, x: f64, y: f64, width: f64) {
        self.dotted_line(x, y, width, (0.4, 1.5));
    }

    fn dotted_line(&mut self, x: f64, y: f64, width: f64, (thickness, step): (f64, f64)) {
        self.decorate(Mark::Line(Line {
            from: (x, y),
            to: (x + width, y),
            colour: Colour::RULE,
            width: thickness,
            dots: Some(step),
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

    /// A straight line from one point to another.
    pub(crate) fn stroke(&mut self, from: (f64, f64), to: (f64, f64), colour: Colour, width: f64) {
        self.decorate(Mark::Line(Line {
            from,
            to,
            colour,
            width,
            dots: None,
        }));
    }

    pub(crate) fn line(&mut self, line: Line) {
        self.decorate(Mark::Line(line));
    }

    /// A part of a drawing that other pages show too, as a figure.
    pub(crate) fn drawing(&mut self, parent: NodeId, drawing: Drawing, alt: &str) {
        let area = Area {
            x: drawing.x,
            y: drawing.y,
            width: drawing.part.width * drawing.scale,
            height: drawing.part.height * drawing.scale,
        };
        let node = self.figure(parent, alt, area);
        self.items.push(Item {
            node: Some(node),
            bounds: None,
            mark: Mark::Drawing(drawing),
        });
    }

    /// How many items are drawn on the page that is not finished yet.
    pub(crate) const fn items(&self) -> usize {
        self.items.len()
    }

    /// Takes what was drawn since so many items out of the structure: what each page repeats is read once.
    pub(crate) fn repeat(&mut self, from: usize) {
        for item in self.items.iter_mut().skip(from) {
            item.node = None;
        }
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

    pub(crate) fn run(&mut self, node: Option<NodeId>, bounds: Area, run: GlyphRun) {
        self.items.push(Item {
            node,
            bounds: Some(bounds),
            mark: Mark::Glyphs(run),
        });
    }

    /// A shape that is part of a picture.
    pub(crate) fn shape(&mut self, node: NodeId, mark: Mark) {
        self.items.push(Item {
            node: Some(node),
            bounds: None,
            mark,
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
