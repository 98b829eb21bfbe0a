//! Headers told from answers, and rows made as wide as the headers.

use std::collections::BTreeMap;

use super::source::recognise;
use super::{Grid, Sheet};
use crate::export::Cells;
use crate::words::{cut, fold, header};
use crate::{Column, ColumnKey, Delimiter, Error, Export, How, RejectReason, Rejected, Remark};

/// What SurveyMonkey writes under a question with an open answer, in the languages that occur here.
const OPEN_ENDED: &[&str] = &[
    "response",
    "open-ended response",
    "antwoord",
    "open antwoord",
    "open-einde-antwoord",
    "reactie",
];

/// Makes an export of what was read.
pub(super) fn export(read: Sheet, name: &str, how: &How) -> Result<Export, Error> {
    let Sheet {
        format,
        encoding,
        delimiter,
        sheet,
        sheets,
        grid,
        mut remarks,
    } = read;
    let begin = (0..grid.len())
        .find(|row| !comment(&grid, *row, delimiter) && !title(&grid, *row))
        .unwrap_or(0);
    let rows = how
        .header_rows
        .map_or_else(|| header_rows(&grid, begin), |rows| rows.clamp(1, 3));
    let last = begin + usize::from(rows);
    if grid.len() <= last {
        return Err(Error::Empty);
    }
    let (numbers, comments): (Vec<usize>, Vec<usize>) =
        (last..grid.len()).partition(|row| !comment(&grid, *row, delimiter));
    if numbers.is_empty() {
        return Err(Error::Empty);
    }
    if begin + comments.len() > 0 {
        remarks.push(Remark::new("row_left_out").with("count", begin + comments.len()));
    }
    let width = width(&grid, begin..last, &numbers);
    let headers: Vec<Vec<String>> = (begin..last)
        .map(|row| {
            let mut cells: Vec<String> = grid.row(row).take(width).map(str::to_owned).collect();
            cells.resize(width, String::new());
            cells
        })
        .collect();
    let mut broken = Vec::new();
    let cells = cells(grid, &numbers, width, &mut broken);
    if cells.rows.is_empty() {
        return Err(Error::Empty);
    }
    let columns = columns(&headers, width);
    let source = recognise(&columns, rows);
    Ok(Export {
        name: name.to_owned(),
        format,
        encoding,
        delimiter,
        sheet,
        sheets,
        source,
        header_rows: rows,
        columns,
        broken,
        remarks,
        cells,
    })
}

/// Whether a row is a comment, as NarraFirma writes it; where `;` divides cells it cannot be told.
fn comment(grid: &Grid, row: usize, delimiter: Option<Delimiter>) -> bool {
    !matches!(delimiter, None | Some(Delimiter::Semicolon))
        && grid
            .row(row)
            .next()
            .is_some_and(|cell| cell.starts_with(';'))
}

/// Whether a row is a title above the table: one cell, where the rows below it have three or more.
fn title(grid: &Grid, row: usize) -> bool {
    grid.filled(row) <= 1 && (row + 1..=row + 3).any(|below| grid.filled(below) >= 3)
}

/// The number of header rows.
fn header_rows(grid: &Grid, begin: usize) -> u8 {
    let cells = |nth: usize| -> Vec<&str> { grid.row(begin + nth).collect() };
    let (first, second, third) = (cells(0), cells(1), cells(2));
    if third
        .iter()
        .any(|cell| cell.starts_with('{') && cell.contains("ImportId"))
    {
        return 3;
    }
    if second
        .iter()
        .any(|cell| cell.starts_with('{') && cell.contains("ImportId"))
    {
        return 2;
    }
    // The second row of NarraFirma's own export, with the names of the answers.
    if second.first() == Some(&";") {
        return 2;
    }
    // SurveyMonkey: nothing under the number of the respondent, answers under questions, and questions that span several columns.
    let open = second
        .iter()
        .filter(|cell| OPEN_ENDED.contains(&fold(cell).as_str()))
        .count();
    let spanned = second
        .iter()
        .enumerate()
        .filter(|(nth, cell)| {
            !cell.is_empty() && first.get(*nth).is_none_or(|above| above.is_empty())
        })
        .count();
    let no_number = second.first().is_none_or(|cell| cell.is_empty());
    if no_number && (open > 0 || spanned > 0) && grid.len() > begin + 2 {
        2
    } else {
        1
    }
}

/// As wide as the headers, with the unnamed ones at the end where something stands below them; wider where most rows are.
fn width(grid: &Grid, headers: std::ops::Range<usize>, rows: &[usize]) -> usize {
    let named = headers
        .clone()
        .map(|row| grid.filled(row))
        .max()
        .unwrap_or(0);
    let written = headers.map(|row| grid.row(row).count()).max().unwrap_or(0);
    let filled = rows.iter().map(|row| grid.filled(*row));
    let below = filled.clone().filter(|filled| *filled <= written).max();
    let width = named.max(below.unwrap_or(0));
    if filled.clone().filter(|filled| *filled > width).count() * 2 > rows.len() {
        filled.max().unwrap_or(width)
    } else {
        width
    }
}

/// Makes every row as wide as the headers; rows with more in them are listed.
fn cells(grid: Grid, rows: &[usize], width: usize, broken: &mut Vec<Rejected>) -> Cells {
    let mut kept = Vec::new();
    for &row in rows {
        let Some(meta) = grid.meta(row) else { continue };
        let wrong = if meta.long {
            let longest = grid.row(row).max_by_key(|cell| cell.len());
            longest.map(|cell| (RejectReason::LongCell, cell))
        } else if grid.filled(row) > width {
            let beyond = grid.row(row).skip(width).find(|cell| !cell.is_empty());
            beyond.map(|cell| (RejectReason::MoreCells, cell))
        } else {
            None
        };
        match wrong {
            Some((reason, value)) => broken.push(Rejected {
                row: meta.number,
                column: String::new(),
                value: cut(value, 120),
                reason,
            }),
            None => kept.push((row, meta.number)),
        }
    }
    let (text, all, ranges) = grid.into_parts();
    let mut spans = Vec::with_capacity(kept.len() * width);
    let mut numbers = Vec::with_capacity(kept.len());
    for (row, number) in kept {
        let range = ranges.get(row).cloned().unwrap_or_default();
        let cells = &all[range];
        let present = cells.len().min(width);
        spans.extend_from_slice(&cells[..present]);
        spans.resize(spans.len() + width - present, (0, 0));
        numbers.push(number);
    }
    Cells {
        text,
        spans,
        rows: numbers,
        width,
    }
}

/// The columns with their keys. An unnamed column belongs to the named one before it.
fn columns(headers: &[Vec<String>], width: usize) -> Vec<Column> {
    let mut seen: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut above = String::new();
    (0..width)
        .map(|nth| {
            let own: Vec<String> = headers.iter().map(|row| row[nth].clone()).collect();
            let first = own.first().map_or_else(String::new, |text| header(text));
            if !first.is_empty() {
                above = first;
            }
            let second = own.get(1).map_or_else(String::new, |text| header(text));
            let count = seen.entry((above.clone(), second.clone())).or_default();
            let key = ColumnKey {
                header: above.clone(),
                second,
                nth: *count,
            };
            *count += 1;
            Column { headers: own, key }
        })
        .collect()
}
