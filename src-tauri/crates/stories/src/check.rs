//! Whether a collection holds together.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::{
    Answer, ChartSpec, Choice, Collection, CollectionError, Condition, Kind, Library, Observation,
    OptionId, Question, QuestionId, Story, StoryId, Test, Uses,
};

/// A several question has at most this number of choices, so that an answer fits one machine word.
const MOST_SEVERAL: usize = 64;
/// A choice question has at most this number of choices.
const MOST_CHOICES: usize = 10_000;
/// The short name of a perspective has at most this number of characters.
const LONGEST_SHORT: usize = 32;

/// The questions by their ids.
type Questions<'a> = BTreeMap<&'a QuestionId, &'a Question>;

/// Checks everything that [`Library`] and its users rely on.
pub(crate) fn check(collection: &Collection) -> Result<(), CollectionError> {
    let questions = check_questions(&collection.questions)?;
    check_uses(&collection.about.uses, &questions)?;
    let mut last: Option<StoryId> = None;
    for story in &collection.stories {
        match last {
            Some(before) if before == story.id => {
                return Err(CollectionError::Twice(story_name(story.id)));
            }
            Some(before) if before > story.id => {
                return Err(CollectionError::Order(story_name(story.id)));
            }
            Some(_) | None => last = Some(story.id),
        }
        check_answers(story, &questions)?;
    }
    check_perspectives(collection, &questions)
}

fn check_uses(uses: &Uses, questions: &Questions<'_>) -> Result<(), CollectionError> {
    let name = || "uses".to_owned();
    for id in [
        &uses.voice,
        &uses.education,
        &uses.region,
        &uses.feeling,
        &uses.role,
    ]
    .into_iter()
    .flatten()
    {
        if !matches!(find(questions, id, &name)?.kind, Kind::Choice { .. }) {
            return Err(CollectionError::Kind(format!("uses: {id}")));
        }
    }
    match &uses.good {
        Some(id) if !matches!(find(questions, id, &name)?.kind, Kind::Slider { .. }) => {
            Err(CollectionError::Kind(format!("uses: {id}")))
        }
        Some(_) | None => Ok(()),
    }
}

fn story_name(id: StoryId) -> String {
    format!("story {}", id.0)
}

fn check_questions(all: &[Question]) -> Result<Questions<'_>, CollectionError> {
    let mut questions = Questions::new();
    for question in all {
        once(&mut questions, &question.id, question)?;
        let choices = question.choices();
        let mut seen = BTreeMap::new();
        for choice in choices {
            once(&mut seen, &choice.id, ())
                .map_err(|_| CollectionError::Twice(format!("{}.{}", question.id, choice.id)))?;
        }
        let (least, most) = match question.kind {
            Kind::Choice { .. } => (1, MOST_CHOICES),
            Kind::Several { .. } => (1, MOST_SEVERAL),
            Kind::Slider { .. } | Kind::Text => (0, 0),
        };
        if !(least..=most).contains(&choices.len()) {
            return Err(CollectionError::Bounds(question.id.to_string()));
        }
    }
    Ok(questions)
}

fn once<'a, K: Ord + ToString + ?Sized, V>(
    seen: &mut BTreeMap<&'a K, V>,
    id: &'a K,
    value: V,
) -> Result<(), CollectionError> {
    match seen.entry(id) {
        Entry::Vacant(free) => {
            free.insert(value);
            Ok(())
        }
        Entry::Occupied(_) => Err(CollectionError::Twice(id.to_string())),
    }
}

fn find<'a>(
    questions: &Questions<'a>,
    id: &QuestionId,
    from: &dyn Fn() -> String,
) -> Result<&'a Question, CollectionError> {
    questions
        .get(id)
        .copied()
        .ok_or_else(|| CollectionError::Missing {
            from: from(),
            to: id.to_string(),
        })
}

fn check_options<'a>(
    question: &Question,
    options: impl IntoIterator<Item = &'a OptionId>,
    from: &dyn Fn() -> String,
) -> Result<(), CollectionError> {
    let choices: &[Choice] = question.choices();
    for option in options {
        if !choices.iter().any(|choice| choice.id == *option) {
            return Err(CollectionError::Missing {
                from: from(),
                to: format!("{}.{option}", question.id),
            });
        }
    }
    Ok(())
}

fn check_answers(story: &Story, questions: &Questions<'_>) -> Result<(), CollectionError> {
    let name = || story_name(story.id);
    for (id, answer) in &story.answers {
        let question = find(questions, id, &name)?;
        let wrong = || Err(CollectionError::Kind(format!("{}: {id}", name())));
        match (answer, &question.kind) {
            (Answer::Choice(option), Kind::Choice { .. }) => {
                check_options(question, [option], &name)?
            }
            (Answer::Several(options), Kind::Several { .. }) => {
                check_options(question, options, &name)?;
                let mut seen = BTreeMap::new();
                for option in options {
                    once(&mut seen, option, ()).map_err(|_| {
                        CollectionError::Twice(format!("{}: {id}.{option}", name()))
                    })?;
                }
                if options.is_empty() {
                    return wrong();
                }
            }
            (Answer::Slider(place), Kind::Slider { .. }) if *place <= 100 => {}
            (Answer::Text(_), Kind::Text) => {}
            (Answer::Choice(_) | Answer::Several(_) | Answer::Slider(_) | Answer::Text(_), _) => {
                return wrong();
            }
        }
    }
    Ok(())
}

