//! The chart of an observation beside what became of the questions since it was made.
//!
//! A chart is kept with the options as they were taken in, so that it follows every merge, and taking one apart. What it counts has no
//! words of its own where they are those of the options, so that it follows every other name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{ChartSpec, Condition, Filter, Kind, Library, OptionId, QuestionId, Test};
use ts_rs::TS;

use crate::build::{Plan, library_of, plans};
use crate::{DraftObservation, Key, State};

/// What a chart looks at and is no longer there.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LostChart {
    /// Why it cannot be followed.
    pub why: LostWhy,
    /// The question, in short words; its id where it is gone.
    pub question: String,
    /// The options in words; empty where it is the question itself.
    pub options: Vec<String>,
}

impl LostChart {
    /// What is lost in words of the questionnaire: the question, or its options.
    pub fn name(&self) -> String {
        if self.options.is_empty() {
            return self.question.clone();
        }
        format!("{}: {}", self.question, self.options.join(", "))
    }
}

/// Why a chart cannot be followed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LostWhy {
    /// The question is no longer there, or is of another kind.
    QuestionGone,
    /// The question is left out.
    QuestionLeftOut,
    /// An option is no longer there.
    OptionGone,
    /// All options that it shows or counts are hidden.
    OptionsHidden,
}

/// The questions as they would be published, to follow charts with.
pub struct Charts {
    plans: BTreeMap<QuestionId, Plan>,
    /// The questions alone; `None` where they do not hold together.
    library: Option<Library>,
}

impl Charts {
    /// For the questions as they are decided on now.
    pub fn new(state: &State) -> Self {
        let plans = plans(state);
        Self {
            library: library_of(state, &plans),
            plans: plans
                .into_iter()
                .map(|it| (it.before.id.clone(), it))
                .collect(),
        }
    }

    /// A chart as it would be published.
    ///
    /// Options that were merged become the merge, also where it holds others besides; hidden ones are left out, as nobody is shown with
    /// them.
    ///
    /// # Errors
    /// What it looks at and is no longer there.
    pub fn follow(&self, chart: &ChartSpec) -> Result<ChartSpec, LostChart> {
        let now = match chart {
            ChartSpec::Share {
                rows,
                only,
                hit,
                hit_label,
                within,
            } => {
                let now = self.condition(hit)?;
                ChartSpec::Share {
                    only: self.options(rows, only)?,
                    hit_label: self.hit_label(hit, &now, hit_label),
                    hit: now,
                    within: self.conditions(within)?,
                    rows: rows.clone(),
                }
            }
            ChartSpec::Spread {
                question,
                only,
                within,
            } => ChartSpec::Spread {
                only: self.options(question, only)?,
                within: self.conditions(within)?,
                question: question.clone(),
            },
            ChartSpec::Ranges {
                question,
                bins,
                within,
            } => {
                self.plan(question)?;
                ChartSpec::Ranges {
                    question: question.clone(),
                    bins: bins.clone(),
                    within: self.conditions(within)?,
                }
            }
            ChartSpec::Cells {
                rows,
                only_rows,
                columns,
                only_columns,
                within,
            } => ChartSpec::Cells {
                only_rows: self.options(rows, only_rows)?,
                only_columns: self.options(columns, only_columns)?,
                within: self.conditions(within)?,
                rows: rows.clone(),
                columns: columns.clone(),
            },
        };
        let fits = |library: &Library| library.check_chart(&now).is_ok();
        if self.library.as_ref().is_some_and(fits) {
            Ok(now)
        } else {
            // All questions and options are there, so one of them is of another kind than it was.
            Err(lost(
                LostWhy::QuestionGone,
                self.name(subject(&now)),
                Vec::new(),
            ))
        }
    }

    /// A filter as it would be published.
    ///
    /// # Errors
    /// What it asks for and is no longer there.
    pub fn follow_filter(&self, filter: &Filter) -> Result<Filter, LostChart> {
        Ok(Filter {
            conditions: self.conditions(&filter.conditions)?,
            ..filter.clone()
        })
    }

    /// A filter as it is kept: with the options as they were taken in.
    pub(crate) fn keep_filter(&self, filter: &Filter) -> Filter {
        let mut kept = filter.clone();
        for condition in &mut kept.conditions {
            if let Test::AnyOf { options } = &mut condition.test {
                self.keep_options(&condition.question, options);
            }
        }
        kept
    }

    /// A chart as it is kept: with the options as they were taken in, and without words that are those of the options.
    pub(crate) fn keep(&self, chart: &ChartSpec) -> ChartSpec {
        let mut kept = chart.clone();
        if let ChartSpec::Share { hit, hit_label, .. } = &mut kept
            && let Test::AnyOf { options } = &hit.test
            && self.words(&hit.question, options).as_ref() == Some(hit_label)
        {
            hit_label.clear();
        }
        for (question, options) in places(&mut kept) {
            self.keep_options(&question, options);
        }
        kept
    }

    fn keep_options(&self, question: &QuestionId, options: &mut Vec<OptionId>) {
        let Some(plan) = self.plans.get(question) else {
            return;
        };
        let mut taken: Vec<OptionId> = Vec::with_capacity(options.len());
        for option in options.iter() {
            let merge = plan.recode.merge(option);
            for one in merge.map_or(std::slice::from_ref(option), |it| &it.options) {
                if !taken.contains(one) {
                    taken.push(one.clone());
                }
            }
        }
        *options = taken;
    }

    fn plan(&self, id: &QuestionId) -> Result<&Plan, LostChart> {
        let gone = || lost(LostWhy::QuestionGone, id.to_string(), Vec::new());
        let plan = self.plans.get(id).ok_or_else(gone)?;
        if plan.left_out {
            return Err(lost(LostWhy::QuestionLeftOut, self.name(id), Vec::new()));
        }
        Ok(plan)
    }

