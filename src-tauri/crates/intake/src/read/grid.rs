//! Rows of cells as they come in, each row as long as it is, within limits.

use crate::{Error, Limits};

/// Rows of cells, in one piece of text.
#[derive(Default)]
pub(super) struct Grid {
    text: String,
    spans: Vec<(u32, u32)>,
    rows: Vec<GridRow>,
    begin: usize,
    long: bool,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct GridRow {
    /// The row in the file, from 1.
    pub(super) number: u32,
    from: usize,
    to: usize,
    /// Whether a cell was longer than it may be; it was cut.
    pub(super) long: bool,
}

impl Grid {
    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row, counted from 0.
    pub(super) fn meta(&self, row: usize) -> Option<GridRow> {
        self.rows.get(row).copied()
    }

    /// The cells of a row, counted from 0; none where there is no such row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        let (from, to) = self.rows.get(row).map_or((0, 0), |row| (row.from, row.to));
        self.spans[from..to]
            .iter()
            .map(|(from, to)| self.text.get(*from as usize..*to as usize).unwrap_or(""))
    }

    /// The number of cells of a row up to the last filled one.
    pub(super) fn filled(&self, row: usize) -> usize {
        let (from, to) = self.rows.get(row).map_or((0, 0), |row| (row.from, row.to));
        self.spans[from..to]
            .iter()
            .rposition(|(from, to)| from != to)
            .map_or(0, |last| last + 1)
    }

    /// The text of all cells and where each stands, given away.
    pub(super) fn into_parts(self) -> (String, Vec<(u32, u32)>, Vec<std::ops::Range<usize>>) {
        let rows = self.rows.iter().map(|row| row.from..row.to).collect();
        (self.text, self.spans, rows)
    }

    /// Adds a cell to the row that is being read. White space around it, control characters and marks that turn the direction of
    /// writing are dropped; line ends become `\n`.
    pub(super) fn cell(&mut self, cell: &str, limits: &Limits) -> Result<(), Error> {
        let cell = cell.trim();
        let most = usize::try_from(limits.cell).unwrap_or(usize::MAX);
        let cell = if cell.len() > most {
            self.long = true;
            &cell[..cell.floor_char_boundary(most)]
        } else {
            cell
        };
        let columns = (self.spans.len() - self.begin) as u64;
        if columns >= limits.columns {
            return Err(Error::Columns {
                row: self.rows.len() as u64 + 1,
                most: limits.columns,
            });
        }
        let used = (self.text.len() + cell.len() + 8 * self.spans.len()) as u64;
        if used > limits.cells || used > u64::from(u32::MAX) {
            return Err(Error::Cells { most: limits.cells });
        }
        let from = self.text.len() as u32;
        if cell.bytes().all(|byte| (b' '..0x7F).contains(&byte)) {
            self.text.push_str(cell);
        } else {
            push_clean(cell, &mut self.text);
        }
        self.spans.push((from, self.text.len() as u32));
        Ok(())
    }

    /// Ends the row that is being read. A row without anything in it is dropped.
    pub(super) fn end_row(&mut self, number: u64, limits: &Limits) -> Result<(), Error> {
        let row = GridRow {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            from: self.begin,
            to: self.spans.len(),
            long: std::mem::take(&mut self.long),
        };
        let blank = self.spans[row.from..row.to]
            .iter()
            .all(|(from, to)| from == to);
        if blank {
            self.spans.truncate(self.begin);
        } else {
            if self.rows.len() as u64 >= limits.rows {
                return Err(Error::Rows { most: limits.rows });
            }
            self.rows.push(row);
        }
        self.begin = self.spans.len();
        Ok(())
    }
}

fn push_clean(cell: &str, text: &mut String) {
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    text.push('\n');
                }
            }
            '\n' | '\t' => text.push(letter),
            '\u{a0}' => text.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
}
