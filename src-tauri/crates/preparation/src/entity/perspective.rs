//! Observations and perspectives while they are being written.

use serde::{Deserialize, Serialize};
use stories::{ChartSpec, Interpretation, ObservationId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::PatternKey;

/// An observation while it is being written. Its interpretations belong to it, and go and come back with it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DraftObservation {
    /// The id.
    pub id: ObservationId,
    /// What is seen; may be empty while it is being written.
    pub text: String,
    /// How strong the pattern is in the eyes of the preparer, 1 to 5.
    pub strength: u8,
    /// How its chart is made; `None` while it has none.
    pub chart: Option<ChartSpec>,
    /// The pattern that it comes from.
    pub pattern: Option<PatternKey>,
    /// Its interpretations, in order.
    pub interpretations: Vec<Interpretation>,
    /// Its place on the canvas, from the left.
    pub x: i32,
    /// Its place on the canvas, from the top.
    pub y: i32,
}

/// A perspective while it is being made.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DraftPerspective {
    /// The id.
    pub id: PerspectiveId,
    /// The full name; may be empty until publishing.
    pub name: String,
    /// A name of at most 32 characters; may be empty until publishing.
    pub short: String,
    /// The question that links its observations; may be empty until publishing.
    pub question: String,
    /// Its observations, in order. An observation belongs to at most one perspective.
    pub observations: Vec<ObservationId>,
    /// The supporting stories, the best first.
    pub support: Vec<StoryId>,
    /// Its place among the perspectives, from 0.
    pub place: u32,
    /// Its place on the canvas, from the left.
    pub x: i32,
    /// Its place on the canvas, from the top.
    pub y: i32,
}
