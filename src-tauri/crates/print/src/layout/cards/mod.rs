//! Story cards, several on an A4 with cut marks.

mod content;
mod head;
mod marks;
mod measures;
mod shorten;
mod slider;

use crate::card::{CardDeck, CardLength, CardTake, StoryCard};
use crate::colour::Colour;
use crate::error::{Error, ErrorKind};
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::cards::content::Content;
use crate::layout::cards::head::Head;
use crate::layout::cards::measures::{
    FOOT, FOOT_POINTS, GAP, Measures, PAD, PAGE_HEIGHT, PAGE_WIDTH,
};
use crate::layout::flow::{Column, Frame, Sections, Spot, Starts};
use crate::layout::setter::Setter;
use crate::layout::setting::{POINT, Place};
use crate::page::{Area, NodeId, Role, Sheets};
use crate::text::shape::{Prepared, Shaper};
use crate::text::typography::polish;
use crate::words::{CardWords, filled};

/// The most stories in one document.
const MOST_STORIES: usize = 500;
/// The most cards of one story; what is longer is named in the warnings.
const MOST_CARDS: usize = 60;
/// A text is not shortened below so many characters to save a card: less says too little of a story.
const LEAST_CHARACTERS: usize = 250;
/// How much smaller the text may be to keep the answers together, in points.
const APART_POINTS: f64 = 1.0;

/// Lays out the cards, several on an A4 with cut marks. Text is set as large as keeps a story on one card; a story that does not
/// fit at a good size takes as many cards as it needs, and each says so.
///
/// # Errors
///
/// [`ErrorKind::SheetCount`] when there are no stories, or more than 500.
pub fn lay_out_cards(deck: &CardDeck, words: &CardWords) -> Result<Sheets, Error> {
    with_table(deck, words, |mut table| {
        for card in &deck.cards {
            table.story(card);
        }
        table.finish_page();
        table.canvas.into_sheets()
    })
}

/// What becomes of each story of a deck, in the order of the deck.
///
/// # Errors
///
/// [`ErrorKind::SheetCount`] when there are no stories, or more than 500.
pub fn take_of_cards(deck: &CardDeck, words: &CardWords) -> Result<Vec<CardTake>, Error> {
    with_table(deck, words, |table| {
        let take = |card: &StoryCard| {
            let with = |most| table.fewest(&Content::new(card, most, words, table.setter));
            let most = with(None);
            // Most stories are whole, and those on one card cannot take fewer.
            let least = if most > 1 {
                with(Some(LEAST_CHARACTERS))
            } else {
                most
            };
            let asked = (card.length != CardLength::Whole).then(|| table.content(card));
            CardTake {
                cards: asked.as_ref().map_or(most, |it| table.fewest(it)),
                least,
                most,
                shortened: asked.is_some_and(|it| it.shortened),
            }
        };
        deck.cards.iter().map(take).collect()
    })
}

fn with_table<T>(
    deck: &CardDeck,
    words: &CardWords,
    lay_out: impl FnOnce(Table<'_>) -> T,
) -> Result<T, Error> {
    if !(1..=MOST_STORIES).contains(&deck.cards.len()) {
        return Err(ErrorKind::SheetCount(deck.cards.len()).into());
    }
    let shaper = Shaper::new(deck.language);
    let setter = Setter::new(&shaper);
    let session = polish(&deck.session).replace('\n', " ");
    Ok(lay_out(Table {
        deck,
        words,
        setter: &setter,
        session: setter.prepare(&session, Voice::Regular, Colour::QUIET),
        measures: Measures::of(deck.size),
        canvas: Canvas::new(),
        codes: Vec::new(),
        taken: 0,
    }))
}

/// The pages on which cards are put beside each other.
struct Table<'a> {
    deck: &'a CardDeck,
    words: &'a CardWords,
    setter: &'a Setter<'a>,
    session: Prepared,
    measures: Measures,
    canvas: Canvas,
    /// The codes on the page that is not finished yet.
    codes: Vec<String>,
    /// How many cards are on it.
    taken: usize,
}

