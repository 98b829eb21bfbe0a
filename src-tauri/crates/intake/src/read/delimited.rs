//! Text with delimiters: CSV as RFC 4180 says, and as programs write it.
//!
//! Written here and not taken from a crate, because rows must be counted as a spreadsheet shows them, an unpaired quote must not
//! swallow the rest of the file, and two defects of NarraFirma's export are mended on the way.

use std::borrow::Cow;

use super::grid::Grid;
use crate::{Delimiter, Error, Limits};

/// How much of the text is looked at to find the delimiter.
const SAMPLE: usize = 256 << 10;
/// How many rows are looked at to find the delimiter.
const SAMPLE_ROWS: usize = 60;

/// Reads all rows; also gives the number of cells whose quotes were mended.
pub(super) fn read(
    text: &str,
    delimiter: Delimiter,
    limits: &Limits,
) -> Result<(Grid, u64), Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut grid = Grid::default();
    let mut repaired = 0;
    let mut fields = Fields::new(text, delimiter.byte());
    let mut number = 1;
    if let Some((_, rest)) = announced(text) {
        fields = Fields::new(rest, delimiter.byte());
        number = 2;
    }
    while let Some(field) = fields.next() {
        match unwrapped(&field.text) {
            Some(mended) => {
                repaired += 1;
                grid.cell(&mended, limits)?;
            }
            None => {
                repaired += u64::from(field.mended);
                grid.cell(&field.text, limits)?;
            }
        }
        if field.ends_row {
            grid.end_row(number, limits)?;
            number += 1;
        }
    }
    Ok((grid, repaired))
}

/// Finds the delimiter: the one that cuts the first rows into the same number of cells most often, and into more.
pub(super) fn detect(text: &str) -> Delimiter {
    if let Some((delimiter, _)) = announced(text) {
        return delimiter;
    }
    let widths = Delimiter::ALL.map(|delimiter| (delimiter, widths(text, delimiter)));
    let headed = |widths: &[usize]| widths.first().is_some_and(|first| *first > 1);
    let any_headed = widths.iter().any(|(_, widths)| headed(widths));
    let mut best = (0.0, None);
    for (delimiter, widths) in &widths {
        let score = score(widths);
        // Where no delimiter cuts the first row, it may be a title above a table, of which the rows are alike; otherwise each row is
        // one cell of text, with commas in it.
        let fits = headed(widths) || !any_headed && alike(widths);
        if fits && score > best.0 {
            best = (score, Some(*delimiter));
        }
    }
    best.1.unwrap_or_else(|| {
        let cuts = |widths: &[usize]| widths.iter().filter(|width| **width > 1).count();
        widths
            .iter()
            .min_by_key(|(_, widths)| cuts(widths))
            .map_or(Delimiter::Comma, |(delimiter, _)| *delimiter)
    })
}

/// Into how many cells a delimiter cuts each of the first rows; comments and blank rows do not count.
fn widths(text: &str, delimiter: Delimiter) -> Vec<usize> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let cut = sample.len() < text.len();
    let mut widths = Vec::new();
    let (mut width, mut comment) = (0, false);
    let mut fields = Fields::new(sample, delimiter.byte());
    while let Some(field) = fields.next()
        && widths.len() < SAMPLE_ROWS
    {
        if width == 0 {
            comment = delimiter != Delimiter::Semicolon && field.text.starts_with(';');
        }
        width += 1;
        if field.ends_row {
            let blank = width == 1 && field.text.trim().is_empty();
            if !blank && !comment {
                widths.push(width);
            }
            width = 0;
        }
    }
    if cut && widths.len() < SAMPLE_ROWS {
        widths.pop();
    }
    widths
}

/// The share of rows that are as wide as most, times the logarithm of that width.
fn score(widths: &[usize]) -> f64 {
    let (share, width) = common(widths);
    share * share * (width as f64).ln()
}

/// Whether nearly all rows but the first are of one width, and not of one cell.
fn alike(widths: &[usize]) -> bool {
    let (share, width) = common(widths.get(1..).unwrap_or(&[]));
    share >= 0.8 && width > 1
}

/// The width for which share and width together are most, with its share.
fn common(widths: &[usize]) -> (f64, usize) {
    let worth = |(share, width): &(f64, usize)| share * share * (*width as f64).ln();
    widths
        .iter()
        .map(|width| {
            let same = widths.iter().filter(|other| *other == width).count();
            (same as f64 / widths.len() as f64, *width)
        })
        .max_by(|a, b| worth(a).total_cmp(&worth(b)))
        .unwrap_or((0.0, 1))
}

