//! Which columns belong together.

use crate::facts::Facts;
use crate::order::is_other;
use crate::words::{fold, line};
use crate::{Export, SurveySource};

/// Columns that are one question, or are left out together.
pub(super) enum Group {
    /// One column, with the text of its question.
    Single { column: usize, text: String },
    /// A column for each answer.
    Options {
        columns: Vec<usize>,
        text: String,
        labels: Vec<String>,
    },
    /// Several columns, each with an answer.
    Repeated { columns: Vec<usize>, text: String },
    /// What stands beside 'other, namely'.
    OtherText { column: usize, text: String },
    /// The names of the chosen answers in one column, which other columns say too.
    Twice { column: usize },
}

/// What a cell says that chooses an answer.
const YES: &[&str] = &[
    "1",
    "yes",
    "ja",
    "selected",
    "geselecteerd",
    "true",
    "waar",
    "y",
    "j",
    "x",
    "checked",
    "gekozen",
    "quoted",
];
/// What a cell says that does not choose an answer.
pub(crate) const NO: &[&str] = &[
    "0",
    "no",
    "nee",
    "not selected",
    "niet geselecteerd",
    "false",
    "onwaar",
    "n",
    "unchecked",
    "niet gekozen",
    "not quoted",
];

/// A column taken apart: the question it belongs to and its own answer or row.
struct Taken {
    question: String,
    own: String,
}

/// Finds the groups, in the order of the columns.
pub(super) fn find(export: &Export) -> Vec<Group> {
    let apart: Vec<Option<Taken>> = (0..export.columns.len())
        .map(|column| apart(export, column))
        .collect();
    let mut groups = Vec::new();
    let mut column = 0;
    while column < export.columns.len() {
        let end = run(export, &apart, column);
        let members: Vec<usize> = (column..end).collect();
        match &apart[column] {
            Some(first) => together(export, &members, &first.question, &apart, &mut groups),
            None if members.len() > 1 => groups.push(Group::Repeated {
                text: text(export, column),
                columns: members,
            }),
            // What was written beside the answers to choose from (NarraFirma's own export).
            None if export.columns[column].key.header.starts_with("WRITEIN_") => {
                groups.push(Group::OtherText {
                    column,
                    text: text(export, column),
                });
            }
            None => groups.push(Group::Single {
                column,
                text: text(export, column),
            }),
        }
        column = end;
    }
    twice(export, groups)
}

/// The question of a single column, in one line.
fn text(export: &Export, column: usize) -> String {
    let key = &export.columns[column].key;
    if export.source == SurveySource::Qualtrics
        && !key.second.is_empty()
        && !key.second.starts_with('{')
    {
        return key.second.clone();
    }
    if export.source == SurveySource::Kobo {
        let last = key.header.rsplit('/').next().unwrap_or(&key.header);
        return last.to_owned();
    }
    let bare = key.header.strip_prefix("WRITEIN_").unwrap_or(&key.header);
    bare.to_owned()
}

/// A column taken apart into its question and its own part, where its headers have two parts.
fn apart(export: &Export, column: usize) -> Option<Taken> {
    let key = &export.columns[column].key;
    let taken = |question: &str, own: &str| {
        let (question, own) = (question.trim(), own.trim());
        (!question.is_empty() && !own.is_empty()).then(|| Taken {
            question: question.to_owned(),
            own: own.to_owned(),
        })
    };
    match export.source {
        SurveySource::Qualtrics => {
            let (id, number) = key.header.rsplit_once('_')?;
            let (id, _) = if number == "TEXT" {
                id.rsplit_once('_')?
            } else {
                (id, number)
            };
            let (question, own) = key.second.rsplit_once(" - ")?;
            number
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then_some(())
                .or((number == "TEXT").then_some(()))?;
            taken(&format!("{id} {question}"), own)
        }
        SurveySource::NarraFirmaExport if !key.second.is_empty() && key.second != ";" => {
            taken(&key.header, &key.second)
        }
        SurveySource::SurveyMonkey if !key.second.is_empty() => taken(&key.header, &key.second),
        SurveySource::Kobo => {
            let (question, own) = key.header.rsplit_once('/')?;
            taken(question, own)
        }
        _ if !key.second.is_empty() => taken(&key.header, &key.second),
        _ => {
            if let Some(rest) = key.header.strip_suffix(']') {
                let (question, own) = rest.rsplit_once('[')?;
                return taken(question, own);
            }
            let (question, own) = key.header.split_once('/')?;
            // 'leraar/leerkracht' is one word; `needs/help` is two names.
            let name = |text: &str| !text.contains(' ') && text.len() <= 40;
            let beside = export.columns.iter().any(|other| {
                other.key.header == question
                    || other.key.header != key.header
                        && other
                            .key
                            .header
                            .strip_prefix(question)
                            .is_some_and(|rest| rest.starts_with('/'))
            });
            (name(question) && name(own) && beside)
                .then(|| taken(question, own))
                .flatten()
        }
    }
}

