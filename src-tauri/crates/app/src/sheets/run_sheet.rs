//! The facilitator's afternoon, and the page to try a printer with.

use ::print::{
    RunSheet, RunSheetWords, RunStep, StepKind, TestPage, TestPageWords, lay_out_run_sheet,
    lay_out_test_page,
};
use protocol::Failure;
use workshop::{AgendaItem, Step};

use super::{Document, Press, Sort, defect, words};
use crate::poster;

/// Part 2, in which the decision makers join, with its minutes: two hours, as the method plans them.
const PART_2: [(StepKind, u16); 4] = [
    (StepKind::Pause, 15),
    (StepKind::Present, 45),
    (StepKind::Commit, 25),
    (StepKind::Agree, 35),
];

impl Press<'_> {
    /// The afternoon as the agenda is now. Its clock times follow from the start and the minutes of what is not skipped, as on the
    /// screen.
    pub(super) fn run_sheet(&self) -> Result<Vec<Document>, Failure> {
        let session = self.session()?;
        let step = |item: &AgendaItem| RunStep {
            kind: match item.step {
                Step::Own => StepKind::Own,
                Step::Gather => StepKind::Gather,
                Step::Browse => StepKind::Browse,
                Step::Converge => StepKind::Converge,
                Step::Change => StepKind::Change,
            },
            minutes: item.minutes,
        };
        let kept = session.agenda.iter().filter(|item| !item.skipped);
        let later = PART_2.iter().map(|(kind, minutes)| RunStep {
            kind: *kind,
            minutes: *minutes,
        });
        let made = RunSheet {
            language: poster::printed(self.language),
            session: session.name.trim().to_owned(),
            region: poster::region_words(session, self.language),
            date: poster::day_words(session, self.language),
            starts: session.starts,
            steps: kept.map(step).chain(later).collect(),
            tables: self
                .state
                .tables()
                .map(|table| self.table_words(table.id))
                .collect(),
        };
        let words =
            RunSheetWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_run_sheet(&made, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.document(Sort::RunSheet, pages, &[])])
    }

    /// A page to try a printer with.
    pub(super) fn test_page(&self) -> Result<Vec<Document>, Failure> {
        let made = TestPage {
            language: poster::printed(self.language),
            session: self.title(),
        };
        let words =
            TestPageWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let pages = lay_out_test_page(&made, &words);
        Ok(vec![self.document(Sort::Test, pages, &[])])
    }
}
