//! Whether two interpretations say the same.

use std::collections::BTreeSet;

use stories::{Interpretation, InterpretationId, folded_words};

use crate::Lists;

/// From this overlap two texts say the same.
///
/// Overlap is that of Szymkiewicz and Simpson: what both sets of words have, of the smaller set. So a text that only adds to another
/// one says the same too. Three of four words is where pairs that people wrote to differ and pairs that repeat each other part.
pub const SAME: f64 = 0.75;

/// With fewer words that say something, two texts only say the same where all of these are the same.
const FEW: usize = 3;

/// How much two texts overlap, from 0 to 1: without case, diacritics and words that say nothing by themselves. A text that denies
/// never overlaps with one that does not.
pub fn overlap(one: &str, other: &str, lists: &Lists) -> f64 {
    let said = Said::of(lists);
    Said::overlap(&said.words(one), &said.words(other))
}

/// Whether two texts say the same.
pub fn same(one: &str, other: &str, lists: &Lists) -> bool {
    overlap(one, other, lists) >= SAME
}

/// The pairs of interpretations that say the same.
pub fn same_interpretations(
    all: &[Interpretation],
    lists: &Lists,
) -> Vec<(InterpretationId, InterpretationId)> {
    let said = Said::of(lists);
    let words: Vec<Words> = all.iter().map(|it| said.words(&it.text)).collect();
    let mut pairs = Vec::new();
    for (nth, one) in all.iter().enumerate() {
        for (other, theirs) in all.iter().zip(&words).skip(nth + 1) {
            if Said::overlap(&words[nth], theirs) >= SAME {
                pairs.push((one.id.clone(), other.id.clone()));
            }
        }
    }
    pairs
}

/// The lists that matter here, folded.
struct Said {
    stop: BTreeSet<String>,
    denying: BTreeSet<String>,
}

/// What a text says.
struct Words {
    /// The words that say something.
    said: BTreeSet<String>,
    /// Whether it denies.
    denies: bool,
}

impl Said {
    fn of(lists: &Lists) -> Self {
        let folded = |words: &[String]| words.iter().flat_map(|it| folded_words(it)).collect();
        Self {
            stop: folded(&lists.stop),
            denying: folded(&lists.denying),
        }
    }

    fn words(&self, text: &str) -> Words {
        let (denying, other): (BTreeSet<String>, BTreeSet<String>) = folded_words(text)
            .into_iter()
            .partition(|it| self.denying.contains(it));
        Words {
            said: other
                .into_iter()
                .filter(|it| !self.stop.contains(it))
                .collect(),
            denies: !denying.is_empty(),
        }
    }

    fn overlap(one: &Words, other: &Words) -> f64 {
        let least = one.said.len().min(other.said.len());
        if one.denies != other.denies || least == 0 {
            return 0.0;
        }
        if least < FEW {
            return if one.said == other.said { 1.0 } else { 0.0 };
        }
        one.said.intersection(&other.said).count() as f64 / least as f64
    }
}
