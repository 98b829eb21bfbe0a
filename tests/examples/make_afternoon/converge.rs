//! Convergeren: clusters, their names, ideas, dots.

use workshop::{Command, NoteKind, Origin};

use crate::browse::Harvest;
use crate::content::Table;
use crate::room::person;
use crate::script::{CONVERGE, Pen, Script, typed};

pub fn write(script: &mut Script<'_>, number: u8, table: &Table, harvest: &Harvest) {
    let mut pen = script.pen(number, CONVERGE, 28);
    // A double that is found when the notes lie side by side.
    let double = pen.id("n", 90);
    let text = table.notes[0].1.clone();
    pen.ask(Command::AddNote {
        id: double.as_str().into(),
        table: pen.table,
        kind: NoteKind::Surprise,
        text,
        origin: Origin::Table,
        by: None,
    });
    pen.ask(Command::MergeNotes {
        note: double.as_str().into(),
        into: harvest.notes[0].as_str().into(),
    });
    for (place, (_, notes)) in table.clusters.iter().enumerate() {
        let id = pen.id("k", place);
        let first = notes[..2]
            .iter()
            .map(|note| harvest.notes[*note].as_str().into())
            .collect();
        pen.ask(Command::AddCluster {
            id: id.as_str().into(),
            table: pen.table,
            name: String::new(),
            notes: first,
        });
        for (nth, note) in notes[2..].iter().enumerate() {
            let before = (nth == 0).then(|| harvest.notes[notes[1]].as_str().into());
            pen.wait(2, 10);
            pen.ask(Command::MoveNote {
                note: harvest.notes[*note].as_str().into(),
                cluster: Some(id.as_str().into()),
                before,
            });
        }
    }
    try_out(&mut pen, table, harvest);
    for (place, (name, _)) in table.clusters.iter().enumerate() {
        let id = pen.id("k", place);
        for name in typed(name, 2) {
            pen.ask(Command::NameCluster {
                id: id.as_str().into(),
                name,
                was: None,
            });
        }
    }
    ideas(&mut pen, table, harvest);
    dots(&mut pen, number, table);
}

/// They split a cluster, put it together again, and take steps back.
fn try_out(pen: &mut Pen<'_, '_>, table: &Table, harvest: &Harvest) {
    let (large, (_, notes)) = table
        .clusters
        .iter()
        .enumerate()
        .max_by_key(|(_, (_, notes))| notes.len())
        .expect("clusters");
    let (whole, part) = (pen.id("k", large), pen.id("k", 80));
    let some = vec![harvest.notes[notes[0]].as_str().into()];
    pen.ask(Command::SplitCluster {
        cluster: whole.as_str().into(),
        id: part.as_str().into(),
        notes: some,
    });
    pen.wait(10, 20);
    pen.ask(Command::MergeClusters {
        from: part.as_str().into(),
        into: whole.as_str().into(),
    });
    let loose = harvest.notes[notes[1]].as_str();
    pen.ask(Command::MoveNote {
        note: loose.into(),
        cluster: None,
        before: None,
    });
    pen.ask(Command::Undo { table: pen.table });
    pen.ask(Command::Redo { table: pen.table });
    pen.ask(Command::MoveNote {
        note: loose.into(),
        cluster: Some(whole.as_str().into()),
        before: None,
    });
    if pen.table.0 == 5 {
        let id = pen.id("k", 81);
        let notes = vec![loose.into()];
        pen.ask(Command::AddCluster {
            id: id.as_str().into(),
            table: pen.table,
            name: "Misschien".into(),
            notes,
        });
        pen.ask(Command::RemoveCluster {
            id: id.as_str().into(),
        });
        pen.ask(Command::MoveNote {
            note: loose.into(),
            cluster: Some(whole.as_str().into()),
            before: None,
        });
    }
}

fn ideas(pen: &mut Pen<'_, '_>, table: &Table, harvest: &Harvest) {
    for (place, (text, theme, clusters)) in table.ideas.iter().enumerate() {
        let id = pen.id("d", place);
        let from: Vec<_> = clusters
            .iter()
            .map(|cluster| pen.id("k", *cluster).as_str().into())
            .collect();
        let notes = if place == 1 {
            vec![harvest.notes[2].as_str().into()]
        } else {
            Vec::new()
        };
        let by = Some(
            person(pen.table.0, place % table.people.len())
                .as_str()
                .into(),
        );
        let mut saves = typed(text, 6).into_iter();
        let first = saves.next().unwrap_or_default();
        pen.ask(Command::AddIdea {
            id: id.as_str().into(),
            table: pen.table,
            text: first,
            theme: None,
            clusters: from.clone(),
            notes,
            by,
        });
        for text in saves {
            pen.ask(Command::ChangeIdea {
                id: id.as_str().into(),
                text,
                was: None,
                theme: None,
                clusters: from.clone(),
            });
        }
        pen.ask(Command::ChangeIdea {
            id: id.as_str().into(),
            text: text.clone(),
            was: None,
            theme: Some(*theme),
            clusters: from,
        });
    }
    let id = pen.id("d", 90);
    pen.ask(Command::AddIdea {
        id: id.as_str().into(),
        table: pen.table,
        text: "Iets met een".into(),
        theme: None,
        clusters: Vec::new(),
        notes: Vec::new(),
        by: None,
    });
    pen.ask(Command::RemoveIdea {
        id: id.as_str().into(),
    });
}

fn dots(pen: &mut Pen<'_, '_>, number: u8, table: &Table) {
    if number == 6 {
        pen.ask(Command::SetDotLimit {
            table: pen.table,
            limit: 2,
        });
        pen.ask(Command::SetDotLimit {
            table: pen.table,
            limit: 3,
        });
    }
    for who in 0..table.people.len() {
        let participant = person(number, who);
        let give = |idea: String, dots| Command::SetDots {
            participant: participant.as_str().into(),
            idea: idea.as_str().into(),
            dots,
        };
        let other = 1 + pen.dice.below(table.ideas.len() - 1);
        let (first, second) = (give(pen.id("d", 0), 2), give(pen.id("d", other), 1));
        let spent = give(pen.id("d", other), 3);
        pen.ask(first);
        pen.ask(second);
        if who == 1 && number % 2 == 1 {
            pen.ask_in_vain(spent, "dots_spent");
        }
    }
    pen.ask(Command::CloseDots {
        table: pen.table,
        closed: true,
    });
    if number == 1 {
        let late = Command::SetDots {
            participant: person(number, 0).as_str().into(),
            idea: pen.id("d", 0).as_str().into(),
            dots: 1,
        };
        pen.ask_in_vain(late, "vote_closed");
    }
}
