//! Grasduinen: reading, keeping, taking notes with their origin.

use std::collections::BTreeSet;

use stories::{Answer, OptionId, Story, StoryId};
use workshop::{Command, Origin, Quote};

use crate::content::Table;
use crate::room::person;
use crate::script::{BROWSE, Pen, Script, typed};

/// What a table brings along from reading.
pub struct Harvest {
    /// The ids of its notes, in the order of the content.
    pub notes: Vec<String>,
    /// A quoted story.
    pub quoted: Origin,
}

pub fn write(script: &mut Script<'_>, number: u8, table: &Table) -> Harvest {
    let library = script.library;
    let mut pen = script.pen(number, BROWSE, 41);
    let reading = stories_of(&mut pen, table);
    let mut next = reading.iter();
    let mut harvest = Harvest {
        notes: Vec::new(),
        quoted: Origin::Table,
    };
    let each = reading.len() / table.notes.len();
    for (place, (kind, text, from)) in table.notes.iter().enumerate() {
        let mut last = None;
        for id in next.by_ref().take(each) {
            let story = library.story(*id).expect("a story of the fixture");
            read(&mut pen, story);
            last = Some(story);
        }
        let perspective = table.perspectives[place % 3].clone();
        let origin = match (from.as_str(), last) {
            ("story", Some(story)) => Origin::Story {
                story: story.id,
                quote: quote(story, &mut pen.script.quoted),
                perspective: Some(perspective),
            },
            ("observation", _) => {
                let observation = &library
                    .perspective(&perspective)
                    .expect("a perspective")
                    .observations[place % 3];
                Origin::Observation {
                    observation: observation.id.clone(),
                    row: Some(u16::try_from(place % 2).expect("small")),
                }
            }
            ("interpretation", _) => {
                let observation = &library
                    .perspective(&perspective)
                    .expect("a perspective")
                    .observations[0];
                Origin::Interpretation {
                    interpretation: observation.interpretations[1].id.clone(),
                }
            }
            ("experience", _) => Origin::Experience {
                experience: pen.id("e", 0).as_str().into(),
            },
            _ => Origin::Table,
        };
        if matches!(origin, Origin::Story { quote: Some(_), .. }) && harvest.quoted == Origin::Table
        {
            harvest.quoted = origin.clone();
        }
        let id = pen.id("n", place);
        let by = pen
            .dice
            .chance(60)
            .then(|| person(number, place % table.people.len()).as_str().into());
        let mut saves = typed(text, 5).into_iter();
        let first = saves.next().unwrap_or_default();
        pen.ask(Command::AddNote {
            id: id.as_str().into(),
            table: pen.table,
            kind: *kind,
            text: first,
            origin,
            by,
        });
        for text in saves {
            pen.ask(Command::ChangeNote {
                id: id.as_str().into(),
                kind: *kind,
                text,
                was: None,
            });
        }
        if let Some(story) = last.filter(|_| place % 3 == 0) {
            let by = Some(person(number, place % table.people.len()).as_str().into());
            pen.ask(Command::KeepStory {
                table: pen.table,
                story: story.id,
                by,
                on: true,
            });
        }
        if place == 4 {
            // Taken away by mistake, and back again.
            pen.ask(Command::RemoveNote {
                id: id.as_str().into(),
            });
            pen.ask(Command::Undo { table: pen.table });
        }
        harvest.notes.push(id);
    }
    for id in next {
        read(
            &mut pen,
            library.story(*id).expect("a story of the fixture"),
        );
    }
    if let Some(kept) = reading.first() {
        pen.ask(Command::KeepStory {
            table: pen.table,
            story: *kept,
            by: None,
            on: true,
        });
        pen.ask(Command::KeepStory {
            table: pen.table,
            story: *kept,
            by: None,
            on: false,
        });
    }
    harvest
}

/// The supporting stories of the three perspectives, and some of the own region; a table differs in how many it reads.
fn stories_of(pen: &mut Pen<'_, '_>, table: &Table) -> Vec<StoryId> {
    let library = pen.script.library;
    let mut reading: Vec<StoryId> = Vec::new();
    for perspective in &table.perspectives {
        let support = &library
            .perspective(perspective)
            .expect("a perspective")
            .support;
        reading.extend(support.iter().take(5 + usize::from(pen.table.0) % 3));
    }
    let region = "region".into();
    let own: Vec<&Story> = library
        .stories()
        .iter()
        .filter(|story| matches!(story.answers.get(&region), Some(Answer::Choice(option)) if option.0 == "oost_groningen"))
        .collect();
    for _ in 0..10 + pen.dice.below(14) {
        reading.push(own[pen.dice.below(own.len())].id);
    }
    let mut seen = BTreeSet::new();
    reading.retain(|id| seen.insert(*id));
    reading
}

fn read(pen: &mut Pen<'_, '_>, story: &Story) {
    pen.wait(12, 40);
    pen.ask(Command::ReadStory {
        table: pen.table,
        story: story.id,
        voice: voice(story),
    });
}

fn voice(story: &Story) -> Option<OptionId> {
    match story.answers.get(&"role_type".into()) {
        Some(Answer::Choice(option)) => Some(option.clone()),
        _ => None,
    }
}

/// A sentence of the story that can stand on its own.
fn quote(story: &Story, quoted: &mut BTreeSet<String>) -> Option<Quote> {
    let text = &story.text;
    let mut from = 0;
    for (place, letter) in text.char_indices() {
        if !".!?\n".contains(letter) {
            continue;
        }
        let end = place + letter.len_utf8();
        let sentence = text[from..end].trim();
        let start = from + text[from..end].find(sentence).unwrap_or_default();
        from = end;
        if (7..=26).contains(&sentence.split_whitespace().count())
            && !sentence.contains('[')
            && quoted.insert(sentence.to_owned())
        {
            let units =
                |upto: usize| u32::try_from(text[..upto].encode_utf16().count()).expect("small");
            return Some(Quote {
                part: "text".into(),
                start: units(start),
                end: units(start + sentence.len()),
                text: sentence.into(),
            });
        }
    }
    None
}