impl Table<'_> {
    fn finish_page(&mut self) {
        if self.taken > 0 {
            self.canvas.cut_marks(self.deck.size);
            self.codes.dedup();
            let title = std::mem::take(&mut self.codes).join(", ");
            self.canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
            self.taken = 0;
        }
    }

    /// The corner of the next card.
    fn next_corner(&mut self) -> (f64, f64) {
        if self.taken == self.deck.size.on_a_page() {
            self.finish_page();
        }
        let column = if self.taken.is_multiple_of(2) {
            0.0
        } else {
            1.0
        };
        let row = if self.taken < 2 { 0.0 } else { 1.0 };
        self.taken += 1;
        (column * self.measures.width, row * self.measures.height)
    }

    /// What the cards of a story say, shortened where that is asked.
    fn content(&self, card: &StoryCard) -> Content {
        let of = |most| Content::new(card, most, self.words, self.setter);
        match card.length {
            CardLength::Whole => of(None),
            CardLength::Characters(most) => of(Some(most)),
            CardLength::Cards(most) => self.within(card, most),
        }
    }

    /// As much of a story as takes no more than so many cards, or no more than the shortest text takes.
    fn within(&self, card: &StoryCard, most: usize) -> Content {
        let of = |most| Content::new(card, most, self.words, self.setter);
        let whole = of(None);
        let few = most.max(self.fewest(&of(Some(LEAST_CHARACTERS))));
        if self.fewest(&whole) <= few {
            return whole;
        }
        // So many characters fit, and so many do not.
        let (mut fits, mut too_many) = (LEAST_CHARACTERS, card.text.chars().count());
        while too_many > fits + 1 {
            let between = usize::midpoint(fits, too_many);
            if self.fewest(&of(Some(between))) <= few {
                fits = between;
            } else {
                too_many = between;
            }
        }
        of(Some(fits))
    }

    /// How many cards it takes with the smallest text.
    fn fewest(&self, content: &Content) -> usize {
        let (_, columns) = self.smallest(&self.heads(content), content);
        columns.len().max(1)
    }

    /// The heads of the first card and of the others.
    fn heads(&self, content: &Content) -> [Head; 2] {
        [false, true].map(|later| Head::new(content, later, self.measures, self.setter))
    }

    /// The heads of the first card and of the others, the size of the text, and what is on each card.
    fn columns(&self, content: &mut Content) -> ([Head; 2], f64, Vec<Column>) {
        let heads = self.heads(content);
        // As few cards as the smallest text takes, and the largest text that takes no more.
        let smallest = self.smallest(&heads, content);
        let few = smallest.1.len();
        let largest = |content: &Content, least: f64| {
            let sizes = self.measures.text.iter();
            let sizes = sizes.filter(|points| **points >= least);
            let tried =
                sizes.map(|points| (*points, self.at_size(*points, few + 1, &heads, content)));
            tried.into_iter().find(|(_, columns)| columns.len() <= few)
        };
        let mut best = largest(content, 0.0).unwrap_or(smallest);
        if few > 1 {
            // The answers together on cards of their own, where that costs no card and hardly any size.
            content.flow.starts = Starts::Main;
            match largest(content, best.0 - APART_POINTS) {
                Some(apart) => best = apart,
                None => content.flow.starts = Starts::Nothing,
            }
        }
        let (points, columns) = best;
        (heads, points * POINT, columns)
    }

    /// The smallest size of the text, and what is on each card then.
    fn smallest(&self, heads: &[Head; 2], content: &Content) -> (f64, Vec<Column>) {
        let points = self.measures.text.last().copied().unwrap_or_default();
        (points, self.at_size(points, MOST_CARDS, heads, content))
    }

    /// What is on each card at a size of the text.
    fn at_size(
        &self,
        points: f64,
        most: usize,
        heads: &[Head; 2],
        content: &Content,
    ) -> Vec<Column> {
        let em = points * POINT;
        content.flow.columns(most, self.setter, |index| Frame {
            width: self.measures.width - 2.0 * PAD,
            height: self.measures.height
                - 2.0 * PAD
                - heads[usize::from(index > 0)].height
                - FOOT
                - 2.0 * GAP,
            em,
        })
    }

    fn story(&mut self, card: &StoryCard) {
        let mut content = self.content(card);
        let (heads, em, columns) = self.columns(&mut content);
        let story = self.canvas.node(Role::Section, DOCUMENT);
        let count = columns.len().max(1);
        for index in 0..count {
            let (x, y) = self.next_corner();
            self.codes.push(content.code_says.clone());
            let place = Place {
                x: x + PAD,
                y: y + PAD,
                width: self.measures.width - 2.0 * PAD,
            };
            let (number, total) = ((index + 1).to_string(), count.to_string());
            let places = [("n", number.as_str()), ("total", total.as_str())];
            let part = if index > 0 {
                filled(&self.words.continued, &places)
            } else {
                String::new()
            };
            let head = &heads[usize::from(index > 0)];
            head.draw(&content, &part, place, story, self.setter, &mut self.canvas);
            // Each card is a part of its own, so that it is read in the order in which it lies.
            let mut sections = Sections::default();
            if let Some(column) = columns.get(index) {
                let spot = Spot {
                    place: Place {
                        y: place.y + head.height + GAP,
                        ..place
                    },
                    em,
                    free: 0.0,
                    parent: story,
                };
                let canvas = &mut self.canvas;
                content
                    .flow
                    .draw(column, spot, &mut sections, self.setter, canvas);
            }
            self.foot(index + 1 < count, place, y, story);
        }
        if let Some(last) = columns.last()
            && !content.flow.is_done(last.next)
        {
            let left = content.flow.characters_from(last.next);
            self.canvas
                .warn(crate::page::WarningCode::TextCut, Field::Card, left);
        }
    }

    /// The session at the left, and at the right that the story goes on.
    fn foot(&mut self, goes_on: bool, place: Place, top: f64, story: NodeId) {
        let words = if goes_on {
            self.words.continues.as_str()
        } else {
            ""
        };
        let words = self.setter.prepare(words, Voice::Bold, Colour::INK);
        let band = Area {
            x: place.x,
            y: top + self.measures.height - PAD - FOOT,
            width: place.width,
            height: FOOT,
        };
        let points = (FOOT_POINTS, FOOT_POINTS);
        let spot = (story, Field::Header);
        self.setter.ends(
            [&self.session, &words],
            band,
            points,
            spot,
            &mut self.canvas,
        );
    }
}
