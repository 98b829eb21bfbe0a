//! From a specification to a chart with all its figures.

use crate::columns::{Column, NO_PLACE};
use crate::{
    Chart, ChartCell, ChartKind, ChartRow, ChartSpec, Condition, Few, Filter, Library, OptionId,
    Question, QuestionId, Test,
};

/// With fewer answers than this, a share is only an indication.
const ENOUGH: u32 = 30;
/// With fewer answers than this, no share is shown.
const FEWEST: u32 = 20;

impl Few {
    /// How far a share of this number of answers can be relied on.
    pub fn of(answers: u32) -> Self {
        match answers {
            ENOUGH.. => Self::Enough,
            FEWEST.. => Self::Indication,
            _ => Self::TooFew,
        }
    }
}

/// How many of each hundred, rounded half up; 0 where there is nothing to take a share of.
pub fn per_hundred(count: u32, of: u32) -> u8 {
    if of == 0 {
        return 0;
    }
    let (count, of) = (u64::from(count.min(of)), u64::from(of));
    u8::try_from((200 * count + of) / (2 * of)).unwrap_or(100)
}

/// A share to compare with; none where there are too few answers.
fn expected(count: u32, of: u32) -> Option<u8> {
    (of >= FEWEST).then(|| per_hundred(count, of))
}

fn cell(count: u32, of: u32, expected: Option<u8>, select: Vec<Condition>) -> ChartCell {
    ChartCell {
        count,
        of,
        per_hundred: per_hundred(count, of),
        expected,
        few: Few::of(of),
        select,
    }
}

fn chosen(question: &QuestionId, option: &OptionId) -> Condition {
    Condition {
        question: question.clone(),
        test: Test::AnyOf {
            options: vec![option.clone()],
        },
    }
}

/// The options to show with their places, in the order of `only` or of the questionnaire.
fn shown<'a>(question: &'a Question, only: &[OptionId]) -> Vec<(usize, &'a OptionId, &'a str)> {
    let all = || {
        question
            .choices()
            .iter()
            .enumerate()
            .map(|(code, choice)| (code, &choice.id, choice.label.as_str()))
    };
    if only.is_empty() {
        all().collect()
    } else {
        only.iter()
            .filter_map(|id| all().find(|(_, option, _)| *option == id))
            .collect()
    }
}

impl Library {
    /// A chart of the stories that fulfil `filter`, with all its figures.
    ///
    /// Each cell's `select`, together with the same `filter`, selects exactly its `count` stories. Something that is not in
    /// this library gives a chart without rows.
    pub fn chart(&self, spec: &ChartSpec, filter: &Filter) -> Chart {
        let mut chart = Chart {
            kind: ChartKind::Bars,
            title: String::new(),
            counted: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            total: 0,
            filtered: *filter != Filter::default(),
        };
        match spec {
            ChartSpec::Share {
                rows,
                only,
                hit,
                hit_label,
                within,
            } => {
                chart.counted.clone_from(hit_label);
                self.share(&mut chart, filter, (rows, only), hit, within);
            }
            ChartSpec::Spread {
                question,
                only,
                within,
            } => self.spread(&mut chart, filter, (question, only), within),
            ChartSpec::Ranges {
                question,
                bins,
                within,
            } => {
                chart.kind = ChartKind::Ranges;
                self.ranges(&mut chart, filter, question, bins, within);
            }
            ChartSpec::Cells {
                rows,
                only_rows,
                columns,
                only_columns,
                within,
            } => {
                chart.kind = ChartKind::Cells;
                self.cells(
                    &mut chart,
                    filter,
                    (rows, only_rows),
                    (columns, only_columns),
                    within,
                );
            }
        }
        chart
    }

    fn share(
        &self,
        chart: &mut Chart,
        filter: &Filter,
        (rows, only): (&QuestionId, &[OptionId]),
        hit: &Condition,
        within: &[Condition],
    ) {
        let (Some((question, column)), Some((_, hit_column))) =
            (self.column(rows), self.column(&hit.question))
        else {
            return;
        };
        let shown = shown(question, only);
        let probe = self.probe(hit);
        let size = question.choices().len();
        let (mut count, mut of) = (vec![0; size], vec![0; size]);
        let (mut all_count, mut all_of) = (0, 0);
        for row in self.rows(filter, within) {
            if !(column.answered(row) && hit_column.answered(row)) {
                continue;
            }
            let fits = u32::from(probe.fits(row));
            all_of += 1;
            all_count += fits;
            let mut seen = false;
            column.chosen(row, |code| {
                of[code] += 1;
                count[code] += fits;
                seen |= shown.iter().any(|(one, ..)| *one == code);
            });
            chart.total += u32::from(seen);
        }
        let expected = expected(all_count, all_of);
        chart.title.clone_from(&question.short);
        chart
            .rows
            .extend(shown.into_iter().map(|(code, option, label)| {
                let select = [chosen(rows, option), hit.clone()]
                    .into_iter()
                    .chain(within.iter().cloned())
                    .collect();
                ChartRow {
                    label: label.to_owned(),
                    cells: vec![cell(count[code], of[code], expected, select)],
                }
            }));
    }

