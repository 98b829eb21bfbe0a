//! `regio session`.

use std::path::Path;

use app::{Order, Sitting};
use protocol::{Caller, Failure, NewSession};

use crate::args::New;
use crate::{edge, orders};

pub fn new(asked: New) -> Result<(), Failure> {
    let now = asked.at.unwrap_or_else(edge::now);
    let new = NewSession {
        name: asked.name.unwrap_or_else(|| asked.region.clone()),
        region: asked.region,
        own_region: None,
        date: asked.date.unwrap_or_else(|| app::iso_day(now)),
        tables: asked.tables,
    };
    app::begin(&asked.out, &asked.snapshot, &new, now).map(drop)
}

pub fn apply(session: &Path, commands: &Path, snapshot: Option<&Path>) -> Result<(), Failure> {
    let sitting = Sitting::open(session)?;
    app::attach_snapshot(&sitting, snapshot)?;
    orders::carry_out(
        commands,
        |id, command, at| Order::new(id, command).at(at),
        |orders| sitting.submit(&Caller::Facilitator, orders, edge::now()),
    )
}

pub fn show(session: &Path, json: bool) -> Result<(), Failure> {
    let sitting = Sitting::open(session)?;
    let view = sitting
        .view(&Caller::Facilitator, 0)
        .ok_or(Failure::NoSession)?;
    if json {
        return edge::line(&edge::json(&view)?);
    }
    for entry in view.entities {
        edge::line(&format!("{}  {}", entry.key, edge::json(&entry.entity)?))?;
    }
    Ok(())
}

pub fn verify(session: &Path) -> Result<(), Failure> {
    let report = app::verify(session)?;
    edge::line(&format!(
        "{} {} {}",
        report.events, report.commands, report.head
    ))
}
