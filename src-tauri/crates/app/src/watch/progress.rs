//! How far a table is in each step, of each hundred. A feeling for the desk, no mark.

use workshop::{FieldName, State, Step, Table};

/// So many charts opened are enough to choose by.
const CHARTS: usize = 10;
/// So many stories read are a good harvest.
const STORIES: usize = 20;
/// So many notes are a good harvest.
const NOTES: usize = 10;
/// So many ideas are enough to choose from.
const IDEAS: usize = 3;

/// For gather, browse, converge and change. A step that the table has left behind is done.
pub(crate) fn progress(state: &State, table: &Table) -> [u8; 4] {
    let past = |step: Step, share: u8| if table.step > step { 100 } else { share };
    [
        past(Step::Gather, gather(table)),
        past(Step::Browse, browse(state, table)),
        past(Step::Converge, converge(state, table)),
        change(state, table),
    ]
}

fn gather(table: &Table) -> u8 {
    if table.fixed {
        return 100;
    }
    part(table.revealed.len(), CHARTS, 60) + part(table.chosen.len(), 3, 35)
}

fn browse(state: &State, table: &Table) -> u8 {
    part(state.reads(table.id).count(), STORIES, 60) + part(state.notes(table.id).len(), NOTES, 40)
}

fn converge(state: &State, table: &Table) -> u8 {
    let notes = state.notes(table.id);
    let placed = notes
        .iter()
        .filter(|note| note.cluster.is_some() || note.merged_into.is_some())
        .count();
    let clusters = state.clusters(table.id);
    let named = clusters
        .iter()
        .filter(|cluster| !cluster.name.trim().is_empty())
        .count();
    let ideas = part(state.ideas(table.id).len(), IDEAS, 35);
    let closed = if table.dots_closed { 15 } else { 0 };
    part(placed, notes.len(), 30) + part(named, clusters.len(), 20) + ideas + closed
}

fn change(state: &State, table: &Table) -> u8 {
    let Some(poster) = state.poster(table.id) else {
        return 0;
    };
    if poster.ready {
        return 100;
    }
    let filled = state
        .fields(table.id)
        .filter(|field| !field.text.trim().is_empty())
        .count();
    let rest = [
        poster.sort.is_some(),
        poster.touched.is_some(),
        !poster.saw.is_empty(),
        !poster.ideas.is_empty(),
    ];
    part(
        filled + rest.into_iter().filter(|done| *done).count(),
        FieldName::ALL.len() + rest.len(),
        95,
    )
}

/// `done` of `of`, as a share of `most`.
fn part(done: usize, of: usize, most: usize) -> u8 {
    if of == 0 {
        return 0;
    }
    u8::try_from(done.min(of) * most / of).unwrap_or(0)
}
