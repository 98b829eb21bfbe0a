//! A small afternoon through the one door that everything goes through.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;

use app::{App, Edges, News, Order};
use protocol::{
    Caller, Delta, Failure, Home, NewSession, Push, Reply, Request, Sheet, StoryPool, StoryQuery,
};
use stories::{OptionId, PerspectiveId, StoryId};
use workshop::{Command, FieldName, NoteKind, Origin, Quote, Refusal, TableId};

const ME: Caller = Caller::Facilitator;

fn app(folder: &Path) -> App {
    static CLOCK: AtomicU64 = AtomicU64::new(1_795_345_200_000);
    let now = Box::new(|| CLOCK.fetch_add(1_000, Ordering::Relaxed));
    App::new(Edges {
        now,
        opener: None,
        dialogs: false,
        draw: Box::new(|| [7; 32]),
        folder: folder.to_owned(),
    })
}

fn house() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("ronde 1.momentopname"),
        snapshot::write(&fixture::round1(1)).unwrap(),
    )
    .unwrap();
    folder
}

fn home(reply: Reply) -> Home {
    match reply {
        Reply::Home(home) => *home,
        other => panic!("{other:?}"),
    }
}

fn begin(app: &App, folder: &Path) -> Home {
    let path = folder
        .join("ronde 1.momentopname")
        .to_string_lossy()
        .into_owned();
    let opened = home(app.call(&ME, Request::OpenSnapshot { path }));
    let own = opened
        .regions
        .iter()
        .find(|region| region.label == "Twente")
        .unwrap();
    let session = NewSession {
        name: "Twente, deel 1".into(),
        region: "Twente".into(),
        own_region: Some(own.id.clone()),
        date: "2026-11-22".into(),
        tables: 3,
    };
    home(app.call(&ME, Request::NewSession { session }))
}

fn send(app: &App, id: &str, command: Command) -> Reply {
    app.call(
        &ME,
        Request::Command {
            id: id.into(),
            command,
        },
    )
}

/// Three perspectives of the round, to choose.
fn three() -> Vec<PerspectiveId> {
    let all = fixture::round1(1).perspectives;
    all.into_iter().take(3).map(|it| it.id).collect()
}

fn field(field: FieldName, text: &str) -> Command {
    Command::SetField {
        table: TableId(1),
        field,
        text: text.into(),
        base: None,
    }
}

#[test]
fn the_same_id_gives_the_same_answer_and_never_another_body() {
    let folder = house();
    let app = app(folder.path());
    begin(&app, folder.path());
    let first = send(&app, "c1", field(FieldName::Name, "Eén hulplijn"));
    assert!(matches!(first, Reply::Done { .. }), "{first:?}");
    assert!(matches!(
        send(&app, "c2", field(FieldName::Pitch, "Bel maar")),
        Reply::Done { .. }
    ));
    assert_eq!(
        send(&app, "c1", field(FieldName::Name, "Eén hulplijn")),
        first
    );
    assert_eq!(
        send(&app, "c1", field(FieldName::Name, "Iets anders")),
        Reply::Failed(Failure::IdReused)
    );
    let refused = Reply::Failed(Failure::Refused {
        refusal: Refusal::NotThree { chosen: 0 },
    });
    assert_eq!(
        send(&app, "c3", Command::FixChoice { table: TableId(2) }),
        refused
    );
    // What was refused changed nothing: it may be asked again when it can be done.
    let table = TableId(2);
    let perspectives = three();
    let choose = Command::Choose {
        table,
        perspectives,
    };
    let chosen = send(&app, "c4", choose);
    assert!(matches!(chosen, Reply::Done { .. }), "{chosen:?}");
    let fixed = send(&app, "c3", Command::FixChoice { table });
    assert!(matches!(fixed, Reply::Done { .. }), "{fixed:?}");
    assert_eq!(
        send(&app, "no spaces", field(FieldName::Name, "x")),
        Reply::Failed(Failure::Refused {
            refusal: Refusal::BadId
        })
    );
    let twice = |text: &str| Order::new("c9".into(), field(FieldName::ForWhom, text));
    let replies = app.submit(&ME, vec![twice("a"), twice("a"), twice("b")]);
    assert_eq!(replies[0], replies[1]);
    assert_eq!(replies[2], Reply::Failed(Failure::IdReused));
}

#[test]
fn everything_is_there_again_with_the_same_screen() {
    let folder = house();
    let before = {
        let app = app(folder.path());
        begin(&app, folder.path());
        send(&app, "c1", field(FieldName::Name, "Eén hulplijn"));
        app.call(
            &ME,
            Request::Remember {
                route: "#/tafel/1".into(),
            },
        );
        app.call(&ME, Request::View)
        // Killed: nothing is closed.
    };
    let app = app(folder.path());
    app.resume(&ME);
    let found = home(app.call(&ME, Request::Home));
    assert_eq!(found.route, "#/tafel/1");
    assert!(found.snapshot.unwrap().ends_with("ronde 1.momentopname"));
    assert_eq!(found.sessions.len(), 1);
    let entities = |reply: Reply| match reply {
        Reply::View(view) => (view.seq, view.entities),
        other => panic!("{other:?}"),
    };
    assert_eq!(entities(app.call(&ME, Request::View)), entities(before));
}

