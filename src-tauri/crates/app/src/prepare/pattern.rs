//! Patterns of the stories that stay, or of a selection of them.

use std::sync::Arc;

use patterns::{Evaluation, Method, Pattern, Side, WhereError, parse_filter, part_label};
use preparation::{PatternKey, State, TriageMark};
use protocol::{
    Failure, PatternChart, PatternLine, PatternPage, PatternQuery, PatternSort, PatternView,
    TriageChoice, TriageCount,
};
use stories::{Chart, ChartSpec, Condition, Filter, Group, Kind, Library, QuestionId, Test};

use super::Draft;
use super::bench::Bench;
use super::mapping::number;
use crate::page::{MOST_LINES, page};

impl Draft {
    pub(super) fn patterns(&self, query: &PatternQuery) -> Result<PatternPage, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        let filter = selection(library, query.filter.clone(), &query.expr)?;
        let evaluation = bench.evaluation(&filter, query.third.as_ref());
        let narrowed = filter != Filter::default();
        let whole = narrowed.then(|| bench.evaluation(&Filter::default(), query.third.as_ref()));
        let look = Look {
            state: &state,
            library,
            filter: &filter,
            whole: whole.as_deref(),
        };
        let mut found: Vec<&Pattern> = evaluation
            .patterns
            .iter()
            .filter(|pattern| look.wanted(pattern, query))
            .collect();
        match query.sort {
            PatternSort::Effect => {}
            PatternSort::Shift => found.sort_by(|a, b| look.shift(b).total_cmp(&look.shift(a))),
            PatternSort::Stories => found.sort_by_key(|pattern| std::cmp::Reverse(pattern.n)),
            PatternSort::Questions => found.sort_by_key(|pattern| look.places(pattern)),
        }
        let lines = page(&found, query.offset, query.limit.min(MOST_LINES))
            .map(|pattern| look.line(pattern));
        Ok(PatternPage {
            total: number(found.len()),
            tests: evaluation.tests,
            untested: evaluation.untested,
            standing: evaluation.standing,
            stories: evaluation.stories,
            of: evaluation.of,
            triaged: triaged(&state),
            lines: lines.collect(),
            filter: filter.clone(),
        })
    }

    pub(super) fn pattern(&self, key: &str, filter: &Filter) -> Result<PatternView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        let filter = selection(library, filter.clone(), "")?;
        let (evaluation, nth) = find(&bench, key, &filter)?;
        let pattern = evaluation.patterns.get(nth).ok_or_else(|| gone(key))?;
        let whole = (filter != Filter::default())
            .then(|| bench.evaluation(&Filter::default(), third_of(pattern)));
        let look = Look {
            state: &state,
            library,
            filter: &filter,
            whole: whole.as_deref(),
        };
        let chart = |spec: ChartSpec| PatternChart {
            chart: library.chart(&spec, &filter),
            spec,
        };
        Ok(PatternView {
            line: look.line(pattern),
            cells: cells(library, pattern, false).map(|spec| library.chart(&spec, &filter)),
            others: others(library, pattern).into_iter().map(chart).collect(),
            thirds: match pattern.within {
                Some(_) => Vec::new(),
                None => super::three::thirds(library, &filter, pattern),
            },
        })
    }

    pub(super) fn chart(&self, spec: &ChartSpec, filter: &Filter) -> Result<Chart, Failure> {
        let bench = self.bench()?;
        let library = bench.library();
        library.check_chart(spec).map_err(missing)?;
        let filter = selection(library, filter.clone(), "")?;
        Ok(library.chart(spec, &filter))
    }
}

