//! Which column is the story, its title, the day it was told, and who answered.

use crate::dates::{day, order};
use crate::facts::Facts;
use crate::personal::is_participant;
use crate::words::{fold, has_word};
use crate::{DateOrder, LeftOut, SurveySource};

/// A single column that may have a role.
pub(super) struct Candidate<'a, 'b> {
    pub(super) column: usize,
    pub(super) header: &'b str,
    pub(super) facts: &'b Facts<'a>,
    pub(super) out: Option<LeftOut>,
}

/// The columns with a role.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) story: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) told: Option<(usize, DateOrder)>,
    pub(super) participant: Option<usize>,
}

const STORY: &[&str] = &[
    "stext",
    "story text",
    "storytext",
    "story",
    "verhaal",
    "ervaring",
    "uw verhaal",
    "je verhaal",
    "uw ervaring",
    "je ervaring",
    "experience",
    "tekst van het verhaal",
    "tekst",
    "verhaaltekst",
    "fragment",
    "narrative",
];
const STORY_WORDS: &[&str] = &[
    "verhaal",
    "ervaring",
    "story",
    "experience",
    "vertel",
    "gebeurtenis",
    "gebeurd",
    "happened",
    "meegemaakt",
    "situatie",
];
const TITLE: &[&str] = &[
    "stitle",
    "story title",
    "titel",
    "title",
    "titel van het verhaal",
    "titel van uw verhaal",
    "titel van je verhaal",
    "titel van de ervaring",
];
const TITLE_WORDS: &[&str] = &["titel", "title"];
/// The best first: the day it was told, then when it was sent in, then when it was begun.
const TOLD: &[&str] = &[
    "collection date",
    "verteld op",
    "datum verhaal",
    "story collection date",
    "submitdate",
    "tijd van voltooien",
    "completion time",
    "tijdstempel",
    "timestamp",
    "enddate",
    "end date",
    "recordeddate",
    "_submission_time",
    "submissiondate",
    "date created",
    "eventend",
    "server_entry_time",
    "end",
    "startdate",
    "start date",
    "begintijd",
    "start time",
    "starttijd",
    "eventstart",
    "start",
    "datum",
    "date",
    "invuldatum",
    "datestamp",
];

/// Finds the columns with a role.
pub(super) fn find(candidates: &[Candidate<'_, '_>], source: SurveySource) -> Roles {
    let participant = candidates
        .iter()
        .find(|candidate| {
            is_participant(candidate.header)
                && candidate.facts.filled > 0
                && (candidate.facts.values.len() * 10 >= candidate.facts.filled * 3)
                && !(source == SurveySource::Plain && candidate.facts.mean_words() > 3.0)
        })
        .map(|candidate| candidate.column);
    let told = told(candidates);
    let free = |candidate: &&Candidate<'_, '_>| {
        candidate.out.is_none()
            && Some(candidate.column) != participant
            && told.is_none_or(|(column, _)| column != candidate.column)
    };
    let texts: Vec<&Candidate<'_, '_>> = candidates.iter().filter(free).collect();
    let story = story(&texts);
    let title = story.and_then(|story| title(&texts, story));
    Roles {
        story,
        title,
        told,
        participant,
    }
}

fn told(candidates: &[Candidate<'_, '_>]) -> Option<(usize, DateOrder)> {
    let mut best: Option<(usize, usize, DateOrder)> = None;
    for candidate in candidates {
        let header = fold(candidate.header);
        let last = header.rsplit('/').next().unwrap_or(&header);
        let place = match TOLD
            .iter()
            .position(|name| *name == header || *name == last)
        {
            Some(place) => place,
            None if candidate.out.is_none()
                && ["datum", "date"].iter().any(|word| has_word(&header, word)) =>
            {
                TOLD.len()
            }
            None => continue,
        };
        if best.is_some_and(|(before, ..)| before <= place) {
            continue;
        }
        if let Some((column, order)) = dated(candidate) {
            best = Some((place, column, order));
        }
    }
    best.map(|(_, column, order)| (column, order))
}

/// The order of the dates of a column, where nearly all its cells are dates; the others are bad rows.
fn dated(candidate: &Candidate<'_, '_>) -> Option<(usize, DateOrder)> {
    let (facts, _) = candidate.facts.without_missing();
    if let Some((order, _)) = order(&facts) {
        return Some((candidate.column, order));
    }
    [
        DateOrder::Iso,
        DateOrder::DayFirst,
        DateOrder::MonthFirst,
        DateOrder::EpochMillis,
    ]
    .into_iter()
    .find(|order| facts.share(|cell| day(cell, *order).is_some()) >= 0.9)
    .map(|order| (candidate.column, order))
}

fn story(texts: &[&Candidate<'_, '_>]) -> Option<usize> {
    let various = |facts: &Facts<'_>| facts.values.len() * 2 > facts.filled;
    let named = texts.iter().find(|candidate| {
        STORY.contains(&fold(candidate.header).trim_end_matches(['?', ':', '*', ' ']))
            && candidate.facts.mean_words() >= 3.0
            && various(candidate.facts)
    });
    if let Some(candidate) = named {
        return Some(candidate.column);
    }
    let long = texts
        .iter()
        .filter(|candidate| candidate.facts.mean_words() >= 8.0 && various(candidate.facts));
    long.map(|candidate| {
        let folded = fold(candidate.header);
        let hinted = STORY_WORDS.iter().any(|word| has_word(&folded, word))
            && !TITLE_WORDS.iter().any(|word| has_word(&folded, word));
        let mean = candidate.facts.mean_words();
        (
            candidate.column,
            if hinted { mean * 2.0 } else { mean },
            hinted,
        )
    })
    .filter(|(_, mean, hinted)| *hinted || *mean >= 15.0)
    .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    .map(|(column, ..)| column)
}

fn title(texts: &[&Candidate<'_, '_>], story: usize) -> Option<usize> {
    let fits = |candidate: &Candidate<'_, '_>| {
        candidate.column != story
            && candidate.facts.filled > 0
            && candidate.facts.mean_words() <= 15.0
            && candidate.facts.values.len() * 3 > candidate.facts.filled
    };
    let exact = texts
        .iter()
        .find(|candidate| fits(candidate) && TITLE.contains(&fold(candidate.header).as_str()));
    let hinted = || {
        texts.iter().find(|candidate| {
            let folded = fold(candidate.header);
            fits(candidate) && TITLE_WORDS.iter().any(|word| has_word(&folded, word))
        })
    };
    exact.or_else(hinted).map(|candidate| candidate.column)
}
