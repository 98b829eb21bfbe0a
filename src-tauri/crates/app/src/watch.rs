//! What the facilitator's desk watches: how far each table is, and what asks for attention.

mod progress;

use std::collections::BTreeMap;

use protocol::{Watch, WatchItem, WatchTable};
use stories::OptionId;
use workshop::{Entity, Key, Session, State, Step, Table, TableId, Timer};

pub(crate) use progress::progress;

/// A table that reads nothing new for so many minutes is stuck, or tired of reading.
const NOTHING_NEW: u64 = 8;
/// A table that does nothing at all for so many minutes is talking, or lost.
const SILENT: u64 = 10;
/// After so many stories there should be a note, and every voice should have been heard.
const STORIES: usize = 6;
/// With so many minutes left the time is nearly up.
const NEARLY: i64 = 5;
/// After so many minutes of silence nobody is there any more, and nothing needs watching.
const OVER: u64 = 180;
/// The rest of the role types: that it was not heard says nothing.
const REST: [&str; 2] = ["others", "other"];

const MINUTE: u64 = 60_000;

/// Everything that the desk watches, at one moment. `active` tells when a table last did something, `voices` are the role types
/// with their words.
pub fn watch(
    state: &State,
    active: impl Fn(TableId) -> Option<u64>,
    now: u64,
    voices: &[(OptionId, String)],
) -> Watch {
    let last = last_words(state);
    let tables: Vec<&Table> = state.tables().collect();
    let one = |table: &&Table| WatchTable {
        table: table.id,
        progress: progress(state, table),
        stories: count(state.reads(table.id).count()),
        notes: count(state.notes(table.id).len()),
        clusters: count(state.clusters(table.id).len()),
        ideas: count(state.ideas(table.id).len()),
        fields: count(
            state
                .fields(table.id)
                .filter(|field| !field.text.trim().is_empty())
                .count(),
        ),
        last: last.get(&table.id).cloned().unwrap_or_default(),
        active: active(table.id),
    };
    let mut watch = Watch {
        now,
        tables: tables.iter().map(one).collect(),
        items: Vec::new(),
    };
    if let Some(session) = state.session() {
        watch.items = items(state, session, &tables, &active, now, voices);
    }
    watch
}

/// What asks for attention, the most urgent first.
fn items(
    state: &State,
    session: &Session,
    tables: &[&Table],
    active: &impl Fn(TableId) -> Option<u64>,
    now: u64,
    voices: &[(OptionId, String)],
) -> Vec<WatchItem> {
    let mut items: Vec<(u8, WatchItem)> = Vec::new();
    let left = minutes_left(session, now);
    for table in tables {
        // What a table does on paper does not show here: that nothing shows says nothing.
        let shows = !table.paper;
        if let Some(help) = &table.help {
            items.push((
                0,
                WatchItem::Help {
                    table: table.id,
                    minutes: minutes(help.since, now),
                    about: help.about.clone(),
                },
            ));
        }
        let quiet = quiet(state, table, active(table.id), now);
        items.extend(quiet.filter(|_| shows).map(|item| (3, item)));
        if table.step == Step::Gather
            && !table.fixed
            && session.step == Step::Gather
            && left.is_some_and(|left| left < NEARLY)
        {
            let chosen = u8::try_from(table.chosen.len()).unwrap_or(u8::MAX);
            items.push((
                1,
                WatchItem::NotChosen {
                    table: table.id,
                    chosen,
                },
            ));
        }
        let read = state.reads(table.id).count();
        if shows
            && table.step == Step::Browse
            && read >= STORIES
            && state.notes(table.id).is_empty()
        {
            items.push((
                4,
                WatchItem::NoNotes {
                    table: table.id,
                    stories: count(read),
                },
            ));
        }
        if shows && (Step::Browse..=Step::Converge).contains(&table.step) && read >= STORIES {
            let heard = |voice: &OptionId| {
                state
                    .reads(table.id)
                    .any(|read| read.voice.as_ref() == Some(voice))
            };
            let missing = voices
                .iter()
                .find(|(voice, _)| !REST.contains(&voice.0.as_str()) && !heard(voice));
            items.extend(missing.map(|(_, words)| {
                (
                    5,
                    WatchItem::NotHeard {
                        table: table.id,
                        voice: words.clone(),
                    },
                )
            }));
        }
        if table.step < session.step {
            items.push((
                6,
                WatchItem::Behind {
                    table: table.id,
                    step: table.step,
                },
            ));
        }
    }
    if let Some(left) = left.filter(|left| *left <= NEARLY) {
        items.push((
            2,
            WatchItem::Time {
                minutes: i32::try_from(left).unwrap_or(i32::MIN),
            },
        ));
    }
    let ready = tables
        .iter()
        .filter(|table| state.poster(table.id).is_some_and(|poster| poster.ready))
        .count();
    if session.step == Step::Change || ready > 0 {
        items.push((
            7,
            WatchItem::Posters {
                ready: count(ready),
                of: count(tables.len()),
            },
        ));
    }
    items.sort_by_key(|(urgency, _)| *urgency);
    items.into_iter().map(|(_, item)| item).collect()
}

