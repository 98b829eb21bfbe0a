//! `regio session`.

use std::io::BufRead as _;
use std::path::Path;

use app::{Order, Sitting};
use protocol::{Caller, Failure, NewSession, Reply};
use serde::Deserialize;
use workshop::{Command, CommandId};

use crate::args::New;
use crate::edge;

/// So many commands are committed together.
const BATCH: usize = 64;

/// One line of a command file.
#[derive(Deserialize)]
struct Line {
    id: CommandId,
    command: Command,
    #[serde(default)]
    at: Option<u64>,
}

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
    let input = edge::lines(commands)?;
    let mut batch: Vec<Option<Order>> = Vec::with_capacity(BATCH);
    for line in input.lines() {
        let line = line.map_err(|_| Failure::BadRequest)?;
        if line.trim().is_empty() {
            continue;
        }
        let order = serde_json::from_str::<Line>(&line).ok();
        batch.push(order.map(|line| Order::new(line.id, line.command).at(line.at)));
        if batch.len() == BATCH {
            carry_out(&sitting, &mut batch)?;
        }
    }
    carry_out(&sitting, &mut batch)
}

/// One commit for all; each answer is a line. When nothing can be written any more, what follows is not tried: it builds on what
/// was not written.
fn carry_out(sitting: &Sitting, batch: &mut Vec<Option<Order>>) -> Result<(), Failure> {
    let understood: Vec<bool> = batch.iter().map(Option::is_some).collect();
    let orders: Vec<Order> = batch.drain(..).flatten().collect();
    let mut replies = sitting
        .submit(&Caller::Facilitator, orders, edge::now())
        .into_iter();
    let mut full = None;
    for understood in understood {
        let reply = if understood { replies.next() } else { None };
        let reply = reply.unwrap_or(Reply::Failed(Failure::BadRequest));
        edge::line(&edge::json(&reply)?)?;
        if let Reply::Failed(failure @ Failure::CannotWrite { .. }) = reply {
            full = Some(failure);
        }
    }
    full.map_or(Ok(()), Err)
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
