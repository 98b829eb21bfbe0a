//! On the invented snapshot the evaluation finds again what the source project found.

use std::sync::OnceLock;

use patterns::{EffectSize, Evaluation, Highlight, Method, Options, Pattern, evaluate};
use stories::{Condition, Filter, Test};

use crate::library;

/// All patterns with everything that stands out in each.
fn whole() -> &'static Evaluation {
    static WHOLE: OnceLock<Evaluation> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let options = Options {
            highlights: u8::MAX,
            ..Options::default()
        };
        evaluate(library(), &Filter::default(), &options)
    })
}

#[track_caller]
fn pattern(key: &str) -> &'static Pattern {
    let found = whole().patterns.iter().find(|one| one.key == key);
    let found = found.unwrap_or_else(|| panic!("{key} is not there"));
    assert!(found.stands, "{key} may be chance: {}", found.q);
    found
}

fn any_of(question: &str, option: &str) -> Condition {
    Condition {
        question: question.into(),
        test: Test::AnyOf {
            options: vec![option.into()],
        },
    }
}

/// What stands out about one group; with a choice, about one answer of it.
#[track_caller]
fn about(key: &str, group: (&str, &str), answer: Option<(&str, &str)>) -> &'static Highlight {
    let who = any_of(group.0, group.1);
    let what = answer.map(|(question, option)| any_of(question, option));
    let found = pattern(key)
        .highlights
        .iter()
        .find(|one| one.who == who && what.as_ref().is_none_or(|what| one.what == *what));
    found.unwrap_or_else(|| panic!("{key}: {group:?} with {answer:?} does not stand out"))
}

fn share(highlight: &Highlight) -> f64 {
    f64::from(highlight.these.count) / f64::from(highlight.these.of)
}

/// That `more` chooses an option of a several-choice question about three times as often as `less`, and that the sentence says so.
#[track_caller]
fn about_three_times(option: &str, more: &str, less: &str) {
    let key = format!("role_type/support:{option}");
    let found = about(&key, ("role_type", more), Some(("support", option)));
    assert_eq!(found.against, Some(any_of("role_type", less)));
    let ratio = share(found) / (f64::from(found.those.count) / f64::from(found.those.of));
    assert!((2.3..=3.3).contains(&ratio), "{key}: {ratio:.2}");
    let sentence = &pattern(&key).sentence;
    let place = |place: &str| sentence.places[place].clone();
    assert!(
        ["thrice", "more", "twice"]
            .iter()
            .any(|form| sentence.key == format!("pattern.people.{form}.other")),
        "{key}: {}",
        sentence.key
    );
    assert_eq!(place("this"), found.these.per_hundred.to_string());
    assert_eq!(place("that"), found.those.per_hundred.to_string());
}

#[test]
fn parents_name_teachers_and_the_internal_coach_more_often() {
    for named in ["teachers", "internal_coach"] {
        let what = Some(("influence_first", named));
        let found = about("role_type/influence_first", ("role_type", "parents"), what);
        assert!(
            found.score > 2.0 && f64::from(found.these.count) > found.expected,
            "{named}"
        );
        assert_eq!(
            found.against,
            Some(any_of("role_type", "in_school")),
            "{named}"
        );
    }
}

#[test]
fn professionals_name_the_government_more_often() {
    for teller in ["in_school", "outside"] {
        let what = Some(("influence_first", "government"));
        let found = about("role_type/influence_first", ("role_type", teller), what);
        assert!(
            found.score > 2.0 && f64::from(found.these.count) > found.expected,
            "{teller}"
        );
        assert_eq!(
            found.against,
            Some(any_of("role_type", "parents")),
            "{teller}"
        );
    }
}

#[test]
fn stories_on_relations_are_more_positive() {
    let found = pattern("about/how");
    let first = &found.highlights[0];
    assert_eq!(first.who, any_of("about", "relations"));
    assert!(first.score > 0.33, "{}", first.score);
    assert_eq!(first.against, Some(any_of("about", "system")));
}

#[test]
fn the_worst_consequences_go_with_the_system() {
    let key = "consequence/about";
    let found = about(
        key,
        ("consequence", "very_negative"),
        Some(("about", "system")),
    );
    assert!(found.score > 2.0);
    for other in ["relations", "work", "support"] {
        let other_one = pattern(key).highlights.iter().find(|one| {
            one.who == any_of("consequence", "very_negative") && one.what == any_of("about", other)
        });
        assert!(
            other_one.is_none_or(|one| one.score < found.score),
            "{other}"
        );
    }
}

