//! The place on a slider: its ends in words, and a knob with the number.

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::flow::Block;
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Place, Setting};
use crate::page::{Area, Line, Mark, NodeId, Rect, WarningCode};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

/// A slider with the place that the teller chose.
pub(super) struct Slider {
    /// The words at 0 and at 100.
    pub(super) ends: [Prepared; 2],
    pub(super) number: Prepared,
    /// From 0 to 100.
    pub(super) value: u8,
    /// The question with the answer, for who cannot see it.
    pub(super) alt: String,
}

/// The size of the words, in ems.
const SMALL: f64 = 0.85;
/// The height of the knob, in ems.
const KNOB: f64 = 1.3;
/// The width of the knob, in ems.
const KNOB_WIDTH: f64 = 1.9;
/// The least length of the track, in ems.
const TRACK: f64 = 9.0;
/// Between the words and the track, in ems.
const BESIDE: f64 = 0.7;

impl Slider {
    /// The widths of the words where they stand beside the track; `None` where they stand below it.
    fn beside(&self, width: f64, em: f64, setter: &Setter<'_>) -> Option<[f64; 2]> {
        let widths = self
            .ends
            .each_ref()
            .map(|end| setter.natural_width(end) * SMALL * em + 0.1);
        let track = width - widths.iter().sum::<f64>() - 2.0 * BESIDE * em;
        (track >= TRACK * em).then_some(widths)
    }

    fn end_heights(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: 0.47 * width,
        };
        let heights = self
            .ends
            .each_ref()
            .map(|end| setter.text(end, place, small(em, Align::Start), None));
        heights.into_iter().fold(0.0, f64::max)
    }
}

impl Block for Slider {
    fn height(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64 {
        match self.beside(width, em, setter) {
            Some(_) => KNOB * em,
            None => KNOB * em + self.end_heights(width, em, setter),
        }
    }

    fn draw(
        &self,
        place: Place,
        height: f64,
        em: f64,
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let area = place.high(height);
        let figure = canvas.figure(parent, &self.alt, area);
        let middle = place.y + KNOB * em / 2.0;
        let (mut from, mut to) = (place.x, place.x + place.width);
        let [left, right] = &self.ends;
        let mut end = |text: &Prepared, x: f64, y: f64, width: f64, align: Align| {
            canvas.warn(WarningCode::GlyphMissing, Field::Card, text.missing);
            let target = Some((&mut *canvas, figure, Field::Card));
            setter.text(text, Place { x, y, width }, small(em, align), target);
        };
        if let Some([left_width, right_width]) = self.beside(place.width, em, setter) {
            let y = middle - 0.5 * small(em, Align::Start).leading * SMALL * em;
            end(left, from, y, left_width, Align::Start);
            end(right, to - right_width, y, right_width, Align::End);
            from += left_width + BESIDE * em;
            to -= right_width + BESIDE * em;
        } else {
            let (y, width) = (place.y + KNOB * em, 0.47 * place.width);
            end(left, from, y, width, Align::Start);
            end(right, to - width, y, width, Align::End);
        }
        let track = |from, to, width| {
            Mark::Line(Line {
                from,
                to,
                colour: Colour::RULE,
                width,
                dots: None,
            })
        };
        canvas.shape(figure, track((from, middle), (to, middle), 0.12 * em));
        for x in [from, to] {
            let (top, bottom) = (middle - 0.35 * em, middle + 0.35 * em);
            canvas.shape(figure, track((x, top), (x, bottom), 0.12 * em));
        }
        let room = to - from - KNOB_WIDTH * em;
        let knob = Area {
            x: from + room * f64::from(self.value.min(100)) / 100.0,
            y: place.y,
            width: KNOB_WIDTH * em,
            height: KNOB * em,
        };
        let shape = Rect {
            area: knob,
            radius: 0.5 * KNOB * em,
            fill: Some(Colour::INK),
            stroke: None,
        };
        canvas.shape(figure, Mark::Rect(shape));
        let setting = Setting {
            hyphens: Hyphens::Never,
            most: 1,
            ..small(em, Align::Middle)
        };
        let place = Place {
            x: knob.x,
            y: middle - 0.5 * setting.leading * setting.size,
            width: knob.width,
        };
        let target = Some((canvas, figure, Field::Card));
        setter.text(&self.number, place, setting, target);
    }
}

/// The words at the ends.
const fn small(em: f64, align: Align) -> Setting {
    Setting {
        size: SMALL * em,
        leading: 1.16,
        hyphens: Hyphens::Needed,
        rag: Rag::Text,
        align,
        most: 4,
    }
}
