//! What becomes of the answers of one story.

use std::collections::BTreeMap;

use stories::{Answer, CollectionError, Condition, Kind, OptionId, QuestionId, Story, Test};

use super::log::Log;
use super::masks::Masked;
use super::questions::Plan;
use crate::{Derived, Rule};

/// The questions by id with their places, so that they and the answers of a story can be gone through side by side.
pub(super) struct Asked<'a> {
    taken: Vec<(usize, &'a Plan)>,
    derived: Vec<(usize, &'a Plan, &'a Derived)>,
}

/// Plans in the order of their ids.
pub(super) fn in_order(plans: &[Plan]) -> Asked<'_> {
    let mut taken: Vec<_> = plans
        .iter()
        .enumerate()
        .filter(|(_, it)| it.derived.is_none())
        .collect();
    taken.sort_by(|(_, one), (_, other)| one.before.id.cmp(&other.before.id));
    let derived = plans
        .iter()
        .enumerate()
        .filter_map(|(nth, it)| Some((nth, it, it.derived.as_ref()?)))
        .filter(|(_, it, _)| !it.left_out)
        .collect();
    Asked { taken, derived }
}

/// The answers of a story as they are published.
///
/// # Errors
/// An answer to a question, or with an option, that was not taken in.
pub(super) fn answers(
    asked: &Asked<'_>,
    story: &Story,
    masked: &Masked,
    log: &mut Log,
) -> Result<BTreeMap<QuestionId, Answer>, CollectionError> {
    let mut all: Vec<(QuestionId, Answer)> = Vec::with_capacity(story.answers.len() + 4);
    let mut plans = asked.taken.iter();
    for (id, answer) in &story.answers {
        let (nth, plan) = plans
            .find(|(_, it)| it.before.id >= *id)
            .filter(|(_, it)| it.before.id == *id)
            .ok_or_else(|| missing(story, id, None))?;
        let wrong = || CollectionError::Kind(format!("story {}: {id}", story.id.0));
        let published = match (answer, &plan.before.kind) {
            (Answer::Choice(option), Kind::Choice { .. }) => recoded(*nth, plan, option, log)
                .ok_or_else(|| missing(story, id, Some(option)))?
                .map(Answer::Choice),
            (Answer::Several(options), Kind::Several { .. }) => {
                let mut kept: Vec<OptionId> = Vec::with_capacity(options.len());
                for option in options {
                    let new = recoded(*nth, plan, option, log)
                        .ok_or_else(|| missing(story, id, Some(option)))?;
                    kept.extend(new.filter(|it| !kept.contains(it)));
                }
                (!kept.is_empty()).then_some(Answer::Several(kept))
            }
            (Answer::Slider(place), Kind::Slider { .. }) if *place <= 100 => {
                Some(Answer::Slider(*place))
            }
            (Answer::Text(text), Kind::Text) => Some(Answer::Text(masked.answer(id, text))),
            (
                Answer::Choice(_) | Answer::Several(_) | Answer::Slider(_) | Answer::Text(_),
                Kind::Choice { .. } | Kind::Several { .. } | Kind::Slider { .. } | Kind::Text,
            ) => return Err(wrong()),
        };
        if let Some(answer) = published.filter(|_| !plan.left_out) {
            all.push((id.clone(), answer));
        }
    }
    for (nth, plan, derived) in &asked.derived {
        let made = made(&derived.rule, story);
        if let Some(option) = made.and_then(|it| recoded(*nth, plan, it, log).flatten()) {
            log.made(*nth);
            all.push((plan.question.id.clone(), Answer::Choice(option)));
        }
    }
    Ok(all.into_iter().collect())
}

fn missing(story: &Story, question: &QuestionId, option: Option<&OptionId>) -> CollectionError {
    CollectionError::Missing {
        from: format!("story {}", story.id.0),
        to: match option {
            Some(option) => format!("{question}.{option}"),
            None => question.to_string(),
        },
    }
}

/// What is published for an option: `None` where there is no such option, `Some(None)` where it is hidden.
fn recoded(nth: usize, plan: &Plan, option: &OptionId, log: &mut Log) -> Option<Option<OptionId>> {
    let to = plan.options.get(option)?;
    if to.as_ref() != Some(option) && !plan.left_out {
        log.moved(nth, option);
    }
    Some(to.clone())
}

/// What a rule makes of the raw answers of a story.
fn made<'a>(rule: &'a Rule, story: &Story) -> Option<&'a OptionId> {
    match rule {
        Rule::Bins { slider, bins } => match story.answers.get(slider)? {
            Answer::Slider(place) => bins
                .iter()
                .find(|it| (it.from..=it.to).contains(place))
                .map(|it| &it.id),
            Answer::Choice(_) | Answer::Several(_) | Answer::Text(_) => None,
        },
        Rule::Rows {
            rows, otherwise, ..
        } => {
            let row = rows
                .iter()
                .find(|it| it.when.iter().all(|one| holds(one, story)));
            if let Some(row) = row {
                return Some(&row.option);
            }
            let mut asked = rows.iter().flat_map(|it| &it.when);
            let answered = asked.all(|it| story.answers.contains_key(&it.question));
            otherwise.as_ref().filter(|_| answered)
        }
    }
}

/// Whether a story fulfils a condition with its raw answers.
fn holds(condition: &Condition, story: &Story) -> bool {
    match (&condition.test, story.answers.get(&condition.question)) {
        (Test::AnyOf { options }, Some(Answer::Choice(option))) => options.contains(option),
        (Test::AnyOf { options }, Some(Answer::Several(chosen))) => {
            chosen.iter().any(|it| options.contains(it))
        }
        (Test::Range { from, to }, Some(Answer::Slider(place))) => (from..=to).contains(&place),
        (Test::AnyOf { .. } | Test::Range { .. }, _) => false,
    }
}
