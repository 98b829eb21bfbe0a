//! What can be said of a file without working with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Error, Snapshot, SnapshotInfo, is_sealed, read, unseal};

/// What can be said of a file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Report {
    /// What it is.
    pub verdict: Verdict,
    /// The code of the words for why it is not sound.
    pub code: Option<String>,
    /// What those words have places for.
    pub params: BTreeMap<String, String>,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// The version of the format; 0 where that cannot be said.
    pub version: u32,
    /// What it is, in a few figures; only of one that is sound.
    pub info: Option<SnapshotInfo>,
    /// How many lines the log of the preparer has.
    pub log: u32,
}

/// What a file is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A published snapshot, as it was published.
    Sound,
    /// A snapshot of which something was changed after it was published.
    Altered,
    /// A snapshot that was not published yet.
    Draft,
    /// A snapshot of a newer version of the program.
    Newer,
    /// A snapshot that is encrypted; these words do not open it, or none were given.
    Locked,
    /// Cut off, broken, or with something in it that does not belong there.
    Damaged,
    /// Another sort of file.
    Other,
}

/// Looks at a file from front to back.
pub fn check(bytes: &[u8], passphrase: Option<&str>) -> Report {
    let encrypted = is_sealed(bytes);
    let mut report = Report {
        verdict: Verdict::Sound,
        code: None,
        params: BTreeMap::new(),
        encrypted,
        version: 0,
        info: None,
        log: 0,
    };
    match opened(bytes, passphrase) {
        Ok((snapshot, version)) => {
            report.version = version;
            report.info = Some(snapshot.info());
            report.log = u32::try_from(snapshot.making().log.len()).unwrap_or(u32::MAX);
        }
        Err(error) => {
            report.verdict = verdict(&error);
            report.code = Some(error.code().to_owned());
            let params = error.params().into_iter();
            report.params = params
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            if let Error::Newer { found, .. } = error {
                report.version = found;
            }
        }
    }
    report
}

fn opened(bytes: &[u8], passphrase: Option<&str>) -> Result<(Snapshot, u32), Error> {
    let open;
    let bytes = match (is_sealed(bytes), passphrase) {
        (true, None) => return Err(Error::Locked),
        (true, Some(words)) => {
            open = unseal(bytes, words)?;
            open.as_slice()
        }
        (false, _) => bytes,
    };
    let read = read::read(bytes)?;
    let version = read.version;
    Ok((
        Snapshot::build(read.collection, read.making, read.hash)?,
        version,
    ))
}

fn verdict(error: &Error) -> Verdict {
    match error {
        Error::Altered | Error::Content(_) => Verdict::Altered,
        Error::Draft => Verdict::Draft,
        Error::Newer { .. } => Verdict::Newer,
        Error::Locked | Error::Passphrase => Verdict::Locked,
        Error::NotASnapshot => Verdict::Other,
        Error::TooLarge { .. } | Error::Damaged | Error::Schema(_) | Error::Sqlite(_) => {
            Verdict::Damaged
        }
    }
}
