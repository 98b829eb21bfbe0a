//! Supporting stories for a perspective: proposals, always the same for the same stories. The preparer reads and decides.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{Answer, ChartSpec, Condition, Filter, Library, OptionId, StoryId, Test};
use ts_rs::TS;

/// A story that could support a perspective, with why.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SupportProposal {
    /// The story.
    pub story: StoryId,
    /// How many of the observations it is an example of.
    pub fits: u16,
    /// How many observations were looked at.
    pub of: u16,
    /// How many words it has.
    pub words: u32,
    /// Whose voice it is.
    pub voice: Option<OptionId>,
    /// Whether it comes from the own region.
    pub own_region: bool,
}

/// Proposes at most `most` stories for the charts of a perspective, the best first.
///
/// Only stories that are an example of at least one observation count. Those of the own region come first, where one is given.
/// Then each next story is the one with the most points: 100 for fit (the share of observations that it is an example of), 20 for a
/// length that reads well (80 to 400 words; 10 for 40 to 800), less 25 for each story of the same voice that was proposed before. Of
/// equals the lower number goes first.
pub fn propose_support(
    library: &Library,
    charts: &[&ChartSpec],
    own_region: Option<&OptionId>,
    leave_out: &[StoryId],
    most: usize,
) -> Vec<SupportProposal> {
    let mut candidates = candidates(library, charts, own_region);
    candidates.retain(|it| !leave_out.contains(&it.story));
    // How often each voice was proposed: counted along, for there may be hundreds of thousands of candidates.
    let mut heard: BTreeMap<Option<OptionId>, i64> = BTreeMap::new();
    let mut chosen: Vec<SupportProposal> = Vec::new();
    while chosen.len() < most {
        let times = |it: &SupportProposal| heard.get(&it.voice).copied().unwrap_or(0);
        let points = |it: &SupportProposal| {
            let fit = i64::from(it.fits) * 100 / i64::from(it.of.max(1));
            fit + length(it.words) - 25 * times(it)
        };
        let best = candidates
            .iter()
            .enumerate()
            .max_by_key(|(_, it)| (it.own_region, points(it), Reverse(it.story)))
            .map(|(nth, _)| nth);
        let Some(nth) = best else { break };
        let next = candidates.swap_remove(nth);
        *heard.entry(next.voice.clone()).or_insert(0) += 1;
        chosen.push(next);
    }
    chosen
}

fn candidates(
    library: &Library,
    charts: &[&ChartSpec],
    own_region: Option<&OptionId>,
) -> Vec<SupportProposal> {
    let uses = &library.collection().about.uses;
    let mut fits = vec![0_u16; library.stories().len()];
    let mut of = 0;
    for chart in charts {
        let filter = Filter {
            conditions: examples(chart),
            ..Filter::default()
        };
        if filter.conditions.is_empty() {
            continue;
        }
        of += 1;
        for id in library.select(&filter) {
            let row = library.stories().binary_search_by_key(&id, |it| it.id);
            if let Some(fit) = row.ok().and_then(|row| fits.get_mut(row)) {
                *fit += 1;
            }
        }
    }
    let stories = library.stories().iter().zip(library.words()).zip(fits);
    stories
        .filter(|(_, fits)| *fits > 0)
        .map(|((story, words), fits)| {
            let choice = |id: &Option<stories::QuestionId>| match story.answers.get(id.as_ref()?)? {
                Answer::Choice(option) => Some(option),
                Answer::Several(_) | Answer::Slider(_) | Answer::Text(_) => None,
            };
            SupportProposal {
                story: story.id,
                fits,
                of,
                words: *words,
                voice: choice(&uses.voice).cloned(),
                own_region: own_region.is_some() && choice(&uses.region) == own_region,
            }
        })
        .collect()
}

/// What a story must answer to be an example of what a chart shows: all that it narrows down, and what it counts.
fn examples(chart: &ChartSpec) -> Vec<Condition> {
    let any = |question: &stories::QuestionId, only: &[OptionId]| {
        (!only.is_empty()).then(|| Condition {
            question: question.clone(),
            test: Test::AnyOf {
                options: only.to_vec(),
            },
        })
    };
    let (mut conditions, within) = match chart {
        ChartSpec::Share {
            rows,
            only,
            hit,
            within,
            ..
        } => {
            let mut all: Vec<Condition> = any(rows, only).into_iter().collect();
            all.push(hit.clone());
            (all, within)
        }
        ChartSpec::Spread {
            question,
            only,
            within,
        } => (any(question, only).into_iter().collect(), within),
        ChartSpec::Ranges { within, .. } => (Vec::new(), within),
        ChartSpec::Cells {
            rows,
            only_rows,
            columns,
            only_columns,
            within,
        } => {
            let all = any(rows, only_rows).into_iter();
            (all.chain(any(columns, only_columns)).collect(), within)
        }
    };
    conditions.extend(within.iter().cloned());
    conditions
}

/// Points for a length that reads well at a table.
fn length(words: u32) -> i64 {
    match words {
        80..=400 => 20,
        40..=800 => 10,
        _ => 0,
    }
}
