//! `regio prepare`.

use std::path::Path;

use app::{Draft, PrepareOrder};
use protocol::{Failure, Prepare, Reply};

use crate::{edge, orders};

pub fn apply(draft: &Path, commands: &Path) -> Result<(), Failure> {
    let draft = Draft::open(draft)?;
    orders::carry_out(
        commands,
        |id, command, at| PrepareOrder::new(id, command).at(at),
        |orders| {
            let answers = draft.submit(&orders, edge::now()).into_iter();
            answers
                .map(|answer| match answer {
                    Ok(seq) => Reply::Done { seq },
                    Err(failure) => Reply::Failed(failure),
                })
                .collect()
        },
    )
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
