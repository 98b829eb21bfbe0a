//! What story cards say: plain values, filled in by the caller.

use stories::StoryId;

use crate::language::Language;

/// The size of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardSize {
    /// 148.5 × 210 mm, two on an A4.
    #[default]
    A5,
    /// 148.5 × 105 mm, four on an A4.
    A6,
}

impl CardSize {
    /// How many cards there are on an A4.
    #[must_use]
    pub const fn on_a_page(self) -> usize {
        match self {
            Self::A5 => 2,
            Self::A6 => 4,
        }
    }
}

/// Cards that are printed together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardDeck {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The size of every card.
    pub size: CardSize,
    /// Where the cards are for, already worded, such as "Regio Oost-Groningen · 22 november 2026"; at the foot of every card.
    pub session: String,
    /// The stories, in the order in which they are printed.
    pub cards: Vec<StoryCard>,
}

/// How much of a story's text is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardLength {
    /// All of it, on as many cards as it takes.
    #[default]
    Whole,
    /// At most so many characters.
    Characters(usize),
    /// As much as takes no more than so many cards with the answers; where so few are too few, as few as can be.
    Cards(usize),
}

/// What became of a story on its cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardTake {
    /// How many cards it takes.
    pub cards: usize,
    /// How many it takes at least, with a text that is as short as it can be.
    pub least: usize,
    /// How many it takes with its whole text.
    pub most: usize,
    /// Whether its text was shortened.
    pub shortened: bool,
}

/// One story. It takes as many cards as it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryCard {
    /// The number of the story, from which its card code follows.
    pub story: StoryId,
    /// The title.
    pub title: String,
    /// Who told it, already worded, such as "Ouder · basisonderwijs".
    pub teller: String,
    /// The whole text; paragraphs are separated by line ends.
    pub text: String,
    /// How much of the text is printed. What is shortened ends after a sentence or a word, says so and names the story.
    pub length: CardLength,
    /// The answers to open questions, which stand out.
    pub open: Vec<CardOpen>,
    /// The other answers, in the order of the questionnaire.
    pub answers: Vec<CardAnswer>,
}

/// An open question with what the teller wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardOpen {
    /// The question, in full or in short.
    pub question: String,
    /// The words of the teller.
    pub answer: String,
}

/// A closed question with the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAnswer {
    /// The question, in full or in short.
    pub question: String,
    /// What could be answered, and what was.
    pub given: Given,
}

/// What could be answered to a closed question, and what was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The choices in their order; to print the chosen ones alone, give only those.
    Choices(Vec<CardChoice>),
    /// A place on a slider.
    Slider {
        /// The words at 0.
        left: String,
        /// The words at 100.
        right: String,
        /// The place, from 0 to 100; what is beyond counts as 100.
        value: u8,
    },
}

/// One choice of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChoice {
    /// The words of the answer.
    pub label: String,
    /// Whether the teller chose it.
    pub chosen: bool,
}

/// The code on the card of a story, as it is typed when the work of a table is entered from paper.
#[must_use]
pub fn card_code(story: StoryId) -> String {
    format!("E{}", story.0)
}
