//! What an overview poster says: plain values, filled in by the caller.

use stories::Chart;

use crate::language::Language;

/// The distribution of the answers to every countable question, on one A1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The language of hyphenation, typography and numbers.
    pub language: Language,
    /// The region, already worded, such as "Regio Oost-Groningen".
    pub region: String,
    /// The date, already worded, such as "22 november 2026".
    pub date: String,
    /// What the poster rests on, already worded, such as "4.981 ervaringen, hele land"; at the right of the header.
    pub stories: String,
    /// The title of the poster; empty for the usual words.
    pub title: String,
    /// The theme in one sentence, below the title; may be empty.
    pub theme: String,
    /// The questions, in the order of the questionnaire; 8 to 24 are usual.
    pub questions: Vec<OverviewQuestion>,
    /// Where the poster was made, at the left of the footer.
    pub made_at: String,
    /// Which snapshot and perspective set, at the right of the footer.
    pub provenance: String,
}

/// One question with its distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewQuestion {
    /// The question; empty for the title of the chart.
    pub question: String,
    /// What is to be seen, in one plain sentence; may be empty.
    pub sentence: String,
    /// The chart with all its figures.
    pub chart: Chart,
}
