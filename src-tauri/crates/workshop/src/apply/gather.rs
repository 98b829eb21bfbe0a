//! Events of own experiences, gathering, votes and reading.

use crate::change::Change;
use crate::state::sum;
use crate::{
    Dots, Event, Experience, Guess, Kept, Key, OwnInterpretation, Poster, Read, Recognition, Table,
    Vote,
};

impl Change<'_> {
    /// Gives back an event that is not one of these.
    pub(super) fn gather(&mut self, event: Event) -> Option<Event> {
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
                    self.state.experience(&id).is_some_and(|it| it.handed_in) && !text.is_empty();
                self.put(Experience {
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
                self.edit(&Key::Experience(id), |it: &mut Experience| {
                    it.private = !shown
                });
            }
            Event::ExperienceHandedIn { id, agreed } => {
                self.edit(&Key::Experience(id), |it: &mut Experience| {
                    it.handed_in = agreed
                });
            }
            Event::Guessed {
                table,
                observation,
                values,
            } => {
                if values.iter().all(Option::is_none) {
                    self.remove(&Key::Guess(table, observation));
                } else {
                    self.put(Guess {
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
            } => self.edit(&Key::Table(table), |it: &mut Table| {
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
                self.put(OwnInterpretation {
                    id,
                    table,
                    observation,
                    text,
                    by,
                });
            }
            Event::InterpretationChanged { id, text, .. } => {
                self.edit(&Key::OwnInterpretation(id), |it: &mut OwnInterpretation| {
                    it.text = text
                });
            }
            Event::InterpretationRemoved { id, .. } => self.remove(&Key::OwnInterpretation(id)),
            Event::Recognised {
                table,
                interpretation,
                participant,
                on,
            } => {
                let key = Key::Recognition(table, interpretation.clone());
                let mut by = self
                    .state
                    .get::<Recognition>(&key)
                    .map(|it| it.by.clone())
                    .unwrap_or_default();
                by.retain(|who| *who != participant);
                if on {
                    by.push(participant);
                }
                if by.is_empty() {
                    self.remove(&key);
                } else {
                    self.put(Recognition {
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
                    self.remove(&Key::Vote(participant));
                } else {
                    self.put(Vote {
                        table,
                        participant,
                        given: u8::try_from(perspectives.len()).unwrap_or(u8::MAX),
                        perspectives,
                    });
                }
            }
            Event::VotesShown { table, shown } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.votes_shown = shown);
                self.mark_all(|it: &Vote| it.table == table);
            }
            Event::Chosen {
                table,
                perspectives,
            } => self.edit(&Key::Table(table), |it: &mut Table| {
                it.chosen = perspectives
            }),
            Event::ChoiceFixed { table } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.fixed = true)
            }
            Event::ChoiceReopened { table } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.fixed = false)
            }
            Event::StoryRead {
                table,
                story,
                voice,
                at,
            } => self.put(Read {
                table,
                story,
                voice,
                at,
            }),
            Event::StoryKept { table, story, by } => match by {
                Some(by) => self.put(Kept { table, story, by }),
                None => self.remove(&Key::Kept(table, story)),
            },
            Event::DotsSet {
                table,
                participant,
                dots,
            } => {
                if dots.is_empty() {
                    self.remove(&Key::Dots(participant));
                } else {
                    self.put(Dots {
                        table,
                        participant,
                        given: sum(&dots),
                        dots,
                    });
                }
            }
            Event::DotLimitSet { table, limit } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.dot_limit = limit)
            }
            Event::DotsClosed { table, closed } => {
                self.edit(&Key::Table(table), |it: &mut Table| it.dots_closed = closed);
                self.mark_all(|it: &Dots| it.table == table);
            }
            Event::ReadySet { table, ready } => {
                self.edit(&Key::Poster(table), |it: &mut Poster| it.ready = ready)
            }
            other => return Some(other),
        }
        None
    }
}
