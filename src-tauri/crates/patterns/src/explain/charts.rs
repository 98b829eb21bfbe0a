//! A chart that suits a pattern: few bars, few categories.

use stories::{ChartSpec, Condition, OptionId, Test};

use super::groups::within as counted;
use super::sliders::{LEFT_SIDE, RIGHT_SIDE};
use super::{Pair, SMALLEST_GROUP};
use crate::{Highlight, Method};

/// At most this number of bars.
const MOST_BARS: usize = 6;

impl Pair<'_> {
    /// The chart, of what the strongest highlight counts.
    pub(super) fn chart(&self, method: Method, first: Option<&Highlight>) -> ChartSpec {
        let mut within: Vec<Condition> = self.within.cloned().into_iter().collect();
        if self.rows.option.is_none() && method != Method::Spearman && self.bars(first).is_empty() {
            return self.among(method, within);
        }
        match (method, self.rows.option) {
            // 'No' to an option has no bar of its own: what is seen stands beside all stories.
            (Method::ChiSquare, Some(_)) => {
                within.insert(0, self.rows.condition(1));
                ChartSpec::Spread {
                    question: self.columns.question.id.clone(),
                    only: self
                        .columns
                        .codes()
                        .filter_map(|code| self.columns.option_id(code))
                        .collect(),
                    within,
                }
            }
            (Method::KruskalWallis, Some(_)) => {
                within.insert(0, self.rows.condition(1));
                self.ranges(within)
            }
            (Method::Spearman, _) => {
                within.insert(0, self.rows.range(RIGHT_SIDE));
                self.ranges(within)
            }
            (Method::ChiSquare, None) => {
                let hit = first.map_or_else(|| self.most_chosen(), |one| one.what.clone());
                let hit_label = match &hit.test {
                    Test::AnyOf { options } => self.words_of(options),
                    Test::Range { .. } => String::new(),
                };
                self.share(first, hit, hit_label, within)
            }
            (Method::KruskalWallis, None) => {
                let hit =
                    first.map_or_else(|| self.columns.range(RIGHT_SIDE), |one| one.what.clone());
                let (left, right) = self.columns.edges();
                let hit_label = match &hit.test {
                    Test::Range { from: 0, to } => part_label(left, 0, *to),
                    Test::Range { from, to } => part_label(right, *from, *to),
                    Test::AnyOf { .. } => String::new(),
                };
                self.share(first, hit, hit_label, within)
            }
        }
    }

    fn share(
        &self,
        first: Option<&Highlight>,
        hit: Condition,
        hit_label: String,
        within: Vec<Condition>,
    ) -> ChartSpec {
        ChartSpec::Share {
            rows: self.rows.question.id.clone(),
            only: self.bars(first),
            hit,
            hit_label,
            within,
        }
    }

    /// Where every group is too small for a bar of its own: which groups the stories on one side are of, beside all.
    fn among(&self, method: Method, mut within: Vec<Condition>) -> ChartSpec {
        let side = match method {
            Method::ChiSquare => self.most_chosen(),
            Method::KruskalWallis | Method::Spearman => {
                let all = self.counts.column_sums();
                let right = counted(&all, RIGHT_SIDE) >= counted(&all, LEFT_SIDE);
                self.columns
                    .range(if right { RIGHT_SIDE } else { LEFT_SIDE })
            }
        };
        within.insert(0, side);
        ChartSpec::Spread {
            question: self.rows.question.id.clone(),
            only: Vec::new(),
            within,
        }
    }

    fn ranges(&self, within: Vec<Condition>) -> ChartSpec {
        let (left, right) = self.columns.edges();
        ChartSpec::Ranges {
            question: self.columns.question.id.clone(),
            bins: vec![
                (0, 33, left.to_owned()),
                (34, 66, "34–66".to_owned()),
                (67, 100, right.to_owned()),
            ],
            within,
        }
    }

    /// The groups with enough stories, in the order of the questionnaire: those of the highlight and then the largest.
    fn bars(&self, first: Option<&Highlight>) -> Vec<OptionId> {
        let sums = self.counts.row_sums();
        let mut codes: Vec<usize> = self
            .rows
            .codes()
            .filter(|code| sums[*code] >= SMALLEST_GROUP)
            .collect();
        if codes.len() > MOST_BARS {
            let shown = |code: usize| {
                let condition = self.rows.condition(code);
                first.is_some_and(|one| {
                    one.who == condition || one.against.as_ref() == Some(&condition)
                })
            };
            codes.sort_by_key(|code| (!shown(*code), std::cmp::Reverse(sums[*code])));
            codes.truncate(MOST_BARS);
            codes.sort_unstable();
        }
        codes
            .into_iter()
            .filter_map(|code| self.rows.option_id(code))
            .collect()
    }

    fn most_chosen(&self) -> Condition {
        let down = self.counts.column_sums();
        let mut most = self.columns.codes().start;
        for code in self.columns.codes() {
            if down[code] > down[most] {
                most = code;
            }
        }
        self.columns.condition(most)
    }

    pub(super) fn words_of(&self, options: &[OptionId]) -> String {
        let choices = self.columns.question.choices().iter();
        let labels: Vec<&str> = choices
            .filter(|choice| options.contains(&choice.id))
            .map(|choice| choice.label.as_str())
            .collect();
        labels.join(", ")
    }
}

/// What a part of a slider is called: its end and its bounds. An end that is a number says no more than the bounds do.
pub fn part_label(end: &str, from: u8, to: u8) -> String {
    if end.chars().any(char::is_alphabetic) {
        format!("{end} ({from}–{to})")
    } else {
        format!("{from}–{to}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_slider_is_called_by_its_end_where_that_has_words() {
        assert_eq!(part_label("Zeker", 51, 100), "Zeker (51–100)");
        assert_eq!(part_label("100", 51, 100), "51–100");
        assert_eq!(part_label("", 0, 49), "0–49");
    }
}
