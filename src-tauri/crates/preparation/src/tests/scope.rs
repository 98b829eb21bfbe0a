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

/// So many stories with each of these answers to a question.
fn answers(question: &str, counts: &[(Answer, u32)]) -> Vec<Story> {
    let all = counts
        .iter()
        .flat_map(|(answer, count)| (0..*count).map(move |_| answer));
    (1..)
        .zip(all)
        .map(|(id, answer)| story(id, 5, &[(question, answer.clone())]))
        .collect()
}

fn weight(question: &str, counts: &[(Answer, u32)]) -> Weight {
    let asked = asked_questions();
    let asked = asked.iter().find(|it| it.id.0 == question).expect("there");
    weigh(asked, &answers(question, counts))
}

fn role(id: &str) -> Answer {
    Answer::Choice(id.into())
}

#[test]
fn a_question_says_little_when_nearly_all_answer_the_same_or_few_answer_at_all() {
    let (one, few) = (Some(Little::OneAnswer), Some(Little::FewAnswers));
    for (counts, little) in [
        (vec![("mother", 91), ("pupil", 9)], one),
        // Exactly 90 is not above 90.
        (vec![("mother", 90), ("pupil", 10)], None),
        (vec![("mother", 20)], one),
        (vec![("mother", 10), ("pupil", 10)], None),
        // Too few answers to see anything by.
        (vec![("mother", 19)], few),
        (vec![("mother", 10), ("pupil", 9)], few),
        (vec![], few),
    ] {
        let counts: Vec<(Answer, u32)> = counts
            .into_iter()
            .map(|(id, count)| (role(id), count))
            .collect();
        let found = weight("role", &counts);
        assert_eq!(found.little, little, "{counts:?}");
        let all: u32 = counts.iter().map(|(_, count)| count).sum();
        let first = counts
            .first()
            .map(|(answer, count)| (answer.clone(), *count));
        assert_eq!(found.answered, all);
        assert_eq!(found.top, first.clone().map(|it| it.0), "{counts:?}");
        assert_eq!(found.count, first.map_or(0, |it| it.1));
    }
}

#[test]
fn a_slider_says_little_when_nearly_all_are_at_one_place() {
    let found = weight("good", &[(Answer::Slider(50), 29), (Answer::Slider(3), 1)]);
    assert_eq!((found.top, found.count), (Some(Answer::Slider(50)), 29));
    assert_eq!(found.little, Some(Little::OneAnswer));
    let spread: Vec<_> = (0..=100).map(|place| (Answer::Slider(place), 1)).collect();
    assert_eq!(weight("good", &spread).little, None);
}

#[test]
fn of_several_answers_all_that_was_chosen_together_counts() {
    let several = |all: &str| Answer::Several(ids(all));
    // Everybody has no time; that some want help as well tells them apart.
    let apart = [(several("time help"), 50), (several("time"), 50)];
    assert_eq!(weight("needs", &apart).little, None);
    let same = [
        (several("time help"), 60),
        (several("help time"), 35),
        (several("money"), 5),
    ];
    let found = weight("needs", &same);
    assert_eq!(found.little, Some(Little::OneAnswer));
    assert_eq!((found.top, found.count), (Some(several("time help")), 95));
}

#[test]
fn open_questions_are_read_and_not_weighed() {
    let found = weight("better", &[(Answer::Text("meer tijd".to_owned()), 3)]);
    assert_eq!((found.answered, found.top, found.little), (3, None, None));
}
