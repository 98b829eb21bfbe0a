//! Joining: every way in gives one seat, with a key that lasts.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use std::collections::BTreeSet;

use app::{Door, Key, News};
use protocol::{Caller, Failure, JoinAs, JoinView, LanWanted, Reply, Request, Seated, Sheet, Wifi};
use room::{ME, Room, T1, T2, room};
use workshop::{Command, Entity, Refusal, SeatId, SeatKind, TableId};

fn new(name: &str) -> JoinAs {
    JoinAs::New {
        name: name.into(),
        role: None,
    }
}

fn joining(room: &Room, table: TableId) -> JoinView {
    match room.ask(&Caller::Guest(table), Request::Joining) {
        Reply::Joining(view) => view,
        other => panic!("{other:?}"),
    }
}

fn counts(room: &Room) -> (usize, usize) {
    let entities = room.view(&ME).entities;
    let of = |wanted: fn(&Entity) -> bool| entities.iter().filter(|it| wanted(&it.entity)).count();
    (
        of(|it| matches!(it, Entity::Participant(_))),
        of(|it| matches!(it, Entity::Seat(_))),
    )
}

fn key(room: &Room, seated: &Seated) -> Option<Key> {
    room.app.key(&Door::Seat(seated.seat.clone()))
}

fn codes(room: &Room) -> Vec<(TableId, String, String)> {
    let wanted = LanWanted::default();
    match room.ask(&ME, Request::LanStart { wanted }) {
        Reply::Lan(view) => view
            .tables
            .into_iter()
            .map(|it| (it.table, it.code, it.link))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn someone_new_someone_known_and_a_shared_screen_get_a_seat() {
    let room = room(2);
    room.done(
        &ME,
        Command::AddParticipant {
            id: "bob".into(),
            table: T1,
            name: "Bob".into(),
            role: Some("parents".into()),
        },
    );
    let view = joining(&room, T1);
    assert_eq!(
        (view.people.len(), view.people[0].taken, view.scribes),
        (1, false, 0)
    );
    assert!(!view.roles.is_empty());
    let bob = JoinAs::Known {
        participant: "bob".into(),
    };
    let seats = [
        room.join(T1, "device-1", new("Ann")).unwrap(),
        room.join(T1, "device-2", bob.clone()).unwrap(),
        room.join(T1, "device-3", JoinAs::Scribe).unwrap(),
    ];
    let view = joining(&room, T1);
    assert!(view.people.iter().all(|person| person.taken));
    assert_eq!((view.people.len(), view.scribes), (2, 1));
    assert_eq!(joining(&room, T2).people, []);
    let keys: BTreeSet<&String> = seats.iter().map(|seated| &seated.key).collect();
    assert_eq!(keys.len(), 3);
    for seated in &seats {
        let line = room
            .app
            .line(Caller::Seat(seated.seat.clone()), Box::new(|| ()));
        assert!(line.is_some());
    }
    // A name is taken once; nothing changes by the second.
    let before = counts(&room);
    assert_eq!(
        room.join(T1, "device-4", bob.clone()),
        Err(Failure::NameTaken)
    );
    let other = room.join(T2, "device-5", bob.clone());
    assert_eq!(
        other,
        Err(Failure::Refused {
            refusal: Refusal::OtherTable
        })
    );
    let nameless = room.join(T1, "device-6", new("  "));
    assert_eq!(
        nameless,
        Err(Failure::Refused {
            refusal: Refusal::Empty
        })
    );
    assert_eq!(counts(&room), before);
    // Until the facilitator frees the place.
    room.done(
        &ME,
        Command::RemoveSeat {
            id: seats[1].seat.clone(),
        },
    );
    assert!(room.join(T1, "device-4", bob).is_ok());
    assert_eq!(key(&room, &seats[1]), None);
}

#[test]
fn who_asks_again_gets_the_same_seat_also_after_a_restart_and_nobody_else_does() {
    let mut room = room(2);
    let first = room.join(T1, "device-1", new("Ann")).unwrap();
    let before = counts(&room);
    assert_eq!(room.join(T1, "device-1", new("Ann")), Ok(first.clone()));
    assert_eq!(room.join(T1, "device-1", new("Anna")), Ok(first.clone()));
    room.restart();
    assert_eq!(room.join(T1, "device-1", new("Ann")), Ok(first.clone()));
    assert_eq!(counts(&room), before);
    // Everybody at the table sees which seats there are. That is not enough to take one.
    let stolen = room.join(T1, &first.seat.0, new("Ann")).unwrap();
    assert_ne!(
        (stolen.seat, stolen.key),
        (first.seat.clone(), first.key.clone())
    );
    let shared = room.join(T1, "device-2", JoinAs::Scribe).unwrap();
    let stolen = room.join(T1, &shared.seat.0, JoinAs::Scribe).unwrap();
    assert_ne!(stolen.key, shared.key);
    // A place that was taken away does not come back by asking again.
    room.done(&ME, Command::RemoveSeat { id: first.seat });
    assert_eq!(
        room.join(T1, "device-1", new("Ann")),
        Err(Failure::SeatGone)
    );
    assert!(room.join(T1, "device-3", new("Ann")).is_ok());
}

#[test]
fn where_there_is_no_room_for_a_device_nobody_comes_in_either() {
    let room = room(1);
    for number in 0..24 {
        let joined = room.join(T1, &format!("device-{number}"), new(&format!("P{number}")));
        assert!(joined.is_ok(), "{joined:?}");
    }
    let before = counts(&room);
    for number in 24..30 {
        let refused = room.join(T1, &format!("device-{number}"), new("Nog een"));
        let refusal = Refusal::SeatLimit { limit: 24 };
        assert_eq!(refused, Err(Failure::Refused { refusal }));
    }
    assert_eq!(counts(&room), before);
    for id in ["".to_owned(), "x".repeat(101)] {
        let refused = room.join(T1, &id, JoinAs::Scribe);
        assert_eq!(
            refused,
            Err(Failure::Refused {
                refusal: Refusal::BadId
            })
        );
    }
}

#[test]
fn two_devices_that_join_at_once_each_get_their_own() {
    let room = room(1);
    std::thread::scope(|scope| {
        for number in 0..12 {
            let room = &room;
            scope.spawn(move || {
                let id = format!("device-{}", number / 2);
                let seated = room
                    .join(T1, &id, new(&format!("P{}", number / 2)))
                    .unwrap();
                assert_eq!(room.join(T1, &id, new("x")), Ok(seated));
            });
        }
    });
    assert_eq!(counts(&room), (6, 6));
}

#[test]
fn keys_stay_after_a_restart_and_in_a_backup() {
    let mut room = room(2);
    let seated = room.join(T1, "device-1", JoinAs::Scribe).unwrap();
    let doors = [
        Door::Table(T1),
        Door::Table(T2),
        Door::Screen,
        Door::Seat(seated.seat.clone()),
    ];
    let keys = |room: &Room| doors.clone().map(|door| room.app.key(&door).unwrap());
    let first = keys(&room);
    assert_eq!(BTreeSet::from(first).len(), 4);
    let typed = codes(&room);
    room.restart();
    assert_eq!(keys(&room), first);
    assert_eq!(codes(&room), typed);
    room.app.call(&ME, Request::CloseSession);
    assert_eq!(room.app.key(&Door::Screen), None);
    let backup = room.backup().to_string_lossy().into_owned();
    room.open(&backup);
    assert_eq!(keys(&room), first);
    assert_eq!(room.join(T1, "device-1", JoinAs::Scribe).unwrap(), seated);
    // Another session has other keys.
    room.begin(2);
    assert!(
        doors
            .iter()
            .all(|door| room.app.key(door).is_none_or(|key| !first.contains(&key)))
    );
    for nowhere in [Door::Table(TableId(3)), Door::Seat("x".into())] {
        assert_eq!(room.app.key(&nowhere), None);
    }
}

#[test]
fn a_renewed_code_makes_the_old_one_worthless_while_seats_stay() {
    let room = room(12);
    let seated = room.join(T1, "device-1", JoinAs::Scribe).unwrap();
    let (guest, woken) = room.line(&Caller::Guest(T1));
    let (other, _) = room.line(&Caller::Guest(T2));
    let (seat, _) = room.line(&Caller::Seat(seated.seat.clone()));
    let (before, mine) = (codes(&room), key(&room, &seated));
    let mut known: BTreeSet<(Key, String)> = BTreeSet::new();
    for _ in 0..20 {
        let at_table = room.app.key(&Door::Table(T1)).unwrap();
        let code = codes(&room)[0].1.clone();
        assert!(known.insert((at_table, code.clone())), "{code} came before");
        room.done(&ME, Command::RenewCode { table: T1 });
        assert_ne!(room.app.table_of_code(&code), Some(T1));
        // The codes on the other sheets stay as they are printed.
        assert_eq!(codes(&room)[1..], before[1..]);
    }
    assert_eq!(key(&room, &seated), mine);
    assert!(matches!(seat.news(), News::Pushes(_)));
    // Who stands at the door with the old code is sent away before joining.
    assert!(woken.load(std::sync::atomic::Ordering::Relaxed) > 0);
    let join = || Request::Join {
        id: SeatId("device-9".into()),
        who: JoinAs::Scribe,
    };
    assert_eq!(guest.call(join()), Reply::Failed(Failure::SeatGone));
    assert_eq!(guest.news(), News::Gone);
    assert!(matches!(other.call(join()), Reply::Seated(_)));
}

#[test]
fn the_codes_of_twelve_tables_differ_and_are_typed_as_people_type() {
    let mut room = room(12);
    for _ in 0..4 {
        room.begin(12);
        let codes = codes(&room);
        let words: BTreeSet<&str> = codes.iter().map(|(_, code, _)| &code[..4]).collect();
        assert_eq!(words.len(), 12, "{codes:?}");
        for (table, code, link) in &codes {
            assert!(code.len() == 7 && code.is_ascii(), "{code}");
            assert!(
                link.starts_with(&format!("http://192.168.8.2/#{}.", table.0)),
                "{link}"
            );
            for typed in [
                code.clone(),
                code.to_lowercase(),
                code.replace(' ', ""),
                format!("  {} ", code.replace(' ', "-").to_lowercase()),
                code.replace(' ', "  "),
            ] {
                assert_eq!(room.app.table_of_code(&typed), Some(*table), "{typed}");
            }
        }
    }
    for typed in ["", " ", "KORF", "47", "KORF 477", "é"] {
        assert_eq!(room.app.table_of_code(typed), None, "{typed}");
    }
}

#[test]
fn a_device_waits_while_no_session_is_open_and_is_gone_when_its_seat_is() {
    let room = room(1);
    let ann = room.person(T1, "ann");
    let (line, _) = room.line(&ann);
    room.view(&ann);
    room.app.call(&ME, Request::CloseSession);
    assert!(matches!(line.news(), News::Pushes(_)), "not gone");
    assert_eq!(line.call(Request::View), Reply::Failed(Failure::NoSession));
    assert_eq!(
        room.send(&ann, Command::Undo { table: T1 }),
        Reply::Failed(Failure::NoSession)
    );
    room.open(&room.path);
    assert_eq!(line.news(), News::Pushes(vec![protocol::Push::Opened]));
    assert!(matches!(line.call(Request::View), Reply::View(_)));
    let Caller::Seat(seat) = ann.clone() else {
        panic!()
    };
    room.done(&ME, Command::RemoveSeat { id: seat });
    assert_eq!(line.news(), News::Gone);
    for request in [Request::View, Request::Snapshot] {
        assert_eq!(line.call(request), Reply::Failed(Failure::SeatGone));
    }
    assert_eq!(
        room.send(&ann, Command::Undo { table: T1 }),
        Reply::Failed(Failure::SeatGone)
    );
    assert!(room.app.line(ann, Box::new(|| ())).is_none());
}

#[test]
fn only_joining_makes_seats() {
    let room = room(1);
    let take = Command::TakeSeat {
        id: "s1".into(),
        table: T1,
        kind: SeatKind::Scribe,
        participant: None,
    };
    let guest = Caller::Guest(T1);
    for caller in [&ME, &guest, &Caller::Projector, &room.scribe(T1, "tablet")] {
        assert_eq!(
            room.send(caller, take.clone()),
            Reply::Failed(Failure::NotAllowed)
        );
    }
    for request in [
        Request::View,
        Request::Snapshot,
        Request::Screen,
        Request::Lan,
    ] {
        assert_eq!(room.fails(&guest, request), Failure::NotAllowed);
    }
    assert_eq!(room.fails(&ME, Request::Joining), Failure::NotAllowed);
}

#[test]
fn join_sheets_are_shown_and_printed_while_the_lan_is_on() {
    let room = room(3);
    let language = || "nl".to_owned();
    let (preview, print) = (
        |table| Request::SheetPreview {
            sheet: Sheet::Join {
                tables: vec![TableId(table)],
            },
            from: 0,
            count: 1,
            language: language(),
        },
        || Request::PrintSheets {
            sheets: vec![Sheet::Join { tables: Vec::new() }],
            language: language(),
        },
    );
    assert_eq!(room.fails(&ME, preview(1)), Failure::LanOff);
    assert_eq!(room.fails(&ME, print()), Failure::LanOff);
    codes(&room);
    let sheet = |table| match room.ask(&ME, preview(table)) {
        Reply::SheetPages(shown) => {
            assert_eq!(shown.of, 1);
            shown.pages[0].svg.clone()
        }
        other => panic!("{other:?}"),
    };
    let without = sheet(1);
    assert!(without.starts_with("<svg") && without != sheet(2));
    let wifi = Wifi {
        name: "Regiotafel".into(),
        password: "samen 26".into(),
    };
    room.ask(&ME, Request::SetWifi { wifi });
    assert_ne!(sheet(1), without);
    let gone = Failure::Refused {
        refusal: Refusal::Gone {
            what: "table".into(),
        },
    };
    assert_eq!(room.fails(&ME, preview(9)), gone);
    let Reply::Printed(printed) = room.ask(&ME, print()) else {
        panic!()
    };
    let [path] = printed.paths.as_slice() else {
        panic!("{printed:?}")
    };
    assert!(path.ends_with("deelnemen.pdf"), "{path}");
    let pdf = std::fs::read(path).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let shown = room.ask(&ME, Request::Sheet { path: path.clone() });
    assert!(matches!(shown, Reply::Sheet { .. }), "{shown:?}");
    let wifi = Wifi {
        name: "x".repeat(33),
        password: String::new(),
    };
    let refusal = Refusal::TooLong { most: 32 };
    assert_eq!(
        room.fails(&ME, Request::SetWifi { wifi }),
        Failure::Refused { refusal }
    );
}
