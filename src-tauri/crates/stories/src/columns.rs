//! The answers as dense columns, for filters and charts.

use std::collections::BTreeMap;

use crate::check::check;
use crate::{
    Answer, Collection, CollectionError, Interpretation, InterpretationId, Kind, Observation,
    ObservationId, OptionId, Perspective, PerspectiveId, Question, QuestionId, Story, StoryId,
};

/// A collection that was checked, with its answers as dense columns.
#[derive(Debug)]
pub struct Library {
    collection: Collection,
    places: BTreeMap<QuestionId, usize>,
    perspectives: BTreeMap<PerspectiveId, usize>,
    observations: BTreeMap<ObservationId, (usize, usize)>,
    interpretations: BTreeMap<InterpretationId, (usize, usize, usize)>,
    columns: Vec<Column>,
    words: Vec<u32>,
}

/// The answers to one question, one place a story.
#[derive(Debug)]
pub(crate) enum Column {
    /// The place of the chosen option, or [`NO_CHOICE`].
    Choice(Vec<u16>),
    /// A bit for each chosen option; 0 is no answer.
    Several(Vec<u64>),
    /// The place of the slider, or [`NO_PLACE`].
    Slider(Vec<u8>),
    /// Texts stay in the story.
    Text,
}

/// The answers to one question as they stand in memory, one place a story, beside [`Library::stories`].
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// The place of the chosen option among the choices; [`u16::MAX`] is no answer.
    Choice(&'a [u16]),
    /// A bit for each chosen option, the first choice lowest; 0 is no answer.
    Several(&'a [u64]),
    /// The place of the slider, 0 to 100; [`u8::MAX`] is no answer.
    Slider(&'a [u8]),
}

/// No answer to a choice question.
pub(crate) const NO_CHOICE: u16 = u16::MAX;
/// No answer to a slider.
pub(crate) const NO_PLACE: u8 = u8::MAX;

impl Library {
    /// Checks a collection and builds its columns.
    ///
    /// # Errors
    /// What does not hold together, the first that is found.
    pub fn new(collection: Collection) -> Result<Self, CollectionError> {
        check(&collection)?;
        let places = (0..)
            .zip(&collection.questions)
            .map(|(nth, question)| (question.id.clone(), nth))
            .collect();
        let mut perspectives = BTreeMap::new();
        let mut observations = BTreeMap::new();
        let mut interpretations = BTreeMap::new();
        for (p, perspective) in collection.perspectives.iter().enumerate() {
            perspectives.insert(perspective.id.clone(), p);
            for (o, observation) in perspective.observations.iter().enumerate() {
                observations.insert(observation.id.clone(), (p, o));
                for (i, interpretation) in observation.interpretations.iter().enumerate() {
                    interpretations.insert(interpretation.id.clone(), (p, o, i));
                }
            }
        }
        let columns = collection
            .questions
            .iter()
            .map(|question| column(question, &collection.stories))
            .collect();
        let words = collection
            .stories
            .iter()
            .map(|story| u32::try_from(story.words()).unwrap_or(u32::MAX))
            .collect();
        Ok(Self {
            collection,
            places,
            perspectives,
            observations,
            interpretations,
            columns,
            words,
        })
    }

    /// The checked values.
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// All questions, in the order of the questionnaire.
    pub fn questions(&self) -> &[Question] {
        &self.collection.questions
    }

    /// All stories, in the order of their numbers.
    pub fn stories(&self) -> &[Story] {
        &self.collection.stories
    }

    /// All perspectives, in the order of the preparer.
    pub fn perspectives(&self) -> &[Perspective] {
        &self.collection.perspectives
    }

    /// The number of words of each story's text, beside [`Self::stories`].
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// A question.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.collection.questions.get(self.place(id)?)
    }

    /// A story.
    pub fn story(&self, id: StoryId) -> Option<&Story> {
        self.collection.stories.get(self.row(id)?)
    }

    /// A perspective.
    pub fn perspective(&self, id: &PerspectiveId) -> Option<&Perspective> {
        self.collection
            .perspectives
            .get(*self.perspectives.get(id)?)
    }

    /// An observation.
    pub fn observation(&self, id: &ObservationId) -> Option<&Observation> {
        let (p, o) = *self.observations.get(id)?;
        self.collection.perspectives.get(p)?.observations.get(o)
    }

    /// The perspective that an observation belongs to.
    pub fn perspective_of(&self, id: &ObservationId) -> Option<&Perspective> {
        self.collection
            .perspectives
            .get(self.observations.get(id)?.0)
    }

    /// An interpretation that came with the snapshot.
    pub fn interpretation(&self, id: &InterpretationId) -> Option<&Interpretation> {
        let (p, o, i) = *self.interpretations.get(id)?;
        self.collection
            .perspectives
            .get(p)?
            .observations
            .get(o)?
            .interpretations
            .get(i)
    }

    /// The observation that an interpretation explains.
    pub fn observation_of(&self, id: &InterpretationId) -> Option<&Observation> {
        let (p, o, _) = *self.interpretations.get(id)?;
        self.collection.perspectives.get(p)?.observations.get(o)
    }

    /// The words of an answer.
    pub fn label(&self, question: &QuestionId, option: &OptionId) -> Option<&str> {
        let choices = self.question(question)?.choices();
        choices
            .iter()
            .find(|choice| choice.id == *option)
            .map(|choice| choice.label.as_str())
    }

    /// The answer of a story to a question.
    pub fn answer(&self, story: StoryId, question: &QuestionId) -> Option<&Answer> {
        self.story(story)?.answers.get(question)
    }

    /// All answers to a question; none for texts and for what is not in this library.
    pub fn values(&self, id: &QuestionId) -> Option<Values<'_>> {
        match self.column(id)?.1 {
            Column::Choice(codes) => Some(Values::Choice(codes)),
            Column::Several(bits) => Some(Values::Several(bits)),
            Column::Slider(places) => Some(Values::Slider(places)),
            Column::Text => None,
        }
    }

    pub(crate) fn place(&self, id: &QuestionId) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub(crate) fn row(&self, id: StoryId) -> Option<usize> {
        self.collection
            .stories
            .binary_search_by_key(&id, |story| story.id)
            .ok()
    }

    pub(crate) fn column(&self, id: &QuestionId) -> Option<(&Question, &Column)> {
        let place = self.place(id)?;
        Some((
            self.collection.questions.get(place)?,
            self.columns.get(place)?,
        ))
    }
}

