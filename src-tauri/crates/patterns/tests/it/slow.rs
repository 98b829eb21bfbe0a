//! Every figure beside a slow one that was worked out in another way: ranks written out one by one, pairs compared one by one,
//! stories looked at through their answers.

use std::collections::BTreeMap;

use patterns::{EffectKind, Evaluation, Method, Options, Pattern, Side, evaluate};
use proptest::prelude::*;
use stories::{
    About, Answer, Choice, Collection, Condition, Filter, Group, Kind, Library, OptionId, Question,
    QuestionId, Story, StoryId, Test, Uses,
};

/// What the answer of one story to one side is, as a number; none is no answer.
type Value = Option<f64>;

fn question(id: &str, kind: Kind) -> Question {
    Question {
        id: id.into(),
        text: id.to_owned(),
        short: id.to_owned(),
        group: Group::Interpretive,
        kind,
    }
}

fn choices(number: usize) -> Vec<Choice> {
    (0..number)
        .map(|nth| Choice {
            id: OptionId(format!("o{nth}")),
            label: format!("Option {nth}"),
        })
        .collect()
}

fn slider() -> Kind {
    Kind::Slider {
        left: "no".to_owned(),
        right: "yes".to_owned(),
    }
}

/// One story's answers: two choices, two sliders, two several-choice questions, each of which may be missing.
#[derive(Clone, Debug)]
struct Row {
    choices: [Option<u8>; 2],
    sliders: [Option<u8>; 2],
    several: [u8; 2],
}

fn row() -> impl Strategy<Value = Row> {
    let choice = || prop::option::weighted(0.9, 0_u8..4);
    // Few places, so that there are many ties; and all of them, so that there are few.
    let tied = prop::option::weighted(0.9, prop_oneof![Just(0_u8), Just(50), Just(100), 0_u8..5]);
    let free = prop::option::weighted(0.9, 0_u8..=100);
    // Half of the stories hang together, so that something stands out.
    let follows = prop::bool::ANY;
    (
        [choice(), choice()],
        (tied, free),
        [0_u8..8, 0_u8..8],
        follows,
    )
        .prop_map(|(mut choices, mut sliders, mut several, follows)| {
            if let (true, Some(first)) = (follows, choices[0]) {
                choices[1] = Some(first);
                sliders = (Some(first * 30), Some(90 - first * 20));
                several = [1 << (first % 3), if first < 2 { 6 } else { 1 }];
            }
            Row {
                choices,
                sliders: [sliders.0, sliders.1],
                several,
            }
        })
}

fn library(rows: &[Row]) -> Library {
    let questions = vec![
        question(
            "a",
            Kind::Choice {
                choices: choices(4),
            },
        ),
        question(
            "b",
            Kind::Choice {
                choices: choices(4),
            },
        ),
        question("x", slider()),
        question("y", slider()),
        question(
            "s",
            Kind::Several {
                choices: choices(3),
            },
        ),
        question(
            "t",
            Kind::Several {
                choices: choices(3),
            },
        ),
    ];
    let option = |nth: usize| OptionId(format!("o{nth}"));
    let stories = (1..).zip(rows).map(|(id, row)| {
        let mut answers = BTreeMap::new();
        for (id, choice) in ["a", "b"].into_iter().zip(row.choices) {
            if let Some(nth) = choice {
                answers.insert(
                    QuestionId::from(id),
                    Answer::Choice(option(usize::from(nth))),
                );
            }
        }
        for (id, place) in ["x", "y"].into_iter().zip(row.sliders) {
            if let Some(place) = place {
                answers.insert(QuestionId::from(id), Answer::Slider(place));
            }
        }
        for (id, bits) in ["s", "t"].into_iter().zip(row.several) {
            let chosen: Vec<OptionId> = (0..3)
                .filter(|nth| bits >> nth & 1 == 1)
                .map(option)
                .collect();
            if !chosen.is_empty() {
                answers.insert(QuestionId::from(id), Answer::Several(chosen));
            }
        }
        Story {
            id: StoryId(id),
            title: String::new(),
            text: String::new(),
            told: "2026-01-01".to_owned(),
            answers,
        }
    });
    let stories = stories.collect();
    Library::new(Collection {
        about: About {
            name: String::new(),
            theme: String::new(),
            set: String::new(),
            provenance: String::new(),
            made: "2026-01-01".to_owned(),
            uses: Uses::default(),
        },
        questions,
        stories,
        perspectives: Vec::new(),
    })
    .unwrap()
}

