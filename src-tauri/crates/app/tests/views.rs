//! What each screen sees: never what is hidden from it, and by deltas the same as by a view, from any point.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use app::{Line, News};
use protocol::{Caller, Failure, Push, Reply, Request};
use room::random::Random;
use room::screen::{Screen, expected, map};
use room::{ME, Room, T1, T2, follow, room};
use stories::StoryId;
use workshop::{Command, Origin, Show};

/// A screen with its line, and views that it had before.
struct Watcher {
    caller: Caller,
    line: Option<Line>,
    screen: Screen,
    before: Vec<Screen>,
    gone: bool,
}

impl Watcher {
    fn new(room: &Room, caller: Caller) -> Self {
        let mut watcher = Self {
            line: Some(room.line(&caller).0),
            caller,
            screen: Screen::default(),
            before: Vec::new(),
            gone: false,
        };
        watcher.asks();
        watcher
    }

    fn asks(&mut self) {
        let question = self.screen.question();
        let run = self.screen.at.clone().map(|(_, run)| run);
        match self.line.as_ref().unwrap().call(question) {
            Reply::View(view) => assert!(self.screen.view(view)),
            Reply::Delta(delta) => assert!(self.screen.delta(delta, &run.unwrap())),
            other => panic!("{other:?}"),
        }
    }

    /// Takes all that is new.
    fn looks(&mut self) {
        loop {
            let News::Pushes(pushes) = self.line.as_ref().unwrap().news() else {
                self.gone = true;
                return;
            };
            let mut again = false;
            for push in pushes {
                match push {
                    Push::Delta(delta) => assert!(self.screen.heard(delta)),
                    Push::Opened => {
                        self.screen.forget();
                        self.asks();
                        again = true;
                    }
                    _ => {}
                }
            }
            if !again {
                return;
            }
        }
    }
}

#[test]
fn deltas_make_what_a_view_says_and_never_more_than_may_be_seen() {
    let mut checks = 0;
    for seed in 1..=10 {
        let random = &mut Random::new(seed);
        let mut room = room(2);
        room.done(
            &ME,
            Command::AddParticipant {
                id: "eve".into(),
                table: T1,
                name: "eve".into(),
                role: None,
            },
        );
        let callers = [
            ME,
            Caller::Projector,
            room.person(T1, "ann"),
            room.person(T1, "bob"),
            room.person(T2, "cas"),
            room.scribe(T1, "tablet-1"),
            room.scribe(T2, "tablet-2"),
        ];
        let mut subjects = room.subjects(&callers, ["ann", "bob", "cas", "eve"], &seed.to_string());
        let mut watchers: Vec<Watcher> = callers
            .iter()
            .map(|caller| Watcher::new(&room, caller.clone()))
            .collect();
        let mut state = room.written();
        for step in 0..220 {
            let (table, person) = (random.of(&subjects.tables), random.of(&subjects.people));
            let command = match random.below(9) {
                0 | 1 => subjects.leading(random),
                2..=5 => subjects.personal(random, table, &person),
                _ => subjects.shared(random, table),
            };
            let now = room.now.load(std::sync::atomic::Ordering::Relaxed);
            if matches!(room.send(&ME, command.clone()), Reply::Done { .. }) {
                follow(&mut state, &command, now);
            }
            // Who lost the device takes another now and then.
            if random.once_in(12) {
                let (table, person) = (random.of(&[T1, T2]), random.of(&subjects.people));
                let again = room.again(&mut state, table, &format!("again-{step}"), Some(&person));
                if let Some(seat) = again {
                    let caller = Caller::Seat(seat.clone());
                    subjects.seats.push(seat);
                    watchers.push(Watcher::new(&room, caller));
                }
            }
            if random.once_in(70) {
                watchers.iter_mut().for_each(|watcher| watcher.line = None);
                room.restart();
                for watcher in &mut watchers {
                    watcher.line = room.app.line(watcher.caller.clone(), Box::new(|| ()));
                    watcher.gone = watcher.line.is_none();
                    if !watcher.gone {
                        watcher.screen.cut();
                        watcher.asks();
                    }
                }
            }
            for watcher in &mut watchers {
                let seated = match &watcher.caller {
                    Caller::Seat(seat) => state.seat(seat).is_some(),
                    _ => true,
                };
                if watcher.gone || !random.once_in(3) {
                    continue;
                }
                let about = format!(
                    "seed {seed}, step {step}, {:?}, {command:?}",
                    watcher.caller
                );
                watcher.looks();
                assert_eq!(watcher.gone, !seated, "{about}");
                if watcher.gone {
                    continue;
                }
                let wanted = expected(&state, &watcher.caller);
                assert_eq!(map(room.view(&watcher.caller).entities), wanted, "{about}");
                assert_eq!(watcher.screen.entities, wanted, "{about}");
                // The same from any point before.
                if !watcher.before.is_empty() {
                    let mut old = random.of(&watcher.before);
                    let run = old.at.clone().unwrap().1;
                    match room.ask(&watcher.caller, old.question()) {
                        Reply::Delta(delta) => {
                            for entry in &delta.upserts {
                                assert_eq!(wanted.get(&entry.key), Some(&entry.entity), "{about}");
                            }
                            assert!(old.delta(delta, &run), "{about}");
                        }
                        Reply::View(view) => assert!(old.view(view), "{about}"),
                        other => panic!("{other:?}"),
                    }
                    assert_eq!(old.entities, wanted, "{about}");
                }
                if random.once_in(4) {
                    watcher.before.push(watcher.screen.clone());
                }
                checks += 1;
            }
        }
    }
    assert!(checks > 3_000, "{checks} checks");
}

