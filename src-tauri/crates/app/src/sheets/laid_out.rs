//! Laid-out pages on their way to a screen or a file.

use std::path::{Path, PathBuf};

use ::print::Sheets;
use ::print::pdf::{Meta, Moment};
use protocol::{Failure, PosterPreview, SheetPage, SheetWarning};
use workshop::{Session, TableId};

use super::defect;
use crate::date::Day;
use crate::{Language, file, poster};

/// Sheets, ready to be drawn.
pub(crate) struct LaidOut {
    pub sheets: Sheets,
    pub warnings: Vec<SheetWarning>,
    meta: Meta,
}

impl LaidOut {
    /// Sheets whose pages are of these tables.
    pub fn new(sheets: Sheets, tables: &[Option<TableId>], meta: Meta) -> Self {
        let warning = |warning: &::print::Warning| SheetWarning {
            table: tables.get(warning.page).copied().flatten(),
            page: count(warning.page) + 1,
            code: warning.code.key().to_owned(),
            field: warning.field.key().to_owned(),
            count: count(warning.characters),
        };
        Self {
            warnings: sheets.warnings.iter().map(warning).collect(),
            sheets,
            meta,
        }
    }

    /// A page as it comes out of the printer.
    pub fn page(&self, number: usize) -> Option<SheetPage> {
        let page = self.sheets.pages.get(number)?;
        Some(SheetPage {
            svg: ::print::svg::write(page),
            width_mm: page.width_mm,
            height_mm: page.height_mm,
            title: page.title.clone(),
        })
    }

    /// The first page as it comes out of the printer.
    pub fn preview(self) -> PosterPreview {
        PosterPreview {
            svg: picture(&self.sheets),
            warnings: self.warnings,
        }
    }

    /// Writes all pages as PDF. `path` is without its ending; gives the whole.
    pub fn write(&self, path: &Path) -> Result<String, Failure> {
        let written = ::print::pdf::write(&self.sheets, &self.meta);
        let bytes = written.map_err(|error| defect(&error))?;
        let path = path.with_added_extension("pdf");
        file::write_whole(&path, &bytes)?;
        Ok(file::text(&path))
    }

    /// Writes a picture of every page, with its number behind the name where there are more. Gives the paths.
    pub fn write_pictures(&self, path: &Path) -> Result<Vec<String>, Failure> {
        let name = file::text(path);
        let one = self.sheets.pages.len() == 1;
        let write = |(number, page): (usize, &::print::Page)| {
            let path = match one {
                true => format!("{name}.svg"),
                false => format!("{name}-{number:02}.svg"),
            };
            file::write_whole(Path::new(&path), ::print::svg::write(page).as_bytes())?;
            Ok(path)
        };
        (1..).zip(&self.sheets.pages).map(write).collect()
    }
}

pub(super) fn picture(sheets: &Sheets) -> String {
    let first = sheets.pages.first();
    first.map(::print::svg::write).unwrap_or_default()
}

/// A number as it crosses to the screens.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What a file of sheets says of itself.
pub(super) fn meta(session: Option<&Session>, title: String, language: Language) -> Meta {
    let day = session.and_then(|session| Day::parse(&session.date));
    Meta {
        title,
        language: poster::printed(language),
        date: day.map_or(UNKNOWN, Day::moment),
    }
}

/// The moment of a sheet of an unknown day.
const UNKNOWN: Moment = Moment {
    year: 2026,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
};

/// Whether a path is a sheet that was written into a folder.
pub(crate) fn sheet_in(folder: &Path, path: &Path) -> Option<PathBuf> {
    let (folder, path) = (folder.canonicalize().ok()?, path.canonicalize().ok()?);
    (path.starts_with(&folder)
        && path.extension().is_some_and(|ending| ending == "pdf")
        && path.is_file())
    .then_some(path)
}
