//! What the panels of a brochure say, filled from the model.

use stories::Chart;

use crate::brochure::{Brochure, BrochureObservation, BrochureStory};
use crate::card::card_code;
use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::brochure::boxes::{Boxes, Cell, Lines, TEXT, inner};
use crate::layout::brochure::measures::{BOTTOM, LARGER, TOP, USUAL, WIDTH};
use crate::layout::canvas::Canvas;
use crate::layout::chart::{ChartDrawing, Look, Rows, Size};
use crate::layout::flow::{Block, Flow, Passage, Piece, Starts, Style};
use crate::layout::setter::Setter;
use crate::layout::setting::{POINT, Place};
use crate::page::{NodeId, Role};
use crate::text::shape::{Inline, Prepared};
use crate::text::typography::{polish, verbatim};
use crate::words::{BrochureWords, ChartWords};

/// The most lines of an interpretation that stands in a box beside its rivals; a longer one goes on over the whole width.
const MOST_LINES: usize = 18;
/// The highest chart that stays in one piece, of the height of a panel, at the usual size.
const HIGHEST: f64 = 0.8;
/// How far texts on a ground are set in.
const INDENT: f64 = 0.9;

/// Fills the flow of a brochure.
pub(super) struct Filler<'a> {
    pub(super) brochure: &'a Brochure,
    pub(super) words: &'a BrochureWords,
    pub(super) chart: &'a ChartWords,
    pub(super) setter: &'a Setter<'a>,
    pieces: Vec<Piece>,
}

/// How a text is set and read.
#[derive(Clone, Copy)]
struct Kind {
    style: Style,
    role: Role,
    field: Field,
    ground: Option<usize>,
    before: f64,
}

impl<'a> Filler<'a> {
    pub(super) const fn new(
        brochure: &'a Brochure,
        words: &'a BrochureWords,
        chart: &'a ChartWords,
        setter: &'a Setter<'a>,
    ) -> Self {
        Self {
            brochure,
            words,
            chart,
            setter,
            pieces: Vec::new(),
        }
    }

    /// All that comes after the cover.
    pub(super) fn flow(&mut self) -> Flow {
        for (section, observation) in self.brochure.observations.iter().enumerate() {
            self.observation(observation, section);
        }
        self.stories(self.brochure.observations.len());
        Flow {
            pieces: std::mem::take(&mut self.pieces),
            ..Flow::default()
        }
    }

    /// A panel for the table's own notes, where one is left.
    pub(super) fn notes(&mut self) -> Flow {
        self.writing(&self.words.notes, &self.words.notes_hint)
    }

    /// Room for other stories that the table thinks fit, below the stories.
    pub(super) fn found(&mut self) -> Flow {
        self.writing(&self.words.found, &self.words.found_hint)
    }

    fn writing(&mut self, heading: &str, hint: &str) -> Flow {
        let kind = Kind {
            style: Style::heading(1.6),
            role: Role::Heading2,
            field: Field::Header,
            ground: None,
            before: 0.0,
        };
        self.says(heading, Voice::Display, Colour::INK, kind, 0);
        let kind = Kind {
            style: Style::BODY,
            role: Role::Paragraph,
            before: 0.3,
            ..kind
        };
        self.says(hint, Voice::Regular, Colour::QUIET, kind, 0);
        self.pieces.push(Piece::block(Lines, 0.3, 0));
        Flow {
            pieces: std::mem::take(&mut self.pieces),
            ..Flow::default()
        }
    }

    fn says(
        &mut self,
        text: &str,
        voice: Voice,
        colour: Colour,
        kind: Kind,
        section: usize,
    ) -> bool {
        let text = self.setter.prepare(text, voice, colour);
        self.push(text, kind, section)
    }

    fn push(&mut self, text: Prepared, kind: Kind, section: usize) -> bool {
        if text.is_empty() {
            return false;
        }
        let passage = Passage {
            text,
            style: kind.style,
            role: kind.role,
            field: kind.field,
            ground: kind.ground,
        };
        let mut piece = Piece::text(passage, kind.before, section);
        piece.keep = matches!(kind.role, Role::Heading2 | Role::Heading3 | Role::Label);
        if kind.role == Role::Label
            && let crate::layout::flow::Kind::Text(passage) = &mut piece.kind
        {
            passage.role = Role::Paragraph;
        }
        self.pieces.push(piece);
        true
    }

