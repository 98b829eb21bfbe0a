//! Charts: the figures, and that every cell selects what it counts.

use proptest::prelude::*;
use stories::{
    ChartCell, ChartKind, ChartSpec, Condition, Few, Filter, Library, OptionId, ReadingOrder,
    StoryId, Test, per_hundred,
};

use crate::sample::{Row, any_row, collection};

fn options(places: &[usize]) -> Vec<OptionId> {
    places
        .iter()
        .map(|place| OptionId(format!("o{place}")))
        .collect()
}

fn any_of(question: &str, places: &[usize]) -> Condition {
    Condition {
        question: question.into(),
        test: Test::AnyOf {
            options: options(places),
        },
    }
}

fn range(from: u8, to: u8) -> Condition {
    Condition {
        question: "s".into(),
        test: Test::Range { from, to },
    }
}

fn any_condition() -> impl Strategy<Value = Condition> {
    let places = |most: usize| proptest::collection::vec(0..most, 0..3);
    prop_oneof![
        places(4).prop_map(|places| any_of("c", &places)),
        places(3).prop_map(|places| any_of("d", &places)),
        places(5).prop_map(|places| any_of("m", &places)),
        (0..=100_u8, 0..=100_u8).prop_map(|(one, other)| range(one.min(other), one.max(other))),
    ]
}

fn any_rows() -> impl Strategy<Value = (&'static str, Vec<OptionId>)> {
    prop_oneof![Just(("c", 4)), Just(("d", 3)), Just(("m", 5))].prop_flat_map(|(id, most)| {
        let only = proptest::sample::subsequence((0..most).collect::<Vec<usize>>(), 0..=most);
        only.prop_map(move |only| (id, options(&only)))
    })
}

fn any_chart() -> impl Strategy<Value = ChartSpec> {
    let within = || proptest::collection::vec(any_condition(), 0..2);
    prop_oneof![
        (any_rows(), any_condition(), within()).prop_map(|((rows, only), hit, within)| {
            ChartSpec::Share {
                rows: rows.into(),
                only,
                hit,
                hit_label: "raak".to_owned(),
                within,
            }
        }),
        (any_rows(), within()).prop_map(|((rows, only), within)| ChartSpec::Spread {
            question: rows.into(),
            only,
            within
        }),
        (1..99_u8, within()).prop_map(|(middle, within)| ChartSpec::Ranges {
            question: "s".into(),
            bins: vec![
                (0, middle, "laag".to_owned()),
                (middle + 1, 100, "hoog".to_owned())
            ],
            within
        }),
        (any_rows(), any_rows(), within()).prop_map(
            |((rows, only_rows), (columns, only_columns), within)| ChartSpec::Cells {
                rows: rows.into(),
                only_rows,
                columns: columns.into(),
                only_columns,
                within
            }
        ),
    ]
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let words = || proptest::option::weighted(0.2, 0..30_u32);
    (
        proptest::collection::vec(any_condition(), 0..3),
        words(),
        words(),
    )
        .prop_map(|(conditions, min_words, max_words)| Filter {
            conditions,
            min_words,
            max_words,
        })
}

fn check_cell(library: &Library, cell: &ChartCell, filter: &Filter) {
    let mut both = filter.clone();
    both.conditions.extend(cell.select.iter().cloned());
    assert_eq!(library.select(&both).len(), cell.count as usize, "{cell:?}");
    assert!(cell.count <= cell.of);
    assert_eq!(cell.per_hundred, per_hundred(cell.count, cell.of));
    assert_eq!(cell.few, Few::of(cell.of));
}

proptest! {
    #[test]
    fn every_cell_selects_exactly_what_it_counts(
        rows in proptest::collection::vec(any_row(), 0..80),
        chart in any_chart(),
        filter in any_filter(),
    ) {
        let library = Library::new(collection(rows)).unwrap();
        prop_assert!(library.check_chart(&chart).is_ok());
        prop_assert!(library.check_filter(&filter).is_ok());
        let drawn = library.chart(&chart, &filter);
        for row in &drawn.rows {
            prop_assert_eq!(row.cells.len(), drawn.columns.len().max(usize::from(drawn.kind != ChartKind::Cells)));
            for cell in &row.cells {
                check_cell(&library, cell, &filter);
                prop_assert!(cell.of <= drawn.total);
            }
        }
        prop_assert!(drawn.total as usize <= library.select(&filter).len());
    }

    #[test]
    fn a_selection_is_in_the_order_of_numbers_and_fulfils_the_filter(
        rows in proptest::collection::vec(any_row(), 0..80),
        filter in any_filter(),
    ) {
        let library = Library::new(collection(rows)).unwrap();
        let chosen = library.select(&filter);
        prop_assert!(chosen.is_sorted());
        prop_assert_eq!(chosen.len() as u32, library.count(&filter));
        let words = |id: &StoryId| library.story(*id).unwrap().words() as u32;
        let fits = |id: &StoryId| filter.min_words.is_none_or(|least| words(id) >= least) && filter.max_words.is_none_or(|most| words(id) <= most);
        prop_assert!(chosen.iter().all(fits));
    }
}

