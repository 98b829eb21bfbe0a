//! Rules of ideas and of the dots on them.

use super::check::{same, seen, within};
use super::{Decide, Decision, when};
use crate::text::{NOTE, filled, lines};
use crate::{Command, Dots, Event, IdeaId, Key, ParticipantId, Refusal};

/// The most dots that a person may ever give.
const MOST: i32 = 10;

impl Decide<'_> {
    pub(super) fn ideas(&self, command: &Command) -> Decision {
        match command {
            Command::AddIdea {
                id,
                table,
                text,
                theme,
                clusters,
                notes,
                by,
            } => {
                self.table(*table)?;
                self.new_id(&id.0, &Key::Idea(id.clone()))?;
                self.writer(by.as_ref())?;
                let clusters = self.still(clusters, Key::Cluster);
                let notes = self.still(notes, Key::Note);
                self.clusters_of(*table, &clusters)?;
                self.notes_of(*table, &notes)?;
                Ok(Some(Event::IdeaAdded {
                    id: id.clone(),
                    table: *table,
                    text: filled(lines(text, NOTE)?)?,
                    theme: *theme,
                    clusters,
                    notes,
                    by: by.clone(),
                    place: self
                        .state
                        .ideas(*table)
                        .last()
                        .map_or(0, |it| it.place.saturating_add(1)),
                }))
            }
            Command::ChangeIdea {
                id,
                text,
                was,
                theme,
                clusters,
            } => {
                let it = self.idea(id)?;
                let clusters = self.still(clusters, Key::Cluster);
                self.clusters_of(it.table, &clusters)?;
                let text = filled(lines(text, NOTE)?)?;
                seen(was.as_ref(), &it.text, &text, lines)?;
                let changes = it.text != text || it.theme != *theme || it.clusters != clusters;
                let (id, theme) = (id.clone(), *theme);
                when(changes, || Event::IdeaChanged {
                    id,
                    table: it.table,
                    text,
                    theme,
                    clusters,
                })
            }
            Command::RemoveIdea { id } if self.went(&Key::Idea(id.clone())) => Ok(None),
            Command::RemoveIdea { id } => Ok(Some(Event::IdeaRemoved {
                id: id.clone(),
                table: self.idea(id)?.table,
            })),
            Command::SetDots {
                participant,
                idea,
                dots,
            } => self.set_dots(participant, idea, *dots),
            Command::SetDotLimit { table, limit } => {
                within(*limit, 1, MOST)?;
                when(self.table(*table)?.dot_limit != *limit, || {
                    Event::DotLimitSet {
                        table: *table,
                        limit: *limit,
                    }
                })
            }
            Command::CloseDots { table, closed } => {
                when(self.table(*table)?.dots_closed != *closed, || {
                    Event::DotsClosed {
                        table: *table,
                        closed: *closed,
                    }
                })
            }
            _ => Ok(None),
        }
    }

    /// A person's dots stay at the table where they were given. Who gives dots at another table begins anew there, while the
    /// vote at the first is open; dots of a closed vote stay.
    fn set_dots(&self, participant: &ParticipantId, idea: &IdeaId, dots: u8) -> Decision {
        let seat = self.seated(participant)?.table;
        same(self.idea(idea)?.table, seat)?;
        let table = self.table(seat)?;
        let now = self.state.get::<Dots>(&Key::Dots(participant.clone()));
        let here = now
            .filter(|it| it.table == seat)
            .map(|it| it.dots.clone())
            .unwrap_or_default();
        let given = here
            .iter()
            .find(|(on, _)| on == idea)
            .map_or(0, |(_, dots)| *dots);
        if dots == given {
            return Ok(None);
        }
        let elsewhere = now
            .filter(|it| it.table != seat)
            .and_then(|it| self.state.table(it.table));
        if table.dots_closed || elsewhere.is_some_and(|it| it.dots_closed) {
            return Err(Refusal::VoteClosed);
        }
        let others = here
            .iter()
            .filter(|(on, _)| on != idea && self.state.idea(on).is_some());
        let total: u32 = others.map(|(_, dots)| u32::from(*dots)).sum::<u32>() + u32::from(dots);
        if dots > given && total > u32::from(table.dot_limit) {
            return Err(Refusal::DotsSpent {
                limit: table.dot_limit,
            });
        }
        let mut then = here;
        match then.iter_mut().find(|(on, _)| on == idea) {
            Some(place) => place.1 = dots,
            None => then.push((idea.clone(), dots)),
        }
        then.retain(|(_, dots)| *dots > 0);
        Ok(Some(Event::DotsSet {
            table: seat,
            participant: participant.clone(),
            dots: then,
        }))
    }
}
