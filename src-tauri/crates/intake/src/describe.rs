//! The columns of an export as a screen shows them: what they are, with examples and counts.

mod warnings;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::Facts;
use crate::fit::count;
use crate::words::cut;
use crate::{Codebook, Coding, Export, Layout, Plan, Remark};

/// A column or group of columns, for a screen.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ColumnView {
    /// The item of the codebook, counted from 0; `None` for columns that the codebook does not know.
    pub item: Option<u32>,
    /// The columns of the export, counted from 0.
    pub columns: Vec<u32>,
    /// The header in one line.
    pub header: String,
    /// What it is; `None` where the codebook does not know it.
    pub plan: Option<Plan>,
    /// At most five different cells, each cut at 120 characters.
    pub examples: Vec<String>,
    /// The number of rows with something in it.
    pub filled: u32,
    /// The number of rows with nothing in it.
    pub empty: u32,
    /// The number of different cells.
    pub distinct: u32,
    /// The cells that occur most, at most twelve, the most frequent first.
    pub top: Vec<Counted>,
    /// What to look at.
    pub warnings: Vec<Remark>,
}

/// What stands in cells, and how often.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Counted {
    /// What stands there, cut at 120 characters.
    pub value: String,
    /// In how many rows.
    pub count: u32,
}

/// How many examples are given.
const EXAMPLES: usize = 5;
/// How many frequent values are given.
const TOP: usize = 12;
/// Examples and values are cut at this number of characters.
const LONGEST: usize = 120;

/// Every item of the codebook, and after those the columns that it does not know.
pub fn describe(export: &Export, codebook: &Codebook) -> Vec<ColumnView> {
    let fit = codebook.fit_columns(export);
    let mut views: Vec<ColumnView> = fit
        .matched
        .iter()
        .filter_map(|matched| {
            let item = codebook.items.get(matched.item as usize)?;
            let columns: Vec<u32> = matched.columns.iter().copied().flatten().collect();
            let mut view = view(export, columns, Some(&item.plan));
            view.item = Some(matched.item);
            view.plan = Some(item.plan.clone());
            view.warnings = warnings::of(export, item, &view);
            Some(view)
        })
        .collect();
    views.extend(
        fit.new
            .iter()
            .map(|new| view(export, vec![new.column], None)),
    );
    views
}

/// What stands in columns, without what they are.
fn view(export: &Export, columns: Vec<u32>, plan: Option<&Plan>) -> ColumnView {
    let counted = values(export, &columns, plan);
    let filled = match columns.as_slice() {
        [column] => count(
            export
                .column(*column as usize)
                .filter(|cell| !cell.is_empty()),
        ),
        several => count((0..export.len()).filter(|row| {
            several.iter().any(|column| {
                let cell = export.cell(*row, *column as usize);
                !cell.is_empty() && !ticked_off(cell, plan)
            })
        })),
    };
    let header = columns
        .first()
        .and_then(|column| export.columns.get(*column as usize))
        .map_or_else(String::new, |column| column.key.header.clone());
    let examples = counted
        .iter()
        .take(EXAMPLES)
        .map(|(value, _)| cut(value, LONGEST))
        .collect();
    let distinct = count(counted.iter());
    let mut top = counted;
    top.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ColumnView {
        item: None,
        columns,
        header,
        plan: None,
        examples,
        filled,
        empty: u32::try_from(export.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(filled),
        distinct,
        top: top
            .into_iter()
            .take(TOP)
            .map(|(value, count)| Counted {
                value: cut(value, LONGEST),
                count,
            })
            .collect(),
        warnings: Vec::new(),
    }
}

/// What stands in the cells and how often, as first seen; where a column stands for an answer, that answer.
fn values<'a>(export: &'a Export, columns: &[u32], plan: Option<&'a Plan>) -> Vec<(&'a str, u32)> {
    if let Some(Plan::Question { question }) = plan
        && let Coding::Choice {
            choices,
            layout: Layout::Columns { .. },
        }
        | Coding::Several {
            choices,
            layout: Layout::Columns { .. },
        } = &question.coding
    {
        let item = columns;
        return choices
            .iter()
            .map(|choice| {
                let rows = choice
                    .columns
                    .iter()
                    .filter_map(|nth| item.get(*nth as usize))
                    .map(|column| {
                        count(
                            export
                                .column(*column as usize)
                                .filter(|cell| !cell.is_empty() && !ticked_off(cell, plan)),
                        )
                    })
                    .sum();
                (choice.label.as_str(), rows)
            })
            .collect();
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut values: Vec<(&str, u32)> = Vec::new();
    for &column in columns {
        for value in Facts::of(export, column as usize).values {
            let place = *places.entry(value.text).or_insert_with(|| {
                values.push((value.text, 0));
                values.len() - 1
            });
            values[place].1 += value.count;
        }
    }
    values
}

/// Whether a cell says that its answer was not chosen.
fn ticked_off(cell: &str, plan: Option<&Plan>) -> bool {
    let Some(Plan::Question { question }) = plan else {
        return false;
    };
    match &question.coding {
        Coding::Choice {
            layout: Layout::Columns { no },
            ..
        }
        | Coding::Several {
            layout: Layout::Columns { no },
            ..
        } => no.iter().any(|word| word.eq_ignore_ascii_case(cell)),
        Coding::Choice { .. } | Coding::Several { .. } | Coding::Slider { .. } | Coding::Text => {
            false
        }
    }
}
