//! Posters, filled and blank.

use ::print::{Poster, Sheets, Words, lay_out_poster};
use protocol::{Failure, PosterPreview, StoryView, Tiling};
use workshop::{Origin, TableId};

use super::document::Names;
use super::laid_out::picture;
use super::{Document, Press, Sort, defect, gone, words};
use crate::Language;
use crate::poster::{self, Source};
use crate::reading::Shelf;
use crate::sitting::Sitting;

impl Press<'_> {
    /// The posters of tables, a file for each.
    pub(super) fn posters(
        &self,
        wanted: &[TableId],
        tiles: Option<Tiling>,
    ) -> Result<Vec<Document>, Failure> {
        let document = |table: TableId| {
            let number = table.0.to_string();
            let places = [("number", number.as_str())];
            let made = self.filled(table).ok_or_else(gone)?;
            let line = self.language.say("sheet_title.poster", &places);
            let names = Names {
                file: self.language.say("poster.file", &places),
                title: match made.name.trim() {
                    "" => line.clone(),
                    name => name.to_owned(),
                },
                line,
            };
            let sheets = sheets(&made, self.language)?;
            self.large(Sort::Poster, names, sheets, Some(table), tiles)
        };
        self.tables(wanted)?.into_iter().map(document).collect()
    }

    /// The poster to fill in by hand.
    pub(super) fn blank_poster(&self, tiles: Option<Tiling>) -> Result<Vec<Document>, Failure> {
        let line = self.language.say("sheet_title.blank_poster", &[]);
        let names = Names {
            file: self.language.say("poster.file_blank", &[]),
            title: line.clone(),
            line,
        };
        let made = poster::blank(Some(&self.state), self.language);
        let sheets = sheets(&made, self.language)?;
        let document = self.large(Sort::BlankPoster, names, sheets, None, tiles)?;
        Ok(vec![document])
    }

    fn filled(&self, table: TableId) -> Option<Poster> {
        let touched = self.state.poster(table)?.touched.as_ref();
        let story: Option<StoryView> = match touched {
            Some(Origin::Story { story, .. }) => self
                .story(*story)
                .or_else(|| self.sitting.kept_story(*story)),
            _ => None,
        };
        let source = Source {
            perspectives: self.perspectives(),
            voices: &self.voices(),
            story: story.as_ref(),
        };
        poster::filled(&self.state, table, &source, self.language)
    }
}

/// The poster of a table, or the blank one, as it comes out of the printer.
pub(crate) fn preview(
    sitting: &Sitting,
    shelf: Option<&Shelf>,
    table: Option<TableId>,
    language: Language,
) -> Result<PosterPreview, Failure> {
    let press = Press::new(sitting, shelf, None, language);
    let documents = match table {
        Some(table) => press.posters(&[table], None)?,
        None => press.blank_poster(None)?,
    };
    let first = documents.into_iter().next().ok_or_else(gone)?;
    Ok(first.laid_out.preview())
}

/// The blank poster without a session.
pub(crate) fn preview_blank(language: Language) -> Result<PosterPreview, Failure> {
    Ok(PosterPreview {
        svg: picture(&sheets(&poster::blank(None, language), language)?),
        warnings: Vec::new(),
    })
}

fn sheets(poster: &Poster, language: Language) -> Result<Sheets, Failure> {
    let words = Words::from_lookup(words(language)).map_err(|error| defect(&error))?;
    Ok(lay_out_poster(poster, &words))
}