fn write(room: &Room, caller: &Caller, id: &str, private: bool) {
    let command = Command::WriteExperience {
        id: id.into(),
        table: T1,
        by: Some(room.me(caller)),
        text: "Niemand belde terug".into(),
        wish: String::new(),
        private,
    };
    room.done(caller, command);
}

#[test]
fn what_is_private_is_nowhere_but_with_its_writer() {
    let room = room(2);
    let (ann, bob) = (room.person(T1, "ann"), room.person(T1, "bob"));
    let tablet = room.scribe(T1, "tablet");
    write(&room, &ann, "e1", false);
    let experience = Origin::Experience {
        experience: "e1".into(),
    };
    let touched = Command::SetTouched {
        table: T1,
        touched: Some(experience),
    };
    room.done(&tablet, touched.clone());
    let everywhere = |caller: &Caller| {
        let mut all = format!("{:?}", room.view(caller));
        let since = Request::Since {
            seq: 0,
            run: room.view(caller).run,
        };
        all += &format!("{:?}", room.app.call(caller, since));
        for request in [
            Request::Watch,
            Request::Advice {
                table: T1,
                language: "nl".into(),
            },
        ] {
            all += &format!("{:?}", room.app.call(caller, request));
        }
        all.contains("belde terug")
    };
    let poster = |caller: &Caller| {
        let request = Request::PosterPreview {
            table: Some(T1),
            language: "nl".into(),
        };
        match room.ask(caller, request) {
            Reply::PosterPreview(preview) => preview.svg,
            other => panic!("{other:?}"),
        }
    };
    for caller in [&ME, &ann, &bob, &tablet] {
        assert!(everywhere(caller), "{caller:?}");
    }
    let quoted = poster(&tablet);
    let keep = |shown| Command::ShowExperience {
        id: "e1".into(),
        shown,
    };
    room.done(&ann, keep(false));
    assert!(everywhere(&ann));
    for caller in [&ME, &bob, &tablet, &Caller::Projector] {
        assert!(!everywhere(caller), "{caller:?}");
    }
    let unquoted = poster(&tablet);
    assert_ne!(quoted, unquoted, "a poster does not quote what is private");
    assert_eq!(poster(&ME), unquoted);
    room.done(&ann, keep(true));
    assert_eq!(poster(&tablet), quoted);
    // What is private cannot be chosen for a poster, by nobody.
    room.done(
        &tablet,
        Command::SetTouched {
            table: T1,
            touched: None,
        },
    );
    room.done(&ann, keep(false));
    for caller in [&ME, &tablet] {
        let reply = room.send(caller, touched.clone());
        assert!(
            matches!(reply, Reply::Failed(Failure::Refused { .. })),
            "{reply:?}"
        );
    }
}

