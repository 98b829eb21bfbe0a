//! The cleaning log: what was done, in counts and in words of the questionnaire. It holds nothing out of a story.

use std::collections::BTreeMap;

use stories::OptionId;

use super::LogLine;
use super::questions::Plan;
use crate::{Mask, Reason, Rule, Source, State};

/// Counts while stories pass.
pub(super) struct Log {
    taken: Vec<(String, u32)>,
    left_out: BTreeMap<Reason, u32>,
    kept: u32,
    masked: BTreeMap<String, u32>,
    by_hand: u32,
    /// For each question: how many answers had an option that is another one now, or none.
    moved: Vec<BTreeMap<OptionId, u32>>,
    /// For each question: how many answers were made.
    made: Vec<u32>,
}

impl Log {
    pub(super) fn new(plans: &[Plan]) -> Self {
        Self {
            taken: Vec::new(),
            left_out: BTreeMap::new(),
            kept: 0,
            masked: BTreeMap::new(),
            by_hand: 0,
            moved: vec![BTreeMap::new(); plans.len()],
            made: vec![0; plans.len()],
        }
    }

    pub(super) fn taken(&mut self, source: &Source) {
        self.taken.push((source.file.clone(), source.responses));
    }

    pub(super) fn left_out(&mut self, reason: Reason) {
        *self.left_out.entry(reason).or_insert(0) += 1;
    }

    pub(super) fn kept(&mut self) {
        self.kept += 1;
    }

    pub(super) fn masked(&mut self, mask: &Mask) {
        let words = mask.words.clone().unwrap_or_default();
        *self.masked.entry(words).or_insert(0) += 1;
        self.by_hand += u32::from(mask.by_hand);
    }

    pub(super) fn moved(&mut self, nth: usize, option: &OptionId) {
        let Some(counts) = self.moved.get_mut(nth) else {
            return;
        };
        match counts.get_mut(option) {
            Some(count) => *count += 1,
            None => drop(counts.insert(option.clone(), 1)),
        }
    }

    pub(super) fn made(&mut self, nth: usize) {
        if let Some(count) = self.made.get_mut(nth) {
            *count += 1;
        }
    }

    /// The lines, in the order in which things were done.
    pub(super) fn lines(&self, state: &State, plans: &[Plan]) -> Vec<LogLine> {
        let mut lines = Vec::new();
        for (file, responses) in &self.taken {
            lines.push(line("log.taken", &[("file", file)], *responses));
        }
        for (reason, count) in &self.left_out {
            let key = format!("log.left_out.{}", reason.code());
            lines.push(line(&key, &[], *count));
        }
        if self.kept > 0 {
            lines.push(line("log.kept", &[], self.kept));
        }
        for (words, count) in &self.masked {
            lines.push(line("log.masked", &[("words", words)], *count));
        }
        if self.by_hand > 0 {
            lines.push(line("log.masked_by_hand", &[], self.by_hand));
        }
        for (nth, plan) in plans.iter().enumerate() {
            self.question(state, nth, plan, &mut lines);
        }
        lines
    }

    fn question(&self, state: &State, nth: usize, plan: &Plan, lines: &mut Vec<LogLine>) {
        let short = plan.question.short.as_str();
        if plan.left_out {
            lines.push(line("log.question_left_out", &[("question", short)], 0));
            return;
        }
        if state.kept_question(&plan.question.id) {
            lines.push(line("log.question_kept", &[("question", short)], 0));
        }
        let made = self.made.get(nth).copied().unwrap_or(0);
        if let Some(derived) = &plan.derived {
            let name = |id: &&stories::QuestionId| {
                state
                    .question(id)
                    .map_or_else(|| id.to_string(), |it| it.short)
            };
            let from: Vec<String> = derived.from().iter().map(name).collect();
            let key = match derived.rule {
                Rule::Bins { .. } => "log.bins",
                Rule::Rows { .. } => "log.derived",
            };
            let from = from.join(", ");
            lines.push(line(key, &[("question", short), ("from", &from)], made));
        }
        if state.question_edit(&plan.question.id).is_some() {
            let places = [("question", short), ("was", &plan.before.short)];
            lines.push(line("log.question_edited", &places, 0));
        }
        self.options(nth, plan, lines);
    }

    fn options(&self, nth: usize, plan: &Plan, lines: &mut Vec<LogLine>) {
        let short = plan.question.short.as_str();
        let label = |id: &OptionId| {
            let all = plan.before.choices();
            let found = all.iter().find(|it| it.id == *id);
            found.map_or_else(|| id.to_string(), |it| it.label.clone())
        };
        let count = |options: &[OptionId]| -> u32 {
            let counts = self.moved.get(nth);
            options
                .iter()
                .filter_map(|it| counts?.get(it))
                .fold(0, |sum, it| sum.saturating_add(*it))
        };
        let there = |id: &OptionId| plan.options.contains_key(id);
        for merge in &plan.recode.merges {
            let options: Vec<OptionId> = merge
                .options
                .iter()
                .filter(|it| there(it))
                .cloned()
                .collect();
            if options.is_empty() {
                continue;
            }
            let labels: Vec<String> = options.iter().map(label).collect();
            let labels = labels.join(", ");
            let places = [
                ("question", short),
                ("into", merge.label.as_str()),
                ("options", labels.as_str()),
            ];
            lines.push(line("log.merged", &places, count(&options)));
        }
        for (id, to) in plan.recode.labels.iter().filter(|(id, _)| there(id)) {
            let was = label(id);
            let places = [("question", short), ("was", &was), ("option", to)];
            lines.push(line("log.renamed", &places, 0));
        }
        for id in &plan.recode.hidden {
            let merge = plan.recode.merge(id);
            let name = merge.map_or_else(|| label(id), |it| it.label.clone());
            let options = merge.map_or_else(|| vec![id.clone()], |it| it.options.clone());
            if options.iter().any(there) {
                let places = [("question", short), ("option", name.as_str())];
                lines.push(line("log.hidden", &places, count(&options)));
            }
        }
    }
}

fn line(key: &str, places: &[(&str, &str)], count: u32) -> LogLine {
    LogLine {
        key: key.to_owned(),
        places: places
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        count,
    }
}
