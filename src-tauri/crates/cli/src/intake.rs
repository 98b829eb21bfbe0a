//! `regio intake`.

use app::{Draft, Language, Mapping};
use intake::How;
use protocol::Failure;
use workshop::CommandId;

use crate::args::{Intake, WhereBad};
use crate::edge;

pub fn intake(asked: Intake, language: Language) -> Result<(), Failure> {
    let now = asked.at.unwrap_or_else(edge::now);
    let how = How {
        sheet: asked.sheet,
        ..How::default()
    };
    // The export first: what cannot be read leaves no draft behind.
    let mut mapping = Mapping::read(&asked.export, &how)?;
    if let Some(codebook) = &asked.codebook {
        mapping.load(codebook)?;
    }
    if let Some(path) = &asked.save_codebook {
        mapping.save(path)?;
    }
    let without_bad = matches!(asked.where_bad, Some(WhereBad::Skip));
    mapping.may_take(without_bad)?;
    let draft = if asked.out.exists() {
        Draft::open(&asked.out)?
    } else {
        let stem = asked.export.file_stem().unwrap_or_default();
        let name = asked
            .name
            .unwrap_or_else(|| stem.to_string_lossy().into_owned());
        Draft::begin(&asked.out, &name, language, now)?
    };
    let id = CommandId(format!("intake-{}", draft.state().seq()));
    let taken = mapping.take_in(&draft, &id, without_bad, now)?;
    if asked.json {
        return edge::line(&edge::json(&taken)?);
    }
    let outcome = &taken.outcome;
    let counts = [
        ("stories", outcome.stories),
        ("questions", outcome.questions),
        ("rejected", outcome.rejected),
        (
            "unmapped",
            u32::try_from(outcome.unmapped.len()).unwrap_or(u32::MAX),
        ),
    ];
    for (what, count) in counts {
        let words = language.say(
            &format!("regio.intake.{what}"),
            &[("count", &count.to_string())],
        );
        edge::line(&words)?;
    }
    for row in &outcome.rows {
        edge::line(&language.say(
            "regio.intake.row",
            &[
                ("row", &row.row.to_string()),
                ("column", &row.column),
                ("value", &row.value),
                (
                    "reason",
                    &language.say(&format!("intake.reject.{}", edge::code(&row.reason)), &[]),
                ),
            ],
        ))?;
    }
    Ok(())
}
