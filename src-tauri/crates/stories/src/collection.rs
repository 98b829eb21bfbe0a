//! Everything that a snapshot holds, as values.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use crate::{Perspective, Question, QuestionId, Story};

/// All that a snapshot holds, as it is written and read.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Collection {
    /// What this snapshot is.
    pub about: About,
    /// In the order of the questionnaire.
    pub questions: Vec<Question>,
    /// In the order of their numbers.
    pub stories: Vec<Story>,
    /// The perspective set, in the order of the preparer.
    pub perspectives: Vec<Perspective>,
}

/// What a snapshot is, in a few words.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct About {
    /// The name, such as 'Passend onderwijs, ronde 2'.
    pub name: String,
    /// The theme in one sentence.
    pub theme: String,
    /// The name of the perspective set, such as 'ronde 2'.
    pub set: String,
    /// Where the stories come from and what was done to them.
    pub provenance: String,
    /// The day it was made, ISO 8601.
    pub made: String,
    /// Which questions the program itself makes use of.
    pub uses: Uses,
}

/// The questions that the program itself makes use of, beside showing them; each may be missing from a snapshot.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Uses {
    /// The role type of the teller (five choices): whose voice it is.
    pub voice: Option<QuestionId>,
    /// The sort of education.
    pub education: Option<QuestionId>,
    /// The region.
    pub region: Option<QuestionId>,
    /// The feeling that stayed.
    pub feeling: Option<QuestionId>,
    /// The slider 'Was this an example of good education?'.
    pub good: Option<QuestionId>,
    /// The role of the teller, in full (15 choices or more).
    pub role: Option<QuestionId>,
}

/// Why a collection does not hold together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum CollectionError {
    /// Two things have one id.
    #[error("the id {0} occurs twice")]
    Twice(String),
    /// Something refers to a thing that is not there.
    #[error("{from} refers to {to}, which is not there")]
    Missing {
        /// What refers.
        from: String,
        /// What is not there.
        to: String,
    },
    /// An answer or condition does not fit the kind of its question.
    #[error("{0} does not fit the kind of its question")]
    Kind(String),
    /// An observation has fewer than two interpretations.
    #[error("observation {0} has fewer than two interpretations")]
    Rivals(String),
    /// Stories are not in the order of their numbers.
    #[error("{0} is not in the order of the numbers")]
    Order(String),
    /// A range, a number of choices or a short name is out of bounds.
    #[error("{0} is out of bounds")]
    Bounds(String),
}
