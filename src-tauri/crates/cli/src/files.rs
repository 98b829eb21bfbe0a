//! `regio fixture` and `regio snapshot`.

use std::path::Path;

use app::Language;
use protocol::Failure;

use crate::args::Fixture;
use crate::edge;

pub fn fixture(asked: &Fixture) -> Result<(), Failure> {
    let collection = if asked.round == 1 {
        fixture::round1(asked.seed)
    } else {
        fixture::round2(asked.seed)
    };
    let bytes = snapshot::write(&collection).map_err(|error| Failure::Defect {
        trace: error.to_string(),
    })?;
    app::write_whole(&asked.out, &bytes)
}

pub fn info(file: &Path, json: bool, passphrase: Option<&Path>) -> Result<(), Failure> {
    let words = passphrase.map(edge::words).transpose()?;
    let info = app::snapshot_info(file, words.as_deref())?;
    if json {
        return edge::line(&edge::json(&info)?);
    }
    for line in [
        info.about.name.clone(),
        info.about.theme.clone(),
        info.about.provenance.clone(),
        format!("{}  {} – {}", info.stories, info.first_told, info.last_told),
        format!("{}  {}", info.about.set, info.perspectives),
        info.hash.clone(),
    ] {
        edge::line(&line)?;
    }
    Ok(())
}

/// Says what a file is. One that is not sound is a failure: a script stops there.
pub fn check(
    file: &Path,
    json: bool,
    passphrase: Option<&Path>,
    language: Language,
) -> Result<(), Failure> {
    let words = passphrase.map(edge::words).transpose()?;
    let report = app::snapshot_check(file, words.as_deref())?;
    if json {
        edge::line(&edge::json(&report)?)?;
    } else {
        let verdict = edge::code(&report.verdict);
        edge::line(&language.say(&format!("snapshot_check.{verdict}"), &[]))?;
        if let Some(info) = &report.info {
            edge::line(&format!("{}  {}", info.about.name, info.stories))?;
            edge::line(&info.hash)?;
        }
    }
    match report.code {
        None => Ok(()),
        Some(reason) => Err(Failure::BadFile {
            path: edge::text(file),
            reason,
            params: report.params,
        }),
    }
}
