//! What the columns of an export probably are.

mod delimited;
mod groups;
mod roles;
mod scale;
mod single;

use std::collections::{BTreeMap, BTreeSet};

use stories::Group as For;

use crate::facts::Facts;
use crate::join::several;
use crate::naming::{group, id, short};
use crate::personal::left_out;
use crate::words::{fold, has_word};
use crate::{
    Codebook, CodebookItem, Coding, Export, Layout, LeftOut, Plan, QuestionPlan, SurveySource,
    WithoutStory,
};
use groups::Group;
pub(crate) use groups::NO;
use roles::{Candidate, Roles};
pub(crate) use single::choice;

/// A several question has at most this number of choices.
pub(crate) const MOST_SEVERAL: usize = 64;
/// An open answer that is this long in the mean, in words, can stand in for a story.
const STANDS_IN: f64 = 8.0;

/// Proposes what each column, or group of columns, is. Everything in it can be changed.
pub fn propose(export: &Export) -> Codebook {
    if export.source == SurveySource::SenseMaker {
        return crate::sensemaker::propose(export);
    }
    propose_columns(export, &BTreeSet::new())
}

/// How the answers in these columns are probably written, when the question is known.
pub(crate) fn proposed(export: &Export, columns: &[usize]) -> Coding {
    let Some(&column) = columns.first() else {
        return Coding::Text;
    };
    let (facts, _) = Facts::of(export, column).without_missing();
    single::coding("", &facts, false)
}

/// Proposes what all columns are but those that are spoken for.
pub(crate) fn propose_columns(export: &Export, spoken_for: &BTreeSet<usize>) -> Codebook {
    let found: Vec<Group> = groups::find(export)
        .into_iter()
        .filter(|group| match group {
            Group::Single { column, .. }
            | Group::OtherText { column, .. }
            | Group::Twice { column } => !spoken_for.contains(column),
            Group::Options { columns, .. } | Group::Repeated { columns, .. } => {
                !columns.iter().any(|column| spoken_for.contains(column))
            }
        })
        .collect();
    let facts: BTreeMap<usize, Facts<'_>> = found
        .iter()
        .filter_map(|group| match group {
            Group::Single { column, .. } => Some((*column, Facts::of(export, *column))),
            Group::Options { .. }
            | Group::Repeated { .. }
            | Group::OtherText { .. }
            | Group::Twice { .. } => None,
        })
        .collect();
    let candidates: Vec<Candidate<'_, '_>> = facts
        .iter()
        .map(|(column, facts)| {
            let header = &export.columns[*column].key.header;
            Candidate {
                column: *column,
                header,
                facts,
                out: left_out(header, export.source, facts),
            }
        })
        .collect();
    let roles = roles::find(&candidates, export.source);
    let mut proposal = Proposal {
        export,
        roles,
        ids: BTreeSet::new(),
        items: Vec::new(),
        longest: 0.0,
    };
    for group in found {
        match group {
            Group::Single { column, text } => {
                let out = candidates
                    .iter()
                    .find(|candidate| candidate.column == column)
                    .and_then(|candidate| candidate.out);
                if let Some(facts) = facts.get(&column) {
                    proposal.single(column, &text, facts, out);
                }
            }
            Group::Options {
                columns,
                text,
                labels,
            } => proposal.options(&columns, &text, &labels),
            Group::Repeated { columns, text } => proposal.repeated(&columns, &text),
            Group::OtherText { column, text } => proposal.other(column, &text),
            Group::Twice { column } => {
                proposal.push(&[column], left(LeftOut::Twice));
            }
        }
    }
    let without_story = if proposal.longest >= STANDS_IN {
        WithoutStory::LongestAnswer
    } else {
        WithoutStory::Empty
    };
    Codebook {
        version: Codebook::VERSION,
        source: export.source,
        header_rows: export.header_rows,
        without_story,
        items: proposal.items,
    }
}

/// One several-choice question of these columns, as the preparer wants it; more than one item where it has too many answers.
pub(crate) fn joined(
    export: &Export,
    columns: &[usize],
    text: &str,
    ids: BTreeSet<String>,
) -> Vec<CodebookItem> {
    let mut proposal = Proposal::by_hand(export, ids);
    match groups::ticked_labels(export, columns) {
        Some(labels) if labels.len() <= MOST_SEVERAL => proposal.options(columns, text, &labels),
        Some(_) => return Vec::new(),
        None => proposal.repeated(columns, text),
    }
    let mut items = proposal.items;
    items.iter_mut().for_each(|it| several(&mut it.plan));
    items
}

/// What one column would be on its own.
pub(crate) fn alone(export: &Export, column: usize, ids: BTreeSet<String>) -> Vec<CodebookItem> {
    let mut proposal = Proposal::by_hand(export, ids);
    let header = &export.columns[column].key.header;
    let facts = Facts::of(export, column);
    let out = left_out(header, export.source, &facts);
    proposal.single(column, &groups::whole_text(export, column), &facts, out);
    proposal.items
}

fn left(reason: LeftOut) -> Plan {
    Plan::LeftOut { reason }
}

/// A codebook that is being made.
struct Proposal<'a> {
    export: &'a Export,
    roles: Roles,
    ids: BTreeSet<String>,
    items: Vec<CodebookItem>,
    /// The mean number of words of the open question with the longest answers.
    longest: f64,
}

