//! Veranderen: the poster, field by field, its name last.

use workshop::{Command, FieldName, Origin};

use crate::browse::Harvest;
use crate::content::Table;
use crate::script::{CHANGE, Pen, Script, typed};

pub fn write(script: &mut Script<'_>, number: u8, table: &Table, harvest: &Harvest) {
    let late = if number == 6 { 6 } else { 1 };
    let mut pen = script.pen(number, CHANGE + late, 37 - late);
    let idea = |place| pen.id("d", place).as_str().into();
    let (one, two) = (vec![idea(0)], vec![idea(0), idea(1)]);
    pen.ask(Command::ChooseIdeas {
        table: pen.table,
        ideas: one,
    });
    pen.ask(Command::ChooseIdeas {
        table: pen.table,
        ideas: two,
    });
    for (place, field) in FieldName::ALL.into_iter().enumerate() {
        write_field(&mut pen, field, table.poster.text(field), place);
        match field {
            FieldName::Proposal => pen.ask(Command::SetSort {
                table: pen.table,
                sort: Some(table.poster.sort),
            }),
            FieldName::Already => {
                let touched = if table.touched == "experience" {
                    Origin::Experience {
                        experience: pen.id("e", 0).as_str().into(),
                    }
                } else {
                    harvest.quoted.clone()
                };
                pen.ask(Command::SetTouched {
                    table: pen.table,
                    touched: Some(touched),
                });
            }
            FieldName::Knowledge => {
                let saw = one_of_each(table)
                    .into_iter()
                    .map(|note| harvest.notes[note].as_str().into())
                    .collect();
                pen.ask(Command::SetSaw {
                    table: pen.table,
                    notes: saw,
                });
            }
            _ => {}
        }
    }
    pen.ask(Command::SetReady {
        table: pen.table,
        ready: true,
    });
    if number == 2 {
        pen.ask(Command::SetReady {
            table: pen.table,
            ready: false,
        });
        pen.wait(20, 40);
        pen.ask(Command::SetReady {
            table: pen.table,
            ready: true,
        });
    }
}

fn write_field(pen: &mut Pen<'_, '_>, field: FieldName, text: &str, place: usize) {
    let set = |text: &str| Command::SetField {
        table: pen.table,
        field,
        text: text.into(),
        base: None,
    };
    let saves: Vec<Command> = typed(text, 6).iter().map(|part| set(part)).collect();
    let (wrong, late) = (
        set("Nee, toch niet"),
        set("Geschreven zonder te zien dat een ander bezig was"),
    );
    for save in saves {
        pen.wait(1, 5);
        pen.ask(save);
    }
    if place == usize::from(pen.table.0) {
        pen.ask(wrong);
        pen.ask(Command::Undo { table: pen.table });
        pen.ask_in_vain(late, "field_changed");
    }
}

/// At most one note of each kind, in the order of the content.
fn one_of_each(table: &Table) -> Vec<usize> {
    let mut kinds = Vec::new();
    let mut saw = Vec::new();
    for note in table.saw.iter().copied().chain(0..table.notes.len()) {
        if !kinds.contains(&table.notes[note].0) {
            kinds.push(table.notes[note].0);
            saw.push(note);
        }
    }
    saw
}
