use super::*;
use stories::{About, Collection, Library};

/// A library of stories with these answers.
pub(super) fn library(questions: Vec<Question>, uses: Uses, stories: Vec<Story>) -> Library {
    let about = About {
        name: "x".to_owned(),
        theme: String::new(),
        set: String::new(),
        provenance: String::new(),
        made: String::new(),
        uses,
    };
    Library::new(Collection {
        about,
        questions,
        stories,
        perspectives: Vec::new(),
    })
    .expect("it holds together")
}

pub(super) fn story(id: u32, words: usize, answers: &[(&str, Answer)]) -> Story {
    Story {
        id: StoryId(id),
        title: String::new(),
        text: "woord ".repeat(words),
        told: "2026-01-31".to_owned(),
        answers: answers
            .iter()
            .map(|(question, answer)| (QuestionId::from(*question), answer.clone()))
            .collect(),
    }
}

/// So many stories with each of these answers to the role.
fn roles(counts: &[(&str, u32)]) -> Library {
    let mut stories = Vec::new();
    for (role, count) in counts {
        for _ in 0..*count {
            let id = u32::try_from(stories.len()).expect("small") + 1;
            stories.push(story(id, 5, &[("role", Answer::Choice((*role).into()))]));
        }
    }
    library(asked_questions(), Uses::default(), stories)
}

#[test]
fn a_question_says_nothing_when_nearly_all_answer_the_same() {
    for (counts, says_nothing) in [
        (vec![("mother", 91), ("pupil", 9)], true),
        // Exactly 90 is not above 90.
        (vec![("mother", 90), ("pupil", 10)], false),
        (vec![("mother", 20)], true),
        // Too few answers to say so.
        (vec![("mother", 19)], false),
        (vec![], false),
    ] {
        let found = crate::says_nothing(&roles(&counts));
        assert_eq!(!found.is_empty(), says_nothing, "{counts:?}");
        if let Some(it) = found.first() {
            assert_eq!(it.option, Some("mother".into()));
            assert_eq!(
                (it.count, it.of),
                (counts[0].1, counts.iter().map(|it| it.1).sum())
            );
        }
    }
    let stories = (1..=30)
        .map(|id| {
            let place = if id == 1 { 3 } else { 50 };
            let needs = Answer::Several(ids("time"));
            story(id, 5, &[("good", Answer::Slider(place)), ("needs", needs)])
        })
        .collect();
    let found = crate::says_nothing(&library(asked_questions(), Uses::default(), stories));
    assert_eq!(
        found.len(),
        1,
        "of several answers one may well be nearly everybody's"
    );
    assert_eq!((found[0].place, found[0].count), (Some(50), 29));
}

#[test]
fn thin_options_are_those_below_three_in_a_hundred() {
    let thin = |counts: &[(&str, u32)]| -> Vec<(String, u32)> {
        crate::thin_options(&roles(counts))
            .into_iter()
            .flat_map(|it| it.options)
            .map(|(id, count)| (id.0, count))
            .collect()
    };
    let all = [
        ("mother", 50),
        ("father", 42),
        ("teacher", 3),
        ("coach", 2),
        ("pupil", 3),
    ];
    assert_eq!(thin(&all), [("coach".to_owned(), 2)]);
    assert_eq!(
        thin(&[("mother", 60), ("father", 60)]),
        [
            ("teacher".to_owned(), 0),
            ("coach".to_owned(), 0),
            ("pupil".to_owned(), 0)
        ]
    );
    assert_eq!(thin(&[("mother", 19)]), []);
}