#[test]
fn many_at_once_are_all_answered_and_the_deltas_have_no_gap() {
    let folder = house();
    let app = Arc::new(app(folder.path()));
    begin(&app, folder.path());
    let (wake, woken) = channel();
    let line = app
        .line(ME, Box::new(move || wake.send(()).unwrap_or_default()))
        .unwrap();
    line.call(Request::View);
    // A screen that looks whenever it is woken, while the others write.
    let listener = std::thread::spawn(move || {
        let mut heard: Vec<Delta> = Vec::new();
        let mut notes = 0;
        while notes < 200 {
            woken.recv().unwrap();
            let News::Pushes(pushes) = line.news() else {
                panic!("gone")
            };
            for push in pushes {
                if let Push::Delta(delta) = push {
                    let new = |key: &str| key.starts_with("note/");
                    notes += delta.upserts.iter().filter(|it| new(&it.key)).count();
                    heard.push(delta);
                }
            }
        }
        (heard, notes)
    });
    let threads: Vec<_> = (0..8)
        .map(|thread| {
            let app = Arc::clone(&app);
            std::thread::spawn(move || {
                for number in 0..25 {
                    let id = format!("n{thread}-{number}");
                    let table = TableId(1 + thread % 3);
                    let note = Command::AddNote {
                        id: id.as_str().into(),
                        table,
                        kind: NoteKind::Surprise,
                        text: id.clone(),
                        origin: Origin::Table,
                        by: None,
                    };
                    assert!(matches!(send(&app, &id, note), Reply::Done { .. }));
                }
            })
        })
        .collect();
    threads
        .into_iter()
        .for_each(|thread| thread.join().unwrap());
    let (heard, notes) = listener.join().unwrap();
    assert!(heard.windows(2).all(|pair| pair[0].seq == pair[1].from));
    assert_eq!(notes, 200);
}

#[test]
fn stories_are_listed_as_asked() {
    let folder = house();
    let app = app(folder.path());
    begin(&app, folder.path());
    let ask = |query: StoryQuery| match app.call(&ME, Request::Stories { query }) {
        Reply::Stories(list) => list,
        other => panic!("{other:?}"),
    };
    let all = ask(StoryQuery {
        limit: 500,
        ..StoryQuery::default()
    });
    assert_eq!((all.ids.len(), all.lines.len()), (400, 100));
    let own = ask(StoryQuery {
        own_region_first: true,
        limit: 1,
        ..StoryQuery::default()
    });
    assert!(
        own.lines[0].teller.contains(&"Twente".to_owned()),
        "{:?}",
        own.lines[0]
    );
    let Reply::Snapshot(snapshot) = app.call(&ME, Request::Snapshot) else {
        panic!()
    };
    let set = &snapshot.perspectives[0];
    let support = ask(StoryQuery {
        pool: StoryPool::Support {
            perspective: set.id.clone(),
        },
        limit: 20,
        ..StoryQuery::default()
    });
    assert_eq!(support.ids, set.support);
    let chart = &set.observations[0].chart;
    let cell = &chart.rows[0].cells[0];
    let filter = stories::Filter {
        conditions: cell.select.clone(),
        ..stories::Filter::default()
    };
    assert_eq!(
        ask(StoryQuery {
            filter,
            ..StoryQuery::default()
        })
        .ids
        .len(),
        cell.count as usize
    );
    let search = ask(StoryQuery {
        search: "juf".into(),
        limit: 5,
        ..StoryQuery::default()
    });
    assert!(!search.ids.is_empty() && search.ids.len() < 400);
    let Reply::Story(story) = app.call(
        &ME,
        Request::Story {
            id: search.ids[0],
            search: "juf".into(),
        },
    ) else {
        panic!()
    };
    assert!(!story.found.is_empty() && story.voice.is_some());
    assert!(story.chips.iter().any(|chip| chip.slider.is_some()));
    let missing = app.call(
        &ME,
        Request::Story {
            id: StoryId(999_999),
            search: String::new(),
        },
    );
    assert!(matches!(
        missing,
        Reply::Failed(Failure::NotInSnapshot { .. })
    ));
}

