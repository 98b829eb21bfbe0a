//! One text of a box, or lines to write on where there is none yet.

use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Entry;
use crate::layout::poster::scale::{Scale, sized};
use crate::layout::setter::Setter;
use crate::layout::setting::{Place, Setting};
use crate::page::{NodeId, Role, WarningCode};
use crate::text::shape::Prepared;

/// The label of an item; where there is no text, the label with its hint is all that the item says.
pub(super) fn label_role(entry: &Entry) -> Role {
    if entry.text.is_empty() {
        Role::ListBody
    } else {
        Role::Label
    }
}

impl Setter<'_> {
    /// Sets a text, or the hint with lines to write on when there is none.
    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    pub(super) fn entry(
        &self,
        entry: &Entry,
        place: Place,
        room: Option<f64>,
        setting: Setting,
        lines: (u32, Scale),
        (parent, role): (NodeId, Role),
        canvas: Option<&mut Canvas>,
    ) -> f64 {
        if entry.text.is_empty() {
            return self.writing(&entry.hint, place, room, lines, (parent, role), canvas);
        }
        let target = canvas.map(|canvas| {
            canvas.warn(WarningCode::GlyphMissing, entry.field, entry.text.missing);
            let node = canvas.node(role, parent);
            (canvas, node, entry.field)
        });
        self.text(&entry.text, place, setting, target)
    }

    /// Sets a hint with at least so many lines to write on, and as many as there is room for.
    pub(super) fn writing(
        &self,
        hint: &Prepared,
        place: Place,
        room: Option<f64>,
        (least, scale): (u32, Scale),
        (parent, role): (NodeId, Role),
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let mut used = 0.0;
        if !hint.is_empty() {
            let target = canvas.as_deref_mut().map(|canvas| {
                let node = canvas.node(role, parent);
                (canvas, node, Field::Header)
            });
            used = self.text(hint, place, Setting::hint(), target);
        }
        let natural = used + f64::from(least) * scale.writing + 1.0;
        if let (Some(canvas), Some(room)) = (canvas, room) {
            let count = ((room - used - 1.0 + 0.01) / scale.writing)
                .floor()
                .max(1.0);
            let step = ((room - used - 1.0) / count).max(1.0);
            let mut y = place.y + used + step;
            while y <= place.y + room + 0.01 {
                canvas.writing_line(place.x, y, place.width);
                y += step;
            }
        }
        natural
    }

    /// The height of a text in a list, or of one line to write on.
    pub(super) fn row_height(&self, entry: &Entry, place: Place, points: f64, scale: Scale) -> f64 {
        if entry.text.is_empty() {
            return scale.writing;
        }
        self.text(
            &entry.text,
            place,
            Setting::body(sized(points, scale, entry.text.characters), scale.most),
            None,
        )
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    pub(super) fn row(
        &self,
        entry: &Entry,
        place: Place,
        height: f64,
        points: f64,
        scale: Scale,
        item: NodeId,
        canvas: &mut Canvas,
    ) {
        if entry.text.is_empty() {
            let lines = ((height - 1.0) / scale.writing + 0.01).floor().max(1.0);
            let step = (height - 1.0) / lines;
            let mut y = place.y + height - 1.0;
            while y > place.y + 0.6 * step {
                canvas.writing_line(place.x, y, place.width);
                y -= step;
            }
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, entry.field, entry.text.missing);
        let node = canvas.node(Role::ListBody, item);
        let setting = Setting::body(sized(points, scale, entry.text.characters), scale.most);
        self.text(
            &entry.text,
            place,
            setting,
            Some((canvas, node, entry.field)),
        );
    }
}
