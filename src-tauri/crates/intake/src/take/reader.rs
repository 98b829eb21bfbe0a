//! Reading the answers of one row, as the codebook says they are written.

use std::collections::{BTreeMap, BTreeSet};

use stories::QuestionId;

use crate::dates::day;
use crate::numbers::{labelled, number};
use crate::propose::MOST_SEVERAL;
use crate::words::{cut, fold};
use crate::{
    Codebook, Coding, DateOrder, Export, Fit, Layout, Plan, QuestionPlan, RejectReason, Rejected,
};

/// An answer may be cut into at most this many pieces by the separator in it.
const MOST_PIECES: usize = 6;
/// From this share of the triangle on a place belongs to a corner.
const CORNER: f64 = 60.0;
/// Up to this share of a corner a place belongs to the edge opposite to it.
const EDGE: f64 = 10.0;

/// What is read of one row for one item.
pub(crate) enum Read {
    /// Nothing.
    Nothing,
    /// The chosen answers, by their place in the codebook, and answers that it does not know.
    Options { known: Vec<usize>, new: Vec<String> },
    /// A place of a slider.
    Place(u8),
    /// A text: an open answer, the story, its title, who answered.
    Text(String),
    /// A day, ISO 8601.
    Day(String),
}

/// What is wrong with a cell.
pub(crate) struct Wrong {
    pub(crate) column: Option<usize>,
    pub(crate) value: String,
    pub(crate) reason: RejectReason,
}

impl Wrong {
    /// As it goes into the list.
    pub(crate) fn at(self, export: &Export, row: usize) -> Rejected {
        let header = self.column.and_then(|column| export.columns.get(column));
        Rejected {
            row: export.row_number(row),
            column: header.map_or_else(String::new, |column| column.key.header.clone()),
            value: cut(&self.value, 120),
            reason: self.reason,
        }
    }
}

/// Reads one item of a codebook.
pub(crate) struct Reader<'a> {
    pub(crate) item: usize,
    pub(crate) plan: &'a Plan,
    columns: Vec<Option<usize>>,
    missing: BTreeSet<String>,
    exact: BTreeMap<&'a str, usize>,
    folded: BTreeMap<String, usize>,
    no: BTreeSet<String>,
    /// The choice of each column (layout `columns`).
    of_column: Vec<Option<usize>>,
    scale: Vec<(String, f64)>,
}

/// Readers for all items that have columns in the export.
pub(crate) fn readers<'a>(codebook: &'a Codebook, fit: &Fit) -> Vec<Reader<'a>> {
    fit.matched
        .iter()
        .filter_map(|matched| {
            let item = matched.item as usize;
            let plan = &codebook.items.get(item)?.plan;
            let columns = matched
                .columns
                .iter()
                .map(|column| column.map(|column| column as usize))
                .collect();
            Some(Reader::new(item, plan, columns))
        })
        .filter(|reader| !matches!(reader.plan, Plan::LeftOut { .. }))
        .collect()
}

impl<'a> Reader<'a> {
    /// Reads `columns` of the export as `plan` says; `item` is its place in the codebook.
    pub(crate) fn new(item: usize, plan: &'a Plan, columns: Vec<Option<usize>>) -> Self {
        let mut reader = Self {
            item,
            plan,
            of_column: vec![None; columns.len()],
            columns,
            missing: BTreeSet::new(),
            exact: BTreeMap::new(),
            folded: BTreeMap::new(),
            no: BTreeSet::new(),
            scale: Vec::new(),
        };
        if let Plan::Question { question } = plan {
            reader.prepare(question);
        }
        reader
    }

    fn prepare(&mut self, question: &'a QuestionPlan) {
        self.missing = question.missing.iter().map(|word| fold(word)).collect();
        match &question.coding {
            Coding::Choice { choices, layout } | Coding::Several { choices, layout } => {
                for (nth, choice) in choices.iter().enumerate() {
                    for value in &choice.values {
                        self.exact.entry(value).or_insert(nth);
                        self.folded.entry(fold(value)).or_insert(nth);
                    }
                    for column in &choice.columns {
                        if let Some(of) = self.of_column.get_mut(*column as usize) {
                            *of = Some(nth);
                        }
                    }
                }
                if let Layout::Columns { no } = layout {
                    self.no = no.iter().map(|word| fold(word)).collect();
                }
            }
            Coding::Slider { labels, .. } => {
                self.scale = labels
                    .iter()
                    .map(|label| (fold(&label.value), label.number))
                    .collect();
            }
            Coding::Text => {}
        }
    }