/// Where the columns end that go with this one.
fn run(export: &Export, apart: &[Option<Taken>], from: usize) -> usize {
    let key = &export.columns[from].key;
    let same = |column: usize| match (&apart[from], &apart[column]) {
        (Some(first), Some(next)) => first.question == next.question,
        (None, None) => {
            let next = &export.columns[column].key;
            next.header == key.header && next.second == key.second && !key.header.is_empty()
        }
        (Some(_), None) | (None, Some(_)) => false,
    };
    (from + 1..export.columns.len())
        .find(|column| !same(*column))
        .unwrap_or(export.columns.len())
}

/// Columns of one question: an answer each, or a question each.
fn together(
    export: &Export,
    members: &[usize],
    question: &str,
    apart: &[Option<Taken>],
    groups: &mut Vec<Group>,
) {
    let own = |column: usize| {
        apart[column]
            .as_ref()
            .map_or("", |taken| taken.own.as_str())
    };
    let question = match export.source {
        SurveySource::Qualtrics => question.split_once(' ').map_or(question, |(_, text)| text),
        SurveySource::Kobo => question.rsplit('/').next().unwrap_or(question),
        _ => question,
    };
    let ticks: Vec<bool> = members
        .iter()
        .map(|column| ticked(export, *column, own(*column)))
        .collect();
    let other = |nth: usize| is_other(&fold(own(members[nth])));
    let free: Vec<usize> = (0..members.len()).filter(|nth| !ticks[*nth]).collect();
    let used = members
        .iter()
        .any(|column| export.column(*column).any(|cell| !cell.is_empty()));
    if members.len() >= 2
        && used
        && free.iter().all(|nth| other(*nth))
        && free.len() < members.len()
        && answers_of_one(export, members)
    {
        // Qualtrics has a column for 'other' and one for what was written there.
        let (texts, chosen): (Vec<usize>, Vec<usize>) = (0..members.len()).partition(|nth| {
            !ticks[*nth] && (0..members.len()).any(|tick| ticks[tick] && other(tick) && other(*nth))
        });
        groups.push(Group::Options {
            columns: chosen.iter().map(|nth| members[*nth]).collect(),
            text: question.to_owned(),
            labels: chosen
                .iter()
                .map(|nth| own(members[*nth]).to_owned())
                .collect(),
        });
        let written = free.iter().filter(|nth| !texts.contains(nth));
        for nth in texts.iter().chain(written) {
            groups.push(Group::OtherText {
                column: members[*nth],
                text: line(&format!("{question} ({})", own(members[*nth]))),
            });
        }
        return;
    }
    for &column in members {
        let own = own(column);
        let folded = fold(own);
        let open = OPEN_ENDED.contains(&folded.as_str());
        let group = match () {
            () if export.source == SurveySource::Kobo => Group::Single {
                column,
                text: own.to_owned(),
            },
            () if open => Group::Single {
                column,
                text: question.to_owned(),
            },
            () if is_other(&folded) => Group::OtherText {
                column,
                text: line(&format!("{question} ({own})")),
            },
            () => Group::Single {
                column,
                text: line(&format!("{question}: {own}")),
            },
        };
        groups.push(group);
    }
}

/// Whether columns that can be ticked are answers to one question. In Kobo a group of questions looks the same in the headers; there the
/// answers have a column of names before them, or nothing but ones and zeros in them.
fn answers_of_one(export: &Export, members: &[usize]) -> bool {
    if export.source != SurveySource::Kobo {
        return true;
    }
    let root = members
        .first()
        .and_then(|column| export.columns[*column].key.header.rsplit_once('/'))
        .map_or("", |(root, _)| root);
    export
        .columns
        .iter()
        .any(|column| column.key.header == root)
        || members.iter().all(|column| {
            export
                .column(*column)
                .all(|cell| matches!(cell, "" | "0" | "1" | "TRUE" | "FALSE" | "True" | "False"))
        })
}

