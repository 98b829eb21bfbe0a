mod change;
mod clusters;
mod devices;
mod experiences;
mod gather;
mod ideas;
mod invariants;
mod notes;
mod people;
mod random;
mod same_time;
mod session;
mod streams;
mod undo;
mod views;

use stories::{ObservationId, PerspectiveId, StoryId};

use crate::*;

/// Two o'clock, more or less.
const NOW: u64 = 1_795_356_000_000;

const T1: TableId = TableId(1);
const T2: TableId = TableId(2);

/// Rows of a test: what went before (beside [`start`]), what is asked, what comes of it.
type Row = (Vec<Command>, Command, Result<Event, Refusal>);

/// Lets commands happen, the clock a minute further with each.
fn run(state: &mut State, commands: impl IntoIterator<Item = Command>) {
    for command in commands {
        let context = Context {
            now: NOW + state.seq() * 60_000,
        };
        match decide(state, &command, &context) {
            Ok(events) => events
                .iter()
                .for_each(|event| state.apply(state.seq() + 1, event)),
            Err(refusal) => panic!("{command:?}: {refusal:?}"),
        }
    }
}

fn given(commands: impl IntoIterator<Item = Command>) -> State {
    let mut state = start();
    run(&mut state, commands);
    state
}

/// What a command gives at [`NOW`].
fn asked(state: &State, command: &Command) -> Result<Vec<Event>, Refusal> {
    decide(state, command, &Context { now: NOW })
}

/// Each row gives exactly this event, or this refusal; and asked again, an event that sets something gives nothing more.
fn check(rows: Vec<Row>) {
    for (before, when, then) in rows {
        let state = given(before);
        assert_eq!(
            asked(&state, &when),
            then.map(|event| vec![event]),
            "{when:?}"
        );
    }
}

/// Each row changes nothing.
fn check_nothing(rows: Vec<(Vec<Command>, Command)>) {
    for (before, when) in rows {
        assert_eq!(asked(&given(before), &when), Ok(Vec::new()), "{when:?}");
    }
}

/// A session with two tables: ann and bob at the first, cas at the second.
fn start() -> State {
    let mut state = State::default();
    run(
        &mut state,
        [create(), sit("ann", T1), sit("bob", T1), sit("cas", T2)],
    );
    state
}

fn gone(what: &str) -> Refusal {
    Refusal::Gone {
        what: what.to_owned(),
    }
}

fn bounds(least: i32, most: i32) -> Refusal {
    Refusal::OutOfBounds { least, most }
}

fn ids<T: for<'a> From<&'a str>>(all: &str) -> Vec<T> {
    all.split_whitespace().map(T::from).collect()
}

fn create() -> Command {
    let item = |nth: u8| SetItem {
        perspective: PerspectiveId(format!("p{nth}")),
        observations: vec![ObservationId(format!("p{nth}.o1"))],
    };
    Command::CreateSession {
        name: "Oost-Groningen".to_owned(),
        region: "Oost-Groningen".to_owned(),
        own_region: None,
        date: "2026-11-22".to_owned(),
        tables: 2,
        snapshot: SnapshotRef {
            hash: "abc".to_owned(),
            name: "Ronde 2".to_owned(),
            set_name: "Twaalf".to_owned(),
            stories: 100,
            set: (1..=5).map(item).collect(),
        },
    }
}

fn sit(id: &str, table: TableId) -> Command {
    Command::AddParticipant {
        id: id.into(),
        table,
        name: id.to_owned(),
        role: None,
    }
}

fn note(id: &str, kind: NoteKind) -> Command {
    Command::AddNote {
        id: id.into(),
        table: T1,
        kind,
        text: format!("note {id}"),
        origin: Origin::Table,
        by: None,
    }
}

/// Surprises at the first table.
fn notes(all: &str) -> Vec<Command> {
    all.split_whitespace()
        .map(|id| note(id, NoteKind::Surprise))
        .collect()
}

fn cluster(id: &str, notes: &str) -> Command {
    Command::AddCluster {
        id: id.into(),
        table: T1,
        name: String::new(),
        notes: ids(notes),
    }
}

fn idea(id: &str, clusters: &str, notes: &str) -> Command {
    let (clusters, notes) = (ids(clusters), ids(notes));
    Command::AddIdea {
        id: id.into(),
        table: T1,
        text: format!("idea {id}"),
        theme: None,
        clusters,
        notes,
        by: None,
    }
}

fn own(id: &str) -> Command {
    Command::AddInterpretation {
        id: id.into(),
        table: T1,
        observation: "p1.o1".into(),
        text: format!("because {id}"),
        by: None,
    }
}

fn field(field: FieldName, text: &str, base: Option<u32>) -> Command {
    Command::SetField {
        table: T1,
        field,
        text: text.to_owned(),
        base,
    }
}

fn write(id: &str, table: TableId, text: &str) -> Command {
    Command::WriteExperience {
        id: id.into(),
        table,
        by: None,
        text: text.to_owned(),
        wish: String::new(),
        private: false,
    }
}

fn choose(all: &str) -> Command {
    Command::Choose {
        table: T1,
        perspectives: ids(all),
    }
}

fn vote(who: &str, all: &str) -> Command {
    Command::Vote {
        participant: who.into(),
        perspectives: ids(all),
    }
}

fn dots(who: &str, idea: &str, dots: u8) -> Command {
    Command::SetDots {
        participant: who.into(),
        idea: idea.into(),
        dots,
    }
}

fn placed(note: &str, cluster: Option<&str>, place: u32) -> Placed {
    Placed {
        note: note.into(),
        cluster: cluster.map(Into::into),
        place,
    }
}

fn story(story: u32) -> Origin {
    Origin::Story {
        story: StoryId(story),
        quote: None,
        perspective: None,
    }
}

/// Several commands, one behind the other.
fn then(all: impl IntoIterator<Item = Vec<Command>>) -> Vec<Command> {
    all.into_iter().flatten().collect()
}
