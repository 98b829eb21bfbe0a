//! Commands about the options of a question: merge, rename, hide, order.

use stories::{Choice, OptionId, Question, QuestionId};

use super::check::{gone, once};
use super::{Decide, Decision, when};
use crate::text::{LINE, filled, is_id, line};
use crate::{Command, Event, Merge, Recode, Refusal};

impl Decide<'_> {
    pub(super) fn options(&self, command: &Command) -> Decision {
        match command {
            Command::MergeOptions {
                question,
                id,
                label,
                options,
            } => self.merge(question, id, label, options),
            Command::SplitOption { question, id } => {
                let (_, mut recode) = self.recode(question)?;
                recode.merge(id).ok_or_else(|| gone("option"))?;
                recode.merges.retain(|it| it.id != *id);
                self.recoded(recode)
            }
            Command::RenameOption {
                question,
                option,
                label,
            } => self.rename(question, option, label.as_deref()),
            Command::HideOptions {
                question,
                options,
                hidden,
            } => {
                let (asked, mut recode) = self.recode(question)?;
                let shown = recode.options(asked.choices());
                all_there(&shown, options)?;
                recode.hidden.retain(|it| !options.contains(it));
                if *hidden {
                    recode.hidden.extend(options.iter().cloned());
                }
                if shown.iter().all(|it| recode.hidden.contains(&it.id)) {
                    return Err(Refusal::AllHidden);
                }
                self.recoded(recode)
            }
            Command::OrderOptions { question, order } => {
                let (asked, mut recode) = self.recode(question)?;
                all_there(&recode.options(asked.choices()), order)?;
                recode.order.clone_from(order);
                self.recoded(recode)
            }
            _ => Ok(None),
        }
    }

    /// A question with options, and what was done to them so far.
    fn recode(&self, id: &QuestionId) -> Result<(Question, Recode), Refusal> {
        let question = self.question(id)?;
        if question.choices().is_empty() {
            return Err(Refusal::OtherKind {
                question: id.to_string(),
            });
        }
        let recode = self
            .state
            .recode(id)
            .cloned()
            .unwrap_or_else(|| Recode::none(id.clone()));
        Ok((question, recode))
    }

    /// The event that sets a recode, where it is another one; what no longer points at an option is dropped.
    fn recoded(&self, mut recode: Recode) -> Decision {
        let (question, was) = self.recode(&recode.question)?;
        let there = recode.options(question.choices());
        let known = |id: &OptionId| there.iter().any(|it| it.id == *id);
        recode.hidden.retain(known);
        recode.order.retain(known);
        recode.labels.retain(|(id, _)| known(id));
        recode.hidden.sort_unstable();
        when(recode != was, || Event::Recoded { recode })
    }

    fn merge(
        &self,
        id: &QuestionId,
        new: &OptionId,
        label: &str,
        options: &[OptionId],
    ) -> Decision {
        let (question, mut recode) = self.recode(id)?;
        let raw = question.choices();
        if !is_id(&new.0) || raw.iter().any(|it| it.id == *new) {
            return Err(Refusal::BadId);
        }
        once(options)?;
        let mut from: Vec<OptionId> = Vec::new();
        for option in options {
            match recode.merge(option) {
                Some(merge) => from.extend(merge.options.iter().cloned()),
                None if raw.iter().any(|it| it.id == *option) => from.push(option.clone()),
                None => return Err(gone("option")),
            }
        }
        once(&from)?;
        let place = |id: &OptionId| raw.iter().position(|it| it.id == *id);
        from.sort_by_key(place);
        if from.len() < 2 {
            return Err(Refusal::TooFewOptions);
        }
        let label = filled(line(label, LINE)?)?;
        let taken_by_other =
            |it: &Merge| it.id == *new && !it.options.iter().all(|o| from.contains(o));
        if recode.merges.iter().any(taken_by_other) && !options.contains(new) {
            return Err(Refusal::BadId);
        }
        for merge in &mut recode.merges {
            merge.options.retain(|it| !from.contains(it));
        }
        recode
            .merges
            .retain(|it| it.id != *new && it.options.len() > 1);
        recode.merges.push(Merge {
            id: new.clone(),
            label,
            options: from,
        });
        recode.merges.sort_by(|one, other| one.id.cmp(&other.id));
        self.recoded(recode)
    }

    fn rename(&self, id: &QuestionId, option: &OptionId, label: Option<&str>) -> Decision {
        let (question, mut recode) = self.recode(id)?;
        let label = label.map(|it| filled(line(it, LINE)?)).transpose()?;
        if let Some(merge) = recode.merges.iter_mut().find(|it| it.id == *option) {
            merge.label = label.ok_or(Refusal::Empty)?;
            return self.recoded(recode);
        }
        let choice = question
            .choices()
            .iter()
            .find(|it| it.id == *option && recode.merge_of(option).is_none())
            .ok_or_else(|| gone("option"))?;
        recode.labels.retain(|(id, _)| id != option);
        if let Some(label) = label.filter(|it| *it != choice.label) {
            recode.labels.push((option.clone(), label));
            recode.labels.sort_unstable();
        }
        self.recoded(recode)
    }
}

/// Refuses options that are not there, or twice the same.
fn all_there(there: &[Choice], options: &[OptionId]) -> Result<(), Refusal> {
    once(options)?;
    if options.iter().all(|id| there.iter().any(|it| it.id == *id)) {
        Ok(())
    } else {
        Err(gone("option"))
    }
}
