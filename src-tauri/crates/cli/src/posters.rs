//! `regio print`.

use app::{Language, Printing, Sitting};
use protocol::Failure;
use workshop::TableId;

use crate::args::Poster;
use crate::edge;

pub fn print(asked: Poster, language: Language) -> Result<(), Failure> {
    let sitting = Sitting::open(&asked.session)?;
    let printing = Printing {
        tables: asked.table.into_iter().map(TableId).collect(),
        blank: asked.blank,
        language,
        pictures: asked.preview.is_some(),
        folder: asked.out,
    };
    let printed = app::print_posters(&sitting, asked.snapshot.as_deref(), &printing)?;
    for path in &printed.paths {
        edge::line(path)?;
    }
    for warning in &printed.warnings {
        let table = warning
            .table
            .map(|table| table.0.to_string())
            .unwrap_or_default();
        let part = language.say(&format!("poster.{}", warning.field), &[]);
        let words = language.say(
            &format!("sheet_warning.{}", warning.code),
            &[("count", &warning.count.to_string())],
        );
        eprintln!(
            "{}, {part}: {words}",
            language.say("poster.table_number", &[("number", &table)])
        );
    }
    Ok(())
}
