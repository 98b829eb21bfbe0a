//! The catalysis report: rows that begin with what they are, and comment rows that name their columns.

use super::{Catalysis, CatalysisInterpretation, CatalysisObservation, CatalysisPerspective};
use crate::read::rows;
use crate::words::fold;
use crate::{Error, How};

/// Reads a catalysis report.
///
/// # Errors
/// What [`open`](crate::open) says of its file, and [`Error::NotATable`] where it holds no observation and no perspective.
pub fn catalysis(bytes: &[u8], how: &How) -> Result<Catalysis, Error> {
    let mut found = Catalysis::default();
    let mut observations = Names::of(OBSERVATION);
    let mut perspectives = Names::of(PERSPECTIVE);
    for row in rows(bytes, how)? {
        let Some(first) = row.first() else { continue };
        let (comment, what) = match first.strip_prefix(';') {
            Some(rest) => (true, fold(rest)),
            None => (false, fold(first)),
        };
        match (what.as_str(), comment) {
            ("observation", true) => observations = Names::read(&row),
            ("perspective", true) => perspectives = Names::read(&row),
            ("observation", false) => found.observations.push(observation(&row, &observations)),
            ("perspective", false) => found.perspectives.push(CatalysisPerspective {
                name: perspectives.cell(&row, "name"),
                notes: perspectives.cell(&row, "notes"),
                x: perspectives.cell(&row, "x"),
                y: perspectives.cell(&row, "y"),
                order: perspectives.cell(&row, "order"),
            }),
            _ => {}
        }
    }
    if found.observations.is_empty() && found.perspectives.is_empty() {
        return Err(Error::NotATable);
    }
    Ok(found)
}

/// The columns of an observation where no row names them.
const OBSERVATION: &[&str] = &[
    "observation",
    "name",
    "description",
    "strength",
    "linking question",
    "pattern",
    "graph type",
    "question 1",
    "question 2",
    "question 3",
    "interpretation",
];
/// The columns of a perspective where no row names them.
const PERSPECTIVE: &[&str] = &["perspective", "name", "notes", "x", "y", "order"];

/// The names of columns, folded.
struct Names(Vec<String>);

impl Names {
    fn of(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    fn read(row: &[String]) -> Self {
        Self(
            row.iter()
                .map(|name| fold(name.trim_start_matches(';')))
                .collect(),
        )
    }

    fn cell(&self, row: &[String], name: &str) -> String {
        self.0
            .iter()
            .position(|other| other == name)
            .and_then(|place| row.get(place))
            .cloned()
            .unwrap_or_default()
    }
}

fn observation(row: &[String], names: &Names) -> CatalysisObservation {
    let interpretations = names
        .0
        .iter()
        .position(|name| name.starts_with("interpretation"))
        .unwrap_or(row.len());
    let questions = names
        .0
        .iter()
        .zip(row)
        .filter(|(name, cell)| {
            let numbered = name.strip_prefix("question ");
            numbered.is_some_and(|number| number.parse::<u32>().is_ok()) && !cell.is_empty()
        })
        .map(|(_, cell)| cell.clone())
        .collect();
    CatalysisObservation {
        name: names.cell(row, "name"),
        description: names.cell(row, "description"),
        strength: names.cell(row, "strength"),
        linking_question: names.cell(row, "linking question"),
        pattern: names.cell(row, "pattern"),
        graph_type: names.cell(row, "graph type"),
        questions,
        interpretations: row
            .iter()
            .skip(interpretations)
            .filter(|cell| !cell.is_empty())
            .map(|cell| interpretation(cell))
            .collect(),
    }
}

/// `name|description|idea|questions|x|y`.
fn interpretation(cell: &str) -> CatalysisInterpretation {
    let mut parts = cell.split('|').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    CatalysisInterpretation {
        name: next(),
        description: next(),
        idea: next(),
        questions: next(),
        x: next(),
        y: next(),
    }
}