#[test]
fn parents_tell_of_children_ahead_about_three_times_as_often() {
    about_three_times("ahead", "parents", "in_school");
}

#[test]
fn professionals_tell_of_children_behind_about_three_times_as_often() {
    about_three_times("behind", "in_school", "parents");
}

#[test]
fn professionals_tell_of_the_home_situation_about_three_times_as_often() {
    about_three_times("home", "in_school", "parents");
}

#[test]
fn physical_needs_and_dyslexia_are_in_balance() {
    for option in ["physical", "dyslexia"] {
        let key = format!("role_type/support:{option}");
        let found = whole().patterns.iter().find(|one| one.key == key).unwrap();
        assert_eq!(found.effect.size, EffectSize::Tiny, "{option}");
        let unbalanced = found.highlights.iter().find(|one| {
            [
                any_of("role_type", "parents"),
                any_of("role_type", "in_school"),
            ]
            .contains(&one.who)
        });
        assert_eq!(unbalanced, None, "{option}");
    }
}

#[test]
fn negative_feelings_go_with_daily() {
    let daily = |feeling: &str| {
        let all = &pattern("feeling/often").highlights;
        all.iter()
            .find(|one| {
                one.who == any_of("feeling", feeling) && one.what == any_of("often", "daily")
            })
            .map(|one| one.score)
    };
    assert!(daily("hopelessness").unwrap() > 2.0);
    for feeling in ["sadness", "anger", "disappointment", "hopelessness"] {
        assert!(daily(feeling).is_none_or(|score| score > 0.0), "{feeling}");
    }
    for feeling in ["satisfaction", "hope", "pride", "relief", "trust"] {
        assert!(daily(feeling).unwrap() < -2.0, "{feeling}");
    }
}

#[test]
fn what_follows_from_another_answer_is_known_as_such() {
    let following: Vec<&str> = whole()
        .patterns
        .iter()
        .filter(|one| one.follows)
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(following, ["role/role_type"]);
}

#[test]
fn patterns_are_ranked_by_effect_and_not_by_p() {
    let all = &whole().patterns;
    assert!(all.is_sorted_by(|a, b| a.effect.strength >= b.effect.strength));
    assert!(!all.is_sorted_by(|a, b| a.p <= b.p));
    assert_eq!(whole().tests as usize, all.len());
    let standing = all.iter().filter(|one| one.q <= 0.05).count();
    assert_eq!(whole().standing as usize, standing);
}

#[test]
fn a_click_on_what_stands_out_gives_exactly_its_stories() {
    let filter = crate::filter("role_type = in_school");
    let options = Options::default();
    for pattern in evaluate(library(), &filter, &options)
        .patterns
        .iter()
        .take(150)
    {
        for highlight in &pattern.highlights {
            let conditions = filter.conditions.iter().chain(&highlight.select).cloned();
            let chosen = Filter {
                conditions: conditions.collect(),
                ..Filter::default()
            };
            assert_eq!(
                library().count(&chosen),
                highlight.these.count,
                "{}",
                pattern.key
            );
        }
    }
}

#[test]
fn every_pattern_has_a_chart_with_few_bars() {
    for pattern in &whole().patterns {
        let chart = library().chart(&pattern.chart, &Filter::default());
        let bars = chart.rows.len();
        let enough = (1..=6).contains(&bars) || (bars == 0 && pattern.n < 60);
        assert!(enough, "{}: {bars} bars", pattern.key);
    }
}

#[test]
fn the_chart_shows_the_figures_of_the_sentence() {
    let mut seen = 0;
    for pattern in whole()
        .patterns
        .iter()
        .filter(|one| one.rows.option.is_none())
    {
        if pattern.method == Method::Spearman || !pattern.sentence.places.contains_key("this") {
            continue;
        }
        let chart = library().chart(&pattern.chart, &Filter::default());
        let figure: u8 = pattern.sentence.places["this"].parse().unwrap();
        let group = &pattern.sentence.places["group"];
        let row = chart.rows.iter().find(|row| row.label == *group).unwrap();
        assert_eq!(row.cells[0].per_hundred, figure, "{}", pattern.key);
        seen += 1;
    }
    assert!(seen > 100);
}
