//! A quotation with a bar beside it, and who said it below.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Entry;
use crate::layout::poster::measures::SMALLEST_POINTS;
use crate::layout::poster::scale::{Scale, sized};
use crate::layout::setter::Setter;
use crate::layout::setting::{POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::shape::Prepared;

impl Setter<'_> {
    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    pub(super) fn quote(
        &self,
        entry: &Entry,
        teller: &Prepared,
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        if entry.text.is_empty() {
            return self.writing(
                &entry.hint,
                place,
                room,
                (3, scale),
                (section, Role::Paragraph),
                canvas,
            );
        }
        let indent = 8.5;
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let setting = Setting::body(sized(31.0, scale, entry.text.characters), scale.most);
        let quote = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::BlockQuote, section));
        let mut height = self.entry(
            entry,
            inner,
            None,
            setting,
            (2, scale),
            (quote, Role::Paragraph),
            canvas.as_deref_mut(),
        );
        if !teller.is_empty() {
            let target = canvas.as_deref_mut().map(|canvas| {
                let node = canvas.node(Role::Paragraph, section);
                (canvas, node, entry.field)
            });
            let setting = Setting {
                leading: 1.2,
                ..Setting::body(SMALLEST_POINTS * POINT, 2)
            };
            height += 3.0
                + self.text(
                    teller,
                    Place {
                        y: place.y + height + 3.0,
                        ..inner
                    },
                    setting,
                    target,
                );
        }
        if let Some(canvas) = canvas {
            let bar = Area {
                x: place.x,
                y: place.y + 1.0,
                width: 2.0,
                height: height - 2.0,
            };
            canvas.rect(bar, 1.0, Some(Colour::BROWSE), None);
        }
        height
    }
}
