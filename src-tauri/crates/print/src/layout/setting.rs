//! How text is set: its size, its lines and where they stand.

use crate::layout::measures::{POINT, SMALLEST_POINTS};
use crate::text::lines::Rag;

/// From line to line in reading text, in ems.
pub(super) const LEADING: f64 = 1.28;

/// How large text is, and how much of it there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// 1 is body text of 30 points.
    pub(crate) text: f64,
    /// The most lines of any one text.
    pub(crate) most: usize,
    /// From one line to write on to the next.
    pub(crate) writing: f64,
}

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
    pub(crate) hyphenate: bool,
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
            hyphenate: true,
            rag: Rag::Text,
            align: Align::Start,
            most,
        }
    }

    /// A hint for who writes by hand.
    pub(crate) const fn hint() -> Self {
        Self {
            leading: 1.2,
            hyphenate: false,
            ..Self::body(SMALLEST_POINTS * POINT, 3)
        }
    }

    /// A heading or a label.
    pub(crate) const fn heading(size: f64) -> Self {
        Self {
            size,
            leading: 1.12,
            hyphenate: false,
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

/// The size of a text, smaller when there is much of it.
pub(super) fn sized(points: f64, scale: Scale, characters: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let characters = characters as f64;
    let shrink = (1.0 - (characters - 180.0).max(0.0) / 1200.0).max(0.6);
    (points * scale.text * shrink).max(SMALLEST_POINTS) * POINT
}

/// The height of so many lines.
pub(super) fn height(lines: usize, setting: Setting) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
    let lines = lines as f64;
    lines * setting.leading * setting.size
}
