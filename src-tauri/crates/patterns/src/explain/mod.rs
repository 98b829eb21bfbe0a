//! From the counts of one pair to a pattern that a person can read: what stands out, a chart, a sentence.

mod cells;
mod charts;
mod groups;
mod sliders;
mod words;

pub use charts::part_label;
use stories::{Condition, Few, Kind, Library, OptionId, Question, Test};

use crate::measure::Measured;
use crate::table::Counts;
use crate::{Highlight, Method, Pattern, Portion, Side};

/// Groups with fewer stories than this never stand out by themselves.
pub(crate) const SMALLEST_GROUP: u32 = 20;
/// A group that another is put beside has at least this number of stories.
pub(crate) const SMALLEST_OTHER: u32 = 30;
/// A group stands out when its p, held over all groups of the pattern, is at most this.
pub(crate) const OUTSTANDING: f64 = 0.05;

/// One side of a pair.
#[derive(Clone, Copy)]
pub(crate) struct End<'a> {
    pub(crate) question: &'a Question,
    /// The place of the option that is taken as yes or no.
    pub(crate) option: Option<usize>,
}

impl<'a> End<'a> {
    /// The rows or columns that can stand out; 'no' to an option never does by itself.
    pub(crate) fn codes(&self) -> std::ops::Range<usize> {
        match self.option {
            Some(_) => 1..2,
            None => 0..self.question.choices().len(),
        }
    }

    fn choice(&self, code: usize) -> Option<&'a stories::Choice> {
        self.question.choices().get(self.option.unwrap_or(code))
    }

    /// The words of a row or column.
    pub(crate) fn label(&self, code: usize) -> &'a str {
        self.choice(code).map_or("", |choice| choice.label.as_str())
    }

    pub(crate) fn option_id(&self, code: usize) -> Option<OptionId> {
        self.choice(code).map(|choice| choice.id.clone())
    }

    /// The stories of a row or column.
    pub(crate) fn condition(&self, code: usize) -> Condition {
        Condition {
            question: self.question.id.clone(),
            test: Test::AnyOf {
                options: self.option_id(code).into_iter().collect(),
            },
        }
    }

    /// The stories in a part of a slider.
    pub(crate) fn range(&self, (from, to): (u8, u8)) -> Condition {
        Condition {
            question: self.question.id.clone(),
            test: Test::Range { from, to },
        }
    }

    /// The words at the left and the right of a slider.
    pub(crate) fn edges(&self) -> (&'a str, &'a str) {
        match &self.question.kind {
            Kind::Slider { left, right } => (left, right),
            Kind::Choice { .. } | Kind::Several { .. } | Kind::Text => ("", ""),
        }
    }

    fn side(&self) -> Side {
        Side {
            question: self.question.id.clone(),
            option: self.option.and_then(|code| self.option_id(code)),
        }
    }

    fn key(&self) -> String {
        match self.option.and_then(|code| self.option_id(code)) {
            Some(option) => format!("{}:{option}", self.question.id),
            None => self.question.id.to_string(),
        }
    }
}

/// Two questions with their counts, about to become a pattern.
pub(crate) struct Pair<'a> {
    pub(crate) library: &'a Library,
    pub(crate) rows: End<'a>,
    pub(crate) columns: End<'a>,
    pub(crate) within: Option<&'a Condition>,
    pub(crate) counts: &'a Counts,
}

impl Pair<'_> {
    /// The pattern, but for what needs all tests.
    pub(crate) fn pattern(&self, measured: Measured, most: usize) -> Pattern {
        // The chart and the sentence are of the first, whether it is asked for or not.
        let mut highlights = match measured.method {
            Method::ChiSquare => self.cells(most.max(1)),
            Method::KruskalWallis => self.groups(most.max(1)),
            Method::Spearman => self.halves(measured.statistic, measured.p),
        };
        let chart = self.chart(measured.method, highlights.first());
        let (sentence, portions) = self.sentence(&measured, highlights.first());
        let caution = self.caution(measured.n, portions);
        highlights.truncate(most);
        let mut key = format!("{}/{}", self.rows.key(), self.columns.key());
        if let Some(within) = self.within {
            key.push('@');
            key.push_str(&named(within));
        }
        Pattern {
            key,
            rows: self.rows.side(),
            columns: self.columns.side(),
            within: self.within.cloned(),
            scope: self.scope(),
            n: measured.n,
            few: Few::of(measured.n),
            method: measured.method,
            statistic: measured.statistic,
            freedom: measured.freedom,
            p: measured.p,
            q: 1.0,
            stands: false,
            effect: measured.effect,
            thin: measured.thin,
            follows: measured.follows,
            highlights,
            chart,
            sentence,
            caution,
        }
    }

    /// A highlight of `who` who give `what`, put beside the stories of `against`.
    fn highlight(
        &self,
        (who, what, against): (Condition, Condition, Option<Condition>),
        (these, those): (Portion, Portion),
        (expected, score, p): (f64, f64, f64),
    ) -> Highlight {
        let select = [who.clone(), what.clone()];
        Highlight {
            select: select.into_iter().chain(self.within.cloned()).collect(),
            who,
            what,
            against,
            these,
            those,
            expected,
            score,
            p,
            few: Few::of(these.of.min(those.of)),
        }
    }
}

/// A condition in a few characters, for keys.
fn named(condition: &Condition) -> String {
    match &condition.test {
        Test::AnyOf { options } => {
            let options: Vec<&str> = options.iter().map(|option| option.0.as_str()).collect();
            format!("{}:{}", condition.question, options.join("+"))
        }
        Test::Range { from, to } => format!("{}:{from}-{to}", condition.question),
    }
}
