//! Commands out of a file, one a line: `{"id":…,"command":{…},"at":…}`. Those of a session and those of a draft go the same way.

use std::io::BufRead as _;
use std::path::Path;

use protocol::{Failure, Reply};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use workshop::CommandId;

use crate::edge;

/// So many commands are committed together.
const BATCH: usize = 64;

/// One line of a command file.
#[derive(Deserialize)]
struct Line<C> {
    id: CommandId,
    command: C,
    #[serde(default)]
    at: Option<u64>,
}

/// Carries out what stands in a file. `order` makes an order of a line, `submit` commits some together and answers each.
pub fn carry_out<C: DeserializeOwned, O>(
    commands: &Path,
    order: impl Fn(CommandId, C, Option<u64>) -> O,
    submit: impl Fn(Vec<O>) -> Vec<Reply>,
) -> Result<(), Failure> {
    let input = edge::lines(commands)?;
    let mut batch: Vec<Option<O>> = Vec::with_capacity(BATCH);
    for line in input.lines() {
        let line = line.map_err(|_| Failure::BadRequest)?;
        if line.trim().is_empty() {
            continue;
        }
        let line = serde_json::from_str::<Line<C>>(&line).ok();
        batch.push(line.map(|line| order(line.id, line.command, line.at)));
        if batch.len() == BATCH {
            together(&mut batch, &submit)?;
        }
    }
    together(&mut batch, &submit)
}

/// One commit for all; each answer is a line. When nothing can be written any more, what follows is not tried: it builds on what
/// was not written.
fn together<O>(
    batch: &mut Vec<Option<O>>,
    submit: &impl Fn(Vec<O>) -> Vec<Reply>,
) -> Result<(), Failure> {
    let understood: Vec<bool> = batch.iter().map(Option::is_some).collect();
    let orders: Vec<O> = batch.drain(..).flatten().collect();
    let mut replies = submit(orders).into_iter();
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
