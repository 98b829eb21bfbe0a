//! What holds for any stream of commands.

use std::collections::BTreeMap;

use super::random::Random;
use super::*;

/// Lets a command happen where the rules allow it; gives the event.
fn try_one(state: &mut State, command: &Command) -> Option<Event> {
    let events = decide(
        state,
        command,
        &Context {
            now: NOW + state.seq() * 1_000,
        },
    )
    .unwrap_or_default();
    assert!(
        events.len() <= 1,
        "one command is at most one event, and so one step: {command:?}"
    );
    let event = events.into_iter().next()?;
    state.apply(state.seq() + 1, &event);
    Some(event)
}

fn map(state: &State) -> BTreeMap<Key, Entity> {
    state.entities().map(|it| (it.key(), it)).collect()
}

#[test]
fn replay_equals_what_was_lived() {
    let mut kinds = BTreeMap::new();
    for seed in 1..60 {
        let mut random = Random::new(seed);
        let mut live = start();
        let mut written = Vec::new();
        let base = live.clone();
        for _ in 0..300 {
            if let Some(event) = try_one(&mut live, &random.any()) {
                let text = serde_json::to_string(&event).expect("written");
                *kinds
                    .entry(text.split('"').nth(3).expect("a type").to_owned())
                    .or_insert(0) += 1;
                written.push(text);
            }
        }
        invariants::hold(&live);
        let mut replayed = base;
        for text in &written {
            replayed.apply(
                replayed.seq() + 1,
                &serde_json::from_str(text).expect("read back"),
            );
        }
        assert_eq!(replayed, live, "seed {seed}");
    }
    assert!(
        kinds.len() >= 55,
        "the streams do nearly everything: {kinds:?}"
    );
    assert!(kinds["undone"] > 100 && kinds["redone"] > 20, "{kinds:?}");
}

#[test]
fn a_gap_brings_a_copy_up_to_date() {
    for seed in 1..40 {
        let mut random = Random::new(seed);
        let mut state = start();
        let mut copies = vec![(0, BTreeMap::new())];
        for _ in 0..250 {
            try_one(&mut state, &random.any());
            invariants::hold(&state);
            if random.below(10) == 0 {
                copies.push((state.seq(), map(&state)));
            }
        }
        let now = map(&state);
        for (seq, mut copy) in copies {
            for (key, gone) in state.changed_since(seq) {
                match state.entity(key) {
                    Some(entity) => assert!(copy.insert(key.clone(), entity).is_none_or(|_| !gone)),
                    None => drop(copy.remove(key)),
                }
            }
            assert_eq!(copy, now, "seed {seed} from {seq}");
        }
    }
}

/// The undoable parts of what a table has; a field that is empty is no other than one that was never filled.
fn parts(state: &State, table: TableId) -> Vec<Piece> {
    let of = |it: &Piece| match it {
        Piece::Choice { table: of, .. } | Piece::Poster { table: of, .. } => *of == table,
        Piece::Field {
            table: of,
            text,
            ideas,
            ..
        } => *of == table && !(text.is_empty() && ideas.is_empty()),
        Piece::OwnInterpretation { was, .. } => was.as_ref().is_some_and(|it| it.table == table),
        Piece::Note { was, .. } => was.as_ref().is_some_and(|it| it.table == table),
        Piece::Cluster { was, .. } => was.as_ref().is_some_and(|it| it.table == table),
        Piece::Idea { was, .. } => was.as_ref().is_some_and(|it| it.table == table),
    };
    state
        .keys()
        .filter_map(|key| Piece::now(state, key))
        .filter(of)
        .collect()
}

/// All that undo must leave alone: everything without an undoable part, and the rest of tables and posters.
fn rest(state: &State) -> Vec<Entity> {
    let mut rest: Vec<Entity> = Vec::new();
    for (_, entity) in state.entities.iter() {
        match entity.clone() {
            Entity::Table(it) => {
                rest.push(Entity::Table(Table {
                    chosen: vec![],
                    fixed: false,
                    undoable: 0,
                    redoable: 0,
                    ..it
                }));
            }
            Entity::Poster(it) => rest.push(Entity::Poster(Poster {
                ideas: vec![],
                sort: None,
                touched: None,
                saw: vec![],
                ..it
            })),
            it if Piece::now(state, &it.key()).is_none() => rest.push(it),
            _ => {}
        }
    }
    rest
}

#[test]
fn undoing_everything_gives_back_what_was_there() {
    for seed in 1..80 {
        let mut random = Random::new(seed);
        let mut state = start();
        let mut steps: BTreeMap<TableId, Vec<Vec<Piece>>> = BTreeMap::new();
        for _ in 0..250 {
            let command = match random.below(8) {
                0 => random.other(),
                1 => random.device(),
                _ => random.making(),
            };
            let before = [T1, T2].map(|table| (table, parts(&state, table)));
            let rest_before = rest(&state);
            let happened = try_one(&mut state, &command);
            if happened.is_some() && command.undoable() {
                assert_eq!(
                    rest(&state),
                    rest_before,
                    "a step changes nothing that undo leaves alone: {command:?}"
                );
            }
            for (table, before) in before {
                if parts(&state, table) != before {
                    assert!(
                        command.undoable(),
                        "only steps change what undo gives back: {command:?}"
                    );
                    steps.entry(table).or_default().push(before);
                }
            }
        }
        let others = rest(&state);
        for table in [T1, T2] {
            let mut steps = steps.remove(&table).unwrap_or_default();
            assert_eq!(
                usize::from(state.table(table).unwrap().undoable),
                steps.len().min(100),
                "seed {seed}"
            );
            let mut done = vec![parts(&state, table)];
            while state.table(table).unwrap().undoable > 0 {
                assert!(try_one(&mut state, &Command::Undo { table }).is_some());
                invariants::hold(&state);
                let now = parts(&state, table);
                assert_eq!(Some(&now), steps.pop().as_ref(), "seed {seed}");
                done.push(now);
            }
            done.pop();
            while let Some(then) = done.pop() {
                assert!(try_one(&mut state, &Command::Redo { table }).is_some());
                assert_eq!(parts(&state, table), then, "seed {seed}");
            }
            assert_eq!(state.table(table).unwrap().redoable, 0);
        }
        assert_eq!(rest(&state), others, "seed {seed}");
    }
}

#[test]
fn the_same_set_twice_changes_nothing_more() {
    for seed in 1..40 {
        let mut random = Random::new(seed);
        let mut state = start();
        for _ in 0..250 {
            let command = random.any();
            if try_one(&mut state, &command).is_none() {
                continue;
            }
            let again = asked(&state, &command);
            match command {
                // These go further each time.
                Command::Undo { .. }
                | Command::Redo { .. }
                | Command::StartTimer { .. }
                | Command::RenewCode { .. }
                | Command::PointAt { .. }
                | Command::AddMinutes { .. } => {}
                _ => assert!(
                    again.as_ref().is_ok_and(Vec::is_empty) || again.is_err(),
                    "{command:?}: {again:?}"
                ),
            }
        }
    }
}
