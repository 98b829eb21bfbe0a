//! The story form: what the columns of a stories file are.

use std::collections::{BTreeMap, BTreeSet};

use stories::{Group, QuestionId};

use crate::naming::{id, short};
use crate::propose::{MOST_SEVERAL, choice, proposed};
use crate::read::rows;
use crate::words::{fold, line};
use crate::{
    ChoicePlan, Codebook, Coding, DateOrder, Error, Export, How, Layout, LeftOut, Plan,
    QuestionPlan, Remark,
};

/// Makes the codebook of a stories file say what a story form says: kinds, names, answers with their order, the story's columns.
///
/// # Errors
/// What [`open`](crate::open) says of the form's file, and [`Error::Form`].
pub fn apply_form(
    codebook: &mut Codebook,
    export: &Export,
    form: &[u8],
) -> Result<Vec<Remark>, Error> {
    let form = Form::read(rows(form, &How::default())?)?;
    let mut remarks = Vec::new();
    let mut applied = 0;
    for asked in &form.questions {
        let columns = asked.columns(export, &form.import);
        if columns.is_empty() {
            remarks.push(Remark::new("form_question_absent").with("name", &asked.name));
            continue;
        }
        let coding = asked.coding(export, &columns, &form.import)?;
        codebook.release(export, &columns);
        let mut taken = codebook.ids();
        let text = if asked.long.is_empty() {
            &asked.name
        } else {
            &asked.long
        };
        let brief = if asked.short.is_empty() {
            short(text)
        } else {
            line(&asked.short)
        };
        let group = match (&coding, asked.participant) {
            (Coding::Text, _) => Group::Open,
            (_, true) => Group::Background,
            (_, false) => Group::Interpretive,
        };
        let id: QuestionId = id(&brief, &mut taken);
        let question = QuestionPlan {
            id,
            text: line(text),
            short: brief,
            group,
            coding,
            missing: Vec::new(),
        };
        codebook.replace(export, &columns, Plan::Question { question });
        applied += 1;
    }
    for (name, role) in &form.import.roles {
        let found = (0..export.columns.len())
            .find(|column| fold(&export.columns[*column].key.header) == fold(name));
        match found {
            Some(column) => codebook.replace(export, &[column], role.plan(export, column)),
            None => remarks.push(Remark::new("form_question_absent").with("name", name)),
        }
    }
    remarks.push(Remark::new("labels_from_form").with("count", applied));
    Ok(remarks)
}

/// A story form.
struct Form {
    questions: Vec<Asked>,
    import: Import,
}

/// How a stories file is written, beside its questions.
struct Import {
    roles: Vec<(String, Role)>,
    delimiter: Option<String>,
    scale: Option<(f64, f64)>,
    yes: Option<String>,
    separator: String,
    ending: String,
}

/// What a column is beside a question.
#[derive(Clone, Copy)]
enum Role {
    Story,
    Title,
    Participant,
    Told,
    Language,
}

/// A question of a form.
struct Asked {
    row: u64,
    name: String,
    sort: String,
    participant: bool,
    short: String,
    long: String,
    answers: Vec<String>,
}

impl Role {
    fn plan(self, export: &Export, column: usize) -> Plan {
        match self {
            Self::Story => Plan::Story,
            Self::Title => Plan::Title,
            Self::Participant => Plan::Participant,
            Self::Told => {
                let (facts, _) = crate::facts::Facts::of(export, column).without_missing();
                let order = crate::dates::order(&facts).map_or(DateOrder::Iso, |(order, _)| order);
                Plan::Told { order }
            }
            Self::Language => Plan::LeftOut {
                reason: LeftOut::Technical,
            },
        }
    }
}

