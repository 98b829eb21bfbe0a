//! Workbooks of Excel, cell by cell: a sheet that says to have cells in its farthest corner costs nothing.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader as _, Xlsx};

use super::archive::damaged;
use super::grid::Grid;
use crate::{Error, How};

/// Reads one sheet: the names of all, the name of this one, its rows.
pub(super) fn read(bytes: &[u8], how: &How) -> Result<(Vec<String>, String, Grid), Error> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = workbook.sheet_names();
    if let Some(name) = &how.sheet {
        if !names.contains(name) {
            return Err(Error::NoSheet {
                sheet: name.clone(),
            });
        }
        let grid = sheet(&mut workbook, name, how)?;
        return Ok((names.clone(), name.clone(), grid));
    }
    for name in &names {
        // A sheet of charts has no cells to read.
        if let Ok(grid) = sheet(&mut workbook, name, how)
            && grid.len() >= 2
        {
            return Ok((names.clone(), name.clone(), grid));
        }
    }
    match names.first() {
        Some(name) => Ok((
            names.clone(),
            name.clone(),
            sheet(&mut workbook, name, how)?,
        )),
        None => Err(Error::Empty),
    }
}

fn sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, how: &How) -> Result<Grid, Error> {
    let limits = &how.limits;
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    let mut grid = Grid::default();
    let (mut row, mut column) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (to_row, to_column) = cell.get_position();
        // Cells must come in reading order; what stands elsewhere is no workbook that a program wrote.
        if to_row < row || (to_row == row && to_column < column) {
            return Err(damaged(format!("row {}", to_row + 1)));
        }
        if u64::from(to_column) >= limits.columns {
            if matches!(cell.get_value(), DataRef::Empty) {
                continue;
            }
            return Err(Error::Columns {
                row: u64::from(to_row) + 1,
                most: limits.columns,
            });
        }
        if to_row > row {
            grid.end_row(u64::from(row) + 1, limits)?;
            (row, column) = (to_row, 0);
        }
        while column < to_column {
            grid.cell("", limits)?;
            column += 1;
        }
        write(&mut grid, cell.get_value(), limits)?;
        column += 1;
    }
    grid.end_row(u64::from(row) + 1, limits)?;
    Ok(grid)
}

fn write(grid: &mut Grid, value: &DataRef<'_>, limits: &crate::Limits) -> Result<(), Error> {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            grid.cell(text, limits)
        }
        DataRef::SharedString(text) => grid.cell(text, limits),
        DataRef::Int(number) => grid.cell(&number.to_string(), limits),
        DataRef::Float(number) => grid.cell(&number.to_string(), limits),
        DataRef::Bool(yes) => grid.cell(if *yes { "TRUE" } else { "FALSE" }, limits),
        DataRef::DateTime(_) => match Data::from(value.clone()) {
            Data::DateTime(when) if when.is_datetime() => {
                let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
                let text = if (hour, minute, second) == (0, 0, 0) {
                    format!("{year:04}-{month:02}-{day:02}")
                } else {
                    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
                };
                grid.cell(&text, limits)
            }
            other => grid.cell(&other.to_string(), limits),
        },
        DataRef::Error(_) | DataRef::Empty => grid.cell("", limits),
    }
}