/// Excel's first line `sep=;`: the delimiter, and what follows the line.
fn announced(text: &str) -> Option<(Delimiter, &str)> {
    let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rest = rest.strip_prefix("sep=")?;
    let delimiter = Delimiter::ALL
        .into_iter()
        .find(|delimiter| rest.as_bytes().first() == Some(&delimiter.byte()))?;
    let rest = &rest[1..];
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((delimiter, rest.strip_prefix('\n')?))
}

/// NarraFirma quotes a text with both a comma and a line end up to three times over. A cell that still is a quoted text after it was
/// read is unwrapped, as often as it is one; a text that somebody put between quotes themselves stays as it is.
fn unwrapped(cell: &str) -> Option<String> {
    if !(cell.starts_with('"') && cell.contains(',') && cell.contains('\n')) {
        return None;
    }
    let mut text = Cow::Borrowed(cell);
    let mut mended = false;
    loop {
        let inner = match text
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
        {
            Some(inner) if inner.contains("\"\"") => inner,
            // The innermost of two wrappings holds no quotes any more.
            Some(inner) if mended && !inner.contains('"') => inner,
            Some(_) | None => break,
        };
        let doubled = inner.matches("\"\"").count();
        if inner.matches('"').count() != 2 * doubled {
            break;
        }
        text = Cow::Owned(inner.replace("\"\"", "\""));
        mended = true;
    }
    mended.then(|| text.into_owned())
}

/// One cell as it is read.
struct Field<'a> {
    text: Cow<'a, str>,
    ends_row: bool,
    /// Whether quotes that were not doubled were kept as they stand.
    mended: bool,
}

/// The cells of a text, one after another.
struct Fields<'a> {
    text: &'a str,
    at: usize,
    delimiter: u8,
    /// Whether the last cell ended with a delimiter, so that one more follows, empty if need be.
    open: bool,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            text,
            at: 0,
            delimiter,
            open: false,
        }
    }

    fn next(&mut self) -> Option<Field<'a>> {
        if self.at >= self.text.len() && !std::mem::take(&mut self.open) {
            return None;
        }
        let quoted = self.text.as_bytes().get(self.at) == Some(&b'"');
        let (text, end, mended) = match quoted.then(|| self.quoted()).flatten() {
            Some((text, end)) => (text, end, false),
            None => {
                let end = self.plain_end();
                (Cow::Borrowed(&self.text[self.at..end]), end, quoted)
            }
        };
        let bytes = self.text.as_bytes();
        let (after, ends_row) = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => (end + 2, true),
            (Some(b'\r' | b'\n'), _) => (end + 1, true),
            (Some(_), _) => (end + 1, false),
            (None, _) => (end, true),
        };
        self.at = after;
        self.open = !ends_row;
        Some(Field {
            text,
            ends_row,
            mended,
        })
    }

    /// The end of a cell without quotes.
    fn plain_end(&self) -> usize {
        let bytes = &self.text.as_bytes()[self.at..];
        let length = bytes
            .iter()
            .position(|byte| *byte == self.delimiter || *byte == b'\n' || *byte == b'\r');
        self.at + length.unwrap_or(bytes.len())
    }

    /// A cell between quotes and where it ends; none where the quotes do not pair or something stands behind them.
    fn quoted(&self) -> Option<(Cow<'a, str>, usize)> {
        let bytes = self.text.as_bytes();
        let begin = self.at + 1;
        let mut at = begin;
        let mut doubled = false;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
            if bytes.get(at + 1) == Some(&b'"') {
                doubled = true;
                at += 2;
                continue;
            }
            let blanks = bytes[at + 1..]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            let end = at + 1 + blanks;
            return match bytes.get(end) {
                None | Some(b'\n' | b'\r') => Some(end),
                Some(byte) if *byte == self.delimiter => Some(end),
                Some(_) => None,
            }
            .map(|end| {
                let inner = &self.text[begin..at];
                let text = if doubled {
                    Cow::Owned(inner.replace("\"\"", "\""))
                } else {
                    Cow::Borrowed(inner)
                };
                (text, end)
            });
        }
    }
}
