//! The room to sign, with the code that puts the feedback in a calendar.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::poster::arrange::{Crowding, Plan};
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{
    FOOTER, HEADING_POINTS, LABEL_POINTS, MARGIN, PAD, PAGE_HEIGHT, RADIUS, SMALLEST_POINTS, WIDTH,
};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role, WarningCode};
use crate::text::lines::{Hyphens, Rag};

impl Frame {
    /// Draws the room to sign and the footer.
    pub(crate) fn draw_bottom(&self, plan: &Plan, setter: &Setter<'_>, canvas: &mut Canvas) {
        let height = sign_height(plan.crowding);
        let y = PAGE_HEIGHT - FOOTER - height;
        let outline = Area {
            x: MARGIN,
            y,
            width: WIDTH,
            height,
        };
        canvas.rect(
            outline,
            RADIUS,
            Some(Colour::WHITE),
            Some((Colour::INK, 1.2)),
        );
        let section = canvas.node(Role::Section, DOCUMENT);
        let inner = Area {
            x: MARGIN + PAD + 1.0,
            y: y + PAD,
            width: WIDTH - 2.0 * PAD - 2.0,
            height: height - 2.0 * PAD,
        };
        let code_width = if self.code.is_some() {
            (inner.height * 0.84).clamp(84.0, 110.0)
        } else {
            0.0
        };
        let gap = if self.code.is_some() { 16.0 } else { 0.0 };
        self.draw_signatures(
            Area {
                width: inner.width - code_width - gap,
                ..inner
            },
            section,
            setter,
            canvas,
        );
        self.draw_code(
            Area {
                x: inner.x + inner.width - code_width,
                width: code_width,
                ..inner
            },
            section,
            setter,
            canvas,
        );
        canvas.warn(
            WarningCode::CalendarTooLong,
            Field::Sign,
            self.calendar_too_long,
        );
        self.draw_footer(setter, canvas);
    }

    fn draw_signatures(
        &self,
        area: Area,
        section: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let size = HEADING_POINTS * POINT;
        let side = 0.5 * size;
        let setting = Setting::heading(size);
        let marker = Area {
            x: area.x,
            y: area.y + (1.12 * size - side) / 2.0,
            width: side,
            height: side,
        };
        canvas.rect(marker, 2.4, Some(Colour::INK), None);
        let node = canvas.node(Role::Heading2, section);
        let indent = 0.8 * size;
        let place = Place {
            x: area.x + indent,
            y: area.y,
            width: area.width - indent,
        };
        let used = setter.text(
            &self.sign,
            place,
            setting,
            Some((canvas, node, Field::Sign)),
        ) + 5.0;
        let column = (area.width - 14.0) / 2.0;
        let row = (area.height - used) / 2.0;
        for (index, label) in self.sign_labels.iter().enumerate() {
            let x = area.x + if index % 2 == 0 { 0.0 } else { column + 14.0 };
            let y = area.y + used + if index < 2 { 0.0 } else { row };
            let node = canvas.node(Role::Paragraph, section);
            let setting = Setting {
                most: 2,
                ..Setting::heading(LABEL_POINTS * POINT)
            };
            setter.text(
                label,
                Place {
                    x,
                    y,
                    width: column,
                },
                setting,
                Some((canvas, node, Field::Sign)),
            );
            canvas.rule(x, y + row - 5.0, column, Colour::INK, 0.7);
        }
    }

    fn draw_code(&self, area: Area, section: NodeId, setter: &Setter<'_>, canvas: &mut Canvas) {
        let Some(code) = &self.code else { return };
        let setting = Setting {
            leading: 1.15,
            hyphens: Hyphens::Needed,
            rag: Rag::Even,
            align: Align::Middle,
            ..Setting::body(SMALLEST_POINTS * POINT, 3)
        };
        let caption = setter.text(
            &self.scan,
            Place {
                x: area.x,
                y: 0.0,
                width: area.width,
            },
            setting,
            None,
        );
        let room = (area.height - caption - 6.0).min(area.width);
        // The margin that readers need is the white of the box, which is wider than that.
        let x = area.x + (area.width - room) / 2.0;
        canvas.code(section, code, &self.scan_alt, (x, area.y), room);
        let node = canvas.node(Role::Paragraph, section);
        let place = Place {
            x: area.x,
            y: area.y + area.height - caption,
            width: area.width,
        };
        setter.text(
            &self.scan,
            place,
            setting,
            Some((canvas, node, Field::Sign)),
        );
    }
}

pub(super) fn sign_height(crowding: Crowding) -> f64 {
    crowding.between(150.0, 108.0, 96.0)
}
