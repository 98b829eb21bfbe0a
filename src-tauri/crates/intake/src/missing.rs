//! Words that say that there is no answer.

use crate::words::fold;

const MISSING: &[&str] = &[
    "-",
    "--",
    "---",
    ".",
    "?",
    "/",
    "n.v.t.",
    "n.v.t",
    "nvt",
    "nvt.",
    "n/a",
    "#n/a",
    "n.a.",
    "na",
    "nan",
    "null",
    "niet van toepassing",
    "not applicable",
    "does not apply",
    "geen antwoord",
    "no answer",
    "onbekend",
    "missing",
    "(leeg)",
    "(blank)",
];

/// Whether a cell says that there is no answer.
pub(crate) fn is_missing(cell: &str) -> bool {
    cell.len() <= 24 && MISSING.contains(&fold(cell).as_str())
}
