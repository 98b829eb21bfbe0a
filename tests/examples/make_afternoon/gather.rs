//! Samenbrengen: guesses, charts, interpretations, votes, the choice of three.

use stories::{Filter, ObservationId, Perspective};
use workshop::Command;

use crate::content::Table;
use crate::room::person;
use crate::script::{GATHER, Pen, Script, typed};

pub fn write(script: &mut Script<'_>, number: u8, table: &Table) {
    let library = script.library;
    let mut pen = script.pen(number, GATHER, 43);
    // The cards that end up chosen, and some that do not.
    let cards: Vec<&Perspective> = library
        .perspectives()
        .iter()
        .enumerate()
        .filter(|(place, card)| {
            table.perspectives.contains(&card.id) || (place + usize::from(number)) % 3 == 0
        })
        .map(|(_, card)| card)
        .collect();
    for card in cards {
        let deep = table.perspectives.contains(&card.id);
        for (place, observation) in card.observations.iter().enumerate() {
            if !deep && place > 1 {
                break;
            }
            let rows = library
                .chart(&observation.chart, &Filter::default())
                .rows
                .len();
            if place < 2 {
                guess(&mut pen, &observation.id, rows);
            }
            pen.ask(Command::Reveal {
                table: pen.table,
                observation: observation.id.clone(),
                shown: true,
            });
            let own: Vec<&String> = table
                .interpretations
                .iter()
                .filter(|(of, _)| *of == observation.id)
                .map(|(_, text)| text)
                .collect();
            for text in own {
                interpret(&mut pen, &observation.id, text, table.people.len());
            }
            for interpretation in observation
                .interpretations
                .iter()
                .take(if deep { 2 } else { 1 })
            {
                for who in 0..table.people.len() {
                    if pen.dice.chance(22) {
                        let participant = person(number, who);
                        let recognise = |on| Command::Recognise {
                            table: pen.table,
                            interpretation: interpretation.id.clone(),
                            participant: participant.as_str().into(),
                            on,
                        };
                        let (on, off) = (recognise(true), recognise(false));
                        pen.ask(on.clone());
                        if pen.dice.chance(8) {
                            pen.ask(off);
                        }
                    }
                }
            }
        }
    }
    choose(&mut pen, number, table);
}

fn guess(pen: &mut Pen<'_, '_>, observation: &ObservationId, rows: usize) {
    let mut values = vec![None; rows];
    // They mark the first and the last row, and sometimes think again.
    for row in [0, rows.saturating_sub(1)] {
        values[row] = Some(u8::try_from(5 * (1 + pen.dice.below(15))).expect("small"));
        pen.ask(Command::Guess {
            table: pen.table,
            observation: observation.clone(),
            values: values.clone(),
        });
    }
}

fn interpret(pen: &mut Pen<'_, '_>, observation: &ObservationId, text: &str, people: usize) {
    let id = format!("i{}-{}", pen.table.0, observation.0.replace('.', "-"));
    let by = Some(person(pen.table.0, pen.dice.below(people)).as_str().into());
    let mut saves = typed(text, 6).into_iter();
    let first = saves.next().unwrap_or_default();
    pen.ask(Command::AddInterpretation {
        id: id.as_str().into(),
        table: pen.table,
        observation: observation.clone(),
        text: first,
        by,
    });
    for text in saves {
        pen.ask(Command::ChangeInterpretation {
            id: id.as_str().into(),
            text,
            was: None,
        });
    }
    for who in 0..people {
        if pen.dice.chance(40) {
            pen.ask(Command::Recognise {
                table: pen.table,
                interpretation: id.as_str().into(),
                participant: person(pen.table.0, who).as_str().into(),
                on: true,
            });
        }
    }
}

fn choose(pen: &mut Pen<'_, '_>, number: u8, table: &Table) {
    for (who, doubt) in table.doubts.iter().enumerate() {
        // Some begin with one or two, and one votes for what the table ends up with.
        if who % 2 == 0 {
            pen.ask(Command::Vote {
                participant: person(number, who).as_str().into(),
                perspectives: doubt[..1 + who % 2].to_vec(),
            });
        }
        pen.ask(Command::Vote {
            participant: person(number, who).as_str().into(),
            perspectives: doubt.clone(),
        });
    }
    pen.ask(Command::ShowVotes {
        table: pen.table,
        shown: true,
    });
    if number == 4 {
        let late = person(number, 0);
        pen.ask_in_vain(
            Command::Vote {
                participant: late.as_str().into(),
                perspectives: table.perspectives.clone(),
            },
            "vote_closed",
        );
    }
    for count in 1..=3 {
        pen.wait(10, 40);
        pen.ask(Command::Choose {
            table: pen.table,
            perspectives: table.perspectives[..count].to_vec(),
        });
        if number == 2 && count == 2 {
            pen.ask_in_vain(Command::FixChoice { table: pen.table }, "not_three");
        }
    }
    pen.ask(Command::FixChoice { table: pen.table });
    if number == 3 {
        let turned: Vec<_> = table.perspectives.iter().rev().cloned().collect();
        pen.ask_in_vain(
            Command::Choose {
                table: pen.table,
                perspectives: turned.clone(),
            },
            "choice_fixed",
        );
        pen.ask(Command::ReopenChoice { table: pen.table });
        pen.ask(Command::Choose {
            table: pen.table,
            perspectives: turned,
        });
        pen.wait(30, 60);
        pen.ask(Command::Choose {
            table: pen.table,
            perspectives: table.perspectives.clone(),
        });
        pen.ask(Command::FixChoice { table: pen.table });
    }
}
