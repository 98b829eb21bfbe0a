//! How text is set: its size, its lines and where they stand.

use crate::page::Area;
use crate::text::lines::{Hyphens, Rag};

/// A point in millimetres.
pub(crate) const POINT: f64 = 25.4 / 72.0;

/// From line to line in reading text, in ems.
pub(crate) const LEADING: f64 = 1.28;

/// Where a line stands between the edges of its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Left, or right for a script that runs from right to left.
    Start,
    /// Right.
    End,
    /// In the middle.
    Middle,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The em in millimetres.
    pub(crate) size: f64,
    /// From line to line, in ems.
    pub(crate) leading: f64,
    pub(crate) hyphens: Hyphens,
    pub(crate) rag: Rag,
    pub(crate) align: Align,
    pub(crate) most: usize,
}

impl Setting {
    /// Reading text.
    pub(crate) const fn body(size: f64, most: usize) -> Self {
        Self {
            size,
            leading: LEADING,
            hyphens: Hyphens::Free,
            rag: Rag::Text,
            align: Align::Start,
            most,
        }
    }

    /// A heading or a label.
    pub(crate) const fn heading(size: f64) -> Self {
        Self {
            size,
            leading: 1.12,
            hyphens: Hyphens::Needed,
            rag: Rag::Even,
            align: Align::Start,
            most: 4,
        }
    }
}

/// A place to set something, as wide as it may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
}

impl Place {
    /// The area from here that is so high.
    pub(crate) const fn high(self, height: f64) -> Area {
        Area {
            x: self.x,
            y: self.y,
            width: self.width,
            height,
        }
    }
}

/// The room for a text that is to be as large as it can be, with no line that ends inside a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// The most lines.
    pub(crate) most: usize,
    /// From line to line, in ems.
    pub(crate) leading: f64,
    pub(crate) hyphens: Hyphens,
    /// The smallest and the largest size.
    pub(crate) points: (f64, f64),
}

/// The height of so many lines.
pub(super) fn height(lines: usize, setting: Setting) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
    let lines = lines as f64;
    lines * setting.leading * setting.size
}
