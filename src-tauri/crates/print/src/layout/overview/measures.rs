//! The measures of the overview poster, in millimetres unless a name says points.

use crate::layout::chart::Rows;

/// A1, portrait.
pub(super) const PAGE_WIDTH: f64 = 594.0;
/// A1, portrait.
pub(super) const PAGE_HEIGHT: f64 = 841.0;
/// The free edge at either side.
pub(super) const MARGIN: f64 = 26.0;
/// The width between the margins.
pub(super) const WIDTH: f64 = PAGE_WIDTH - 2.0 * MARGIN;
/// The dark band at the top.
pub(super) const BAND: f64 = 29.0;
/// The coloured stripe below it.
pub(super) const STRIPE: f64 = 5.0;
/// The corners of boxes.
pub(super) const RADIUS: f64 = 5.0;
/// The smallest and the largest reading text.
pub(super) const TEXT_POINTS: (f64, f64) = (24.0, 44.0);
/// The footer, which need not be read from afar.
pub(super) const FOOTER_POINTS: f64 = 20.0;

/// How much there is on the poster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Density {
    /// Between boxes.
    pub(super) gap: f64,
    /// Between the columns.
    pub(super) gutter: f64,
    /// From the edge of a box to what is in it.
    pub(super) pad: f64,
    /// The size of a question, of the reading text.
    pub(super) heading: f64,
    /// From line to line in sentences, in ems.
    pub(super) leading: f64,
    /// Below a question, in ems.
    pub(super) below: f64,
    /// Between a sentence and its chart, in ems.
    pub(super) chart: f64,
    /// How close the rows of charts lie.
    pub(super) rows: Rows,
    /// The most lines of the title, and its largest size.
    pub(super) title: (usize, f64),
    /// Above the title, and between it, the theme and how to read the poster.
    pub(super) top: (f64, f64),
    /// From the bottom of the boxes to the bottom of the page.
    pub(super) footer: f64,
    /// The side of the badge with the number, in ems of the question.
    pub(super) badge: f64,
    /// The size of the theme and of how to read the poster.
    pub(super) lead: (f64, f64),
}

impl Density {
    /// From a few questions to many.
    pub(super) const ALL: [Self; 3] = [
        Self {
            gap: 8.0,
            gutter: 10.0,
            pad: 8.0,
            heading: 1.3,
            leading: 1.22,
            below: 0.45,
            chart: 0.9,
            rows: Rows::Loose,
            title: (2, 118.0),
            top: (15.0, 6.0),
            footer: 22.0,
            badge: 1.42,
            lead: (42.0, 30.0),
        },
        Self {
            gap: 6.5,
            gutter: 8.0,
            pad: 6.5,
            heading: 1.22,
            leading: 1.18,
            below: 0.4,
            chart: 0.75,
            rows: Rows::Close,
            title: (1, 100.0),
            top: (13.0, 5.0),
            footer: 20.0,
            badge: 1.4,
            lead: (36.0, 27.0),
        },
        Self {
            gap: 4.0,
            gutter: 5.5,
            pad: 4.2,
            heading: 1.02,
            leading: 1.12,
            below: 0.3,
            chart: 0.3,
            rows: Rows::Closest,
            title: (1, 80.0),
            top: (9.0, 3.0),
            footer: 16.0,
            badge: 1.25,
            lead: (28.0, 24.0),
        },
    ];
}
