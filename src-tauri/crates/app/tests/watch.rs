//! What the desk watches, from given events and a given moment.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use app::watch;
use protocol::WatchItem;
use stories::{OptionId, StoryId};
use workshop::{Command, Context, SetItem, SnapshotRef, State, Step, TableId, decide};

const MINUTE: u64 = 60_000;

struct Afternoon(State);

impl Afternoon {
    fn new() -> Self {
        let set = ["p1", "p2", "p3"].map(|id| SetItem {
            perspective: id.into(),
            observations: Vec::new(),
        });
        let snapshot = SnapshotRef {
            hash: "h".into(),
            name: "n".into(),
            set_name: "s".into(),
            stories: 10,
            set: set.into(),
        };
        let create = Command::CreateSession {
            name: "A".into(),
            region: "B".into(),
            own_region: None,
            date: "2026-11-22".into(),
            tables: 2,
            snapshot,
        };
        let mut afternoon = Self(State::default());
        afternoon.at(0, create);
        afternoon
    }

    fn at(&mut self, minute: u64, command: Command) {
        for event in decide(
            &self.0,
            &command,
            &Context {
                now: minute * MINUTE,
            },
        )
        .unwrap()
        {
            self.0.apply(self.0.seq() + 1, &event);
        }
    }

    fn items(&self, minute: u64, active: u64) -> Vec<WatchItem> {
        let voices = [
            ("parents", "Ouders"),
            ("pupils", "Leerlingen"),
            ("others", "Anderen"),
        ]
        .map(|(id, label)| (OptionId::from(id), label.to_owned()));
        watch(
            &self.0,
            |table| (table == TableId(1)).then_some(active * MINUTE),
            minute * MINUTE,
            &voices,
        )
        .items
    }

    fn browse(&mut self, minute: u64) {
        self.at(
            minute,
            Command::MoveTables {
                tables: Vec::new(),
                step: Step::Browse,
            },
        );
    }

    fn read(&mut self, minute: u64, story: u32, voice: &str) {
        self.at(
            minute,
            Command::ReadStory {
                table: TableId(1),
                story: StoryId(story),
                voice: Some(voice.into()),
            },
        );
    }
}

#[test]
fn a_table_that_reads_nothing_new_is_seen_after_eight_minutes() {
    let mut afternoon = Afternoon::new();
    afternoon.browse(10);
    afternoon.read(12, 1, "parents");
    assert_eq!(afternoon.items(19, 12), []);
    assert_eq!(
        afternoon.items(20, 12),
        [WatchItem::NothingNew {
            table: TableId(1),
            minutes: 8
        }]
    );
    assert_eq!(afternoon.items(400, 12), [], "the afternoon is over");
}

#[test]
fn reading_without_notes_and_voices_that_were_not_heard() {
    let mut afternoon = Afternoon::new();
    afternoon.browse(10);
    for story in 1..=6 {
        afternoon.read(11, story, "parents");
    }
    let expected = [
        WatchItem::NoNotes {
            table: TableId(1),
            stories: 6,
        },
        WatchItem::NotHeard {
            table: TableId(1),
            voice: "Leerlingen".into(),
        },
    ];
    assert_eq!(afternoon.items(12, 11), expected);
    afternoon.read(12, 7, "pupils");
    assert_eq!(
        afternoon.items(13, 12),
        expected.map(|item| match item {
            WatchItem::NoNotes { table, .. } => WatchItem::NoNotes { table, stories: 7 },
            other => other,
        })[..1]
    );
}

#[test]
fn help_comes_first_and_time_is_told_when_it_is_nearly_up() {
    let mut afternoon = Afternoon::new();
    afternoon.at(
        1,
        Command::MoveTables {
            tables: Vec::new(),
            step: Step::Gather,
        },
    );
    afternoon.at(1, Command::StartTimer { minutes: 10 });
    afternoon.at(
        2,
        Command::AskHelp {
            table: TableId(2),
            about: "de kaartjes".into(),
        },
    );
    let help = |minutes| WatchItem::Help {
        table: TableId(2),
        minutes,
        about: "de kaartjes".into(),
    };
    assert_eq!(afternoon.items(4, 4), [help(2)]);
    let items = afternoon.items(7, 7);
    assert_eq!(items[0], help(5));
    assert!(items.contains(&WatchItem::NotChosen {
        table: TableId(1),
        chosen: 0
    }));
    assert!(items.contains(&WatchItem::Time { minutes: 4 }));
    assert!(
        afternoon
            .items(13, 13)
            .contains(&WatchItem::Time { minutes: -2 })
    );
}

#[test]
fn a_table_behind_the_room_is_named_and_progress_stays_within_a_hundred() {
    let mut afternoon = Afternoon::new();
    afternoon.browse(5);
    afternoon.at(
        6,
        Command::MoveTables {
            tables: vec![TableId(2)],
            step: Step::Gather,
        },
    );
    assert_eq!(
        afternoon.items(7, 7),
        [WatchItem::Behind {
            table: TableId(2),
            step: Step::Gather
        }]
    );
    for story in 1..60 {
        afternoon.read(7, story, "pupils");
    }
    let watch = watch(&afternoon.0, |_| None, 8 * MINUTE, &[]);
    assert_eq!(watch.tables[0].progress, [100, 60, 0, 0]);
    assert_eq!(watch.tables[0].stories, 59);
}

#[test]
fn what_does_not_show_of_a_table_on_paper_says_nothing() {
    let mut afternoon = Afternoon::new();
    afternoon.browse(10);
    for story in 1..=6 {
        afternoon.read(11, story, "parents");
    }
    assert_eq!(afternoon.items(25, 11).len(), 3);
    let paper = |paper| Command::SetPaper {
        table: TableId(1),
        paper,
    };
    afternoon.at(12, paper(true));
    assert_eq!(afternoon.items(25, 11), []);
    let help = Command::AskHelp {
        table: TableId(1),
        about: String::new(),
    };
    afternoon.at(24, help);
    assert!(matches!(
        afternoon.items(25, 11)[..],
        [WatchItem::Help { .. }]
    ));
    afternoon.at(24, paper(false));
    assert_eq!(afternoon.items(25, 11).len(), 4);
}
