//! Commands with their times, put in order and tried out.

use std::collections::BTreeSet;

use serde::Serialize;
use stories::Library;
use workshop::{Command, Context, Refusal, SetItem, SnapshotRef, State, TableId, decide};

use crate::dice::Dice;

/// Noon on the day of the afternoon, in the Netherlands.
const NOON: u64 = 1_795_345_200_000;
/// The steps begin so many minutes after noon.
pub const OWN: u64 = 0;
pub const GATHER: u64 = 25;
pub const BROWSE: u64 = 70;
pub const CONVERGE: u64 = 115;
pub const CHANGE: u64 = 145;

/// Commands with their times.
pub struct Script<'a> {
    pub library: &'a Library,
    /// The passages that were quoted: nobody marks the same one twice.
    pub quoted: BTreeSet<String>,
    entries: Vec<Entry>,
}

struct Entry {
    at: u64,
    command: Command,
    /// The refusal that is meant, by its code.
    meant: Option<&'static str>,
}

/// One table that writes, at its own pace.
pub struct Pen<'s, 'a> {
    pub script: &'s mut Script<'a>,
    pub table: TableId,
    pub dice: Dice,
    now: u64,
    started: u64,
    /// When it must be done.
    ends: u64,
    first: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    at: u64,
    command: &'a Command,
}

impl<'a> Script<'a> {
    pub fn new(library: &'a Library) -> Self {
        Self {
            library,
            quoted: BTreeSet::new(),
            entries: Vec::new(),
        }
    }

    /// The facilitator does something, so many seconds after noon (which may be before it).
    pub fn room(&mut self, second: i64, command: Command) {
        let at = NOON
            .checked_add_signed(second * 1000)
            .expect("a time of this day");
        self.entries.push(Entry {
            at,
            command,
            meant: None,
        });
    }

    /// A table begins to do something, some minutes after noon, and takes so many minutes for it.
    pub fn pen(&mut self, number: u8, minute: u64, minutes: u64) -> Pen<'_, 'a> {
        let mut dice = Dice::new(u64::from(number) * 1000 + minute);
        let started = NOON + minute * 60_000 + 20_000 + dice.roll() % 40_000;
        let ends = NOON + (minute + minutes) * 60_000 - dice.roll() % (minutes * 9_000);
        let first = self.entries.len();
        Pen {
            script: self,
            table: TableId(number),
            dice,
            now: started,
            started,
            ends,
            first,
        }
    }

    /// All lines, after trying them out: what is not meant to be refused is not.
    pub fn lines(mut self) -> String {
        self.entries.sort_by_key(|entry| entry.at);
        let mut state = State::default();
        let create = Command::CreateSession {
            name: "Oost-Groningen".into(),
            region: "Oost-Groningen".into(),
            own_region: None,
            date: "2026-11-22".into(),
            tables: 6,
            snapshot: self.reference(),
        };
        run(&mut state, &create, NOON).expect("the session begins");
        let mut lines = String::new();
        let mut refused = 0;
        for (number, entry) in self.entries.iter_mut().enumerate() {
            let stale = entry.meant == Some("field_changed");
            if let Command::SetField {
                table, field, base, ..
            } = &mut entry.command
            {
                let version = state.field(*table, *field).map_or(0, |field| field.version);
                *base = Some(if stale {
                    version.wrapping_sub(1)
                } else {
                    version
                });
            }
            let result = run(&mut state, &entry.command, entry.at);
            let id = match (&result, entry.meant) {
                (Ok(()), None) => format!("a{number:04}"),
                (Err(refusal), Some(meant)) => {
                    let code = serde_json::to_value(refusal).expect("a refusal")["code"].clone();
                    assert_eq!(code, *meant, "{:?}", entry.command);
                    refused += 1;
                    format!("no{number:04}")
                }
                other => panic!("{other:?}: {:?}", entry.command),
            };
            let line = serde_json::to_string(&Line {
                id: &id,
                at: entry.at,
                command: &entry.command,
            })
            .expect("a command");
            lines.push_str(&line);
            lines.push('\n');
            // Now and then an answer does not arrive and the screen sends the same again.
            if number % 400 == 399 {
                lines.push_str(&line);
                lines.push('\n');
            }
        }
        eprintln!("{refused} are refused, as is meant");
        lines
    }

    fn reference(&self) -> SnapshotRef {
        let set = self
            .library
            .perspectives()
            .iter()
            .map(|perspective| SetItem {
                perspective: perspective.id.clone(),
                observations: perspective
                    .observations
                    .iter()
                    .map(|observation| observation.id.clone())
                    .collect(),
            });
        SnapshotRef {
            hash: "0".repeat(64),
            name: "proef".into(),
            set_name: "ronde 2".into(),
            stories: 4981,
            set: set.collect(),
        }
    }
}

impl Pen<'_, '_> {
    /// Some seconds go by.
    pub fn wait(&mut self, least: u64, most: u64) {
        self.now += least * 1000 + self.dice.roll() % ((most - least) * 1000 + 1);
    }

    /// Asks something, some seconds later.
    pub fn ask(&mut self, command: Command) {
        self.wait(1, 6);
        self.script.entries.push(Entry {
            at: self.now,
            command,
            meant: None,
        });
    }

    /// Asks something that the rules refuse.
    pub fn ask_in_vain(&mut self, command: Command, meant: &'static str) {
        self.wait(1, 4);
        self.script.entries.push(Entry {
            at: self.now,
            command,
            meant: Some(meant),
        });
    }

    /// An id of this table.
    pub fn id(&self, sort: &str, number: usize) -> String {
        format!("{sort}{}-{number}", self.table.0)
    }
}

impl Drop for Pen<'_, '_> {
    /// People take the time that there is.
    fn drop(&mut self) {
        let took = self.now.saturating_sub(self.started).max(1);
        let time = self.ends.saturating_sub(self.started);
        for entry in &mut self.script.entries[self.first..] {
            entry.at = self.started + (entry.at - self.started) * time / took;
        }
    }
}

fn run(state: &mut State, command: &Command, now: u64) -> Result<(), Refusal> {
    for event in decide(state, command, &Context { now })? {
        state.apply(state.seq() + 1, &event);
    }
    Ok(())
}

/// A text as it is saved while somebody types: after every few words, and whole at the end.
pub fn typed(text: &str, every: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut saved: Vec<String> = (1..)
        .map(|part| part * every)
        .take_while(|end| *end < words.len())
        .map(|end| words[..end].join(" "))
        .collect();
    saved.push(text.to_owned());
    saved
}