#[test]
fn a_poster_says_who_quotes_and_still_does_when_the_snapshot_is_gone() {
    let folder = house();
    let app = app(folder.path());
    begin(&app, folder.path());
    let Reply::Snapshot(snapshot) = app.call(&ME, Request::Snapshot) else {
        panic!()
    };
    for (number, role) in (0..).zip(["parents", "parents", "pupils", "in_school"]) {
        let id = format!("p{number}");
        let role = Some(OptionId::from(role));
        let sit = Command::AddParticipant {
            id: id.as_str().into(),
            table: TableId(1),
            name: id.clone(),
            role,
        };
        assert!(matches!(
            send(&app, &format!("c{id}"), sit),
            Reply::Done { .. }
        ));
    }
    let perspectives = three();
    send(
        &app,
        "choose",
        Command::Choose {
            table: TableId(1),
            perspectives,
        },
    );
    send(&app, "fix", Command::FixChoice { table: TableId(1) });
    let quote = Quote {
        part: "text".into(),
        start: 0,
        end: 12,
        text: "Een zin die bleef hangen.".into(),
    };
    let touched = Some(Origin::Story {
        story: snapshot.perspectives[0].support[0],
        quote: Some(quote),
        perspective: None,
    });
    send(
        &app,
        "touched",
        Command::SetTouched {
            table: TableId(1),
            touched,
        },
    );
    send(&app, "name", field(FieldName::Name, "Eén vaste hulplijn"));
    send(
        &app,
        "step",
        field(
            FieldName::FirstStep,
            "Op woensdag 6 januari belt p1 de vier directeuren.",
        ),
    );
    let poster = || Sheet::Poster {
        tables: vec![TableId(1)],
        tiles: None,
    };
    let print = || match app.call(
        &ME,
        Request::PrintSheets {
            sheets: vec![poster()],
            language: "nl".into(),
        },
    ) {
        Reply::Printed(printed) => std::fs::read(&printed.paths[0]).unwrap(),
        other => panic!("{other:?}"),
    };
    let with = print();
    assert!(with.starts_with(b"%PDF-1.7"));
    let Reply::PosterPreview(preview) = app.call(
        &ME,
        Request::PosterPreview {
            table: Some(TableId(1)),
            language: "nl".into(),
        },
    ) else {
        panic!()
    };
    assert!(preview.svg.starts_with("<svg"), "{}", &preview.svg[..60]);
    // Without the snapshot the same comes out of what the session kept.
    app.call(&ME, Request::CloseSession);
    std::fs::remove_file(folder.path().join("ronde 1.momentopname")).unwrap();
    let fresh = self::app(folder.path());
    let path = folder
        .path()
        .join("Twente, deel 1.bijeenkomst")
        .to_string_lossy()
        .into_owned();
    let opened = home(fresh.call(&ME, Request::OpenSession { path }));
    assert_eq!(opened.snapshot, None);
    assert!(matches!(
        fresh.call(&ME, Request::Snapshot),
        Reply::Failed(Failure::OtherSnapshot { .. })
    ));
    let again = fresh.call(
        &ME,
        Request::PrintSheets {
            sheets: vec![poster()],
            language: "nl".into(),
        },
    );
    let Reply::Printed(printed) = again else {
        panic!("{again:?}")
    };
    assert!(std::fs::read(&printed.paths[0]).unwrap() == with);
    assert!(
        folder
            .path()
            .join("reservekopie/Twente, deel 1.bijeenkomst")
            .exists()
    );
}

#[test]
fn nothing_open_and_wrong_files_are_told_plainly() {
    let folder = house();
    let app = app(folder.path());
    assert_eq!(
        app.call(&ME, Request::View),
        Reply::Failed(Failure::NoSession)
    );
    assert_eq!(
        app.call(&ME, Request::Snapshot),
        Reply::Failed(Failure::NoSnapshot)
    );
    let open = |path: &Path| {
        app.call(
            &ME,
            Request::OpenSession {
                path: path.to_string_lossy().into_owned(),
            },
        )
    };
    assert!(matches!(
        open(&folder.path().join("none.bijeenkomst")),
        Reply::Failed(Failure::FileMissing { .. })
    ));
    let wrong = folder.path().join("wrong.bijeenkomst");
    std::fs::write(&wrong, "hello").unwrap();
    match open(&wrong) {
        Reply::Failed(Failure::BadFile { reason, .. }) => assert_eq!(reason, "session_not_one"),
        other => panic!("{other:?}"),
    }
    let path = wrong.to_string_lossy().into_owned();
    match app.call(&ME, Request::OpenSnapshot { path }) {
        Reply::Failed(Failure::BadFile { reason, .. }) => assert_eq!(reason, "snapshot_not_one"),
        other => panic!("{other:?}"),
    }
    let home = home(app.call(&ME, Request::Home));
    assert_eq!(
        (home.snapshots.len(), home.sessions.len(), home.session),
        (1, 1, None)
    );
}

#[test]
fn a_quote_never_says_the_region_of_its_teller_nor_the_school_twice() {
    let folder = house();
    let app = app(folder.path());
    let regions: Vec<String> = begin(&app, folder.path())
        .regions
        .into_iter()
        .map(|region| region.label)
        .collect();
    for number in 1..=400 {
        let request = Request::Story {
            id: StoryId(number),
            search: String::new(),
        };
        let Reply::Story(story) = app.call(&ME, request) else {
            panic!("{number}")
        };
        let quoted = &story.quoted;
        assert!(quoted.len() <= 2, "{number}: {quoted:?}");
        assert!(
            quoted.iter().all(|words| !regions.contains(words)),
            "{number}: {quoted:?}"
        );
        if let [who, education] = quoted.as_slice() {
            assert!(
                !who.to_lowercase().contains(&education.to_lowercase()),
                "{number}: {quoted:?}"
            );
        }
    }
}
