//! The XLSForm behind an export of KoboToolbox or ODK: the questions and answers that its names stand for.

use std::collections::BTreeSet;

use crate::naming::{group, short};
use crate::propose::{MOST_SEVERAL, choice};
use crate::read::rows;
use crate::words::{fold, header};
use crate::{ChoicePlan, Codebook, Coding, Error, Export, How, Layout, Plan, Remark};

/// Makes a codebook say what an XLSForm says: the words of questions and answers, in the order of the form.
///
/// # Errors
/// What [`open`](crate::open) says of its file, and [`Error::NoSheet`] where it has no sheet `survey`.
pub fn apply_xlsform(
    codebook: &mut Codebook,
    export: &Export,
    form: &[u8],
) -> Result<Vec<Remark>, Error> {
    let sheet = |name: &str| {
        rows(
            form,
            &How {
                sheet: Some(name.to_owned()),
                ..How::default()
            },
        )
        .map(Sheet::new)
    };
    let survey = sheet("survey")?;
    // A form without anything to choose from has no such sheet.
    let choices = match sheet("choices") {
        Err(Error::NoSheet { .. } | Error::Empty) => Sheet::new(Vec::new()),
        other => other?,
    };
    let mut remarks = Vec::new();
    let mut applied = 0;
    for asked in survey.rows() {
        let (name, label) = (asked.cell("name"), asked.label());
        let sort = asked.cell("type");
        if name.is_empty() || label.is_empty() || sort.contains("group") || sort.contains("note") {
            continue;
        }
        let list = sort.split_whitespace().nth(1).unwrap_or("");
        let answers: Vec<(String, String)> = choices
            .rows()
            .filter(|row| {
                let own = row.cell("list_name");
                !list.is_empty() && (own == list || row.cell("list name") == list)
            })
            .map(|row| (row.cell("name").to_owned(), row.label()))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        if apply(codebook, export, name, &label, sort, &answers) {
            applied += 1;
        } else {
            remarks.push(Remark::new("form_question_absent").with("name", name));
        }
    }
    remarks.push(Remark::new("labels_from_form").with("count", applied));
    Ok(remarks)
}

/// A sheet with the names of its columns.
struct Sheet {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row of a sheet.
struct Row<'a> {
    sheet: &'a Sheet,
    cells: &'a [String],
}

impl Sheet {
    fn new(mut rows: Vec<Vec<String>>) -> Self {
        let names = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0).iter().map(|name| fold(name)).collect()
        };
        Self { names, rows }
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { sheet: self, cells })
    }
}

impl Row<'_> {
    fn cell(&self, name: &str) -> &str {
        self.sheet
            .names
            .iter()
            .position(|other| other == name)
            .and_then(|place| self.cells.get(place))
            .map_or("", String::as_str)
    }

    /// The label in Dutch where there is one, otherwise the first.
    fn label(&self) -> String {
        let labels = || {
            self.sheet
                .names
                .iter()
                .zip(self.cells)
                .filter(|(name, cell)| name.starts_with("label") && !cell.is_empty())
        };
        labels()
            .find(|(name, _)| name.contains("(nl)") || name.contains("nederlands"))
            .or_else(|| labels().next())
            .map_or_else(String::new, |(_, cell)| header(cell))
    }
}

/// Gives a question its words; false where no column of the export belongs to it.
fn apply(
    codebook: &mut Codebook,
    export: &Export,
    name: &str,
    label: &str,
    sort: &str,
    answers: &[(String, String)],
) -> bool {
    let segment = |key: &str, from_end: usize| key.rsplit('/').nth(from_end) == Some(name);
    let own = |key: &str| segment(key, 0) || segment(key, 1);
    if !export.columns.iter().any(|column| own(&column.key.header)) {
        return false;
    }
    for item in &mut codebook.items {
        let Some(first) = item.columns.first().map(|key| key.header.clone()) else {
            continue;
        };
        let keys = item.columns.clone();
        let Plan::Question { question } = &mut item.plan else {
            continue;
        };
        let columns = matches!(
            question.coding,
            Coding::Choice {
                layout: Layout::Columns { .. },
                ..
            } | Coding::Several {
                layout: Layout::Columns { .. },
                ..
            }
        );
        if !segment(&first, usize::from(columns)) {
            continue;
        }
        question.text = label.to_owned();
        question.short = short(label);
        if question.coding != Coding::Text {
            question.group = group(label);
        }
        match &mut question.coding {
            Coding::Choice {
                choices,
                layout: Layout::Columns { .. },
            }
            | Coding::Several {
                choices,
                layout: Layout::Columns { .. },
            } => {
                for one in choices {
                    let column = one.columns.first().and_then(|nth| keys.get(*nth as usize));
                    let value = column.and_then(|key| key.header.rsplit('/').next());
                    if let Some((_, label)) = answers
                        .iter()
                        .find(|(name, _)| Some(name.as_str()) == value)
                    {
                        one.label.clone_from(label);
                    }
                }
            }
            coding if sort.starts_with("select") && !answers.is_empty() => {
                let choices = listed(answers);
                let several = sort.starts_with("select_multiple") && choices.len() <= MOST_SEVERAL;
                *coding = if several {
                    Coding::Several {
                        choices,
                        layout: Layout::Delimited {
                            separator: " ".to_owned(),
                            indexed: false,
                        },
                    }
                } else {
                    Coding::Choice {
                        choices,
                        layout: Layout::Cell,
                    }
                };
            }
            coding if sort == "text" => *coding = Coding::Text,
            _ => {}
        }
    }
    true
}

/// The answers of a list: written by name or by label, as the export was asked for.
fn listed(answers: &[(String, String)]) -> Vec<ChoicePlan> {
    let mut taken = BTreeSet::new();
    answers
        .iter()
        .map(|(name, label)| {
            let label = if label.is_empty() { name } else { label };
            let mut one = choice(label, &mut taken);
            one.values = vec![name.clone(), label.clone()];
            one
        })
        .collect()
}
