//! Checks about perspectives, observations and interpretations.

use stories::ObservationId;

use super::{At, CheckCode as Code, Facts, Found};
use crate::decide::LONGEST_SHORT;
use crate::{
    Charts, DraftObservation, DraftPerspective, RemarkKind, State, WorkLanguage, readability,
    remarks, same_interpretations,
};

/// A perspective has three observations at least.
const FEWEST: usize = 3;
/// A perspective has six observations at most.
const MOST: usize = 6;
/// A perspective has eight supporting stories at least.
const FEWEST_SUPPORT: usize = 8;
/// A perspective has twelve supporting stories at most.
const MOST_SUPPORT: usize = 12;

pub(super) fn check(state: &State, facts: &Facts, found: &mut Found) {
    let mut look = Look {
        state,
        facts,
        language: state.work().map(|it| it.language).unwrap_or_default(),
        charts: Charts::new(state),
        found,
    };
    for perspective in state.perspectives() {
        look.perspective(perspective);
        for one in &perspective.observations {
            if let Some(observation) = state.observation(one) {
                look.observation(observation);
            }
        }
    }
    for observation in state.observations() {
        if state.perspective_of(&observation.id).is_none() {
            let at = at(&observation.id);
            look.found.points(Code::ObservationLoose, at, &[]);
        }
    }
}

struct Look<'a> {
    state: &'a State,
    facts: &'a Facts,
    language: WorkLanguage,
    charts: Charts,
    found: &'a mut Found,
}

fn at(id: &ObservationId) -> At {
    At::Observation {
        observation: id.clone(),
    }
}

impl Look<'_> {
    fn perspective(&mut self, it: &DraftPerspective) {
        let at = || At::Perspective {
            perspective: it.id.clone(),
        };
        let count = |number: usize| number.to_string();
        if it.name.is_empty() {
            self.found.blocks(Code::PerspectiveNoName, at(), &[]);
        }
        let short = it.short.chars().count();
        if short == 0 {
            self.found.blocks(Code::PerspectiveNoShort, at(), &[]);
        }
        if short > LONGEST_SHORT {
            let params = [("count", count(short)), ("most", count(LONGEST_SHORT))];
            let params = params.each_ref().map(|(name, it)| (*name, it.as_str()));
            self.found.blocks(Code::ShortTooLong, at(), &params);
        }
        if it.question.is_empty() {
            self.found.points(Code::NoLinkingQuestion, at(), &[]);
        }
        let observations = it.observations.len();
        let code = match observations {
            0 => Some((Code::NoObservations, true)),
            number if number < FEWEST => Some((Code::FewObservations, false)),
            number if number > MOST => Some((Code::ManyObservations, false)),
            _ => None,
        };
        if let Some((code, blocks)) = code {
            let params = [("count", &*count(observations))];
            self.found.add(code, at(), &params, blocks);
        }
        let left_out = |story: &&_| {
            self.state.left_out_story(**story) || self.state.source_of(**story).is_none()
        };
        let lost: Vec<String> = it
            .support
            .iter()
            .filter(left_out)
            .map(|story| story.0.to_string())
            .collect();
        if !lost.is_empty() {
            let params = [("stories", &*lost.join(", "))];
            self.found.blocks(Code::SupportLeftOut, at(), &params);
        }
        let support = it.support.len();
        let params = [("count", &*count(support))];
        if support < FEWEST_SUPPORT {
            self.found.points(Code::FewSupport, at(), &params);
        }
        if support > MOST_SUPPORT {
            self.found.points(Code::ManySupport, at(), &params);
        }
        self.hard(&it.question, at());
    }

    fn observation(&mut self, it: &DraftObservation) {
        if it.text.is_empty() {
            self.found.blocks(Code::ObservationNoText, at(&it.id), &[]);
        }
        match it.chart.as_ref().map(|chart| self.charts.follow(chart)) {
            None => self.found.blocks(Code::ObservationNoChart, at(&it.id), &[]),
            Some(Err(lost)) => {
                let params = [("what", &*lost.name())];
                self.found
                    .blocks(Code::ChartDoesNotFit, at(&it.id), &params);
            }
            Some(Ok(_)) => {}
        }
        let count = it.interpretations.len();
        if count < 2 {
            let params = [("count", &*count.to_string())];
            self.found
                .blocks(Code::FewInterpretations, at(&it.id), &params);
        }
        for (one, other) in same_interpretations(&it.interpretations, &self.facts.lists) {
            let nth = |id: &_| {
                let place = it.interpretations.iter().position(|it| it.id == *id);
                place.map_or(0, |it| it + 1).to_string()
            };
            let (one, other) = (nth(&one), nth(&other));
            let params = [("one", one.as_str()), ("other", other.as_str())];
            self.found
                .points(Code::SameInterpretations, at(&it.id), &params);
        }
        for remark in remarks(&it.text, &self.facts.lists) {
            let code = match remark.kind {
                RemarkKind::Judging => Code::JudgingWord,
                RemarkKind::Causal => Code::CausalWord,
            };
            let params = [("word", remark.words.as_str())];
            self.found.points(code, at(&it.id), &params);
        }
        self.hard(&it.text, at(&it.id));
        for one in &it.interpretations {
            let at = At::Interpretation {
                interpretation: one.id.clone(),
            };
            self.hard(&one.text, at);
        }
    }

    /// Points out a text that is hard to read.
    fn hard(&mut self, text: &str, at: At) {
        let readability = readability(text, self.language);
        if readability.is_hard() {
            let score = format!("{:.0}", readability.score.max(0.0));
            self.found.points(Code::HardText, at, &[("score", &score)]);
        }
    }
}
