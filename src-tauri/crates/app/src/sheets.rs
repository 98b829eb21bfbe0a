//! Everything that is printed: from the state of a session and its snapshot to laid-out pages.

mod brochure;
mod cards;
mod choice;
mod document;
mod join;
mod laid_out;
mod on_table;
mod overview;
mod poster;
mod print;
mod run_sheet;
mod set;

use protocol::{Failure, Sheet, StoryView};
use stories::{OptionId, StoryId};
use workshop::{Refusal, Session, State, TableId};

use crate::Language;
use crate::reading::Shelf;
use crate::sitting::{KeptSet, Sitting};

pub(crate) use document::{Document, Sort};
pub(crate) use join::Entrance;
pub(crate) use laid_out::{LaidOut, count, sheet_in};
pub(crate) use poster::{preview, preview_blank};
pub use print::{Printing, print_set, print_sheets};
pub(crate) use print::{write_set, write_sheets};

/// What sheets are made from, all of one moment.
pub(crate) struct Press<'a> {
    sitting: &'a Sitting,
    /// A copy: a sheet takes longer to make than a state may be held.
    state: State,
    shelf: Option<&'a Shelf>,
    /// What the session kept of its snapshot, where that is gone.
    kept: Option<KeptSet>,
    language: Language,
    /// How devices come in, where they can.
    entrance: Option<Entrance>,
}

impl<'a> Press<'a> {
    pub fn new(
        sitting: &'a Sitting,
        shelf: Option<&'a Shelf>,
        entrance: Option<Entrance>,
        language: Language,
    ) -> Self {
        // What is kept stands in the file, which a commit holds first and then the state: so never both at once the other way.
        let kept = match shelf {
            Some(_) => None,
            None => sitting.kept_set(),
        };
        Self {
            sitting,
            state: sitting.state().clone(),
            shelf,
            kept,
            language,
            entrance,
        }
    }

    /// The files that a sheet comes down to, at least one.
    pub fn documents(&self, sheet: &Sheet) -> Result<Vec<Document>, Failure> {
        match sheet {
            Sheet::Poster { tables, tiles } => self.posters(tables, *tiles),
            Sheet::BlankPoster { tiles } => self.blank_poster(*tiles),
            Sheet::Overview { tiles } => self.overview(*tiles),
            Sheet::Brochure {
                perspectives,
                table,
                form,
            } => self.brochures(perspectives, *table, *form),
            Sheet::Cards { choice } => self.cards(choice),
            Sheet::Notes { tables } => self.notes(tables),
            Sheet::Votes { tables } => self.votes(tables),
            Sheet::TableWork { tables } => self.table_work(tables),
            Sheet::Agreements { tables } => self.agreements(tables),
            Sheet::RunSheet => self.run_sheet(),
            Sheet::Join { tables } => self.join(tables),
            Sheet::Test => self.test_page(),
            Sheet::Cover { set } => Ok(vec![self.whole(set, &mut |_, _| {})?.0]),
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    fn session(&self) -> Result<&Session, Failure> {
        self.state.session().ok_or(Failure::NoSession)
    }

    /// The tables that are meant: none means all. One that is not there is refused.
    fn tables(&self, wanted: &[TableId]) -> Result<Vec<TableId>, Failure> {
        if wanted.is_empty() {
            return Ok(self.state.tables().map(|table| table.id).collect());
        }
        match wanted.iter().find(|id| self.state.table(**id).is_none()) {
            Some(_) => Err(gone()),
            None => Ok(wanted.to_vec()),
        }
    }

    /// A table as it is called on sheets: 'Tafel 3', or 'Tafel 3 · De Zwaluwen'.
    fn table_words(&self, id: TableId) -> String {
        let name = self.state.table(id).map(|table| table.name.trim());
        crate::poster::table_words(id, name.unwrap_or_default(), self.language)
    }

    /// A story: from the snapshot, or as the session kept it.
    fn story(&self, id: StoryId) -> Option<StoryView> {
        match self.shelf {
            Some(shelf) => shelf.story(id, "").ok(),
            None => self.sitting.kept_story(id),
        }
    }

    fn voices(&self) -> Vec<(OptionId, String)> {
        match (self.shelf, &self.kept) {
            (Some(shelf), _) => shelf.voices(),
            (None, Some(kept)) => kept.voices.clone(),
            (None, None) => Vec::new(),
        }
    }

    /// The perspectives with their charts, as on the screens.
    fn perspectives(&self) -> &[protocol::SetView] {
        match (self.shelf, &self.kept) {
            (Some(shelf), _) => &shelf.view().perspectives,
            (None, Some(kept)) => &kept.perspectives,
            (None, None) => &[],
        }
    }

    /// The snapshot, for what cannot be made without it.
    fn needed(&self) -> Result<&'a Shelf, Failure> {
        let name = || self.session().map(|it| it.snapshot.name.clone());
        self.shelf.ok_or_else(|| Failure::OtherSnapshot {
            name: name().unwrap_or_default(),
        })
    }
}

/// The name of a sort of file, without number or ending.
pub(crate) fn file_name(sort: &str, language: Language) -> String {
    language.say(&format!("sheet_file.{sort}"), &[])
}

/// What is asked for is not there.
fn gone() -> Failure {
    let refusal = Refusal::Gone {
        what: "table".to_owned(),
    };
    Failure::Refused { refusal }
}

/// Where the words of a sheet are found.
fn words(language: Language) -> impl FnMut(&str) -> Option<String> {
    move |key| language.find(key).map(str::to_owned)
}

/// What cannot go wrong while a sheet is made.
fn defect(error: &::print::Error) -> Failure {
    Failure::Defect {
        trace: error.to_string(),
    }
}
