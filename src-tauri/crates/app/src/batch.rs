//! Commands that are written together, each of them once: the same id again gives the same answer, and never another body.

use std::collections::BTreeMap;

use ledger::{Commit, ErrorKind, Ledger};
use protocol::Failure;
use serde::Serialize;
use sha2::{Digest, Sha256};
use workshop::{CommandId, Refusal};

use crate::file;

/// Where the answer to a command comes from that was carried out before: the number of the last event then.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Known {
    /// It is in the commit that is under way.
    Under(u64),
    /// It was written.
    Written(u64),
}

/// The commit that is under way.
#[derive(Default)]
pub(crate) struct Batch {
    commits: Vec<Commit>,
    answers: BTreeMap<String, (Vec<u8>, u64)>,
}

impl Batch {
    /// The answer to a command that was carried out before.
    ///
    /// # Errors
    /// That the id is none, or was another command's; `failed` says what an error of the ledger means.
    pub fn known(
        &self,
        ledger: &Ledger,
        id: &CommandId,
        hash: &[u8],
        failed: impl FnOnce(&ledger::Error) -> Failure,
    ) -> Result<Option<Known>, Failure> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        if id.0.is_empty() || id.0.len() > 40 || !id.0.chars().all(plain) {
            return Err(Failure::Refused {
                refusal: Refusal::BadId,
            });
        }
        let (known, of) = if let Some((of, seq)) = self.answers.get(&id.0) {
            (Known::Under(*seq), of.clone())
        } else if let Some(known) = ledger.lookup(&id.0).map_err(|error| failed(&error))? {
            (Known::Written(known.last_seq), known.body_hash)
        } else {
            return Ok(None);
        };
        if of == hash {
            Ok(Some(known))
        } else {
            Err(Failure::IdReused)
        }
    }

    /// Adds what is to be written; `seq` is the number of the last event with it.
    pub fn add(&mut self, commit: Commit, seq: u64) {
        let answer = (commit.body_hash.clone(), seq);
        self.answers.insert(commit.command_id.clone(), answer);
        self.commits.push(commit);
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Writes what was taken. After an error nothing of it counts.
    pub fn write(&mut self, ledger: &mut Ledger) -> Result<(), Failure> {
        let commits = std::mem::take(self).commits;
        if commits.is_empty() {
            return Ok(());
        }
        let written = ledger.append(&commits);
        written.map(drop).map_err(|error| match error.kind {
            ErrorKind::CommandExists { .. } => Failure::Defect {
                trace: error.to_string(),
            },
            _ => Failure::CannotWrite {
                path: file::text(ledger.path()),
            },
        })
    }
}

/// The hash by which the contents of a command are known again.
pub(crate) fn hash(body: &impl Serialize) -> Result<Vec<u8>, Failure> {
    Ok(Sha256::digest(json(body)?).to_vec())
}

/// A value as it is written.
pub(crate) fn json(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(|error| Failure::Defect {
        trace: error.to_string(),
    })
}
