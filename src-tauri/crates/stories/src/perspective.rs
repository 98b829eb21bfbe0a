//! Perspectives: bundles of observations, each with rival interpretations.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ChartSpec, InterpretationId, ObservationId, PerspectiveId, StoryId};

/// One way to look at the theme: a named, coherent bundle of observations with supporting stories.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Perspective {
    /// The id, such as `p4`.
    pub id: PerspectiveId,
    /// The full name.
    pub name: String,
    /// A name of at most 32 characters, for lists and chips.
    pub short: String,
    /// The question that links its observations.
    pub question: String,
    /// Three to six observations, in the order of the preparer.
    pub observations: Vec<Observation>,
    /// Eight to twelve stories that fit, the best first.
    pub support: Vec<StoryId>,
}

/// One neutral sentence that says what is seen in a pattern, with its chart.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Observation {
    /// The id, such as `p4.o1`.
    pub id: ObservationId,
    /// What is seen; neutral, no cause, no judgement.
    pub text: String,
    /// How the chart is made from the answers.
    pub chart: ChartSpec,
    /// At least two, of which at least two strongly differ.
    pub interpretations: Vec<Interpretation>,
}

/// A possible explanation of an observation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Interpretation {
    /// The id, such as `p4.o1.a`.
    pub id: InterpretationId,
    /// The explanation, in plain words.
    pub text: String,
}