impl Column {
    /// Whether a story has an answer; texts never count.
    pub(crate) fn answered(&self, row: usize) -> bool {
        match self {
            Self::Choice(codes) => codes[row] != NO_CHOICE,
            Self::Several(bits) => bits[row] != 0,
            Self::Slider(values) => values[row] != NO_PLACE,
            Self::Text => false,
        }
    }

    /// Calls `each` with the place of every option that a story chose.
    pub(crate) fn chosen(&self, row: usize, mut each: impl FnMut(usize)) {
        match self {
            Self::Choice(codes) if codes[row] != NO_CHOICE => each(usize::from(codes[row])),
            Self::Several(bits) => {
                let mut left = bits[row];
                while left != 0 {
                    each(left.trailing_zeros() as usize);
                    left &= left - 1;
                }
            }
            Self::Choice(_) | Self::Slider(_) | Self::Text => {}
        }
    }
}

/// The place of an option among the choices of its question.
fn code(question: &Question, option: &OptionId) -> Option<usize> {
    question
        .choices()
        .iter()
        .position(|choice| choice.id == *option)
}

fn column(question: &Question, stories: &[Story]) -> Column {
    let answers = stories.iter().map(|story| story.answers.get(&question.id));
    match question.kind {
        Kind::Choice { .. } => Column::Choice(
            answers
                .map(|answer| match answer {
                    Some(Answer::Choice(option)) => code(question, option)
                        .and_then(|code| u16::try_from(code).ok())
                        .unwrap_or(NO_CHOICE),
                    _ => NO_CHOICE,
                })
                .collect(),
        ),
        Kind::Several { .. } => Column::Several(
            answers
                .map(|answer| match answer {
                    Some(Answer::Several(options)) => options
                        .iter()
                        .filter_map(|option| code(question, option))
                        .fold(0, |bits, code| bits | (1 << code)),
                    _ => 0,
                })
                .collect(),
        ),
        Kind::Slider { .. } => Column::Slider(
            answers
                .map(|answer| match answer {
                    Some(Answer::Slider(place)) => *place,
                    _ => NO_PLACE,
                })
                .collect(),
        ),
        Kind::Text => Column::Text,
    }
}
