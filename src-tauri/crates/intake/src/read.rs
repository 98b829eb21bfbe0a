//! From bytes to rows of cells, for each format.

mod archive;
mod delimited;
mod grid;
mod headers;
mod ods;
mod source;
mod text;
mod xlsx;

use crate::{Delimiter, Encoding, Error, Export, Format, How, Remark};
use grid::Grid;

/// What was read of a file, before headers are told from answers.
struct Sheet {
    format: Format,
    encoding: Option<Encoding>,
    delimiter: Option<Delimiter>,
    sheet: Option<String>,
    sheets: Vec<String>,
    grid: Grid,
    remarks: Vec<Remark>,
}

/// Reads a survey export: text with delimiters, or a workbook. What `how` leaves out is found out and said in the export.
///
/// # Errors
/// Every [`Error`] that is about a file as a whole. Rows that cannot be read are in [`Export::broken`].
pub fn open(bytes: &[u8], name: &str, how: &How) -> Result<Export, Error> {
    headers::export(read(bytes, how)?, name, how)
}

/// Reads all rows of a file without telling headers from answers.
pub(crate) fn rows(bytes: &[u8], how: &How) -> Result<Vec<Vec<String>>, Error> {
    let grid = read(bytes, how)?.grid;
    Ok((0..grid.len())
        .map(|row| grid.row(row).map(str::to_owned).collect())
        .collect())
}

fn read(bytes: &[u8], how: &How) -> Result<Sheet, Error> {
    let size = bytes.len() as u64;
    if size > how.limits.bytes {
        return Err(Error::TooLarge {
            bytes: size,
            most: how.limits.bytes,
        });
    }
    match bytes {
        [] => Err(Error::Empty),
        [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..] => workbook(bytes, how),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(archive::old(bytes)),
        _ => csv(bytes, how),
    }
}

fn workbook(bytes: &[u8], how: &How) -> Result<Sheet, Error> {
    let format = archive::check(bytes, &how.limits)?;
    let (sheets, sheet, grid) = match format {
        Format::Ods => ods::read(bytes, how)?,
        Format::Xlsx | Format::Csv => xlsx::read(bytes, how)?,
    };
    Ok(Sheet {
        format,
        encoding: None,
        delimiter: None,
        sheet: Some(sheet),
        sheets,
        grid,
        remarks: Vec::new(),
    })
}

fn csv(bytes: &[u8], how: &How) -> Result<Sheet, Error> {
    let decoded = text::decode(bytes, how.encoding)?;
    let delimiter = how
        .delimiter
        .unwrap_or_else(|| delimited::detect(&decoded.text));
    let (grid, repaired) = delimited::read(&decoded.text, delimiter, &how.limits)?;
    let mut remarks = Vec::new();
    if decoded.guessed {
        remarks.push(Remark::new("encoding_guessed").with("encoding", decoded.encoding.name()));
    }
    if repaired > 0 {
        remarks.push(Remark::new("repaired").with("count", repaired));
    }
    Ok(Sheet {
        format: Format::Csv,
        encoding: Some(decoded.encoding),
        delimiter: Some(delimiter),
        sheet: None,
        sheets: Vec::new(),
        grid,
        remarks,
    })
}
