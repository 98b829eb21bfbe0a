//! Which stories come on cards.

use std::collections::BTreeMap;

use ::print::CardTake;
use protocol::{CardChoice, CardStory, Failure, SetView};
use stories::{Answer, OptionId, PerspectiveId, ReadingOrder, Story, StoryId};
use workshop::State;

use super::Press;
use super::laid_out::count;
use crate::reading::Shelf;

/// Up to so many words a story is short, and up to so many it is of middle length, as on the screens.
const LENGTHS: [usize; 2] = [99, 250];

/// A story for a card, with the perspectives that it supports among those that are meant.
pub(super) struct Chosen {
    pub story: StoryId,
    pub perspectives: Vec<String>,
    pub own_region: bool,
}

impl Press<'_> {
    /// The stories that a choice comes down to, for a screen.
    pub(crate) fn card_stories(&self, choice: &CardChoice) -> Result<Vec<CardStory>, Failure> {
        let shelf = self.needed()?;
        let chosen = self.chosen(shelf, choice)?;
        let takes = self.takes(shelf, choice, &chosen)?;
        let story = |(chosen, take): (Chosen, CardTake)| {
            Some(CardStory {
                story: shelf.line(chosen.story, "")?,
                perspectives: chosen.perspectives,
                own_region: chosen.own_region,
                cards: count(take.cards),
                least: count(take.least),
                most: count(take.most),
                shortened: take.shortened,
            })
        };
        Ok(chosen.into_iter().zip(takes).filter_map(story).collect())
    }

    /// The stories on the cards: those of the first perspective, those of the next, and then who came in by hand; each once.
    pub(super) fn chosen(
        &self,
        shelf: &Shelf,
        choice: &CardChoice,
    ) -> Result<Vec<Chosen>, Failure> {
        let meant = self.meant(&choice.perspectives, choice.table)?;
        let own = self.session()?.own_region.clone();
        let mut ids: Vec<StoryId> = Vec::new();
        for set in &meant {
            for id in spread(shelf, set, choice, own.as_ref(), &ids) {
                ids.push(id);
            }
        }
        for id in &choice.add {
            if shelf.library().story(*id).is_none() {
                return Err(Failure::NotInSnapshot {
                    what: id.0.to_string(),
                });
            }
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        let chosen = |id: StoryId| {
            let supported = meant.iter().filter(|set| set.support.contains(&id));
            Chosen {
                story: id,
                perspectives: supported.map(|set| set.code.clone()).collect(),
                own_region: shelf
                    .library()
                    .story(id)
                    .is_some_and(|story| is_own(shelf, story, own.as_ref())),
            }
        };
        Ok(ids.into_iter().map(chosen).collect())
    }

    /// The perspectives that are meant, in the order of the set: those that are named, otherwise those that the table or the tables
    /// chose, and all where none is chosen yet.
    pub(super) fn meant(
        &self,
        named: &[PerspectiveId],
        table: Option<workshop::TableId>,
    ) -> Result<Vec<&SetView>, Failure> {
        let set = self.perspectives();
        if let Some(missing) = named.iter().find(|id| set.iter().all(|it| it.id != **id)) {
            return Err(Failure::NotInSnapshot {
                what: missing.0.clone(),
            });
        }
        if let Some(table) = table {
            self.tables(&[table])?;
        }
        let wanted = match named {
            [] => chosen_by(&self.state, table),
            named => named.to_vec(),
        };
        let meant = |it: &&SetView| wanted.is_empty() || wanted.contains(&it.id);
        Ok(set.iter().filter(meant).collect())
    }
}

/// The perspectives that a table chose, or that any table chose.
fn chosen_by(state: &State, table: Option<workshop::TableId>) -> Vec<PerspectiveId> {
    let of = |it: &&workshop::Table| table.is_none_or(|table| it.id == table);
    let tables = state.tables().filter(of);
    tables.flat_map(|it| it.chosen.iter().cloned()).collect()
}

/// The supporting stories of a perspective for cards. The own region goes before everything; then each next story is the one whose
/// voice, and after that whose length, was taken least so far, so that a few cards still bring different people to the table. What
/// is on a card already counts as taken.
fn spread(
    shelf: &Shelf,
    set: &SetView,
    choice: &CardChoice,
    own: Option<&OptionId>,
    before: &[StoryId],
) -> Vec<StoryId> {
    let library = shelf.library();
    let most = match choice.each {
        0 => usize::MAX,
        each => usize::from(each),
    };
    let fits = |story: &&Story| {
        !choice.remove.contains(&story.id)
            && choice
                .max_words
                .is_none_or(|most| story.words() <= most as usize)
            && (choice.voices.is_empty()
                || shelf
                    .voice(story)
                    .is_some_and(|voice| choice.voices.contains(&voice)))
    };
    let all = library.order(&set.support, own, ReadingOrder::Given);
    let fitting = all
        .into_iter()
        .filter_map(|id| library.story(id))
        .filter(fits);
    let (known, mut left): (Vec<&Story>, Vec<&Story>) =
        fitting.partition(|story| before.contains(&story.id));
    let mut tally = Tally::default();
    for story in known.iter().take(most) {
        tally.take(shelf, story);
    }
    let mut out = Vec::new();
    while known.len() + out.len() < most && !left.is_empty() {
        let key = |story: &Story| (!is_own(shelf, story, own), tally.of(shelf, story));
        let next = (0..left.len()).min_by_key(|at| key(left[*at])).unwrap_or(0);
        let story = left.remove(next);
        tally.take(shelf, story);
        out.push(story.id);
    }
    out
}

/// How often each voice and each length was taken.
#[derive(Default)]
struct Tally {
    voices: BTreeMap<Option<OptionId>, usize>,
    lengths: BTreeMap<usize, usize>,
}

impl Tally {
    fn take(&mut self, shelf: &Shelf, story: &Story) {
        *self.voices.entry(shelf.voice(story)).or_insert(0) += 1;
        *self.lengths.entry(length(story)).or_insert(0) += 1;
    }

    fn of(&self, shelf: &Shelf, story: &Story) -> (usize, usize) {
        let voice = self.voices.get(&shelf.voice(story));
        let length = self.lengths.get(&length(story));
        (voice.copied().unwrap_or(0), length.copied().unwrap_or(0))
    }
}

fn length(story: &Story) -> usize {
    let words = story.words();
    LENGTHS.iter().filter(|bound| words > **bound).count()
}

fn is_own(shelf: &Shelf, story: &Story, own: Option<&OptionId>) -> bool {
    let uses = &shelf.library().collection().about.uses;
    let answer = uses.region.as_ref().and_then(|id| story.answers.get(id));
    matches!((answer, own), (Some(Answer::Choice(option)), Some(own)) if option == own)
}
