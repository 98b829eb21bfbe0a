//! Selection beside whole: what was seen, and what is seen now.

use serde::{Deserialize, Serialize};
use stories::{Chart, ChartCell, ChartSpec, Few, Filter, Library, Observation};
use ts_rs::TS;

use crate::{Portion, Sentence};

/// Something that was seen, to be looked at again.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Observed {
    /// The observation, or what else names it.
    pub id: String,
    /// How its chart is made.
    pub chart: ChartSpec,
}

impl From<&Observation> for Observed {
    fn from(observation: &Observation) -> Self {
        Self {
            id: observation.id.to_string(),
            chart: observation.chart.clone(),
        }
    }
}

/// One observation of all stories beside the same of a selection.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Shift {
    /// The id of what was observed.
    pub id: String,
    /// What was seen: the chart of all stories.
    pub before: Chart,
    /// What is seen now: the chart of the selection.
    pub now: Chart,
    /// How many of each hundred the cell that moved furthest went up or down; 0 where nothing can be compared.
    pub points: u8,
    /// The cells that can be compared, the one that moved furthest first.
    pub cells: Vec<ShiftCell>,
    /// Whether the cell that moved furthest rests on few answers; [`Few::TooFew`] where nothing can be compared.
    pub few: Few,
    /// What moved furthest, in words.
    pub sentence: Sentence,
}

/// One cell of a chart, before and now.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ShiftCell {
    /// The place of the row in both charts.
    pub row: u32,
    /// The place of the column in both charts.
    pub column: u32,
    /// Of all stories.
    pub before: Portion,
    /// Of the selection.
    pub now: Portion,
}

impl ShiftCell {
    /// How many of each hundred it went up or down.
    pub fn points(&self) -> u8 {
        self.before.per_hundred.abs_diff(self.now.per_hundred)
    }
}

/// Puts each observation of all stories beside the same of the stories that fulfil `filter`; what moved furthest comes first,
/// and what moved as far stays in the order given. A cell of fewer than 20 answers on either side is not compared; an observation
/// without any that can be compared comes last.
pub fn shift(library: &Library, observed: &[Observed], filter: &Filter) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = observed
        .iter()
        .map(|one| look(library, one, filter))
        .collect();
    shifts.sort_by_key(|shift| std::cmp::Reverse((!shift.cells.is_empty(), shift.points)));
    shifts
}

fn look(library: &Library, observed: &Observed, filter: &Filter) -> Shift {
    let before = library.chart(&observed.chart, &Filter::default());
    let now = library.chart(&observed.chart, filter);
    let mut cells = cells(&before, &now);
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.points()));
    let first = cells.first();
    Shift {
        id: observed.id.clone(),
        points: first.map_or(0, ShiftCell::points),
        few: first.map_or(Few::TooFew, |cell| Few::of(cell.before.of.min(cell.now.of))),
        sentence: sentence(&now, first),
        before,
        now,
        cells,
    }
}

fn cells(before: &Chart, now: &Chart) -> Vec<ShiftCell> {
    let portion = |cell: &ChartCell| Portion::new(cell.count, cell.of);
    let mut cells = Vec::new();
    for (row, (was, is)) in (0..).zip(before.rows.iter().zip(&now.rows)) {
        for (column, (was, is)) in (0..).zip(was.cells.iter().zip(&is.cells)) {
            if was.few != Few::TooFew && is.few != Few::TooFew {
                cells.push(ShiftCell {
                    row,
                    column,
                    before: portion(was),
                    now: portion(is),
                });
            }
        }
    }
    cells
}

fn sentence(chart: &Chart, first: Option<&ShiftCell>) -> Sentence {
    let Some(cell) = first else {
        return Sentence::new("pattern.shift.few");
    };
    if cell.points() == 0 {
        return Sentence::new("pattern.shift.same");
    }
    let form = if cell.now.per_hundred > cell.before.per_hundred {
        "more"
    } else {
        "less"
    };
    let row = chart.rows.get(cell.row as usize);
    let row = row.map_or("", |row| row.label.as_str());
    // A share is told by its group and by what is counted; a bar of a spread and a cell by their own words.
    let counted = match chart.columns.get(cell.column as usize) {
        Some(column) => column.as_str(),
        None => chart.counted.as_str(),
    };
    let label = if counted.is_empty() {
        row.to_owned()
    } else {
        format!("{row} – {counted}")
    };
    let mut sentence = Sentence::new(&format!("pattern.shift.{form}"));
    sentence.fill("label", &label);
    sentence.fill("before", &cell.before.per_hundred.to_string());
    sentence.fill("now", &cell.now.per_hundred.to_string());
    sentence.fill("points", &cell.points().to_string());
    sentence
}
