//! The labels and hints on the sheets, as values: the caller reads them from the locale files.

use crate::error::{Error, ErrorKind};

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
            /// [`ErrorKind::MissingWords`] with the first key for which there are no words.
            pub fn from_lookup(mut lookup: impl FnMut(&str) -> Option<String>) -> Result<Self, Error> {
                Ok(Self { $($field: lookup($key).ok_or(ErrorKind::MissingWords($key))?,)* })
            }
        }
    };
}

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