/// A table that stands still: what it does not do, in the one way that says most.
fn quiet(state: &State, table: &Table, active: Option<u64>, now: u64) -> Option<WatchItem> {
    // A table that never did anything has not begun.
    let active = active?.max(table.since);
    let silent = u64::from(minutes(active, now));
    if silent >= OVER {
        return None;
    }
    if table.step == Step::Browse {
        let new = state
            .reads(table.id)
            .map(|read| read.at)
            .max()
            .unwrap_or(0)
            .max(table.since);
        let nothing = minutes(new, now);
        if u64::from(nothing) >= NOTHING_NEW {
            return Some(WatchItem::NothingNew {
                table: table.id,
                minutes: nothing,
            });
        }
    }
    let ready =
        table.step == Step::Change && state.poster(table.id).is_some_and(|poster| poster.ready);
    (silent >= SILENT && !ready).then(|| WatchItem::Silent {
        table: table.id,
        minutes: minutes(active, now),
    })
}

/// Minutes left of the running clock: rounded up, and negative once a whole minute over.
fn minutes_left(session: &Session, now: u64) -> Option<i64> {
    match session.timer {
        Timer::Running { ends, .. } => {
            let left = i64::try_from(ends).ok()? - i64::try_from(now).ok()?;
            let minute = i64::try_from(MINUTE).ok()?;
            Some(if left > 0 {
                (left + minute - 1) / minute
            } else {
                left / minute
            })
        }
        Timer::Off | Timer::Paused { .. } => None,
    }
}

/// The last thing that each table wrote. Own experiences stay with the table.
fn last_words(state: &State) -> BTreeMap<TableId, String> {
    let mut last = BTreeMap::new();
    for (key, gone) in state.changed_since(0) {
        if gone
            || !matches!(
                key,
                Key::Note(_)
                    | Key::OwnInterpretation(_)
                    | Key::Cluster(_)
                    | Key::Idea(_)
                    | Key::Field(..)
            )
        {
            continue;
        }
        let written = match state.entity(key) {
            Some(Entity::Note(it)) => Some((it.table, it.text)),
            Some(Entity::OwnInterpretation(it)) => Some((it.table, it.text)),
            Some(Entity::Cluster(it)) => Some((it.table, it.name)),
            Some(Entity::Idea(it)) => Some((it.table, it.text)),
            Some(Entity::Field(it)) => Some((it.table, it.text)),
            _ => None,
        };
        last.extend(written.filter(|(_, text)| !text.trim().is_empty()));
    }
    last
}

fn minutes(since: u64, now: u64) -> u32 {
    u32::try_from(now.saturating_sub(since) / MINUTE).unwrap_or(u32::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
