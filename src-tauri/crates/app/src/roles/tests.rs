//! Who may ask what, written out.

use protocol::{Caller, Request};
use workshop::{
    Command, Context, NoteKind, Origin, PhotoOf, SeatKind, SetItem, Show, SnapshotRef, State,
    TableId, decide,
};

use super::{COMMANDS, REQUESTS, Role, for_command, for_request, may, may_command};
use crate::eyes::Eyes;

/// Commands with who may send them: the facilitator (f), the scribe of table 1 (s), and ann, a participant at table 1 with a phone
/// (p). At table 1 sit dan, who has a phone too, and bob, who has none; at table 2 cas, who has one, and eve, who has none. Things
/// are numbered: of ann, dan, bob and cas; experience 1 is private, 2 is of ann too, 5 of dan and 6 of nobody.
const COMMAND_ROWS: &str = include_str!("tests/commands.txt");

/// Requests with who may send them; beside those above a guest at table 1 (g), the projector that shows poster 1 (j), and a
/// decision maker (d).
const REQUEST_ROWS: &str = include_str!("tests/requests.txt");

/// Who may, and what.
fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().map(|row| {
        let (who, what) = row.split_once(' ').unwrap();
        (who.trim_start_matches('-'), what)
    })
}

const T1: TableId = TableId(1);
const T2: TableId = TableId(2);

fn state() -> State {
    let mut state = State::default();
    let snapshot = SnapshotRef {
        hash: "h".into(),
        name: "n".into(),
        set_name: "s".into(),
        stories: 1,
        set: vec![SetItem {
            perspective: "p1".into(),
            observations: vec!["p1.o1".into()],
        }],
    };
    let mut commands = vec![Command::CreateSession {
        name: "A".into(),
        region: "B".into(),
        own_region: None,
        date: "2026-11-22".into(),
        tables: 2,
        snapshot,
    }];
    for (who, table) in [
        ("ann", T1),
        ("bob", T1),
        ("dan", T1),
        ("left1", T1),
        ("cas", T2),
        ("eve", T2),
        ("left2", T2),
    ] {
        commands.push(Command::AddParticipant {
            id: who.into(),
            table,
            name: who.into(),
            role: None,
        });
    }
    for who in ["left1", "left2"] {
        commands.push(Command::RemoveParticipant { id: who.into() });
    }
    for (id, table, who) in [
        ("sa", T1, Some("ann")),
        ("sd", T1, Some("dan")),
        ("s1", T1, None),
        ("sc", T2, Some("cas")),
        ("s2", T2, None),
    ] {
        commands.push(Command::TakeSeat {
            id: id.into(),
            table,
            kind: who.map_or(SeatKind::Scribe, |_| SeatKind::Participant),
            participant: who.map(Into::into),
        });
    }
    for (id, table, who, private) in [
        ("e1", T1, Some("ann"), true),
        ("e2", T1, Some("ann"), false),
        ("e3", T1, Some("bob"), false),
        ("e4", T2, Some("cas"), false),
        ("e5", T1, Some("dan"), false),
        ("e6", T1, None, false),
    ] {
        commands.push(Command::WriteExperience {
            id: id.into(),
            table,
            by: who.map(Into::into),
            text: "x".into(),
            wish: String::new(),
            private,
        });
    }
    for (number, table, who) in [
        (1, T1, "ann"),
        (2, T1, "dan"),
        (3, T1, "bob"),
        (4, T2, "cas"),
    ] {
        let id = |letter: &str| format!("{letter}{number}");
        let by = Some(who.into());
        commands.extend([
            Command::AddNote {
                id: id("n").as_str().into(),
                table,
                kind: NoteKind::Surprise,
                text: "x".into(),
                origin: Origin::Table,
                by: by.clone(),
            },
            Command::AddInterpretation {
                id: id("o").as_str().into(),
                table,
                observation: "p1.o1".into(),
                text: "x".into(),
                by: by.clone(),
            },
            Command::AddIdea {
                id: id("i").as_str().into(),
                table,
                text: "x".into(),
                theme: None,
                clusters: Vec::new(),
                notes: Vec::new(),
                by: by.clone(),
            },
            Command::AddPhoto {
                id: id("f").as_str().into(),
                table,
                of: PhotoOf::Wall,
                text: String::new(),
                by,
                hash: "0".repeat(64),
                bytes: 1,
                width: 1,
                height: 1,
            },
            Command::AddCluster {
                id: id("c").as_str().into(),
                table,
                name: "x".into(),
                notes: Vec::new(),
            },
        ]);
    }
    commands.push(Command::SetScreen {
        show: Show::Poster { table: T1 },
    });
    for command in commands {
        let events = decide(&state, &command, &Context { now: 0 });
        for event in events.unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}")) {
            state.apply(state.seq() + 1, &event);
        }
    }
    state
}

