//! Putting what was read together into questions and stories.

use std::collections::{BTreeMap, BTreeSet};

use stories::{Answer, Choice, Kind, OptionId, Question, QuestionId, Story, StoryId};

use super::reader::{Read, Reader, Wrong};
use super::{Rejected, Taken, TakenRow, Unmapped};
use crate::naming::unique;
use crate::propose::MOST_SEVERAL;
use crate::words::{fold, line, slug};
use crate::{Codebook, Coding, Export, Fit, Plan, RejectReason, Remark, WithoutStory};

/// A choice question has at most this number of choices.
const MOST_CHOICES: usize = 10_000;
/// A title made of the beginning of a text has at most this number of characters.
const LONGEST_TITLE: usize = 60;

/// Questions and stories that grow row by row.
pub(super) struct Writer<'a> {
    codebook: &'a Codebook,
    /// For each item the place of its question.
    places: BTreeMap<usize, usize>,
    questions: Vec<Question>,
    added: Vec<Added>,
    stories: Vec<Story>,
    rows: Vec<TakenRow>,
    has: Has,
}

/// Which roles have a column in this export.
#[derive(Clone, Copy)]
struct Has {
    story: bool,
    title: bool,
    told: bool,
}

/// Answers of a question that the codebook does not know.
#[derive(Default)]
struct Added {
    ids: BTreeSet<String>,
    /// By what is written, folded: the choice and how often.
    options: BTreeMap<String, (OptionId, String, u32)>,
    order: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(codebook: &'a Codebook, fit: &Fit) -> Self {
        let mut writer = Self {
            codebook,
            places: BTreeMap::new(),
            questions: Vec::new(),
            added: Vec::new(),
            stories: Vec::new(),
            rows: Vec::new(),
            has: Has {
                story: false,
                title: false,
                told: false,
            },
        };
        let mut ids = BTreeSet::new();
        for (nth, item) in codebook.items.iter().enumerate() {
            if let Plan::Question { question } = &item.plan {
                let id = unique(question.id.0.clone(), &mut ids);
                let mut options = BTreeSet::new();
                let kind = kind(&question.coding, &mut options);
                writer.places.insert(nth, writer.questions.len());
                writer.added.push(Added {
                    ids: options,
                    ..Added::default()
                });
                writer.questions.push(Question {
                    id: QuestionId(id),
                    text: question.text.clone(),
                    short: question.short.clone(),
                    group: question.group,
                    kind,
                });
            }
        }
        for matched in &fit.matched {
            match codebook
                .items
                .get(matched.item as usize)
                .map(|item| &item.plan)
            {
                Some(Plan::Story) => writer.has.story = true,
                Some(Plan::Title) => writer.has.title = true,
                Some(Plan::Told { .. }) => writer.has.told = true,
                Some(Plan::Question { .. } | Plan::Participant | Plan::LeftOut { .. }) | None => {}
            }
        }
        writer
    }