    /// Makes the piece that was added at this place the first of a part.
    fn start_at(&mut self, at: usize, starts: Starts) {
        if let Some(piece) = self.pieces.get_mut(at) {
            piece.starts = Some(starts);
        }
    }

    fn observation(&mut self, observation: &BrochureObservation, section: usize) {
        let first = self.pieces.len();
        let label = Kind {
            style: Style::heading(0.9),
            role: Role::Label,
            field: Field::BrochureObservation,
            ground: None,
            before: 2.2,
        };
        let code = verbatim(observation.code.trim());
        let says = format!("{} {code}", self.words.observation);
        self.says(says.trim(), Voice::Bold, Colour::GATHER_INK, label, section);
        let heading = Kind {
            style: Style::heading(1.35),
            role: Role::Heading2,
            before: 0.25,
            ..label
        };
        let text = one_line(&observation.text);
        self.says(&text, Voice::Display, Colour::INK, heading, section);
        self.charts(&observation.chart, section);
        self.interpretations(observation, &code, section);
        self.start_at(first, Starts::Main);
    }

    /// The chart, in parts where it is too high for one panel.
    fn charts(&mut self, chart: &Chart, section: usize) {
        let look = Look {
            colour: Colour::GATHER,
            counts: true,
            rows: Rows::Loose,
            field: Field::BrochureObservation,
        };
        let chart = ChartDrawing::new(chart, self.chart, look, self.setter);
        let fits = |part: &ChartDrawing| {
            let height = part.height(WIDTH, size(USUAL * POINT), self.setter);
            height <= HIGHEST * (BOTTOM - TOP)
        };
        for part in chart.parts(&fits) {
            self.pieces.push(Piece::block(Drawn(part), 0.8, section));
        }
    }

    fn interpretations(&mut self, observation: &BrochureObservation, code: &str, section: usize) {
        let heading = Kind {
            style: Style::heading(1.15),
            role: Role::Heading3,
            field: Field::BrochureObservation,
            ground: None,
            before: 1.1,
        };
        let hint = Kind {
            style: Style {
                ratio: 0.86,
                ..Style::heading(0.86)
            },
            role: Role::Label,
            before: 0.15,
            ..heading
        };
        self.says(
            &self.words.interpretations,
            Voice::Display,
            Colour::INK,
            heading,
            section,
        );
        self.says(
            &self.words.interpretations_hint,
            Voice::Regular,
            Colour::QUIET,
            hint,
            section,
        );
        let width = inner(WIDTH, 2) / (LARGER[0] * POINT * TEXT.ratio);
        let mut cells: Vec<Cell> = Vec::new();
        let mut before = 0.45;
        let lettered = letters().zip(&observation.interpretations);
        let lettered =
            lettered.map(|(letter, text)| (format!("{code}{letter}"), Colour::GATHER_INK, text));
        let table = polish(&self.brochure.table).replace('\n', " ");
        let own = observation.own.iter();
        let own = own.map(|text| (table.clone(), Colour::QUIET, text));
        for (label, ink, text) in lettered.chain(own) {
            let text = polish(text);
            if text.is_empty() {
                continue;
            }
            let text = self.setter.prepare(&text, Voice::Regular, Colour::INK);
            if self.setter.count(&text, width, TEXT.hyphens) > MOST_LINES {
                self.boxes(&mut cells, &mut before, section);
                let kind = Kind {
                    style: Style::heading(0.82),
                    role: Role::Label,
                    field: Field::BrochureObservation,
                    ground: None,
                    before: 0.7,
                };
                self.says(&label, Voice::Bold, ink, kind, section);
                let kind = Kind {
                    style: TEXT,
                    role: Role::Paragraph,
                    before: 0.1,
                    ..kind
                };
                self.push(text, kind, section);
                continue;
            }
            let code = self.setter.prepare(&label, Voice::Bold, ink);
            cells.push(Cell::Says { code, text });
            if cells.len() == 2 {
                self.boxes(&mut cells, &mut before, section);
            }
        }
        // One that has no rival beside it has the width, and so has the table's own.
        self.boxes(&mut cells, &mut before, section);
        let own = &self.words.own;
        let own = self.setter.prepare(own, Voice::Bold, Colour::QUIET);
        cells.push(Cell::Write(own));
        self.boxes(&mut cells, &mut before, section);
    }

