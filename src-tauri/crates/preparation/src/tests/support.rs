use super::scope::{library, story};
use super::*;
use stories::Library;

/// Numbers, words, role, region, place on the slider.
fn of(rows: &[(u32, usize, &str, &str, u8)]) -> Library {
    let stories = rows
        .iter()
        .map(|(id, words, role, region, good)| {
            story(
                *id,
                *words,
                &[
                    ("role", Answer::Choice((*role).into())),
                    ("region", Answer::Choice((*region).into())),
                    ("good", Answer::Slider(*good)),
                ],
            )
        })
        .collect();
    let uses = Uses {
        voice: Some("role".into()),
        region: Some("region".into()),
        ..Uses::default()
    };
    library(asked_questions(), uses, stories)
}

fn share(low: u8, high: u8) -> ChartSpec {
    ChartSpec::Share {
        rows: "role".into(),
        only: vec![],
        hit: range("good", low, high),
        hit_label: String::new(),
        within: vec![],
    }
}

fn proposed(library: &Library, own: Option<&str>, out: &[u32], most: usize) -> Vec<(u32, u16)> {
    let charts = [share(0, 40), spread("role", "mother father coach")];
    let own = own.map(OptionId::from);
    let charts: Vec<&ChartSpec> = charts.iter().collect();
    propose_support(library, &charts, own.as_ref(), &numbers(out), most)
        .into_iter()
        .map(|it| (it.story.0, it.fits))
        .collect()
}

#[test]
fn stories_that_fit_go_first_and_voices_take_turns() {
    let library = of(&[
        (1, 100, "mother", "north", 10),
        (2, 100, "mother", "north", 10),
        (3, 100, "mother", "south", 10),
        (4, 100, "father", "south", 20),
        (5, 100, "coach", "south", 90),
        (6, 100, "pupil", "south", 90),
        (7, 10, "father", "south", 20),
    ]);
    // 6 is an example of nothing. 7 is short, but 3 is the third mother. Of equals the lower number goes first.
    assert_eq!(
        proposed(&library, None, &[], 10),
        [(1, 2), (4, 2), (2, 2), (7, 2), (3, 2), (5, 1)]
    );
    assert_eq!(proposed(&library, None, &[1, 4], 2), [(2, 2), (7, 2)]);
    assert_eq!(
        proposed(&library, Some("south"), &[], 3),
        [(3, 2), (4, 2), (7, 2)]
    );
}

#[test]
fn a_length_that_reads_well_goes_first() {
    let library = of(&[
        (1, 10, "mother", "north", 10),
        (2, 1_000, "mother", "north", 10),
        (3, 50, "mother", "north", 10),
        (4, 200, "mother", "north", 10),
    ]);
    assert_eq!(proposed(&library, None, &[], 2), [(4, 2), (3, 2)]);
}

#[test]
fn without_charts_nothing_is_proposed() {
    let library = of(&[(1, 100, "mother", "north", 10)]);
    assert_eq!(propose_support(&library, &[], None, &[], 5), []);
    assert_eq!(
        propose_support(&library, &[&spread("role", "")], None, &[], 5),
        [],
        "a spread of all answers says nothing about one story"
    );
}