    /// The question, where the item is one.
    pub(crate) fn question(&self) -> Option<&QuestionId> {
        match self.plan {
            Plan::Question { question } => Some(&question.id),
            Plan::Story
            | Plan::Title
            | Plan::Told { .. }
            | Plan::Participant
            | Plan::LeftOut { .. } => None,
        }
    }

    /// Whether answers are chosen, so that some may be new.
    pub(crate) fn has_options(&self) -> bool {
        match self.plan {
            Plan::Question { question } => matches!(
                question.coding,
                Coding::Choice { .. } | Coding::Several { .. }
            ),
            Plan::Story
            | Plan::Title
            | Plan::Told { .. }
            | Plan::Participant
            | Plan::LeftOut { .. } => false,
        }
    }

    /// Reads one row.
    pub(crate) fn read(&self, export: &Export, row: usize) -> Result<Read, Wrong> {
        match self.plan {
            Plan::Question { question } => self.answer(question, export, row),
            Plan::Told { order } => self.told(*order, export, row),
            Plan::Story | Plan::Title | Plan::Participant => {
                let texts: Vec<&str> = self.cells(export, row).map(|(_, cell)| cell).collect();
                Ok(if texts.is_empty() {
                    Read::Nothing
                } else {
                    Read::Text(texts.join("\n\n"))
                })
            }
            Plan::LeftOut { .. } => Ok(Read::Nothing),
        }
    }