    /// Adds the story of one row.
    pub(super) fn write(
        &mut self,
        export: &Export,
        row: usize,
        readers: &[Reader<'_>],
        read: Vec<Read>,
    ) -> Result<(), Wrong> {
        self.room(readers, &read)?;
        let id = StoryId(u32::try_from(row + 1).unwrap_or(u32::MAX));
        let mut story = Story {
            id,
            title: String::new(),
            text: String::new(),
            told: String::new(),
            answers: BTreeMap::new(),
        };
        let mut participant = None;
        for (reader, read) in readers.iter().zip(read) {
            match (reader.plan, read) {
                (Plan::Story, Read::Text(text)) => append(&mut story.text, &paragraphs(&text)),
                (Plan::Title, Read::Text(title)) => story.title = line(&title),
                (Plan::Told { .. }, Read::Day(day)) => story.told = day,
                (Plan::Participant, Read::Text(who)) => participant = Some(who),
                (Plan::Question { .. }, read) => {
                    if let Some(&place) = self.places.get(&reader.item)
                        && let Some(answer) = self.answer(place, read)
                        && let Some(question) = self.questions.get(place)
                    {
                        story.answers.insert(question.id.clone(), answer);
                    }
                }
                (
                    Plan::Story
                    | Plan::Title
                    | Plan::Told { .. }
                    | Plan::Participant
                    | Plan::LeftOut { .. },
                    _,
                ) => {}
            }
        }
        if !self.has.story && self.codebook.without_story == WithoutStory::LongestAnswer {
            story.text = longest(&story).map_or_else(String::new, paragraphs);
        }
        if story.title.is_empty() {
            story.title = beginning(&story.text);
        }
        self.stories.push(story);
        self.rows.push(TakenRow {
            story: id,
            row: export.row_number(row),
            participant,
        });
        Ok(())
    }

    /// Whether there is room for all answers that the codebook does not know.
    fn room(&self, readers: &[Reader<'_>], read: &[Read]) -> Result<(), Wrong> {
        for (reader, read) in readers.iter().zip(read) {
            let Read::Options { new, .. } = read else {
                continue;
            };
            let Some(&place) = self.places.get(&reader.item) else {
                continue;
            };
            let most = match self.questions[place].kind {
                Kind::Several { .. } => MOST_SEVERAL,
                Kind::Choice { .. } | Kind::Slider { .. } | Kind::Text => MOST_CHOICES,
            };
            let added = &self.added[place];
            let fresh: Vec<&String> = new
                .iter()
                .filter(|value| !added.options.contains_key(&fold(value)))
                .collect();
            let full = self.questions[place].choices().len() + added.options.len() + fresh.len();
            if let Some(value) = fresh.first()
                && full > most
            {
                return Err(Wrong {
                    column: None,
                    value: (*value).clone(),
                    reason: RejectReason::TooManyOptions,
                });
            }
        }
        Ok(())
    }

    fn answer(&mut self, place: usize, read: Read) -> Option<Answer> {
        match read {
            Read::Nothing | Read::Day(_) => None,
            Read::Place(place) => Some(Answer::Slider(place)),
            Read::Text(text) => Some(Answer::Text(text)),
            Read::Options { known, new } => {
                let question = self.questions.get(place)?;
                let mut chosen: Vec<OptionId> = known
                    .iter()
                    .filter_map(|nth| question.choices().get(*nth))
                    .map(|choice| choice.id.clone())
                    .collect();
                let several = matches!(question.kind, Kind::Several { .. });
                let added = self.added.get_mut(place)?;
                chosen.extend(new.into_iter().map(|value| added.option(value)));
                if several {
                    (!chosen.is_empty()).then_some(Answer::Several(chosen))
                } else {
                    chosen.into_iter().next().map(Answer::Choice)
                }
            }
        }
    }

    /// What was taken in.
    pub(super) fn finish(self, fit: &Fit, rejected: Vec<Rejected>) -> Taken {
        let Self {
            mut questions,
            added,
            stories,
            rows,
            has,
            codebook,
            ..
        } = self;
        let mut unmapped: Vec<Unmapped> = fit
            .new
            .iter()
            .map(|column| Unmapped::Column {
                key: column.key.clone(),
                filled: column.filled,
            })
            .collect();
        unmapped.extend(
            fit.missing
                .iter()
                .map(|key| Unmapped::Absent { key: key.clone() }),
        );
        for (question, added) in questions.iter_mut().zip(added) {
            added.join(question, &mut unmapped);
        }
        // A question of which no answer is known at all cannot be one.
        let empty: Vec<QuestionId> = questions
            .iter()
            .filter(|question| {
                question.choices().is_empty()
                    && matches!(question.kind, Kind::Choice { .. } | Kind::Several { .. })
            })
            .map(|question| question.id.clone())
            .collect();
        questions.retain(|question| !empty.contains(&question.id));
        let mut remarks = Vec::new();
        if !has.story {
            let code = match codebook.without_story {
                WithoutStory::LongestAnswer => "no_story_column",
                WithoutStory::Empty => "no_story_text",
            };
            remarks.push(Remark::new(code));
        }
        if !has.title {
            remarks.push(Remark::new("no_title_column"));
        }
        if !has.told {
            remarks.push(Remark::new("no_told_column"));
        }
        Taken {
            questions,
            stories,
            rows,
            rejected,
            unmapped,
            remarks,
        }
    }
}

impl Added {
    /// The choice for an answer that the codebook does not know.
    fn option(&mut self, value: String) -> OptionId {
        let folded = fold(&value);
        if let Some((id, _, count)) = self.options.get_mut(&folded) {
            *count += 1;
            return id.clone();
        }
        let id = OptionId(unique(slug(&value), &mut self.ids));
        self.order.push(folded.clone());
        self.options.insert(folded, (id.clone(), value, 1));
        id
    }

    /// Puts the answers at the end of their question.
    fn join(self, question: &mut Question, unmapped: &mut Vec<Unmapped>) {
        let Self {
            mut options, order, ..
        } = self;
        for folded in order {
            let Some((id, value, count)) = options.remove(&folded) else {
                continue;
            };
            if let Kind::Choice { choices } | Kind::Several { choices } = &mut question.kind {
                choices.push(Choice {
                    id,
                    label: line(&value),
                });
            }
            unmapped.push(Unmapped::Option {
                question: question.id.clone(),
                value,
                count,
            });
        }
    }
}

fn kind(coding: &Coding, ids: &mut BTreeSet<String>) -> Kind {
    let mut choices = |planned: &[crate::ChoicePlan], most: usize| {
        planned
            .iter()
            .take(most)
            .map(|choice| Choice {
                id: OptionId(unique(choice.id.0.clone(), ids)),
                label: choice.label.clone(),
            })
            .collect()
    };
    match coding {
        Coding::Choice {
            choices: planned, ..
        } => Kind::Choice {
            choices: choices(planned, MOST_CHOICES),
        },
        Coding::Several {
            choices: planned, ..
        } => Kind::Several {
            choices: choices(planned, MOST_SEVERAL),
        },
        Coding::Slider { left, right, .. } => Kind::Slider {
            left: left.clone(),
            right: right.clone(),
        },
        Coding::Text => Kind::Text,
    }
}

fn longest(story: &Story) -> Option<&str> {
    story
        .answers
        .values()
        .filter_map(|answer| match answer {
            Answer::Text(text) => Some(text.as_str()),
            Answer::Choice(_) | Answer::Several(_) | Answer::Slider(_) => None,
        })
        .max_by_key(|text| text.len())
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more);
}

/// A text with an empty line between its paragraphs. Where people never left a line empty, each line is a paragraph.
fn paragraphs(text: &str) -> String {
    if !text.contains('\n') {
        return text.trim().to_owned();
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let spaced = lines
        .windows(2)
        .any(|pair| pair.iter().any(|line| line.is_empty()));
    let mut out = String::with_capacity(text.len() + 16);
    let mut gap = false;
    for line in lines {
        if line.is_empty() {
            gap = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if gap || !spaced { "\n\n" } else { "\n" });
        }
        out.push_str(line);
        gap = false;
    }
    out
}

/// The beginning of a text: its first sentence, or as many of its words as fit.
fn beginning(text: &str) -> String {
    let first = text.lines().next().unwrap_or("").trim();
    let end = first
        .char_indices()
        .find(|(at, letter)| {
            ".!?".contains(*letter)
                && first[at + 1..]
                    .chars()
                    .next()
                    .is_none_or(char::is_whitespace)
        })
        .map_or(first.len(), |(at, _)| at);
    let sentence = &first[..end];
    if sentence.chars().count() <= LONGEST_TITLE {
        return sentence.to_owned();
    }
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        if title.chars().count() + word.chars().count() >= LONGEST_TITLE {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    if title.is_empty() {
        title = sentence.chars().take(LONGEST_TITLE - 1).collect();
    }
    title.push('…');
    title
}
