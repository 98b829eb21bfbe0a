//! How texts look on the sheets.

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::leaf::SMALLEST_POINTS;
use crate::layout::setting::Align;

/// How a text looks, and how much of it there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) voice: Voice,
    pub(crate) colour: Colour,
    /// The smallest size, in points.
    pub(crate) least: f64,
    /// The largest, in points.
    pub(crate) most: f64,
    /// The most lines.
    pub(crate) lines: usize,
    /// From line to line, in ems.
    pub(crate) leading: f64,
    pub(crate) align: Align,
}

impl Style {
    /// Reading text.
    pub(crate) const BODY: Self = Self {
        voice: Voice::Regular,
        colour: Colour::INK,
        least: 11.0,
        most: 11.0,
        lines: 4,
        leading: 1.25,
        align: Align::Start,
    };
    /// What a box or a row is for.
    pub(crate) const LABEL: Self = Self {
        voice: Voice::Bold,
        least: SMALLEST_POINTS,
        most: 10.0,
        lines: 1,
        ..Self::BODY
    };
    /// What people wrote beforehand, in a box for it.
    pub(crate) const ENTRY: Self = Self {
        least: SMALLEST_POINTS,
        most: 12.0,
        lines: 2,
        leading: 1.15,
        ..Self::BODY
    };
    /// What to do with the sheet.
    pub(crate) const HINT: Self = Self {
        colour: Colour::QUIET,
        least: 10.5,
        most: 11.0,
        lines: 3,
        ..Self::BODY
    };
    /// The title of the sheet.
    pub(crate) const TITLE: Self = Self {
        voice: Voice::Display,
        least: 18.0,
        most: 28.0,
        lines: 1,
        leading: 1.15,
        ..Self::BODY
    };
    /// What stands at the other end of the title.
    pub(crate) const BESIDE: Self = Self {
        voice: Voice::Bold,
        colour: Colour::GATHER_INK,
        least: 10.0,
        most: 17.0,
        lines: 2,
        leading: 1.12,
        align: Align::End,
    };
    /// The heading of a part.
    pub(crate) const HEADING: Self = Self {
        voice: Voice::Display,
        least: 13.0,
        most: 15.0,
        lines: 2,
        leading: 1.15,
        ..Self::BODY
    };

    pub(crate) const fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(crate) const fn voice(self, voice: Voice) -> Self {
        Self { voice, ..self }
    }

    /// Between these sizes, in points.
    pub(crate) const fn points(self, least: f64, most: f64) -> Self {
        Self {
            least,
            most,
            ..self
        }
    }

    pub(crate) const fn lines(self, lines: usize) -> Self {
        Self { lines, ..self }
    }

    pub(crate) const fn at_end(self) -> Self {
        Self {
            align: Align::End,
            ..self
        }
    }

    pub(crate) const fn in_middle(self) -> Self {
        Self {
            align: Align::Middle,
            ..self
        }
    }
}
