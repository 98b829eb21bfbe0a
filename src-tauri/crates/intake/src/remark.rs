//! What is said to the preparer: a code with places to fill in, never prose.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something to tell the preparer; the words stand in the locales under `intake.remark.` and the code.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Remark {
    /// The code, such as `no_story`.
    pub code: String,
    /// What fills the places in the words.
    pub places: BTreeMap<String, String>,
}

impl Remark {
    /// All codes, for the test that every language has words for them.
    pub const CODES: &[&str] = &[
        "repaired",
        "row_left_out",
        "encoding_guessed",
        "no_story_column",
        "no_story_text",
        "no_title_column",
        "no_told_column",
        "rescaled",
        "off_scale",
        "missing_words",
        "dates_ambiguous",
        "mostly_empty",
        "one_answer",
        "many_answers",
        "thin_answers",
        "personal_text",
        "labels_from_form",
        "form_question_absent",
        "answer_split_doubtful",
        "most_columns",
    ];

    pub(crate) fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            places: BTreeMap::new(),
        }
    }

    pub(crate) fn with(mut self, place: &str, value: impl ToString) -> Self {
        self.places.insert(place.to_owned(), value.to_string());
        self
    }
}
