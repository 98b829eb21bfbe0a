//! Commands about questions, patterns and selections.

use stories::{Kind, OptionId, Question, QuestionId};

use super::check::{conditions, gone, once, pattern, within};
use super::{Decide, Decision, when};
use crate::text::{LINE, NAME, SHORT, TEXT, filled, is_given_id, is_id, line, lines};
use crate::{
    Charts, Command, Derived, Event, QuestionEdit, QuestionOrder, Refusal, Rule, Selection, Triage,
};

impl Decide<'_> {
    pub(super) fn questions(&self, command: &Command) -> Decision {
        match command {
            Command::EditQuestion {
                question,
                text,
                short,
                group,
            } => {
                self.question(question)?;
                let words = |it: &Option<String>, most| {
                    it.as_ref().map(|it| filled(line(it, most)?)).transpose()
                };
                let edit = QuestionEdit {
                    question: question.clone(),
                    text: words(text, TEXT)?,
                    short: words(short, SHORT)?,
                    group: *group,
                };
                let was = self.state.question_edit(question).cloned();
                let was = was.unwrap_or_else(|| QuestionEdit::none(question.clone()));
                when(edit != was, || Event::QuestionEdited { edit })
            }
            Command::OrderQuestions { order } => {
                self.known(order)?;
                when(self.state.question_order() != order, || {
                    Event::QuestionsOrdered {
                        order: QuestionOrder {
                            order: order.clone(),
                        },
                    }
                })
            }
            Command::SetDerived { derived } => self.set_derived(derived),
            Command::RemoveDerived { id } => {
                self.state.derived(id).ok_or_else(|| gone("question"))?;
                Ok(Some(Event::DerivedRemoved { id: id.clone() }))
            }
            Command::SetScope { questions, out } => {
                self.known(questions)?;
                let changes = |it: &&QuestionId| self.state.left_out_question(it) != *out;
                let questions: Vec<_> = questions.iter().filter(changes).cloned().collect();
                when(!questions.is_empty(), || Event::ScopeSet {
                    questions,
                    out: *out,
                })
            }
            Command::KeepQuestions { questions, kept } => {
                self.known(questions)?;
                let changes = |it: &&QuestionId| {
                    let out = *kept && self.state.left_out_question(it);
                    self.state.kept_question(it) != *kept || out
                };
                let questions: Vec<_> = questions.iter().filter(changes).cloned().collect();
                when(!questions.is_empty(), || Event::QuestionsKept {
                    questions,
                    kept: *kept,
                })
            }
            Command::SetTriage {
                pattern: key,
                mark,
                note,
            } => {
                let triage = Triage {
                    pattern: pattern(key)?,
                    mark: *mark,
                    note: lines(note, TEXT)?,
                };
                let was = self.state.triage(&triage.pattern);
                let same = was.map_or_else(
                    || triage.is_none(),
                    |was| (was.mark, &was.note) == (triage.mark, &triage.note),
                );
                when(!same, || Event::TriageSet { triage })
            }
            Command::SetSelection { id, name, filter } => {
                if !is_id(&id.0) {
                    return Err(Refusal::BadId);
                }
                let ids = |it: &stories::Condition| is_given_id(&it.question.0);
                if !filter.conditions.iter().all(ids) {
                    return Err(Refusal::BadId);
                }
                let selection = Selection {
                    id: id.clone(),
                    name: filled(line(name, NAME)?)?,
                    filter: Charts::new(self.state).keep_filter(filter),
                };
                when(self.state.selection(id) != Some(&selection), || {
                    Event::SelectionSet { selection }
                })
            }
            Command::RemoveSelection { id } => {
                self.state.selection(id).ok_or_else(|| gone("selection"))?;
                Ok(Some(Event::SelectionRemoved { id: id.clone() }))
            }
            _ => Ok(None),
        }
    }

    fn set_derived(&self, given: &Derived) -> Decision {
        let taken = self.state.taken_questions();
        if !is_id(&given.id.0) || taken.iter().any(|it| it.id == given.id) {
            return Err(Refusal::BadId);
        }
        let mut derived = given.clone();
        derived.text = filled(line(&given.text, TEXT)?)?;
        derived.short = filled(line(&given.short, SHORT)?)?;
        match &mut derived.rule {
            Rule::Bins { slider, bins } => {
                for bin in bins.iter_mut() {
                    bin.label = filled(line(&bin.label, LINE)?)?;
                }
                let ids: Vec<&OptionId> = bins.iter().map(|it| &it.id).collect();
                option_ids(&ids)?;
                is_slider(&taken, slider)?;
                let mut free = 0;
                for bin in bins.iter() {
                    within(bin.to, 0, 100)?;
                    if bin.from < free || bin.from > bin.to {
                        return Err(Refusal::BadBins);
                    }
                    free = bin.to + 1;
                }
            }
            Rule::Rows {
                choices,
                rows,
                otherwise,
            } => {
                for choice in choices.iter_mut() {
                    choice.label = filled(line(&choice.label, LINE)?)?;
                }
                let ids: Vec<&OptionId> = choices.iter().map(|it| &it.id).collect();
                option_ids(&ids)?;
                let known = |it: &OptionId| ids.contains(&it);
                let options = rows.iter().map(|it| &it.option).chain(otherwise.as_ref());
                if rows.is_empty() || !options.into_iter().all(known) {
                    return Err(Refusal::BadRule);
                }
                let all: Vec<_> = rows.iter().flat_map(|it| it.when.clone()).collect();
                if rows.iter().any(|it| it.when.is_empty()) {
                    return Err(Refusal::BadRule);
                }
                conditions(&taken, &all)?;
            }
        }
        when(self.state.derived(&given.id) != Some(&derived), || {
            Event::DerivedSet { derived }
        })
    }
}

fn option_ids(ids: &[&OptionId]) -> Result<(), Refusal> {
    if ids.is_empty() {
        return Err(Refusal::TooFewOptions);
    }
    if !ids.iter().all(|it| is_given_id(&it.0)) {
        return Err(Refusal::BadId);
    }
    once(ids)
}

fn is_slider(questions: &[Question], id: &QuestionId) -> Result<(), Refusal> {
    match questions.iter().find(|it| it.id == *id).map(|it| &it.kind) {
        Some(Kind::Slider { .. }) => Ok(()),
        Some(_) => Err(Refusal::OtherKind {
            question: id.to_string(),
        }),
        None => Err(gone("question")),
    }
}