    fn name(&self, id: &QuestionId) -> String {
        let found = self.plans.get(id);
        found.map_or_else(|| id.to_string(), |it| it.question.short.clone())
    }

    /// The published options of these, each once.
    fn options(&self, id: &QuestionId, options: &[OptionId]) -> Result<Vec<OptionId>, LostChart> {
        let plan = self.plan(id)?;
        let mut now: Vec<OptionId> = Vec::with_capacity(options.len());
        for option in options {
            // Charts of older drafts name a merge itself.
            let merge = plan.recode.merge(option).map(|it| &it.id);
            let shown = match (plan.options.get(option), merge) {
                (Some(shown), _) => shown.as_ref(),
                (None, Some(merge)) => Some(merge).filter(|it| !plan.recode.hidden.contains(it)),
                (None, None) => {
                    let name = vec![option.to_string()];
                    return Err(lost(LostWhy::OptionGone, self.name(id), name));
                }
            };
            now.extend(shown.filter(|it| !now.contains(it)).cloned());
        }
        if now.is_empty() && !options.is_empty() {
            let label = |id: &OptionId| {
                let mut all = plan.before.choices().iter();
                all.find(|it| it.id == *id)
                    .map(|it| it.label.clone())
                    .or_else(|| plan.recode.merge(id).map(|it| it.label.clone()))
            };
            let names = options.iter().filter_map(label).collect();
            return Err(lost(LostWhy::OptionsHidden, self.name(id), names));
        }
        Ok(now)
    }

    fn condition(&self, condition: &Condition) -> Result<Condition, LostChart> {
        Ok(Condition {
            question: condition.question.clone(),
            test: match &condition.test {
                Test::AnyOf { options } => Test::AnyOf {
                    options: self.options(&condition.question, options)?,
                },
                Test::Range { from, to } => {
                    self.plan(&condition.question)?;
                    Test::Range {
                        from: *from,
                        to: *to,
                    }
                }
            },
        })
    }

    fn conditions(&self, all: &[Condition]) -> Result<Vec<Condition>, LostChart> {
        all.iter().map(|it| self.condition(it)).collect()
    }

    /// The words for what is counted: those that were given, unless they were those of the options.
    fn hit_label(&self, was: &Condition, now: &Condition, given: &str) -> String {
        let (Test::AnyOf { options: before }, Test::AnyOf { options }) = (&was.test, &now.test)
        else {
            return given.to_owned();
        };
        let words = self.words(&now.question, options).unwrap_or_default();
        // Charts of older drafts say the words of the options as they were taken in.
        let taken = self
            .plans
            .get(&was.question)
            .map(|it| labels(&it.before.kind, before));
        if given.is_empty() || before != options || taken.as_deref() == Some(given) {
            words
        } else {
            given.to_owned()
        }
    }

    /// Published options in words, in the order of the questionnaire.
    fn words(&self, question: &QuestionId, options: &[OptionId]) -> Option<String> {
        let plan = self.plans.get(question)?;
        let words = labels(&plan.question.kind, options);
        (!words.is_empty()).then_some(words)
    }
}

/// Whether the answers to a question of a chart were merged, renamed or hidden after its observation was last written: its sentence
/// may say other numbers than the chart.
pub fn answers_changed(state: &State, observation: &DraftObservation) -> bool {
    let key = Key::DraftObservation(observation.id.clone());
    let written = state.entities.changed(&key).unwrap_or(0);
    let mut chart = observation.chart.clone();
    let questions = chart.iter_mut().flat_map(places).map(|(id, _)| id);
    questions
        .flat_map(|id| [Key::Recode(id.clone()), Key::Derived(id)])
        .filter_map(|key| state.entities.changed(&key))
        .any(|seq| seq > written)
}

fn lost(why: LostWhy, question: String, options: Vec<String>) -> LostChart {
    LostChart {
        why,
        question,
        options,
    }
}

fn labels(kind: &Kind, options: &[OptionId]) -> String {
    let choices = match kind {
        Kind::Choice { choices } | Kind::Several { choices } => choices.as_slice(),
        Kind::Slider { .. } | Kind::Text => &[],
    };
    let labels: Vec<&str> = choices
        .iter()
        .filter(|it| options.contains(&it.id))
        .map(|it| it.label.as_str())
        .collect();
    labels.join(", ")
}

/// The question that a chart is about.
fn subject(chart: &ChartSpec) -> &QuestionId {
    match chart {
        ChartSpec::Share { rows, .. } | ChartSpec::Cells { rows, .. } => rows,
        ChartSpec::Spread { question, .. } | ChartSpec::Ranges { question, .. } => question,
    }
}

/// Every list of options in a chart, with its question.
fn places(chart: &mut ChartSpec) -> Vec<(QuestionId, &mut Vec<OptionId>)> {
    let mut all = Vec::new();
    let (hit, within) = match chart {
        ChartSpec::Share {
            rows,
            only,
            hit,
            within,
            ..
        } => {
            all.push((rows.clone(), only));
            (Some(hit), within)
        }
        ChartSpec::Spread {
            question,
            only,
            within,
        } => {
            all.push((question.clone(), only));
            (None, within)
        }
        ChartSpec::Ranges { within, .. } => (None, within),
        ChartSpec::Cells {
            rows,
            only_rows,
            columns,
            only_columns,
            within,
        } => {
            all.push((rows.clone(), only_rows));
            all.push((columns.clone(), only_columns));
            (None, within)
        }
    };
    for condition in hit.into_iter().chain(within) {
        if let Test::AnyOf { options } = &mut condition.test {
            all.push((condition.question.clone(), options));
        }
    }
    all
}
