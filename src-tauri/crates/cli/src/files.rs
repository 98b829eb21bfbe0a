//! `regio fixture` and `regio snapshot`.

use std::path::Path;

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

pub fn info(file: &Path, json: bool) -> Result<(), Failure> {
    let info = app::snapshot_info(file)?;
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
