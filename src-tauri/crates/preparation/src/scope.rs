//! Which questions say too little to see any difference by: proposals for the preparer, who decides. This is the one place for that rule.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{Answer, Kind, OptionId, Question, Story};
use ts_rs::TS;

/// Above this share, in hundredths, one answer says so much that the question says nothing.
pub const NEARLY_ALL: u32 = 90;
/// With fewer answers than this nothing is tested, so nothing is seen.
pub const FEWEST_ANSWERS: u32 = 20;

/// Why a question says too little.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "SaysLittle")]
pub enum Little {
    /// Fewer than [`FEWEST_ANSWERS`] answered it.
    FewAnswers,
    /// More than [`NEARLY_ALL`] of each hundred gave the same answer.
    OneAnswer,
}

/// How much a question says.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// How many gave an answer.
    pub answered: u32,
    /// The answer that most gave; of a several-choice question all that was chosen together, because one option may well be nearly
    /// everybody's while the others tell people apart. `None` for open questions, and where nobody answered.
    pub top: Option<Answer>,
    /// How many gave that answer.
    pub count: u32,
    /// Why it says too little; `None` where it says enough, and for open questions, which are read and not counted.
    pub little: Option<Little>,
}

/// How much a question says in these stories.
pub fn weigh<'a>(question: &Question, stories: impl IntoIterator<Item = &'a Story>) -> Weight {
    // What was chosen, as places among the options; a place on a slider is itself.
    let mut counts: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
    let mut answered = 0;
    let choices = question.choices();
    let place = |id: &OptionId| choices.iter().position(|it| it.id == *id);
    for story in stories {
        let Some(answer) = story.answers.get(&question.id) else {
            continue;
        };
        answered += 1;
        let mut given: Vec<usize> = match answer {
            Answer::Choice(id) => place(id).into_iter().collect(),
            Answer::Several(ids) => ids.iter().filter_map(place).collect(),
            Answer::Slider(place) => vec![usize::from(*place)],
            Answer::Text(_) => continue,
        };
        given.sort_unstable();
        *counts.entry(given).or_insert(0) += 1;
    }
    // Of equally many the first in the order of the questionnaire.
    let most = counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .filter(|_| question.kind != Kind::Text);
    let count = most.as_ref().map_or(0, |(_, count)| *count);
    let one = u64::from(count) * 100 > u64::from(answered) * u64::from(NEARLY_ALL);
    Weight {
        answered,
        top: most.and_then(|(given, _)| answer(question, &given)),
        count,
        little: match question.kind {
            Kind::Text => None,
            _ if answered < FEWEST_ANSWERS => Some(Little::FewAnswers),
            _ => one.then_some(Little::OneAnswer),
        },
    }
}

fn answer(question: &Question, given: &[usize]) -> Option<Answer> {
    let id = |nth: &usize| question.choices().get(*nth).map(|it| it.id.clone());
    match question.kind {
        Kind::Choice { .. } => given.first().and_then(id).map(Answer::Choice),
        Kind::Several { .. } => Some(Answer::Several(given.iter().filter_map(id).collect())),
        Kind::Slider { .. } => given
            .first()
            .and_then(|it| u8::try_from(*it).ok())
            .map(Answer::Slider),
        Kind::Text => None,
    }
}
