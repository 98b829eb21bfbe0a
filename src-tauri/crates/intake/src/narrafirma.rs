//! Definitions and findings of NarraFirma: the story form, and the catalysis report.

mod catalysis;
mod form;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use catalysis::catalysis;
pub use form::apply_form;

/// What a catalysis report holds: observations with their interpretations, and perspectives.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Catalysis {
    /// In the order of the file.
    pub observations: Vec<CatalysisObservation>,
    /// In the order of the file.
    pub perspectives: Vec<CatalysisPerspective>,
}

/// An observation as NarraFirma writes it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CatalysisObservation {
    /// A short name.
    pub name: String,
    /// What is seen.
    pub description: String,
    /// How strong it is, in the words of the preparer.
    pub strength: String,
    /// The question that links it to others.
    pub linking_question: String,
    /// The name of the pattern.
    pub pattern: String,
    /// The sort of chart.
    pub graph_type: String,
    /// The questions of the pattern, by their short names.
    pub questions: Vec<String>,
    /// The rival explanations.
    pub interpretations: Vec<CatalysisInterpretation>,
}

/// An interpretation as NarraFirma writes it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CatalysisInterpretation {
    /// A short name.
    pub name: String,
    /// The explanation.
    pub description: String,
    /// An idea that it gave.
    pub idea: String,
    /// Questions that it raised.
    pub questions: String,
    /// The place on the canvas, from the left; empty where it has none.
    pub x: String,
    /// The place on the canvas, from the top; empty where it has none.
    pub y: String,
}

/// A perspective as NarraFirma writes it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CatalysisPerspective {
    /// The name.
    pub name: String,
    /// Notes of the preparer.
    pub notes: String,
    /// The place on the canvas, from the left; empty where it has none.
    pub x: String,
    /// The place on the canvas, from the top; empty where it has none.
    pub y: String,
    /// The place in the order.
    pub order: String,
}