impl Form {
    fn read(rows: Vec<Vec<String>>) -> Result<Self, Error> {
        let head = rows
            .iter()
            .position(|row| {
                row.iter()
                    .any(|cell| fold(cell).contains("data column name"))
            })
            .ok_or_else(|| Error::Form {
                row: 1,
                column: "Data column name".to_owned(),
                value: rows
                    .first()
                    .and_then(|row| row.first())
                    .cloned()
                    .unwrap_or_default(),
            })?;
        let names: Vec<String> = rows[head]
            .iter()
            .map(|name| fold(name.trim_start_matches(';')))
            .collect();
        let place = |name: &str| names.iter().position(|other| other == name);
        let mut form = Self {
            questions: Vec::new(),
            import: Import {
                roles: Vec::new(),
                delimiter: None,
                scale: None,
                yes: None,
                separator: "[".to_owned(),
                ending: "]".to_owned(),
            },
        };
        for (number, row) in (head as u64 + 2..).zip(rows.iter().skip(head + 1)) {
            if row.first().is_some_and(|cell| cell.starts_with(';')) {
                continue;
            }
            let cell = |name: &str| {
                place(name)
                    .and_then(|place| row.get(place))
                    .map_or("", String::as_str)
            };
            let about = fold(cell("about"));
            if about == "import" {
                form.import.read(row, place("about"));
                continue;
            }
            let sort = fold(cell("type"));
            let name = cell("data column name");
            let known = about.is_empty()
                || ["story", "participant", "eliciting", "annotation"]
                    .iter()
                    .any(|word| about.contains(word));
            if name.is_empty() || sort.is_empty() || !known {
                continue;
            }
            let answers = place("answers").map_or_else(Vec::new, |first| {
                row.iter()
                    .skip(first)
                    .filter(|answer| !answer.is_empty())
                    .cloned()
                    .collect()
            });
            form.questions.push(Asked {
                row: number,
                name: name.to_owned(),
                sort,
                participant: about.contains("participant"),
                short: cell("short name").to_owned(),
                long: cell("long name").to_owned(),
                answers,
            });
        }
        Ok(form)
    }
}

impl Import {
    /// Reads a row about the import: one cell says what it is about, the next filled one what it is.
    fn read(&mut self, row: &[String], about: Option<usize>) {
        let cells: Vec<&String> = row
            .iter()
            .enumerate()
            .filter(|(nth, cell)| Some(*nth) != about && !cell.is_empty())
            .map(|(_, cell)| cell)
            .collect();
        let Some(key) = cells.iter().position(|cell| is_key(&fold(cell))) else {
            return;
        };
        let what = fold(cells[key]);
        let values: Vec<&String> = cells
            .iter()
            .enumerate()
            .filter(|(nth, _)| *nth != key)
            .map(|(_, cell)| *cell)
            .collect();
        let Some(value) = values.first().map(|value| (*value).clone()) else {
            return;
        };
        let has = |word: &str| what.contains(word);
        let role = match () {
            () if has("column") && has("title") => Some(Role::Title),
            () if has("column") && has("text") => Some(Role::Story),
            () if has("column") && has("participant") => Some(Role::Participant),
            () if has("column") && has("date") => Some(Role::Told),
            () if has("column") && has("language") => Some(Role::Language),
            () => None,
        };
        match role {
            Some(role) => self.roles.push((value, role)),
            None if has("delimiter") => self.delimiter = Some(delimiter(&value)),
            None if has("range") => {
                let all = values
                    .iter()
                    .map(|value| value.as_str())
                    .collect::<Vec<_>>()
                    .join(" ");
                if let [from, to, ..] = crate::numbers::inside(&all).as_slice() {
                    self.scale = Some((*from, *to));
                }
            }
            None if has("yes") => self.yes = Some(value),
            None if has("ending") => self.ending = value,
            None if has("separator") => self.separator = value,
            None => {}
        }
    }
}

fn is_key(cell: &str) -> bool {
    (cell.contains("column") && !cell.contains('_'))
        || ["delimiter", "range", "indicator", "separator", "ending"]
            .iter()
            .any(|word| cell.contains(word))
}

fn delimiter(value: &str) -> String {
    match fold(value).as_str() {
        "comma" => ",",
        "semicolon" => ";",
        "tab" => "\t",
        "space" | "" => " ",
        "pipe" => "|",
        _ => value,
    }
    .to_owned()
}

impl Asked {
    /// The columns of the question: by its header, or by its header with an answer behind it.
    fn columns(&self, export: &Export, import: &Import) -> Vec<usize> {
        let name = fold(&self.name);
        let (separator, ending) = (fold(&import.separator), fold(&import.ending));
        let with_answer = |header: &str| {
            header
                .strip_prefix(&name)
                .map(str::trim_start)
                .is_some_and(|rest| {
                    !rest.is_empty() && rest.starts_with(&separator) && rest.ends_with(&ending)
                })
        };
        let several = self.sort.contains("multi-column");
        (0..export.columns.len())
            .filter(|column| {
                let header = fold(&export.columns[*column].key.header);
                header == name || several && with_answer(&header)
            })
            .collect()
    }

