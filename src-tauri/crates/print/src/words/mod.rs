//! The labels and hints on the sheets, as values: the caller reads them from the locale files.

mod run;
mod sheets;
mod tiles;

pub use run::RunSheetWords;
pub use sheets::{
    AgreementCardWords, CoverSheetWords, NoteSheetWords, TableSheetWords, TestPageWords,
    VoteSheetWords,
};
pub use tiles::TilesWords;

use crate::language::Language;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $(#[doc = concat!("The words under `", $key, "`.")] pub $field: String,)*
        }

        impl $name {
            /// The keys that a locale file must hold.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];

            /// Takes every label and hint from `lookup`, which is given the key.
            ///
            /// # Errors
            ///
            /// [`crate::ErrorKind::MissingWords`] with the first key for which there are no words.
            pub fn from_lookup(
                mut lookup: impl FnMut(&str) -> Option<String>,
            ) -> Result<Self, $crate::error::Error> {
                Ok(Self { $($field: lookup($key).ok_or($crate::error::ErrorKind::MissingWords($key))?,)* })
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The labels and hints of the poster in one language.
    Words {
        region = "poster.region",
        date = "poster.date",
        table = "poster.table",
        people = "poster.people",
        name = "poster.name",
        name_hint = "poster.name_hint",
        pitch = "poster.pitch",
        pitch_hint = "poster.pitch_hint",
        perspectives = "poster.perspectives",
        perspectives_hint = "poster.perspectives_hint",
        touched = "poster.touched",
        touched_hint = "poster.touched_hint",
        saw = "poster.saw",
        surprise = "poster.surprise",
        surprise_hint = "poster.surprise_hint",
        opportunity = "poster.opportunity",
        opportunity_hint = "poster.opportunity_hint",
        challenge = "poster.challenge",
        challenge_hint = "poster.challenge_hint",
        proposal = "poster.proposal",
        proposal_hint = "poster.proposal_hint",
        for_whom = "poster.for_whom",
        for_whom_hint = "poster.for_whom_hint",
        start_small = "poster.start_small",
        start_small_hint = "poster.start_small_hint",
        first_step = "poster.first_step",
        first_step_hint = "poster.first_step_hint",
        already = "poster.already",
        already_hint = "poster.already_hint",
        needs = "poster.needs",
        money = "poster.money",
        money_hint = "poster.money_hint",
        room = "poster.room",
        room_hint = "poster.room_hint",
        people_needed = "poster.people_needed",
        people_needed_hint = "poster.people_needed_hint",
        knowledge = "poster.knowledge",
        knowledge_hint = "poster.knowledge_hint",
        satisfied = "poster.satisfied",
        satisfied_hint = "poster.satisfied_hint",
        story_in_a_year = "poster.story_in_a_year",
        story_in_a_year_hint = "poster.story_in_a_year_hint",
        sign = "poster.sign",
        lead = "poster.lead",
        sponsor = "poster.sponsor",
        does_first = "poster.does_first",
        feedback = "poster.feedback",
        scan = "poster.scan",
        scan_alt = "poster.scan_alt",
    }
}

words! {
    /// The words of the join sheet in one language.
    JoinWords {
        table = "print.join.table",
        lead = "print.join.lead",
        wifi = "print.join.wifi",
        wifi_hint = "print.join.wifi_hint",
        wifi_name = "print.join.wifi_name",
        wifi_password = "print.join.wifi_password",
        wifi_open = "print.join.wifi_open",
        wifi_scan = "print.join.wifi_scan",
        wifi_scan_alt = "print.join.wifi_scan_alt",
        wifi_unknown = "print.join.wifi_unknown",
        wifi_unknown_hint = "print.join.wifi_unknown_hint",
        link = "print.join.link",
        link_hint = "print.join.link_hint",
        type_address = "print.join.type_address",
        type_code = "print.join.type_code",
        scan = "print.join.scan",
        scan_alt = "print.join.scan_alt",
        help = "print.join.help",
        help_internet = "print.join.help_internet",
        help_data = "print.join.help_data",
        help_browser = "print.join.help_browser",
        help_ask = "print.join.help_ask",
    }
}

words! {
    /// The words of a chart on paper in one language; those that the screen has too are the same.
    ChartWords {
        counted = "print.chart.counted",
        of_hundred = "print.chart.of_hundred",
        count = "print.chart.count",
        too_few = "print.chart.too_few",
        bar = "print.chart.bar",
        too_few_of = "print.chart.too_few_of",
        expected = "print.chart.expected",
        expected_note = "print.chart.expected_note",
        few = "print.chart.few",
        few_bar = "print.chart.few_bar",
        few_cell = "print.chart.few_cell",
        indication = "print.chart.indication",
        cells_note = "print.chart.cells_note",
        cells_shade = "print.chart.cells_shade",
        total = "print.chart.total",
        total_filtered = "print.chart.total_filtered",
        nothing = "print.chart.nothing",
    }
}

words! {
    /// The words of the perspective brochure in one language.
    BrochureWords {
        perspective = "print.brochure.perspective",
        linking_question = "print.brochure.linking_question",
        inside = "print.brochure.inside",
        how = "print.brochure.how",
        observation = "print.brochure.observation",
        interpretations = "print.brochure.interpretations",
        interpretations_hint = "print.brochure.interpretations_hint",
        own = "print.brochure.own",
        stories = "print.brochure.stories",
        stories_hint = "print.brochure.stories_hint",
        notes = "print.brochure.notes",
        notes_hint = "print.brochure.notes_hint",
        found = "print.brochure.found",
        found_hint = "print.brochure.found_hint",
        cut = "print.brochure.cut",
        pages = "print.brochure.pages",
    }
}

words! {
    /// The words of story cards in one language.
    CardWords {
        open = "print.card.open",
        answers = "print.card.answers",
        slider = "print.card.slider",
        shortened = "print.card.shortened",
        continues = "print.card.continues",
        continued = "print.card.continued",
    }
}

words! {
    /// The words of the overview poster in one language.
    OverviewWords {
        title = "print.overview.title",
        how = "print.overview.how",
        page = "print.overview.page",
    }
}

/// The words with a value in every place such as `{total}`.
pub(crate) fn filled(words: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = places.iter().find(|(place, _)| *place == name)?;
            Some((value, after))
        });
        if let Some((value, after)) = value {
            out.push_str(value);
            rest = after;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// A whole number as the language writes it: "4.981" in Dutch, "4,981" in English.
pub(crate) fn whole(number: u32, language: Language) -> String {
    let digits = number.to_string();
    let mark = match language {
        Language::Nl => '.',
        Language::En => ',',
    };
    let mut out = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_take_their_values_and_a_value_is_never_a_place() {
        let places = [("label", "{of} ja"), ("of", "31")];
        assert_eq!(
            filled("{label}: {of}, {other} {", &places),
            "{of} ja: 31, {other} {"
        );
    }

    #[test]
    fn numbers_are_as_the_language_writes_them() {
        for (number, nl, en) in [
            (7, "7", "7"),
            (4981, "4.981", "4,981"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(whole(number, Language::Nl), nl);
            assert_eq!(whole(number, Language::En), en);
        }
    }
}
