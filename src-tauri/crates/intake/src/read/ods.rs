//! Workbooks of LibreOffice.
//!
//! Read here and not by calamine, which builds every sheet in memory with all the rows and columns that the file says are repeated: a
//! few bytes can then ask for hundreds of millions of cells. Here repetition counts against the limits before it costs anything.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::{damaged, entry};
use super::grid::Grid;
use crate::{Error, How, Limits};

/// Reads one sheet: the names of all, the name of this one, its rows.
pub(super) fn read(bytes: &[u8], how: &How) -> Result<(Vec<String>, String, Grid), Error> {
    let content = entry(bytes, "content.xml", &how.limits)?;
    let mut reader = Reader::from_str(&content);
    let (mut names, mut chosen) = (Vec::new(), None);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(start) if start.name().0 == "table:table" => {
                let name = attribute(&start, "table:name").unwrap_or_default();
                names.push(name.clone());
                let asked = how.sheet.as_ref();
                let wanted = asked.map_or(chosen.is_none(), |asked| *asked == name);
                if wanted {
                    let grid = table(&mut reader, &how.limits)?;
                    if asked.is_some() || grid.len() >= 2 {
                        chosen = Some((name, grid));
                    }
                }
            }
            Event::Empty(start) if start.name().0 == "table:table" => {
                names.push(attribute(&start, "table:name").unwrap_or_default());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (chosen, &how.sheet) {
        (Some((name, grid)), _) => Ok((names, name, grid)),
        (None, Some(sheet)) => Err(Error::NoSheet {
            sheet: sheet.clone(),
        }),
        (None, None) => Err(Error::Empty),
    }
}

/// What is kept of a cell.
#[derive(Default)]
struct Cell {
    text: String,
    value: Option<String>,
    repeated: u64,
}

fn table(reader: &mut Reader<&[u8]>, limits: &Limits) -> Result<Grid, Error> {
    let mut grid = Grid::default();
    let mut number = 1_u64;
    let mut repeated = 1;
    let mut row: Vec<(String, u64)> = Vec::new();
    let mut width = 0_u64;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(start) => match start.name().0 {
                "table:table-row" => {
                    repeated = count(&start, "table:number-rows-repeated");
                    row.clear();
                    width = 0;
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let cell = cell(reader, &start, limits)?;
                    add(&mut row, &mut width, cell, number, limits)?;
                }
                _ => {}
            },
            Event::Empty(start) => match start.name().0 {
                "table:table-cell" | "table:covered-table-cell" => {
                    let cell = Cell {
                        value: value(&start),
                        repeated: count(&start, "table:number-columns-repeated"),
                        ..Cell::default()
                    };
                    add(&mut row, &mut width, cell, number, limits)?;
                }
                "table:table-row" => {
                    number += count(&start, "table:number-rows-repeated");
                }
                _ => {}
            },
            Event::End(end) => match end.name().0 {
                "table:table-row" => {
                    write(&mut grid, &row, &mut number, repeated, limits)?;
                    row.clear();
                }
                "table:table" => return Ok(grid),
                _ => {}
            },
            Event::Eof => return Err(damaged("content.xml is cut off")),
            _ => {}
        }
    }
}

/// Adds a cell, as often as it is repeated; empty cells at the end of a row are never written.
fn add(
    row: &mut Vec<(String, u64)>,
    width: &mut u64,
    cell: Cell,
    number: u64,
    limits: &Limits,
) -> Result<(), Error> {
    let text = cell.value.unwrap_or(cell.text);
    *width = width.saturating_add(cell.repeated);
    if !text.is_empty() && *width > limits.columns {
        return Err(Error::Columns {
            row: number,
            most: limits.columns,
        });
    }
    row.push((text, cell.repeated));
    Ok(())
}

fn write(
    grid: &mut Grid,
    row: &[(String, u64)],
    number: &mut u64,
    repeated: u64,
    limits: &Limits,
) -> Result<(), Error> {
    let Some(last) = row.iter().rposition(|(text, _)| !text.is_empty()) else {
        *number = number.saturating_add(repeated);
        return Ok(());
    };
    if repeated > limits.rows {
        return Err(Error::Rows { most: limits.rows });
    }
    for _ in 0..repeated {
        for (text, times) in &row[..=last] {
            for _ in 0..*times {
                grid.cell(text, limits)?;
            }
        }
        grid.end_row(*number, limits)?;
        *number = number.saturating_add(1);
    }
    Ok(())
}

/// Reads up to the end of a cell.
fn cell(
    reader: &mut Reader<&[u8]>,
    start: &BytesStart<'_>,
    limits: &Limits,
) -> Result<Cell, Error> {
    let mut cell = Cell {
        value: value(start),
        repeated: count(start, "table:number-columns-repeated"),
        text: String::new(),
    };
    let (mut paragraphs, mut notes) = (0, 0);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(inner) => match inner.name().0 {
                "text:p" if notes == 0 => {
                    if paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    paragraphs += 1;
                }
                "office:annotation" => notes += 1,
                _ => {}
            },
            Event::Empty(inner) if notes == 0 => match inner.name().0 {
                "text:p" => {
                    if paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    paragraphs += 1;
                }
                "text:line-break" => cell.text.push('\n'),
                "text:tab" => cell.text.push('\t'),
                "text:s" => {
                    for _ in 0..count(&inner, "text:c").min(limits.cell) {
                        cell.text.push(' ');
                    }
                }
                _ => {}
            },
            Event::Text(text) if notes == 0 && paragraphs > 0 => {
                cell.text.push_str(&text.xml10_content());
            }
            Event::CData(text) if notes == 0 && paragraphs > 0 => {
                cell.text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) if notes == 0 && paragraphs > 0 => {
                cell.text.push_str(&letter(&reference)?);
            }
            Event::End(end) => match end.name().0 {
                "table:table-cell" | "table:covered-table-cell" => return Ok(cell),
                "office:annotation" => notes -= 1,
                _ => {}
            },
            Event::Eof => return Err(damaged("content.xml is cut off")),
            _ => {}
        }
    }
}

/// The value of a number, a date or a yes-or-no; texts stand in their paragraphs.
fn value(start: &BytesStart<'_>) -> Option<String> {
    match attribute(start, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => attribute(start, "office:value"),
        "date" => attribute(start, "office:date-value").map(|date| date.replacen('T', " ", 1)),
        "boolean" => attribute(start, "office:boolean-value").map(|yes| yes.to_uppercase()),
        _ => None,
    }
}

fn letter(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, Error> {
    if let Some(letter) = reference.resolve_char_ref().map_err(damaged)? {
        return Ok(letter.to_string());
    }
    let name: &str = reference;
    quick_xml::escape::resolve_predefined_entity(name)
        .map(str::to_owned)
        .ok_or_else(|| damaged(format!("&{name};")))
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.0 == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .map(|value| value.into_owned())
}

/// A number of repetitions; 1 where it is not said.
fn count(start: &BytesStart<'_>, name: &str) -> u64 {
    attribute(start, name)
        .and_then(|times| times.parse().ok())
        .unwrap_or(1)
        .max(1)
}
