//! Events of the session and of people.

use crate::{
    AgendaItem, Event, Field, Guess, Help, Key, Message, Participant, Poster, Read, Session, Show,
    SnapshotRef, State, Step, Table, TableId, Timer,
};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_session(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::SessionCreated {
                name,
                region,
                own_region,
                date,
                starts,
                agenda,
                step,
                tables,
                dot_limit,
                snapshot,
                at,
            } => {
                let session = new_session((name, region, date), (starts, agenda, step), snapshot);
                self.entities.put(Session {
                    own_region,
                    ..session
                });
                for table in tables {
                    self.new_table(table, step, dot_limit, at);
                }
            }
            Event::DetailsSet {
                name,
                region,
                own_region,
                date,
            } => self.entities.edit(&Key::Session, |it: &mut Session| {
                *it = Session {
                    name,
                    region,
                    own_region,
                    date,
                    ..it.clone()
                };
            }),
            Event::AgendaSet { starts, agenda } => {
                self.entities.edit(&Key::Session, |it: &mut Session| {
                    it.starts = starts;
                    it.agenda = agenda;
                })
            }
            Event::TableAdded {
                table,
                step,
                dot_limit,
                at,
            } => self.new_table(table, step, dot_limit, at),
            Event::TableNamed { table, name } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.name = name),
            Event::TableRemoved { table } => self.table_goes(table),
            Event::TablesMoved {
                tables,
                room,
                step,
                at,
            } => {
                if room {
                    self.entities
                        .edit(&Key::Session, |it: &mut Session| it.step = step);
                }
                for table in tables {
                    self.entities.edit(&Key::Table(table), |it: &mut Table| {
                        it.step = step;
                        it.since = at;
                    });
                }
            }
            Event::TimerSet { timer } => self
                .entities
                .edit(&Key::Session, |it: &mut Session| it.timer = timer),
            Event::MessageSent {
                id,
                tables,
                text,
                at,
            } => self.entities.put(Message {
                id,
                tables,
                text,
                at,
                seen: Vec::new(),
            }),
            Event::MessagePutAway { table, message } => {
                self.entities
                    .edit(&Key::Message(message), |it: &mut Message| {
                        if !it.seen.contains(&table) {
                            it.seen.push(table);
                        }
                    })
            }
            Event::HelpAsked {
                table,
                about,
                since,
            } => {
                self.entities.edit(&Key::Table(table), |it: &mut Table| {
                    it.help = Some(Help { since, about })
                });
            }
            Event::HelpEnded { table } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.help = None),
            Event::ParticipantSeated {
                id,
                table,
                name,
                role,
            } => {
                self.entities.put(Participant {
                    id: id.clone(),
                    table,
                    name,
                    role,
                    left: false,
                });
                self.views_flip(Some(&id));
            }
            Event::ParticipantChanged { id, name, role } => {
                self.entities
                    .edit(&Key::Participant(id), |it: &mut Participant| {
                        it.name = name;
                        it.role = role;
                    })
            }
            Event::ParticipantMoved { id, table } => {
                self.entities
                    .edit(&Key::Participant(id.clone()), |it: &mut Participant| {
                        it.table = table
                    });
                self.seat_follows(&id, Some(table));
            }
            Event::ParticipantLeft { id } => {
                self.entities
                    .edit(&Key::Participant(id.clone()), |it: &mut Participant| {
                        it.left = true
                    });
                self.seat_follows(&id, None);
            }
            other => return Some(other),
        }
        None
    }

    fn new_table(&mut self, id: TableId, step: Step, dot_limit: u8, at: u64) {
        self.entities.put(Table {
            id,
            name: String::new(),
            step,
            since: at,
            chosen: Vec::new(),
            fixed: false,
            votes_shown: false,
            revealed: Vec::new(),
            dot_limit,
            dots_closed: false,
            help: None,
            undoable: 0,
            redoable: 0,
            code: 0,
            paper: false,
            pointed: None,
        });
        self.entities.put(Poster {
            table: id,
            ideas: Vec::new(),
            sort: None,
            touched: None,
            saw: Vec::new(),
            ready: false,
        });
    }

    /// A table goes that made nothing: with its poster, and with what holds no words of anyone.
    fn table_goes(&mut self, table: TableId) {
        let state = &self;
        let mut keys = vec![Key::Table(table), Key::Poster(table)];
        keys.extend(
            state
                .all::<Read>()
                .filter(|it| it.table == table)
                .map(|it| Key::Read(table, it.story)),
        );
        keys.extend(
            state
                .all::<Guess>()
                .filter(|it| it.table == table)
                .map(|it| Key::Guess(table, it.observation.clone())),
        );
        keys.extend(
            state
                .all::<Field>()
                .filter(|it| it.table == table)
                .map(|it| Key::Field(table, it.field)),
        );
        for key in keys {
            self.entities.remove(&key);
        }
        self.back.remove(&table);
        self.entities.edit(&Key::Session, |it: &mut Session| {
            if it.screen == (Show::Poster { table }) {
                it.screen = Show::Welcome;
            }
        });
        self.entities.edit_all(|it: &mut Message| {
            it.tables.retain(|of| *of != table);
            it.seen.retain(|of| *of != table);
        });
    }
}

fn new_session(
    (name, region, date): (String, String, String),
    (starts, agenda, step): (u16, Vec<AgendaItem>, Step),
    snapshot: SnapshotRef,
) -> Session {
    Session {
        name,
        region,
        own_region: None,
        date,
        starts,
        agenda,
        step,
        timer: Timer::Off,
        snapshot,
        screen: Show::Welcome,
    }
}
