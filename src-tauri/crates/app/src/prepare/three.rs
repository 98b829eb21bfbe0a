//! Patterns of three questions, and a selection beside the whole.

use patterns::{Observed, Options, Pattern, evaluate_within, shift};
use protocol::{BesideLine, BesideView, Failure, ThirdLine, ThreePart, ThreeView};
use stories::{Condition, Few, Filter, Kind, Library, Question, QuestionId, Test};

use super::Draft;
use super::mapping::number;
use super::pattern::{Look, answer, find, gone, selection};

/// So many third questions are proposed.
const PROPOSED: usize = 8;
/// A question with more answers than this is not looked at as the third one.
const MOST_ANSWERS: usize = 12;
/// A slider is the third question in three parts.
const THIRDS: [(u8, u8); 3] = [(0, 33), (34, 66), (67, 100)];

impl Draft {
    pub(super) fn three(
        &self,
        key: &str,
        third: &QuestionId,
        filter: &Filter,
    ) -> Result<ThreeView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        let filter = selection(library, filter.clone(), "")?;
        let (evaluation, nth) = find(&bench, key, &filter)?;
        let pattern = evaluation.patterns.get(nth).ok_or_else(|| gone(key))?;
        let question = library.question(third).ok_or_else(|| gone(&third.0))?;
        let found = within(library, &filter, pattern, third);
        let look = Look {
            state: &state,
            library,
            filter: &filter,
            whole: None,
        };
        let parts = answers(question).into_iter().map(|within| {
            let narrowed = Filter {
                conditions: [&filter.conditions[..], std::slice::from_ref(&within)].concat(),
                ..filter.clone()
            };
            ThreePart {
                label: answer(library, &within),
                stories: library.count(&narrowed),
                pattern: found
                    .iter()
                    .find(|it| it.within.as_ref() == Some(&within))
                    .cloned(),
                chart: library.chart(&pattern.chart, &narrowed),
                within,
            }
        });
        Ok(ThreeView {
            line: look.line(pattern),
            third: third.clone(),
            name: question.short.clone(),
            parts: parts.collect(),
        })
    }

    pub(super) fn beside(&self, filter: Filter, expr: &str) -> Result<BesideView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        let filter = selection(library, filter, expr)?;
        let all = state.observations();
        let observed: Vec<Observed> = all
            .iter()
            .filter_map(|it| {
                let chart = bench.charts.follow(it.chart.as_ref()?).ok()?;
                Some(Observed {
                    id: it.id.to_string(),
                    chart,
                })
            })
            .collect();
        let lines = shift(library, &observed, &filter).into_iter();
        Ok(BesideView {
            stories: library.count(&filter),
            of: number(library.stories().len()),
            lines: lines
                .filter_map(|shift| {
                    let observation = all.iter().find(|it| it.id.0 == shift.id)?;
                    Some(BesideLine {
                        observation: observation.id.clone(),
                        text: observation.text.clone(),
                        shift,
                    })
                })
                .collect(),
            filter,
        })
    }
}

/// The third questions within whose answers a pair differs most.
pub(super) fn thirds(library: &Library, filter: &Filter, pattern: &Pattern) -> Vec<ThirdLine> {
    let taken = [&pattern.rows.question, &pattern.columns.question];
    let mut all: Vec<ThirdLine> = library
        .questions()
        .iter()
        .filter(|question| !taken.contains(&&question.id))
        .filter(|question| (2..=MOST_ANSWERS).contains(&answers(question).len()))
        .filter_map(|question| {
            let strengths: Vec<f64> = within(library, filter, pattern, &question.id)
                .iter()
                .filter(|it| it.few == Few::Enough)
                .map(|it| it.effect.strength)
                .collect();
            let most = strengths.iter().copied().reduce(f64::max)?;
            let least = strengths.iter().copied().reduce(f64::min)?;
            (strengths.len() > 1).then(|| ThirdLine {
                question: question.id.clone(),
                name: question.short.clone(),
                difference: most - least,
            })
        })
        .collect();
    all.sort_by(|a, b| b.difference.total_cmp(&a.difference));
    all.truncate(PROPOSED);
    all
}

/// The pair within each answer to a third question.
fn within(
    library: &Library,
    filter: &Filter,
    pattern: &Pattern,
    third: &QuestionId,
) -> Vec<Pattern> {
    let pair = [&pattern.rows.question, &pattern.columns.question];
    let others = library.questions().iter().map(|question| &question.id);
    let options = Options {
        without: others.filter(|id| !pair.contains(id)).cloned().collect(),
        // So few pairs are done before a second thread has begun.
        threads: 1,
        ..Options::default()
    };
    let same = |it: &Pattern| {
        let sides = |it: &Pattern| {
            let mut sides = [it.rows.clone(), it.columns.clone()];
            sides.sort();
            sides
        };
        sides(it) == sides(pattern)
    };
    let mut found = evaluate_within(library, filter, third, &options).patterns;
    found.retain(same);
    found
}

/// The answers to a question as conditions; a slider in three parts.
fn answers(question: &Question) -> Vec<Condition> {
    let condition = |test| Condition {
        question: question.id.clone(),
        test,
    };
    match &question.kind {
        Kind::Choice { choices } | Kind::Several { choices } => choices
            .iter()
            .map(|choice| {
                condition(Test::AnyOf {
                    options: vec![choice.id.clone()],
                })
            })
            .collect(),
        Kind::Slider { .. } => THIRDS
            .iter()
            .map(|(from, to)| {
                condition(Test::Range {
                    from: *from,
                    to: *to,
                })
            })
            .collect(),
        Kind::Text => Vec::new(),
    }
}
