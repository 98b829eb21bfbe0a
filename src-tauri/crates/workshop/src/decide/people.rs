//! Rules of people: messages, help, participants and own experiences.

use super::check::{gone, once, option, same};
use super::{Decide, Decision, when};
use crate::text::{FIELD, MESSAGE, NAME, STORY, filled, is_id, line, lines};
use crate::{Command, Event, ExperienceId, Key, ParticipantId, Refusal, TableId};

impl Decide<'_> {
    pub(super) fn people(&self, command: &Command) -> Decision {
        match command {
            Command::SendMessage { id, tables, text } => {
                self.new_id(&id.0, &Key::Message(id.clone()))?;
                once(tables)?;
                tables
                    .iter()
                    .try_for_each(|table| self.table(*table).map(|_| ()))?;
                let text = filled(lines(text, MESSAGE)?)?;
                let tables = if tables.is_empty() {
                    self.state.tables().map(|it| it.id).collect()
                } else {
                    tables.clone()
                };
                Ok(Some(Event::MessageSent {
                    id: id.clone(),
                    tables,
                    text,
                    at: self.now,
                }))
            }
            Command::PutAway { table, message } => {
                self.table(*table)?;
                let it = self.state.message(message).ok_or_else(|| gone("message"))?;
                if !it.tables.contains(table) {
                    return Err(Refusal::OtherTable);
                }
                when(!it.seen.contains(table), || Event::MessagePutAway {
                    table: *table,
                    message: message.clone(),
                })
            }
            Command::AskHelp { table, about } => {
                let about = lines(about, MESSAGE)?;
                let help = self.table(*table)?.help.as_ref();
                // Who asks again, about something else, has waited since the first time.
                let since = help.map_or(self.now, |it| it.since);
                when(help.is_none_or(|it| it.about != about), || {
                    Event::HelpAsked {
                        table: *table,
                        about,
                        since,
                    }
                })
            }
            Command::EndHelp { table } => when(self.table(*table)?.help.is_some(), || {
                Event::HelpEnded { table: *table }
            }),
            Command::AddParticipant {
                id,
                table,
                name,
                role,
            } => {
                self.table(*table)?;
                option(role.as_ref())?;
                let name = line(name, NAME)?;
                // Who left comes back under the same id.
                let back = self.state.participant(id).is_some_and(|it| it.left);
                if !back {
                    self.new_id(&id.0, &Key::Participant(id.clone()))?;
                }
                Ok(Some(Event::ParticipantSeated {
                    id: id.clone(),
                    table: *table,
                    name,
                    role: role.clone(),
                }))
            }
            Command::ChangeParticipant { id, name, role } => {
                option(role.as_ref())?;
                let (it, name) = (self.participant(id)?, line(name, NAME)?);
                when(it.name != name || it.role != *role, || {
                    Event::ParticipantChanged {
                        id: id.clone(),
                        name,
                        role: role.clone(),
                    }
                })
            }
            Command::MoveParticipant { id, table } => {
                self.table(*table)?;
                when(self.seated(id)?.table != *table, || {
                    Event::ParticipantMoved {
                        id: id.clone(),
                        table: *table,
                    }
                })
            }
            Command::RemoveParticipant { id } => when(!self.participant(id)?.left, || {
                Event::ParticipantLeft { id: id.clone() }
            }),
            Command::WriteExperience {
                id,
                table,
                by,
                text,
                wish,
                private,
            } => self.write_experience(id, *table, by.as_ref(), (text, wish), *private),
            Command::ShowExperience { id, shown } => {
                let it = self.experience(id)?;
                if !*shown && it.by.is_none() {
                    return Err(gone("participant"));
                }
                when(it.private == *shown, || Event::ExperienceShown {
                    id: id.clone(),
                    shown: *shown,
                })
            }
            Command::HandIn { id, agreed } => {
                let it = self.experience(id)?;
                if *agreed && it.text.is_empty() {
                    return Err(Refusal::Empty);
                }
                when(it.handed_in != *agreed, || Event::ExperienceHandedIn {
                    id: id.clone(),
                    agreed: *agreed,
                })
            }
            _ => Ok(None),
        }
    }

    fn write_experience(
        &self,
        id: &ExperienceId,
        table: TableId,
        by: Option<&ParticipantId>,
        (text, wish): (&str, &str),
        private: bool,
    ) -> Decision {
        self.table(table)?;
        self.writer(by)?;
        let (text, wish) = (lines(text, STORY)?, lines(wish, FIELD)?);
        let event = |text, wish, private| Event::ExperienceWritten {
            id: id.clone(),
            table,
            by: by.cloned(),
            text,
            wish,
            private,
        };
        match self.state.experience(id) {
            // The writer may take the own words back, to nothing.
            Some(it) => {
                same(it.table, table)?;
                // What nobody else may see, nobody else rewrites, and it does not lose its writer.
                if it.private && it.by.as_ref() != by {
                    return Err(gone("experience"));
                }
                when(
                    it.text != text || it.wish != wish || it.by.as_ref() != by,
                    || event(text, wish, it.private),
                )
            }
            None if !is_id(&id.0) => Err(Refusal::BadId),
            None if text.is_empty() && wish.is_empty() => Err(Refusal::Empty),
            None if private && by.is_none() => Err(gone("participant")),
            None => Ok(Some(event(text, wish, private))),
        }
    }
}