fn callers() -> [(char, Caller); 6] {
    [
        ('f', Caller::Facilitator),
        ('s', Caller::Seat("s1".into())),
        ('p', Caller::Seat("sa".into())),
        ('g', Caller::Guest(T1)),
        ('j', Caller::Projector),
        ('d', Caller::DecisionMaker),
    ]
}

/// The letters of those who may.
fn those(state: &State, may: impl Fn(&Eyes) -> bool) -> String {
    let letter = |(letter, caller): &(char, Caller)| {
        let eyes = Eyes::of(caller, state).unwrap();
        may(&eyes).then_some(*letter)
    };
    callers().iter().filter_map(letter).collect()
}

fn letters(roles: &[Role]) -> String {
    let all = [
        ('f', Role::Facilitator),
        ('s', Role::Scribe),
        ('p', Role::Participant),
        ('g', Role::Guest),
        ('j', Role::Projector),
        ('d', Role::DecisionMaker),
    ];
    let letter = |(letter, role): &(char, Role)| roles.contains(role).then_some(*letter);
    all.iter().filter_map(letter).collect()
}

/// Every variant has a row, and what its rows allow together is what the table of roles says.
fn complete(names: &[(&str, &[Role])], text: &'static str) {
    for (name, roles) in names {
        let tag = format!(r#"{{"type":"{name}""#);
        let of: Vec<&str> = rows(text)
            .filter(|(_, what)| what.starts_with(&tag))
            .map(|(who, _)| who)
            .collect();
        assert!(!of.is_empty(), "{name}");
        let all = of.concat();
        let found: String = "fspgjd".chars().filter(|it| all.contains(*it)).collect();
        assert_eq!(letters(roles), found, "{name}");
    }
}

#[test]
fn nobody_sends_a_command_that_touches_another_table_or_another_person() {
    complete(COMMANDS, COMMAND_ROWS);
    let state = state();
    for (who, text) in rows(COMMAND_ROWS) {
        let command: Command =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let found = those(&state, |eyes| may_command(eyes, &state, &command));
        assert_eq!(found, who, "{text}");
        if who.is_empty() {
            assert!(for_command(&command).is_empty());
        }
    }
}

#[test]
fn nobody_asks_what_is_not_theirs() {
    complete(REQUESTS, REQUEST_ROWS);
    let state = state();
    for (who, text) in rows(REQUEST_ROWS) {
        let request: Request =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let found = those(&state, |eyes| may(eyes, Some(&state), &request));
        assert_eq!(found, who, "{text}");
        let without = those(&state, |eyes| may(eyes, None, &request));
        let roles = letters(for_request(&request));
        assert!(without.chars().all(|it| roles.contains(it)), "{text}");
    }
}

#[test]
fn what_is_not_there_is_left_to_the_rules_and_they_change_nothing() {
    let state = state();
    let gone = rows(COMMAND_ROWS).filter(|(_, text)| text.contains(r#""gone""#));
    for (_, text) in gone {
        let command: Command = serde_json::from_str(text).unwrap();
        assert!(
            decide(&state, &command, &Context { now: 0 }).is_err(),
            "{text}"
        );
    }
}

#[test]
fn names_are_those_of_the_protocol_and_each_has_an_owner() {
    for (names, generated) in [(REQUESTS, "Request.ts"), (COMMANDS, "Command.ts")] {
        let path = format!(
            "{}/../../../ui/src/generated/{generated}",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            text.matches("\"type\": \"").count(),
            names.len(),
            "{generated}"
        );
        for (name, _) in names {
            assert!(text.contains(&format!("\"type\": \"{name}\"")), "{name}");
        }
    }
}