/// What stands under a question of which the column holds the whole answer.
const OPEN_ENDED: &[&str] = &[
    "response",
    "open-ended response",
    "antwoord",
    "open antwoord",
    "reactie",
];

/// Whether the cells of a column say whether one answer was chosen: its own words, or yes and no.
fn ticked(export: &Export, column: usize, own: &str) -> bool {
    let own = fold(own);
    if OPEN_ENDED.contains(&own.as_str()) {
        return false;
    }
    let facts = Facts::of(export, column);
    facts.values.len() <= 6
        && facts.values.iter().all(|value| {
            let cell = fold(value.text);
            cell == own || YES.contains(&cell.as_str()) || NO.contains(&cell.as_str())
        })
}

/// The words of a column with those of the question before them.
pub(super) fn whole_text(export: &Export, column: usize) -> String {
    match apart(export, column) {
        Some(taken) => line(&format!("{}: {}", taken.question, taken.own)),
        None => text(export, column),
    }
}

/// The answer that each of these columns stands for, where all of them say of one answer whether it was chosen; `None` where they hold
/// answers themselves.
pub(super) fn ticked_labels(export: &Export, columns: &[usize]) -> Option<Vec<String>> {
    let heads: Vec<String> = columns.iter().map(|it| whole_text(export, *it)).collect();
    let common = common(&heads);
    let names = heads.iter().map(|head| {
        let own = head.get(common..).unwrap_or_default();
        own.trim_matches(|it: char| !it.is_alphanumeric())
            .to_owned()
    });
    let mut labels = Vec::new();
    for ((&column, name), head) in columns.iter().zip(names).zip(&heads) {
        let facts = Facts::of(export, column);
        let mut others: Vec<&str> = facts
            .values
            .iter()
            .map(|it| it.text)
            .filter(|it| !is_mark(it) && fold(it) != fold(&name))
            .collect();
        others.dedup();
        // One word that is no yes or no is the answer itself.
        labels.push(match (others.as_slice(), name.is_empty()) {
            ([], false) => name,
            ([], true) => head.clone(),
            ([own], _)
                if facts
                    .values
                    .iter()
                    .all(|it| it.text == *own || is_no(it.text)) =>
            {
                (*own).to_owned()
            }
            _ => return None,
        });
    }
    Some(labels)
}

fn is_no(cell: &str) -> bool {
    NO.contains(&fold(cell).as_str())
}

fn is_mark(cell: &str) -> bool {
    is_no(cell) || YES.contains(&fold(cell).as_str())
}

/// How many bytes all of these begin with alike, up to the end of a word.
fn common(heads: &[String]) -> usize {
    let Some((first, rest)) = heads.split_first() else {
        return 0;
    };
    let alike = |nth: usize, it: char| {
        rest.iter()
            .all(|head| head.get(nth..).is_some_and(|rest| rest.starts_with(it)))
    };
    let end = first
        .char_indices()
        .find(|(nth, it)| !alike(*nth, *it))
        .map_or(first.len(), |(nth, _)| nth);
    first
        .char_indices()
        .take_while(|(nth, _)| *nth < end)
        .filter(|(_, it)| !it.is_alphanumeric())
        .map(|(nth, it)| nth + it.len_utf8())
        .last()
        .unwrap_or(0)
}

/// Marks the column of Kobo that holds the names of all chosen answers, where columns for each answer follow.
fn twice(export: &Export, groups: Vec<Group>) -> Vec<Group> {
    let roots: Vec<String> = groups
        .iter()
        .filter_map(|group| match group {
            Group::Options { columns, .. } => columns
                .first()
                .and_then(|column| export.columns[*column].key.header.rsplit_once('/'))
                .map(|(root, _)| root.to_owned()),
            Group::Single { .. }
            | Group::Repeated { .. }
            | Group::OtherText { .. }
            | Group::Twice { .. } => None,
        })
        .collect();
    groups
        .into_iter()
        .map(|group| match group {
            Group::Single { column, .. } if roots.contains(&export.columns[column].key.header) => {
                Group::Twice { column }
            }
            other => other,
        })
        .collect()
}
