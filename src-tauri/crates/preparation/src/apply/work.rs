//! Events of the work itself, its sources, its questions and patterns, and the way back.

use crate::change::Change;
use crate::{Event, Kept, Key, LeftOut, Work};

impl Change<'_> {
    /// Gives back an event that is not one of these.
    pub(super) fn work(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Began {
                name,
                theme,
                set,
                provenance,
                language,
            } => self.put(Work {
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
            } => self.edit(&Key::Work, |it: &mut Work| {
                it.name = name;
                it.theme = theme;
                it.set = set;
                it.provenance = provenance;
                it.language = language;
            }),
            Event::UsesSet { uses } => self.edit(&Key::Work, |it: &mut Work| it.uses = uses),
            Event::SourceTaken { source } => self.put(source),
            Event::SourceRemoved { id } => self.remove(&Key::Source(id)),
            Event::PublishedMarked { published } => self.put(published),
            Event::QuestionEdited { edit } => {
                let none = edit.is_none();
                self.put_unless(edit, none);
            }
            Event::QuestionsOrdered { order } => {
                let none = order.order.is_empty();
                self.put_unless(order, none);
            }
            Event::Recoded { recode } => {
                let none = recode.is_none();
                self.put_unless(recode, none);
            }
            Event::DerivedSet { derived } => self.put(derived),
            Event::DerivedRemoved { id } => self.remove(&Key::Derived(id)),
            Event::ScopeSet { questions, out } => {
                for question in questions {
                    if out {
                        self.remove(&Key::Kept(question.clone()));
                    }
                    self.put_unless(LeftOut { question }, !out);
                }
            }
            Event::QuestionsKept { questions, kept } => {
                for question in questions {
                    if kept {
                        self.remove(&Key::LeftOut(question.clone()));
                    }
                    self.put_unless(Kept { question }, !kept);
                }
            }
            Event::TriageSet { triage } => {
                // Where something is said of all options, one that is open again has to say so itself.
                let of_all = triage.pattern.whole().map(Key::Triage);
                let covered = of_all.is_some_and(|key| self.state.entities.contains_key(&key));
                let none = triage.is_none() && !covered;
                self.put_unless(triage, none);
            }
            Event::SelectionSet { selection } => self.put(selection),
            Event::SelectionRemoved { id } => self.remove(&Key::Selection(id)),
            Event::Undone { pieces } | Event::Redone { pieces } => self.restore(pieces),
            other => return Some(other),
        }
        None
    }
}
