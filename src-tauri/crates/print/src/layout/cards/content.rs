//! The texts of a story card, filled from the model.

use crate::card::{CardAnswer, Given, StoryCard, card_code};
use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::cards::shorten::shortened;
use crate::layout::cards::slider::Slider;
use crate::layout::flow::{Flow, Passage, Piece, Starts, Style};
use crate::layout::setter::Setter;
use crate::page::Role;
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::{Inline, Prepared};
use crate::text::typography::{polish, verbatim};
use crate::words::{CardWords, filled};

/// All that the cards of a story say.
pub(super) struct Content {
    /// The code, white on its badge.
    pub(super) code: Prepared,
    /// The code as plain text.
    pub(super) code_says: String,
    pub(super) title: Prepared,
    pub(super) teller: Prepared,
    /// The text and the answers.
    pub(super) flow: Flow,
    /// Whether the text is not all of it.
    pub(super) shortened: bool,
}

/// The answers to closed questions.
const ANSWERS: Style = Style {
    ratio: 0.88,
    leading: 1.3,
    hyphens: Hyphens::Needed,
    rag: Rag::Text,
    indent: 0.0,
};
/// How far texts on a ground are set in.
const INDENT: f64 = 0.9;

struct Filler<'a> {
    setter: &'a Setter<'a>,
    words: &'a CardWords,
    pieces: Vec<Piece>,
}

impl Content {
    /// What a card says with at most so many characters of its text; without a number with all of it.
    pub(super) fn new(
        card: &StoryCard,
        most: Option<usize>,
        words: &CardWords,
        setter: &Setter<'_>,
    ) -> Self {
        let short = most.and_then(|most| shortened(&card.text, most));
        let code_says = card_code(card.story);
        let mut filler = Filler {
            setter,
            words,
            pieces: Vec::new(),
        };
        filler.text(card, short.as_deref());
        filler.open(card);
        filler.answers(card);
        let teller = setter.prepare(&one_line(&card.teller), Voice::Regular, Colour::QUIET);
        Self {
            code: setter.prepare(&verbatim(&code_says), Voice::Bold, Colour::WHITE),
            code_says,
            title: setter.prepare(&one_line(&card.title), Voice::Display, Colour::INK),
            teller,
            flow: Flow {
                pieces: filler.pieces,
                ..Flow::default()
            },
            shortened: short.is_some(),
        }
    }
}

impl Filler<'_> {
    fn push(
        &mut self,
        text: Prepared,
        style: Style,
        before: f64,
        ground: Option<usize>,
        keep: bool,
    ) {
        if text.is_empty() {
            return;
        }
        let passage = Passage {
            text,
            style,
            role: Role::Paragraph,
            field: Field::Card,
            ground,
        };
        let mut piece = Piece::text(passage, before, 0);
        piece.keep = keep;
        self.pieces.push(piece);
    }

    fn prepare(&self, text: &str, voice: Voice, colour: Colour) -> Prepared {
        self.setter.prepare(text, voice, colour)
    }

    fn text(&mut self, card: &StoryCard, short: Option<&str>) {
        let text = polish(short.unwrap_or(&card.text));
        for paragraph in text.split('\n') {
            let text = self.prepare(paragraph, Voice::Regular, Colour::INK);
            self.push(text, Style::BODY, 0.5, None, false);
        }
        if short.is_some() {
            let story = card.story.0.to_string();
            let note = filled(&self.words.shortened, &[("story", &story)]);
            let text = self.prepare(&polish(&format!("({note})")), Voice::Italic, Colour::QUIET);
            self.push(text, ANSWERS, 0.5, None, false);
        }
    }

    /// The open answers, each on a ground of its own.
    fn open(&mut self, card: &StoryCard) {
        let style = Style {
            indent: INDENT,
            ..Style::BODY
        };
        let label = Style {
            indent: INDENT,
            ..Style::heading(0.88)
        };
        let given = card
            .open
            .iter()
            .filter(|open| !polish(&open.answer).is_empty());
        for (index, open) in given.enumerate() {
            let question = one_line(&open.question);
            let question = if question.is_empty() {
                self.words.open.clone()
            } else {
                question
            };
            let text = self.prepare(&question, Voice::Bold, Colour::BROWSE_INK);
            self.push(text, label, 1.4, Some(index), true);
            for paragraph in polish(&open.answer).split('\n') {
                let text = self.prepare(paragraph, Voice::Regular, Colour::INK);
                self.push(text, style, 0.15, Some(index), false);
            }
        }
    }

    fn answers(&mut self, card: &StoryCard) {
        for (index, answer) in card.answers.iter().enumerate() {
            if index == 0 {
                let text = self.prepare(&self.words.answers, Voice::Bold, Colour::BROWSE_INK);
                self.push(text, Style::heading(0.88), 1.4, None, true);
                if let Some(piece) = self.pieces.last_mut() {
                    piece.starts = Some(Starts::Main);
                }
            }
            self.answer(answer);
        }
    }

    fn answer(&mut self, answer: &CardAnswer) {
        let question = one_line(&answer.question);
        let say = |text: String, voice, colour| Inline {
            text,
            voice,
            colour,
        };
        match &answer.given {
            Given::Choices(choices) => {
                let mut inlines = Vec::new();
                if !question.is_empty() {
                    inlines.push(say(question, Voice::Regular, Colour::INK));
                }
                for choice in choices {
                    let label = one_line(&choice.label);
                    let (mark, voice, colour) = if choice.chosen {
                        (" ●", Voice::Bold, Colour::INK)
                    } else {
                        (" ○", Voice::Regular, Colour::QUIET)
                    };
                    // The mark is shaped by itself, so that the words keep the face of all other words.
                    inlines.push(say(mark.to_owned(), voice, colour));
                    inlines.push(say(format!("\u{a0}{label}"), voice, colour));
                }
                let text = self.setter.shaper.prepare(&inlines);
                self.push(text, ANSWERS, 0.35, None, false);
            }
            Given::Slider { left, right, value } => {
                let value = (*value).min(100);
                let number = value.to_string();
                let [left, right] = [left, right].map(|end| one_line(end));
                let alt = filled(
                    &self.words.slider,
                    &[
                        ("question", &question),
                        ("value", &number),
                        ("left", &left),
                        ("right", &right),
                    ],
                );
                let text = self.prepare(&question, Voice::Regular, Colour::INK);
                self.push(text, ANSWERS, 0.35, None, true);
                let slider = Slider {
                    ends: [left, right].map(|end| self.prepare(&end, Voice::Regular, Colour::INK)),
                    number: self.prepare(&number, Voice::Bold, Colour::WHITE),
                    value,
                    alt,
                };
                self.pieces.push(Piece::block(slider, 0.15, 0));
            }
        }
    }
}

/// What people wrote, on one line.
fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