fn value(story: &Story, side: &Side) -> Value {
    Some(match (story.answers.get(&side.question)?, &side.option) {
        (Answer::Choice(option), None) => option.0[1..].parse().unwrap(),
        (Answer::Slider(place), None) => f64::from(*place),
        (Answer::Several(chosen), Some(option)) => f64::from(u8::from(chosen.contains(option))),
        (answer, option) => panic!("{answer:?} with {option:?}"),
    })
}

/// The rank of each value: one more than those below, and half of those beside.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |one: &f64| {
        let below = values.iter().filter(|other| *other < one).count();
        let beside = values.iter().filter(|other| *other == one).count();
        below as f64 + (beside as f64 + 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let (a, b) = (mean(one), mean(other));
    let product: f64 = one.iter().zip(other).map(|(x, y)| (x - a) * (y - b)).sum();
    let square = |all: &[f64], middle: f64| all.iter().map(|x| (x - middle).powi(2)).sum::<f64>();
    product / (square(one, a) * square(other, b)).sqrt()
}

/// The values of `of` for each different value of `by`.
fn groups(by: &[f64], of: &[f64]) -> BTreeMap<i64, Vec<f64>> {
    let mut groups = BTreeMap::<i64, Vec<f64>>::new();
    for (group, value) in by.iter().zip(of) {
        groups.entry(*group as i64).or_default().push(*value);
    }
    groups
}

/// H with ties, from the ranks of all (Kruskal and Wallis 1952, formula 1.1 with 1.2).
fn slow_h(by: &[f64], of: &[f64]) -> f64 {
    let n = of.len() as f64;
    let sums = groups(by, &ranks(of));
    let sum: f64 = sums
        .values()
        .map(|all| all.iter().sum::<f64>().powi(2) / all.len() as f64)
        .sum();
    let plain = 12.0 / (n * (n + 1.0)) * sum - 3.0 * (n + 1.0);
    let ties: f64 = groups(of, of)
        .values()
        .map(|all| (all.len() as f64).powi(3) - all.len() as f64)
        .sum();
    plain / (1.0 - ties / (n.powi(3) - n))
}

/// Chi-square, and V without bias, from stories one by one.
fn slow_chi_square(one: &[f64], other: &[f64]) -> (f64, f64) {
    let n = one.len() as f64;
    let (rows, columns) = (groups(one, other), groups(other, one));
    let mut chi = 0.0;
    for (row, there) in &rows {
        for (column, here) in &columns {
            let pairs = one.iter().zip(other);
            let found = pairs
                .filter(|(a, b)| **a as i64 == *row && **b as i64 == *column)
                .count() as f64;
            let expected = there.len() as f64 * here.len() as f64 / n;
            chi += (found - expected).powi(2) / expected;
        }
    }
    let (r, c) = (rows.len() as f64, columns.len() as f64);
    let phi = (chi / n - (r - 1.0) * (c - 1.0) / (n - 1.0)).max(0.0);
    let less = |k: f64| k - (k - 1.0).powi(2) / (n - 1.0);
    let smallest = less(r).min(less(c)) - 1.0;
    (
        chi,
        if smallest > 0.0 {
            (phi / smallest).sqrt().min(1.0)
        } else {
            0.0
        },
    )
}

/// Cliff's delta, pair by pair.
fn slow_delta(one: &[f64], other: &[f64]) -> f64 {
    let mut balance = 0;
    for a in one {
        for b in other {
            balance += i32::from(a > b) - i32::from(a < b);
        }
    }
    f64::from(balance) / (one.len() * other.len()) as f64
}

#[track_caller]
fn near(name: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{name}: {found} is not {expected}"
    );
}

fn fits(story: &Story, condition: &Condition) -> bool {
    match (story.answers.get(&condition.question), &condition.test) {
        (Some(Answer::Choice(option)), Test::AnyOf { options }) => options.contains(option),
        (Some(Answer::Several(chosen)), Test::AnyOf { options }) => {
            chosen.iter().any(|option| options.contains(option))
        }
        (Some(Answer::Slider(place)), Test::Range { from, to }) => (from..=to).contains(&place),
        _ => false,
    }
}

