//! The perspective set, as far as it is ready.

use stories::{Collection, Observation, Perspective, StoryId};

use super::{LostSupport, Unfinished, Why};
use crate::{Charts, DraftObservation, State};

/// Puts the perspectives into a collection. Gives what is not ready, and supporting stories that are left out.
pub(super) fn bundle(
    state: &State,
    charts: &Charts,
    collection: &mut Collection,
) -> (Vec<Unfinished>, Vec<LostSupport>) {
    let mut unfinished = Vec::new();
    let mut lost = Vec::new();
    for draft in state.perspectives() {
        let mut observations = Vec::new();
        for one in draft
            .observations
            .iter()
            .filter_map(|id| state.observation(id))
        {
            match ready(one, charts) {
                Ok(observation) => observations.push(observation),
                Err(why) => unfinished.push(Unfinished {
                    observation: one.id.clone(),
                    why,
                }),
            }
        }
        let there = |id: &StoryId| {
            collection
                .stories
                .binary_search_by_key(id, |it| it.id)
                .is_ok()
        };
        let (support, left_out): (Vec<StoryId>, Vec<StoryId>) =
            draft.support.iter().copied().partition(there);
        lost.extend(left_out.into_iter().map(|story| LostSupport {
            perspective: draft.id.clone(),
            story,
        }));
        collection.perspectives.push(Perspective {
            id: draft.id.clone(),
            name: draft.name.clone(),
            short: draft.short.clone(),
            question: draft.question.clone(),
            observations,
            support,
        });
    }
    let loose = |it: &&&DraftObservation| state.perspective_of(&it.id).is_none();
    unfinished.extend(
        state
            .observations()
            .iter()
            .filter(loose)
            .map(|it| Unfinished {
                observation: it.id.clone(),
                why: Why::Loose,
            }),
    );
    (unfinished, lost)
}

/// An observation as it is published, or what it lacks.
fn ready(draft: &DraftObservation, charts: &Charts) -> Result<Observation, Why> {
    if draft.text.is_empty() {
        return Err(Why::NoText);
    }
    let chart = draft.chart.as_ref().ok_or(Why::NoChart)?;
    let chart = charts.follow(chart).map_err(|_| Why::ChartDoesNotFit)?;
    if draft.interpretations.len() < 2 {
        return Err(Why::FewInterpretations);
    }
    Ok(Observation {
        id: draft.id.clone(),
        text: draft.text.clone(),
        chart,
        interpretations: draft.interpretations.clone(),
    })
}
