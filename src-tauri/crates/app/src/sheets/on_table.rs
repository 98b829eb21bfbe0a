//! The sheets that lie on a table: for notes, votes and the work of a table on paper, and for what is agreed.

use ::print::{
    AgreementCard, AgreementCardWords, Choice, NoteSheet, NoteSheetWords, TableSheet,
    TableSheetWords, VoteSheet, VoteSheetWords, lay_out_agreements, lay_out_notes, lay_out_table,
    lay_out_votes,
};
use protocol::Failure;
use stories::PerspectiveId;
use workshop::{FieldName, TableId};

use super::{Document, Press, Sort, defect, words};
use crate::poster;

/// What all sheets of a table begin with.
struct Lead {
    session: String,
    region: String,
    number: u32,
    name: String,
}

impl Press<'_> {
    /// Sheets for notes: a page for each table.
    pub(super) fn notes(&self, wanted: &[TableId]) -> Result<Vec<Document>, Failure> {
        let tables = self.tables(wanted)?;
        let sheet = |id: &TableId| {
            let lead = self.lead(*id);
            NoteSheet {
                language: poster::printed(self.language),
                session: lead.session,
                region: lead.region,
                number: lead.number,
                name: lead.name,
                codes: Vec::new(),
            }
        };
        let sheets: Vec<NoteSheet> = tables.iter().map(sheet).collect();
        let words =
            NoteSheetWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_notes(&sheets, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.of_tables(Sort::Notes, pages, &tables)])
    }

    /// Sheets for the choice of perspectives: a page for each table, and one of slips.
    pub(super) fn votes(&self, wanted: &[TableId]) -> Result<Vec<Document>, Failure> {
        let tables = self.tables(wanted)?;
        let sets = self.perspectives();
        if sets.is_empty() {
            self.needed()?;
        }
        let perspectives: Vec<Choice> = sets
            .iter()
            .map(|set| Choice {
                code: set.code.clone(),
                name: set.name.clone(),
            })
            .collect();
        let sheet = |id: &TableId| {
            let lead = self.lead(*id);
            VoteSheet {
                language: poster::printed(self.language),
                session: lead.session,
                region: lead.region,
                number: lead.number,
                name: lead.name,
                perspectives: perspectives.clone(),
                people: self.people(*id),
            }
        };
        let sheets: Vec<VoteSheet> = tables.iter().map(sheet).collect();
        let words =
            VoteSheetWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_votes(&sheets, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.of_tables(Sort::Votes, pages, &tables)])
    }

    /// Sheets for the whole afternoon of a table on paper.
    pub(super) fn table_work(&self, wanted: &[TableId]) -> Result<Vec<Document>, Failure> {
        let tables = self.tables(wanted)?;
        let sheet = |id: &TableId| {
            let lead = self.lead(*id);
            let chosen = self.state.table(*id).map(|table| table.chosen.as_slice());
            let set = |id: &PerspectiveId| self.perspectives().iter().find(|set| set.id == *id);
            TableSheet {
                language: poster::printed(self.language),
                session: lead.session,
                region: lead.region,
                number: lead.number,
                name: lead.name,
                people: self.people(*id),
                chosen: chosen
                    .unwrap_or_default()
                    .iter()
                    .filter_map(set)
                    .map(|set| Choice {
                        code: set.code.clone(),
                        name: set.name.clone(),
                    })
                    .collect(),
            }
        };
        let sheets: Vec<TableSheet> = tables.iter().map(sheet).collect();
        let words =
            TableSheetWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_table(&sheets, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.of_tables(Sort::TableWork, pages, &tables)])
    }

    /// A card for what is agreed on the proposal of each table; who does what is written by hand, where everybody sees it.
    pub(super) fn agreements(&self, wanted: &[TableId]) -> Result<Vec<Document>, Failure> {
        let tables = self.tables(wanted)?;
        let card = |id: &TableId| AgreementCard {
            language: poster::printed(self.language),
            session: self.title(),
            table: self.table_words(*id),
            proposal: self
                .state
                .field(*id, FieldName::Name)
                .map(|field| field.text.trim().to_owned())
                .unwrap_or_default(),
            ..AgreementCard::default()
        };
        let cards: Vec<AgreementCard> = tables.iter().map(card).collect();
        let words = AgreementCardWords::from_lookup(words(self.language))
            .map_err(|error| defect(&error))?;
        let pages = lay_out_agreements(&cards, &words).map_err(|error| defect(&error))?;
        // Two tables share a page, so a warning there is about the page.
        Ok(vec![self.document(Sort::Agreements, pages, &[])])
    }

    /// A file with the same number of pages for each table.
    fn of_tables(&self, sort: Sort, sheets: ::print::Sheets, tables: &[TableId]) -> Document {
        let each = sheets.pages.len() / tables.len().max(1);
        let pages: Vec<Option<TableId>> = tables
            .iter()
            .flat_map(|table| std::iter::repeat_n(Some(*table), each))
            .collect();
        self.document(sort, sheets, &pages)
    }

    fn lead(&self, id: TableId) -> Lead {
        let session = self.state.session();
        let region = session.map(|session| poster::region_words(session, self.language));
        Lead {
            session: self.title(),
            region: region.unwrap_or_default(),
            number: u32::from(id.0),
            name: self
                .state
                .table(id)
                .map(|table| table.name.trim().to_owned())
                .unwrap_or_default(),
        }
    }

    /// The names at a table.
    fn people(&self, id: TableId) -> Vec<String> {
        let names = self.state.seated(id).map(|person| person.name.trim());
        let named = names.filter(|name| !name.is_empty());
        named.map(str::to_owned).collect()
    }
}
