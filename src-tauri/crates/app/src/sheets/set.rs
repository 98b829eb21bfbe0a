//! Everything for one session, in the order of printing, with a cover that says what goes on which paper.

use ::print::{CoverSheet, CoverSheetWords, PrintJob, lay_out_cover};
use protocol::{BrochureForm, CardChoice, Failure, Sheet, SheetSet, SheetWarning};
use workshop::TableId;

use super::laid_out::count;
use super::{Document, Press, Sort, defect, words};
use crate::poster;

/// So many sheets of notes lie on each table: a person takes about four notes, and a sheet has six.
const NOTE_SHEETS: u32 = 5;
/// So many cards for agreements lie with each proposal.
const AGREEMENTS: u32 = 2;

/// The cover, the files that it names, and what is left out.
type Whole = (Document, Vec<Document>, Vec<SheetWarning>);

impl Press<'_> {
    /// Everything for the session; names begin with their place in the order of printing.
    pub(super) fn whole(
        &self,
        set: &SheetSet,
        step: &mut dyn FnMut(u32, u32),
    ) -> Result<Whole, Failure> {
        let sheets = self.sheets(set);
        let of = count(sheets.len()) + 1;
        let mut documents = Vec::new();
        let mut left_out = Vec::new();
        for (done, sheet) in (0..).zip(&sheets) {
            step(done, of);
            match self.documents(sheet) {
                Ok(made) => documents.extend(made),
                // The rest is of use all the same, and the warning says what is missing.
                Err(Failure::OtherSnapshot { .. }) => left_out.push(missing(sheet)),
                Err(failure) => return Err(failure),
            }
        }
        let digits = documents.len().to_string().len().max(2);
        for (number, document) in (2..).zip(&mut documents) {
            document.name = format!("{number:0digits$} {}", document.name);
        }
        let mut cover = self.cover(&documents)?;
        cover.name = format!("{:0digits$} {}", 1, cover.name);
        step(of, of);
        Ok((cover, documents, left_out))
    }

    fn sheets(&self, set: &SheetSet) -> Vec<Sheet> {
        let all = Vec::new;
        let filled: Vec<TableId> = self
            .state
            .tables()
            .map(|table| table.id)
            .filter(|table| self.is_filled(*table))
            .collect();
        let mut sheets = vec![Sheet::Test, Sheet::RunSheet];
        if self.entrance.is_some() {
            sheets.push(Sheet::Join { tables: all() });
        }
        sheets.extend([
            Sheet::Brochure {
                perspectives: self.perspectives().iter().map(|it| it.id.clone()).collect(),
                table: None,
                form: BrochureForm::Booklet,
            },
            Sheet::Cards {
                choice: CardChoice {
                    perspectives: Vec::new(),
                    table: None,
                    ..set.cards.clone()
                },
            },
            Sheet::Votes { tables: all() },
            Sheet::Notes { tables: all() },
            Sheet::TableWork { tables: all() },
            Sheet::Agreements { tables: all() },
            Sheet::Overview { tiles: set.tiles },
            Sheet::BlankPoster { tiles: set.tiles },
        ]);
        if !filled.is_empty() {
            sheets.push(Sheet::Poster {
                tables: filled,
                tiles: set.tiles,
            });
        }
        sheets
    }

    fn is_filled(&self, table: TableId) -> bool {
        let mut fields = self.state.fields(table);
        fields.any(|field| !field.text.trim().is_empty())
    }

    fn cover(&self, documents: &[Document]) -> Result<Document, Failure> {
        let session = self.session()?;
        let job = |document: &Document| PrintJob {
            what: document.line.clone(),
            file: format!("{}.pdf", document.name),
            paper: document.paper(),
            sides: document.sort.sides(),
            colour: document.sort.colour(),
            pages: document.pages(),
            copies: self.copies(document.sort),
        };
        let made = CoverSheet {
            language: poster::printed(self.language),
            session: self.title(),
            region: poster::region_words(session, self.language),
            jobs: documents.iter().map(job).collect(),
        };
        let words =
            CoverSheetWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_cover(&made, &words).map_err(|error| defect(&error))?;
        Ok(self.document(Sort::Cover, pages, &[]))
    }

    /// How often a file is printed. Tables that work on paper each need the brochures and a poster; where none does yet, one of
    /// each lies ready.
    fn copies(&self, sort: Sort) -> u32 {
        let on_paper = count(self.state.tables().filter(|table| table.paper).count()).max(1);
        match sort {
            Sort::Brochure | Sort::BlankPoster => on_paper,
            Sort::Notes => NOTE_SHEETS,
            Sort::Agreements => AGREEMENTS,
            Sort::Cover
            | Sort::Test
            | Sort::RunSheet
            | Sort::Join
            | Sort::Cards
            | Sort::Overview
            | Sort::Votes
            | Sort::TableWork
            | Sort::Poster => 1,
        }
    }
}

/// That a sheet is left out of a set because the snapshot is not there.
fn missing(sheet: &Sheet) -> SheetWarning {
    let sort = match sheet {
        Sheet::Cards { .. } => Sort::Cards,
        Sheet::Overview { .. } => Sort::Overview,
        Sheet::Votes { .. } => Sort::Votes,
        _ => Sort::Brochure,
    };
    SheetWarning {
        table: None,
        page: 1,
        code: "left_out".to_owned(),
        field: sort.key().to_owned(),
        count: 0,
    }
}
