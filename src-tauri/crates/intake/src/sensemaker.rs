//! SenseMaker: ids as headers, of which the endings say what a column is, and a definition that says what the ids stand for.

mod definition;

use std::collections::BTreeSet;

use stories::Group;

use crate::naming::{id, short};
use crate::propose::{choice, propose_columns};
use crate::words::line;
use crate::{
    ChoicePlan, Codebook, CodebookItem, Coding, Error, Export, Layout, LeftOut, Plan, QuestionPlan,
    Remark,
};
use definition::{Definition, Signifier};

/// Makes a codebook say what a signifier definition says: triads as three sliders and a zone, dyads and stones as sliders, lists as choices.
///
/// # Errors
/// [`Error::Signifiers`].
pub fn apply_signifiers(
    codebook: &mut Codebook,
    export: &Export,
    definition: &[u8],
) -> Result<Vec<Remark>, Error> {
    let definition = Definition::read(definition)?;
    let shapes = shapes(export, &definition);
    let mut remarks = Vec::new();
    for signifier in &definition.signifiers {
        let there = shapes.iter().any(|shape| shape.id == signifier.id);
        if !there {
            remarks.push(Remark::new("form_question_absent").with("name", &signifier.id));
        }
    }
    let applied = shapes
        .iter()
        .filter(|shape| definition.of(&shape.id).is_some());
    remarks.push(Remark::new("labels_from_form").with("count", applied.count()));
    let spoken_for: BTreeSet<usize> = shapes.iter().flat_map(Shape::columns).collect();
    for column in &spoken_for {
        let key = &export.columns[*column].key;
        codebook.items.retain(|item| !item.columns.contains(key));
    }
    let mut taken = codebook.ids();
    for shape in &shapes {
        shape.write(export, &definition, &mut taken, &mut codebook.items);
    }
    sort(export, codebook);
    Ok(remarks)
}

/// Proposes what the columns of a SenseMaker export are, by the endings of their ids.
pub(crate) fn propose(export: &Export) -> Codebook {
    let definition = Definition::default();
    let shapes = shapes(export, &definition);
    let spoken_for: BTreeSet<usize> = shapes.iter().flat_map(Shape::columns).collect();
    let mut codebook = propose_columns(export, &spoken_for);
    let mut taken = codebook.ids();
    for shape in &shapes {
        shape.write(export, &definition, &mut taken, &mut codebook.items);
    }
    sort(export, &mut codebook);
    codebook
}

/// Puts the items in the order of the columns; items of the same column stay as they are.
fn sort(export: &Export, codebook: &mut Codebook) {
    let place = |item: &CodebookItem| {
        export
            .columns
            .iter()
            .position(|column| item.columns.contains(&column.key))
    };
    codebook.items.sort_by_cached_key(place);
}

/// A signifier with its columns.
struct Shape {
    id: String,
    sort: Sort,
    /// Columns that say the same in another way, or that it was skipped.
    beside: Vec<usize>,
}

/// What a signifier is, with the columns that are taken in and the id of each.
enum Sort {
    Triad([(usize, String); 3]),
    Dyad { place: usize, anchors: Vec<String> },
    Stones(Vec<(usize, String)>),
    Several(Vec<(usize, String)>),
    Single(usize),
    Text(usize),
}

