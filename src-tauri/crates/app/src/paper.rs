//! Posters on their way to a screen or a printer.

use std::path::{Path, PathBuf};

use print::pdf::{Meta, Moment};
use print::{Poster, Sheets, Words, lay_out_poster};
use protocol::{Failure, PosterPreview, Printed, SheetWarning};
use workshop::{Origin, Refusal, Session, TableId};

use crate::date::Day;
use crate::house::open_snapshot;
use crate::poster::{self, Source};
use crate::reading::Shelf;
use crate::sitting::Sitting;
use crate::{Language, file};

/// Which posters are written, and where.
#[derive(Clone, Debug)]
pub struct Printing {
    /// Which tables; empty means all.
    pub tables: Vec<TableId>,
    /// The blank poster instead.
    pub blank: bool,
    /// The language of the fixed words.
    pub language: Language,
    /// As pictures of the pages (SVG) instead of PDF.
    pub pictures: bool,
    /// The folder that they go to.
    pub folder: PathBuf,
}

/// Writes posters: from the snapshot where one is given, otherwise from what the session kept of it.
///
/// # Errors
/// A table that is not there, or a file that cannot be read or written.
pub fn print_posters(
    sitting: &Sitting,
    snapshot: Option<&Path>,
    printing: &Printing,
) -> Result<Printed, Failure> {
    let shelf = snapshot.map(|path| open_snapshot(path, drop)).transpose()?;
    write_posters(sitting, shelf.as_ref(), printing, &mut |_, _| {})
}

pub(crate) fn write_posters(
    sitting: &Sitting,
    shelf: Option<&Shelf>,
    printing: &Printing,
    step: &mut dyn FnMut(u32, u32),
) -> Result<Printed, Failure> {
    let mut tables: Vec<Option<TableId>> = printing.tables.iter().copied().map(Some).collect();
    if printing.blank {
        tables = vec![None];
    } else if tables.is_empty() {
        tables = sitting
            .state()
            .tables()
            .map(|table| Some(table.id))
            .collect();
    }
    let of = u32::try_from(tables.len()).unwrap_or(u32::MAX);
    let mut printed = Printed {
        paths: Vec::new(),
        warnings: Vec::new(),
    };
    for (done, table) in (0..).zip(tables) {
        step(done, of);
        let laid_out = lay_out(sitting, shelf, table, printing.language)?;
        let name = match table {
            Some(table) => printing
                .language
                .say("poster.file", &[("number", &table.0.to_string())]),
            None => printing.language.say("poster.file_blank", &[]),
        };
        let path = printing.folder.join(name);
        printed
            .paths
            .push(laid_out.write(&path, printing.pictures)?);
        printed.warnings.extend(laid_out.warnings);
    }
    step(of, of);
    Ok(printed)
}

/// The poster of a table, or the blank one, as it comes out of the printer.
pub(crate) fn preview(
    sitting: &Sitting,
    shelf: Option<&Shelf>,
    table: Option<TableId>,
    language: Language,
) -> Result<PosterPreview, Failure> {
    Ok(lay_out(sitting, shelf, table, language)?.preview())
}

/// The blank poster without a session.
pub(crate) fn preview_blank(language: Language) -> Result<PosterPreview, Failure> {
    Ok(PosterPreview {
        svg: picture(&sheets(&poster::blank(None, language), language)?),
        warnings: Vec::new(),
    })
}

fn picture(sheets: &Sheets) -> String {
    sheets
        .pages
        .first()
        .map(print::svg::write)
        .unwrap_or_default()
}

/// Sheets, ready to be drawn.
pub(crate) struct LaidOut {
    pub sheets: Sheets,
    pub warnings: Vec<SheetWarning>,
    pub meta: Meta,
}

impl LaidOut {
    /// Sheets of the tables of these pages.
    pub fn new(sheets: Sheets, tables: &[Option<TableId>], meta: Meta) -> Self {
        let warning = |warning: &print::Warning| SheetWarning {
            table: tables.get(warning.page).copied().flatten(),
            code: warning.code.key().to_owned(),
            field: warning.field.key().to_owned(),
            count: u32::try_from(warning.characters).unwrap_or(u32::MAX),
        };
        Self {
            warnings: sheets.warnings.iter().map(warning).collect(),
            sheets,
            meta,
        }
    }

