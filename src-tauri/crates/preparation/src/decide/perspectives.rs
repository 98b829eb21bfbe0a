//! Commands about observations, their interpretations, and perspectives.

use stories::{ChartSpec, Interpretation, InterpretationId, ObservationId};

use super::check::{gone, once, pattern, same_set, within};
use super::{Decide, Decision, when};
use crate::text::{LINE, NAME, SENTENCE, filled, is_id, line, lines};
use crate::{Charts, Command, DraftObservation, DraftPerspective, Event, Key, PatternKey, Refusal};

/// The most supporting stories that a perspective can have while they are being chosen.
const MOST_SUPPORT: i32 = 100;
/// The short name of a perspective has at most this number of characters.
pub(crate) const LONGEST_SHORT: usize = 32;

impl Decide<'_> {
    pub(super) fn perspectives(&self, command: &Command) -> Decision {
        match command {
            Command::AddObservation {
                id,
                text,
                strength,
                chart,
                pattern,
            } => {
                self.new_id(&id.0, &Key::DraftObservation(id.clone()))?;
                let observation = self.draft(id, text, *strength, chart, pattern)?;
                Ok(Some(Event::ObservationAdded { observation }))
            }
            Command::ChangeObservation {
                id,
                text,
                strength,
                chart,
                pattern,
            } => {
                let was = self.observation(id)?;
                let charts = Charts::new(self.state);
                // A screen gives the chart back as it shows it: what it was made of, hidden options among it, stays.
                let shown = was.chart.as_ref().map(|it| charts.follow(it));
                let chart = match (shown, chart) {
                    (Some(Ok(shown)), Some(given)) if shown == *given => &was.chart,
                    _ => chart,
                };
                let DraftObservation {
                    text,
                    strength,
                    chart,
                    pattern,
                    ..
                } = self.draft(id, text, *strength, chart, pattern)?;
                let same = was.text == text
                    && was.strength == strength
                    && was.chart == chart
                    && was.pattern == pattern;
                when(!same, || Event::ObservationChanged {
                    id: id.clone(),
                    text,
                    strength,
                    chart,
                    pattern,
                })
            }
            Command::MoveObservation { id, x, y } => {
                let was = self.observation(id)?;
                when((was.x, was.y) != (*x, *y), || Event::ObservationMoved {
                    id: id.clone(),
                    x: *x,
                    y: *y,
                })
            }
            Command::RemoveObservation { id } => {
                self.observation(id)?;
                Ok(Some(Event::ObservationRemoved { id: id.clone() }))
            }
            Command::AddInterpretation { .. }
            | Command::ChangeInterpretation { .. }
            | Command::RemoveInterpretation { .. }
            | Command::OrderInterpretations { .. } => self.interpretations(command),
            _ => self.bundles(command),
        }
    }

    fn draft(
        &self,
        id: &ObservationId,
        text: &str,
        strength: u8,
        chart: &Option<ChartSpec>,
        from: &Option<PatternKey>,
    ) -> Result<DraftObservation, Refusal> {
        within(strength, 1, 5)?;
        Ok(DraftObservation {
            id: id.clone(),
            text: line(text, SENTENCE)?,
            strength,
            chart: chart.as_ref().map(|it| Charts::new(self.state).keep(it)),
            pattern: from.as_ref().map(pattern).transpose()?,
            interpretations: Vec::new(),
            x: 0,
            y: 0,
        })
    }

    fn interpretations(&self, command: &Command) -> Decision {
        let of = |id: &InterpretationId| {
            self.state
                .observation_of(id)
                .ok_or_else(|| gone("interpretation"))
        };
        match command {
            Command::AddInterpretation {
                id,
                observation,
                text,
            } => {
                self.observation(observation)?;
                if !is_id(&id.0) || self.state.observation_of(id).is_some() {
                    return Err(Refusal::BadId);
                }
                Ok(Some(Event::InterpretationAdded {
                    observation: observation.clone(),
                    interpretation: Interpretation {
                        id: id.clone(),
                        text: filled(lines(text, SENTENCE)?)?,
                    },
                }))
            }
            Command::ChangeInterpretation { id, text } => {
                let observation = of(id)?;
                let text = filled(lines(text, SENTENCE)?)?;
                let same = |it: &Interpretation| it.id == *id && it.text == text;
                when(!observation.interpretations.iter().any(same), || {
                    Event::InterpretationChanged {
                        observation: observation.id.clone(),
                        id: id.clone(),
                        text: text.clone(),
                    }
                })
            }
            Command::RemoveInterpretation { id } => {
                let observation = of(id)?.id.clone();
                Ok(Some(Event::InterpretationRemoved {
                    observation,
                    id: id.clone(),
                }))
            }
            Command::OrderInterpretations { observation, order } => {
                let is = self.observation(observation)?;
                let ids: Vec<InterpretationId> =
                    is.interpretations.iter().map(|it| it.id.clone()).collect();
                same_set(&ids, order)?;
                when(ids != *order, || Event::InterpretationsOrdered {
                    observation: observation.clone(),
                    order: order.clone(),
                })
            }
            _ => Ok(None),
        }
    }

    fn bundles(&self, command: &Command) -> Decision {
        match command {
            Command::AddPerspective {
                id,
                name,
                observations,
                x,
                y,
            } => {
                self.new_id(&id.0, &Key::DraftPerspective(id.clone()))?;
                self.observations(observations)?;
                let last = self.state.perspectives().last().map(|it| it.place);
                Ok(Some(Event::PerspectiveAdded {
                    perspective: DraftPerspective {
                        id: id.clone(),
                        name: line(name, NAME)?,
                        short: String::new(),
                        question: String::new(),
                        observations: observations.clone(),
                        support: Vec::new(),
                        place: last.map_or(0, |it| it.saturating_add(1)),
                        x: *x,
                        y: *y,
                    },
                }))
            }
            Command::ChangePerspective {
                id,
                name,
                short,
                question,
            } => {
                let was = self.perspective(id)?;
                let (name, short) = (line(name, NAME)?, line(short, NAME)?);
                let question = line(question, LINE)?;
                if short.chars().count() > LONGEST_SHORT {
                    return Err(Refusal::TooLong {
                        most: LONGEST_SHORT as u32,
                    });
                }
                let same = was.name == name && was.short == short && was.question == question;
                when(!same, || Event::PerspectiveChanged {
                    id: id.clone(),
                    name,
                    short,
                    question,
                })
            }
            Command::MovePerspective { id, x, y } => {
                let was = self.perspective(id)?;
                when((was.x, was.y) != (*x, *y), || Event::PerspectiveMoved {
                    id: id.clone(),
                    x: *x,
                    y: *y,
                })
            }
            Command::RemovePerspective { id } => {
                self.perspective(id)?;
                Ok(Some(Event::PerspectiveRemoved { id: id.clone() }))
            }
            Command::OrderPerspectives { order } => {
                let ids: Vec<_> = self
                    .state
                    .perspectives()
                    .iter()
                    .map(|it| it.id.clone())
                    .collect();
                same_set(&ids, order)?;
                when(ids != *order, || Event::PerspectivesOrdered {
                    order: order.clone(),
                })
            }
            Command::Bundle { id, observations } => {
                let was = self.perspective(id)?;
                self.observations(observations)?;
                when(was.observations != *observations, || Event::Bundled {
                    id: id.clone(),
                    observations: observations.clone(),
                })
            }
            Command::SetSupport { id, stories } => {
                let was = self.perspective(id)?;
                once(stories)?;
                within(
                    i64::try_from(stories.len()).unwrap_or(i64::MAX),
                    0,
                    MOST_SUPPORT,
                )?;
                self.stories(stories)?;
                when(was.support != *stories, || Event::SupportSet {
                    id: id.clone(),
                    stories: stories.clone(),
                })
            }
            _ => Ok(None),
        }
    }
}