fn forty() -> Library {
    let row = |nth: usize| Row {
        c: Some(nth % 2),
        d: (nth < 38).then_some(nth % 3),
        s: Some(nth as u8 * 2),
        r: Some(nth % 2),
        ..Row::default()
    };
    Library::new(collection((0..40).map(row).collect())).unwrap()
}

#[test]
fn shares_are_rounded_half_up() {
    for (count, of, share) in [
        (0, 0, 0),
        (1, 8, 13),
        (1, 3, 33),
        (2, 3, 67),
        (1, 200, 1),
        (199, 200, 100),
        (5, 5, 100),
    ] {
        assert_eq!(per_hundred(count, of), share, "{count} of {of}");
    }
}

#[test]
fn few_answers_are_marked() {
    assert_eq!(
        [
            Few::of(0),
            Few::of(19),
            Few::of(20),
            Few::of(29),
            Few::of(30)
        ],
        [
            Few::TooFew,
            Few::TooFew,
            Few::Indication,
            Few::Indication,
            Few::Enough
        ]
    );
}

#[test]
fn a_share_is_compared_with_all() {
    let spec = ChartSpec::Share {
        rows: "c".into(),
        only: options(&[1]),
        hit: range(40, 100),
        hit_label: "hoog".to_owned(),
        within: vec![],
    };
    let chart = forty().chart(&spec, &Filter::default());
    assert_eq!(
        (
            chart.title.as_str(),
            chart.counted.as_str(),
            chart.total,
            chart.filtered
        ),
        ("c", "hoog", 20, false)
    );
    let cell = &chart.rows[0].cells[0];
    assert_eq!(
        (
            chart.rows[0].label.as_str(),
            cell.count,
            cell.of,
            cell.per_hundred
        ),
        ("Antwoord 1", 10, 20, 50)
    );
    assert_eq!((cell.expected, cell.few), (Some(50), Few::Indication));
}

#[test]
fn a_spread_is_compared_only_where_it_is_a_part() {
    let library = forty();
    let spec = |within: Vec<Condition>| ChartSpec::Spread {
        question: "d".into(),
        only: vec![],
        within,
    };
    let all = library.chart(&spec(vec![]), &Filter::default());
    assert_eq!(
        (all.total, all.rows.len(), all.rows[0].cells[0].expected),
        (38, 3, None)
    );
    let part = library.chart(&spec(vec![any_of("c", &[0])]), &Filter::default());
    assert_eq!(
        (part.total, part.filtered, part.rows[0].cells[0].expected),
        (19, false, Some(34))
    );
    let filter = Filter {
        conditions: vec![any_of("r", &[0])],
        ..Filter::default()
    };
    let filtered = library.chart(&spec(vec![]), &filter);
    assert_eq!(
        (
            filtered.total,
            filtered.filtered,
            filtered.rows[2].cells[0].expected
        ),
        (19, true, Some(32))
    );
}

#[test]
fn what_is_not_there_selects_nothing_and_draws_nothing() {
    let library = forty();
    let filter = Filter {
        conditions: vec![any_of("zzz", &[0])],
        ..Filter::default()
    };
    assert!(library.select(&filter).is_empty());
    assert!(library.check_filter(&filter).is_err());
    let spec = ChartSpec::Spread {
        question: "zzz".into(),
        only: vec![],
        within: vec![],
    };
    assert!(library.chart(&spec, &Filter::default()).rows.is_empty());
}

#[test]
fn the_own_region_comes_first_and_the_rest_is_stable() {
    let library = forty();
    let ids: Vec<StoryId> = [5, 2, 9, 4, 99].map(StoryId).to_vec();
    let own = OptionId::from("o1");
    let order = |own, order| {
        library
            .order(&ids, own, order)
            .into_iter()
            .map(|id| id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(None, ReadingOrder::Given), [5, 2, 9, 4]);
    assert_eq!(order(Some(&own), ReadingOrder::Given), [2, 4, 5, 9]);
    assert_eq!(order(None, ReadingOrder::Latest), [9, 5, 4, 2]);
}
