//! Pages: positioned glyphs and shapes, each with its place in the structure of the document.
//!
//! Lengths are in millimetres from the top left corner of the page.

use std::sync::Arc;

use crate::colour::Colour;
use crate::face::Face;
use crate::field::Field;

/// Laid-out pages with the structure that a reader follows, and what a person must know before printing.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// The pages.
    pub pages: Vec<Page>,
    /// The structure; the first node is the document itself, and parents come before children.
    pub nodes: Vec<Node>,
    /// What did not go as asked.
    pub warnings: Vec<Warning>,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Width in millimetres.
    pub width_mm: f64,
    /// Height in millimetres.
    pub height_mm: f64,
    /// What the page shows, for a reader who cannot see it.
    pub title: String,
    /// What is drawn, in reading order; later items lie on top.
    pub items: Vec<Item>,
}

/// A thing on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// The node it belongs to; `None` for decoration.
    pub node: Option<NodeId>,
    /// The box that it must stay inside, where it belongs to one.
    pub bounds: Option<Area>,
    /// What is drawn.
    pub mark: Mark,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Shaped text.
    Glyphs(GlyphRun),
    /// A rectangle, possibly with round corners.
    Rect(Rect),
    /// A straight line.
    Line(Line),
    /// Filled squares of one size, such as a QR code.
    Squares(Squares),
    /// A part of a drawing that several pages share.
    Drawing(Drawing),
}

/// A part of a whole page, drawn at another size. Every page that shows a part of the same drawing refers to one copy of it.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The page that it is a part of; what is on it has no place in the structure here.
    pub whole: Arc<Page>,
    /// The part that is shown, in millimetres of the whole.
    pub part: Area,
    /// The left edge of the part on this page.
    pub x: f64,
    /// The top edge of the part on this page.
    pub y: f64,
    /// How large it is drawn; 1 is its own size.
    pub scale: f64,
}

/// Glyphs of one face and size on one baseline.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    /// The face.
    pub face: Face,
    /// The size of the em.
    pub size: f64,
    /// Where the run starts.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// The advance of the whole run.
    pub width: f64,
    /// The colour.
    pub colour: Colour,
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
    /// The text of the run, in reading order.
    pub text: String,
}

/// One glyph of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// Where it is drawn, in units of the face from the start of the run.
    pub x: i32,
    /// How far above the baseline, in units of the face.
    pub y: i32,
    /// Where its text starts in the text of the run.
    pub start: u32,
    /// Where its text ends; equal to `start` for the later glyphs of one cluster.
    pub end: u32,
    /// A hyphen that is not in the text but stands at the end of a line.
    pub soft: bool,
}

/// A rectangle.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    /// Where it lies.
    pub area: Area,
    /// The radius of its corners.
    pub radius: f64,
    /// Its filling.
    pub fill: Option<Colour>,
    /// Its border: colour and width.
    pub stroke: Option<(Colour, f64)>,
}

/// A straight line.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// One end.
    pub from: (f64, f64),
    /// The other end.
    pub to: (f64, f64),
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f64,
    /// The distance of its dots; `None` for an unbroken line.
    pub dots: Option<f64>,
}

/// Filled squares on a grid.
#[derive(Clone, Debug)]
pub struct Squares {
    /// Left edge of the grid.
    pub x: f64,
    /// Top edge of the grid.
    pub y: f64,
    /// The side of one square.
    pub side: f64,
    /// Horizontal stretches of squares: column, row, how many.
    pub stretches: Vec<(u16, u16, u16)>,
    /// Their colour.
    pub colour: Colour,
}

/// The number of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// A node of the structure.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The node that holds it; `None` only for the document.
    pub parent: Option<NodeId>,
    /// The words for who cannot see a figure, with the place of the figure.
    pub figure: Option<(String, Area)>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// A part with a heading.
    Section,
    /// The title.
    Heading1,
    /// A heading.
    Heading2,
    /// A heading below a heading.
    Heading3,
    /// A paragraph.
    Paragraph,
    /// A quotation.
    BlockQuote,
    /// A numbered list.
    List,
    /// A list without numbers.
    PlainList,
    /// An item of a list.
    ListItem,
    /// The number of an item.
    Label,
    /// The text of an item.
    ListBody,
    /// A picture.
    Figure,
    /// Rows of cells with a row of heads.
    Table,
    /// A row of a table.
    Row,
    /// The head of a column.
    HeadCell,
    /// A cell of a row.
    Cell,
}

/// Something that a person must know before printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What happened.
    pub code: WarningCode,
    /// On which page, from 0.
    pub page: usize,
    /// Where.
    pub field: Field,
    /// How many characters are concerned.
    pub characters: usize,
}

/// What can happen to a text on its way to paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WarningCode {
    /// The text did not fit at its smallest size and ends with an ellipsis.
    TextCut,
    /// Characters that no font has are printed as boxes.
    GlyphMissing,
    /// The appointment is too long for a QR code, so that there is none.
    CalendarTooLong,
}

impl WarningCode {
    /// The stable name that crosses to the screens.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TextCut => "text_cut",
            Self::GlyphMissing => "glyph_missing",
            Self::CalendarTooLong => "calendar_too_long",
        }
    }
}
