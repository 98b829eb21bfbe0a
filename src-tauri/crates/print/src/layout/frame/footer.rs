//! The footer: where the poster was made and what it rests on.

use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::frame::Frame;
use crate::layout::measures::{FOOTER, FOOTER_POINTS, MARGIN, PAGE_HEIGHT, POINT, WIDTH};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Place, Setting};
use crate::page::{Role, WarningCode};
use crate::poster::Field;

impl Frame {
    pub(super) fn draw_footer(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let widths: Vec<f64> = self
            .footer
            .iter()
            .map(|text| setter.natural_width(text))
            .collect();
        let wanted = widths.iter().sum::<f64>() + 1.5;
        let size = ((WIDTH - 0.5) / wanted / POINT).clamp(16.0, FOOTER_POINTS) * POINT;
        let y = PAGE_HEIGHT - FOOTER + (FOOTER - 1.2 * size) / 2.0;
        let [left, right] = &self.footer;
        let left_width = (widths[0] * size + 0.1).min(0.5 * WIDTH);
        let setting = Setting {
            leading: 1.2,
            hyphenate: false,
            ..Setting::body(size, 1)
        };
        for (text, place, align) in [
            (
                left,
                Place {
                    x: MARGIN,
                    y,
                    width: left_width,
                },
                Align::Start,
            ),
            (
                right,
                Place {
                    x: MARGIN + left_width + size,
                    y,
                    width: WIDTH - left_width - size,
                },
                Align::End,
            ),
        ] {
            if text.is_empty() {
                continue;
            }
            canvas.warn(WarningCode::GlyphMissing, Field::Footer, text.missing);
            let node = canvas.node(Role::Paragraph, DOCUMENT);
            setter.text(
                text,
                place,
                Setting { align, ..setting },
                Some((canvas, node, Field::Footer)),
            );
        }
    }
}
