//! What a connected screen hears, and when.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use app::{Line, News};
use protocol::{Caller, Delta, Failure, Push, Reply, Request, Sheet, Typist};
use room::{ME, Room, T1, T2, room};
use workshop::{Command, Entity, FieldName, NoteKind, Origin, TableId};

fn pushes(line: &Line) -> Vec<Push> {
    match line.news() {
        News::Pushes(pushes) => pushes,
        News::Gone => panic!("gone"),
    }
}

/// What is new of the session alone.
fn deltas(line: &Line) -> Vec<Delta> {
    let delta = |push| match push {
        Push::Delta(delta) => Some(delta),
        _ => None,
    };
    pushes(line).into_iter().filter_map(delta).collect()
}

fn typing(line: &Line) -> Option<Vec<Typist>> {
    let typing = |push| match push {
        Push::Typing(typing) => Some(typing),
        _ => None,
    };
    pushes(line).into_iter().find_map(typing)
}

fn types(line: &Line, table: TableId, place: Option<&str>) -> Reply {
    let place = place.map(str::to_owned);
    line.call(Request::Typing { table, place })
}

fn note(room: &Room, id: &str, table: TableId) {
    let command = Command::AddNote {
        id: id.into(),
        table,
        kind: NoteKind::Surprise,
        text: id.into(),
        origin: Origin::Table,
        by: None,
    };
    room.done(&ME, command);
}

/// A line that has looked.
fn looked(room: &Room, caller: &Caller) -> Line {
    let (line, _) = room.line(caller);
    assert!(matches!(line.call(Request::View), Reply::View(_)));
    line
}

#[test]
fn a_slow_screen_gets_all_that_it_missed_at_once() {
    let room = room(2);
    let tablet = room.scribe(T1, "tablet");
    let (line, woken) = room.line(&tablet);
    note(&room, "n0", T1);
    assert_eq!(
        deltas(&line),
        [],
        "before it has a view there is nothing to add to"
    );
    let Reply::View(view) = line.call(Request::View) else {
        panic!()
    };
    let before = woken.load(Ordering::Relaxed);
    for number in 1..=50 {
        note(&room, &format!("n{number}"), T1);
        room.done(
            &ME,
            Command::SetField {
                table: T1,
                field: FieldName::Name,
                text: format!("naam {number}"),
                base: None,
            },
        );
    }
    assert!(woken.load(Ordering::Relaxed) >= before + 100);
    let all = deltas(&line);
    let [delta] = all.as_slice() else {
        panic!("{} deltas", all.len())
    };
    assert_eq!(delta.from, view.seq);
    let notes = delta
        .upserts
        .iter()
        .filter(|it| it.key.starts_with("note/"));
    assert_eq!(notes.count(), 50);
    let fields = delta
        .upserts
        .iter()
        .filter(|it| matches!(&it.entity, Entity::Field(it) if it.version == 50));
    assert_eq!((fields.count(), delta.upserts.len()), (1, 52));
    assert_eq!(deltas(&line), []);
    // What happens at another table is no news here, and leaves no gap.
    note(&room, "elsewhere", T2);
    assert_eq!(deltas(&line), []);
    note(&room, "here", T1);
    assert_eq!(deltas(&line)[0].from, delta.seq);
}

