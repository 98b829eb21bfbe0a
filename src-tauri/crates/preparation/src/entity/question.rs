//! Recoding and scope: decisions about questions. The answers as they were given are never changed.

use serde::{Deserialize, Serialize};
use stories::{Choice, Condition, Group, Kind, OptionId, Question, QuestionId};
use ts_rs::TS;

/// Other words for a question, or another group; `None` leaves it as it was taken in.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionEdit {
    /// The question.
    pub question: QuestionId,
    /// The whole question.
    pub text: Option<String>,
    /// Two or three words for chips, filters and chart headings.
    pub short: Option<String>,
    /// What the question is for.
    pub group: Option<Group>,
}

/// The order of the questions. What is not named comes behind, as it was taken in.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionOrder {
    /// The questions, each at most once.
    pub order: Vec<QuestionId>,
}

/// What was done to the options of one question (choice or several).
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Recode {
    /// The question.
    pub question: QuestionId,
    /// Options that became one.
    pub merges: Vec<Merge>,
    /// Other words for options.
    pub labels: Vec<(OptionId, String)>,
    /// Options that are not shown: who answered only these counts as without an answer.
    pub hidden: Vec<OptionId>,
    /// The order of the options. What is not named comes behind, as it was taken in.
    pub order: Vec<OptionId>,
}

/// Options that became one.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Merge {
    /// The new option.
    pub id: OptionId,
    /// Its words.
    pub label: String,
    /// The options as they were taken in; at least two.
    pub options: Vec<OptionId>,
}

/// A choice question made out of the answers to other questions.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Derived {
    /// The new question.
    pub id: QuestionId,
    /// The whole question.
    pub text: String,
    /// Two or three words.
    pub short: String,
    /// What the question is for.
    pub group: Group,
    /// How it is made.
    pub rule: Rule,
}

/// How a question is made out of others. Rules look at answers as they were taken in, before any recoding.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "DerivedRule")]
pub enum Rule {
    /// A slider in bins; a place outside all of them is no answer.
    Bins {
        /// The slider.
        slider: QuestionId,
        /// The bins, from low to high.
        bins: Vec<SliderBin>,
    },
    /// The first row that fits gives the answer.
    Rows {
        /// What can come of it.
        choices: Vec<Choice>,
        /// The rows, in order.
        rows: Vec<RuleRow>,
        /// The answer where no row fits although every question of the rows was answered; `None` is no answer.
        otherwise: Option<OptionId>,
    },
}

/// A bin of a slider.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SliderBin {
    /// The option that it becomes.
    pub id: OptionId,
    /// Its words.
    pub label: String,
    /// The lowest place in it.
    pub from: u8,
    /// The highest place in it.
    pub to: u8,
}

/// One row of a derived question.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RuleRow {
    /// What comes of it.
    pub option: OptionId,
    /// All of these must hold; at least one.
    pub when: Vec<Condition>,
}

/// A question that is left out of the snapshot.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "QuestionLeftOut")]
pub struct LeftOut {
    /// The question.
    pub question: QuestionId,
}

/// A question that stays, although the program proposed to leave it out.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export, rename = "QuestionKept")]
pub struct Kept {
    /// The question.
    pub question: QuestionId,
}

impl Recode {
    /// A question of which nothing was recoded.
    pub fn none(question: QuestionId) -> Self {
        Self {
            question,
            merges: Vec::new(),
            labels: Vec::new(),
            hidden: Vec::new(),
            order: Vec::new(),
        }
    }

    /// Whether nothing is recoded.
    pub fn is_none(&self) -> bool {
        self.merges.is_empty()
            && self.labels.is_empty()
            && self.hidden.is_empty()
            && self.order.is_empty()
    }

    /// A merge.
    pub fn merge(&self, id: &OptionId) -> Option<&Merge> {
        self.merges.iter().find(|it| it.id == *id)
    }

    /// The merge that an option went into.
    pub fn merge_of(&self, option: &OptionId) -> Option<&Merge> {
        self.merges.iter().find(|it| it.options.contains(option))
    }

    /// The options of a question after merging, in the order that was set, hidden ones included. What is recoded but no
    /// longer there is left alone.
    pub fn options(&self, choices: &[Choice]) -> Vec<Choice> {
        let mut options: Vec<Choice> = Vec::new();
        for choice in choices {
            let option = match self.merge_of(&choice.id) {
                Some(merge) => Choice {
                    id: merge.id.clone(),
                    label: merge.label.clone(),
                },
                None => Choice {
                    id: choice.id.clone(),
                    label: self.label(choice),
                },
            };
            if !options.iter().any(|it| it.id == option.id) {
                options.push(option);
            }
        }
        let place = |it: &Choice| {
            self.order
                .iter()
                .position(|id| *id == it.id)
                .unwrap_or(usize::MAX)
        };
        options.sort_by_key(place);
        options
    }

    fn label(&self, choice: &Choice) -> String {
        self.labels
            .iter()
            .find(|(id, _)| *id == choice.id)
            .map_or_else(|| choice.label.clone(), |(_, label)| label.clone())
    }
}

impl Derived {
    /// The question as a value.
    pub fn question(&self) -> Question {
        let choices = match &self.rule {
            Rule::Bins { bins, .. } => bins
                .iter()
                .map(|it| Choice {
                    id: it.id.clone(),
                    label: it.label.clone(),
                })
                .collect(),
            Rule::Rows { choices, .. } => choices.clone(),
        };
        Question {
            id: self.id.clone(),
            text: self.text.clone(),
            short: self.short.clone(),
            group: self.group,
            kind: Kind::Choice { choices },
        }
    }

    /// The questions that it is made out of, each once.
    pub fn from(&self) -> Vec<&QuestionId> {
        let mut from = Vec::new();
        match &self.rule {
            Rule::Bins { slider, .. } => from.push(slider),
            Rule::Rows { rows, .. } => {
                for condition in rows.iter().flat_map(|it| &it.when) {
                    if !from.contains(&&condition.question) {
                        from.push(&condition.question);
                    }
                }
            }
        }
        from
    }
}

impl QuestionEdit {
    /// A question as it was taken in.
    pub fn none(question: QuestionId) -> Self {
        Self {
            question,
            text: None,
            short: None,
            group: None,
        }
    }

    /// Whether nothing is edited.
    pub fn is_none(&self) -> bool {
        self.text.is_none() && self.short.is_none() && self.group.is_none()
    }
}
