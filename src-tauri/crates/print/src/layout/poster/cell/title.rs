//! The top of a box: a heading with its square, or a label.

use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::Title;
use crate::layout::poster::measures::{HEADING_POINTS, LABEL_POINTS};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, LEADING, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};

impl Setter<'_> {
    pub(super) fn title(
        &self,
        title: &Title,
        place: Place,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        match title {
            Title::Label(text) => {
                let setting = Setting::heading(LABEL_POINTS * POINT);
                let target = canvas.map(|canvas| {
                    let node = canvas.node(Role::Heading3, section);
                    (canvas, node, Field::Header)
                });
                self.text(text, place, setting, target) + 3.5
            }
            Title::Heading { text, marker, tag } => {
                let size = HEADING_POINTS * POINT;
                let setting = Setting::heading(size);
                let side = 0.5 * size;
                let indent = side + 0.3 * size;
                if let Some(canvas) = canvas.as_deref_mut() {
                    let y = place.y + (setting.leading * size - side) / 2.0;
                    canvas.rect(
                        Area {
                            x: place.x,
                            y,
                            width: side,
                            height: side,
                        },
                        2.4,
                        Some(*marker),
                        None,
                    );
                }
                let tag_size = 30.0 * POINT;
                let tag_width = tag
                    .as_ref()
                    .map_or(0.0, |tag| self.natural_width(&tag.text) * tag_size);
                let beside = place.width - indent - self.natural_width(text) * size - 8.0;
                let tag_beside = tag_width <= beside;
                let taken = if tag.is_some() && tag_beside {
                    tag_width + 8.0
                } else {
                    0.0
                };
                let heading = Place {
                    x: place.x + indent,
                    width: place.width - indent - taken,
                    ..place
                };
                let target = canvas.as_deref_mut().map(|canvas| {
                    let node = canvas.node(Role::Heading2, section);
                    (canvas, node, Field::Header)
                });
                let mut height = self.text(text, heading, setting, target);
                if let Some(tag) = tag {
                    let y = if tag_beside {
                        place.y + (setting.leading * size - LEADING * tag_size) / 2.0
                    } else {
                        place.y + height
                    };
                    let align = if tag_beside { Align::End } else { Align::Start };
                    let setting = Setting {
                        align,
                        ..Setting::body(tag_size, 2)
                    };
                    let target = canvas.map(|canvas| {
                        let node = canvas.node(Role::Paragraph, section);
                        (canvas, node, tag.field)
                    });
                    let width = if tag_beside {
                        tag_width + 0.1
                    } else {
                        place.width
                    };
                    let x = if tag_beside {
                        place.x + place.width - width
                    } else {
                        place.x
                    };
                    let used = self.text(&tag.text, Place { x, y, width }, setting, target);
                    if !tag_beside {
                        height += used;
                    }
                }
                height + 5.0
            }
        }
    }
}
