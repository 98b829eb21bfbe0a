//! `regio prepare`.

use std::io::BufRead as _;
use std::path::Path;

use app::{Draft, PrepareOrder};
use preparation::Command;
use protocol::{Failure, Prepare, Reply};
use serde::Deserialize;
use workshop::CommandId;

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

pub fn apply(draft: &Path, commands: &Path) -> Result<(), Failure> {
    let draft = Draft::open(draft)?;
    let input = edge::lines(commands)?;
    let mut batch: Vec<Option<PrepareOrder>> = Vec::with_capacity(BATCH);
    for line in input.lines() {
        let line = line.map_err(|_| Failure::BadRequest)?;
        if line.trim().is_empty() {
            continue;
        }
        let order = serde_json::from_str::<Line>(&line).ok();
        batch.push(order.map(|line| PrepareOrder::new(line.id, line.command).at(line.at)));
        if batch.len() == BATCH {
            carry_out(&draft, &mut batch)?;
        }
    }
    carry_out(&draft, &mut batch)
}

/// One commit for all; each answer is a line. When nothing can be written any more, what follows is not tried: it builds on what
/// was not written.
fn carry_out(draft: &Draft, batch: &mut Vec<Option<PrepareOrder>>) -> Result<(), Failure> {
    let understood: Vec<bool> = batch.iter().map(Option::is_some).collect();
    let orders: Vec<PrepareOrder> = batch.drain(..).flatten().collect();
    let mut answers = draft.submit(&orders, edge::now()).into_iter();
    let mut full = None;
    for understood in understood {
        let answer = if understood { answers.next() } else { None };
        let reply = match answer.unwrap_or(Err(Failure::BadRequest)) {
            Ok(seq) => Reply::Done { seq },
            Err(failure) => Reply::Failed(failure),
        };
        edge::line(&edge::json(&reply)?)?;
        if let Reply::Failed(failure @ Failure::CannotWrite { .. }) = reply {
            full = Some(failure);
        }
    }
    full.map_or(Ok(()), Err)
}

pub fn ask(draft: &Path, question: &str) -> Result<(), Failure> {
    let asked: Prepare = serde_json::from_str(question).map_err(|_| Failure::BadRequest)?;
    let draft = Draft::open(draft)?;
    let answer = draft.answer(asked)?;
    edge::line(&edge::json(&answer)?)
}

pub fn publish(draft: &Path, out: &Path, encrypt: bool, at: Option<u64>) -> Result<(), Failure> {
    let draft = Draft::open(draft)?;
    let drawn = encrypt.then(|| [edge::draw(), edge::draw(), edge::draw()]);
    let published = draft.publish(out, drawn, at.unwrap_or_else(edge::now))?;
    edge::line(&published.hash)?;
    if !published.passphrase.is_empty() {
        edge::line(&published.passphrase.join(" "))?;
    }
    Ok(())
}
