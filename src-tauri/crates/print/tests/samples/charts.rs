//! Charts to look at and to test with. The figures are invented.

#![allow(dead_code, reason = "not every kind of sheet shows every chart")]

use print::{ChartWords, Language};
use stories::{Chart, ChartCell, ChartKind, ChartRow, Few, per_hundred};

/// The words of a language, from the locale files.
pub fn words(language: Language) -> ChartWords {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print_chart.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print_chart.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    ChartWords::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

/// A cell with its figures, as the model makes them.
pub fn cell(count: u32, of: u32, expected: Option<u8>) -> ChartCell {
    ChartCell {
        count,
        of,
        per_hundred: per_hundred(count, of),
        expected,
        few: Few::of(of),
        select: Vec::new(),
    }
}

/// A chart with one bar a row.
pub fn bars(title: &str, counted: &str, rows: &[(&str, u32, u32, Option<u8>)]) -> Chart {
    let row = |&(label, count, of, expected): &(&str, u32, u32, Option<u8>)| ChartRow {
        label: label.into(),
        cells: vec![cell(count, of, expected)],
    };
    Chart {
        kind: ChartKind::Bars,
        title: title.into(),
        counted: counted.into(),
        columns: Vec::new(),
        rows: rows.iter().map(row).collect(),
        total: rows
            .iter()
            .map(|(_, _, of, _)| of)
            .copied()
            .max()
            .unwrap_or(0),
        filtered: false,
    }
}

/// How the answers to one question are spread over `of` stories.
pub fn spread(title: &str, of: u32, rows: &[(&str, u32)]) -> Chart {
    let rows: Vec<_> = rows
        .iter()
        .map(|(label, count)| (*label, *count, of, None))
        .collect();
    bars(title, "", &rows)
}

/// Bars with what was expected, an indication and too few.
pub fn relations() -> Chart {
    bars(
        "Wie had de meeste invloed?",
        "goed tot perfect",
        &[
            ("ouders", 412, 903, Some(38)),
            ("leraar", 690, 1120, Some(38)),
            ("intern begeleider", 98, 340, Some(38)),
            ("schoolleiding", 60, 411, Some(38)),
            ("samenwerkingsverband", 7, 28, Some(38)),
            ("leerplicht", 2, 11, Some(38)),
        ],
    )
}

/// Neighbouring ranges of a slider.
pub fn ranges() -> Chart {
    Chart {
        kind: ChartKind::Ranges,
        total: 4981,
        ..spread(
            "Was dit goed onderwijs?",
            4981,
            &[
                ("zeker niet", 2710),
                ("eerder niet", 988),
                ("ertussenin", 672),
                ("eerder wel", 441),
                ("zeker wel", 170),
            ],
        )
    }
}

/// A table of cells.
pub fn cells() -> Chart {
    let rows: [(&str, [u32; 5], u32); 5] = [
        ("ouders", [310, 402, 160, 98, 12], 982),
        ("leraren", [44, 210, 301, 250, 90], 895),
        ("leerlingen", [90, 81, 40, 31, 7], 249),
        ("zorgprofessionals buiten school", [4, 9, 7, 6, 1], 27),
        ("anderen", [1, 3, 2, 0, 0], 6),
    ];
    let row = |(label, counts, of): &(&str, [u32; 5], u32)| ChartRow {
        label: (*label).into(),
        cells: counts.iter().map(|&count| cell(count, *of, None)).collect(),
    };
    Chart {
        kind: ChartKind::Cells,
        title: "Gevoel en rol".into(),
        counted: String::new(),
        columns: [
            "verdriet",
            "boosheid",
            "teleurstelling",
            "tevreden",
            "hoopvol",
        ]
        .map(Into::into)
        .to_vec(),
        rows: rows.iter().map(row).collect(),
        total: 2159,
        filtered: false,
    }
}

/// Labels that stand above their bars.
pub fn long_labels() -> Chart {
    spread(
        "Waar heeft het mee te maken?",
        2410,
        &[
            (
                "met hoe het onderwijs en de zorg in Nederland geregeld zijn",
                1030,
            ),
            ("met de relatie tussen de mensen die er die dag waren", 640),
            ("met de tijd en de ruimte die iemand op het werk heeft", 512),
            ("met de steun die er wel of juist niet was", 228),
        ],
    )
}
