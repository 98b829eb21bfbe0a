//! Files to be: pages with a name, and what whoever stands at the printer must know of them.

use ::print::{Paper, Sheets, Sides, TilesWords, tiles};
use protocol::{Failure, TilePaper, TileScale, Tiling};
use workshop::TableId;

use super::laid_out::{count, meta};
use super::{LaidOut, Press, defect, words};
use crate::poster;

/// A sort of file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sort {
    Cover,
    Test,
    RunSheet,
    Join,
    Brochure,
    Cards,
    Overview,
    Votes,
    Notes,
    TableWork,
    BlankPoster,
    Poster,
    Agreements,
}

impl Sort {
    /// The name under which its words stand.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Test => "test",
            Self::RunSheet => "run_sheet",
            Self::Join => "join",
            Self::Brochure => "brochure",
            Self::Cards => "cards",
            Self::Overview => "overview",
            Self::Votes => "votes",
            Self::Notes => "notes",
            Self::TableWork => "table_work",
            Self::BlankPoster => "blank_poster",
            Self::Poster => "poster",
            Self::Agreements => "agreements",
        }
    }

    /// Whether the front alone is printed, or the back too: brochures are folded, and the sheet of a table has two pages.
    pub fn sides(self) -> Sides {
        match self {
            Self::Brochure | Self::RunSheet | Self::TableWork => Sides::Two,
            Self::Cover
            | Self::Test
            | Self::Join
            | Self::Cards
            | Self::Overview
            | Self::Votes
            | Self::Notes
            | Self::BlankPoster
            | Self::Poster
            | Self::Agreements => Sides::One,
        }
    }

    /// Whether something is lost without colour; charts and notes say everything in words and patterns too.
    pub fn colour(self) -> bool {
        matches!(
            self,
            Self::BlankPoster | Self::Poster | Self::Overview | Self::Test
        )
    }
}

/// What a file is called.
pub(super) struct Names {
    /// The name of the file without ending.
    pub file: String,
    /// The title of the document.
    pub title: String,
    /// A few words for a list of files.
    pub line: String,
}

/// A file to be.
pub(crate) struct Document {
    pub sort: Sort,
    /// What it is, in words for a list of files.
    pub line: String,
    /// Its name without ending.
    pub name: String,
    pub laid_out: LaidOut,
}

impl Document {
    /// The paper that it is printed on.
    pub fn paper(&self) -> Paper {
        let width = |paper: Paper| paper.size_mm().0;
        let first = self.laid_out.sheets.pages.first();
        let short = first.map_or(0.0, |page| page.width_mm.min(page.height_mm));
        [Paper::A1, Paper::A3]
            .into_iter()
            .find(|paper| short > width(*paper) - 1.0)
            .unwrap_or(Paper::A4)
    }

    /// How many pages it has.
    pub fn pages(&self) -> u32 {
        count(self.laid_out.sheets.pages.len())
    }
}

impl Press<'_> {
    /// A file of a sort that there is one of, whose pages are of these tables.
    pub(super) fn document(
        &self,
        sort: Sort,
        sheets: Sheets,
        tables: &[Option<TableId>],
    ) -> Document {
        let key = sort.key();
        let line = self.language.say(&format!("sheet_title.{key}"), &[]);
        let names = Names {
            file: self.language.say(&format!("sheet_file.{key}"), &[]),
            title: line.clone(),
            line,
        };
        self.named(sort, names, sheets, tables)
    }

    /// A file with names of its own.
    pub(super) fn named(
        &self,
        sort: Sort,
        names: Names,
        sheets: Sheets,
        tables: &[Option<TableId>],
    ) -> Document {
        let meta = meta(self.state.session(), names.title, self.language);
        Document {
            sort,
            line: names.line,
            name: names.file,
            laid_out: LaidOut::new(sheets, tables, meta),
        }
    }

    /// An A1 as it is, or on smaller paper.
    pub(super) fn large(
        &self,
        sort: Sort,
        names: Names,
        sheets: Sheets,
        table: Option<TableId>,
        tiling: Option<Tiling>,
    ) -> Result<Document, Failure> {
        let Some(tiling) = tiling else {
            return Ok(self.named(sort, names, sheets, &[table]));
        };
        let cut = ::print::Tiling {
            paper: match tiling.paper {
                TilePaper::A3 => Paper::A3,
                TilePaper::A4 => Paper::A4,
            },
            scale: match tiling.scale {
                TileScale::Full => ::print::TileScale::Full,
                TileScale::Fit => ::print::TileScale::Fit,
            },
            ..::print::Tiling::default()
        };
        let words =
            TilesWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let tiled = tiles(&sheets, &cut, poster::printed(self.language), &words)
            .map_err(|error| defect(&error))?;
        let paper = cut.paper.name();
        let in_parts = |what: &str| self.language.say("sheet_title.tiles", &[("what", what)]);
        let names = Names {
            file: self.language.say(
                "sheet_file.tiles",
                &[("name", &names.file), ("paper", paper)],
            ),
            title: in_parts(&names.title),
            line: in_parts(&names.line),
        };
        let tables = vec![table; tiled.pages.len()];
        Ok(self.named(sort, names, tiled, &tables))
    }
}