    fn coding(&self, export: &Export, columns: &[usize], import: &Import) -> Result<Coding, Error> {
        let sort = self.sort.as_str();
        let has = |word: &str| sort.contains(word);
        if has("scale") {
            return self.scale(import);
        }
        if has("text") && !has("multi") {
            return Ok(Coding::Text);
        }
        if has("boolean") || has("checkbox") {
            return Ok(proposed(export, columns));
        }
        let indexed = has("indexed");
        let choices = self.choices(indexed);
        if choices.is_empty() {
            return Ok(proposed(export, columns));
        }
        let layout = match () {
            () if has("multi-column") && has("yes") => {
                return Ok(self.yes_and_no(export, columns, choices, import));
            }
            () if has("multi-column") => Layout::Repeated,
            () if has("delimited") => Layout::Delimited {
                separator: import
                    .delimiter
                    .clone()
                    .unwrap_or_else(|| if indexed { " " } else { "," }.to_owned()),
                indexed,
            },
            () if has("single") || has("radio") => {
                return Ok(Coding::Choice {
                    choices,
                    layout: Layout::Cell,
                });
            }
            () => return Err(self.wrong("Type", sort)),
        };
        if choices.len() > MOST_SEVERAL {
            return Err(self.wrong("Answers", &choices.len().to_string()));
        }
        Ok(Coding::Several { choices, layout })
    }

    fn scale(&self, import: &Import) -> Result<Coding, Error> {
        let answer = |nth: usize| self.answers.get(nth).map_or("", String::as_str);
        let number = |nth: usize| match answer(nth) {
            "" => Ok(None),
            text => crate::numbers::number(text)
                .map(Some)
                .ok_or_else(|| self.wrong("Answers", text)),
        };
        let range = import.scale.unwrap_or((0.0, 100.0));
        let (from, to) = (number(2)?.unwrap_or(range.0), number(3)?.unwrap_or(range.1));
        if from == to {
            return Err(self.wrong("Answers", answer(3)));
        }
        let end = |nth: usize, at: f64| match answer(nth) {
            "" => at.to_string(),
            text => text.to_owned(),
        };
        Ok(Coding::Slider {
            left: end(0, from),
            right: end(1, to),
            from,
            to,
            labels: Vec::new(),
        })
    }

    /// `data name|name on graphs`; equal names on graphs are one choice. Where numbers stand for answers, they count all answers.
    fn choices(&self, indexed: bool) -> Vec<ChoicePlan> {
        let mut taken = BTreeSet::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut choices: Vec<ChoicePlan> = Vec::new();
        for (nth, answer) in (1_usize..).zip(&self.answers) {
            let (data, graph) = answer.split_once('|').unwrap_or((answer, answer));
            let graph = if graph.trim().is_empty() { data } else { graph };
            let place = *places.entry(fold(graph)).or_insert_with(|| {
                let mut one = choice(graph.trim(), &mut taken);
                one.values.clear();
                choices.push(one);
                choices.len() - 1
            });
            let values = &mut choices[place].values;
            values.push(if indexed {
                nth.to_string()
            } else {
                data.trim().to_owned()
            });
        }
        choices
    }

    /// A column for each answer, found by the answer in its header.
    fn yes_and_no(
        &self,
        export: &Export,
        columns: &[usize],
        mut choices: Vec<ChoicePlan>,
        import: &Import,
    ) -> Coding {
        let mut no: BTreeSet<String> = BTreeSet::new();
        for (nth, column) in (0..).zip(columns) {
            let header = fold(&export.columns[*column].key.header);
            let own = header
                .strip_prefix(&fold(&self.name))
                .map_or("", str::trim_start)
                .trim_start_matches(fold(&import.separator).as_str())
                .trim_end_matches(fold(&import.ending).as_str())
                .trim();
            for one in &mut choices {
                if one.values.iter().any(|value| fold(value) == own) {
                    one.columns.push(nth);
                }
            }
            if let Some(yes) = &import.yes {
                let yes = fold(yes);
                no.extend(
                    export
                        .column(*column)
                        .filter(|cell| !cell.is_empty() && fold(cell) != yes)
                        .take(1_000)
                        .map(fold),
                );
            }
        }
        no.extend(crate::propose::NO.iter().map(|word| (*word).to_owned()));
        Coding::Several {
            choices,
            layout: Layout::Columns {
                no: no.into_iter().collect(),
            },
        }
    }

    fn wrong(&self, column: &str, value: &str) -> Error {
        Error::Form {
            row: self.row,
            column: column.to_owned(),
            value: value.to_owned(),
        }
    }
}
