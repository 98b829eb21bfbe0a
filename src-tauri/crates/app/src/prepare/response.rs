//! Looking any response up as it was taken in: the preparer may leave one out that the program did not suspect.

use protocol::{Failure, ResponseAnswer, ResponsePage, ResponseQuery, ResponseView};
use stories::{Answer, Choice, Kind, OptionId, Question, Story, StoryId};

use super::Draft;
use super::clean::suspicion_line;
use super::mapping::number;
use crate::page::{MOST_LINES, page};

impl Draft {
    pub(super) fn responses(&self, query: &ResponseQuery) -> ResponsePage {
        let (state, sources, found) = (self.state(), self.sources(), self.found());
        let wanted = Wanted::of(&query.search);
        let mut left_out = 0;
        let mut fitting = Vec::new();
        for (id, story) in sources.stories(&state) {
            let out = state.left_out_story(id);
            left_out += usize::from(out);
            if (out || !query.left_out) && wanted.fits(id, story) {
                fitting.push(id);
            }
        }
        // Whoever types a number mostly means the response with that number.
        fitting.sort_by_key(|id| Some(id.0) != wanted.number);
        let lines = page(&fitting, query.offset, query.limit.min(MOST_LINES))
            .filter_map(|id| suspicion_line(&state, &sources, &found, *id));
        ResponsePage {
            total: number(fitting.len()),
            left_out: number(left_out),
            lines: lines.collect(),
        }
    }

    pub(super) fn response(&self, id: StoryId) -> Result<ResponseView, Failure> {
        let (state, sources, found) = (self.state(), self.sources(), self.found());
        let missing = || Failure::NotInSnapshot {
            what: id.0.to_string(),
        };
        let line = suspicion_line(&state, &sources, &found, id).ok_or_else(missing)?;
        let story = sources.story(&state, id).ok_or_else(missing)?;
        let answers = state.taken_questions().into_iter().filter_map(|question| {
            let answer = story.answers.get(&question.id)?;
            Some(in_words(question, answer))
        });
        Ok(ResponseView {
            line,
            text: story.text.clone(),
            answers: answers.collect(),
        })
    }
}

/// What somebody looks for.
struct Wanted {
    words: Vec<String>,
    /// The number of a response, where only a number was typed.
    number: Option<u32>,
}

impl Wanted {
    fn of(search: &str) -> Self {
        Self {
            words: search
                .to_lowercase()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            number: search.trim().parse().ok(),
        }
    }

    /// Whether a response has the number, or all the words somewhere in what was written.
    fn fits(&self, id: StoryId, story: &Story) -> bool {
        if self.words.is_empty() || self.number == Some(id.0) {
            return true;
        }
        let mut written = format!("{}\n{}", story.title, story.text);
        for answer in story.answers.values() {
            if let Answer::Text(text) = answer {
                written.push('\n');
                written.push_str(text);
            }
        }
        let written = written.to_lowercase();
        self.words.iter().all(|word| written.contains(word))
    }
}

/// An answer as a person reads it.
fn in_words(question: Question, answer: &Answer) -> ResponseAnswer {
    let choices: &[Choice] = match &question.kind {
        Kind::Choice { choices } | Kind::Several { choices } => choices,
        Kind::Slider { .. } | Kind::Text => &[],
    };
    let label = |option: &OptionId| {
        let choice = choices.iter().find(|choice| choice.id == *option);
        choice.map_or_else(|| option.to_string(), |choice| choice.label.clone())
    };
    let answer = match answer {
        Answer::Choice(option) => vec![label(option)],
        Answer::Several(options) => options.iter().map(label).collect(),
        Answer::Slider(place) => vec![place.to_string()],
        Answer::Text(text) => vec![text.clone()],
    };
    ResponseAnswer {
        answer,
        ends: match question.kind {
            Kind::Slider { left, right } => Some((left, right)),
            Kind::Choice { .. } | Kind::Several { .. } | Kind::Text => None,
        },
        label: question.text,
        question: question.id,
    }
}
