//! The answers of a selection, as small as they can be, beside each other for counting.

use stories::{Kind, Library, Question, QuestionId, Values};

use crate::Options;

/// A choice question with more choices than this takes no part: nobody can compare so many groups, and a place fits a byte.
pub(crate) const MOST_CHOICES: usize = 254;

/// The places of a slider.
pub(crate) const PLACES: usize = 101;

/// The answers to one question, one a story.
#[derive(Clone, Debug)]
pub enum Answers {
    /// The place of the chosen option, below the number of options; that number itself is no answer.
    Choice {
        /// One a story.
        codes: Vec<u8>,
        /// The number of options, at most 254.
        options: usize,
    },
    /// The place of the slider from 0 to 100; 101 is no answer.
    Slider(Vec<u8>),
    /// A bit for each chosen option; 0 is no answer.
    Several {
        /// One a story.
        bits: Vec<u64>,
        /// The number of options, at most 64.
        options: usize,
    },
}

impl Answers {
    /// The number of different answers, without no answer.
    pub(crate) fn width(&self) -> usize {
        match self {
            Self::Choice { options, .. } | Self::Several { options, .. } => *options,
            Self::Slider(_) => PLACES,
        }
    }

    pub(crate) fn is_slider(&self) -> bool {
        matches!(self, Self::Slider(_))
    }

    pub(crate) fn is_several(&self) -> bool {
        matches!(self, Self::Several { .. })
    }
}

/// A question with the answers of the selection.
pub(crate) struct Column<'a> {
    pub(crate) question: &'a Question,
    pub(crate) answers: Answers,
}

/// The questions that take part, in the order of the questionnaire, and the countable ones that cannot.
pub(crate) fn columns<'a>(
    library: &'a Library,
    rows: &[usize],
    options: &Options,
) -> (Vec<Column<'a>>, Vec<QuestionId>) {
    let (mut taken, mut left_out) = (Vec::new(), Vec::new());
    for question in library.questions() {
        if options.without.contains(&question.id) {
            continue;
        }
        if matches!(question.kind, Kind::Choice { .. }) && question.choices().len() > MOST_CHOICES {
            left_out.push(question.id.clone());
        } else if let Some(values) = library.values(&question.id) {
            let answers = gather(values, rows, question.choices().len());
            taken.push(Column { question, answers });
        }
    }
    (taken, left_out)
}

fn gather(values: Values<'_>, rows: &[usize], options: usize) -> Answers {
    // A place past the last option is no answer, whatever stood there.
    let small = |code: u16| u8::try_from(usize::from(code).min(options)).unwrap_or(u8::MAX);
    match values {
        Values::Choice(codes) => Answers::Choice {
            codes: rows.iter().map(|row| small(codes[*row])).collect(),
            options,
        },
        Values::Several(bits) => Answers::Several {
            bits: rows.iter().map(|row| bits[*row]).collect(),
            options,
        },
        Values::Slider(places) => Answers::Slider(
            rows.iter()
                .map(|row| places[*row].min(PLACES as u8))
                .collect(),
        ),
    }
}
