//! What several rules ask: is it there, is it named once.

use std::mem::discriminant;

use stories::{
    CollectionError, Condition, Filter, Kind, ObservationId, PerspectiveId, Question, QuestionId,
    StoryId, Uses,
};

use super::Decide;
use crate::build::questions_alone;
use crate::text::{is_given_id, is_id};
use crate::{DraftObservation, DraftPerspective, Key, PatternKey, Refusal};

/// The refusal for what is not there.
pub(super) fn gone(what: &str) -> Refusal {
    Refusal::Gone {
        what: what.to_owned(),
    }
}

/// Refuses a number out of its bounds.
pub(super) fn within(number: impl Into<i64>, least: i32, most: i32) -> Result<(), Refusal> {
    let fits = (i64::from(least)..=i64::from(most)).contains(&number.into());
    if fits {
        Ok(())
    } else {
        Err(Refusal::OutOfBounds { least, most })
    }
}

/// Refuses a list that names something twice.
pub(super) fn once<T: Ord>(all: &[T]) -> Result<(), Refusal> {
    let mut sorted: Vec<&T> = all.iter().collect();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        Err(Refusal::Twice)
    } else {
        Ok(())
    }
}

/// Refuses a list that is not another one in some order.
pub(super) fn same_set<T: Ord>(one: &[T], other: &[T]) -> Result<(), Refusal> {
    let sorted = |all: &[T]| -> Vec<usize> {
        let mut places: Vec<usize> = (0..all.len()).collect();
        places.sort_unstable_by(|a, b| all[*a].cmp(&all[*b]));
        places
    };
    let (a, b) = (sorted(one), sorted(other));
    if a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| one[*a] == other[*b]) {
        Ok(())
    } else {
        Err(Refusal::NotAll)
    }
}

/// Refuses questions that hold together badly: ids twice, too many options.
pub(super) fn sound(questions: &[Question]) -> Result<(), Refusal> {
    let ids = |it: &Question| {
        is_given_id(&it.id.0) && it.choices().iter().all(|it| is_given_id(&it.id.0))
    };
    if !questions.iter().all(ids) {
        return Err(Refusal::BadId);
    }
    questions_alone(questions.to_vec(), Uses::default())
        .map(drop)
        .map_err(|error| match error {
            CollectionError::Bounds(question) => Refusal::TooManyOptions { question },
            CollectionError::Twice(_)
            | CollectionError::Missing { .. }
            | CollectionError::Kind(_)
            | CollectionError::Rivals(_)
            | CollectionError::Order(_) => Refusal::Twice,
        })
}

/// Refuses conditions that do not fit these questions.
pub(super) fn conditions(questions: &[Question], all: &[Condition]) -> Result<(), Refusal> {
    let filter = Filter {
        conditions: all.to_vec(),
        ..Filter::default()
    };
    questions_alone(questions.to_vec(), Uses::default())
        .and_then(|library| library.check_filter(&filter))
        .map_err(|_| Refusal::BadRule)
}

/// Whether two questions have the same kind.
pub(super) fn same_kind(one: &Kind, other: &Kind) -> bool {
    discriminant(one) == discriminant(other)
}

/// A pattern with its questions in order.
pub(super) fn pattern(given: &PatternKey) -> Result<PatternKey, Refusal> {
    let key = PatternKey::of(
        (given.one.clone(), given.one_option.clone()),
        (given.other.clone(), given.other_option.clone()),
        given.within.clone(),
    );
    let all = [&key.one, &key.other].into_iter().chain(&key.within);
    let mut options = key.one_option.iter().chain(&key.other_option);
    if !all.clone().all(|it| is_given_id(&it.0)) || !options.all(|it| is_given_id(&it.0)) {
        return Err(Refusal::BadId);
    }
    once(&all.collect::<Vec<_>>()).map_err(|_| Refusal::BadPattern)?;
    Ok(key)
}

impl<'a> Decide<'a> {
    /// Refuses an id that is none, or that is or was in use.
    pub(super) fn new_id(&self, id: &str, key: &Key) -> Result<(), Refusal> {
        if is_id(id) && !self.state.entities.ever(key) {
            Ok(())
        } else {
            Err(Refusal::BadId)
        }
    }

    /// Refuses stories of no source, or twice the same.
    pub(super) fn stories(&self, stories: &[StoryId]) -> Result<(), Refusal> {
        once(stories)?;
        stories.iter().try_for_each(|it| self.story(*it))
    }

    pub(super) fn story(&self, story: StoryId) -> Result<(), Refusal> {
        self.state
            .source_of(story)
            .map(drop)
            .ok_or_else(|| gone("story"))
    }

    /// Refuses questions that are neither taken in nor derived, or twice the same.
    pub(super) fn known(&self, questions: &[QuestionId]) -> Result<(), Refusal> {
        once(questions)?;
        let taken = self.state.taken_questions();
        let there = |id: &QuestionId| {
            taken.iter().any(|it| it.id == *id) || self.state.derived(id).is_some()
        };
        if questions.iter().all(there) {
            Ok(())
        } else {
            Err(gone("question"))
        }
    }

    pub(super) fn question(&self, id: &QuestionId) -> Result<Question, Refusal> {
        self.state.question(id).ok_or_else(|| gone("question"))
    }

    pub(super) fn observation(&self, id: &ObservationId) -> Result<&'a DraftObservation, Refusal> {
        self.state
            .observation(id)
            .ok_or_else(|| gone("observation"))
    }

    /// Refuses observations that are not there, or twice the same.
    pub(super) fn observations(&self, ids: &[ObservationId]) -> Result<(), Refusal> {
        once(ids)?;
        ids.iter().try_for_each(|id| self.observation(id).map(drop))
    }

    pub(super) fn perspective(&self, id: &PerspectiveId) -> Result<&'a DraftPerspective, Refusal> {
        self.state
            .perspective(id)
            .ok_or_else(|| gone("perspective"))
    }
}