/// A filter with what was typed beside it; both count.
pub(super) fn selection(
    library: &Library,
    mut filter: Filter,
    expr: &str,
) -> Result<Filter, Failure> {
    if !expr.trim().is_empty() {
        let typed = parse_filter(expr, library).map_err(|error| unreadable(&error))?;
        filter.conditions.extend(typed.conditions);
        filter.min_words = filter.min_words.max(typed.min_words);
        filter.max_words = match (filter.max_words, typed.max_words) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    library.check_filter(&filter).map_err(missing)?;
    Ok(filter)
}

/// Why a typed selection cannot be understood.
pub(crate) fn unreadable(error: &WhereError) -> Failure {
    Failure::BadExpression {
        sentence: error.sentence(),
    }
}

pub(super) fn missing(error: stories::CollectionError) -> Failure {
    Failure::NotInSnapshot {
        what: error.to_string(),
    }
}

pub(super) fn gone(key: &str) -> Failure {
    Failure::NotInSnapshot {
        what: key.to_owned(),
    }
}

/// The pattern with a key, and the evaluation that it is in: that of the selection, or one within a third question.
pub(super) fn find(
    bench: &Bench,
    key: &str,
    filter: &Filter,
) -> Result<(Arc<Evaluation>, usize), Failure> {
    let third = key
        .split_once('@')
        .and_then(|(_, third)| third.split(':').next());
    let third = third.map(Into::into);
    let evaluation = bench.evaluation(filter, third.as_ref());
    let nth = evaluation.patterns.iter().position(|it| it.key == key);
    nth.map(|nth| (evaluation, nth)).ok_or_else(|| gone(key))
}

fn third_of(pattern: &Pattern) -> Option<&QuestionId> {
    pattern.within.as_ref().map(|within| &within.question)
}

/// How many patterns were decided on.
pub(super) fn triaged(state: &State) -> TriageCount {
    let count = |mark| number(state.triages().filter(|it| it.mark == Some(mark)).count());
    TriageCount {
        yes: count(TriageMark::Yes),
        maybe: count(TriageMark::Maybe),
        no: count(TriageMark::No),
    }
}

/// What a decision about a pattern is kept under.
pub(super) fn key_of(pattern: &Pattern) -> PatternKey {
    let side = |side: &Side| (side.question.clone(), side.option.clone());
    PatternKey::of(
        side(&pattern.rows),
        side(&pattern.columns),
        third_of(pattern).cloned(),
    )
}

/// What is needed to show patterns.
pub(super) struct Look<'a> {
    pub state: &'a State,
    pub library: &'a Library,
    pub filter: &'a Filter,
    /// Over all stories, where only a selection is looked at.
    pub whole: Option<&'a Evaluation>,
}

impl Look<'_> {
    pub fn line(&self, pattern: &Pattern) -> PatternLine {
        let key = key_of(pattern);
        let triage = self.state.triage(&key);
        let observations = self.state.observations().into_iter();
        PatternLine {
            names: (self.name(&pattern.rows), self.name(&pattern.columns)),
            within: pattern.within.as_ref().map(|within| {
                let short = self.short(&within.question);
                format!("{short}: {}", answer(self.library, within))
            }),
            chart: self.library.chart(&pattern.chart, self.filter),
            triage: triage.and_then(|triage| triage.mark),
            note: triage.map(|triage| triage.note.clone()).unwrap_or_default(),
            observations: observations
                .filter(|it| it.pattern.as_ref().is_some_and(|of| of.covers(&key)))
                .map(|it| it.id.clone())
                .collect(),
            whole: self.whole_strength(pattern),
            pattern: pattern.clone(),
            key,
        }
    }

    fn whole_strength(&self, pattern: &Pattern) -> Option<f64> {
        let whole = self.whole?.patterns.iter();
        let mut same = whole.filter(|it| it.key == pattern.key);
        same.next().map(|it| it.effect.strength)
    }

    /// How far the strength in the selection is from that over all stories.
    fn shift(&self, pattern: &Pattern) -> f64 {
        let whole = self.whole_strength(pattern).unwrap_or(0.0);
        (pattern.effect.strength - whole).abs()
    }

    /// Where the questions stand in the questionnaire.
    fn places(&self, pattern: &Pattern) -> (usize, usize) {
        let place = |side: &Side| {
            let mut all = self.library.questions().iter();
            all.position(|it| it.id == side.question)
                .unwrap_or(usize::MAX)
        };
        let (one, other) = (place(&pattern.rows), place(&pattern.columns));
        (one.min(other), one.max(other))
    }

    fn short(&self, question: &QuestionId) -> String {
        let found = self.library.question(question);
        found.map(|it| it.short.clone()).unwrap_or_default()
    }

    /// A side in short words, with the option where it is one of several.
    pub fn name(&self, side: &Side) -> String {
        name(self.library, side)
    }

    fn wanted(&self, pattern: &Pattern, query: &PatternQuery) -> bool {
        let sides = [&pattern.rows, &pattern.columns];
        let background = |side: &&Side| {
            let question = self.library.question(&side.question);
            question.is_some_and(|it| it.group == Group::Background)
        };
        let words = query.search.trim().to_lowercase();
        let said = |side: &&Side| self.name(side).to_lowercase().contains(&words);
        query
            .question
            .as_ref()
            .is_none_or(|wanted| sides.iter().any(|side| side.question == *wanted))
            && query.method.is_none_or(|method| pattern.method == method)
            && (pattern.stands || !query.hide_chance)
            && !(pattern.follows && query.hide_follows)
            && !(query.hide_background && sides.iter().all(background))
            && (words.is_empty() || sides.iter().any(said))
            && self.decided(pattern, query.triage)
    }

    fn decided(&self, pattern: &Pattern, wanted: TriageChoice) -> bool {
        let mark = self.state.triage(&key_of(pattern)).and_then(|it| it.mark);
        match wanted {
            TriageChoice::All => true,
            TriageChoice::NotNo => mark != Some(TriageMark::No),
            TriageChoice::Open => mark.is_none(),
            TriageChoice::Yes => mark == Some(TriageMark::Yes),
            TriageChoice::Maybe => mark == Some(TriageMark::Maybe),
            TriageChoice::No => mark == Some(TriageMark::No),
        }
    }
}

