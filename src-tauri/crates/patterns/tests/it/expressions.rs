//! Filters in words.

use patterns::{Expected, WhereError, parse_filter};
use stories::{Condition, Filter, Test};

use crate::{filter, library};

fn any_of(question: &str, options: &[&str]) -> Condition {
    Condition {
        question: question.into(),
        test: Test::AnyOf {
            options: options.iter().map(|option| (*option).into()).collect(),
        },
    }
}

fn range(question: &str, from: u8, to: u8) -> Condition {
    Condition {
        question: question.into(),
        test: Test::Range { from, to },
    }
}

#[track_caller]
fn check(expression: &str, conditions: &[Condition]) {
    assert_eq!(filter(expression).conditions, conditions, "{expression}");
}

#[test]
fn expressions_become_filters() {
    check("", &[]);
    check("  ", &[]);
    check("role_type = parents", &[any_of("role_type", &["parents"])]);
    check(
        "VERTELLER = 'mensen in de school'",
        &[any_of("role_type", &["in_school"])],
    );
    check(
        "feeling in (sadness, \"Boosheid\")",
        &[any_of("feeling", &["sadness", "anger"])],
    );
    check("support in (ahead)", &[any_of("support", &["ahead"])]);
    check("good >= 60", &[range("good", 60, 100)]);
    check("good<=60", &[range("good", 0, 60)]);
    check("good > 50", &[range("good", 51, 100)]);
    check("good < 50", &[range("good", 0, 49)]);
    check("good = 50", &[range("good", 50, 50)]);
    check("'Goed onderwijs' = 20..40", &[range("good", 20, 40)]);
    check(
        "role_type = parents AND good >= 60 and feeling in (sadness, anger)",
        &[
            any_of("role_type", &["parents"]),
            range("good", 60, 100),
            any_of("feeling", &["sadness", "anger"]),
        ],
    );
}

#[test]
fn the_number_of_words_is_a_filter_too() {
    let words = |expression: &str| {
        let found = filter(expression);
        (found.min_words, found.max_words)
    };
    assert_eq!(words("words >= 100"), (Some(100), None));
    assert_eq!(words("words < 100"), (None, Some(99)));
    assert_eq!(words("words = 50..80"), (Some(50), Some(80)));
    assert_eq!(
        words("words >= 100 and words >= 50 and words <= 300 and words <= 200"),
        (Some(100), Some(200))
    );
}

#[test]
fn what_nothing_can_be_selects_nothing() {
    for expression in ["good > 100", "good < 0", "words < 0"] {
        assert_eq!(library().count(&filter(expression)), 0, "{expression}");
    }
}

#[test]
fn a_wrong_expression_says_where_and_what_was_expected() {
    let options = |question: &str| Expected::Option {
        question: question.to_owned(),
    };
    let number = |from, to| Expected::Number { from, to };
    for (expression, at, expected) in [
        ("nothing = 3", 0, Expected::Question),
        ("better = 3", 0, Expected::Question),
        ("= 3", 0, Expected::Question),
        ("role_type", 9, Expected::Choosing),
        ("role_type >= parents", 10, Expected::Choosing),
        ("role_type = nobody", 12, options("role_type")),
        ("role_type =", 11, options("role_type")),
        ("role_type in parents", 13, Expected::Open),
        ("role_type in (parents pupils)", 22, Expected::CommaOrClose),
        ("role_type in (parents,", 22, options("role_type")),
        ("good in (3)", 5, Expected::Comparing),
        ("good >= many", 8, number(0, 100)),
        ("good >= 101", 8, number(0, 100)),
        ("good >= '60'", 8, number(0, 100)),
        ("good = 40..20", 11, number(40, 100)),
        ("good >= 60 or good <= 20", 11, Expected::And),
        ("good >= 60 and", 14, Expected::Question),
        ("role_type = 'parents", 12, Expected::Quote),
        ("verteller = ‘ouders’", 12, options("role_type")),
    ] {
        let found = parse_filter(expression, library());
        let error = WhereError { at, expected };
        for language in ["nl", "en"] {
            crate::words::fill(language, &error.sentence());
        }
        assert_eq!(found, Err(error), "{expression}");
    }
}

#[test]
fn a_filter_selects_what_it_says() {
    let both = filter("role_type = parents and good > 50 and words >= 60");
    let count = library()
        .stories()
        .iter()
        .filter(|story| {
            let answer = |id: &str| story.answers.get(&id.into());
            answer("role_type") == Some(&stories::Answer::Choice("parents".into()))
                && matches!(answer("good"), Some(stories::Answer::Slider(51..)))
                && story.words() >= 60
        })
        .count();
    assert!(count > 50);
    assert_eq!(library().count(&both) as usize, count);
    assert_eq!(library().count(&Filter::default()), 4981);
}
