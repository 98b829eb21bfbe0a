//! What a proposal poster says: plain values, filled in by the caller.

use crate::language::Language;

/// Whether the poster is filled from the table's work or printed to be filled in by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Fields with text are printed; empty ones leave room to write.
    #[default]
    Filled,
    /// Every field leaves room to write; only the header and the footer are printed as given.
    Blank,
}

/// A sentence from a story that touched the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words, with or without quotation marks.
    pub text: String,
    /// Who told it, already worded, such as "Ouder · basisonderwijs · ervaring 2184".
    pub teller: String,
}

/// The kind of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SawKind {
    /// Something that nobody expected.
    Surprise,
    /// Something that works and can grow.
    Opportunity,
    /// Something that stands in the way.
    Challenge,
}

impl SawKind {
    /// Every kind, in the order of the poster.
    pub const ALL: [Self; 3] = [Self::Surprise, Self::Opportunity, Self::Challenge];
}

/// One note on what the table saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saw {
    /// The kind of the note.
    pub kind: SawKind,
    /// What it says.
    pub text: String,
}

/// Everything on a proposal poster. Texts are plain; an empty text leaves room to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poster {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// Filled or blank.
    pub form: Form,
    /// The region, already worded, such as "Regio Oost-Groningen".
    pub region: String,
    /// The date, already worded, such as "22 november 2026".
    pub date: String,
    /// The table, such as "Tafel 3".
    pub table: String,
    /// Who sat there, such as "7 deelnemers: 2 ouders, 1 leerling".
    pub people: String,
    /// The name of the proposal.
    pub name: String,
    /// The proposal in one sentence.
    pub pitch: String,
    /// The titles of the perspectives that the table chose.
    pub perspectives: Vec<String>,
    /// The story that touched them.
    pub touched: Option<Quote>,
    /// What they saw: at most one note of each kind is usual.
    pub saw: Vec<Saw>,
    /// The proposal.
    pub proposal: String,
    /// Its sort, such as "Experiment".
    pub sort: Option<String>,
    /// For whom it is.
    pub for_whom: String,
    /// Where it starts small.
    pub start_small: String,
    /// The first step.
    pub first_step: String,
    /// The day of the first step as it is worded in `first_step`, to be printed bold there;
    /// it is put before the step when the step does not name it.
    pub first_step_day: Option<String>,
    /// What can be done without permission.
    pub already: String,
    /// The money that is needed.
    pub money: String,
    /// The room in the rules that is needed.
    pub room: String,
    /// The people who are needed.
    pub people_needed: String,
    /// The knowledge that is needed.
    pub knowledge: String,
    /// When the table is satisfied.
    pub satisfied: String,
    /// The story that the table hopes to hear in a year.
    pub story_in_a_year: String,
    /// The feedback appointment as iCalendar text, for the QR code.
    pub calendar: Option<String>,
    /// Where the poster was made, at the left of the footer.
    pub made_at: String,
    /// What it rests on, at the right of the footer.
    pub provenance: String,
}
