//! What one column, or several with the same header, probably is.

use std::collections::BTreeSet;

use super::{delimited, scale};
use crate::facts::Facts;
use crate::naming::unique;
use crate::order::{Ordered, arrange};
use crate::words::slug;
use crate::{ChoicePlan, Coding, Layout};

/// How the answers of a column are probably written. `spaces`: names of answers may be divided by spaces.
pub(super) fn coding(question: &str, facts: &Facts<'_>, spaces: bool) -> Coding {
    if let Some(slider) = scale::find(question, facts) {
        return slider;
    }
    if let Some(split) = delimited::find(facts, spaces) {
        let labels: Vec<&str> = split
            .answers
            .iter()
            .map(|(answer, _)| answer.as_str())
            .collect();
        let counts: Vec<u32> = split.answers.iter().map(|(_, count)| *count).collect();
        return Coding::Several {
            choices: choices(&labels, &counts),
            layout: Layout::Delimited {
                separator: split.separator,
                indexed: false,
            },
        };
    }
    let spelled = facts.folded();
    if is_choice(facts, spelled.len()) {
        let labels: Vec<&str> = spelled.iter().map(|one| one.text).collect();
        let counts: Vec<u32> = spelled.iter().map(|one| one.count).collect();
        return Coding::Choice {
            choices: choices(&labels, &counts),
            layout: Layout::Cell,
        };
    }
    Coding::Text
}

/// Whether cells are answers to choose from, and not written by people: they come back, and are short.
fn is_choice(facts: &Facts<'_>, different: usize) -> bool {
    let (filled, words) = (facts.filled, facts.mean_words());
    let longest = facts
        .values
        .iter()
        .map(|value| value.text.len())
        .max()
        .unwrap_or(0);
    if different == 0 {
        return false;
    }
    let back = filled as f64 / different as f64;
    if words > 15.0 || longest > 300 {
        // Nobody writes the same long sentence as twenty others.
        return back >= 20.0 && longest <= 1_000;
    }
    (different <= 60 && back >= 4.0)
        || (different <= 1_000 && back >= 12.0)
        || (different <= 12 && filled < 60 && back >= 1.5 && words <= 6.0)
        || (different <= 2 && back > 1.0 && words <= 8.0)
}

/// The answers in a sensible order, with an id each.
pub(super) fn choices(labels: &[&str], counts: &[u32]) -> Vec<ChoicePlan> {
    let (order, _): (Vec<usize>, Ordered) = arrange(labels, counts);
    let mut taken = BTreeSet::new();
    order
        .into_iter()
        .filter_map(|nth| labels.get(nth))
        .map(|label| choice(label, &mut taken))
        .collect()
}

/// An answer with an id that no other has.
pub(crate) fn choice(label: &str, taken: &mut BTreeSet<String>) -> ChoicePlan {
    ChoicePlan {
        id: unique(slug(label), taken).as_str().into(),
        label: crate::words::line(label),
        values: vec![label.to_owned()],
        columns: Vec::new(),
    }
}
