//! Rules of gathering and reading: guesses, interpretations, votes, the choice of three, stories.

use stories::{ObservationId, OptionId, PerspectiveId, StoryId};

use super::check::{option, same, seen, within};
use super::{Decide, Decision, when};
use crate::text::{NOTE, filled, is_given_id, lines};
use crate::{Command, Event, Kept, Key, ParticipantId, Read, Recognition, Refusal, TableId};

/// The most rows of a chart that can be guessed.
const ROWS: i32 = 50;

impl Decide<'_> {
    pub(super) fn gather(&self, command: &Command) -> Decision {
        match command {
            Command::Guess {
                table,
                observation,
                values,
            } => self.guess(*table, observation, values),
            Command::Reveal {
                table,
                observation,
                shown,
            } => {
                let it = self.table(*table)?;
                self.observation(observation)?;
                let is = it.revealed.contains(observation);
                when(is != *shown, || Event::Revealed {
                    table: *table,
                    observation: observation.clone(),
                    shown: *shown,
                })
            }
            Command::AddInterpretation {
                id,
                table,
                observation,
                text,
                by,
            } => {
                self.table(*table)?;
                self.new_id(&id.0, &Key::OwnInterpretation(id.clone()))?;
                self.observation(observation)?;
                self.writer(by.as_ref())?;
                let (id, table, observation, by) =
                    (id.clone(), *table, observation.clone(), by.clone());
                Ok(Some(Event::InterpretationAdded {
                    id,
                    table,
                    observation,
                    text: filled(lines(text, NOTE)?)?,
                    by,
                }))
            }
            Command::ChangeInterpretation { id, text, was } => {
                let it = self.interpretation(id)?;
                let text = filled(lines(text, NOTE)?)?;
                seen(was.as_ref(), &it.text, &text, lines)?;
                when(it.text != text, || Event::InterpretationChanged {
                    id: id.clone(),
                    table: it.table,
                    text,
                })
            }
            Command::RemoveInterpretation { id }
                if self.went(&Key::OwnInterpretation(id.clone())) =>
            {
                Ok(None)
            }
            Command::RemoveInterpretation { id } => {
                let table = self.interpretation(id)?.table;
                Ok(Some(Event::InterpretationRemoved {
                    id: id.clone(),
                    table,
                }))
            }
            Command::Recognise {
                table,
                interpretation,
                participant,
                on,
            } => {
                self.table(*table)?;
                if !is_given_id(&interpretation.0) {
                    return Err(Refusal::BadId);
                }
                if *on {
                    same(self.seated(participant)?.table, *table)?;
                } else {
                    self.participant(participant)?;
                }
                let now = self
                    .state
                    .get::<Recognition>(&Key::Recognition(*table, interpretation.clone()));
                let is = now.is_some_and(|it| it.by.contains(participant));
                let (table, interpretation, participant, on) =
                    (*table, interpretation.clone(), participant.clone(), *on);
                when(is != on, || Event::Recognised {
                    table,
                    interpretation,
                    participant,
                    on,
                })
            }
            Command::Vote {
                participant,
                perspectives,
            } => self.vote(participant, perspectives),
            Command::ShowVotes { table, shown } => {
                when(self.table(*table)?.votes_shown != *shown, || {
                    Event::VotesShown {
                        table: *table,
                        shown: *shown,
                    }
                })
            }
            Command::Choose {
                table,
                perspectives,
            } => {
                let it = self.table(*table)?;
                self.at_most_three(perspectives)?;
                let changes = it.chosen != *perspectives;
                if changes && it.fixed {
                    return Err(Refusal::ChoiceFixed);
                }
                when(changes, || Event::Chosen {
                    table: *table,
                    perspectives: perspectives.clone(),
                })
            }
            Command::FixChoice { table } => {
                let it = self.table(*table)?;
                if it.chosen.len() != 3 {
                    return Err(Refusal::NotThree {
                        chosen: u8::try_from(it.chosen.len()).unwrap_or(u8::MAX),
                    });
                }
                when(!it.fixed, || Event::ChoiceFixed { table: *table })
            }
            Command::ReopenChoice { table } => when(self.table(*table)?.fixed, || {
                Event::ChoiceReopened { table: *table }
            }),
            Command::ReadStory {
                table,
                story,
                voice,
            } => self.read_story(*table, *story, voice.as_ref()),
            Command::KeepStory {
                table,
                story,
                by,
                on,
            } => self.keep_story(*table, *story, by.as_ref(), *on),
            _ => Ok(None),
        }
    }

    fn guess(
        &self,
        table: TableId,
        observation: &ObservationId,
        values: &[Option<u8>],
    ) -> Decision {
        let it = self.table(table)?;
        self.observation(observation)?;
        within(i64::try_from(values.len()).unwrap_or(i64::MAX), 0, ROWS)?;
        values
            .iter()
            .flatten()
            .try_for_each(|value| within(*value, 0, 100))?;
        let now = self
            .state
            .get::<crate::Guess>(&Key::Guess(table, observation.clone()));
        let nothing = values.iter().all(Option::is_none);
        let changes = now.map_or(!nothing, |it| it.values != values);
        // What is marked after the chart was seen is no guess.
        if changes && it.revealed.contains(observation) {
            return Err(Refusal::VoteClosed);
        }
        when(changes, || Event::Guessed {
            table,
            observation: observation.clone(),
            values: values.to_vec(),
        })
    }

    /// A person has one personal vote, at the table where it was given. Who votes anew at another table takes it along while
    /// the vote there is open; one that was shown stays there.
    fn vote(&self, participant: &ParticipantId, perspectives: &[PerspectiveId]) -> Decision {
        let table = self.seated(participant)?.table;
        self.at_most_three(perspectives)?;
        let now = self.state.vote(participant);
        let changes = match now {
            None => !perspectives.is_empty(),
            Some(it) => {
                it.perspectives != perspectives || (it.table != table && !perspectives.is_empty())
            }
        };
        let closed = |id: TableId| {
            self.state
                .table(id)
                .is_some_and(|it| it.votes_shown || it.fixed)
        };
        if changes && (closed(table) || now.is_some_and(|it| closed(it.table))) {
            return Err(Refusal::VoteClosed);
        }
        when(changes, || Event::Voted {
            table,
            participant: participant.clone(),
            perspectives: perspectives.to_vec(),
        })
    }

    fn read_story(&self, table: TableId, story: StoryId, voice: Option<&OptionId>) -> Decision {
        self.table(table)?;
        option(voice)?;
        let now = self.state.get::<Read>(&Key::Read(table, story));
        let (changes, at) = match now {
            None => (true, self.now),
            Some(it) => (voice.is_some() && it.voice.as_ref() != voice, it.at),
        };
        when(changes, || Event::StoryRead {
            table,
            story,
            voice: voice.cloned(),
            at,
        })
    }

    /// A story that people champion is kept until the last of them, or the table as a whole, puts it away.
    fn keep_story(
        &self,
        table: TableId,
        story: StoryId,
        who: Option<&ParticipantId>,
        on: bool,
    ) -> Decision {
        self.table(table)?;
        match who {
            Some(id) if on => same(self.seated(id)?.table, table)?,
            Some(id) => self.participant(id).map(|_| ())?,
            None => {}
        }
        let now = self
            .state
            .get::<Kept>(&Key::Kept(table, story))
            .map(|it| it.by.clone());
        let mut then = now.clone();
        match who {
            Some(id) if on => {
                let by = then.get_or_insert_default();
                if !by.contains(id) {
                    by.push(id.clone());
                }
            }
            Some(id) => {
                then = now
                    .clone()
                    .map(|by| by.into_iter().filter(|it| it != id).collect());
                if then != now && then.as_ref().is_some_and(Vec::is_empty) {
                    then = None;
                }
            }
            None if on => then = Some(then.unwrap_or_default()),
            None => then = None,
        }
        when(then != now, || Event::StoryKept {
            table,
            story,
            by: then,
        })
    }
}
