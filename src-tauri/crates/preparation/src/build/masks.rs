//! Masking: names leave the texts. A name that two masks touch goes as a whole.

use stories::{Answer, QuestionId, Story, StoryId};

use super::Misfit;
use super::log::Log;
use crate::{Mask, State, StoryPart};

/// The texts of a story that masks changed.
#[derive(Default)]
pub(super) struct Masked {
    texts: Vec<(StoryPart, String)>,
}

impl Masked {
    pub(super) fn title(&self, story: &Story) -> String {
        self.of(&StoryPart::Title, &story.title)
    }

    pub(super) fn text(&self, story: &Story) -> String {
        self.of(&StoryPart::Text, &story.text)
    }

    pub(super) fn answer(&self, question: &QuestionId, raw: &str) -> String {
        if self.texts.is_empty() {
            return raw.to_owned();
        }
        let part = StoryPart::Answer {
            question: question.clone(),
        };
        self.of(&part, raw)
    }

    fn of(&self, part: &StoryPart, raw: &str) -> String {
        self.texts
            .iter()
            .find(|(it, _)| it == part)
            .map_or_else(|| raw.to_owned(), |(_, text)| text.clone())
    }
}

/// One text of a story without what is masked, for a screen that shows it: `raw` is that text as it was taken in. Masks that do
/// not fit are left out.
pub fn masked(state: &State, story: StoryId, part: &StoryPart, raw: &str) -> String {
    let accepted: Vec<&Mask> = state
        .masks_of(story)
        .filter(|it| it.place.part == *part && it.words.is_some() && fits(raw, it))
        .collect();
    replaced(raw, &accepted)
}

/// The texts of a story without what is masked. Masks that do not fit are added to `misfits`.
pub(super) fn mask(
    state: &State,
    id: StoryId,
    story: &Story,
    misfits: &mut Vec<Misfit>,
    log: &mut Log,
) -> Masked {
    let mut masked = Masked::default();
    let accepted: Vec<&Mask> = state.masks_of(id).filter(|it| it.words.is_some()).collect();
    for group in accepted.chunk_by(|one, other| one.place.part == other.place.part) {
        let Some(part) = group.first().map(|it| &it.place.part) else {
            continue;
        };
        let raw = raw_text(story, part).unwrap_or_default();
        let (fit, wrong): (Vec<&Mask>, Vec<&Mask>) = group.iter().partition(|it| fits(raw, it));
        misfits.extend(wrong.into_iter().map(|it| Misfit {
            place: it.place.clone(),
        }));
        for one in &fit {
            log.masked(one);
        }
        masked.texts.push((part.clone(), replaced(raw, &fit)));
    }
    masked
}

/// A text of a story as it was taken in.
fn raw_text<'a>(story: &'a Story, part: &StoryPart) -> Option<&'a str> {
    match part {
        StoryPart::Title => Some(&story.title),
        StoryPart::Text => Some(&story.text),
        StoryPart::Answer { question } => match story.answers.get(question)? {
            Answer::Text(text) => Some(text),
            Answer::Choice(_) | Answer::Several(_) | Answer::Slider(_) => None,
        },
    }
}

/// Whether a mask covers whole characters of a text.
fn fits(raw: &str, mask: &Mask) -> bool {
    raw.get(mask.place.from as usize..mask.place.to as usize)
        .is_some_and(|it| !it.is_empty())
}

/// A text with masks instead of what they cover. Masks that overlap become one, with the words of the first and longest.
fn replaced(raw: &str, masks: &[&Mask]) -> String {
    let mut spans: Vec<(usize, usize, &str)> = masks
        .iter()
        .map(|it| {
            let words = it.words.as_deref().unwrap_or_default();
            (it.place.from as usize, it.place.to as usize, words)
        })
        .collect();
    spans.sort_by_key(|(from, to, _)| (*from, std::cmp::Reverse(*to)));
    let mut text = String::with_capacity(raw.len());
    let mut done = 0;
    for (from, to, words) in spans {
        if from >= done {
            text.push_str(raw.get(done..from).unwrap_or_default());
            text.push_str(words);
        }
        done = done.max(to);
    }
    text.push_str(raw.get(done..).unwrap_or_default());
    text
}