/// Finds the signifiers of an export.
fn shapes(export: &Export, definition: &Definition) -> Vec<Shape> {
    let headers: Vec<&str> = export
        .columns
        .iter()
        .map(|column| column.key.header.as_str())
        .collect();
    let find = |header: &str| headers.iter().position(|other| *other == header);
    let behind = |id: &str| -> Vec<(usize, String)> {
        let prefix = format!("{id}_");
        headers
            .iter()
            .enumerate()
            .filter_map(|(nth, header)| Some((nth, header.strip_prefix(&prefix)?.to_owned())))
            .collect()
    };
    let mut found: Vec<Shape> = Vec::new();
    let known = |found: &[Shape], id: &str| found.iter().any(|shape| shape.id == id);
    for header in &headers {
        let id = header.strip_suffix('X').filter(|id| !id.is_empty());
        if let Some(id) = id.filter(|id| !known(&found, id)) {
            let (none, anchors): (Vec<_>, Vec<_>) =
                behind(id).into_iter().partition(|(_, own)| own == "NA");
            let mut beside: Vec<usize> = none.into_iter().map(|(nth, _)| nth).collect();
            beside.extend(find(header));
            if let (Some(y), Ok(anchors)) = (find(&format!("{id}Y")), anchors.clone().try_into()) {
                beside.push(y);
                found.push(Shape {
                    id: id.to_owned(),
                    sort: Sort::Triad(anchors),
                    beside,
                });
            } else if let Some(place) = find(&format!("{id}XR")) {
                beside.extend(anchors.iter().map(|(nth, _)| *nth));
                found.push(Shape {
                    id: id.to_owned(),
                    sort: Sort::Dyad {
                        place,
                        anchors: anchors.into_iter().map(|(_, own)| own).collect(),
                    },
                    beside,
                });
            }
        }
        let stone = header
            .strip_suffix("XRight")
            .and_then(|rest| rest.split_once('_'));
        if let Some((id, _)) = stone.filter(|(id, _)| !known(&found, id)) {
            let (stones, beside): (Vec<_>, Vec<_>) = behind(id)
                .into_iter()
                .partition(|(_, own)| own.ends_with("XRight") || own.ends_with("YTop"));
            found.push(Shape {
                id: id.to_owned(),
                sort: Sort::Stones(stones),
                beside: beside.into_iter().map(|(nth, _)| nth).collect(),
            });
        }
    }
    for signifier in &definition.signifiers {
        if known(&found, &signifier.id) {
            continue;
        }
        let (none, items): (Vec<_>, Vec<_>) = behind(&signifier.id)
            .into_iter()
            .partition(|(_, own)| own == "NA");
        let beside: Vec<usize> = none.into_iter().map(|(nth, _)| nth).collect();
        let sort = match find(&signifier.id) {
            Some(column) if signifier.sort.contains("text") => Sort::Text(column),
            Some(column) => Sort::Single(column),
            None if (2..=64).contains(&items.len()) => Sort::Several(items),
            None => continue,
        };
        found.push(Shape {
            id: signifier.id.clone(),
            sort,
            beside,
        });
    }
    found
}

impl Shape {
    fn columns(&self) -> Vec<usize> {
        let mut columns = self.beside.clone();
        match &self.sort {
            Sort::Triad(anchors) => columns.extend(anchors.iter().map(|(nth, _)| *nth)),
            Sort::Dyad { place, .. } => columns.push(*place),
            Sort::Stones(all) | Sort::Several(all) => {
                columns.extend(all.iter().map(|(nth, _)| *nth));
            }
            Sort::Single(column) | Sort::Text(column) => columns.push(*column),
        }
        columns
    }

