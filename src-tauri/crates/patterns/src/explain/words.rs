//! The sentence of a pattern: which one, and what fills its places. The words stand in `assets/locales`.

use stories::{Condition, Few, Test};

use super::Pair;
use super::sliders::RIGHT_SIDE;
use crate::{Highlight, Measured, Method, Portion, Sentence};

/// A ratio is put in words only where both figures are at least this many of each hundred; of 1 and 2 nobody can tell.
const FEWEST_FOR_RATIO: u8 = 3;
/// The same for the stories behind a figure.
const FEWEST_COUNTED: u32 = 10;

/// 'About twice' and its kin: the smallest and the largest ratio, and the name in the key.
const RATIOS: [(f64, f64, &str); 4] = [
    (0.44, 0.56, "half"),
    (1.8, 2.25, "twice"),
    (2.7, 3.3, "thrice"),
    (3.3, f64::INFINITY, "many"),
];

/// The ends of a slider that sentences have words for: a range with the name in the key, and whether it is at the right.
const EDGES: [((u8, u8), &str, bool); 4] = [
    ((51, 100), "side", true),
    ((67, 100), "near", true),
    ((0, 49), "side", false),
    ((0, 33), "near", false),
];

impl Pair<'_> {
    /// What is to be seen, with the figures it names; where nothing stands out, that.
    pub(super) fn sentence(
        &self,
        measured: &Measured,
        first: Option<&Highlight>,
    ) -> (Sentence, Option<(Portion, Portion)>) {
        if measured.follows {
            return (self.both("pattern.follows"), None);
        }
        let Some(first) = first else {
            return (self.even(), None);
        };
        // 'More' reads easier than 'less': where the two groups are named, the one with more comes first.
        let turned = first
            .against
            .as_ref()
            .filter(|_| first.these.share() < first.those.share());
        let (who, against, these, those) = match turned {
            Some(other) => (other, Some(&first.who), first.those, first.these),
            None => (&first.who, first.against.as_ref(), first.these, first.those),
        };
        if these.per_hundred == those.per_hundred {
            return (self.even(), None);
        }
        let sentence = match measured.method {
            Method::ChiSquare => self.cell_sentence(who, first, against, (these, those)),
            Method::KruskalWallis => self.group_sentence(who, first, against, (these, those)),
            Method::Spearman => self.slider_sentence(first, (these, those)),
        };
        (sentence, Some((these, those)))
    }

    fn cell_sentence(
        &self,
        who: &Condition,
        first: &Highlight,
        against: Option<&Condition>,
        (these, those): (Portion, Portion),
    ) -> Sentence {
        let form = comparison(these, those);
        let mut sentence = self.compared(form, who, against, (these, those));
        if let Test::AnyOf { options } = &first.what.test {
            sentence.fill("answer", &self.words_of(options));
        }
        sentence
    }

    fn group_sentence(
        &self,
        who: &Condition,
        first: &Highlight,
        against: Option<&Condition>,
        (these, those): (Portion, Portion),
    ) -> Sentence {
        let Test::Range { from, to } = first.what.test else {
            return self.even();
        };
        let (left, right) = self.columns.edges();
        let edge = EDGES.iter().find(|(range, ..)| *range == (from, to));
        let (form, key, value) = match edge {
            Some((_, form, true)) => (*form, "edge", right.to_owned()),
            Some((_, form, false)) => (*form, "edge", left.to_owned()),
            None if to == 100 => ("from", "place", from.to_string()),
            None => ("upto", "place", to.to_string()),
        };
        let mut sentence = self.compared(form, who, against, (these, those));
        sentence.fill(key, &value);
        sentence
    }

    fn slider_sentence(&self, first: &Highlight, figures: (Portion, Portion)) -> Sentence {
        let ((other, group), (left, right)) = (self.rows.edges(), self.columns.edges());
        let together =
            matches!(first.what.test, Test::Range { from, to } if (from, to) == RIGHT_SIDE);
        let (form, edge) = if together {
            ("together", right)
        } else {
            ("opposite", left)
        };
        let mut sentence = Sentence::new(&format!("pattern.sliders.{form}"));
        sentence.fill("rows", &self.rows.question.short);
        sentence.fill("question", &self.columns.question.short);
        sentence.fill("group", group);
        sentence.fill("other", other);
        sentence.fill("edge", edge);
        sentence.figures(figures);
        sentence
    }

    /// A group beside another, or beside all others: people where the groups are voices, and otherwise stories.
    fn compared(
        &self,
        form: &str,
        who: &Condition,
        against: Option<&Condition>,
        figures: (Portion, Portion),
    ) -> Sentence {
        let voice = self.library.collection().about.uses.voice.as_ref();
        let people = voice == Some(&self.rows.question.id);
        let subject = if people { "people" } else { "stories" };
        let beside = if against.is_some() { "other" } else { "rest" };
        let mut sentence = Sentence::new(&format!("pattern.{subject}.{form}.{beside}"));
        let group = self.group_words(who);
        if people {
            sentence.fill("groups", &inside(&group));
        } else {
            sentence.fill("rows", &self.rows.question.short);
        }
        if let Some(against) = against {
            let other = self.group_words(against);
            sentence.fill("other", &if people { inside(&other) } else { other });
        }
        sentence.fill("group", &group);
        sentence.fill("question", &self.columns.question.short);
        sentence.figures(figures);
        sentence
    }

    fn group_words(&self, who: &Condition) -> String {
        let Test::AnyOf { options } = &who.test else {
            return String::new();
        };
        let label = |option| {
            self.library
                .label(&who.question, option)
                .unwrap_or_default()
        };
        let labels: Vec<&str> = options.iter().map(label).collect();
        labels.join(", ")
    }

    fn even(&self) -> Sentence {
        self.both("pattern.even")
    }

    /// A sentence that names both sides and nothing else.
    fn both(&self, key: &str) -> Sentence {
        let mut sentence = Sentence::new(key);
        let words = |end: &super::End<'_>| match end.option {
            Some(_) => end.label(1).to_owned(),
            None => end.question.short.clone(),
        };
        sentence.fill("rows", &words(&self.rows));
        sentence.fill("question", &words(&self.columns));
        sentence
    }

    /// Says so where the figures rest on fewer than 30 answers.
    pub(super) fn caution(&self, n: u32, figures: Option<(Portion, Portion)>) -> Option<Sentence> {
        let fewest = figures.map_or(n, |(these, those)| these.of.min(those.of).min(n));
        (Few::of(fewest) != Few::Enough).then(|| {
            let mut sentence = Sentence::new("pattern.caution");
            sentence.fill("n", &fewest.to_string());
            sentence
        })
    }

    /// The answer to the third question within which the pair was looked at.
    pub(super) fn scope(&self) -> Option<Sentence> {
        let within = self.within?;
        let third = self.library.question(&within.question)?;
        let mut sentence = match &within.test {
            Test::AnyOf { .. } => {
                let mut sentence = Sentence::new("pattern.within");
                sentence.fill("answer", &self.group_words(within));
                sentence
            }
            Test::Range { from, to } => {
                let mut sentence = Sentence::new("pattern.within_range");
                sentence.fill("from", &from.to_string());
                sentence.fill("to", &to.to_string());
                sentence
            }
        };
        sentence.fill("question", &third.short);
        Some(sentence)
    }
}

