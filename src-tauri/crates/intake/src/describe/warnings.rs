//! What the preparer should look at in a column.

use crate::dates::order;
use crate::facts::Facts;
use crate::names::contacts;
use crate::take::reader::Reader;
use crate::words::cut;
use crate::{CodebookItem, Coding, ColumnView, Export, Layout, Plan, QuestionPlan, Remark};

/// From this share of the answers on one answer says next to nothing.
const ONE_ANSWER: f64 = 0.9;
/// More answers than this do not fit a chart.
const MANY: usize = 30;
/// Fewer answers than this are too thin.
const THIN: u32 = 5;
/// A value is shown up to this number of characters.
const LONGEST: usize = 40;
/// A question that is answered less often than this share of the rows is mostly empty.
const MOSTLY_EMPTY: f64 = 0.2;

/// The warnings for an item.
pub(super) fn of(export: &Export, item: &CodebookItem, view: &ColumnView) -> Vec<Remark> {
    let mut warnings = Vec::new();
    match &item.plan {
        Plan::Question { question } => of_question(export, item, question, view, &mut warnings),
        Plan::Told { .. } => {
            for column in &view.columns {
                let (facts, _) = Facts::of(export, *column as usize).without_missing();
                if let Some((_, true)) = order(&facts) {
                    warnings.push(Remark::new("dates_ambiguous"));
                }
            }
        }
        Plan::Story | Plan::Title | Plan::Participant | Plan::LeftOut { .. } => {}
    }
    warnings
}

fn of_question(
    export: &Export,
    item: &CodebookItem,
    question: &QuestionPlan,
    view: &ColumnView,
    warnings: &mut Vec<Remark>,
) {
    let rows = export.len() as f64;
    let filled = f64::from(view.filled);
    if filled > 0.0 && filled < MOSTLY_EMPTY * rows {
        warnings.push(
            Remark::new("mostly_empty")
                .with("filled", view.filled)
                .with("rows", export.len()),
        );
    }
    if !question.missing.is_empty() {
        warnings.push(Remark::new("missing_words").with("words", question.missing.join(" · ")));
    }
    match &question.coding {
        Coding::Choice { choices, layout } => {
            of_choices(choices.len(), layout, view, warnings);
            if let Some(top) = view.top.first()
                && f64::from(top.count) > ONE_ANSWER * filled
            {
                warnings.push(
                    Remark::new("one_answer")
                        .with("value", &top.value)
                        .with("count", top.count)
                        .with("filled", view.filled),
                );
            }
        }
        Coding::Several { choices, layout } => {
            of_choices(choices.len(), layout, view, warnings);
            if let Layout::Delimited { separator, .. } = layout {
                let inside = choices
                    .iter()
                    .filter(|choice| choice.label.contains(separator.as_str()))
                    .count();
                if inside > 0 {
                    warnings.push(Remark::new("answer_split_doubtful").with("count", inside));
                }
            }
            if let Layout::Columns { .. } = layout
                && view.columns.len() > choices.len()
            {
                let most = choices
                    .iter()
                    .map(|choice| choice.columns.len())
                    .sum::<usize>();
                if most < view.columns.len() {
                    warnings
                        .push(Remark::new("most_columns").with("count", view.columns.len() - most));
                }
            }
        }
        Coding::Slider { from, to, .. } => {
            if (*from, *to) != (0.0, 100.0) {
                warnings.push(Remark::new("rescaled").with("from", from).with("to", to));
            }
            of_strays(export, &item.plan, view, warnings);
        }
        Coding::Text => {
            let found: usize = view
                .columns
                .iter()
                .flat_map(|column| export.column(*column as usize))
                .filter(|cell| contacts::any(cell))
                .count();
            if found > 0 {
                warnings.push(Remark::new("personal_text").with("count", found));
            }
        }
    }
}

/// The rows of which the answer has no place on the scale: they are read as they will be when they are taken in.
fn of_strays(export: &Export, plan: &Plan, view: &ColumnView, warnings: &mut Vec<Remark>) {
    let columns = view.columns.iter().map(|column| Some(*column as usize));
    let reader = Reader::new(0, plan, columns.collect());
    let mut strays = (0..export.len()).filter_map(|row| reader.read(export, row).err());
    if let Some(first) = strays.next() {
        warnings.push(
            Remark::new("off_scale")
                .with("count", 1 + strays.count())
                .with("value", cut(&first.value, LONGEST)),
        );
    }
}

fn of_choices(choices: usize, layout: &Layout, view: &ColumnView, warnings: &mut Vec<Remark>) {
    if choices > MANY {
        warnings.push(Remark::new("many_answers").with("count", choices));
    }
    let counted = matches!(layout, Layout::Cell | Layout::Columns { .. });
    let thin = view
        .top
        .iter()
        .filter(|counted| counted.count < THIN)
        .count();
    if counted && view.filled >= 100 && thin > 0 && view.distinct as usize <= view.top.len() {
        warnings.push(Remark::new("thin_answers").with("count", thin));
    }
}
