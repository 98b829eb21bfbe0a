//! Rules of the poster, and of undo.

use super::check::gone;
use super::{Decide, Decision, when};
use crate::text::{FIELD, PROPOSAL, line, lines};
use crate::{Command, Event, FieldName, NoteId, Origin, Poster, Refusal, TableId};

impl Decide<'_> {
    pub(super) fn change(&self, command: &Command) -> Decision {
        match command {
            Command::ChooseIdeas { table, ideas } => {
                let it = self.poster(*table)?;
                self.ideas_of(*table, ideas)?;
                when(it.ideas != *ideas, || Event::IdeasChosen {
                    table: *table,
                    ideas: ideas.clone(),
                })
            }
            Command::SetField {
                table,
                field,
                text,
                base,
            } => self.set_field(*table, *field, text, *base),
            Command::SetSort { table, sort } => {
                when(self.poster(*table)?.sort != *sort, || Event::SortSet {
                    table: *table,
                    sort: *sort,
                })
            }
            Command::SetTouched { table, touched } => {
                let it = self.poster(*table)?;
                // What is quoted already stays so, also where it could not be quoted any more.
                if it.touched == *touched {
                    return Ok(None);
                }
                let touched = match touched {
                    Some(origin @ (Origin::Story { .. } | Origin::Experience { .. })) => {
                        Some(self.origin(*table, origin, None)?)
                    }
                    Some(_) => return Err(gone("story")),
                    None => None,
                };
                when(it.touched != touched, || Event::TouchedSet {
                    table: *table,
                    touched,
                })
            }
            Command::SetSaw { table, notes } => self.set_saw(*table, notes),
            Command::SetReady { table, ready } => {
                when(self.poster(*table)?.ready != *ready, || Event::ReadySet {
                    table: *table,
                    ready: *ready,
                })
            }
            Command::Undo { table } => self.step_back(*table, false),
            Command::Redo { table } => self.step_back(*table, true),
            _ => Ok(None),
        }
    }

    fn poster(&self, table: TableId) -> Result<&Poster, Refusal> {
        self.state.poster(table).ok_or_else(|| gone("table"))
    }

    fn set_field(
        &self,
        table: TableId,
        field: FieldName,
        text: &str,
        base: Option<u32>,
    ) -> Decision {
        let ideas = self.poster(table)?.ideas.clone();
        let text = if field == FieldName::Name {
            line(text, PROPOSAL)?
        } else {
            lines(text, FIELD)?
        };
        let now = self.state.field(table, field);
        let version = self.state.field_version(table, field);
        let is = now.map(|it| it.text.as_str()).unwrap_or_default();
        if is == text {
            return Ok(None);
        }
        if base.is_some_and(|base| base != version) {
            return Err(Refusal::FieldChanged {
                text: is.to_owned(),
                version,
            });
        }
        Ok(Some(Event::FieldSet {
            table,
            field,
            text,
            ideas,
            version: version.saturating_add(1),
        }))
    }

    fn set_saw(&self, table: TableId, notes: &[NoteId]) -> Decision {
        let it = self.poster(table)?;
        let mut kinds: Vec<_> = self
            .notes_of(table, notes)?
            .into_iter()
            .map(|it| it.kind)
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.len() < notes.len() {
            return Err(Refusal::Twice);
        }
        when(it.saw != notes, || Event::SawSet {
            table,
            notes: notes.to_vec(),
        })
    }

    fn step_back(&self, table: TableId, redo: bool) -> Decision {
        self.table(table)?;
        let pieces = self
            .state
            .step_back(table, redo)
            .ok_or(Refusal::NothingToUndo)?
            .to_vec();
        Ok(Some(if redo {
            Event::Redone { table, pieces }
        } else {
            Event::Undone { table, pieces }
        }))
    }
}
