//! Cards with stories.

use ::print::{
    CardAnswer, CardChoice as CardOption, CardDeck, CardOpen, CardWords, Given, StoryCard,
    lay_out_cards,
};
use protocol::{CardChoice, CardSize, Failure, StoryView};
use stories::{Answer, Group, Kind, OptionId, Question, Story};

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
        let session = self.session()?;
        let most = choice.cut.and_then(|cut| usize::try_from(cut).ok());
        let shown = match choice.size {
            CardSize::A5 => SHOWN,
            CardSize::A6 => 0,
        };
        let card = |chosen: super::choice::Chosen| {
            let view = self.story(chosen.story)?;
            let story = shelf.library().story(chosen.story)?;
            Some(card(shelf, story, view, most, shown))
        };
        let chosen = self.chosen(shelf, choice)?;
        let region = poster::region_words(session, self.language);
        let day = poster::day_words(session, self.language);
        let deck = CardDeck {
            language: poster::printed(self.language),
            size: match choice.size {
                CardSize::A5 => ::print::CardSize::A5,
                CardSize::A6 => ::print::CardSize::A6,
            },
            session: [region, day]
                .join(" · ")
                .trim_matches([' ', '·'])
                .to_owned(),
            cards: chosen.into_iter().filter_map(card).collect(),
        };
        if deck.cards.is_empty() {
            return Err(Failure::NotInSnapshot {
                what: self.language.say("sheet_file.cards", &[]),
            });
        }
        let words = CardWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let laid_out = lay_out_cards(&deck, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.document(Sort::Cards, laid_out, &[])])
    }
}

fn card(
    shelf: &Shelf,
    story: &Story,
    view: StoryView,
    most: Option<usize>,
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
        most_characters: most,
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
