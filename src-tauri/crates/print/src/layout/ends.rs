//! Two texts on one line, at either end of it.

use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::lines::Hyphens;
use crate::text::shape::Prepared;

impl Setter<'_> {
    /// Sets both in the middle of the band, as large as they fit beside each other. What does not fit is shared: the left one
    /// may take half, or what the right one leaves.
    pub(crate) fn ends(
        &self,
        [left, right]: [&Prepared; 2],
        band: Area,
        points: (f64, f64),
        (parent, field): (NodeId, Field),
        canvas: &mut Canvas,
    ) {
        let widths = [left, right].map(|text| self.natural_width(text));
        let wanted = widths.iter().sum::<f64>() + 1.5;
        let size = ((band.width - 0.5) / wanted / POINT).clamp(points.0, points.1) * POINT;
        let y = band.y + (band.height - 1.2 * size) / 2.0;
        let beside = band.width - size - widths[1] * size - 0.1;
        let left_width = (widths[0] * size + 0.1).min(beside.max(0.5 * band.width));
        let setting = Setting {
            leading: 1.2,
            hyphens: Hyphens::Needed,
            ..Setting::body(size, 1)
        };
        let place = Place {
            x: band.x,
            y,
            width: left_width,
        };
        let spot = (Role::Paragraph, parent, field);
        self.put(left, place, setting, spot, canvas);
        let place = Place {
            x: band.x + left_width + size,
            width: band.width - left_width - size,
            ..place
        };
        let setting = Setting {
            align: Align::End,
            ..setting
        };
        self.put(right, place, setting, spot, canvas);
    }
}