/// Looks at the stories of a highlight one by one, and gives how many highlights there were.
fn check_highlights(stories: &[&Story], pattern: &Pattern) -> usize {
    let key = &pattern.key;
    for one in &pattern.highlights {
        let count = |who: &dyn Fn(&Story) -> bool| {
            let chosen: Vec<_> = stories.iter().filter(|story| who(story)).collect();
            let hits = chosen.iter().filter(|story| fits(story, &one.what)).count();
            (hits as u32, chosen.len() as u32)
        };
        let these = count(&|story| fits(story, &one.who));
        let those = match &one.against {
            Some(other) => count(&|story| fits(story, other)),
            None => count(&|story| !fits(story, &one.who)),
        };
        assert_eq!((one.these.count, one.these.of), these, "{key}");
        assert_eq!((one.those.count, one.those.of), those, "{key}");
        let (hits, n) = count(&|_| true);
        let (hits, n, of) = (f64::from(hits), f64::from(n), f64::from(these.1));
        near(key, one.expected, of * hits / n);
        if pattern.method == Method::ChiSquare {
            let spread = of * hits / n * (1.0 - of / n) * (1.0 - hits / n);
            near(
                key,
                one.score,
                (f64::from(these.0) - of * hits / n) / spread.sqrt(),
            );
        }
        if pattern.method == Method::KruskalWallis {
            let places = |inside: bool| -> Vec<f64> {
                let chosen = stories
                    .iter()
                    .filter(|story| fits(story, &one.who) == inside);
                chosen
                    .map(|story| value(story, &pattern.columns).unwrap())
                    .collect()
            };
            near(key, one.score, slow_delta(&places(true), &places(false)));
        }
    }
    pattern.highlights.len()
}

/// Looks at a pattern, and gives how many highlights it has.
fn check(library: &Library, pattern: &Pattern) -> usize {
    let (stories, pairs): (Vec<&Story>, Vec<(f64, f64)>) = library
        .stories()
        .iter()
        .filter_map(|story| {
            let values = (
                value(story, &pattern.rows)?,
                value(story, &pattern.columns)?,
            );
            Some((story, values))
        })
        .unzip();
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    assert_eq!(pattern.n as usize, pairs.len(), "{}", pattern.key);
    let n = f64::from(pattern.n);
    let (statistic, kind, effect) = match pattern.method {
        Method::ChiSquare => {
            let (chi, v) = slow_chi_square(&one, &other);
            (chi, EffectKind::CramersV, v)
        }
        Method::KruskalWallis => {
            let h = slow_h(&one, &other);
            (
                h,
                EffectKind::EpsilonSquared,
                h / ((n * n - 1.0) / (n + 1.0)),
            )
        }
        Method::Spearman => {
            let rho = correlation(&ranks(&one), &ranks(&other));
            (rho, EffectKind::Rho, rho)
        }
    };
    near(&pattern.key, pattern.statistic, statistic);
    near(&pattern.key, pattern.effect.value, effect);
    assert_eq!(pattern.effect.kind, kind);
    check_highlights(&stories, pattern)
}

fn all(library: &Library, threads: u8) -> Evaluation {
    let options = Options {
        highlights: u8::MAX,
        threads,
        ..Options::default()
    };
    evaluate(library, &Filter::default(), &options)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_tables_agree_with_a_slow_computation(rows in prop::collection::vec(row(), 15..160)) {
        let library = library(&rows);
        let found = all(&library, 2);
        let highlights: usize = found.patterns.iter().map(|one| check(&library, one)).sum();
        prop_assert!(highlights > 0 || rows.len() < 100);
        // 15 pairs of questions; a pair with several-choice questions is one for each option, or pair of options.
        prop_assert_eq!(found.tests + found.untested, 6 + 2 * 4 * 3 + 9);
    }

    #[test]
    fn the_outcome_is_the_same_for_any_number_of_threads(rows in prop::collection::vec(row(), 40..80)) {
        let library = library(&rows);
        let one = all(&library, 1);
        prop_assert_eq!(&one, &all(&library, 2));
        prop_assert_eq!(&one, &all(&library, 5));
    }
}
