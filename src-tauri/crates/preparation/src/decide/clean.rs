//! Commands about single stories: verdicts and masks.

use stories::Kind;

use super::check::{gone, once};
use super::{Decide, Decision, when};
use crate::text::{self, filled, line};
use crate::{Command, Event, Mask, MaskPlace, Refusal, StoryPart};

impl Decide<'_> {
    pub(super) fn clean(&self, command: &Command) -> Decision {
        match command {
            Command::Judge { stories, verdict } => {
                self.stories(stories)?;
                let changes = |it: &&_| self.state.verdict(**it) != *verdict;
                let stories: Vec<_> = stories.iter().filter(changes).copied().collect();
                when(!stories.is_empty(), || Event::Judged {
                    stories,
                    verdict: *verdict,
                })
            }
            Command::AcceptMasks { masks, by_hand } => {
                let masks = masks
                    .iter()
                    .map(|it| {
                        Ok(Mask {
                            place: it.place.clone(),
                            words: Some(filled(line(&it.words, text::MASK)?)?),
                            by_hand: *by_hand,
                        })
                    })
                    .collect::<Result<_, Refusal>>()?;
                self.set_masks(masks)
            }
            Command::RejectMasks { places } => {
                let rejected = |place: &MaskPlace| Mask {
                    place: place.clone(),
                    words: None,
                    by_hand: false,
                };
                self.set_masks(places.iter().map(rejected).collect())
            }
            Command::ReopenMasks { places } => {
                once(places)?;
                let there = |it: &&MaskPlace| self.state.mask(it).is_some();
                let places: Vec<_> = places.iter().filter(there).cloned().collect();
                when(!places.is_empty(), || Event::MasksReopened { places })
            }
            Command::Look { stories, looked } => {
                self.stories(stories)?;
                let changes = |it: &&_| self.state.looked(**it) != *looked;
                let stories: Vec<_> = stories.iter().filter(changes).copied().collect();
                when(!stories.is_empty(), || Event::LookedSet {
                    stories,
                    looked: *looked,
                })
            }
            _ => Ok(None),
        }
    }

    fn set_masks(&self, masks: Vec<Mask>) -> Decision {
        let places: Vec<&MaskPlace> = masks.iter().map(|it| &it.place).collect();
        once(&places)?;
        let mut questions = None;
        for place in places {
            self.story(place.story)?;
            if place.from >= place.to {
                return Err(Refusal::Empty);
            }
            if let StoryPart::Answer { question } = &place.part {
                let questions = questions.get_or_insert_with(|| self.state.taken_questions());
                let open =
                    |it: &stories::Question| it.id == *question && matches!(it.kind, Kind::Text);
                if !questions.iter().any(open) {
                    return Err(gone("question"));
                }
            }
        }
        let changes = |it: &Mask| self.state.mask(&it.place) != Some(it);
        let masks: Vec<Mask> = masks.into_iter().filter(changes).collect();
        when(!masks.is_empty(), || Event::MasksSet { masks })
    }
}
