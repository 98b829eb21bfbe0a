//! How large text is on the poster, and how much of it there may be.

use crate::layout::poster::measures::SMALLEST_POINTS;
use crate::layout::setting::{POINT, Setting};
use crate::text::lines::Hyphens;

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

impl Setting {
    /// A hint for who writes by hand.
    pub(crate) const fn hint() -> Self {
        Self {
            leading: 1.2,
            hyphens: Hyphens::Needed,
            ..Self::body(SMALLEST_POINTS * POINT, 3)
        }
    }
}

/// The size of a text, smaller when there is much of it.
pub(super) fn sized(points: f64, scale: Scale, characters: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let characters = characters as f64;
    let shrink = (1.0 - (characters - 180.0).max(0.0) / 1200.0).max(0.6);
    (points * scale.text * shrink).max(SMALLEST_POINTS) * POINT
}
