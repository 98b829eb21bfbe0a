//! The footer: where the poster was made and what it rests on.

use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{FOOTER, FOOTER_POINTS, MARGIN, PAGE_HEIGHT, WIDTH};
use crate::layout::setter::Setter;
use crate::page::Area;

impl Frame {
    pub(super) fn draw_footer(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let band = Area {
            x: MARGIN,
            y: PAGE_HEIGHT - FOOTER,
            width: WIDTH,
            height: FOOTER,
        };
        let [left, right] = &self.footer;
        setter.ends(
            [left, right],
            band,
            (16.0, FOOTER_POINTS),
            (DOCUMENT, Field::Footer),
            canvas,
        );
    }
}
