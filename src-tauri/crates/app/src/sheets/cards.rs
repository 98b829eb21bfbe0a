//! Cards with stories.

use ::print::{
    CardAnswer, CardChoice as CardOption, CardDeck, CardLength, CardOpen, CardTake, CardWords,
    Given, StoryCard, lay_out_cards, take_of_cards,
};
use protocol::{CardChoice, CardSize, CardText, Failure, StoryView};
use stories::{Answer, Group, Kind, OptionId, Question, Story, StoryId};

use super::choice::Chosen;
use super::{Document, Press, Sort, defect, words};
use crate::poster;
use crate::reading::Shelf;

/// Of a question with at most so many answers all are printed on a large card, with the chosen one marked. Of one with more, and
/// on a small card, only what was chosen.
const SHOWN: usize = 5;

impl Press<'_> {
    /// The cards of a choice in one file.
    pub(super) fn cards(&self, choice: &CardChoice) -> Result<Vec<Document>, Failure> {
        let shelf = self.needed()?;
        let chosen = self.chosen(shelf, choice)?;
        if chosen.is_empty() {
            return Err(Failure::NotInSnapshot {
                what: self.language.say("sheet_file.cards", &[]),
            });
        }
        let deck = self.deck(shelf, choice, &chosen)?;
        let laid_out = lay_out_cards(&deck, &self.card_words()?).map_err(|error| defect(&error))?;
        Ok(vec![self.document(Sort::Cards, laid_out, &[])])
    }

    /// What becomes of the stories on their cards, in the order of `chosen`.
    pub(super) fn takes(
        &self,
        shelf: &Shelf,
        choice: &CardChoice,
        chosen: &[Chosen],
    ) -> Result<Vec<CardTake>, Failure> {
        if chosen.is_empty() {
            return Ok(Vec::new());
        }
        let deck = self.deck(shelf, choice, chosen)?;
        take_of_cards(&deck, &self.card_words()?).map_err(|error| defect(&error))
    }

    fn card_words(&self) -> Result<CardWords, Failure> {
        CardWords::from_lookup(words(self.language)).map_err(|error| defect(&error))
    }

    fn deck(
        &self,
        shelf: &Shelf,
        choice: &CardChoice,
        chosen: &[Chosen],
    ) -> Result<CardDeck, Failure> {
        let session = self.session()?;
        let shown = match choice.size {
            CardSize::A5 => SHOWN,
            CardSize::A6 => 0,
        };
        let card = |chosen: &Chosen| {
            let view = self.story(chosen.story)?;
            let story = shelf.library().story(chosen.story)?;
            let length = length(choice, story.id);
            Some(card(shelf, story, view, length, shown))
        };
        let region = poster::region_words(session, self.language);
        let day = poster::day_words(session, self.language);
        Ok(CardDeck {
            language: poster::printed(self.language),
            size: match choice.size {
                CardSize::A5 => ::print::CardSize::A5,
                CardSize::A6 => ::print::CardSize::A6,
            },
            session: [region, day]
                .join(" · ")
                .trim_matches([' ', '·'])
                .to_owned(),
            cards: chosen.iter().filter_map(card).collect(),
        })
    }
}

fn number(most: u32) -> usize {
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// How much of a story is printed.
fn length(choice: &CardChoice, story: StoryId) -> CardLength {
    let own = choice.texts.iter().rev().find(|own| own.story == story);
    match own.map_or(choice.text, |own| own.text) {
        CardText::Whole => CardLength::Whole,
        CardText::Characters(most) => CardLength::Characters(number(most)),
        CardText::Cards(most) => CardLength::Cards(number(most)),
    }
}

fn card(
    shelf: &Shelf,
    story: &Story,
    view: StoryView,
    length: CardLength,
    shown: usize,
) -> StoryCard {
    let open = view.open.into_iter().map(|open| CardOpen {
        question: open.label,
        answer: open.text,
    });
    let answers = shelf
        .library()
        .questions()
        .iter()
        .filter(|question| question.group != Group::Background)
        .filter_map(|question| {
            Some(CardAnswer {
                question: question.short.clone(),
                given: given(question, story.answers.get(&question.id)?, shown)?,
            })
        });
    StoryCard {
        story: story.id,
        title: view.title,
        // Cards go from hand to hand and home: as a quote on a poster they name no region.
        teller: view.quoted.join(" · "),
        text: view.text,
        length,
        open: open.collect(),
        answers: answers.collect(),
    }
}

/// What could be answered, and what was; `None` for an open answer.
fn given(question: &Question, answer: &Answer, shown: usize) -> Option<Given> {
    let choices = |chosen: &dyn Fn(&OptionId) -> bool| {
        let all = question.choices();
        let option = |choice: &stories::Choice| CardOption {
            label: choice.label.clone(),
            chosen: chosen(&choice.id),
        };
        let options = all.iter().map(option);
        Given::Choices(if all.len() <= shown {
            options.collect()
        } else {
            options.filter(|option| option.chosen).collect()
        })
    };
    match (answer, &question.kind) {
        (Answer::Choice(one), _) => Some(choices(&|option| option == one)),
        (Answer::Several(several), _) => Some(choices(&|option| several.contains(option))),
        (Answer::Slider(value), Kind::Slider { left, right }) => Some(Given::Slider {
            left: left.clone(),
            right: right.clone(),
            value: *value,
        }),
        (Answer::Slider(_) | Answer::Text(_), _) => None,
    }
}
