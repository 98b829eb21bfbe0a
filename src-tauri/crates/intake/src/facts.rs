//! What stands in a column: how much, which values, how long.

use std::collections::BTreeMap;

use crate::Export;
use crate::missing::is_missing;
use crate::words::fold;

/// What stands in one column.
pub(crate) struct Facts<'a> {
    /// The number of rows.
    pub(crate) rows: usize,
    /// The number of filled cells.
    pub(crate) filled: usize,
    /// The different cells, as first seen.
    pub(crate) values: Vec<Value<'a>>,
}

/// A cell that occurs.
#[derive(Clone, Debug)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    pub(crate) count: u32,
}

impl<'a> Facts<'a> {
    /// Looks at a column.
    pub(crate) fn of(export: &'a Export, column: usize) -> Self {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut values: Vec<Value<'a>> = Vec::new();
        let mut filled = 0;
        let mut last: Option<usize> = None;
        for cell in export.column(column).filter(|cell| !cell.is_empty()) {
            filled += 1;
            // Neighbours are often the same.
            let place = match last {
                Some(place) if values[place].text == cell => place,
                _ => *places.entry(cell).or_insert_with(|| {
                    values.push(Value {
                        text: cell,
                        count: 0,
                    });
                    values.len() - 1
                }),
            };
            values[place].count += 1;
            last = Some(place);
        }
        Self {
            rows: export.len(),
            filled,
            values,
        }
    }

    /// Without words that say that there is no answer; those words apart.
    pub(crate) fn without_missing(&self) -> (Self, Vec<String>) {
        let (missing, values): (Vec<Value<'a>>, Vec<Value<'a>>) = self
            .values
            .iter()
            .cloned()
            .partition(|value| is_missing(value.text));
        let absent: usize = missing.iter().map(|value| value.count as usize).sum();
        let kept = Self {
            rows: self.rows,
            filled: self.filled - absent,
            values,
        };
        let words = missing.iter().map(|value| value.text.to_owned()).collect();
        (kept, words)
    }

    /// The different cells when case, accents and spaces make no difference: the most frequent spelling, with the count of all.
    pub(crate) fn folded(&self) -> Vec<Spelled<'a>> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut spelled: Vec<Spelled<'a>> = Vec::new();
        for value in &self.values {
            let place = *places.entry(fold(value.text)).or_insert_with(|| {
                spelled.push(Spelled {
                    text: value.text,
                    most: 0,
                    count: 0,
                });
                spelled.len() - 1
            });
            let one = &mut spelled[place];
            one.count += value.count;
            if value.count > one.most {
                one.most = value.count;
                one.text = value.text;
            }
        }
        spelled
    }

    /// The mean number of words of a filled cell; 0 where none is filled.
    pub(crate) fn mean_words(&self) -> f64 {
        let words: usize = self
            .values
            .iter()
            .map(|value| value.text.split_whitespace().count() * value.count as usize)
            .sum();
        if self.filled == 0 {
            0.0
        } else {
            words as f64 / self.filled as f64
        }
    }

    /// The share of filled cells for which something holds, 0 to 1.
    pub(crate) fn share(&self, test: impl Fn(&str) -> bool) -> f64 {
        let hits: usize = self
            .values
            .iter()
            .filter(|value| test(value.text))
            .map(|value| value.count as usize)
            .sum();
        if self.filled == 0 {
            0.0
        } else {
            hits as f64 / self.filled as f64
        }
    }

    /// Whether something holds for every filled cell, and there is one.
    pub(crate) fn all(&self, test: impl Fn(&str) -> bool) -> bool {
        self.filled > 0 && self.values.iter().all(|value| test(value.text))
    }
}

/// Cells that are the same but for case, accents and spaces.
pub(crate) struct Spelled<'a> {
    /// The most frequent spelling.
    pub(crate) text: &'a str,
    most: u32,
    /// How often all of them occur.
    pub(crate) count: u32,
}
