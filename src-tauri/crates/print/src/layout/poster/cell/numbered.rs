//! Numbered titles.

use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Entry;
use crate::layout::poster::cell::entry::label_role;
use crate::layout::poster::scale::{Scale, sized};
use crate::layout::setter::Setter;
use crate::layout::setting::{LEADING, Place, Setting};
use crate::page::{NodeId, Role};
use crate::text::shape::Prepared;

impl Setter<'_> {
    pub(super) fn numbered(
        &self,
        rows: &[(Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let indent = 17.0;
        let gap = 3.5;
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let heights: Vec<f64> = rows
            .iter()
            .map(|(_, entry)| self.row_height(entry, inner, 30.0, scale))
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let count = rows.len() as f64;
        let natural = heights.iter().sum::<f64>() + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for ((number, entry), height) in rows.iter().zip(heights) {
            if let Some(canvas) = canvas.as_deref_mut() {
                let item = canvas.node(Role::ListItem, list);
                let label = canvas.node(label_role(entry), item);
                let size = sized(34.0, scale, 0);
                let body_size = sized(30.0, scale, entry.text.characters);
                let line = body_size * LEADING;
                let place = Place {
                    x: place.x,
                    y: y + (line - size * 1.12) / 2.0,
                    width: indent,
                };
                self.text(
                    number,
                    place,
                    Setting::heading(size),
                    Some((canvas, label, entry.field)),
                );
                self.row(
                    entry,
                    Place { y, ..inner },
                    height + extra,
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
