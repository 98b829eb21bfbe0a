//! Columns that the preparer puts together into one several-choice question, and takes apart again.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error as ThisError;
use ts_rs::TS;

use crate::propose::{MOST_SEVERAL, alone, joined};
use crate::words::line;
use crate::{Codebook, CodebookItem, Coding, Export, Plan};

/// Why columns cannot be put together, or taken apart; nothing changed then. The words are under `refusal.<code>`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, ThisError, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(export)]
pub enum ColumnRefusal {
    /// Fewer than two columns were chosen.
    #[error("fewer than two columns")]
    FewColumns,
    /// There is no such column or item.
    #[error("no such column")]
    NoColumn,
    /// The question has no words.
    #[error("the question has no words")]
    NoQuestion,
    /// A column holds the stories, their titles or dates, or who answered.
    #[error("{column} is no question")]
    ColumnHasRole {
        /// Its header.
        column: String,
    },
    /// A column belongs to a question of several columns that were not all chosen.
    #[error("{column} belongs to others")]
    ColumnOfGroup {
        /// Its header.
        column: String,
    },
    /// Nothing stands in the columns.
    #[error("nothing stands in the columns")]
    ColumnsEmpty,
    /// The columns hold more different answers than a question can have.
    #[error("more than {most} answers")]
    ManyAnswers {
        /// The most answers.
        most: u32,
    },
    /// The item has one column only.
    #[error("one column only")]
    OneColumn,
}

impl Codebook {
    /// Puts columns (counted from 0 in the export) together into one several-choice question, in place of what was said of them before.
    /// Gives the new item.
    ///
    /// Columns that are ticked (a mark, yes or no, or their own words) are an answer each, named by what their headers do not have in
    /// common; otherwise every column holds an answer, and the answers are all that occur.
    ///
    /// # Errors
    /// Why they cannot be put together.
    pub fn join(
        &mut self,
        export: &Export,
        columns: &[u32],
        text: &str,
    ) -> Result<u32, ColumnRefusal> {
        let columns: BTreeSet<usize> = columns.iter().map(|it| *it as usize).collect();
        if columns.len() < 2 {
            return Err(ColumnRefusal::FewColumns);
        }
        if columns.iter().any(|it| *it >= export.columns.len()) {
            return Err(ColumnRefusal::NoColumn);
        }
        let text = line(text);
        if text.is_empty() {
            return Err(ColumnRefusal::NoQuestion);
        }
        self.free(export, &columns)?;
        let mut cells = columns.iter().flat_map(|it| export.column(*it));
        if cells.all(str::is_empty) {
            return Err(ColumnRefusal::ColumnsEmpty);
        }
        let columns: Vec<usize> = columns.into_iter().collect();
        let mut rest = self.clone();
        rest.release(export, &columns);
        let made = joined(export, &columns, &text, rest.ids());
        let [item] = made.as_slice() else {
            return Err(ColumnRefusal::ManyAnswers {
                most: u32::try_from(MOST_SEVERAL).unwrap_or(u32::MAX),
            });
        };
        if !matches!(item.plan, Plan::Question { .. }) {
            return Err(ColumnRefusal::ColumnsEmpty);
        }
        rest.replace(export, &columns, item.plan.clone());
        let place = rest.items.iter().position(|it| it.columns == item.columns);
        *self = rest;
        Ok(place.and_then(|it| u32::try_from(it).ok()).unwrap_or(0))
    }

    /// Takes a question of several columns apart: each column is what it would be on its own.
    ///
    /// # Errors
    /// There is no such item, or it has one column only.
    pub fn take_apart(&mut self, export: &Export, item: u32) -> Result<(), ColumnRefusal> {
        let place = item as usize;
        let found = self.items.get(place).ok_or(ColumnRefusal::NoColumn)?;
        let columns: Vec<usize> = found
            .columns
            .iter()
            .filter_map(|key| export.columns.iter().position(|it| it.key == *key))
            .collect();
        if columns.len() < 2 {
            return Err(ColumnRefusal::OneColumn);
        }
        self.items.remove(place);
        let mut ids = self.ids();
        for column in columns {
            // A column may serve another item besides.
            let key = &export.columns[column].key;
            if self.items.iter().any(|it| it.columns.contains(key)) {
                continue;
            }
            let made = alone(export, column, ids.clone());
            ids.extend(made.iter().filter_map(question_id));
            for item in made {
                self.replace(export, &[column], item.plan);
            }
        }
        Ok(())
    }

    /// Refuses columns that are something else, or a part of something.
    fn free(&self, export: &Export, columns: &BTreeSet<usize>) -> Result<(), ColumnRefusal> {
        let chosen: BTreeSet<_> = columns.iter().map(|it| &export.columns[*it].key).collect();
        for item in &self.items {
            let Some(key) = item.columns.iter().find(|it| chosen.contains(it)) else {
                continue;
            };
            let column = key.header.clone();
            match item.plan {
                Plan::Story | Plan::Title | Plan::Told { .. } | Plan::Participant => {
                    return Err(ColumnRefusal::ColumnHasRole { column });
                }
                Plan::Question { .. } | Plan::LeftOut { .. } => {}
            }
            if !item.columns.iter().all(|it| chosen.contains(it)) {
                return Err(ColumnRefusal::ColumnOfGroup { column });
            }
        }
        Ok(())
    }
}

/// The same question with any number of answers.
pub(crate) fn several(plan: &mut Plan) {
    if let Plan::Question { question } = plan
        && let Coding::Choice { choices, layout } = &question.coding
    {
        question.coding = Coding::Several {
            choices: choices.clone(),
            layout: layout.clone(),
        };
    }
}

fn question_id(item: &CodebookItem) -> Option<String> {
    match &item.plan {
        Plan::Question { question } => Some(question.id.0.clone()),
        Plan::Story
        | Plan::Title
        | Plan::Told { .. }
        | Plan::Participant
        | Plan::LeftOut { .. } => None,
    }
}
