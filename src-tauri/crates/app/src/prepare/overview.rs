//! The draft in figures: how far each part of the work is.

use preparation::{Selection, State, TriageMark, open_masks, open_suspicions};
use protocol::{DraftView, Failure, SourceLine, Stage, StageLine, StageState};
use stories::Filter;

use super::Draft;
use super::mapping::number;
use super::pattern::key_of;

impl Draft {
    pub(super) fn overview(&self) -> Result<DraftView, Failure> {
        let (state, sources) = (self.state(), self.sources());
        let work = state.work().cloned().unwrap_or_default();
        let lines = state.sources().into_iter().map(|source| {
            let about = sources.about(&source.id);
            SourceLine {
                source: source.clone(),
                stories: number(sources.stories_of(&source.id).len()),
                rejected: about.map_or(0, |about| number(about.rejected.len())),
                unmapped: about.map_or(0, |about| number(about.unmapped.len())),
            }
        });
        let lines: Vec<SourceLine> = lines.collect();
        let taken = lines.iter().map(|line| line.stories).sum();
        let (stages, kept, questions) = self.stages(&state)?;
        let bench = self.bench()?;
        let count = |steps: usize| u32::try_from(steps).unwrap_or(u32::MAX);
        Ok(DraftView {
            path: crate::file::text(self.path()),
            seq: state.seq(),
            work,
            sources: lines,
            taken,
            kept,
            questions,
            stages,
            selections: state
                .selections()
                .into_iter()
                .map(|it| Selection {
                    filter: bench
                        .charts
                        .follow_filter(&it.filter)
                        .unwrap_or_else(|_| it.filter.clone()),
                    ..it.clone()
                })
                .collect(),
            undo: count(state.undoable()),
            redo: count(state.redoable()),
            published: state.published().cloned(),
            changed: state.changed_after_publishing(),
            backup: None,
            failing: self.failing(),
            mapping: None,
        })
    }

    /// The parts of the work, with how many stories and questions stay.
    fn stages(&self, state: &State) -> Result<(Vec<StageLine>, u32, u32), Failure> {
        let (bench, found) = (self.bench()?, self.found());
        let library = bench.library();
        let kept = library.stories().len();
        let suspected = || found.suspicions.iter().map(|it| it.story);
        let open = open_suspicions(state, suspected()).len();
        let masks = open_masks(state, &found.places).len();
        let questions = &self.questions_of(&bench).questions;
        let proposed = questions.iter().filter(|line| line.scope.is_open());
        let scoped = questions
            .iter()
            .filter(|line| line.scope.out || line.scope.kept);
        let recoded = questions
            .iter()
            .filter(|line| line.recode.is_some() || line.derived.is_some());
        let evaluation = bench.evaluation(&Filter::default(), None);
        let undecided = evaluation.patterns.iter().filter(|pattern| {
            let decided = state.triage(&key_of(pattern)).and_then(|it| it.mark);
            pattern.stands && !pattern.follows && decided.is_none()
        });
        let wanted = state
            .triages()
            .filter(|it| it.mark == Some(TriageMark::Yes));
        let lists = self.lists();
        let observations = state.observations();
        let ready = observations
            .iter()
            .filter(|it| self.observation_line(state, &bench, &lists, it).ready)
            .count();
        let perspectives = state.perspectives();
        let whole = perspectives
            .iter()
            .filter(|it| {
                let named = ![&it.name, &it.short, &it.question]
                    .iter()
                    .any(|text| text.is_empty());
                named && !it.observations.is_empty() && !it.support.is_empty()
            })
            .count();
        let blocking = self.checks()?.iter().filter(|check| check.blocks).count();
        let published = state.published().is_some() && !state.changed_after_publishing();
        let none = kept == 0 && state.sources().is_empty();
        // Where the program proposes all that there is to decide, nothing proposed is nothing to do.
        let proposes = |stage| {
            matches!(
                stage,
                Stage::Clean | Stage::Mask | Stage::Recode | Stage::Scope
            )
        };
        let line = |stage, done: usize, open: usize| {
            let later = none && stage != Stage::Intake;
            StageLine {
                stage,
                state: match (done, open) {
                    _ if later => StageState::Later,
                    (0, 0) if proposes(stage) => StageState::Ready,
                    (0, _) => StageState::Todo,
                    (_, 0) => StageState::Ready,
                    _ => StageState::Busy,
                },
                done: number(done),
                // What a snapshot lacks before anything was taken in waits for nobody yet.
                open: if later { 0 } else { number(open) },
            }
        };
        let all: std::collections::BTreeSet<_> = suspected().collect();
        let stages = vec![
            line(Stage::Intake, state.sources().len(), 0),
            line(Stage::Clean, all.len().saturating_sub(open), open),
            line(Stage::Mask, found.places.len().saturating_sub(masks), masks),
            line(Stage::Recode, recoded.count(), 0),
            line(Stage::Scope, scoped.count(), proposed.count()),
            line(Stage::Patterns, wanted.count(), undecided.count()),
            line(
                Stage::Observations,
                ready,
                observations.len().saturating_sub(ready),
            ),
            line(
                Stage::Perspectives,
                whole,
                perspectives.len().saturating_sub(whole),
            ),
            line(Stage::Publish, usize::from(published), blocking),
        ];
        Ok((stages, number(kept), number(library.questions().len())))
    }
}
