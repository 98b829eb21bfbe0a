//! Rules of the session: cover, agenda, tables, steps and the clock.

use super::check::{gone, once, option, within};
use super::{Decide, Decision, when};
use crate::text::{self, NAME, filled, is_date, is_given_id, line};
use crate::{AgendaItem, Command, Event, Refusal, Session, SnapshotRef, Step, TableId, Timer};

/// The most tables.
const TABLES: u8 = 12;
/// The dots that a person may give, until the table sets it.
const DOTS: u8 = 3;
/// The most minutes of a step or a clock.
const MINUTES: i32 = 600;
/// The steps and their minutes, until the facilitator changes them.
const AGENDA: [(Step, u16); 5] = [
    (Step::Own, 25),
    (Step::Gather, 45),
    (Step::Browse, 45),
    (Step::Converge, 30),
    (Step::Change, 35),
];
/// Twelve o'clock.
const STARTS: u16 = 720;

impl Decide<'_> {
    pub(super) fn session(&self, command: &Command) -> Decision {
        match command {
            Command::CreateSession {
                name,
                region,
                own_region,
                date,
                tables,
                snapshot,
            } => {
                let Cover {
                    name,
                    region,
                    own_region,
                    date,
                } = cover(name, region, own_region, date)?;
                if !(1..=TABLES).contains(tables) {
                    return Err(Refusal::TableLimit);
                }
                check_snapshot(snapshot)?;
                Ok(Some(Event::SessionCreated {
                    name,
                    region,
                    own_region,
                    date,
                    starts: STARTS,
                    agenda: AGENDA
                        .map(|(step, minutes)| AgendaItem {
                            step,
                            minutes,
                            skipped: false,
                        })
                        .to_vec(),
                    step: Step::Own,
                    tables: (1..=*tables).map(TableId).collect(),
                    dot_limit: DOTS,
                    snapshot: snapshot.clone(),
                    at: self.now,
                }))
            }
            Command::SetDetails {
                name,
                region,
                own_region,
                date,
            } => {
                let Cover {
                    name,
                    region,
                    own_region,
                    date,
                } = cover(name, region, own_region, date)?;
                let is = self.the_session()?;
                let changes = name != is.name
                    || region != is.region
                    || own_region != is.own_region
                    || date != is.date;
                when(changes, || Event::DetailsSet {
                    name,
                    region,
                    own_region,
                    date,
                })
            }
            Command::SetAgenda { starts, agenda } => self.set_agenda(*starts, agenda),
            Command::AddTable { table } => self.add_table(*table),
            Command::NameTable { table, name } => {
                let name = line(name, NAME)?;
                when(self.table(*table)?.name != name, || Event::TableNamed {
                    table: *table,
                    name,
                })
            }
            Command::RemoveTable { table } => self.remove_table(*table),
            Command::MoveTables { tables, step } => self.move_tables(tables, *step),
            Command::StartTimer { minutes } => {
                within(*minutes, 1, MINUTES)?;
                let ends = self.now.saturating_add(u64::from(*minutes) * 60_000);
                self.set_timer(Timer::Running {
                    ends,
                    started: self.now,
                })
            }
            Command::PauseTimer => match self.the_session()?.timer {
                Timer::Running { ends, .. } => self.set_timer(Timer::Paused {
                    left: between(self.now, ends),
                }),
                Timer::Off | Timer::Paused { .. } => Ok(None),
            },
            Command::ResumeTimer => match self.the_session()?.timer {
                Timer::Paused { left } => self.set_timer(Timer::Running {
                    ends: self.now.saturating_add_signed(left),
                    started: self.now,
                }),
                Timer::Off | Timer::Running { .. } => Ok(None),
            },
            Command::AddMinutes { minutes } => {
                within(*minutes, -MINUTES, MINUTES)?;
                let more = i64::from(*minutes) * 60_000;
                match self.the_session()?.timer {
                    Timer::Off => Ok(None),
                    Timer::Running { ends, started } => self.set_timer(Timer::Running {
                        ends: ends.saturating_add_signed(more),
                        started,
                    }),
                    Timer::Paused { left } => self.set_timer(Timer::Paused {
                        left: left.saturating_add(more),
                    }),
                }
            }
            Command::StopTimer => self.set_timer(Timer::Off),
            _ => Ok(None),
        }
    }

    fn set_timer(&self, timer: Timer) -> Decision {
        when(self.the_session()?.timer != timer, || Event::TimerSet {
            timer,
        })
    }

    fn set_agenda(&self, starts: u16, agenda: &[AgendaItem]) -> Decision {
        within(starts, 0, 24 * 60 - 1)?;
        let in_order = agenda
            .iter()
            .map(|item| item.step)
            .eq(AGENDA.iter().map(|(step, _)| *step));
        if !in_order || agenda.iter().all(|item| item.skipped) {
            return Err(Refusal::BadAgenda);
        }
        for item in agenda {
            within(item.minutes, i32::from(!item.skipped), MINUTES)?;
        }
        let Session {
            starts: was,
            agenda: before,
            ..
        } = self.the_session()?;
        when(*was != starts || before != agenda, || Event::AgendaSet {
            starts,
            agenda: agenda.to_vec(),
        })
    }

    fn add_table(&self, table: TableId) -> Decision {
        if self.state.table(table).is_some() {
            return Err(Refusal::BadId);
        }
        let next = (1..=TABLES)
            .find(|number| self.state.table(TableId(*number)).is_none())
            .ok_or(Refusal::TableLimit)?;
        within(table.0, i32::from(next), i32::from(next))?;
        Ok(Some(Event::TableAdded {
            table,
            step: self.the_session()?.step,
            dot_limit: DOTS,
            at: self.now,
        }))
    }

    fn remove_table(&self, id: TableId) -> Decision {
        let table = self.table(id)?;
        let used = self.state.seated(id).next().is_some() || self.state.seats(id).next().is_some();
        if used || !table.chosen.is_empty() || self.made(id) {
            return Err(Refusal::TableInUse);
        }
        if self.state.tables().count() == 1 {
            return Err(Refusal::TableLimit);
        }
        Ok(Some(Event::TableRemoved { table: id }))
    }

    /// Whether a table made anything that is still there. What was opened or guessed is nothing made.
    fn made(&self, table: TableId) -> bool {
        let words = |it: &crate::Field| !it.text.is_empty();
        let poster = |it: &crate::Poster| {
            it.ready || it.sort.is_some() || it.touched.is_some() || !it.saw.is_empty()
        };
        self.state.experiences(table).next().is_some()
            || self.state.own_interpretations(table).next().is_some()
            || self.state.recognitions(table).next().is_some()
            || self.state.votes(table).next().is_some()
            || self.state.kept(table).next().is_some()
            || !self.state.photos(table).is_empty()
            || !self.state.notes(table).is_empty()
            || !self.state.clusters(table).is_empty()
            || !self.state.ideas(table).is_empty()
            || self.state.dots_at(table).next().is_some()
            || self.state.fields(table).any(words)
            || self.state.poster(table).is_some_and(poster)
    }

    fn move_tables(&self, tables: &[TableId], step: Step) -> Decision {
        once(tables)?;
        for table in tables {
            self.state.table(*table).ok_or_else(|| gone("table"))?;
        }
        let room = tables.is_empty() && self.the_session()?.step != step;
        let go =
            |it: &&crate::Table| it.step != step && (tables.is_empty() || tables.contains(&it.id));
        let tables: Vec<TableId> = self.state.tables().filter(go).map(|it| it.id).collect();
        when(room || !tables.is_empty(), || Event::TablesMoved {
            tables,
            room,
            step,
            at: self.now,
        })
    }
}