#[test]
fn the_projector_gets_the_poster_that_is_shown_and_no_other() {
    let room = room(2);
    let preview = |table| Request::PosterPreview {
        table: Some(table),
        language: "nl".into(),
    };
    let beam = Caller::Projector;
    assert_eq!(room.fails(&beam, preview(T1)), Failure::NotAllowed);
    let show = |show| room.done(&ME, Command::SetScreen { show });
    show(Show::Poster { table: T1 });
    room.ask(&beam, preview(T1));
    assert_eq!(room.fails(&beam, preview(T2)), Failure::NotAllowed);
    show(Show::Welcome);
    assert_eq!(room.fails(&beam, preview(T1)), Failure::NotAllowed);
}

#[test]
fn what_a_device_sent_before_is_answered_as_before_whatever_happened_since() {
    let room = room(2);
    let (ann, tablet) = (room.person(T1, "ann"), room.scribe(T1, "tablet"));
    let note = |id: &str| Command::AddNote {
        id: id.into(),
        table: T1,
        kind: workshop::NoteKind::Surprise,
        text: id.into(),
        origin: Origin::Table,
        by: Some(room.me(&ann)),
    };
    let ask = |id: &str, command: Command| {
        let id = id.into();
        room.app.call(&ann, Request::Command { id, command })
    };
    let (added, removed) = (
        ask("c1", note("n1")),
        ask("c2", Command::RemoveNote { id: "n1".into() }),
    );
    assert!(matches!(removed, Reply::Done { .. }), "{removed:?}");
    assert_eq!(ask("c2", Command::RemoveNote { id: "n1".into() }), removed);
    // What somebody else took away is gone; that is no question of who may.
    room.done(&ann, note("n2"));
    room.done(&tablet, Command::RemoveNote { id: "n2".into() });
    let change = Command::ChangeNote {
        id: "n2".into(),
        kind: workshop::NoteKind::Surprise,
        text: "x".into(),
        was: None,
    };
    let reply = ask("c3", change);
    assert!(
        matches!(reply, Reply::Failed(Failure::Refused { .. })),
        "{reply:?}"
    );
    room.done(
        &ME,
        Command::MoveParticipant {
            id: room.me(&ann),
            table: T2,
        },
    );
    assert_eq!(ask("c1", note("n1")), added, "also from another table");
    assert_eq!(ask("c4", note("n4")), Reply::Failed(Failure::NotAllowed));
    let read = Command::ReadStory {
        table: T2,
        story: StoryId(1),
        voice: None,
    };
    assert!(matches!(ask("c5", read), Reply::Done { .. }));
}

#[test]
fn commands_that_go_together_are_allowed_in_their_order() {
    let room = room(1);
    let ann = room.person(T1, "ann");
    let note = Command::AddNote {
        id: "n1".into(),
        table: T1,
        kind: workshop::NoteKind::Surprise,
        text: "a".into(),
        origin: Origin::Table,
        by: Some(room.me(&ann)),
    };
    let change = |text: &str| Command::ChangeNote {
        id: "n1".into(),
        kind: workshop::NoteKind::Challenge,
        text: text.into(),
        was: None,
    };
    let order = |id: &str, command| app::Order::new(id.into(), command);
    let (line, _) = room.line(&ann);
    let replies = line.submit(vec![
        order("c1", note),
        order("c2", change("b")),
        order("c3", Command::RemoveNote { id: "n1".into() }),
    ]);
    assert!(
        replies.iter().all(|it| matches!(it, Reply::Done { .. })),
        "{replies:?}"
    );
}
