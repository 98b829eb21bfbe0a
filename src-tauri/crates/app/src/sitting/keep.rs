//! What a session keeps of its snapshot, so that posters and a report can be made when the snapshot is gone.

use protocol::SetView;
use serde::{Deserialize, Serialize};
use stories::{OptionId, StoryId};
use workshop::{Event, Origin};

use crate::reading::Shelf;

/// The perspective set as it was, with its charts.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct KeptSet {
    /// The perspectives with their charts over all stories.
    pub perspectives: Vec<SetView>,
    /// The role types with their words.
    pub voices: Vec<(OptionId, String)>,
}

/// The key of a kept story.
pub(super) fn story_key(story: StoryId) -> String {
    format!("story/{}", story.0)
}

/// The perspective set, to be kept.
pub(super) fn set(shelf: &Shelf) -> Option<(String, Vec<u8>)> {
    let set = KeptSet {
        perspectives: shelf.view().perspectives.clone(),
        voices: shelf.voices(),
    };
    serde_json::to_vec(&set)
        .ok()
        .map(|value| ("set".to_owned(), value))
}

/// The story that an event quotes, to be kept.
pub(super) fn story(event: &Event, shelf: &Shelf) -> Option<(String, Vec<u8>)> {
    let story = match event {
        Event::NoteAdded {
            origin: Origin::Story { story, .. },
            ..
        }
        | Event::TouchedSet {
            touched: Some(Origin::Story { story, .. }),
            ..
        }
        | Event::StoryKept {
            story, by: Some(_), ..
        } => *story,
        _ => return None,
    };
    let view = shelf.story(story, "").ok()?;
    serde_json::to_vec(&view)
        .ok()
        .map(|value| (story_key(story), value))
}
