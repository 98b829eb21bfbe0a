//! Events of observations and perspectives.

use stories::{Interpretation, ObservationId, PerspectiveId};

use crate::{DraftObservation, DraftPerspective, Event, Key, State};

impl State {
    /// Gives back an event that is not one of these.
    pub(super) fn apply_perspectives(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::ObservationAdded { observation } => self.entities.put(observation),
            Event::ObservationChanged {
                id,
                text,
                strength,
                chart,
                pattern,
            } => self.on_observation(id, |it| {
                it.text = text;
                it.strength = strength;
                it.chart = chart;
                it.pattern = pattern;
            }),
            Event::ObservationMoved { id, x, y } => {
                self.on_observation(id, |it| (it.x, it.y) = (x, y));
            }
            Event::ObservationRemoved { id } => {
                self.loosen(std::slice::from_ref(&id), None);
                self.entities.remove(&Key::DraftObservation(id));
            }
            Event::InterpretationAdded {
                observation,
                interpretation,
            } => self.on_observation(observation, |it| it.interpretations.push(interpretation)),
            Event::InterpretationChanged {
                observation,
                id,
                text,
            } => self.on_observation(observation, |it| {
                if let Some(one) = it.interpretations.iter_mut().find(|it| it.id == id) {
                    one.text = text;
                }
            }),
            Event::InterpretationRemoved { observation, id } => {
                self.on_observation(observation, |it| {
                    it.interpretations.retain(|it| it.id != id);
                });
            }
            Event::InterpretationsOrdered { observation, order } => {
                let place = |it: &Interpretation| order.iter().position(|id| *id == it.id);
                self.on_observation(observation, |it| it.interpretations.sort_by_key(place));
            }
            Event::PerspectiveAdded { perspective } => {
                self.loosen(&perspective.observations, None);
                self.entities.put(perspective);
            }
            Event::PerspectiveChanged {
                id,
                name,
                short,
                question,
            } => self.on_perspective(id, |it| {
                it.name = name;
                it.short = short;
                it.question = question;
            }),
            Event::PerspectiveMoved { id, x, y } => {
                self.on_perspective(id, |it| (it.x, it.y) = (x, y));
            }
            Event::PerspectiveRemoved { id } => self.entities.remove(&Key::DraftPerspective(id)),
            Event::PerspectivesOrdered { order } => {
                for (place, id) in (0..).zip(order) {
                    self.on_perspective(id, |it| it.place = place);
                }
            }
            Event::Bundled { id, observations } => {
                self.loosen(&observations, Some(&id));
                self.on_perspective(id, |it| it.observations = observations);
            }
            Event::SupportSet { id, stories } => {
                self.on_perspective(id, |it| it.support = stories);
            }
            other => return Some(other),
        }
        None
    }

    fn on_observation(&mut self, id: ObservationId, change: impl FnOnce(&mut DraftObservation)) {
        self.entities.edit(&Key::DraftObservation(id), change);
    }

    fn on_perspective(&mut self, id: PerspectiveId, change: impl FnOnce(&mut DraftPerspective)) {
        self.entities.edit(&Key::DraftPerspective(id), change);
    }

    /// Takes observations out of every perspective but one: an observation belongs to at most one.
    fn loosen(&mut self, observations: &[ObservationId], but: Option<&PerspectiveId>) {
        self.entities.edit_all(|it: &mut DraftPerspective| {
            if Some(&it.id) != but {
                it.observations.retain(|id| !observations.contains(id));
            }
        });
    }
}
