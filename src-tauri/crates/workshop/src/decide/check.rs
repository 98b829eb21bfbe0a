//! What several rules ask: is it there, whose is it, is it named once.

use stories::{ObservationId, OptionId, PerspectiveId};

use super::Decide;
use crate::text::{self, is_given_id, is_id};
use crate::{
    Cluster, ClusterId, Experience, ExperienceId, Idea, IdeaId, Key, Note, NoteId, Origin,
    OwnInterpretation, OwnInterpretationId, Participant, ParticipantId, Quote, Refusal, Session,
    Table, TableId,
};

/// The refusal for what is not there.
pub(super) fn gone(what: &str) -> Refusal {
    Refusal::Gone {
        what: what.to_owned(),
    }
}

/// Refuses a number out of its bounds.
pub(super) fn within(number: impl Into<i64>, least: i32, most: i32) -> Result<(), Refusal> {
    let fits = (i64::from(least)..=i64::from(most)).contains(&number.into());
    if fits {
        Ok(())
    } else {
        Err(Refusal::OutOfBounds { least, most })
    }
}

/// Refuses a list that names something twice.
pub(super) fn once<T: Ord>(all: &[T]) -> Result<(), Refusal> {
    let mut sorted: Vec<&T> = all.iter().collect();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        Err(Refusal::Twice)
    } else {
        Ok(())
    }
}

/// Refuses things of another table.
pub(super) fn same(one: TableId, other: TableId) -> Result<(), Refusal> {
    if one == other {
        Ok(())
    } else {
        Err(Refusal::OtherTable)
    }
}

/// Refuses an option that cannot be one.
pub(super) fn option(id: Option<&OptionId>) -> Result<(), Refusal> {
    if id.is_none_or(|id| is_given_id(&id.0)) {
        Ok(())
    } else {
        Err(Refusal::BadId)
    }
}

/// Refuses to overwrite unseen what someone else wrote meanwhile: `was` is what the writer of `text` started from.
pub(super) fn seen(
    was: Option<&String>,
    is: &str,
    text: &str,
    clean: fn(&str, usize) -> Result<String, typed::Refused>,
) -> Result<(), Refusal> {
    let was = was.map(|it| clean(it, usize::MAX)).transpose()?;
    if was.is_some_and(|it| it != is) && text != is {
        Err(Refusal::TextChanged {
            text: is.to_owned(),
        })
    } else {
        Ok(())
    }
}

impl<'a> Decide<'a> {
    /// Refuses an id that is none, or that is or was in use.
    pub(super) fn new_id(&self, id: &str, key: &Key) -> Result<(), Refusal> {
        if is_id(id) && !self.state.entities.ever(key) {
            Ok(())
        } else {
            Err(Refusal::BadId)
        }
    }

    /// Whether something was there and went. Two devices may take the same thing away at once: the second one is not wrong.
    pub(super) fn went(&self, key: &Key) -> bool {
        self.state.entities.ever(key) && !self.state.entities.contains(key)
    }

    /// These without what went: it may have gone while someone wrote, and no words are refused for that.
    pub(super) fn still<I: Clone>(&self, ids: &[I], key: impl Fn(I) -> Key) -> Vec<I> {
        let there = |id: &&I| !self.went(&key((*id).clone()));
        ids.iter().filter(there).cloned().collect()
    }

