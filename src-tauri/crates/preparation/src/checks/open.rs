//! What nobody decided about yet.

use std::collections::BTreeSet;

use stories::StoryId;

use crate::{MaskPlace, State};

/// The stories of these suspicions that nobody decided about, each once.
pub fn open_suspicions(
    state: &State,
    suspected: impl IntoIterator<Item = StoryId>,
) -> BTreeSet<StoryId> {
    suspected
        .into_iter()
        .filter(|it| state.verdict(*it).is_none() && state.source_of(*it).is_some())
        .collect()
}

/// The proposals to mask that nobody decided about, in stories that are not left out. A proposal within a wider mask that was
/// accepted is no longer open.
pub fn open_masks<'a>(
    state: &State,
    proposals: impl IntoIterator<Item = &'a MaskPlace>,
) -> Vec<&'a MaskPlace> {
    proposals
        .into_iter()
        .filter(|it| !state.left_out_story(it.story) && state.source_of(it.story).is_some())
        .filter(|it| state.mask(it).is_none() && !covered(state, it))
        .collect()
}

/// The stories of these that are not left out and of which nobody looked at the masks, each once.
pub fn unlooked(state: &State, stories: impl IntoIterator<Item = StoryId>) -> BTreeSet<StoryId> {
    stories
        .into_iter()
        .filter(|it| {
            !state.looked(*it) && !state.left_out_story(*it) && state.source_of(*it).is_some()
        })
        .collect()
}

fn covered(state: &State, place: &MaskPlace) -> bool {
    state.masks_of(place.story).any(|it| {
        it.words.is_some()
            && it.place.part == place.part
            && it.place.from <= place.from
            && place.to <= it.place.to
    })
}
