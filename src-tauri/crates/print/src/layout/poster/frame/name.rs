//! The name and the pitch below it, as large as they fit.

use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::poster::arrange::Crowding;
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{HEADING_POINTS, LABEL_POINTS, MARGIN, NAME_POINTS, WIDTH};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Fit, POINT, Place, Setting};
use crate::page::{NodeId, Role, WarningCode};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

/// From line to line in the name, in ems.
const NAME_LEADING: f64 = 0.98;
/// From line to line in the pitch, in ems.
const PITCH_LEADING: f64 = 1.22;

impl Frame {
    pub(super) fn name_top(&self, crowding: Crowding) -> f64 {
        self.header_height() + crowding.between(17.0, 10.0, 8.0)
    }

    pub(super) fn name_height(&self, crowding: Crowding, setter: &Setter<'_>) -> f64 {
        if self.name.is_empty() {
            crowding.between(74.0, 56.0, 50.0)
        } else {
            let place = Place {
                x: MARGIN,
                y: 0.0,
                width: WIDTH,
            };
            setter.text(&self.name, place, self.name_setting(crowding, setter), None)
        }
    }

    /// The largest size at which the name fits on three lines and in its height.
    fn name_setting(&self, crowding: Crowding, setter: &Setter<'_>) -> Setting {
        let fit = Fit {
            width: WIDTH,
            height: crowding.between(172.0, 84.0, 62.0),
            most: 3,
            leading: NAME_LEADING,
            hyphens: Hyphens::Needed,
            points: (HEADING_POINTS, NAME_POINTS),
        };
        let size = setter
            .largest(&self.name, fit)
            .unwrap_or(HEADING_POINTS * POINT);
        Setting {
            leading: NAME_LEADING,
            most: 3,
            ..Setting::heading(size)
        }
    }

    fn pitch_setting(&self, crowding: Crowding) -> Setting {
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        let shrink = (1.0 - (self.pitch.characters as f64 - 140.0).max(0.0) / 500.0).max(0.6);
        let points = (crowding.between(58.0, 38.0, 32.0) * shrink).max(28.0);
        Setting {
            size: points * POINT,
            leading: PITCH_LEADING,
            hyphens: Hyphens::Needed,
            rag: Rag::Even,
            align: Align::Start,
            most: 4,
        }
    }

    pub(super) fn pitch_height(&self, crowding: Crowding, setter: &Setter<'_>) -> f64 {
        if self.pitch.is_empty() {
            return crowding.between(58.0, 44.0, 38.0);
        }
        setter.text(
            &self.pitch,
            Place {
                x: MARGIN,
                y: 0.0,
                width: WIDTH,
            },
            self.pitch_setting(crowding),
            None,
        )
    }

    pub(super) fn draw_name(&self, crowding: Crowding, setter: &Setter<'_>, canvas: &mut Canvas) {
        let place = Place {
            x: MARGIN,
            y: self.name_top(crowding),
            width: WIDTH,
        };
        let node = canvas.node(Role::Heading1, DOCUMENT);
        if self.name.is_empty() {
            self.room_to_write(
                (&self.name_label, &self.name_hint),
                place,
                self.name_height(crowding, setter),
                node,
                setter,
                canvas,
            );
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, Field::Name, self.name.missing);
        setter.text(
            &self.name,
            place,
            self.name_setting(crowding, setter),
            Some((canvas, node, Field::Name)),
        );
    }

    pub(super) fn draw_pitch(&self, crowding: Crowding, setter: &Setter<'_>, canvas: &mut Canvas) {
        let y = self.name_top(crowding)
            + self.name_height(crowding, setter)
            + crowding.between(15.0, 8.0, 6.0);
        let place = Place {
            x: MARGIN,
            y,
            width: WIDTH,
        };
        let node = canvas.node(Role::Paragraph, DOCUMENT);
        if self.pitch.is_empty() {
            self.room_to_write(
                (&self.pitch_label, &self.pitch_hint),
                place,
                self.pitch_height(crowding, setter),
                node,
                setter,
                canvas,
            );
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, Field::Pitch, self.pitch.missing);
        setter.text(
            &self.pitch,
            place,
            self.pitch_setting(crowding),
            Some((canvas, node, Field::Pitch)),
        );
    }

    /// A label with its hint beside it, and a line to write on at the bottom.
    fn room_to_write(
        &self,
        (label, hint): (&Prepared, &Prepared),
        place: Place,
        height: f64,
        node: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let size = LABEL_POINTS * POINT;
        let label_width = setter.natural_width(label) * size + 0.1;
        setter.text(
            label,
            Place {
                width: label_width,
                ..place
            },
            Setting::heading(size),
            Some((canvas, node, Field::Header)),
        );
        let x = place.x + label_width + 5.0;
        let hint_place = Place {
            x,
            y: place.y + 0.5,
            width: (place.x + place.width - x).max(40.0),
        };
        let beside = canvas.node(Role::Paragraph, DOCUMENT);
        let setting = Setting {
            most: 1,
            ..Setting::hint()
        };
        setter.text(
            hint,
            hint_place,
            setting,
            Some((canvas, beside, Field::Header)),
        );
        canvas.writing_line(place.x, place.y + height - 2.0, place.width);
    }
}
