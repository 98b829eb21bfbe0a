//! The measures of story cards, in millimetres unless a name says points.

use crate::card::CardSize;

/// A4, landscape.
pub(super) const PAGE_WIDTH: f64 = 297.0;
/// A4, landscape.
pub(super) const PAGE_HEIGHT: f64 = 210.0;
/// From the edge of a card to what is on it; printers leave the outer millimetres white.
pub(super) const PAD: f64 = 9.0;
/// The height of the line at the foot.
pub(super) const FOOT: f64 = 4.5;
/// Between the head, the text and the foot.
pub(super) const GAP: f64 = 3.2;
/// What stands at the foot.
pub(super) const FOOT_POINTS: f64 = 8.0;

/// What differs from size to size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The least and the largest size of the title, and of the title of a card that continues.
    pub(super) title: (f64, f64),
    /// Who told it, and the code.
    pub(super) teller: f64,
    pub(super) code: f64,
    /// The sizes of the text that are tried, the largest first.
    pub(super) text: &'static [f64],
}

impl Measures {
    pub(super) const fn of(size: CardSize) -> Self {
        match size {
            CardSize::A5 => Self {
                width: PAGE_WIDTH / 2.0,
                height: PAGE_HEIGHT,
                title: (13.0, 24.0),
                teller: 10.5,
                code: 15.0,
                text: &[
                    18.0, 16.0, 15.0, 14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0,
                ],
            },
            CardSize::A6 => Self {
                width: PAGE_WIDTH / 2.0,
                height: PAGE_HEIGHT / 2.0,
                title: (12.0, 17.0),
                teller: 9.5,
                code: 12.5,
                text: &[15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5],
            },
        }
    }
}
