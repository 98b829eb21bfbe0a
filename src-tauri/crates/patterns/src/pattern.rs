//! What an evaluation finds, as values.

use serde::{Deserialize, Serialize};
use stories::{ChartSpec, Condition, Few, OptionId, QuestionId};
use ts_rs::TS;

use crate::Sentence;

/// All patterns of a selection, and what was looked at to find them.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Evaluation {
    /// The number of stories that were looked at.
    pub stories: u32,
    /// The number of all stories, selected or not.
    pub of: u32,
    /// The number of tests; one a pattern. The false discovery rate is held over all of them.
    pub tests: u32,
    /// The number of pairs without a test, because fewer than 20 stories answer both or all of them answer the same.
    pub untested: u32,
    /// The number of patterns that stand at the chosen false discovery rate.
    pub standing: u32,
    /// Questions that take no part: more choices than can be compared.
    pub left_out: Vec<QuestionId>,
    /// Every tested pair, the strongest effect first.
    pub patterns: Vec<Pattern>,
}

/// Two questions, and how far their answers fall together.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Pattern {
    /// Names the pair, the same for every selection, such as `role_type/support:ahead`; `@about:system` follows where a third
    /// question narrows it down.
    pub key: String,
    /// The question whose answers are the groups that are compared.
    pub rows: Side,
    /// The question whose answers are counted within the groups.
    pub columns: Side,
    /// For a pattern of three questions: the answer to the third question within which the pair was looked at.
    pub within: Option<Condition>,
    /// The same in words.
    pub scope: Option<Sentence>,
    /// The number of stories that answer both.
    pub n: u32,
    /// Whether that is few: below 30 it is an indication.
    pub few: Few,
    /// The test.
    pub method: Method,
    /// The statistic of the test: chi-square, H corrected for ties, or rho.
    pub statistic: f64,
    /// The degrees of freedom; for Spearman `n - 2`.
    pub freedom: u32,
    /// How likely a statistic at least as far out is when the two questions have nothing to do with each other.
    pub p: f64,
    /// The same over all tests together: Benjamini and Hochberg's adjusted p.
    pub q: f64,
    /// Whether `q` is at most the chosen false discovery rate.
    pub stands: bool,
    /// How strongly the answers fall together.
    pub effect: Effect,
    /// Whether the table is too thin for the test to be exact: an expected count below 1, or more than one in five below 5
    /// (Cochran 1954). Merging options helps.
    pub thin: bool,
    /// Whether the answer to the one question always follows from the other, as with a role and its type. Such a pair says
    /// nothing new.
    pub follows: bool,
    /// What stands out, the strongest first.
    pub highlights: Vec<Highlight>,
    /// A chart that suits it: few bars, few categories.
    pub chart: ChartSpec,
    /// What is to be seen, in words that a parent understands.
    pub sentence: Sentence,
    /// A word of caution where the figures of the sentence rest on few answers.
    pub caution: Option<Sentence>,
}

/// One side of a pair.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[ts(export)]
pub struct Side {
    /// The question.
    pub question: QuestionId,
    /// For a several-choice question: the option that is taken as yes or no.
    pub option: Option<OptionId>,
}

/// Which test was done.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Method {
    /// Choice by choice: Pearson's chi-square.
    ChiSquare,
    /// Slider by choice: Kruskal and Wallis.
    KruskalWallis,
    /// Slider by slider: Spearman's rank correlation.
    Spearman,
}

/// How strongly two questions fall together.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Effect {
    /// Which measure.
    pub kind: EffectKind,
    /// Its value: 0 to 1, for rho −1 to 1.
    pub value: f64,
    /// The value in a word.
    pub size: EffectSize,
    /// The value on one scale for all measures, 0 to 1, by which patterns are ranked: that of a correlation, less what chance
    /// alone gives on average. It is Cramér's V without its bias, `√(ε² − (k − 1) / (n − 1))` for k groups, and
    /// `√(ρ² − 1 / (n − 1))`; 0 where nothing is left.
    pub strength: f64,
}

/// A measure of how strongly two questions fall together.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum EffectKind {
    /// Cramér's V, corrected for bias (Bergsma 2013).
    CramersV,
    /// Epsilon squared, `H / (n − 1)` (Kelley 1935; Tomczak and Tomczak 2014).
    EpsilonSquared,
    /// Spearman's rho.
    Rho,
}

/// A measure in a word, by published bounds.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum EffectSize {
    /// Below small.
    Tiny,
    /// V from 0.1 / √(smallest side − 1), ε² from 0.01, |rho| from 0.1 (Cohen 1988).
    Small,
    /// V from 0.3 / √(smallest side − 1), ε² from 0.06, |rho| from 0.3 (Cohen 1988).
    Medium,
    /// V from 0.5 / √(smallest side − 1), ε² from 0.14, |rho| from 0.5 (Cohen 1988).
    Large,
}

/// One group in which an answer occurs more, or less, often than elsewhere.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Highlight {
    /// The stories that are looked at: an answer to the question of the rows, or the right half of a slider.
    pub who: Condition,
    /// What is counted among them: an answer to the question of the columns, or a part of a slider.
    pub what: Condition,
    /// The stories that they are put beside; none means all others.
    pub against: Option<Condition>,
    /// How many of `who` give `what`.
    pub these: Portion,
    /// How many of the stories that they are put beside give `what`.
    pub those: Portion,
    /// How many of `who` would give `what` if they were like all stories together.
    pub expected: f64,
    /// How far out it is: the adjusted residual (Haberman 1973) for two choices, Cliff's delta for a slider by choice, rho for
    /// two sliders. Above 0 is more, or further to the right.
    pub score: f64,
    /// The p of this group alone, held over all groups of the pattern (Holm 1979).
    pub p: f64,
    /// Whether either portion rests on few answers.
    pub few: Few,
    /// The conditions that, with the filter of the evaluation, select exactly the counted stories.
    pub select: Vec<Condition>,
}

/// A number of stories out of a number of stories.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Portion {
    /// The stories counted.
    pub count: u32,
    /// The stories that they are a part of.
    pub of: u32,
    /// How many of each hundred, by [`stories::per_hundred`].
    pub per_hundred: u8,
}

impl Portion {
    /// `count` out of `of`.
    pub fn new(count: u32, of: u32) -> Self {
        Self {
            count,
            of,
            per_hundred: stories::per_hundred(count, of),
        }
    }

    /// Between 0 and 1; 0 where there is nothing to take a part of.
    pub(crate) fn share(self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            f64::from(self.count) / f64::from(self.of)
        }
    }
}
