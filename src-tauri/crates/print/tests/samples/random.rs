//! Charts with any labels and figures.

use proptest::prelude::*;
use stories::{Chart, ChartKind, ChartRow};

use crate::charts::cell;
use crate::checks::text;

/// A label: short, as most are, or anything.
fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => text().prop_map(|text| text.chars().take(60).collect()),
        1 => text(),
    ]
}

/// A chart as the model may give it, with labels as people write them.
pub fn chart() -> impl Strategy<Value = Chart> {
    let kind = prop::sample::select(vec![ChartKind::Bars, ChartKind::Ranges, ChartKind::Cells]);
    let figures = (0..5000_u32, 0..5000_u32, prop::option::of(0..=100_u8));
    let row = (label(), prop::collection::vec(figures, 1..7));
    (
        kind,
        label(),
        label(),
        prop::collection::vec(label(), 1..7),
        prop::collection::vec(row, 0..9),
        any::<bool>(),
    )
        .prop_map(|(kind, title, counted, columns, rows, filtered)| {
            let table = kind == ChartKind::Cells;
            let rows = rows.into_iter().map(|(label, figures)| {
                let cells = figures.into_iter();
                let cells = cells.map(|(a, b, expected)| cell(a.min(b), b, expected));
                let count = if table { columns.len() } else { 1 };
                ChartRow {
                    label,
                    cells: cells.take(count).collect(),
                }
            });
            Chart {
                kind,
                title,
                counted,
                rows: rows.collect(),
                columns: if table { columns } else { Vec::new() },
                total: 4981,
                filtered,
            }
        })
}