    pub(super) fn the_session(&self) -> Result<&'a Session, Refusal> {
        self.state.session().ok_or(Refusal::NoSession)
    }

    pub(super) fn table(&self, id: TableId) -> Result<&'a Table, Refusal> {
        self.state.table(id).ok_or_else(|| gone("table"))
    }

    pub(super) fn participant(&self, id: &ParticipantId) -> Result<&'a Participant, Refusal> {
        self.state
            .participant(id)
            .ok_or_else(|| gone("participant"))
    }

    /// Someone who sits at a table.
    pub(super) fn seated(&self, id: &ParticipantId) -> Result<&'a Participant, Refusal> {
        self.participant(id).and_then(|it| {
            if it.left {
                Err(gone("participant"))
            } else {
                Ok(it)
            }
        })
    }

    /// Someone who writes. They may have moved or left while their device was out of reach: no words are refused for that.
    pub(super) fn writer(&self, by: Option<&ParticipantId>) -> Result<(), Refusal> {
        by.map_or(Ok(()), |id| self.participant(id).map(|_| ()))
    }

    pub(super) fn experience(&self, id: &ExperienceId) -> Result<&'a Experience, Refusal> {
        self.state.experience(id).ok_or_else(|| gone("experience"))
    }

    pub(super) fn interpretation(
        &self,
        id: &OwnInterpretationId,
    ) -> Result<&'a OwnInterpretation, Refusal> {
        self.state
            .own_interpretation(id)
            .ok_or_else(|| gone("interpretation"))
    }

    pub(super) fn note(&self, id: &NoteId) -> Result<&'a Note, Refusal> {
        self.state.note(id).ok_or_else(|| gone("note"))
    }

    pub(super) fn cluster(&self, id: &ClusterId) -> Result<&'a Cluster, Refusal> {
        self.state.cluster(id).ok_or_else(|| gone("cluster"))
    }

    pub(super) fn idea(&self, id: &IdeaId) -> Result<&'a Idea, Refusal> {
        self.state.idea(id).ok_or_else(|| gone("idea"))
    }

    /// Notes of this table, each once.
    pub(super) fn notes_of(
        &self,
        table: TableId,
        notes: &[NoteId],
    ) -> Result<Vec<&'a Note>, Refusal> {
        once(notes)?;
        notes
            .iter()
            .map(|id| {
                self.note(id)
                    .and_then(|it| same(it.table, table).map(|()| it))
            })
            .collect()
    }

    /// Clusters of this table, each once.
    pub(super) fn clusters_of(
        &self,
        table: TableId,
        clusters: &[ClusterId],
    ) -> Result<(), Refusal> {
        once(clusters)?;
        clusters
            .iter()
            .try_for_each(|id| same(self.cluster(id)?.table, table))
    }

    /// Ideas of this table, each once.
    pub(super) fn ideas_of(&self, table: TableId, ideas: &[IdeaId]) -> Result<(), Refusal> {
        once(ideas)?;
        ideas
            .iter()
            .try_for_each(|id| same(self.idea(id)?.table, table))
    }

    pub(super) fn observation(&self, id: &ObservationId) -> Result<(), Refusal> {
        let known = self
            .the_session()?
            .snapshot
            .set
            .iter()
            .any(|item| item.observations.contains(id));
        if known {
            Ok(())
        } else {
            Err(gone("observation"))
        }
    }

    pub(super) fn perspective(&self, id: &PerspectiveId) -> Result<(), Refusal> {
        let known = self
            .the_session()?
            .snapshot
            .set
            .iter()
            .any(|item| item.perspective == *id);
        if known {
            Ok(())
        } else {
            Err(gone("perspective"))
        }
    }

    /// At most three perspectives of the set, each once.
    pub(super) fn at_most_three(&self, perspectives: &[PerspectiveId]) -> Result<(), Refusal> {
        within(i64::try_from(perspectives.len()).unwrap_or(i64::MAX), 0, 3)?;
        once(perspectives)?;
        perspectives.iter().try_for_each(|id| self.perspective(id))
    }

    /// An origin that can be one for this table and this writer.
    pub(super) fn origin(
        &self,
        table: TableId,
        origin: &Origin,
        by: Option<&ParticipantId>,
    ) -> Result<Origin, Refusal> {
        match origin {
            Origin::Table => {}
            Origin::Story {
                story,
                quote,
                perspective,
            } => {
                perspective
                    .as_ref()
                    .map_or(Ok(()), |id| self.perspective(id))?;
                let quote = quote.as_ref().map(passage).transpose()?;
                return Ok(Origin::Story {
                    story: *story,
                    quote,
                    perspective: perspective.clone(),
                });
            }
            Origin::Observation { observation, .. } => self.observation(observation)?,
            Origin::Interpretation { interpretation } => {
                if !is_given_id(&interpretation.0) {
                    return Err(Refusal::BadId);
                }
            }
            // It may have gone while a device was out of reach: a note is not refused for that.
            Origin::OwnInterpretation { interpretation } => {
                match self.state.own_interpretation(interpretation) {
                    Some(it) => same(it.table, table)?,
                    None if self
                        .state
                        .entities
                        .ever(&Key::OwnInterpretation(interpretation.clone())) => {}
                    None => return Err(gone("interpretation")),
                }
            }
            Origin::Experience { experience } => {
                let it = self.experience(experience)?;
                // For all others it is as if it were not there.
                if it.private && it.by.as_ref() != by {
                    return Err(gone("experience"));
                }
                same(it.table, table)?;
            }
        }
        Ok(origin.clone())
    }
}

fn passage(quote: &Quote) -> Result<Quote, Refusal> {
    if !is_given_id(&quote.part) {
        return Err(Refusal::BadId);
    }
    if quote.start >= quote.end {
        return Err(Refusal::Empty);
    }
    Ok(Quote {
        text: text::filled(text::lines(&quote.text, text::STORY)?)?,
        ..quote.clone()
    })
}
