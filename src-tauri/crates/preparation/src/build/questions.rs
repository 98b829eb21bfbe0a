//! The questions as they will be published, and what becomes of each answer to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{Choice, Kind, OptionId, Question, QuestionId};
use ts_rs::TS;

use super::{OptionOrigin, Origins};
use crate::{Derived, Recode, State};

/// A question with what becomes of it, for the screen where questions are recoded and left out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PlannedQuestion {
    /// As it will be published, or would be if it were not left out.
    pub question: Question,
    /// As it was taken in, or derived.
    pub before: Question,
    /// Whether it is left out: by the preparer, or because nothing of it is left to choose.
    pub left_out: bool,
    /// Whether it is made out of other questions.
    pub derived: bool,
    /// Where it and its options come from.
    pub origins: Origins,
}

/// All questions in the order in which they are published, those that are left out included. A derived question stands behind
/// the first question that it is made out of, unless an order was set for it.
pub fn planned(state: &State) -> Vec<PlannedQuestion> {
    let planned = |plan: Plan| PlannedQuestion {
        origins: plan.origins(),
        question: plan.question,
        before: plan.before,
        left_out: plan.left_out,
        derived: plan.derived.is_some(),
    };
    plans(state).into_iter().map(planned).collect()
}

/// A question on its way to the snapshot.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// As it will be published.
    pub question: Question,
    /// Whether it is left out.
    pub left_out: bool,
    /// How it is made, where it is not a question as it was taken in.
    pub derived: Option<Derived>,
    /// The question before recoding.
    pub before: Question,
    /// What was done to its options.
    pub recode: Recode,
    /// For each option before recoding: the published one, or `None` where it is hidden.
    pub options: BTreeMap<OptionId, Option<OptionId>>,
}

impl Plan {
    fn new(state: &State, before: Question, derived: Option<Derived>) -> Self {
        let recode = state
            .recode(&before.id)
            .cloned()
            .unwrap_or_else(|| Recode::none(before.id.clone()));
        let mut question = before.clone();
        if let Some(edit) = state.question_edit(&before.id) {
            question.text = edit.text.clone().unwrap_or(question.text);
            question.short = edit.short.clone().unwrap_or(question.short);
            question.group = edit.group.unwrap_or(question.group);
        }
        let mut left_out = state.left_out_question(&before.id);
        if let Kind::Choice { choices } | Kind::Several { choices } = &mut question.kind {
            *choices = recode.options(before.choices());
            choices.retain(|it| !recode.hidden.contains(&it.id));
            left_out |= choices.is_empty();
        }
        let published = |it: &Choice| {
            let id = recode.merge_of(&it.id).map_or(&it.id, |merge| &merge.id);
            let shown = !recode.hidden.contains(id);
            (it.id.clone(), shown.then(|| id.clone()))
        };
        Self {
            options: before.choices().iter().map(published).collect(),
            question,
            left_out,
            derived,
            before,
            recode,
        }
    }

    /// Where the question and its options come from.
    pub(crate) fn origins(&self) -> Origins {
        let made = self.derived.is_some();
        let from = |option: &OptionId| {
            let mut from: Vec<OptionId> = Vec::new();
            if !made {
                // In the order of the questionnaire.
                let to = |it: &&Choice| self.options.get(&it.id) == Some(&Some(option.clone()));
                from.extend(
                    self.before
                        .choices()
                        .iter()
                        .filter(to)
                        .map(|it| it.id.clone()),
                );
            }
            from
        };
        let hidden = |it: &&Choice| self.options.get(&it.id) == Some(&None);
        Origins {
            question: self.question.id.clone(),
            from: match &self.derived {
                Some(derived) => derived.from().into_iter().cloned().collect(),
                None => vec![self.question.id.clone()],
            },
            options: self
                .question
                .choices()
                .iter()
                .map(|it| OptionOrigin {
                    option: it.id.clone(),
                    from: from(&it.id),
                })
                .collect(),
            hidden: self
                .before
                .choices()
                .iter()
                .filter(hidden)
                .map(|it| it.id.clone())
                .collect(),
        }
    }
}

/// What [`planned`] gives, with what the building needs beside.
pub(crate) fn plans(state: &State) -> Vec<Plan> {
    let mut plans: Vec<Plan> = state
        .taken_questions()
        .into_iter()
        .map(|it| Plan::new(state, it, None))
        .collect();
    for derived in state.derived_questions() {
        let plan = Plan::new(state, derived.question(), Some(derived.clone()));
        let first = derived.from().first().map(|id| (*id).clone());
        let place = plans
            .iter()
            .position(|it| Some(&it.question.id) == first.as_ref())
            .map_or(plans.len(), |at| at + 1);
        plans.insert(place, plan);
    }
    let order = state.question_order();
    plans.sort_by_key(|it| place(order, &it.question.id));
    plans
}

fn place(order: &[QuestionId], id: &QuestionId) -> usize {
    order.iter().position(|it| it == id).unwrap_or(order.len())
}
