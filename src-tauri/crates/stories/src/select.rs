//! Which stories fulfil a filter, and the order in which they are read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::columns::{Column, NO_CHOICE, NO_PLACE};
use crate::{Answer, Condition, Filter, Library, OptionId, StoryId, Test};

/// The order in which stories are offered for reading.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReadingOrder {
    /// As they were given.
    #[default]
    Given,
    /// The shortest first.
    Short,
    /// The longest first.
    Long,
    /// The latest told first.
    Latest,
}

/// A condition, ready to be tried on many stories.
pub(crate) enum Probe<'a> {
    /// The answer is one of the marked places.
    Choice(&'a [u16], Vec<bool>),
    /// The answers share a bit with this.
    Several(&'a [u64], u64),
    /// The slider is within.
    Slider(&'a [u8], u8, u8),
    /// Nothing fulfils it.
    Never,
}

impl Probe<'_> {
    pub(crate) fn fits(&self, row: usize) -> bool {
        match self {
            Self::Choice(codes, marked) => {
                codes[row] != NO_CHOICE
                    && marked
                        .get(usize::from(codes[row]))
                        .copied()
                        .unwrap_or(false)
            }
            Self::Several(bits, mask) => bits[row] & mask != 0,
            Self::Slider(values, from, to) => {
                values[row] != NO_PLACE && *from <= values[row] && values[row] <= *to
            }
            Self::Never => false,
        }
    }
}

impl Library {
    /// The stories that fulfil all of a filter, in the order of their numbers. A condition on something that is not in
    /// this library is fulfilled by no story.
    pub fn select(&self, filter: &Filter) -> Vec<StoryId> {
        let stories = self.stories();
        self.rows(filter, &[])
            .into_iter()
            .map(|row| stories[row].id)
            .collect()
    }

    /// The number of stories that fulfil all of a filter.
    pub fn count(&self, filter: &Filter) -> u32 {
        self.rows(filter, &[]).len() as u32
    }

    /// These stories in the order of reading: those of the own region first, and otherwise stable. Numbers that are not in
    /// this library are left out.
    pub fn order(
        &self,
        ids: &[StoryId],
        own_region: Option<&OptionId>,
        order: ReadingOrder,
    ) -> Vec<StoryId> {
        let region = self.collection().about.uses.region.as_ref();
        let mut rows: Vec<usize> = ids.iter().filter_map(|id| self.row(*id)).collect();
        let (stories, words) = (self.stories(), self.words());
        match order {
            ReadingOrder::Given => {}
            ReadingOrder::Short => rows.sort_by_key(|row| words[*row]),
            ReadingOrder::Long => rows.sort_by_key(|row| std::cmp::Reverse(words[*row])),
            ReadingOrder::Latest => rows.sort_by(|a, b| stories[*b].told.cmp(&stories[*a].told)),
        }
        if let (Some(region), Some(own)) = (region, own_region) {
            let is_own = |row: &usize| matches!(stories[*row].answers.get(region), Some(Answer::Choice(option)) if option == own);
            rows.sort_by_key(|row| !is_own(row));
        }
        rows.into_iter().map(|row| stories[row].id).collect()
    }

    /// The places in [`Self::stories`] of the stories that fulfil a filter and more conditions, in order.
    pub fn rows(&self, filter: &Filter, within: &[Condition]) -> Vec<usize> {
        let probes: Vec<Probe<'_>> = filter
            .conditions
            .iter()
            .chain(within)
            .map(|one| self.probe(one))
            .collect();
        let (least, most) = (
            filter.min_words.unwrap_or(0),
            filter.max_words.unwrap_or(u32::MAX),
        );
        self.words()
            .iter()
            .enumerate()
            .filter(|(row, words)| {
                (least..=most).contains(*words) && probes.iter().all(|probe| probe.fits(*row))
            })
            .map(|(row, _)| row)
            .collect()
    }

    pub(crate) fn probe(&self, condition: &Condition) -> Probe<'_> {
        let Some((question, column)) = self.column(&condition.question) else {
            return Probe::Never;
        };
        match (&condition.test, column) {
            (Test::AnyOf { options }, Column::Choice(codes)) => Probe::Choice(
                codes,
                question
                    .choices()
                    .iter()
                    .map(|choice| options.contains(&choice.id))
                    .collect(),
            ),
            (Test::AnyOf { options }, Column::Several(bits)) => {
                let marked = question
                    .choices()
                    .iter()
                    .enumerate()
                    .filter(|(_, choice)| options.contains(&choice.id));
                Probe::Several(bits, marked.fold(0, |mask, (code, _)| mask | (1 << code)))
            }
            (Test::Range { from, to }, Column::Slider(values)) => Probe::Slider(values, *from, *to),
            (Test::AnyOf { .. } | Test::Range { .. }, _) => Probe::Never,
        }
    }
}