impl<'a> Proposal<'a> {
    /// For columns of which the preparer said what they are.
    fn by_hand(export: &'a Export, ids: BTreeSet<String>) -> Self {
        Self {
            export,
            roles: Roles::default(),
            ids,
            items: Vec::new(),
            longest: 0.0,
        }
    }

    fn push(&mut self, columns: &[usize], plan: Plan) {
        self.items.push(CodebookItem {
            columns: columns
                .iter()
                .filter_map(|column| self.export.columns.get(*column))
                .map(|column| column.key.clone())
                .collect(),
            plan,
        });
    }

    fn question(&mut self, columns: &[usize], text: &str, coding: Coding, missing: Vec<String>) {
        let group = match coding {
            Coding::Text => For::Open,
            Coding::Choice { .. } | Coding::Several { .. } | Coding::Slider { .. } => group(text),
        };
        let question = QuestionPlan {
            id: id(text, &mut self.ids),
            text: text.to_owned(),
            short: short(text),
            group,
            coding,
            missing,
        };
        self.push(columns, Plan::Question { question });
    }

    fn single(&mut self, column: usize, text: &str, facts: &Facts<'_>, out: Option<LeftOut>) {
        let role = match &self.roles {
            Roles {
                participant: Some(own),
                ..
            } if *own == column => Some(Plan::Participant),
            Roles {
                told: Some((own, order)),
                ..
            } if *own == column => Some(Plan::Told { order: *order }),
            Roles {
                story: Some(own), ..
            } if *own == column => Some(Plan::Story),
            Roles {
                title: Some(own), ..
            } if *own == column => Some(Plan::Title),
            Roles { .. } => out.map(left),
        };
        if let Some(plan) = role {
            self.push(&[column], plan);
            return;
        }
        let (kept, missing) = facts.without_missing();
        if kept.filled == 0 {
            self.push(&[column], left(LeftOut::Empty));
            return;
        }
        let spaces = self.export.source == SurveySource::Kobo;
        let coding = single::coding(text, &kept, spaces);
        if coding == Coding::Text {
            self.longest = self.longest.max(kept.mean_words());
        }
        self.question(&[column], text, coding, missing);
    }

    fn other(&mut self, column: usize, text: &str) {
        if self.export.column(column).all(str::is_empty) {
            self.push(&[column], left(LeftOut::Empty));
        } else {
            self.question(&[column], text, Coding::Text, Vec::new());
        }
    }

    fn options(&mut self, columns: &[usize], text: &str, labels: &[String]) {
        let no: Vec<String> = NO.iter().map(|word| (*word).to_owned()).collect();
        let chosen = |row: usize, column: usize| {
            let cell = self.export.cell(row, column);
            !cell.is_empty() && !NO.contains(&fold(cell).as_str())
        };
        let own_words = columns.iter().zip(labels).any(|(column, label)| {
            let label = fold(label);
            self.export
                .column(*column)
                .any(|cell| !cell.is_empty() && fold(cell) == label)
        });
        let folded = fold(text);
        let announced = ["apply", "meerdere", "several", "one or more", "een of meer"]
            .iter()
            .any(|word| has_word(&folded, word));
        let one = own_words
            && !announced
            && (0..self.export.len()).all(|row| {
                columns
                    .iter()
                    .filter(|column| chosen(row, **column))
                    .nth(1)
                    .is_none()
            });
        let mut taken = BTreeSet::new();
        let mut choices: Vec<_> = labels
            .iter()
            .map(|label| single::choice(label, &mut taken))
            .collect();
        for (nth, choice) in (0..).zip(&mut choices) {
            choice.columns.push(nth);
        }
        if choices.len() > MOST_SEVERAL && !one {
            // What is chosen least has no room; a screen says so, the columns stay with the question.
            let counts: Vec<usize> = columns
                .iter()
                .map(|column| {
                    (0..self.export.len())
                        .filter(|row| chosen(*row, *column))
                        .count()
                })
                .collect();
            let mut order: Vec<usize> = (0..choices.len()).collect();
            order.sort_by_key(|nth| std::cmp::Reverse(counts[*nth]));
            let kept: BTreeSet<usize> = order.into_iter().take(MOST_SEVERAL).collect();
            let mut nth = 0..;
            choices.retain(|_| nth.next().is_some_and(|nth: usize| kept.contains(&nth)));
        }
        let layout = Layout::Columns { no };
        let coding = if one {
            Coding::Choice { choices, layout }
        } else {
            Coding::Several { choices, layout }
        };
        self.question(columns, text, coding, Vec::new());
    }

    fn repeated(&mut self, columns: &[usize], text: &str) {
        let mut labels: Vec<&str> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut missing = Vec::new();
        for &column in columns {
            let (kept, words) = Facts::of(self.export, column).without_missing();
            for word in words {
                if !missing.contains(&word) {
                    missing.push(word);
                }
            }
            for value in kept.values {
                let place = *places.entry(fold(value.text)).or_insert_with(|| {
                    labels.push(value.text);
                    counts.push(0);
                    labels.len() - 1
                });
                counts[place] += value.count;
            }
        }
        if labels.is_empty() {
            self.push(columns, left(LeftOut::Empty));
        } else if labels.len() > 64 {
            for &column in columns {
                let facts = Facts::of(self.export, column);
                let out = left_out(text, self.export.source, &facts);
                self.single(column, text, &facts, out);
            }
        } else {
            let coding = Coding::Several {
                choices: single::choices(&labels, &counts),
                layout: Layout::Repeated,
            };
            self.question(columns, text, coding, missing);
        }
    }
}
