//! A chart in plain words: the note below it, and what is read aloud to who cannot see it.

use stories::{Chart, ChartCell, ChartKind, Few};

use crate::language::Language;
use crate::layout::chart::ChartDrawing;
use crate::words::{ChartWords, filled, whole};

/// One bar or cell.
pub(super) fn cell(
    label: &str,
    cell: &ChartCell,
    counts: &[(&str, &str); 2],
    words: &ChartWords,
) -> String {
    let share = cell.per_hundred.to_string();
    let [count, of] = *counts;
    let places = [("label", label), ("share", &share), count, of];
    if cell.few == Few::TooFew {
        return filled(&words.too_few_of, &places);
    }
    let mut says = filled(&words.bar, &places);
    if let Some(expected) = cell.expected {
        let expected = expected.to_string();
        says.push_str("; ");
        says.push_str(&filled(&words.expected, &[("expected", &expected)]));
    }
    if cell.few == Few::Indication {
        says.push_str("; ");
        says.push_str(&words.indication);
    }
    says
}

/// What must be known to read the chart, as on the screen, and what its marks mean.
pub(super) fn note(chart: &Chart, words: &ChartWords, language: Language) -> String {
    let cells = || chart.rows.iter().flat_map(|row| &row.cells);
    let table = chart.kind == ChartKind::Cells;
    let total = whole(chart.total, language);
    let total = filled(
        if chart.filtered {
            &words.total_filtered
        } else {
            &words.total
        },
        &[("total", &total)],
    );
    let indication = cells().any(|cell| cell.few == Few::Indication);
    let few = cells().any(|cell| cell.few != Few::Enough);
    let expected = cells().any(|cell| cell.expected.is_some() && cell.few != Few::TooFew);
    let parts = [
        (chart.rows.is_empty(), &words.nothing),
        (table, &words.cells_note),
        (table, &words.cells_shade),
        (!table && expected, &words.expected_note),
        (few, &words.few),
        (!table && indication, &words.few_bar),
        (table && indication, &words.few_cell),
        (true, &total),
    ];
    let said: Vec<&str> = parts
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, words)| words.as_str())
        .collect();
    said.join(" ")
}

impl ChartDrawing {
    /// The whole chart.
    pub(super) fn says(&self) -> String {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut parts: Vec<&str> = vec![&self.title, &self.counted_says];
        parts.extend(cells.map(|cell| cell.says.as_str()));
        parts.push(&self.note_says);
        let mut says = String::new();
        for part in parts
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            if !says.is_empty() {
                says.push(' ');
            }
            says.push_str(part);
            if !part.ends_with(['.', '?', '!']) {
                says.push('.');
            }
        }
        says
    }
}