    /// The first page as it comes out of the printer.
    pub fn preview(self) -> PosterPreview {
        PosterPreview {
            svg: picture(&self.sheets),
            warnings: self.warnings,
        }
    }

    /// Writes all pages as PDF, or the first one as a picture. `path` is without its ending; gives the whole.
    pub fn write(&self, path: &Path, as_picture: bool) -> Result<String, Failure> {
        let (bytes, ending) = if as_picture {
            (picture(&self.sheets).into_bytes(), "svg")
        } else {
            let written = print::pdf::write(&self.sheets, &self.meta);
            (written.map_err(|error| defect(&error))?, "pdf")
        };
        let path = path.with_added_extension(ending);
        file::write_whole(&path, &bytes)?;
        Ok(file::text(&path))
    }
}

fn lay_out(
    sitting: &Sitting,
    shelf: Option<&Shelf>,
    table: Option<TableId>,
    language: Language,
) -> Result<LaidOut, Failure> {
    let made = match table {
        None => poster::blank(Some(&sitting.state()), language),
        Some(id) => {
            let gone = Refusal::Gone {
                what: "table".to_owned(),
            };
            made(sitting, shelf, id, language).ok_or(Failure::Refused { refusal: gone })?
        }
    };
    let sheets = sheets(&made, language)?;
    let title = [made.name, made.table, made.region]
        .into_iter()
        .find(|words| !words.trim().is_empty());
    let title = title.unwrap_or_else(|| language.say("poster.file_blank", &[]));
    let meta = meta(sitting.state().session(), title, language);
    Ok(LaidOut::new(sheets, &[table], meta))
}

/// What a file of sheets says of itself.
pub(crate) fn meta(session: Option<&Session>, title: String, language: Language) -> Meta {
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

fn made(
    sitting: &Sitting,
    shelf: Option<&Shelf>,
    table: TableId,
    language: Language,
) -> Option<Poster> {
    // The snapshot where it is there; otherwise what the session kept of it. Fetched before the state is held: a commit holds the
    // file first and then the state, so that the other order would wait for ever.
    let touched = sitting
        .state()
        .poster(table)
        .and_then(|poster| poster.touched.clone());
    let story = match touched {
        Some(Origin::Story { story, .. }) => shelf
            .and_then(|shelf| shelf.story(story, "").ok())
            .or_else(|| sitting.kept_story(story)),
        _ => None,
    };
    let kept = if shelf.is_none() {
        sitting.kept_set()
    } else {
        None
    };
    let voices = shelf
        .map(Shelf::voices)
        .or_else(|| kept.as_ref().map(|kept| kept.voices.clone()))
        .unwrap_or_default();
    let perspectives = shelf
        .map(|shelf| shelf.view().perspectives.as_slice())
        .or(kept.as_ref().map(|kept| kept.perspectives.as_slice()));
    let source = Source {
        perspectives: perspectives.unwrap_or_default(),
        voices: &voices,
        story: story.as_ref(),
    };
    poster::filled(&sitting.state(), table, &source, language)
}

fn sheets(poster: &Poster, language: Language) -> Result<Sheets, Failure> {
    let words = Words::from_lookup(|key| language.find(key).map(str::to_owned));
    Ok(lay_out_poster(
        poster,
        &words.map_err(|error| defect(&error))?,
    ))
}

/// What cannot go wrong while a sheet is made.
pub(crate) fn defect(error: &print::Error) -> Failure {
    Failure::Defect {
        trace: error.to_string(),
    }
}

/// Whether a path is a sheet that was written into a folder.
pub(crate) fn sheet_in(folder: &Path, path: &Path) -> Option<PathBuf> {
    let (folder, path) = (folder.canonicalize().ok()?, path.canonicalize().ok()?);
    (path.starts_with(&folder)
        && path.extension().is_some_and(|ending| ending == "pdf")
        && path.is_file())
    .then_some(path)
}
