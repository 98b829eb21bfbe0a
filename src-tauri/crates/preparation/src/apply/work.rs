//! Events of the work itself, its sources, its questions and patterns, and the way back.

use crate::{Event, Kept, Key, LeftOut, State, Work};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_work(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Began {
                name,
                theme,
                set,
                provenance,
                language,
            } => self.entities.put(Work {
                name,
                theme,
                set,
                provenance,
                language,
                uses: stories::Uses::default(),
            }),
            Event::AboutSet {
                name,
                theme,
                set,
                provenance,
                language,
            } => self.entities.edit(&Key::Work, |it: &mut Work| {
                it.name = name;
                it.theme = theme;
                it.set = set;
                it.provenance = provenance;
                it.language = language;
            }),
            Event::UsesSet { uses } => self
                .entities
                .edit(&Key::Work, |it: &mut Work| it.uses = uses),
            Event::SourceTaken { source } => self.entities.put(source),
            Event::SourceRemoved { id } => self.entities.remove(&Key::Source(id)),
            Event::PublishedMarked { published } => self.entities.put(published),
            Event::QuestionEdited { edit } => {
                let none = edit.is_none();
                self.entities.put_unless(edit, none);
            }
            Event::QuestionsOrdered { order } => {
                let none = order.order.is_empty();
                self.entities.put_unless(order, none);
            }
            Event::Recoded { recode } => {
                let none = recode.is_none();
                self.entities.put_unless(recode, none);
            }
            Event::DerivedSet { derived } => self.entities.put(derived),
            Event::DerivedRemoved { id } => self.entities.remove(&Key::Derived(id)),
            Event::ScopeSet { questions, out } => {
                for question in questions {
                    if out {
                        self.entities.remove(&Key::Kept(question.clone()));
                    }
                    self.entities.put_unless(LeftOut { question }, !out);
                }
            }
            Event::QuestionsKept { questions, kept } => {
                for question in questions {
                    if kept {
                        self.entities.remove(&Key::LeftOut(question.clone()));
                    }
                    self.entities.put_unless(Kept { question }, !kept);
                }
            }
            Event::TriageSet { triage } => {
                // Where something is said of all options, one that is open again has to say so itself.
                let of_all = triage.pattern.whole().map(Key::Triage);
                let covered = of_all.is_some_and(|key| self.entities.contains(&key));
                let none = triage.is_none() && !covered;
                self.entities.put_unless(triage, none);
            }
            Event::SelectionSet { selection } => self.entities.put(selection),
            Event::SelectionRemoved { id } => self.entities.remove(&Key::Selection(id)),
            Event::Undone { pieces } | Event::Redone { pieces } => self.restore(pieces),
            other => return Some(other),
        }
        None
    }
}