fn check_perspectives(
    collection: &Collection,
    questions: &Questions<'_>,
) -> Result<(), CollectionError> {
    let (mut perspectives, mut observations, mut interpretations) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for perspective in &collection.perspectives {
        let name = || perspective.id.to_string();
        once(&mut perspectives, &perspective.id, ())?;
        if perspective.short.chars().count() > LONGEST_SHORT {
            return Err(CollectionError::Bounds(name()));
        }
        let mut support = BTreeMap::new();
        for id in &perspective.support {
            if collection
                .stories
                .binary_search_by_key(id, |story| story.id)
                .is_err()
            {
                return Err(CollectionError::Missing {
                    from: name(),
                    to: story_name(*id),
                });
            }
            if support.insert(*id, ()).is_some() {
                return Err(CollectionError::Twice(format!(
                    "{}: {}",
                    name(),
                    story_name(*id)
                )));
            }
        }
        for observation in &perspective.observations {
            once(&mut observations, &observation.id, ())?;
            check_observation(observation, questions)?;
            for interpretation in &observation.interpretations {
                once(&mut interpretations, &interpretation.id, ())?;
            }
        }
    }
    Ok(())
}

fn check_observation(
    observation: &Observation,
    questions: &Questions<'_>,
) -> Result<(), CollectionError> {
    if observation.interpretations.len() < 2 {
        return Err(CollectionError::Rivals(observation.id.to_string()));
    }
    check_chart(&observation.chart, questions, &|| {
        observation.id.to_string()
    })
}

fn check_chart(
    chart: &ChartSpec,
    questions: &Questions<'_>,
    from: &dyn Fn() -> String,
) -> Result<(), CollectionError> {
    match chart {
        ChartSpec::Share {
            rows,
            only,
            hit,
            within,
            ..
        } => {
            check_rows(rows, only, questions, from)?;
            check_conditions(std::iter::once(hit).chain(within), questions, from)
        }
        ChartSpec::Spread {
            question,
            only,
            within,
        } => {
            check_rows(question, only, questions, from)?;
            check_conditions(within, questions, from)
        }
        ChartSpec::Ranges {
            question,
            bins,
            within,
        } => {
            if !matches!(find(questions, question, from)?.kind, Kind::Slider { .. }) {
                return Err(CollectionError::Kind(from()));
            }
            let mut free = 0;
            for (low, high, _) in bins {
                if *low < free || low > high || *high > 100 {
                    return Err(CollectionError::Bounds(from()));
                }
                free = high + 1;
            }
            check_conditions(within, questions, from)
        }
        ChartSpec::Cells {
            rows,
            only_rows,
            columns,
            only_columns,
            within,
        } => {
            check_rows(rows, only_rows, questions, from)?;
            check_rows(columns, only_columns, questions, from)?;
            check_conditions(within, questions, from)
        }
    }
}

fn check_rows(
    id: &QuestionId,
    only: &[OptionId],
    questions: &Questions<'_>,
    from: &dyn Fn() -> String,
) -> Result<(), CollectionError> {
    let question = find(questions, id, from)?;
    if !matches!(question.kind, Kind::Choice { .. } | Kind::Several { .. }) {
        return Err(CollectionError::Kind(from()));
    }
    let mut seen = BTreeMap::new();
    for option in only {
        once(&mut seen, option, ())
            .map_err(|_| CollectionError::Twice(format!("{}: {option}", from())))?;
    }
    check_options(question, only, from)
}

fn check_conditions<'a>(
    conditions: impl IntoIterator<Item = &'a Condition>,
    questions: &Questions<'_>,
    from: &dyn Fn() -> String,
) -> Result<(), CollectionError> {
    for condition in conditions {
        let question = find(questions, &condition.question, from)?;
        match (&condition.test, &question.kind) {
            (Test::AnyOf { options }, Kind::Choice { .. } | Kind::Several { .. }) => {
                check_options(question, options, from)?;
            }
            (
                Test::Range {
                    from: low,
                    to: high,
                },
                Kind::Slider { .. },
            ) => {
                if low > high || *high > 100 {
                    return Err(CollectionError::Bounds(from()));
                }
            }
            (Test::AnyOf { .. } | Test::Range { .. }, _) => {
                return Err(CollectionError::Kind(from()));
            }
        }
    }
    Ok(())
}

impl Library {
    /// Whether a filter fits these questions.
    ///
    /// # Errors
    /// A question or option that is not there, a test that does not fit the kind of its question, or bounds that make no sense.
    pub fn check_filter(&self, filter: &crate::Filter) -> Result<(), CollectionError> {
        check_conditions(&filter.conditions, &self.by_id(), &|| "filter".to_owned())
    }

    /// Whether a chart can be made from these questions.
    ///
    /// # Errors
    /// As for [`Self::check_filter`].
    pub fn check_chart(&self, chart: &ChartSpec) -> Result<(), CollectionError> {
        check_chart(chart, &self.by_id(), &|| "chart".to_owned())
    }

    fn by_id(&self) -> Questions<'_> {
        self.questions()
            .iter()
            .map(|question| (&question.id, question))
            .collect()
    }
}
