//! Events of own experiences, gathering, votes and reading.

use crate::state::sum;
use crate::{
    Dots, Event, Experience, Guess, Kept, Key, OwnInterpretation, Poster, Read, Recognition, State,
    Table, Vote,
};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_gather(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::ExperienceWritten {
                id,
                table,
                by,
                text,
                wish,
                private,
            } => {
                // An experience whose words were taken back is no longer handed in.
                let handed_in =
                    self.experience(&id).is_some_and(|it| it.handed_in) && !text.is_empty();
                self.entities.put(Experience {
                    id,
                    table,
                    by,
                    text,
                    wish,
                    handed_in,
                    private,
                });
            }
            Event::ExperienceShown { id, shown } => {
                self.entities
                    .edit(&Key::Experience(id), |it: &mut Experience| {
                        it.private = !shown
                    });
            }
            Event::ExperienceHandedIn { id, agreed } => {
                self.entities
                    .edit(&Key::Experience(id), |it: &mut Experience| {
                        it.handed_in = agreed
                    });
            }
            Event::Guessed {
                table,
                observation,
                values,
            } => {
                if values.iter().all(Option::is_none) {
                    self.entities.remove(&Key::Guess(table, observation));
                } else {
                    self.entities.put(Guess {
                        table,
                        observation,
                        values,
                    });
                }
            }
            Event::Revealed {
                table,
                observation,
                shown,
            } => self.entities.edit(&Key::Table(table), |it: &mut Table| {
                it.revealed.retain(|of| *of != observation);
                if shown {
                    it.revealed.push(observation);
                }
            }),
            Event::InterpretationAdded {
                id,
                table,
                observation,
                text,
                by,
            } => {
                self.entities.put(OwnInterpretation {
                    id,
                    table,
                    observation,
                    text,
                    by,
                });
            }
            Event::InterpretationChanged { id, text, .. } => {
                self.entities
                    .edit(&Key::OwnInterpretation(id), |it: &mut OwnInterpretation| {
                        it.text = text
                    });
            }
            Event::InterpretationRemoved { id, .. } => {
                self.entities.remove(&Key::OwnInterpretation(id))
            }
            Event::Recognised {
                table,
                interpretation,
                participant,
                on,
            } => {
                let key = Key::Recognition(table, interpretation.clone());
                let mut by = self
                    .entities
                    .get::<Recognition>(&key)
                    .map(|it| it.by.clone())
                    .unwrap_or_default();
                by.retain(|who| *who != participant);
                if on {
                    by.push(participant);
                }
                if by.is_empty() {
                    self.entities.remove(&key);
                } else {
                    self.entities.put(Recognition {
                        table,
                        interpretation,
                        by,
                    });
                }
            }
            Event::Voted {
                table,
                participant,
                perspectives,
            } => {
                if perspectives.is_empty() {
                    self.entities.remove(&Key::Vote(participant));
                } else {
                    self.entities.put(Vote {
                        table,
                        participant,
                        given: u8::try_from(perspectives.len()).unwrap_or(u8::MAX),
                        perspectives,
                    });
                }
            }
            Event::VotesShown { table, shown } => {
                self.entities
                    .edit(&Key::Table(table), |it: &mut Table| it.votes_shown = shown);
                self.entities.mark_all(|it: &Vote| it.table == table);
            }
            Event::Chosen {
                table,
                perspectives,
            } => self.entities.edit(&Key::Table(table), |it: &mut Table| {
                it.chosen = perspectives
            }),
            Event::ChoiceFixed { table } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.fixed = true),
            Event::ChoiceReopened { table } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.fixed = false),
            Event::StoryRead {
                table,
                story,
                voice,
                at,
            } => self.entities.put(Read {
                table,
                story,
                voice,
                at,
            }),
            Event::StoryKept { table, story, by } => match by {
                Some(by) => self.entities.put(Kept { table, story, by }),
                None => self.entities.remove(&Key::Kept(table, story)),
            },
            Event::DotsSet {
                table,
                participant,
                dots,
            } => {
                if dots.is_empty() {
                    self.entities.remove(&Key::Dots(participant));
                } else {
                    self.entities.put(Dots {
                        table,
                        participant,
                        given: sum(&dots),
                        dots,
                    });
                }
            }
            Event::DotLimitSet { table, limit } => self
                .entities
                .edit(&Key::Table(table), |it: &mut Table| it.dot_limit = limit),
            Event::DotsClosed { table, closed } => {
                self.entities
                    .edit(&Key::Table(table), |it: &mut Table| it.dots_closed = closed);
                self.entities.mark_all(|it: &Dots| it.table == table);
            }
            Event::ReadySet { table, ready } => self
                .entities
                .edit(&Key::Poster(table), |it: &mut Poster| it.ready = ready),
            other => return Some(other),
        }
        None
    }
}