#[test]
fn typing_appears_at_the_table_and_at_the_desk_and_vanishes() {
    let room = room(2);
    let ann = room.person(T1, "ann");
    let (typist, _) = room.line(&ann);
    let (same, _) = room.line(&ann);
    let (near, woken) = room.line(&room.scribe(T1, "tablet-1"));
    let (far, _) = room.line(&room.scribe(T2, "tablet-2"));
    let (desk, _) = room.line(&ME);
    let (beam, _) = room.line(&Caller::Projector);
    let (door, _) = room.line(&Caller::Guest(T1));
    for line in [&typist, &same, &near, &far, &desk, &beam, &door] {
        pushes(line);
    }
    assert!(matches!(
        types(&typist, T1, Some("field/1/name")),
        Reply::Done { .. }
    ));
    let Caller::Seat(seat) = ann.clone() else {
        panic!()
    };
    let ann_types = vec![Typist {
        table: T1,
        place: "field/1/name".into(),
        seat: Some(seat),
        name: "ann".into(),
    }];
    assert_eq!(typing(&near), Some(ann_types.clone()));
    assert_eq!(typing(&desk), Some(ann_types.clone()));
    for line in [&typist, &same, &far, &beam, &door] {
        assert_eq!(typing(line), None, "{:?}", line.caller());
    }
    // Said again it stays, and wakes nobody.
    let before = woken.load(Ordering::Relaxed);
    room.now.fetch_add(5_000, Ordering::Relaxed);
    types(&typist, T1, Some("field/1/name"));
    assert_eq!(woken.load(Ordering::Relaxed), before);
    room.now.fetch_add(5_000, Ordering::Relaxed);
    assert_eq!(typing(&near), None);
    // Who comes later hears who types.
    let (late, _) = room.line(&room.scribe(T1, "tablet-3"));
    assert_eq!(typing(&late), Some(ann_types));
    types(&typist, T1, None);
    assert_eq!(typing(&near), Some(Vec::new()));
    assert_eq!(typing(&desk), Some(Vec::new()));
    // Who is cut off no longer types.
    types(&typist, T1, Some("note/n1"));
    assert_eq!(typing(&near).unwrap().len(), 1);
    drop(typist);
    assert_eq!(typing(&near), Some(Vec::new()));
    // Two windows of the laptop see each other.
    let (window, _) = room.line(&ME);
    types(&desk, T2, Some("field/2/pitch"));
    assert_eq!(typing(&desk), None);
    assert_eq!(typing(&window).unwrap()[0].seat, None);
    // Nobody types at another table, and nothing of any length.
    assert_eq!(
        types(&near, T2, Some("x")),
        Reply::Failed(Failure::NotAllowed)
    );
    assert_eq!(
        types(&door, T1, Some("x")),
        Reply::Failed(Failure::NotAllowed)
    );
    types(&near, T1, Some(&"x".repeat(81)));
    assert_eq!(typing(&same), None);
}