/// A side of a pattern in short words, with the option where it is one of several.
pub(crate) fn name(library: &Library, side: &Side) -> String {
    let short = library
        .question(&side.question)
        .map(|question| question.short.clone())
        .unwrap_or_default();
    match side
        .option
        .as_ref()
        .and_then(|option| library.label(&side.question, option))
    {
        Some(label) => format!("{short}: {label}"),
        None => short,
    }
}

/// What a condition asks for, in words.
pub(super) fn answer(library: &Library, condition: &Condition) -> String {
    match &condition.test {
        Test::AnyOf { options } => options
            .iter()
            .filter_map(|option| library.label(&condition.question, option))
            .collect::<Vec<_>>()
            .join(", "),
        Test::Range { from, to } => format!("{from}–{to}"),
    }
}

/// The answers to one question of a pair beside those to the other, where both have options.
fn cells(library: &Library, pattern: &Pattern, turned: bool) -> Option<ChartSpec> {
    let counted = |side: &Side| {
        let question = library.question(&side.question)?;
        (!question.choices().is_empty()).then(|| side.question.clone())
    };
    let (rows, columns) = (counted(&pattern.rows)?, counted(&pattern.columns)?);
    let (rows, columns) = if turned {
        (columns, rows)
    } else {
        (rows, columns)
    };
    Some(ChartSpec::Cells {
        rows,
        only_rows: Vec::new(),
        columns,
        only_columns: Vec::new(),
        within: pattern.within.iter().cloned().collect(),
    })
}

/// Other charts of the two questions of a pair: the cells both ways, or the choice with the slider's upper half.
fn others(library: &Library, pattern: &Pattern) -> Vec<ChartSpec> {
    let mut all: Vec<ChartSpec> = [false, true]
        .into_iter()
        .filter_map(|turned| cells(library, pattern, turned))
        .collect();
    if pattern.method == Method::KruskalWallis {
        let sides = [&pattern.rows, &pattern.columns];
        let of = |slider: bool| {
            sides.into_iter().find(|side| {
                let kind = library.question(&side.question).map(|it| &it.kind);
                kind.is_some_and(|kind| matches!(kind, Kind::Slider { .. }) == slider)
            })
        };
        if let (Some(choice), Some(slider)) = (of(false), of(true)) {
            let ends = match library.question(&slider.question).map(|it| &it.kind) {
                Some(Kind::Slider { left, right }) => [(51, 100, right), (0, 49, left)],
                _ => return all,
            };
            all.extend(ends.map(|(from, to, end)| ChartSpec::Share {
                rows: choice.question.clone(),
                only: Vec::new(),
                hit: Condition {
                    question: slider.question.clone(),
                    test: Test::Range { from, to },
                },
                hit_label: part_label(end, from, to),
                within: pattern.within.iter().cloned().collect(),
            }));
        }
    }
    all.retain(|spec| *spec != pattern.chart);
    all
}
