//! Sheets on their way to files.

use std::path::{Path, PathBuf};

use protocol::{Failure, Printed, Sheet, SheetSet, Wifi};

use super::{Document, Entrance, Press};
use crate::Language;
use crate::house::snapshot_of;
use crate::keys::Doors;
use crate::sitting::Sitting;

/// How sheets are written, and where.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The language of the fixed words.
    pub language: Language,
    /// As pictures of the pages (SVG) instead of PDF.
    pub pictures: bool,
    /// The folder that they go to.
    pub folder: PathBuf,
    /// The address at which devices can reach the laptop, with or without a port, where that is known.
    pub address: Option<String>,
    /// The Wi-Fi that they choose for that; without a name it is not known.
    pub wifi: Wifi,
}

/// Writes sheets: from the snapshot at a path or else the one beside the session's file, and where that is gone from what the
/// session kept of it. `draw` gives 32 random bytes
/// for the secret of a session that has none yet.
///
/// # Errors
/// A table or perspective that is not there, a snapshot that is needed and not there, or a file that cannot be read or written.
pub fn print_sheets(
    sitting: &Sitting,
    snapshot: Option<&Path>,
    sheets: &[Sheet],
    printing: &Printing,
    draw: &dyn Fn() -> [u8; 32],
) -> Result<Printed, Failure> {
    let shelf = snapshot_of(sitting, snapshot)?;
    let entrance = entrance(sitting, printing, draw)?;
    let press = Press::new(sitting, shelf.as_ref(), entrance, printing.language);
    write_sheets(&press, sheets, printing, &mut |_, _| {})
}

/// Writes everything for a session, named in the order of printing.
///
/// # Errors
/// As [`print_sheets`].
pub fn print_set(
    sitting: &Sitting,
    snapshot: Option<&Path>,
    set: &SheetSet,
    printing: &Printing,
    draw: &dyn Fn() -> [u8; 32],
) -> Result<Printed, Failure> {
    let shelf = snapshot_of(sitting, snapshot)?;
    let entrance = entrance(sitting, printing, draw)?;
    let press = Press::new(sitting, shelf.as_ref(), entrance, printing.language);
    write_set(&press, set, printing, &mut |_, _| {})
}

/// How devices come in at the address that was given.
fn entrance(
    sitting: &Sitting,
    printing: &Printing,
    draw: &dyn Fn() -> [u8; 32],
) -> Result<Option<Entrance>, Failure> {
    let Some(address) = printing.address.as_deref().map(str::trim) else {
        return Ok(None);
    };
    let doors = Doors::of(sitting, draw)?;
    Ok(Some(Entrance {
        codes: doors.join_codes(address),
        wifi: crate::lan::printed(printing.wifi.clone()),
        address: address.to_owned(),
    }))
}

pub(crate) fn write_sheets(
    press: &Press<'_>,
    sheets: &[Sheet],
    printing: &Printing,
    step: &mut dyn FnMut(u32, u32),
) -> Result<Printed, Failure> {
    let of = u32::try_from(sheets.len()).unwrap_or(u32::MAX);
    let mut printed = Printed {
        paths: Vec::new(),
        warnings: Vec::new(),
    };
    for (done, sheet) in (0..).zip(sheets) {
        step(done, of);
        for document in press.documents(sheet)? {
            write(document, printing, &mut printed)?;
        }
    }
    step(of, of);
    Ok(printed)
}

pub(super) fn write(
    document: Document,
    printing: &Printing,
    printed: &mut Printed,
) -> Result<(), Failure> {
    let path = printing.folder.join(&document.name);
    if printing.pictures {
        printed
            .paths
            .extend(document.laid_out.write_pictures(&path)?);
    } else {
        printed.paths.push(document.laid_out.write(&path)?);
    }
    printed.warnings.extend(document.laid_out.warnings);
    Ok(())
}

/// Writes the cover of a set and everything that it names.
pub(crate) fn write_set(
    press: &Press<'_>,
    set: &SheetSet,
    printing: &Printing,
    step: &mut dyn FnMut(u32, u32),
) -> Result<Printed, Failure> {
    let (cover, documents, left_out) = press.whole(set, step)?;
    let mut printed = Printed {
        paths: Vec::new(),
        warnings: left_out,
    };
    for document in std::iter::once(cover).chain(documents) {
        write(document, printing, &mut printed)?;
    }
    Ok(printed)
}
