//! What a perspective brochure says: plain values, filled in by the caller.

use stories::{Chart, StoryId};

use crate::language::Language;

/// How the panels of a brochure are put on pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BrochureForm {
    /// A4 landscape, printed on both sides along the short edge and folded once into an A5 booklet.
    #[default]
    Booklet,
    /// A4 landscape with two panels beside each other in reading order, for a screen or for the wall.
    Flat,
}

/// Everything on the brochure of one perspective.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brochure {
    /// The language of hyphenation, typography and numbers.
    pub language: Language,
    /// To fold, or to read page by page.
    pub form: BrochureForm,
    /// The card code of the perspective, such as "P4", exactly as it is typed at entry.
    pub code: String,
    /// The name of the perspective.
    pub title: String,
    /// The question that links its observations.
    pub linking_question: String,
    /// The observations, in the order of the preparer.
    pub observations: Vec<BrochureObservation>,
    /// The table that it is for, already worded, such as "Tafel 3"; empty where it is for all.
    pub table: String,
    /// The supporting stories, the best first.
    pub stories: Vec<BrochureStory>,
    /// The region, already worded, such as "Regio Oost-Groningen".
    pub region: String,
    /// The session, already worded, such as "Regiobijeenkomst".
    pub session: String,
    /// The date, already worded, such as "22 november 2026".
    pub date: String,
}

/// One observation with its chart and its rival interpretations.
#[derive(Clone, Debug, PartialEq)]
pub struct BrochureObservation {
    /// The card code, such as "P4-2".
    pub code: String,
    /// What is seen, in one neutral sentence.
    pub text: String,
    /// The chart with all its figures.
    pub chart: Chart,
    /// The interpretations in their order; each is printed with the code of the observation and its letter, such as "P4-2b".
    pub interpretations: Vec<String>,
    /// The interpretations of the table that the brochure is for. They have no letters, so that no code that is typed at entry means two things.
    pub own: Vec<String>,
}

/// A story that supports the perspective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrochureStory {
    /// The number of the story, from which its card code follows.
    pub story: StoryId,
    /// The title.
    pub title: String,
    /// Who told it, already worded, such as "Ouder · basisonderwijs".
    pub teller: String,
    /// A part of the text, chosen by the caller.
    pub excerpt: String,
}
