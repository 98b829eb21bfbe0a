//! Questions as they were taken in and as they would be published, with how often each answer was given.

use preparation::{FEWEST_ANSWERS, PlannedQuestion, State, Weight, planned, weigh};
use protocol::{Failure, OptionCount, QuestionLine, QuestionsView, ScopeLine};
use stories::{Answer, Kind, Library, OptionId, Question, Story, per_hundred};

use super::Draft;
use super::bench::Bench;
use super::mapping::number;
use super::uses::proposed;

/// A slider is shown in this number of ranges.
const RANGES: usize = 10;

impl Draft {
    pub(super) fn questions(&self) -> Result<QuestionsView, Failure> {
        Ok(self.questions_of(&*self.bench()?).clone())
    }

    /// Counted once for a bench: the overview asks after every decision, and most decisions change no question.
    pub(super) fn questions_of<'a>(&self, bench: &'a Bench) -> &'a QuestionsView {
        bench.questions.get_or_init(|| self.count(bench.library()))
    }

    fn count(&self, library: &Library) -> QuestionsView {
        let (state, sources) = (self.state(), self.sources());
        let raw: Vec<&Story> = sources
            .stories(&state)
            .filter(|(id, _)| !state.left_out_story(*id))
            .map(|(_, story)| story)
            .collect();
        let lines = planned(&state)
            .into_iter()
            .map(|question| line(&state, library, &raw, question));
        QuestionsView {
            questions: lines.collect(),
            stories: number(library.stories().len()),
            uses: state
                .work()
                .map(|work| work.uses.clone())
                .unwrap_or_default(),
            proposed_uses: proposed(library, self.language()),
        }
    }
}

fn line(
    state: &State,
    library: &Library,
    raw: &[&Story],
    planned: PlannedQuestion,
) -> QuestionLine {
    let id = planned.before.id.clone();
    let question = planned.before;
    let now = library.question(&id).cloned();
    let before = Tally::of(&question, raw.iter().copied());
    let after = now.as_ref().map(|now| Tally::of(now, library.stories()));
    let shown = after.as_ref().unwrap_or(&before);
    let asked = now.as_ref().unwrap_or(&question);
    let weight = match &now {
        Some(now) => weigh(now, library.stories()),
        None => weigh(&question, raw.iter().copied()),
    };
    QuestionLine {
        edit: state.question_edit(&id).cloned(),
        recode: state.recode(&id).filter(|it| !it.is_none()).cloned(),
        answered: shown.answered,
        raw_options: match planned.derived {
            // A derived question has no answers of its own before it is made.
            true => Vec::new(),
            false => before.options(&question),
        },
        options: after
            .as_ref()
            .map(|after| after.options(asked))
            .unwrap_or_default(),
        spread: shown.spread(asked),
        scope: ScopeLine {
            little: weight.little,
            top: words(asked, &weight),
            top_per_hundred: per_hundred(weight.count, weight.answered),
            kept: state.kept_question(&id),
            out: planned.left_out,
        },
        derived: state.derived(&id).cloned(),
        now,
        raw: question,
    }
}

/// The answer that most gave, in words; for a slider its place.
fn words(question: &Question, weight: &Weight) -> String {
    let label = |id: &OptionId| {
        let mut all = question.choices().iter();
        all.find(|it| it.id == *id).map(|it| it.label.as_str())
    };
    match &weight.top {
        Some(Answer::Choice(id)) => label(id).unwrap_or_default().to_owned(),
        Some(Answer::Several(ids)) => {
            let labels: Vec<&str> = ids.iter().filter_map(label).collect();
            labels.join(", ")
        }
        Some(Answer::Slider(place)) => place.to_string(),
        Some(Answer::Text(_)) | None => String::new(),
    }
}

/// How often each answer was given.
struct Tally {
    answered: u32,
    /// Beside the choices, or for a slider beside its 101 places.
    counts: Vec<u32>,
}

impl Tally {
    fn of<'a>(question: &Question, stories: impl IntoIterator<Item = &'a Story>) -> Self {
        let choices = question.choices();
        let places = match question.kind {
            Kind::Slider { .. } => 101,
            _ => choices.len(),
        };
        let mut tally = Self {
            answered: 0,
            counts: vec![0; places],
        };
        for story in stories {
            let Some(answer) = story.answers.get(&question.id) else {
                continue;
            };
            tally.answered += 1;
            let nth = |id: &OptionId| choices.iter().position(|choice| choice.id == *id);
            match answer {
                Answer::Choice(id) => tally.count(nth(id)),
                Answer::Several(ids) => {
                    for id in ids {
                        tally.count(nth(id));
                    }
                }
                Answer::Slider(place) => tally.count(Some(usize::from(*place))),
                Answer::Text(_) => {}
            }
        }
        tally
    }

    fn count(&mut self, place: Option<usize>) {
        if let Some(count) = place.and_then(|place| self.counts.get_mut(place)) {
            *count += 1;
        }
    }

    fn options(&self, question: &Question) -> Vec<OptionCount> {
        let choices = question.choices().iter().zip(&self.counts);
        choices
            .map(|(choice, count)| OptionCount {
                id: choice.id.clone(),
                label: choice.label.clone(),
                count: *count,
                per_hundred: per_hundred(*count, self.answered),
                thin: *count < FEWEST_ANSWERS,
            })
            .collect()
    }

    fn spread(&self, question: &Question) -> Vec<u32> {
        if !matches!(question.kind, Kind::Slider { .. }) {
            return Vec::new();
        }
        let mut ranges = vec![0; RANGES];
        for (place, count) in self.counts.iter().enumerate() {
            ranges[(place / RANGES).min(RANGES - 1)] += count;
        }
        ranges
    }
}