    /// The filled cells with their columns.
    fn cells<'e>(
        &'e self,
        export: &'e Export,
        row: usize,
    ) -> impl Iterator<Item = (usize, &'e str)> {
        self.columns
            .iter()
            .flatten()
            .map(move |column| (*column, export.cell(row, *column)))
            .filter(|(_, cell)| !cell.is_empty() && !self.is_missing(cell))
    }

    fn is_missing(&self, cell: &str) -> bool {
        !self.missing.is_empty() && cell.len() <= 120 && self.missing.contains(&fold(cell))
    }

    fn told(&self, order: DateOrder, export: &Export, row: usize) -> Result<Read, Wrong> {
        let Some((column, cell)) = self
            .cells(export, row)
            .find(|(_, cell)| !crate::missing::is_missing(cell))
        else {
            return Ok(Read::Nothing);
        };
        day(cell, order)
            .map(Read::Day)
            .ok_or_else(|| wrong(column, cell, RejectReason::NotADate))
    }

    fn answer(&self, question: &QuestionPlan, export: &Export, row: usize) -> Result<Read, Wrong> {
        match &question.coding {
            Coding::Text => {
                let texts: Vec<&str> = self.cells(export, row).map(|(_, cell)| cell).collect();
                Ok(if texts.is_empty() {
                    Read::Nothing
                } else {
                    Read::Text(texts.join("\n\n"))
                })
            }
            Coding::Slider { from, to, .. } => self.place((*from, *to), export, row),
            Coding::Choice { layout, .. } => {
                let read = self.options(layout, export, row)?;
                match &read {
                    Read::Options { known, new } if known.len() + new.len() > 1 => {
                        let (column, cell) = self.cells(export, row).last().unwrap_or((0, ""));
                        Err(wrong(column, cell, RejectReason::TooManyOptions))
                    }
                    Read::Options { .. }
                    | Read::Nothing
                    | Read::Place(_)
                    | Read::Text(_)
                    | Read::Day(_) => Ok(read),
                }
            }
            Coding::Several { layout, .. } => self.options(layout, export, row),
        }
    }

    fn place(&self, (from, to): (f64, f64), export: &Export, row: usize) -> Result<Read, Wrong> {
        let Some((column, cell)) = self.cells(export, row).next() else {
            return Ok(Read::Nothing);
        };
        let said = || {
            let folded = fold(cell);
            self.scale
                .iter()
                .find(|(value, _)| *value == folded)
                .map(|(_, number)| *number)
        };
        let x = number(cell)
            .or_else(said)
            .or_else(|| labelled(cell).map(|(number, _)| number))
            .ok_or_else(|| wrong(column, cell, RejectReason::NotANumber))?;
        let place = 100.0 * (x - from) / (to - from);
        if !(-1e-9..=100.0 + 1e-9).contains(&place) {
            return Err(wrong(column, cell, RejectReason::OffScale));
        }
        Ok(Read::Place((place + 0.5).floor().clamp(0.0, 100.0) as u8))
    }

    fn options(&self, layout: &Layout, export: &Export, row: usize) -> Result<Read, Wrong> {
        let (mut known, mut new) = (Vec::new(), Vec::new());
        match layout {
            Layout::Cell | Layout::Repeated => {
                for (_, cell) in self.cells(export, row) {
                    self.option(cell, &mut known, &mut new);
                }
            }
            Layout::Delimited { separator, indexed } => {
                for (column, cell) in self.cells(export, row) {
                    if *indexed {
                        self.indexed(column, cell, separator, &mut known)?;
                    } else {
                        self.delimited(cell, separator, &mut known, &mut new);
                    }
                }
            }
            Layout::Columns { .. } => {
                for (nth, column) in self.columns.iter().enumerate() {
                    let (Some(column), Some(Some(choice))) = (column, self.of_column.get(nth))
                    else {
                        continue;
                    };
                    let cell = export.cell(row, *column);
                    let not = cell.is_empty()
                        || self.is_missing(cell)
                        || cell.len() <= 40 && self.no.contains(&fold(cell));
                    if !not && !known.contains(choice) {
                        known.push(*choice);
                    }
                }
            }
            Layout::Zone => {
                if let Some(zone) = self.zone(export, row)? {
                    known.push(zone);
                }
            }
        }
        Ok(if known.is_empty() && new.is_empty() {
            Read::Nothing
        } else {
            Read::Options { known, new }
        })
    }

    fn find(&self, value: &str) -> Option<usize> {
        self.exact
            .get(value)
            .or_else(|| self.folded.get(&fold(value)))
            .copied()
    }

    fn option(&self, value: &str, known: &mut Vec<usize>, new: &mut Vec<String>) {
        match self.find(value) {
            Some(choice) if known.contains(&choice) => {}
            Some(choice) => known.push(choice),
            None => {
                let folded = fold(value);
                if !new.iter().any(|other| fold(other) == folded) {
                    new.push(value.to_owned());
                }
            }
        }
    }

    /// Answers with a separator between them. Known answers that hold the separator are tried first, the longest first.
    fn delimited(
        &self,
        cell: &str,
        separator: &str,
        known: &mut Vec<usize>,
        new: &mut Vec<String>,
    ) {
        let pieces: Vec<&str> = if separator.is_empty() {
            vec![cell]
        } else {
            cell.split(separator).map(str::trim).collect()
        };
        // Pieces lost the space behind the separator.
        let spaced = format!("{} ", separator.trim_end());
        let mut at = 0;
        while at < pieces.len() {
            let most = MOST_PIECES.min(pieces.len() - at);
            let joined = (2..=most).rev().find_map(|count| {
                [separator, &spaced]
                    .into_iter()
                    .map(|between| pieces[at..at + count].join(between))
                    .find(|value| self.find(value).is_some())
                    .map(|value| (count, value))
            });
            let (count, value) = joined.unwrap_or_else(|| (1, pieces[at].to_owned()));
            if !value.is_empty() && !self.is_missing(&value) {
                self.option(&value, known, new);
            }
            if new.len() > MOST_SEVERAL {
                // More than any question can have: the row is rejected, and the rest of the cell need not be compared.
                break;
            }
            at += count;
        }
    }

    fn indexed(
        &self,
        column: usize,
        cell: &str,
        separator: &str,
        known: &mut Vec<usize>,
    ) -> Result<(), Wrong> {
        let divides = |letter: char| letter.is_whitespace() || separator.contains(letter);
        for piece in cell.split(divides).filter(|piece| !piece.is_empty()) {
            let choice = self
                .find(piece)
                .ok_or_else(|| wrong(column, cell, RejectReason::NoSuchOption))?;
            if !known.contains(&choice) {
                known.push(choice);
            }
        }
        Ok(())
    }

    /// The zone of the triangle; none where a corner is missing or all are zero.
    fn zone(&self, export: &Export, row: usize) -> Result<Option<usize>, Wrong> {
        let mut shares = [0.0; 3];
        for (share, column) in shares.iter_mut().zip(&self.columns) {
            let Some(column) = column else {
                return Ok(None);
            };
            let cell = export.cell(row, *column);
            if cell.is_empty() || self.is_missing(cell) {
                return Ok(None);
            }
            *share = number(cell)
                .filter(|share| *share >= 0.0)
                .ok_or_else(|| wrong(*column, cell, RejectReason::NotANumber))?;
        }
        let sum: f64 = shares.iter().sum();
        if sum <= 0.0 || !sum.is_finite() {
            return Ok(None);
        }
        let share = |nth: usize| 100.0 * shares[nth] / sum;
        let corner = (0..3).find(|nth| share(*nth) >= CORNER);
        let least = (0..3).min_by(|a, b| share(*a).total_cmp(&share(*b)));
        let edge = least.filter(|nth| share(*nth) <= EDGE).map(|nth| nth + 3);
        Ok(corner.or(edge).or(Some(6)))
    }
}

fn wrong(column: usize, value: &str, reason: RejectReason) -> Wrong {
    Wrong {
        column: Some(column),
        value: value.to_owned(),
        reason,
    }
}
