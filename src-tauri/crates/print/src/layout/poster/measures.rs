//! The measures of the A1 poster, in millimetres unless a name says points.

/// A1, portrait.
pub(crate) const PAGE_WIDTH: f64 = 594.0;
/// A1, portrait.
pub(crate) const PAGE_HEIGHT: f64 = 841.0;
/// The free edge at either side.
pub(crate) const MARGIN: f64 = 26.0;
/// The width between the margins.
pub(crate) const WIDTH: f64 = PAGE_WIDTH - 2.0 * MARGIN;
/// The dark band at the top with the coloured stripe below it.
pub(crate) const HEADER: f64 = 34.0;
/// The coloured stripe.
pub(crate) const STRIPE: f64 = 5.0;
/// From the bottom of the boxes to the bottom of the page.
pub(crate) const FOOTER: f64 = 22.0;
/// Between boxes.
pub(crate) const GAP: f64 = 8.5;
/// Between the columns.
pub(crate) const GUTTER: f64 = 11.0;
/// From the edge of a box to what is in it.
pub(crate) const PAD: f64 = 9.5;
/// The corners of boxes.
pub(crate) const RADIUS: f64 = 5.0;
/// The smallest text of the poster, but for the footer.
pub(crate) const SMALLEST_POINTS: f64 = 24.0;
/// The smallest heading and the smallest name.
pub(crate) const HEADING_POINTS: f64 = 60.0;
/// Labels of fields.
pub(crate) const LABEL_POINTS: f64 = 27.0;
/// The footer, which need not be read from afar.
pub(crate) const FOOTER_POINTS: f64 = 20.0;
/// The largest name.
pub(crate) const NAME_POINTS: f64 = 250.0;
