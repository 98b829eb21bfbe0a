//! Questions as they were taken in and as they would be published, with how often each answer was given.

use preparation::{Entity, Key, NEARLY_ALL, QuestionEdit, Recode, Rule, State};
use protocol::{Failure, OptionCount, QuestionLine, QuestionsView, ScopeLine};
use stories::{
    Answer, Choice, Kind, Library, OptionId, Question, QuestionId, Story, Uses, per_hundred,
};

use super::Draft;
use super::mapping::number;
use crate::Language;

/// With fewer answers nothing is seen.
const FEW: u32 = 20;
/// A slider is shown in this number of ranges.
const RANGES: usize = 10;

impl Draft {
    pub(super) fn questions(&self) -> Result<QuestionsView, Failure> {
        let (state, sources, bench) = (self.state(), self.sources(), self.bench()?);
        let library = bench.library();
        let raw: Vec<&Story> = sources
            .stories(&state)
            .filter(|(id, _)| !state.left_out_story(*id))
            .map(|(_, story)| story)
            .collect();
        let mut all = state.taken_questions();
        all.extend(state.derived_questions().iter().map(|it| derived(it)));
        let order = match state.entity(&Key::QuestionOrder) {
            Some(Entity::QuestionOrder(order)) => order.order.clone(),
            _ => Vec::new(),
        };
        all.sort_by_key(|question| {
            let place = order.iter().position(|id| *id == question.id);
            place.unwrap_or(usize::MAX)
        });
        let lines = all
            .into_iter()
            .map(|question| line(&state, library, &raw, question));
        Ok(QuestionsView {
            questions: lines.collect(),
            stories: number(library.stories().len()),
            uses: state
                .work()
                .map(|work| work.uses.clone())
                .unwrap_or_default(),
            proposed_uses: proposed(library, self.language()),
        })
    }
}

fn line(state: &State, library: &Library, raw: &[&Story], question: Question) -> QuestionLine {
    let now = library.question(&question.id).cloned();
    let before = Tally::of(&question, raw.iter().copied());
    let after = now.as_ref().map(|now| Tally::of(now, library.stories()));
    let shown = after.as_ref().unwrap_or(&before);
    let asked = now.as_ref().unwrap_or(&question);
    let derived = state.derived(&question.id).cloned();
    QuestionLine {
        edit: edit(state, &question.id),
        recode: state.recode(&question.id).cloned().filter(changes),
        answered: shown.answered,
        raw_options: match derived {
            // A derived question has no answers of its own before it is made.
            Some(_) => Vec::new(),
            None => before.options(&question),
        },
        options: after
            .as_ref()
            .map(|after| after.options(asked))
            .unwrap_or_default(),
        spread: shown.spread(asked),
        scope: scope(asked, shown, now.is_none()),
        derived,
        now,
        raw: question,
    }
}

fn edit(state: &State, id: &QuestionId) -> Option<QuestionEdit> {
    match state.entity(&Key::QuestionEdit(id.clone())) {
        Some(Entity::QuestionEdit(edit)) => Some(edit.clone()),
        _ => None,
    }
}

/// Whether a recode does anything.
fn changes(recode: &Recode) -> bool {
    !(recode.merges.is_empty()
        && recode.labels.is_empty()
        && recode.hidden.is_empty()
        && recode.order.is_empty())
}

/// A derived question as it is made, before any recoding.
fn derived(made: &preparation::Derived) -> Question {
    let choices = match &made.rule {
        Rule::Bins { bins, .. } => bins
            .iter()
            .map(|bin| Choice {
                id: bin.id.clone(),
                label: bin.label.clone(),
            })
            .collect(),
        Rule::Rows { choices, .. } => choices.clone(),
    };
    Question {
        id: made.id.clone(),
        text: made.text.clone(),
        short: made.short.clone(),
        group: made.group,
        kind: Kind::Choice { choices },
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
                thin: *count < FEW,
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

fn scope(question: &Question, tally: &Tally, out: bool) -> ScopeLine {
    let most = tally
        .counts
        .iter()
        .enumerate()
        .max_by_key(|(_, count)| **count);
    let (place, count) = most.map_or((0, 0), |(place, count)| (place, *count));
    let top = match question.kind {
        _ if count == 0 => String::new(),
        Kind::Slider { .. } => place.to_string(),
        _ => question
            .choices()
            .get(place)
            .map(|choice| choice.label.clone())
            .unwrap_or_default(),
    };
    let nearly_all = u64::from(count) * 100 > u64::from(tally.answered) * u64::from(NEARLY_ALL);
    ScopeLine {
        proposed_out: question.kind != Kind::Text
            && (tally.answered < FEW || (nearly_all && count > 0)),
        top,
        top_per_hundred: per_hundred(count, tally.answered),
        out,
    }
}

/// Which questions the program could make use of, by their words.
pub(super) fn proposed(library: &Library, language: Language) -> Uses {
    let find = |name: &str, fits: &dyn Fn(&Question) -> bool| {
        let words: Vec<&str> = language.list(&format!("uses.list.{name}")).collect();
        let said = |text: &str| {
            let text = text.to_lowercase();
            words.iter().any(|word| text.contains(word))
        };
        let all = || library.questions().iter().filter(|it| fits(it));
        let found = all()
            .find(|it| said(&it.short) || said(&it.id.0))
            .or_else(|| all().find(|it| said(&it.text)));
        found.map(|question| question.id.clone())
    };
    let choice = |question: &Question, least: usize, most: usize| {
        matches!(question.kind, Kind::Choice { .. })
            && (least..=most).contains(&question.choices().len())
    };
    Uses {
        voice: find("voice", &|it| choice(it, 2, 8)),
        education: find("education", &|it| choice(it, 2, 30)),
        region: find("region", &|it| choice(it, 2, 100)),
        feeling: find("feeling", &|it| choice(it, 2, 30)),
        good: find("good", &|it| matches!(it.kind, Kind::Slider { .. })),
        role: find("voice", &|it| choice(it, 9, 60)),
    }
}
