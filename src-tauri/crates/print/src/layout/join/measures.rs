//! The measures of the join sheet, in millimetres unless a name says points.

/// A4, portrait.
pub(super) const PAGE_WIDTH: f64 = 210.0;
/// A4, portrait.
pub(super) const PAGE_HEIGHT: f64 = 297.0;
/// The free edge at either side.
pub(super) const MARGIN: f64 = 14.0;
/// The width between the margins.
pub(super) const WIDTH: f64 = PAGE_WIDTH - 2.0 * MARGIN;
/// The free edge at the bottom.
pub(super) const BOTTOM: f64 = 9.0;
/// The dark band at the top.
pub(super) const BAND: f64 = 12.0;
/// The coloured stripe below it.
pub(super) const STRIPE: f64 = 2.0;
/// The least between the parts of the page, where there is little room and where there is much.
pub(super) const GAPS: [f64; 2] = [4.0, 6.0];
/// From the edge of a box to what is in it.
pub(super) const PAD: f64 = 6.5;
/// The corners of boxes.
pub(super) const RADIUS: f64 = 2.4;
/// The smallest text of the sheet.
pub(super) const SMALLEST_POINTS: f64 = 12.0;
