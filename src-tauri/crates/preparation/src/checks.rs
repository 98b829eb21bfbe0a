//! What stands between the work and publishing, and what is worth another look.

mod open;
mod perspectives;
mod work;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, PerspectiveId, QuestionId};
use ts_rs::TS;

use crate::{Lists, State};

pub use open::{open_masks, open_suspicions, unlooked};

/// What the checks need to know beside the state.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Facts {
    /// How many stories are published.
    pub stories: u32,
    /// How many suspicions nobody decided about; see [`open_suspicions`].
    pub suspicions: u32,
    /// How many proposals to mask nobody decided about; see [`open_masks`].
    pub masks: u32,
    /// Of how many stories with proposals nobody looked at the masks; see [`unlooked`].
    pub unlooked: u32,
    /// How many masks do not fit their text; those of [`Built::misfits`](crate::Built::misfits).
    pub misfits: u32,
    /// The word lists of the language of the work.
    pub lists: Lists,
}

/// One thing to do, or to look at.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "PublishCheck")]
pub struct Check {
    /// What. The words stand under `check.` and this.
    pub code: CheckCode,
    /// What to fill in.
    pub params: BTreeMap<String, String>,
    /// Whether nothing is published before this is done.
    pub blocks: bool,
    /// Where it is.
    pub at: At,
}

/// Where something is.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "CheckAt")]
pub enum At {
    /// In the words about the work.
    Work,
    /// At the responses as a whole.
    Stories,
    /// At the masks.
    Masks,
    /// At a question.
    Question {
        /// Which.
        question: QuestionId,
    },
    /// At the perspectives as a whole.
    Perspectives,
    /// In a perspective.
    Perspective {
        /// Which.
        perspective: PerspectiveId,
    },
    /// In an observation.
    Observation {
        /// Which.
        observation: ObservationId,
    },
    /// In an interpretation.
    Interpretation {
        /// Which.
        interpretation: InterpretationId,
    },
}

/// What there is to do, or to look at.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CheckCode {
    /// There are no stories.
    NoStories,
    /// Suspicions are open.
    OpenSuspicions,
    /// Proposals to mask are open.
    OpenMasks,
    /// Nobody looked at the masks of some stories.
    NotLooked,
    /// Masks do not fit their texts.
    MisfitMasks,
    /// The name is missing.
    NoName,
    /// The theme is missing.
    NoTheme,
    /// The name of the set is missing.
    NoSet,
    /// It does not say where the stories come from.
    NoProvenance,
    /// The program does not know which question tells something that it makes use of; `use` says what, such as `voice`.
    UseNotSet,
    /// The program is to make use of a question that is left out or gone.
    UseGone,
    /// There are no perspectives.
    NoPerspectives,
    /// Fewer than eight perspectives.
    FewPerspectives,
    /// More than twelve perspectives.
    ManyPerspectives,
    /// A perspective has no name.
    PerspectiveNoName,
    /// A perspective has no short name.
    PerspectiveNoShort,
    /// A short name has more than 32 characters.
    ShortTooLong,
    /// A perspective has no linking question.
    NoLinkingQuestion,
    /// A perspective has no finished observation.
    NoObservations,
    /// Fewer than three observations in a perspective.
    FewObservations,
    /// More than six observations in a perspective.
    ManyObservations,
    /// Fewer than eight supporting stories.
    FewSupport,
    /// More than twelve supporting stories.
    ManySupport,
    /// A supporting story is left out.
    SupportLeftOut,
    /// An observation says nothing.
    ObservationNoText,
    /// An observation has no chart.
    ObservationNoChart,
    /// The chart of an observation no longer fits the questions; `what` says where.
    ChartDoesNotFit,
    /// An observation has fewer than two interpretations.
    FewInterpretations,
    /// An observation belongs to no perspective, and will not be published.
    ObservationLoose,
    /// Two interpretations say the same.
    SameInterpretations,
    /// A word in an observation judges.
    JudgingWord,
    /// A word in an observation names a cause.
    CausalWord,
    /// A text is hard to read.
    HardText,
}

/// All that is to be done before publishing, and all that is worth another look: first what is about the whole, then by perspective.
pub fn checks(state: &State, facts: &Facts) -> Vec<Check> {
    let mut found = Found(Vec::new());
    work::check(state, facts, &mut found);
    perspectives::check(state, facts, &mut found);
    found.0
}

/// What was found so far.
struct Found(Vec<Check>);

impl Found {
    /// Something that must be done.
    fn blocks(&mut self, code: CheckCode, at: At, params: &[(&str, &str)]) {
        self.add(code, at, params, true);
    }

    /// Something to look at.
    fn points(&mut self, code: CheckCode, at: At, params: &[(&str, &str)]) {
        self.add(code, at, params, false);
    }

    fn add(&mut self, code: CheckCode, at: At, params: &[(&str, &str)], blocks: bool) {
        self.0.push(Check {
            code,
            params: params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            blocks,
            at,
        });
    }
}
