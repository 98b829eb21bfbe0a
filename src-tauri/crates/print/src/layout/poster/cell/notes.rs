//! Coloured notes, each with its kind.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Entry;
use crate::layout::poster::cell::entry::label_role;
use crate::layout::poster::measures::SMALLEST_POINTS;
use crate::layout::poster::scale::Scale;
use crate::layout::setter::Setter;
use crate::layout::setting::{POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::shape::Prepared;

impl Setter<'_> {
    pub(super) fn notes(
        &self,
        notes: &[(Colour, Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let (pad, gap) = (6.0, 4.5);
        let kind_setting = Setting::heading(SMALLEST_POINTS * POINT);
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let inner = Place {
            x: place.x + pad + 1.0,
            width: place.width - 2.0 * pad - 2.0,
            ..place
        };
        let heights: Vec<f64> = notes
            .iter()
            .map(|(_, kind, entry)| {
                let prompt = if entry.text.is_empty() {
                    &entry.hint
                } else {
                    kind
                };
                2.0 * pad
                    + self.text(prompt, inner, kind_setting, None)
                    + self.row_height(entry, inner, 30.0, scale)
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few notes")]
        let count = notes.len() as f64;
        let natural = heights.iter().sum::<f64>() + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for ((colour, kind, entry), height) in notes.iter().zip(heights) {
            if let Some(canvas) = canvas.as_deref_mut() {
                let item = canvas.node(Role::ListItem, list);
                let area = Area {
                    x: place.x,
                    y,
                    width: place.width,
                    height: height + extra,
                };
                canvas.rect(area, 4.0, Some(*colour), None);
                let label = canvas.node(label_role(entry), item);
                let top = y + pad;
                let prompt = if entry.text.is_empty() {
                    &entry.hint
                } else {
                    kind
                };
                let used = self.text(
                    prompt,
                    Place { y: top, ..inner },
                    kind_setting,
                    Some((canvas, label, entry.field)),
                );
                let body = Place {
                    y: top + used,
                    ..inner
                };
                self.row(
                    entry,
                    body,
                    height + extra - 2.0 * pad - used,
                    30.0,
                    scale,
                    item,
                    canvas,
                );
            }
            y += height + extra + gap;
        }
        natural
    }
}