/// How two portions are compared in words, by the figures behind them; the rounded ones must say the same.
fn comparison(these: Portion, those: Portion) -> &'static str {
    let enough = these.per_hundred.min(those.per_hundred) >= FEWEST_FOR_RATIO
        && these.count.min(those.count) >= FEWEST_COUNTED;
    let shown = f64::from(these.per_hundred) / f64::from(those.per_hundred.max(1));
    let exact = these.share() / those.share();
    let fits = |(low, high, _): &&(f64, f64, &str)| {
        [shown, exact]
            .iter()
            .all(|ratio| (*low..*high).contains(ratio))
    };
    match RATIOS.iter().filter(|_| enough).find(fits) {
        Some((_, _, name)) => name,
        // 'Of 100 there are 1' would not read; the other form does.
        None if these.share() > those.share() && these.per_hundred >= 2 => "more",
        None if these.share() > those.share() => "rather",
        None => "less",
    }
}

/// A label in the middle of a sentence: without its capital, unless it is a name in capitals.
fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_put_in_words_only_where_the_figures_show_it() {
        let say = |a: (u32, u32), b: (u32, u32)| {
            comparison(Portion::new(a.0, a.1), Portion::new(b.0, b.1))
        };
        assert_eq!(say((380, 1000), (190, 1000)), "twice");
        assert_eq!(say((30, 1000), (10, 1000)), "more"); // 3 and 1 of the 100: too few
        assert_eq!(say((8, 20), (4, 20)), "more"); // 8 and 4 stories: too few
        assert_eq!(say((300, 1000), (100, 1000)), "thrice");
        assert_eq!(say((500, 1000), (50, 1000)), "many");
        assert_eq!(say((100, 1000), (200, 1000)), "half");
        assert_eq!(say((150, 1000), (200, 1000)), "less");
        assert_eq!(say((240, 1000), (200, 1000)), "more");
        assert_eq!(say((8, 1000), (2, 1000)), "rather"); // 1 and 0 of the 100
    }

    #[test]
    fn a_label_loses_its_capital_inside_a_sentence_but_not_a_name_in_capitals() {
        assert_eq!(inside("Mensen in de school"), "mensen in de school");
        assert_eq!(inside("IB'ers"), "IB'ers");
        assert_eq!(inside(""), "");
    }
}
