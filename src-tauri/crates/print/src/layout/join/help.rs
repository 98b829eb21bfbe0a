//! What to do if it fails.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::join::column::Kind;
use crate::layout::join::measures::{MARGIN, WIDTH};
use crate::layout::setter::Setter;
use crate::layout::setting::{POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::shape::Prepared;

/// A heading with what to try, in this order.
pub(super) struct Help {
    pub(super) heading: Prepared,
    pub(super) items: [Prepared; 4],
}

/// The heading.
const HEADING_POINTS: f64 = 15.0;
/// From the mark of an item to its text.
const INDENT: f64 = 5.0;
/// Below the heading and between the items.
const BETWEEN: f64 = 1.2;

impl Help {
    pub(super) fn height(&self, ease: f64, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: MARGIN,
            y: 0.0,
            width: WIDTH,
        };
        let heading = Setting::heading(HEADING_POINTS * POINT);
        let place_of_items = Place {
            width: WIDTH - INDENT,
            ..place
        };
        let items = self.items.iter().map(|item| {
            let setting = Kind::Body.setting(item, WIDTH - INDENT, ease, setter);
            BETWEEN + setter.text(item, place_of_items, setting, None)
        });
        setter.text(&self.heading, place, heading, None) + items.sum::<f64>()
    }

    pub(super) fn draw(
        &self,
        y: f64,
        ease: f64,
        page: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let section = canvas.node(Role::Section, page);
        let place = Place {
            x: MARGIN,
            y,
            width: WIDTH,
        };
        let heading = Setting::heading(HEADING_POINTS * POINT);
        let spot = (Role::Heading2, section, Field::Header);
        let mut y = y + setter.put(&self.heading, place, heading, spot, canvas);
        let list = canvas.node(Role::PlainList, section);
        for item in &self.items {
            y += BETWEEN;
            let setting = Kind::Body.setting(item, WIDTH - INDENT, ease, setter);
            let side = 0.42 * setting.size;
            let mark = Area {
                x: MARGIN + 0.6,
                y: y + (setting.leading * setting.size - side) / 2.0,
                width: side,
                height: side,
            };
            canvas.rect(mark, 0.4, Some(Colour::GATHER_INK), None);
            let node = canvas.node(Role::ListItem, list);
            let place = Place {
                x: MARGIN + INDENT,
                y,
                width: WIDTH - INDENT,
            };
            let spot = (Role::ListBody, node, Field::Header);
            y += setter.put(item, place, setting, spot, canvas);
        }
    }
}
