//! The header: where and when, and who sat at which table; on a blank poster, room to fill that in.

use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{HEADER, MARGIN, PAGE_WIDTH, SMALLEST_POINTS, STRIPE, WIDTH};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::page::Role;
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

impl Frame {
    pub(super) fn header_height(&self) -> f64 {
        if self.blank { 48.0 } else { HEADER }
    }

    pub(super) fn draw_header(&self, height: f64, setter: &Setter<'_>, canvas: &mut Canvas) {
        let [region, date, table] = &self.header;
        let widths: Vec<f64> = self
            .header
            .iter()
            .map(|text| setter.natural_width(text))
            .collect();
        let gap = 1.3;
        let wanted: f64 = widths.iter().sum::<f64>() + 2.0 * gap;
        let size = ((WIDTH - 0.5) / wanted / POINT).clamp(SMALLEST_POINTS, 33.0) * POINT;
        let y = (height - 1.2 * size) / 2.0;
        let setting = Setting {
            leading: 1.2,
            hyphens: Hyphens::Needed,
            most: 1,
            ..Setting::body(size, 1)
        };
        // What does not fit is shared: the region and the date first, the people get what is left.
        let mut x = MARGIN;
        for (text, width) in [(region, widths[0]), (date, widths[1])] {
            let width = (width * size + 0.1).min(0.4 * WIDTH);
            self.header_text(text, Place { x, y, width }, setting, setter, canvas);
            x += width + gap * size;
        }
        let place = Place {
            x,
            y,
            width: (PAGE_WIDTH - MARGIN - x).max(1.0),
        };
        if setter.count(table, place.width / size, Hyphens::Needed) > 1 {
            let place = Place {
                y: (height - 2.0 * 1.1 * size) / 2.0,
                ..place
            };
            let setting = Setting {
                leading: 1.1,
                most: 2,
                rag: Rag::Even,
                align: Align::End,
                ..setting
            };
            let one_line = |text| setter.natural_width(text) * size <= place.width;
            if self
                .at_table
                .iter()
                .all(|text| !text.is_empty() && one_line(text))
            {
                let [table, people] = &self.at_table;
                self.header_text(table, place, setting, setter, canvas);
                let below = Place {
                    y: place.y + setting.leading * size,
                    ..place
                };
                self.header_text(people, below, setting, setter, canvas);
            } else {
                self.header_text(table, place, setting, setter, canvas);
            }
            return;
        }
        self.header_text(
            table,
            place,
            Setting {
                align: Align::End,
                ..setting
            },
            setter,
            canvas,
        );
    }

    pub(super) fn draw_header_fields(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let gap = 10.0;
        let mut x = MARGIN;
        let width = WIDTH - 3.0 * gap;
        let setting = Setting {
            leading: 1.2,
            most: 1,
            ..Setting::body(SMALLEST_POINTS * POINT, 1)
        };
        for (label, known, share) in &self.header_fields {
            let place = Place {
                x,
                y: STRIPE + 10.0,
                width: width * share,
            };
            self.header_text(label, place, setting, setter, canvas);
            let below = Place {
                y: STRIPE + 23.0,
                ..place
            };
            self.header_text(
                known,
                below,
                Setting {
                    size: 30.0 * POINT,
                    ..setting
                },
                setter,
                canvas,
            );
            canvas.writing_line(x, self.header_height() - 4.0, width * share);
            x += width * share + gap;
        }
    }

    fn header_text(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let spot = (Role::Paragraph, DOCUMENT, Field::Header);
        setter.put(text, place, setting, spot, canvas);
    }
}
