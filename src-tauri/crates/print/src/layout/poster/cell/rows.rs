//! Labels, each with a text beside it or below it.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Entry;
use crate::layout::poster::cell::entry::label_role;
use crate::layout::poster::measures::SMALLEST_POINTS;
use crate::layout::poster::scale::{Scale, sized};
use crate::layout::setter::Setter;
use crate::layout::setting::{LEADING, POINT, Place, Setting};
use crate::page::{NodeId, Role};
use crate::text::lines::Rag;
use crate::text::shape::Prepared;

impl Setter<'_> {
    pub(super) fn rows(
        &self,
        rows: &[(Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let gap = 5.0;
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let label_size = (28.0 * scale.text).clamp(SMALLEST_POINTS, 30.0) * POINT;
        let widest = rows
            .iter()
            .map(|(label, _)| self.natural_width(label))
            .fold(0.0, f64::max)
            * label_size;
        // The labels stand beside their texts where the box is wide, and above them where it is narrow.
        let beside = widest + 8.0 < 0.36 * place.width;
        let indent = if beside { widest + 8.0 } else { 0.0 };
        let label_setting = Setting {
            leading: 1.2,
            rag: Rag::Text,
            ..Setting::heading(label_size)
        };
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let heights: Vec<(f64, f64)> = rows
            .iter()
            .map(|(label, entry)| {
                if entry.text.is_empty() {
                    (
                        self.text(&entry.hint, place, Setting::hint(), None),
                        scale.writing - 3.0,
                    )
                } else {
                    let above = if beside {
                        0.0
                    } else {
                        self.text(label, place, label_setting, None)
                    };
                    (above, self.row_height(entry, inner, 30.0, scale))
                }
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let count = rows.len() as f64;
        let natural = heights
            .iter()
            .map(|(above, text)| above + text)
            .sum::<f64>()
            + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for (index, ((label, entry), (above, text))) in rows.iter().zip(heights).enumerate() {
            if let Some(canvas) = canvas.as_deref_mut() {
                if index > 0 && !rows[index - 1].1.text.is_empty() {
                    canvas.rule(place.x, y - gap / 2.0, place.width, Colour::EDGE, 0.5);
                }
                let item = canvas.node(Role::ListItem, list);
                let node = canvas.node(label_role(entry), item);
                if entry.text.is_empty() {
                    let below = Place {
                        y: y + above,
                        ..place
                    };
                    self.text(
                        &entry.hint,
                        Place { y, ..place },
                        Setting::hint(),
                        Some((canvas, node, entry.field)),
                    );
                    self.row(entry, below, text + extra, 30.0, scale, item, canvas);
                } else {
                    let line = sized(30.0, scale, entry.text.characters) * LEADING;
                    let shift = if beside {
                        (line - label_size * 1.2) / 2.0
                    } else {
                        0.0
                    };
                    let width = if beside { indent } else { place.width };
                    let target = Some((&mut *canvas, node, entry.field));
                    self.text(
                        label,
                        Place {
                            y: y + shift,
                            width,
                            ..place
                        },
                        label_setting,
                        target,
                    );
                    self.row(
                        entry,
                        Place {
                            y: y + above,
                            ..inner
                        },
                        text + extra,
                        30.0,
                        scale,
                        item,
                        canvas,
                    );
                }
            }
            y += above + text + extra + gap;
        }
        natural
    }
}
