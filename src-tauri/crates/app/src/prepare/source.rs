//! The stories as they were taken in: kept in the draft's file, never changed.

use std::collections::BTreeMap;

use intake::{Rejected, Remark, TakenRow, Unmapped};
use preparation::{Raw, RawSource, SourceId, State};
use protocol::Failure;
use serde::{Deserialize, Serialize};
use stories::{Story, StoryId};

use super::book::Book;

/// Before the id of a source in the key of what is kept of it.
const KEY: &str = "source/";

/// All that is kept of an export. It may name who answered, so that a teller can be found who wants a story back; that never leaves
/// the draft.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Kept {
    pub stories: Vec<Story>,
    pub about: About,
}

/// What is kept of an export beside its stories.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct About {
    pub rows: Vec<TakenRow>,
    pub rejected: Vec<Rejected>,
    pub unmapped: Vec<Unmapped>,
    pub remarks: Vec<Remark>,
}

/// What was taken in, of every export that ever was: undo may bring one back.
#[derive(Debug, Default)]
pub(super) struct Sources {
    pub raw: Raw,
    about: BTreeMap<SourceId, About>,
}

/// The key under which an export is kept.
pub(super) fn key(id: &SourceId) -> String {
    format!("{KEY}{id}")
}

impl Sources {
    pub fn read(book: &Book) -> Result<Self, Failure> {
        let mut sources = Self::default();
        for key in book.kept_keys()? {
            let (Some(id), Some(bytes)) = (key.strip_prefix(KEY), book.kept(&key)?) else {
                continue;
            };
            let kept = serde_json::from_slice(&bytes).map_err(|error| Failure::Defect {
                trace: format!("source {id}: {error}"),
            })?;
            sources.add(id.into(), kept);
        }
        Ok(sources)
    }

    /// The same with one more.
    pub fn with(&self, id: SourceId, kept: Kept) -> Self {
        let mut next = Self {
            raw: self.raw.clone(),
            about: self.about.clone(),
        };
        next.add(id, kept);
        next
    }

    fn add(&mut self, id: SourceId, kept: Kept) {
        self.about.insert(id.clone(), kept.about);
        self.raw.sources.push(RawSource {
            id,
            stories: kept.stories,
        });
    }

    /// The stories of a source as they were taken in, numbered within it.
    pub fn stories_of(&self, id: &SourceId) -> &[Story] {
        let found = self.raw.sources.iter().find(|it| it.id == *id);
        found.map(|it| it.stories.as_slice()).unwrap_or_default()
    }

    /// What is kept of a source beside them.
    pub fn about(&self, id: &SourceId) -> Option<&About> {
        self.about.get(id)
    }

    /// A story as it was taken in, by its number in the draft.
    pub fn story(&self, state: &State, id: StoryId) -> Option<&Story> {
        let source = state.source_of(id)?;
        let raw = self.raw.sources.iter().find(|it| it.id == source.id)?;
        let within = StoryId(id.0.checked_sub(source.offset)?);
        let nth = raw
            .stories
            .binary_search_by_key(&within, |story| story.id)
            .ok()?;
        raw.stories.get(nth)
    }

    /// All stories of the sources that are in the work, as they were taken in, with their numbers in the draft.
    pub fn stories<'a>(&'a self, state: &'a State) -> impl Iterator<Item = (StoryId, &'a Story)> {
        state.sources().into_iter().flat_map(move |source| {
            let raw = self.raw.sources.iter().find(|it| it.id == source.id);
            let stories = raw.map(|it| it.stories.as_slice()).unwrap_or_default();
            stories
                .iter()
                .map(move |story| (StoryId(source.offset + story.id.0), story))
        })
    }
}
