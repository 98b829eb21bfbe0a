//! The head of a card: the code on its badge, the title, and who told it.

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::cards::content::Content;
use crate::layout::cards::measures::{Measures, PAD};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Fit, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::lines::{Breaking, Hyphens, Rag};

/// The measures of a head.
pub(super) struct Head {
    title: Setting,
    teller: Setting,
    badge: f64,
    /// The height of the badge.
    side: f64,
    teller_height: f64,
    title_height: f64,
    code: Setting,
    pub(super) height: f64,
}

/// Between the title and the badge.
const BESIDE: f64 = 4.0;
/// Above who told it, and above the line below.
const BELOW: f64 = 1.0;
/// The line below the head.
const RULE: f64 = 0.9;

impl Head {
    /// The head of the first card of a story, or the smaller one of a later card.
    pub(super) fn new(
        content: &Content,
        later: bool,
        measures: Measures,
        setter: &Setter<'_>,
    ) -> Self {
        let code = Setting {
            hyphens: Hyphens::Never,
            most: 1,
            align: Align::Middle,
            ..Setting::heading(measures.code * POINT)
        };
        let badge = setter.natural_width(&content.code) * code.size + 1.4 * code.size;
        let width = measures.width - 2.0 * PAD;
        let (least, largest) = measures.title;
        let lines = if later { 1 } else { 3 };
        let fit = Fit {
            width: width - badge - BESIDE,
            height: f64::INFINITY,
            most: lines.min(2),
            leading: 1.1,
            hyphens: Hyphens::Needed,
            points: (least, if later { least } else { largest }),
        };
        let title = Setting {
            leading: 1.1,
            rag: Rag::Even,
            most: lines,
            ..Setting::heading(setter.largest(&content.title, fit).unwrap_or(least * POINT))
        };
        let teller = Setting {
            leading: 1.2,
            most: 2,
            ..Setting::heading(measures.teller * POINT)
        };
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: fit.width,
        };
        let title_height = setter.text(&content.title, place, title, None);
        let teller_height = if later || content.teller.is_empty() {
            teller.leading * teller.size * if later { 1.0 } else { 0.0 }
        } else {
            BELOW + setter.text(&content.teller, place, teller, None)
        };
        let side = 1.75 * code.size;
        let height = (title_height + teller_height).max(side) + BELOW + 0.8 + RULE;
        Self {
            title,
            teller,
            badge,
            side,
            teller_height,
            title_height,
            code,
            height,
        }
    }

    /// Draws the head; `part` says which card of its story a later card is.
    pub(super) fn draw(
        &self,
        content: &Content,
        part: &str,
        place: Place,
        story: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let badge = Area {
            x: place.x + place.width - self.badge,
            y: place.y,
            width: self.badge,
            height: self.side,
        };
        canvas.rect(badge, 1.6, Some(Colour::INK), None);
        let beside = Place {
            width: place.width - self.badge - BESIDE,
            ..place
        };
        let later = !part.is_empty();
        if later {
            // A title that is repeated may be shorter: the whole of it is on the first card.
            let breaking = Breaking {
                width: beside.width / self.title.size,
                hyphens: self.title.hyphens,
                most: self.title.most,
                rag: self.title.rag,
            };
            let lines = setter.shaper.lines(&content.title, breaking).lines;
            if !lines.is_empty() {
                let node = canvas.node(Role::Paragraph, story);
                setter.draw_lines(&lines, beside, self.title, (canvas, Some(node)));
            }
        } else {
            let spot = (Role::Heading1, story, Field::Card);
            setter.put(&content.title, beside, self.title, spot, canvas);
        }
        let code = Place {
            x: badge.x,
            y: badge.y + (self.side - self.code.leading * self.code.size) / 2.0,
            width: badge.width,
        };
        let spot = (Role::Paragraph, story, Field::Card);
        setter.put(&content.code, code, self.code, spot, canvas);
        let below = Place {
            y: place.y + self.title_height + BELOW,
            ..beside
        };
        if later {
            let part = setter.prepare(part, Voice::Bold, Colour::BROWSE_INK);
            setter.put(&part, below, self.teller, spot, canvas);
        } else if self.teller_height > 0.0 {
            setter.put(&content.teller, below, self.teller, spot, canvas);
        }
        let y = place.y + self.height - RULE / 2.0;
        canvas.rule(place.x, y, place.width, Colour::BROWSE, RULE);
    }
}
