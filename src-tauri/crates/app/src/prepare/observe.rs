//! Observations and their words.

use preparation::{
    DraftObservation, Lists, RemarkKind, State, WorkLanguage, answers_changed, overlap,
    readability, remarks, same_interpretations, units,
};
use protocol::{Alike, Failure, ObservationLine, ObservationView, TextCheck, TextFor, TextMark};
use stories::{Filter, InterpretationId, ObservationId};

use super::pattern::{gone, key_of};
use super::{Draft, bench::Bench};

/// A text of fewer words has no reading level.
const FEW_WORDS: u32 = 4;

impl Draft {
    pub(super) fn observation(&self, id: &ObservationId) -> Result<ObservationView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let observation = state.observation(id).ok_or_else(|| gone(&id.0))?;
        let lists = self.lists();
        let alike = same_interpretations(&observation.interpretations, &lists);
        let text = |id: &InterpretationId| {
            let mut all = observation.interpretations.iter();
            all.find(|it| it.id == *id)
                .map_or("", |it| it.text.as_str())
        };
        let line = self.observation_line(&state, &bench, &lists, observation);
        Ok(ObservationView {
            proposal: proposal(&bench, &line.observation),
            line,
            check: self.check(&observation.text, TextFor::Observation),
            checks: observation
                .interpretations
                .iter()
                .map(|it| self.check(&it.text, TextFor::Interpretation))
                .collect(),
            alike: alike
                .into_iter()
                .map(|(one, other)| Alike {
                    per_hundred: hundredths(overlap(text(&one), text(&other), &lists)),
                    one,
                    other,
                })
                .collect(),
        })
    }

    pub(super) fn observation_line(
        &self,
        state: &State,
        bench: &Bench,
        lists: &Lists,
        observation: &DraftObservation,
    ) -> ObservationLine {
        let followed = observation.chart.as_ref().map(|it| bench.charts.follow(it));
        let (spec, lost) = match followed {
            Some(Ok(now)) => (Some(now), None),
            // As it is kept, so that nothing is lost when the rest is changed.
            Some(Err(lost)) => (observation.chart.clone(), Some(lost)),
            None => (None, None),
        };
        let drawn = spec.as_ref().filter(|_| lost.is_none());
        let chart = drawn.map(|spec| bench.library().chart(spec, &Filter::default()));
        let said = remarks(&observation.text, lists).len();
        let alike = same_interpretations(&observation.interpretations, lists).len();
        let language = language(state);
        let texts = observation.interpretations.iter().map(|it| &it.text);
        let hard = std::iter::once(&observation.text)
            .chain(texts)
            .filter(|text| readability(text, language).is_hard());
        ObservationLine {
            perspective: state
                .perspective_of(&observation.id)
                .map(|it| it.id.clone()),
            ready: !observation.text.is_empty()
                && chart.is_some()
                && observation.interpretations.len() >= 2,
            remarks: super::mapping::number(said + alike + hard.count()),
            chart,
            lost,
            answers_changed: answers_changed(state, observation),
            observation: DraftObservation {
                chart: spec,
                ..observation.clone()
            },
        }
    }

    /// What there is to say about a text.
    pub(super) fn check(&self, text: &str, purpose: TextFor) -> TextCheck {
        let read = readability(text, language(&self.state()));
        let mark = |why: &str, from: u32, to: u32| TextMark {
            why: why.to_owned(),
            from: units(text, from),
            to: units(text, to),
        };
        let mut marks: Vec<TextMark> = Vec::new();
        if purpose == TextFor::Observation {
            marks.extend(remarks(text, &self.lists()).into_iter().map(|it| {
                let why = match it.kind {
                    RemarkKind::Judging => "judging",
                    RemarkKind::Causal => "causal",
                };
                mark(why, it.from, it.to)
            }));
        }
        let long = |places: &[(u32, u32)], why: &str| -> Vec<TextMark> {
            places
                .iter()
                .map(|(from, to)| mark(why, *from, *to))
                .collect()
        };
        marks.extend(long(&read.long_words, "long_word"));
        marks.extend(long(&read.long_sentences, "long_sentence"));
        marks.sort_by_key(|it| (it.from, it.to));
        let enough = read.words >= FEW_WORDS;
        let level = serde_json::to_value(read.level).ok();
        let level = level.and_then(|level| level.as_str().map(str::to_owned));
        TextCheck {
            marks,
            ease: enough.then_some(read.score),
            level: level.filter(|_| enough).unwrap_or_default(),
            words: read.words,
            sentences: read.sentences,
        }
    }
}

/// What the program itself would say of the pattern that an observation came from.
fn proposal(bench: &Bench, observation: &DraftObservation) -> Option<patterns::Sentence> {
    let key = observation.pattern.as_ref()?;
    let evaluation = bench.evaluation(&Filter::default(), key.within.as_ref());
    let of_pair = || {
        evaluation
            .patterns
            .iter()
            .filter(|it| key.covers(&key_of(it)))
    };
    // A key of all options, or of all answers to a third question: that of the same chart, or else the strongest.
    let same = of_pair().find(|it| Some(&it.chart) == observation.chart.as_ref());
    same.or_else(|| of_pair().next())
        .map(|it| it.sentence.clone())
}

fn language(state: &State) -> WorkLanguage {
    state.work().map(|work| work.language).unwrap_or_default()
}

fn hundredths(share: f64) -> u8 {
    let rounded = (share.clamp(0.0, 1.0) * 100.0).round();
    // Between 0 and 100 by the line above.
    rounded as u8
}
