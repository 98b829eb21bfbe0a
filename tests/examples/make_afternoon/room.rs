//! What the facilitator does, and the people who sit down.

use workshop::{AgendaItem, Command, Step, TableId};

use crate::content::{Content, Table};
use crate::script::{BROWSE, CHANGE, CONVERGE, GATHER, OWN, Script, typed};

const ALL: Vec<TableId> = Vec::new();

pub fn write(script: &mut Script<'_>, content: &Content) {
    let steps = [
        (Step::Own, 25),
        (Step::Gather, 45),
        (Step::Browse, 45),
        (Step::Converge, 30),
        (Step::Change, 40),
    ];
    let agenda = steps.map(|(step, minutes)| AgendaItem {
        step,
        minutes,
        skipped: false,
    });
    script.room(
        -1500,
        Command::SetAgenda {
            starts: 720,
            agenda: agenda.into(),
        },
    );
    let own_region = Some("oost_groningen".into());
    let details = |name: &str| Command::SetDetails {
        name: name.into(),
        region: "Oost-Groningen".into(),
        own_region: own_region.clone(),
        date: "2026-11-22".into(),
    };
    script.room(-1480, details("Oost-Groningen, deel 1"));
    script.room(-1470, Command::AddTable { table: TableId(7) });
    script.room(-1440, Command::RemoveTable { table: TableId(7) });
    let mut second = -1200;
    for (number, table) in (1..).map(TableId).zip(&content.tables) {
        if !table.name.is_empty() {
            script.room(
                second,
                Command::NameTable {
                    table: number,
                    name: table.name.clone(),
                },
            );
        }
        for (place, (name, role)) in table.people.iter().enumerate() {
            second += 17;
            let id = person(number.0, place);
            // Some give their role type only when they are asked.
            let late = (place + usize::from(number.0)) % 5 == 0;
            let role = Some(role.clone());
            let first = if late { None } else { role.clone() };
            script.room(
                second,
                Command::AddParticipant {
                    id: id.as_str().into(),
                    table: number,
                    name: name.clone(),
                    role: first,
                },
            );
            if late {
                script.room(
                    second + 9,
                    Command::ChangeParticipant {
                        id: id.as_str().into(),
                        name: name.clone(),
                        role,
                    },
                );
            }
        }
    }
    // Somebody sits down at the wrong table, and somebody is called away for a while.
    script.room(
        second + 20,
        Command::MoveParticipant {
            id: person(5, 2).as_str().into(),
            table: TableId(4),
        },
    );
    script.room(
        second + 45,
        Command::MoveParticipant {
            id: person(5, 2).as_str().into(),
            table: TableId(5),
        },
    );
    let away = &content.tables[1].people[5];
    script.room(
        420,
        Command::RemoveParticipant {
            id: person(2, 5).as_str().into(),
        },
    );
    script.room(
        1280,
        Command::AddParticipant {
            id: person(2, 5).as_str().into(),
            table: TableId(2),
            name: away.0.clone(),
            role: Some(away.1.clone()),
        },
    );

    for (minute, step, minutes) in [
        (OWN, Step::Own, 25),
        (GATHER, Step::Gather, 40),
        (BROWSE, Step::Browse, 45),
        (CONVERGE, Step::Converge, 30),
        (CHANGE, Step::Change, 40),
    ] {
        let second = i64::try_from(minute * 60).expect("small");
        if step != Step::Own {
            script.room(second, Command::MoveTables { tables: ALL, step });
        }
        script.room(second + 5, Command::StartTimer { minutes });
    }
    script.room(62 * 60, Command::AddMinutes { minutes: 5 });
    script.room(96 * 60, Command::PauseTimer);
    script.room(101 * 60, Command::ResumeTimer);
    script.room(183 * 60, Command::StopTimer);
    // Table 4 is ahead, table 5 goes back to read on, and table 6 is led on its own.
    let one = |table: u8, step| Command::MoveTables {
        tables: vec![TableId(table)],
        step,
    };
    script.room(112 * 60, one(4, Step::Converge));
    script.room(118 * 60, one(5, Step::Browse));
    script.room(124 * 60, one(5, Step::Converge));
    script.room(142 * 60, one(1, Step::Change));
    script.room(144 * 60, one(1, Step::Converge));
    script.room(147 * 60, one(6, Step::Converge));
    script.room(150 * 60, one(6, Step::Change));
    for (number, (minute, text)) in [50, 74, 95, 168, 176]
        .into_iter()
        .zip(&content.messages)
        .enumerate()
    {
        let id = format!("m{number}");
        let tables = if number == 2 {
            vec![TableId(1), TableId(4)]
        } else {
            ALL
        };
        script.room(
            minute * 60 + 10,
            Command::SendMessage {
                id: id.as_str().into(),
                tables: tables.clone(),
                text: text.clone(),
            },
        );
        let told: Vec<u8> = if tables.is_empty() {
            (1..=6).collect()
        } else {
            tables.iter().map(|table| table.0).collect()
        };
        for table in told {
            let second = minute * 60 + 20 + i64::from(table) * 7;
            script.room(
                second,
                Command::PutAway {
                    table: TableId(table),
                    message: id.as_str().into(),
                },
            );
        }
    }
    for (minute, table, about) in [
        (
            34,
            6,
            "Wat is het verschil tussen een observatie en een interpretatie?",
        ),
        (88, 2, ""),
        (133, 3, "Mogen we een cluster ook twee namen geven?"),
        (160, 5, "Hoe groot mag een eerste stap zijn?"),
    ] {
        script.room(
            minute * 60 + 11,
            Command::AskHelp {
                table: TableId(table),
                about: about.into(),
            },
        );
        script.room(
            minute * 60 + 190,
            Command::EndHelp {
                table: TableId(table),
            },
        );
    }
}

/// The own experiences of a table.
pub fn own(script: &mut Script<'_>, number: u8, table: &Table) {
    let mut pen = script.pen(number, OWN + 2, 20);
    for (place, (who, text, wish)) in table.experiences.iter().enumerate() {
        let id = pen.id("e", place);
        let by = Some(person(number, *who).as_str().into());
        let write = |text: &str, wish: &str| Command::WriteExperience {
            id: id.as_str().into(),
            table: pen.table,
            by: Clone::clone(&by),
            private: false,
            text: text.into(),
            wish: wish.into(),
        };
        let mut saves: Vec<Command> = typed(text, 7).iter().map(|part| write(part, "")).collect();
        saves.extend(typed(wish, 5).iter().map(|part| write(text, part)));
        for save in saves {
            pen.wait(4, 14);
            pen.ask(save);
        }
        if place % 2 == 0 {
            pen.ask(Command::HandIn {
                id: id.as_str().into(),
                agreed: true,
            });
        }
        if place == 2 {
            pen.wait(20, 60);
            pen.ask(Command::HandIn {
                id: id.as_str().into(),
                agreed: false,
            });
        }
    }
}

/// The id of a person.
pub fn person(table: u8, place: usize) -> String {
    format!("p{table}-{place}")
}