    /// Adds the items that it becomes.
    fn write(
        &self,
        export: &Export,
        definition: &Definition,
        taken: &mut BTreeSet<String>,
        items: &mut Vec<CodebookItem>,
    ) {
        let signifier = definition.of(&self.id);
        let title = signifier.map_or(self.id.as_str(), |signifier| signifier.title.as_str());
        let label = |own: &str| signifier.map_or_else(|| own.to_owned(), |found| found.label(own));
        let mut add = |columns: &[usize], text: String, coding: Coding| {
            let group = match &coding {
                Coding::Text => Group::Open,
                Coding::Choice { .. } | Coding::Several { .. } | Coding::Slider { .. } => {
                    crate::naming::group(&text)
                }
            };
            let question = QuestionPlan {
                id: id(&text, taken),
                text: line(&text),
                short: short(&text),
                group,
                coding,
                missing: Vec::new(),
            };
            items.push(item(export, columns, Plan::Question { question }));
        };
        match &self.sort {
            Sort::Triad(anchors) => {
                let labels: Vec<String> = anchors.iter().map(|(_, own)| label(own)).collect();
                let columns: Vec<usize> = anchors.iter().map(|(nth, _)| *nth).collect();
                add(&columns, title.to_owned(), zones(&labels));
                for (column, label) in columns.iter().zip(&labels) {
                    add(
                        &[*column],
                        format!("{title}: {label}"),
                        slider(["0", "100"], 100.0),
                    );
                }
            }
            Sort::Dyad { place, anchors } => {
                let end = |nth: usize, number: &str| {
                    anchors
                        .get(nth)
                        .map_or_else(|| number.to_owned(), |own| label(own))
                };
                let (left, right) = (end(0, "0"), end(1, "100"));
                add(&[*place], title.to_owned(), slider([&left, &right], 100.0));
            }
            Sort::Stones(stones) => {
                for (column, own) in stones {
                    let (stone, across) = match own.strip_suffix("XRight") {
                        Some(stone) => (stone, true),
                        None => (own.strip_suffix("YTop").unwrap_or(own), false),
                    };
                    let most = highest(export, *column);
                    let way = if across { "→" } else { "↑" };
                    add(
                        &[*column],
                        format!("{title}: {} {way}", label(stone)),
                        slider(["0", "100"], most),
                    );
                }
            }
            Sort::Several(list) => {
                let mut ids = BTreeSet::new();
                let choices = (0..)
                    .zip(list)
                    .map(|(nth, (_, own))| {
                        let mut one = choice(&label(own), &mut ids);
                        one.columns.push(nth);
                        one
                    })
                    .collect();
                let columns: Vec<usize> = list.iter().map(|(nth, _)| *nth).collect();
                let no = crate::propose::NO
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect();
                let layout = Layout::Columns { no };
                add(
                    &columns,
                    title.to_owned(),
                    Coding::Several { choices, layout },
                );
            }
            Sort::Single(column) => {
                let listed = signifier.map_or_else(Vec::new, listed);
                let coding = if listed.is_empty() {
                    crate::propose::proposed(export, &[*column])
                } else {
                    Coding::Choice {
                        choices: listed,
                        layout: Layout::Cell,
                    }
                };
                add(&[*column], title.to_owned(), coding);
            }
            Sort::Text(column) => add(&[*column], title.to_owned(), Coding::Text),
        }
        for column in &self.beside {
            let reason = if export.columns[*column].key.header.ends_with("_NA") {
                LeftOut::Technical
            } else {
                LeftOut::Twice
            };
            items.push(item(export, &[*column], Plan::LeftOut { reason }));
        }
    }
}

fn item(export: &Export, columns: &[usize], plan: Plan) -> CodebookItem {
    CodebookItem {
        columns: columns
            .iter()
            .filter_map(|column| export.columns.get(*column))
            .map(|column| column.key.clone())
            .collect(),
        plan,
    }
}

fn slider([left, right]: [&str; 2], to: f64) -> Coding {
    Coding::Slider {
        left: left.to_owned(),
        right: right.to_owned(),
        from: 0.0,
        to,
        labels: Vec::new(),
    }
}

/// 1 for places that are written as a part of one, 100 otherwise.
fn highest(export: &Export, column: usize) -> f64 {
    let small = export
        .column(column)
        .filter_map(crate::numbers::number)
        .all(|number| number <= 1.0);
    if small { 1.0 } else { 100.0 }
}

/// The zones of a triangle: its corners, its edges, its middle.
fn zones(corners: &[String]) -> Coding {
    let mut ids = BTreeSet::new();
    let corner = |nth: usize| corners.get(nth).map_or("", String::as_str);
    let names = [
        corner(0).to_owned(),
        corner(1).to_owned(),
        corner(2).to_owned(),
        format!("{} – {}", corner(1), corner(2)),
        format!("{} – {}", corner(0), corner(2)),
        format!("{} – {}", corner(0), corner(1)),
        corners.join(" – "),
    ];
    let choices = names.iter().map(|name| choice(name, &mut ids)).collect();
    Coding::Choice {
        choices,
        layout: Layout::Zone,
    }
}

/// The answers of a list, by their ids.
fn listed(signifier: &Signifier) -> Vec<ChoicePlan> {
    let mut ids = BTreeSet::new();
    signifier
        .labels
        .iter()
        .map(|(own, label)| {
            let mut one = choice(label, &mut ids);
            one.values = vec![own.clone(), label.clone()];
            one
        })
        .collect()
}
