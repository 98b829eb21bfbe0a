//! One question in its box: its number, what is to be seen, and the chart.

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::chart::{ChartDrawing, Look, Size};
use crate::layout::overview::measures::{Density, RADIUS, TEXT_POINTS};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::overview::OverviewQuestion;
use crate::page::{Area, Role};
use crate::text::lines::Rag;
use crate::text::shape::Prepared;
use crate::text::typography::polish;
use crate::words::ChartWords;

/// One box.
pub(super) struct Question {
    number: Prepared,
    question: Prepared,
    sentence: Prepared,
    chart: ChartDrawing,
    colour: Colour,
    density: Density,
}

/// The colours of the questions, in turn: of boxes and bars, and of their sentences.
const COLOURS: [(Colour, Colour); 4] = [
    (Colour::GATHER, Colour::GATHER_INK),
    (Colour::BROWSE, Colour::BROWSE_INK),
    (Colour::CONVERGE, Colour::CONVERGE_INK),
    (Colour::CHANGE, Colour::CHANGE_INK),
];

impl Question {
    /// The boxes of a question: more than one where its chart is higher than `most` at the smallest size.
    pub(super) fn boxes(
        question: &OverviewQuestion,
        number: usize,
        words: &ChartWords,
        (density, width, most): (Density, f64, f64),
        setter: &Setter<'_>,
    ) -> Vec<Self> {
        let (colour, ink) = COLOURS[number % COLOURS.len()];
        let look = Look {
            colour,
            counts: false,
            rows: density.rows,
            field: Field::OverviewQuestion,
        };
        let text = if polish(&question.question).is_empty() {
            &question.chart.title
        } else {
            &question.question
        };
        let size = size(TEXT_POINTS.0 * POINT, 0.0);
        let chart = ChartDrawing::new(&question.chart, words, look, setter);
        let parts = chart.parts(&|part| part.height(width, size, setter) <= most);
        let boxes = parts.into_iter().enumerate().map(|(index, chart)| {
            let sentence = if index == 0 {
                question.sentence.as_str()
            } else {
                ""
            };
            Self {
                number: setter.prepare(&(number + 1).to_string(), Voice::Display, Colour::WHITE),
                question: setter.prepare(&one_line(text), Voice::Display, Colour::INK),
                sentence: setter.prepare(&one_line(sentence), Voice::Bold, ink),
                chart,
                colour,
                density,
            }
        });
        boxes.collect()
    }

    /// What must be known to read its chart.
    pub(super) fn note(&self) -> &str {
        self.chart.note()
    }

    /// The same without that, where the poster says it once.
    pub(super) fn without_note(self) -> Self {
        Self {
            chart: self.chart.without_note(),
            ..self
        }
    }

    /// Whether shares would take more than one line.
    pub(super) fn is_cramped(&self, width: f64, em: f64, setter: &Setter<'_>) -> bool {
        let width = width - 2.0 * self.density.pad;
        self.chart.is_cramped(width, size(em, 0.0), setter)
    }

    fn settings(&self, em: f64) -> [Setting; 2] {
        let question = Setting {
            most: 5,
            ..Setting::heading(self.density.heading * em)
        };
        let sentence = Setting {
            leading: self.density.leading,
            rag: Rag::Text,
            most: 8,
            ..Setting::heading(em)
        };
        [question, sentence]
    }

    /// The side of the badge, and how far the question is set in.
    fn badge(&self, em: f64) -> (f64, f64) {
        let side = self.density.badge * self.density.heading * em;
        (side, side + 0.5 * em)
    }

    pub(super) fn height(&self, width: f64, em: f64, air: f64, setter: &Setter<'_>) -> f64 {
        let [question, sentence] = self.settings(em);
        let (side, indent) = self.badge(em);
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: width - 2.0 * self.density.pad,
        };
        let beside = Place {
            width: place.width - indent,
            ..place
        };
        let mut height = setter
            .text(&self.question, beside, question, None)
            .max(side);
        height += self.density.below * em;
        if !self.sentence.is_empty() {
            height += setter.text(&self.sentence, place, sentence, None) + self.density.chart * em;
        }
        let chart = self.chart.height(place.width, size(em, air), setter);
        height + chart + 2.0 * self.density.pad
    }

    pub(super) fn draw(
        &self,
        area: Area,
        (em, air): (f64, f64),
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let edge = Some((Colour::EDGE, 0.7));
        canvas.rect(area, RADIUS, Some(Colour::WHITE), edge);
        let section = canvas.node(Role::Section, DOCUMENT);
        let [question, sentence] = self.settings(em);
        let (side, indent) = self.badge(em);
        let place = Place {
            x: area.x + self.density.pad,
            y: area.y + self.density.pad,
            width: area.width - 2.0 * self.density.pad,
        };
        let beside = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let used = setter.text(&self.question, beside, question, None);
        let badge = Area {
            x: place.x,
            y: place.y,
            width: side,
            height: side,
        };
        canvas.rect(badge, 0.22 * side, Some(self.colour), None);
        let number = Setting {
            align: Align::Middle,
            most: 1,
            ..Setting::heading(question.size)
        };
        let wide = (setter.natural_width(&self.number) + 0.4) * number.size;
        let number = Setting {
            size: number.size * (side / wide).min(1.0),
            ..number
        };
        let inside = Place {
            x: badge.x,
            y: badge.y + (side - number.leading * number.size) / 2.0,
            width: side,
        };
        let spot = (Role::Paragraph, section, Field::OverviewQuestion);
        setter.put(&self.number, inside, number, spot, canvas);
        let middle = Place {
            y: place.y + ((side - used) / 2.0).max(0.0),
            ..beside
        };
        let heading = (Role::Heading2, section, Field::OverviewQuestion);
        setter.put(&self.question, middle, question, heading, canvas);
        let mut y = place.y + used.max(side) + self.density.below * em;
        if !self.sentence.is_empty() {
            let place = Place { y, ..place };
            y +=
                setter.put(&self.sentence, place, sentence, spot, canvas) + self.density.chart * em;
        }
        let place = Place { y, ..place };
        self.chart
            .draw(place, size(em, air), section, setter, canvas);
    }
}

/// Small text is never smaller than the smallest.
fn size(em: f64, air: f64) -> Size {
    Size {
        em,
        small: (0.8 * em).max(TEXT_POINTS.0 * POINT),
        air,
    }
}

fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