    fn boxes(&mut self, cells: &mut Vec<Cell>, before: &mut f64, section: usize) {
        if !cells.is_empty() {
            let boxes = Boxes(std::mem::take(cells));
            self.pieces.push(Piece::block(boxes, *before, section));
            *before = 0.7;
        }
    }

    fn stories(&mut self, section: usize) {
        let first = self.pieces.len();
        let heading = Kind {
            style: Style::heading(1.6),
            role: Role::Heading2,
            field: Field::BrochureStory,
            ground: None,
            before: 2.4,
        };
        if self.brochure.stories.is_empty() {
            return;
        }
        self.says(
            &self.words.stories,
            Voice::Display,
            Colour::INK,
            heading,
            section,
        );
        let hint = Kind {
            style: Style::heading(0.95),
            role: Role::Label,
            before: 0.3,
            ..heading
        };
        self.says(
            &self.words.stories_hint,
            Voice::Regular,
            Colour::QUIET,
            hint,
            section,
        );
        for (index, story) in self.brochure.stories.iter().enumerate() {
            self.story(story, index, section + 1 + index);
        }
        self.start_at(first, Starts::All);
    }

    fn story(&mut self, story: &BrochureStory, index: usize, section: usize) {
        let indent = |style: Style| Style {
            indent: INDENT,
            ..style
        };
        let title = Kind {
            style: indent(Style::heading(1.12)),
            role: Role::Heading3,
            field: Field::BrochureStory,
            ground: Some(index),
            before: 1.6,
        };
        let text = one_line(&story.title);
        let titled = self.says(&text, Voice::Display, Colour::INK, title, section);
        let teller = Kind {
            style: indent(Style::heading(0.86)),
            role: Role::Label,
            before: if titled { 0.15 } else { 1.6 },
            ..title
        };
        let bold = |text: String, colour| Inline {
            text,
            voice: Voice::Bold,
            colour,
        };
        let mut inlines = vec![bold(card_code(story.story), Colour::BROWSE_INK)];
        let who = one_line(&story.teller);
        if !who.is_empty() {
            inlines.push(Inline {
                text: format!(" · {who}"),
                voice: Voice::Regular,
                colour: Colour::QUIET,
            });
        }
        let line = self.setter.shaper.prepare(&inlines);
        self.push(line, teller, section);
        let mut before = 0.3;
        for paragraph in polish(&story.excerpt).split('\n') {
            let kind = Kind {
                style: indent(Style::BODY),
                role: Role::Paragraph,
                before,
                ..title
            };
            self.says(paragraph, Voice::Regular, Colour::INK, kind, section);
            before = 0.45;
        }
    }
}

/// A chart in the flow.
struct Drawn(ChartDrawing);

impl Block for Drawn {
    fn height(&self, width: f64, em: f64, setter: &Setter<'_>) -> f64 {
        self.0.height(width, size(em), setter)
    }

    fn draw(
        &self,
        place: Place,
        _: f64,
        em: f64,
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        self.0.draw(place, size(em), parent, setter, canvas);
    }
}

/// Charts are set a little smaller than the text.
const fn size(em: f64) -> Size {
    Size {
        em: 0.92 * em,
        small: 0.76 * em,
        air: 0.0,
    }
}

/// The letters of interpretations: a to z, and after that none, for no card has so many.
fn letters() -> impl Iterator<Item = String> {
    let letters = ('a'..='z').map(String::from);
    letters.chain(std::iter::repeat(String::new()))
}

/// What people wrote, on one line.
pub(super) fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
