//! What a snapshot is, in a few figures.

use serde::{Deserialize, Serialize};
use stories::{About, Kind, Library};

/// What a snapshot is, in a few figures.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct SnapshotInfo {
    /// What it is.
    pub about: About,
    /// The content hash in hexadecimal.
    pub hash: String,
    /// The number of stories.
    pub stories: u32,
    /// The day that the first story was told, ISO 8601; empty without stories.
    pub first_told: String,
    /// The day that the last story was told, ISO 8601; empty without stories.
    pub last_told: String,
    /// The number of questions that can be counted.
    pub questions: u32,
    /// The number of open questions.
    pub open_questions: u32,
    /// The number of perspectives.
    pub perspectives: u32,
    /// The number of observations in all perspectives.
    pub observations: u32,
}

impl SnapshotInfo {
    pub(crate) fn of(library: &Library, hash: &str) -> Self {
        let told = || library.stories().iter().map(|story| story.told.as_str());
        let open = library
            .questions()
            .iter()
            .filter(|question| question.kind == Kind::Text)
            .count();
        let observations = library
            .perspectives()
            .iter()
            .map(|perspective| perspective.observations.len());
        Self {
            about: library.collection().about.clone(),
            hash: hash.to_owned(),
            stories: library.stories().len() as u32,
            first_told: told().min().unwrap_or_default().to_owned(),
            last_told: told().max().unwrap_or_default().to_owned(),
            questions: (library.questions().len() - open) as u32,
            open_questions: open as u32,
            perspectives: library.perspectives().len() as u32,
            observations: observations.sum::<usize>() as u32,
        }
    }
}
