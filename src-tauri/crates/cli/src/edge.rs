//! What only an edge may do: read the clock and the environment, draw random bytes, write to the terminal.

use std::io::{self, Write as _};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use app::Language;
use protocol::Failure;

/// The clock, in milliseconds since 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge that reads the clock"
)]
pub fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or_default()
}

/// Random bytes that nobody can guess. Without them nobody may be let in: the program ends.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge that draws randomness"
)]
pub fn draw<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if getrandom::fill(&mut bytes).is_err() {
        std::process::exit(1);
    }
    bytes
}

/// The language that was asked for, or that of the environment.
pub fn language(asked: Option<&str>) -> Language {
    let of_environment = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()))
    };
    asked
        .map(str::to_owned)
        .or_else(of_environment)
        .map(|tag| Language::of(&tag))
        .unwrap_or_default()
}

/// Writes a line to standard output. One who stopped listening is no failure.
pub fn line(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(_) => Err(Failure::CannotWrite {
            path: "stdout".to_owned(),
        }),
        Ok(()) => Ok(()),
    }
}

/// A value as JSON.
pub fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Defect {
        trace: error.to_string(),
    })
}

/// A path as people see it.
pub fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The words that open an encrypted snapshot, out of a file: what stands on a command line can be read by every program.
pub fn words(file: &Path) -> Result<String, Failure> {
    let read = if file == Path::new("-") {
        io::read_to_string(io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    read.map_err(|_| Failure::FileMissing { path: text(file) })
}

/// The name of a value that is only a name.
pub fn code(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    let name = value.as_ref().and_then(serde_json::Value::as_str);
    name.unwrap_or_default().to_owned()
}

/// The lines of a file, or of standard input for `-`.
pub fn lines(file: &Path) -> Result<Box<dyn io::BufRead>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let missing = |_| Failure::FileMissing { path: text(file) };
    let file = std::fs::File::open(file).map_err(missing)?;
    Ok(Box::new(io::BufReader::new(file)))
}
