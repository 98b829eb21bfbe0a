//! The measures of the brochure, in millimetres unless a name says points.

/// A4, landscape.
pub(super) const PAGE_WIDTH: f64 = 297.0;
/// A4, landscape.
pub(super) const PAGE_HEIGHT: f64 = 210.0;
/// A panel: half a page.
pub(super) const PANEL: f64 = PAGE_WIDTH / 2.0;
/// The free edge at either side of a panel.
pub(super) const MARGIN: f64 = 11.0;
/// The width between the margins.
pub(super) const WIDTH: f64 = PANEL - 2.0 * MARGIN;
/// Where what a panel says starts.
pub(super) const TOP: f64 = 12.0;
/// Where it ends.
pub(super) const BOTTOM: f64 = PAGE_HEIGHT - 17.0;
/// The line at the foot of a panel.
pub(super) const FOOT: f64 = PAGE_HEIGHT - 12.5;
/// What stands at the foot, in points.
pub(super) const FOOT_POINTS: f64 = 8.0;
/// The corners of boxes.
pub(super) const RADIUS: f64 = 1.6;
/// From line to line where people write by hand.
pub(super) const LINES: f64 = 7.5;
/// The reading text where it fits, in points.
pub(super) const USUAL: f64 = 11.0;
/// Larger reading text, where the panels leave room for it, the largest first.
pub(super) const LARGER: [f64; 4] = [13.0, 12.5, 12.0, 11.5];
/// Smaller reading text, where two sheets are not enough, the largest first.
pub(super) const SMALLER: [f64; 5] = [10.5, 10.0, 9.5, 9.0, 8.5];
