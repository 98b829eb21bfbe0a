//! Perspectives: canvas, list, and the stories that support them.

use std::collections::BTreeMap;

use preparation::{DraftPerspective, State, propose_support};
use protocol::{
    BoardPerspective, BoardView, Failure, StoryLine, StoryList, StoryPool, StoryQuery, SupportLine,
    SupportQuery, SupportView, TextFor, VoiceCount,
};
use stories::{ChartSpec, OptionId, StoryId};

use super::mapping::number;
use super::pattern::{gone, selection};
use super::{Draft, bench::Bench};
use crate::page::{MOST_LINES, page};

/// So many stories are proposed at most.
const PROPOSED: usize = 200;

impl Draft {
    pub(super) fn board(&self) -> Result<BoardView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let lists = self.lists();
        let perspectives = state.perspectives();
        let perspectives = perspectives.iter().map(|it| self.on_board(&bench, it));
        let observations = state.observations();
        let observations = observations
            .iter()
            .map(|it| self.observation_line(&state, &bench, &lists, it));
        Ok(BoardView {
            perspectives: perspectives.collect(),
            observations: observations.collect(),
        })
    }

    fn on_board(&self, bench: &Bench, perspective: &DraftPerspective) -> BoardPerspective {
        let mut voices: BTreeMap<OptionId, u32> = BTreeMap::new();
        for id in &perspective.support {
            let story = bench.library().story(*id);
            if let Some(voice) = story.and_then(|story| bench.shelf.voice(story)) {
                *voices.entry(voice).or_default() += 1;
            }
        }
        let voices = bench
            .shelf
            .voices()
            .into_iter()
            .map(|(option, label)| VoiceCount {
                stories: voices.get(&option).copied().unwrap_or(0),
                option,
                label,
            });
        BoardPerspective {
            support: lines(bench, &perspective.support),
            check: self.check(&perspective.question, TextFor::Perspective),
            voices: voices.collect(),
            perspective: perspective.clone(),
        }
    }

    pub(super) fn support(&self, query: &SupportQuery) -> Result<SupportView, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        let perspective = found(&state, &query.perspective)?;
        let charts: Vec<ChartSpec> = perspective
            .observations
            .iter()
            .filter_map(|id| {
                let chart = state.observation(id)?.chart.as_ref()?;
                bench.charts.follow(chart).ok()
            })
            .collect();
        let charts: Vec<&ChartSpec> = charts.iter().collect();
        let mut proposals = propose_support(library, &charts, query.region.as_ref(), &[], PROPOSED);
        if let Some(wanted) = &query.voice {
            proposals.retain(|it| it.voice.as_ref() == Some(wanted));
        }
        let voices: BTreeMap<OptionId, String> = bench.shelf.voices().into_iter().collect();
        let lines = page(&proposals, query.offset, query.limit.min(MOST_LINES)).filter_map(|it| {
            let others = state.perspectives().into_iter();
            Some(SupportLine {
                story: bench.shelf.line(it.story, "")?,
                fits: u32::from(it.fits),
                of: u32::from(it.of),
                voice: it
                    .voice
                    .as_ref()
                    .and_then(|voice| voices.get(voice).cloned())
                    .unwrap_or_default(),
                own_region: it.own_region,
                chosen: perspective.support.contains(&it.story),
                elsewhere: others
                    .filter(|other| other.id != perspective.id)
                    .filter(|other| other.support.contains(&it.story))
                    .map(|other| other.id.clone())
                    .collect(),
            })
        });
        Ok(SupportView {
            perspective: perspective.id.clone(),
            total: number(proposals.len()),
            lines: lines.collect(),
        })
    }

    pub(super) fn stories(&self, query: &StoryQuery) -> Result<StoryList, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let library = bench.library();
        selection(library, query.filter.clone(), "")?;
        match &query.pool {
            StoryPool::All => bench.shelf.list(query, None),
            StoryPool::Support { perspective } => {
                let support = &found(&state, perspective)?.support;
                bench.shelf.list_of(support, query)
            }
            StoryPool::Kept { .. } => Err(Failure::NoSession),
        }
    }
}

fn found<'a>(
    state: &'a State,
    id: &stories::PerspectiveId,
) -> Result<&'a DraftPerspective, Failure> {
    state.perspective(id).ok_or_else(|| gone(&id.0))
}

/// Stories as lines of a list; those that no longer stay are missing.
fn lines(bench: &Bench, ids: &[StoryId]) -> Vec<StoryLine> {
    ids.iter()
        .filter_map(|id| bench.shelf.line(*id, ""))
        .collect()
}