    fn spread(
        &self,
        chart: &mut Chart,
        filter: &Filter,
        (id, only): (&QuestionId, &[OptionId]),
        within: &[Condition],
    ) {
        let Some((question, column)) = self.column(id) else {
            return;
        };
        let tally = |rows: &[usize]| {
            let (mut counts, mut of) = (vec![0_u32; question.choices().len()], 0_u32);
            for row in rows {
                of += u32::from(column.answered(*row));
                column.chosen(*row, |code| counts[code] += 1);
            }
            (counts, of)
        };
        let (counts, of) = tally(&self.rows(filter, within));
        let whole = self.whole(filter, within).map(|rows| tally(&rows));
        chart.title.clone_from(&question.short);
        chart.total = of;
        chart.rows.extend(
            shown(question, only)
                .into_iter()
                .map(|(code, option, label)| {
                    let select = std::iter::once(chosen(id, option))
                        .chain(within.iter().cloned())
                        .collect();
                    let expected = whole
                        .as_ref()
                        .and_then(|(all, all_of)| expected(all[code], *all_of));
                    ChartRow {
                        label: label.to_owned(),
                        cells: vec![cell(counts[code], of, expected, select)],
                    }
                }),
        );
    }

    fn ranges(
        &self,
        chart: &mut Chart,
        filter: &Filter,
        id: &QuestionId,
        bins: &[(u8, u8, String)],
        within: &[Condition],
    ) {
        let Some((question, Column::Slider(values))) = self.column(id) else {
            return;
        };
        let tally = |rows: &[usize]| {
            let (mut counts, mut of) = (vec![0_u32; bins.len()], 0_u32);
            for place in rows
                .iter()
                .map(|row| values[*row])
                .filter(|place| *place != NO_PLACE)
            {
                of += 1;
                for (count, (low, high, _)) in counts.iter_mut().zip(bins) {
                    *count += u32::from((*low..=*high).contains(&place));
                }
            }
            (counts, of)
        };
        let (counts, of) = tally(&self.rows(filter, within));
        let whole = self.whole(filter, within).map(|rows| tally(&rows));
        chart.title.clone_from(&question.short);
        chart.total = of;
        chart
            .rows
            .extend(bins.iter().enumerate().map(|(nth, (low, high, label))| {
                let range = Condition {
                    question: id.clone(),
                    test: Test::Range {
                        from: *low,
                        to: *high,
                    },
                };
                let select = std::iter::once(range)
                    .chain(within.iter().cloned())
                    .collect();
                let expected = whole
                    .as_ref()
                    .and_then(|(all, all_of)| expected(all[nth], *all_of));
                ChartRow {
                    label: label.clone(),
                    cells: vec![cell(counts[nth], of, expected, select)],
                }
            }));
    }

    fn cells(
        &self,
        chart: &mut Chart,
        filter: &Filter,
        (rows, only_rows): (&QuestionId, &[OptionId]),
        (columns, only_columns): (&QuestionId, &[OptionId]),
        within: &[Condition],
    ) {
        let (Some((question, column)), Some((across, across_column))) =
            (self.column(rows), self.column(columns))
        else {
            return;
        };
        let shown_rows = shown(question, only_rows);
        let shown_columns = shown(across, only_columns);
        let width = across.choices().len();
        let mut counts = vec![0_u32; question.choices().len() * width];
        let mut of = vec![0_u32; question.choices().len()];
        let (mut all, mut all_of) = (vec![0_u32; width], 0);
        for row in self.rows(filter, within) {
            if !(column.answered(row) && across_column.answered(row)) {
                continue;
            }
            all_of += 1;
            across_column.chosen(row, |code| all[code] += 1);
            let mut seen = false;
            column.chosen(row, |code| {
                of[code] += 1;
                seen |= shown_rows.iter().any(|(one, ..)| *one == code);
                across_column.chosen(row, |other| counts[code * width + other] += 1);
            });
            chart.total += u32::from(seen);
        }
        chart.title.clone_from(&question.short);
        chart.columns = shown_columns
            .iter()
            .map(|(.., label)| (*label).to_owned())
            .collect();
        chart
            .rows
            .extend(shown_rows.into_iter().map(|(code, option, label)| {
                let cells = shown_columns.iter().map(|(other, other_option, _)| {
                    let select = [chosen(rows, option), chosen(columns, other_option)];
                    let select = select.into_iter().chain(within.iter().cloned()).collect();
                    cell(
                        counts[code * width + other],
                        of[code],
                        expected(all[*other], all_of),
                        select,
                    )
                });
                ChartRow {
                    label: label.to_owned(),
                    cells: cells.collect(),
                }
            }));
    }

    /// All stories, to compare a part of them with; none where it is no part.
    fn whole(&self, filter: &Filter, within: &[Condition]) -> Option<Vec<usize>> {
        let part = !within.is_empty() || *filter != Filter::default();
        part.then(|| (0..self.stories().len()).collect())
    }
}
