//! Text and blocks that run on from one column to the next, so that nothing is cut: on cards and in booklets.

mod column;
mod draw;

use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, LEADING, Place, Setting};
use crate::page::{NodeId, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

pub(crate) use column::{Column, Frame};
pub(crate) use draw::{Sections, Spot};

/// What runs on, in reading order.
#[derive(Default)]
pub(crate) struct Flow {
    pub(crate) pieces: Vec<Piece>,
    /// Which pieces start a column: those that have at most this.
    pub(crate) starts: Starts,
}

/// What starts a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Starts {
    /// Nothing: everything runs on.
    #[default]
    Nothing,
    /// The first pieces of main parts.
    Main,
    /// The first pieces of all parts.
    All,
}

/// One thing in the flow.
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// What is above it where something is, in ems.
    pub(crate) before: f64,
    /// Whether it must not be the last of a column, such as a heading.
    pub(crate) keep: bool,
    /// From when it starts a column; never when it is the first piece of no part.
    pub(crate) starts: Option<Starts>,
    /// The part of the document that it belongs to.
    pub(crate) section: usize,
}

/// What a piece is.
pub(crate) enum Kind {
    /// Text, which may go on in the next column.
    Text(Passage),
    /// What stays together.
    Block(Box<dyn Block>),
}

/// A text in the flow.
pub(crate) struct Passage {
    pub(crate) text: Prepared,
    pub(crate) style: Style,
    pub(crate) role: Role,
    pub(crate) field: Field,
    /// The tinted ground that it shares with the passages beside it that have the same number.
    pub(crate) ground: Option<usize>,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// The size, of the size of the reading text.
    pub(crate) ratio: f64,
    pub(crate) leading: f64,
    pub(crate) hyphens: Hyphens,
    pub(crate) rag: Rag,
    /// How far it is set in at either side, in ems of the reading text.
    pub(crate) indent: f64,
}

impl Style {
    /// Reading text.
    pub(crate) const BODY: Self = Self {
        ratio: 1.0,
        leading: LEADING,
        hyphens: Hyphens::Free,
        rag: Rag::Text,
        indent: 0.0,
    };
    /// A heading of so many times the reading text.
    pub(crate) const fn heading(ratio: f64) -> Self {
        Self {
            ratio,
            leading: 1.15,
            hyphens: Hyphens::Needed,
            rag: Rag::Even,
            indent: 0.0,
        }
    }

    /// The setting at a size of the reading text.
    pub(crate) const fn setting(self, em: f64) -> Setting {
        Setting {
            size: self.ratio * em,
            leading: self.leading,
            hyphens: self.hyphens,
            rag: self.rag,
            align: Align::Start,
            most: usize::MAX,
        }
    }
}

/// What stays together in the flow. Its height must be less than that of a column.
pub(crate) trait Block {
    /// The least height, at a width and a size of the reading text.
    fn height(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64;

    /// Whether it takes what is left of its column, such as lines to write on.
    fn stretches(&self) -> bool {
        false
    }

    /// Draws it, as high as it is or higher where it stretches.
    fn draw(
        &self,
        place: Place,
        height: f64,
        em: f64,
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    );
}

impl Piece {
    pub(crate) const fn text(passage: Passage, before: f64, section: usize) -> Self {
        Self {
            kind: Kind::Text(passage),
            before,
            keep: false,
            starts: None,
            section,
        }
    }

    pub(crate) fn block(block: impl Block + 'static, before: f64, section: usize) -> Self {
        Self {
            kind: Kind::Block(Box::new(block)),
            before,
            keep: false,
            starts: None,
            section,
        }
    }

    /// How many characters it says.
    fn characters(&self) -> usize {
        match &self.kind {
            Kind::Text(passage) => passage.text.characters,
            Kind::Block(_) => 1,
        }
    }
}