#[test]
fn who_falls_silent_no_longer_types_and_the_others_are_woken_for_it() {
    let room = room(1);
    let (typist, _) = room.line(&room.person(T1, "ann"));
    let (near, woken) = room.line(&room.scribe(T1, "tablet"));
    types(&typist, T1, Some("field/1/name"));
    assert_eq!(typing(&near).unwrap().len(), 1);
    let before = woken.load(Ordering::Relaxed);
    room.now.fetch_add(7_000, Ordering::Relaxed);
    let patience = Instant::now() + Duration::from_secs(20);
    while woken.load(Ordering::Relaxed) == before {
        assert!(Instant::now() < patience, "nobody was woken");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(typing(&near), Some(Vec::new()));
}

#[test]
fn who_comes_to_another_table_looks_anew_and_hears_nothing_of_the_first() {
    let room = room(2);
    let (ann, tablet) = (room.person(T1, "ann"), room.scribe(T1, "tablet"));
    let (phone, shared) = (looked(&room, &ann), looked(&room, &tablet));
    let (first, second) = (
        looked(&room, &room.scribe(T1, "first")),
        looked(&room, &room.scribe(T2, "second")),
    );
    types(&first, T1, Some("field/1/name"));
    for line in [&phone, &shared, &first, &second] {
        pushes(line);
    }
    let run = room.view(&ann).run;
    let at = room.view(&ann).seq;
    let me = room.me(&ann);
    room.done(&ME, Command::MoveParticipant { id: me, table: T2 });
    let Caller::Seat(seat) = tablet else { panic!() };
    room.done(
        &ME,
        Command::MoveSeat {
            id: seat,
            table: T2,
        },
    );
    note(&room, "n1", T1);
    for line in [&phone, &shared] {
        let news = pushes(line);
        assert_eq!(
            news,
            [Push::Opened, Push::Typing(Vec::new())],
            "{:?}",
            line.caller()
        );
        assert_eq!(pushes(line), [], "once");
        // Since then only a view says what there is.
        let since = Request::Since {
            seq: at,
            run: run.clone(),
        };
        let Reply::View(view) = line.call(since) else {
            panic!()
        };
        assert!(
            view.entities
                .iter()
                .all(|it| it.key != "note/n1" && it.key != "table/1")
        );
        room.done(
            &ME,
            Command::AskHelp {
                table: T2,
                about: String::new(),
            },
        );
        room.done(&ME, Command::EndHelp { table: T2 });
        assert_eq!(deltas(line).len(), 1);
    }
    let went = deltas(&first);
    for sort in ["participant/", "seat/"] {
        assert!(
            went[0].removals.iter().any(|key| key.starts_with(sort)),
            "{sort}"
        );
    }
    let came = deltas(&second);
    assert!(came[0].upserts.iter().any(|it| it.key.starts_with("seat/")));
}

#[test]
fn a_view_that_was_overtaken_by_a_move_is_told_of_it() {
    let room = room(2);
    let ann = room.person(T1, "ann");
    let me = room.me(&ann);
    let (line, _) = room.line(&ann);
    // The move comes after the view was made; the line hears of it although it never was at the first table for long.
    line.call(Request::View);
    let there = |table| Command::MoveParticipant {
        id: me.clone(),
        table,
    };
    room.done(&ME, there(T2));
    room.done(&ME, there(T1));
    assert_eq!(
        pushes(&line),
        [Push::Opened],
        "there and back is a move too"
    );
}

#[test]
fn a_seat_that_is_taken_away_is_gone_and_the_others_stay() {
    let room = room(1);
    let (ann, tablet) = (room.person(T1, "ann"), room.scribe(T1, "tablet"));
    let (phone, shared) = (looked(&room, &ann), looked(&room, &tablet));
    let Caller::Seat(seat) = ann else { panic!() };
    room.done(&ME, Command::RemoveSeat { id: seat });
    assert_eq!(phone.news(), News::Gone);
    assert_eq!(phone.call(Request::View), Reply::Failed(Failure::SeatGone));
    assert_eq!(
        types(&phone, T1, Some("x")),
        Reply::Failed(Failure::SeatGone)
    );
    assert!(
        deltas(&shared)[0]
            .removals
            .iter()
            .any(|key| key.starts_with("seat/"))
    );
    // Who leaves loses the device too.
    let bob = room.person(T1, "bob");
    let phone = looked(&room, &bob);
    let id = room.me(&bob);
    room.done(&ME, Command::RemoveParticipant { id });
    assert_eq!(phone.news(), News::Gone);
}

#[test]
fn everybody_hears_that_another_session_is_open_and_nothing_of_the_old_numbers() {
    let mut room = room(1);
    let (desk, beam) = (looked(&room, &ME), looked(&room, &Caller::Projector));
    let door = room.line(&Caller::Guest(T1)).0;
    let Reply::View(old) = desk.call(Request::View) else {
        panic!()
    };
    note(&room, "n1", T1);
    room.begin(2);
    for line in [&desk, &beam] {
        let news = pushes(line);
        assert!(news.contains(&Push::Opened), "{news:?}");
        assert!(
            !news.iter().any(|it| matches!(it, Push::Delta(_))),
            "{news:?}"
        );
    }
    assert_eq!(door.news(), News::Gone, "a code is of its own session");
    let since = Request::Since {
        seq: old.seq,
        run: old.run,
    };
    assert!(matches!(desk.call(since), Reply::View(_)));
    note(&room, "n2", T1);
    assert_eq!(deltas(&desk).len(), 1);
}

#[test]
fn the_desk_hears_of_devices_addresses_and_progress_and_tables_only_of_addresses() {
    let room = room(1);
    let (desk, tablet) = (
        looked(&room, &ME),
        looked(&room, &room.scribe(T1, "tablet")),
    );
    let beam = looked(&room, &Caller::Projector);
    for line in [&desk, &tablet, &beam] {
        pushes(line);
    }
    let late = room.line(&room.person(T1, "ann")).0;
    assert!(pushes(&desk).contains(&Push::Lan) && pushes(&beam).contains(&Push::Lan));
    assert!(!pushes(&tablet).contains(&Push::Lan));
    assert_eq!(pushes(&late), []);
    room.app.reached_at(vec!["192.168.8.9".into()]);
    let addresses = Push::Addresses(vec!["192.168.8.9".into()]);
    assert_eq!(pushes(&tablet), std::slice::from_ref(&addresses));
    assert_eq!(pushes(&tablet), []);
    let print = Request::PrintSheets {
        sheets: vec![Sheet::BlankPoster { tiles: None }],
        language: "nl".into(),
    };
    room.ask(&ME, print);
    let done = |news: Vec<Push>| {
        news.iter()
            .any(|it| matches!(it, Push::Progress { done: 1, of: 1, .. }))
    };
    assert!(done(pushes(&desk)));
    assert!(!done(pushes(&tablet)) && !done(pushes(&beam)));
    let late = room.line(&ME).0;
    assert!(!done(pushes(&late)), "what is over is not told again");
    let after = room.line(&Caller::Projector).0;
    assert_eq!(pushes(&after), [addresses]);
}

#[test]
fn who_is_answered_lacks_nothing_up_to_then_even_where_it_may_not_see_it() {
    let room = room(2);
    let ada = room.person(T1, "ada");
    let line = looked(&room, &ada);
    // What another table does is nothing new here, and yet the numbers go on.
    note(&room, "elders", T2);
    assert!(deltas(&line).is_empty());
    note(&room, "hier", T1);
    note(&room, "daar", T2);
    let Some(Push::Delta(delta)) = line.whole() else {
        panic!("nothing was said");
    };
    let notes = delta
        .upserts
        .iter()
        .filter_map(|entry| match &entry.entity {
            Entity::Note(note) => Some(note.text.as_str()),
            _ => None,
        });
    assert_eq!(notes.collect::<Vec<_>>(), ["hier"]);
    assert_eq!(delta.seq, room.view(&ME).seq);
    assert_eq!(line.whole(), None);
    note(&room, "weer-daar", T2);
    let Some(Push::Delta(delta)) = line.whole() else {
        panic!("nothing was said");
    };
    assert!(delta.upserts.is_empty() && delta.removals.is_empty());
}

/// Whoever holds the state while it asks for the state again waits for a writer that waits for it.
#[test]
fn screens_and_joining_never_hold_up_who_writes() {
    let room = room(2);
    room.ask(
        &ME,
        Request::LanStart {
            wanted: protocol::LanWanted::default(),
        },
    );
    let (app, done) = (std::sync::Arc::clone(&room.app), std::sync::mpsc::channel());
    let (told, finished) = done;
    let readers: Vec<_> = (0..3)
        .map(|_| {
            let (app, told) = (std::sync::Arc::clone(&app), told.clone());
            std::thread::spawn(move || {
                for _ in 0..60 {
                    for request in [Request::Screen, Request::Lan] {
                        assert!(!matches!(app.call(&ME, request), Reply::Failed(_)));
                    }
                    let guest = Caller::Guest(T1);
                    assert!(matches!(
                        app.call(&guest, Request::Joining),
                        Reply::Joining(_)
                    ));
                }
                told.send(()).unwrap();
            })
        })
        .collect();
    let writer = std::thread::spawn(move || {
        for number in 0..200 {
            note(&room, &format!("n{number}"), T1);
        }
        told.send(()).unwrap();
    });
    for _ in 0..4 {
        finished
            .recv_timeout(Duration::from_secs(60))
            .expect("somebody waits for ever");
    }
    readers
        .into_iter()
        .chain([writer])
        .for_each(|thread| thread.join().unwrap());
}