/// The words on the cover.
struct Cover {
    name: String,
    region: String,
    own_region: Option<stories::OptionId>,
    date: String,
}

fn cover(
    name: &str,
    region: &str,
    own_region: &Option<stories::OptionId>,
    date: &str,
) -> Result<Cover, Refusal> {
    option(own_region.as_ref())?;
    if !is_date(date) {
        return Err(Refusal::BadDate);
    }
    let (name, region) = (filled(line(name, NAME)?)?, line(region, NAME)?);
    Ok(Cover {
        name,
        region,
        own_region: own_region.clone(),
        date: date.to_owned(),
    })
}

/// What a program wrote about a snapshot is taken as it is, but not without bounds.
fn check_snapshot(snapshot: &SnapshotRef) -> Result<(), Refusal> {
    let observations =
        |item: &crate::SetItem| item.observations.iter().all(|id| is_given_id(&id.0));
    let ids = snapshot
        .set
        .iter()
        .all(|item| is_given_id(&item.perspective.0) && observations(item));
    if !ids || !is_given_id(&snapshot.hash) {
        return Err(Refusal::BadId);
    }
    once(
        &snapshot
            .set
            .iter()
            .map(|item| &item.perspective)
            .collect::<Vec<_>>(),
    )?;
    text::line(&snapshot.name, text::MESSAGE)?;
    text::line(&snapshot.set_name, text::MESSAGE)?;
    Ok(())
}

/// Milliseconds from one moment to another; negative when it is past.
fn between(from: u64, to: u64) -> i64 {
    if to >= from {
        i64::try_from(to - from).unwrap_or(i64::MAX)
    } else {
        i64::try_from(from - to).map_or(i64::MIN, |it| -it)
    }
}
