//! Commands about the work itself, its sources, and the way back.

use stories::{Kind, Uses};

use super::check::{gone, same_kind, sound};
use super::{Decide, Decision, when};
use crate::state::unite;
use crate::text::{self, CODEBOOK, LINE, NAME, TEXT, filled, is_hash, line, lines};
use crate::{Command, Event, Key, Published, Refusal, Source};

impl Decide<'_> {
    pub(super) fn work(&self, command: &Command) -> Decision {
        match command {
            Command::Begin {
                name,
                theme,
                set,
                provenance,
                language,
            } => Ok(Some(Event::Began {
                name: filled(line(name, NAME)?)?,
                theme: line(theme, LINE)?,
                set: line(set, NAME)?,
                provenance: lines(provenance, TEXT)?,
                language: *language,
            })),
            Command::SetAbout {
                name,
                theme,
                set,
                provenance,
                language,
            } => {
                let (name, theme) = (filled(line(name, NAME)?)?, line(theme, LINE)?);
                let (set, provenance) = (line(set, NAME)?, lines(provenance, TEXT)?);
                let same = self.state.work().is_some_and(|it| {
                    (&it.name, &it.theme, &it.set, &it.provenance, it.language)
                        == (&name, &theme, &set, &provenance, *language)
                });
                when(!same, || Event::AboutSet {
                    name,
                    theme,
                    set,
                    provenance,
                    language: *language,
                })
            }
            Command::SetUses { uses } => self.set_uses(uses),
            Command::TakeIn { .. } => self.take_in(command),
            Command::RemoveSource { id } => {
                self.state.source(id).ok_or_else(|| gone("source"))?;
                Ok(Some(Event::SourceRemoved { id: id.clone() }))
            }
            Command::MarkPublished {
                hash,
                stories,
                perspectives,
            } => {
                if !is_hash(hash) {
                    return Err(Refusal::BadDigest);
                }
                Ok(Some(Event::PublishedMarked {
                    published: Published {
                        hash: hash.clone(),
                        at: self.now,
                        stories: *stories,
                        perspectives: *perspectives,
                    },
                }))
            }
            Command::Undo => self.back(false),
            Command::Redo => self.back(true),
            _ => Ok(None),
        }
    }

    fn back(&self, redo: bool) -> Decision {
        let pieces = self
            .state
            .step_back(redo)
            .ok_or(Refusal::NothingToUndo)?
            .to_vec();
        Ok(Some(if redo {
            Event::Redone { pieces }
        } else {
            Event::Undone { pieces }
        }))
    }

    fn set_uses(&self, uses: &Uses) -> Decision {
        let choices = [
            &uses.voice,
            &uses.education,
            &uses.region,
            &uses.feeling,
            &uses.role,
        ];
        for id in choices.into_iter().flatten() {
            if !matches!(self.question(id)?.kind, Kind::Choice { .. }) {
                return Err(Refusal::OtherKind {
                    question: id.to_string(),
                });
            }
        }
        if let Some(id) = &uses.good
            && !matches!(self.question(id)?.kind, Kind::Slider { .. })
        {
            return Err(Refusal::OtherKind {
                question: id.to_string(),
            });
        }
        let same = self.state.work().is_some_and(|it| it.uses == *uses);
        when(!same, || Event::UsesSet { uses: uses.clone() })
    }

    fn take_in(&self, command: &Command) -> Decision {
        let Command::TakeIn {
            id,
            file,
            digest,
            responses,
            questions,
            codebook,
            offset,
        } = command
        else {
            return Ok(None);
        };
        self.new_id(&id.0, &Key::Source(id.clone()))?;
        if !is_hash(digest) {
            return Err(Refusal::BadDigest);
        }
        if let Some(same) = self.state.sources().iter().find(|it| it.digest == *digest) {
            return Err(Refusal::SameFile {
                file: same.file.clone(),
            });
        }
        let next = self.state.next_offset();
        if *offset < next || offset.checked_add(*responses).is_none() {
            return Err(Refusal::NumbersTaken { next });
        }
        sound(questions)?;
        let mut all = self.state.taken_questions();
        for question in questions {
            let derived = self.state.derived(&question.id).is_some();
            let there = all.iter().find(|it| it.id == question.id);
            if derived || there.is_some_and(|it| !same_kind(&it.kind, &question.kind)) {
                return Err(Refusal::OtherKind {
                    question: question.id.to_string(),
                });
            }
        }
        unite(&mut all, questions);
        sound(&all)?;
        text::fits(codebook, CODEBOOK)?;
        Ok(Some(Event::SourceTaken {
            source: Source {
                id: id.clone(),
                file: filled(line(file, LINE)?)?,
                digest: digest.clone(),
                responses: *responses,
                questions: questions.clone(),
                codebook: codebook.clone(),
                offset: *offset,
                at: self.now,
            },
        }))
    }
}
