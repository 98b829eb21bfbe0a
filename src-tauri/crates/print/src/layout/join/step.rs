//! One step in its box: its number and heading, what to do, and the code to scan beside it.

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::join::column::{Column, Kind};
use crate::layout::join::measures::{MARGIN, PAD, RADIUS, SMALLEST_POINTS, WIDTH};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::qr;
use crate::text::shape::Prepared;

/// One step.
pub(super) struct Step {
    /// Its number, white, with the space that keeps it off the heading when both are read.
    pub(super) number: Prepared,
    pub(super) heading: Prepared,
    /// What to do, below the heading.
    pub(super) column: Column,
    pub(super) scan: Option<Scan>,
}

/// A code to scan.
pub(super) struct Scan {
    pub(super) code: qr::Code,
    /// The words beneath it.
    pub(super) caption: Prepared,
    /// The words for who cannot see it.
    pub(super) alt: String,
    pub(super) field: Field,
}

/// How large things are on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// 0 where there is little room, 1 where there is much.
    pub(super) ease: f64,
    /// The side of the codes.
    pub(super) side: f64,
    /// The width of the column in which the codes stand; 0 where there are none.
    pub(super) codes: f64,
}

/// Between the heading and what stands below it.
const BELOW_HEADING: f64 = 3.0;
/// The most that is added above a label.
const MOST_EXTRA: f64 = 5.0;
/// Below the words beneath a code.
const BELOW_CAPTION: f64 = 4.0;

impl Scan {
    /// The white around the code that readers need: four of its squares, or what boxes have anyway.
    pub(super) fn quiet(&self, side: f64) -> f64 {
        (4.0 * self.code.square(side)).max(PAD)
    }

    fn caption_height(&self, scale: Scale, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: scale.codes - PAD,
        };
        setter.text(&self.caption, place, caption_setting(), None)
    }

    fn height(&self, scale: Scale, setter: &Setter<'_>) -> f64 {
        let quiet = self.quiet(scale.side);
        quiet + scale.side + quiet + self.caption_height(scale, setter) + BELOW_CAPTION
    }

    fn draw(
        &self,
        area: Area,
        scale: Scale,
        section: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let quiet = self.quiet(scale.side);
        let y = area.y + (area.height - self.height(scale, setter)) / 2.0 + quiet;
        let x = area.x + (area.width - scale.side) / 2.0;
        canvas.code(section, &self.code, &self.alt, (x, y), scale.side);
        let place = Place {
            x: area.x + PAD / 2.0,
            y: y + scale.side + quiet,
            width: area.width - PAD,
        };
        let spot = (Role::Paragraph, section, self.field);
        setter.put(&self.caption, place, caption_setting(), spot, canvas);
    }
}

impl Step {
    fn text_width(&self, scale: Scale) -> f64 {
        let codes = if self.scan.is_some() {
            scale.codes
        } else {
            PAD
        };
        WIDTH - PAD - codes
    }

    fn heading(&self, scale: Scale, setter: &Setter<'_>) -> (Setting, f64, f64) {
        let width = self.text_width(scale);
        let sized = |width| Kind::Heading.setting(&self.heading, width, scale.ease, setter);
        // The badge is as large as the heading at its full width, whatever the heading then shrinks to beside it.
        let badge = 1.4 * sized(width).size;
        let indent = badge + 3.0;
        let setting = sized(width - indent);
        (setting, badge, indent)
    }

    fn heading_height(&self, scale: Scale, setter: &Setter<'_>) -> f64 {
        let (setting, badge, indent) = self.heading(scale, setter);
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: self.text_width(scale) - indent,
        };
        setter.text(&self.heading, place, setting, None).max(badge)
    }

    fn text_height(&self, scale: Scale, setter: &Setter<'_>) -> f64 {
        let column = self
            .column
            .height(self.text_width(scale), scale.ease, setter);
        2.0 * PAD + self.heading_height(scale, setter) + BELOW_HEADING + column
    }

    pub(super) fn height(&self, scale: Scale, setter: &Setter<'_>) -> f64 {
        let scan = self.scan.as_ref();
        let scan = scan.map_or(0.0, |scan| scan.height(scale, setter));
        self.text_height(scale, setter).max(scan)
    }

    pub(super) fn draw(
        &self,
        (y, height): (f64, f64),
        scale: Scale,
        page: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let outline = Area {
            x: MARGIN,
            y,
            width: WIDTH,
            height,
        };
        let edge = Some((Colour::EDGE, 0.35));
        canvas.rect(outline, RADIUS, Some(Colour::WHITE), edge);
        let section = canvas.node(Role::Section, page);
        let x = MARGIN + PAD;
        let heading_height = self.heading_height(scale, setter);
        self.draw_heading((x, y + PAD, heading_height), scale, section, setter, canvas);
        let place = Place {
            x,
            y: y + PAD + heading_height + BELOW_HEADING,
            width: self.text_width(scale),
        };
        let free = height - self.text_height(scale, setter);
        #[expect(clippy::cast_precision_loss, reason = "there are few labels")]
        let extra = (free / self.column.labels().max(1) as f64).clamp(0.0, MOST_EXTRA);
        self.column
            .draw(place, (scale.ease, extra), section, setter, canvas);
        if let Some(scan) = &self.scan {
            let area = Area {
                x: MARGIN + WIDTH - scale.codes,
                width: scale.codes,
                ..outline
            };
            scan.draw(area, scale, section, setter, canvas);
        }
    }

    /// The number on its badge with the heading beside it.
    fn draw_heading(
        &self,
        (x, y, height): (f64, f64, f64),
        scale: Scale,
        section: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let (setting, badge, indent) = self.heading(scale, setter);
        let area = Area {
            x,
            y: y + (height - badge) / 2.0,
            width: badge,
            height: badge,
        };
        canvas.rect(area, RADIUS, Some(Colour::GATHER_INK), None);
        let node = canvas.node(Role::Heading2, section);
        let number = Setting::heading(0.78 * badge);
        let width = setter.natural_width(&self.number) * number.size;
        let digit = width - setter.shaper.space(Voice::Display) * number.size;
        let place = Place {
            x: x + (badge - digit) / 2.0,
            y: area.y + (badge - number.leading * number.size) / 2.0,
            width: width + 0.1,
        };
        let target = Some((&mut *canvas, node, Field::Header));
        setter.text(&self.number, place, number, target);
        let place = Place {
            x: x + indent,
            y,
            width: self.text_width(scale) - indent,
        };
        let used = setter.text(&self.heading, place, setting, None);
        let place = Place {
            y: y + (height - used) / 2.0,
            ..place
        };
        let target = Some((canvas, node, Field::Header));
        setter.text(&self.heading, place, setting, target);
    }
}

/// The words beneath a code.
fn caption_setting() -> Setting {
    Setting {
        align: Align::Middle,
        most: 2,
        ..Setting::heading(SMALLEST_POINTS * POINT)
    }
}
