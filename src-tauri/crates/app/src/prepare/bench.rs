//! What the stories that stay come to at one moment: the library as it would be published, and every evaluation that was asked of it.
//! It is worked out anew when a decision changes it, which takes less time than anybody notices.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use patterns::{Evaluation, Options, evaluate, evaluate_within};
use preparation::{BuildError, Charts, LogLine, Misfit, State, build_draft};
use protocol::{Failure, QuestionsView};
use snapshot::Snapshot;
use stories::{Filter, Library, QuestionId};

use super::source::Sources;
use crate::desk::lock;
use crate::reading::Shelf;

/// So many evaluations are remembered.
const REMEMBERED: usize = 12;

/// What the stories that stay come to.
pub(crate) struct Bench {
    /// The library for reading and charts; without perspectives, which change all the time and are looked up in the state.
    pub shelf: Shelf,
    /// What was done to the stories.
    pub log: Vec<LogLine>,
    /// To follow charts to the questions as they are now.
    pub charts: Charts,
    /// Masks that do not fit their text.
    pub misfits: Vec<Misfit>,
    /// The questions with how often each answer was given, once somebody asked.
    pub(super) questions: OnceLock<QuestionsView>,
    evaluations: Mutex<Vec<(Asked, Arc<Evaluation>)>>,
}

type Asked = (Filter, Option<QuestionId>);

impl Bench {
    pub(super) fn of(path: &Path, state: &State, sources: &Sources) -> Result<Self, Failure> {
        let built = build_draft(state, &sources.raw).map_err(|error| cannot_build(&error))?;
        let mut collection = built.collection;
        collection.perspectives.clear();
        let snapshot = Snapshot::draft(collection).map_err(|error| Failure::CannotBuild {
            detail: error.to_string(),
        })?;
        Ok(Self {
            shelf: Shelf::new(path.to_owned(), snapshot),
            log: built.log,
            charts: Charts::new(state),
            misfits: built.misfits,
            questions: OnceLock::new(),
            evaluations: Mutex::default(),
        })
    }

    pub fn library(&self) -> &Library {
        self.shelf.library()
    }

    /// All patterns of a selection; of three questions where a third is given.
    pub fn evaluation(&self, filter: &Filter, third: Option<&QuestionId>) -> Arc<Evaluation> {
        let asked = (filter.clone(), third.cloned());
        let known = lock(&self.evaluations)
            .iter()
            .find(|(known, _)| *known == asked)
            .map(|(_, evaluation)| Arc::clone(evaluation));
        if let Some(known) = known {
            return known;
        }
        let options = Options::default();
        let fresh = Arc::new(match third {
            None => evaluate(self.library(), filter, &options),
            Some(third) => evaluate_within(self.library(), filter, third, &options),
        });
        let mut all = lock(&self.evaluations);
        if all.len() == REMEMBERED {
            all.remove(0);
        }
        all.push((asked, Arc::clone(&fresh)));
        fresh
    }
}

/// Why nothing could be made of a draft.
pub(super) fn cannot_build(error: &BuildError) -> Failure {
    Failure::CannotBuild {
        detail: error.to_string(),
    }
}
