//! A codebook beside the next export: which columns it knows.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use stories::QuestionId;
use ts_rs::TS;

use crate::take::{Read, Reader, readers};
use crate::words::fold;
use crate::{Codebook, ColumnKey, Export};

/// How a codebook fits an export.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Fit {
    /// Items with the columns found for them.
    pub matched: Vec<Matched>,
    /// Columns of the codebook that the export does not have.
    pub missing: Vec<ColumnKey>,
    /// Columns of the export that the codebook does not know.
    pub new: Vec<NewColumn>,
    /// Answers in the export that the codebook does not know.
    pub options: Vec<NewOption>,
}

/// An item of a codebook with its columns in an export.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Matched {
    /// The item, counted from 0.
    pub item: u32,
    /// The column of the export for each column of the item, counted from 0; `None` where it is missing.
    pub columns: Vec<Option<u32>>,
}

/// A column that a codebook does not know.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NewColumn {
    /// The column of the export, counted from 0.
    pub column: u32,
    /// Its headers.
    pub key: ColumnKey,
    /// How many cells are filled.
    pub filled: u32,
}

/// An answer that a codebook does not know.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NewOption {
    /// The question.
    pub question: QuestionId,
    /// What is written.
    pub value: String,
    /// How often.
    pub count: u32,
}

impl Codebook {
    /// Finds the columns of an export that this codebook knows, by their headers; case, accents and spaces make no difference.
    pub fn fit(&self, export: &Export) -> Fit {
        let mut fit = self.fit_columns(export);
        fit.options = unknown(export, self, &fit);
        fit
    }

    /// The columns alone, without looking for new answers.
    pub(crate) fn fit_columns(&self, export: &Export) -> Fit {
        let places: BTreeMap<ColumnKey, u32> = (0..)
            .zip(&export.columns)
            .map(|(nth, column)| (folded(&column.key), nth))
            .collect();
        let mut used = BTreeSet::new();
        let mut missing = BTreeSet::new();
        let mut matched = Vec::new();
        for (item, plan) in (0..).zip(&self.items) {
            let columns: Vec<Option<u32>> = plan
                .columns
                .iter()
                .map(|key| {
                    let place = places.get(&folded(key)).copied();
                    match place {
                        Some(place) => {
                            used.insert(place);
                        }
                        None => {
                            missing.insert(key.clone());
                        }
                    }
                    place
                })
                .collect();
            if columns.iter().any(Option::is_some) {
                matched.push(Matched { item, columns });
            }
        }
        let new = (0..)
            .zip(&export.columns)
            .filter(|(nth, _)| !used.contains(nth))
            .map(|(nth, column)| NewColumn {
                column: nth,
                key: column.key.clone(),
                filled: count(export.column(nth as usize).filter(|cell| !cell.is_empty())),
            })
            .collect();
        Fit {
            matched,
            missing: missing.into_iter().collect(),
            new,
            options: Vec::new(),
        }
    }
}

/// A key to compare with.
fn folded(key: &ColumnKey) -> ColumnKey {
    ColumnKey {
        header: fold(&key.header),
        second: fold(&key.second),
        nth: key.nth,
    }
}

/// The number of things, as far as it can be written.
pub(crate) fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

/// Answers that the codebook does not know, in the order of the questions, the most frequent first.
fn unknown(export: &Export, codebook: &Codebook, fit: &Fit) -> Vec<NewOption> {
    let mut options = Vec::new();
    for reader in readers(codebook, fit)
        .into_iter()
        .filter(Reader::has_options)
    {
        let Some(question) = reader.question() else {
            continue;
        };
        let mut found: BTreeMap<String, u32> = BTreeMap::new();
        for row in 0..export.len() {
            if let Ok(Read::Options { new, .. }) = reader.read(export, row) {
                for value in new {
                    *found.entry(value).or_default() += 1;
                }
            }
        }
        let mut found: Vec<(String, u32)> = found.into_iter().collect();
        found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        options.extend(found.into_iter().map(|(value, count)| NewOption {
            question: question.clone(),
            value,
            count,
        }));
    }
    options
}
