//! Those that are measured, each in a process of its own.

use std::fmt;
use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use patterns::measure_all;

use crate::answers::{WIDTHS, columns, ours};
use crate::naive::all_pairs;

/// Tells a process which entrant it is.
pub const CHILD: &str = "PATTERNS_CHILD";

/// What an entrant took and found.
pub struct Outcome {
    /// The shortest round.
    pub seconds: f64,
    /// The most memory above the answers themselves.
    pub bytes: f64,
    /// The sum of all statistics.
    pub sum: f64,
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {}", self.seconds, self.bytes, self.sum)
    }
}

impl Outcome {
    fn read(text: &str) -> Self {
        let mut parts = text.split_whitespace().map(|part| part.parse().unwrap());
        let mut next = || parts.next().expect("three numbers");
        Self {
            seconds: next(),
            bytes: next(),
            sum: next(),
        }
    }
}

/// Runs one of our entrants in a process of its own.
pub fn apart(name: &str, stories: usize) -> Outcome {
    let own = std::env::current_exe().unwrap();
    let output = Command::new(own)
        .env(CHILD, format!("{name} {stories}"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Outcome::read(&String::from_utf8_lossy(&output.stdout))
}

/// What such a process does.
pub fn run(entrant: &str) -> Outcome {
    let (name, stories) = entrant.split_once(' ').unwrap();
    let stories: usize = stories.parse().unwrap();
    let rounds = (100_000 / stories).clamp(1, 15);
    if name == "naive" {
        let numbers: Vec<Vec<Option<f64>>> = columns(stories)
            .into_iter()
            .zip(WIDTHS)
            .map(|(codes, width)| {
                let number = |code: u8| (code < width).then(|| f64::from(code));
                codes.into_iter().map(number).collect()
            })
            .collect();
        return best(rounds.min(3), || all_pairs(&numbers));
    }
    let answers = ours(stories);
    let threads = if name == "single" { 1 } else { 2 };
    best(rounds, || {
        let found = measure_all(black_box(&answers), threads);
        assert_eq!(found.len(), 630);
        found.iter().map(|(_, one)| one.statistic).sum()
    })
}

fn best(rounds: usize, mut work: impl FnMut() -> f64) -> Outcome {
    // Linux begins to count the peak anew; elsewhere no memory is told.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = status("VmRSS:");
    let (mut seconds, mut sum) = (f64::INFINITY, 0.0);
    for _ in 0..rounds {
        let start = Instant::now();
        sum = work();
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    Outcome {
        seconds,
        bytes: (status("VmHWM:") - before).max(0.0),
        sum,
    }
}

/// Memory of this process, in bytes.
fn status(name: &str) -> f64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    kilobytes.map_or(0.0, |kilobytes: f64| kilobytes * 1024.0)
}

/// A Python that has what the comparison needs.
pub fn python() -> Option<String> {
    let name = std::env::var("PATTERNS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let found = Command::new(&name)
        .args(["-c", "import numpy, pandas, scipy"])
        .output()
        .is_ok_and(|output| output.status.success());
    found.then_some(name)
}

/// Runs the same in Python.
pub fn in_python(python: &str, mode: &str, stories: usize) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers");
    fs::write(&file, columns(stories).concat()).unwrap();
    let widths: Vec<String> = WIDTHS.iter().map(u8::to_string).collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/patterns/naive.py");
    let output = Command::new(python)
        .args([script, mode, &widths.join(",")])
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Outcome::read(&String::from_utf8_lossy(&output.stdout))
}
