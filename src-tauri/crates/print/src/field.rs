//! The fields of the sheets, by name.

/// A field of a sheet, to say where something did not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What stands at the top: on a poster region, date, table and people; on a join sheet session and region.
    Header,
    /// The name of the proposal.
    Name,
    /// The proposal in one sentence.
    Pitch,
    /// The perspectives.
    Perspectives,
    /// The story that touched the table.
    Touched,
    /// The notes.
    Saw,
    /// The proposal.
    Proposal,
    /// The sort of the proposal.
    Sort,
    /// For whom it is.
    ForWhom,
    /// Where it starts small.
    StartSmall,
    /// The first step.
    FirstStep,
    /// What can be done without permission.
    Already,
    /// The money that is needed.
    Money,
    /// The room in the rules that is needed.
    Room,
    /// The people who are needed.
    PeopleNeeded,
    /// The knowledge that is needed.
    Knowledge,
    /// When the table is satisfied.
    Satisfied,
    /// The story that the table hopes to hear.
    StoryInAYear,
    /// The room to sign, with the QR code.
    Sign,
    /// The footer.
    Footer,
    /// The number and the name of a table, on a join sheet.
    JoinTable,
    /// The Wi-Fi and its password, on a join sheet.
    JoinWifi,
    /// The address to type and the code of the table, on a join sheet.
    JoinAddress,
    /// The code, the title and the linking question of a perspective, on a brochure.
    BrochureTitle,
    /// An observation with its chart and interpretations, on a brochure.
    BrochureObservation,
    /// A supporting story, on a brochure.
    BrochureStory,
    /// A story, on its cards; the code of a card, on a note.
    Card,
    /// The title of an overview poster.
    OverviewTitle,
    /// A question with its chart, on an overview poster.
    OverviewQuestion,
    /// The people at a table, on a sheet for a table on paper.
    People,
    /// What is agreed, on an agreement card.
    Agreement,
    /// The tables that need help, on a run sheet.
    Helpers,
    /// What is printed, on a cover sheet.
    Prints,
}

impl Field {
    /// The stable name that crosses to the screens, as in the model.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Name => "name",
            Self::Pitch => "pitch",
            Self::Perspectives => "perspectives",
            Self::Touched => "touched",
            Self::Saw => "saw",
            Self::Proposal => "proposal",
            Self::Sort => "sort",
            Self::ForWhom => "for_whom",
            Self::StartSmall => "start_small",
            Self::FirstStep => "first_step",
            Self::Already => "already",
            Self::Money => "money",
            Self::Room => "room",
            Self::PeopleNeeded => "people_needed",
            Self::Knowledge => "knowledge",
            Self::Satisfied => "satisfied",
            Self::StoryInAYear => "story_in_a_year",
            Self::Sign => "sign",
            Self::Footer => "footer",
            Self::JoinTable => "join_table",
            Self::JoinWifi => "join_wifi",
            Self::JoinAddress => "join_address",
            Self::BrochureTitle => "brochure_title",
            Self::BrochureObservation => "brochure_observation",
            Self::BrochureStory => "brochure_story",
            Self::Card => "card",
            Self::OverviewTitle => "overview_title",
            Self::OverviewQuestion => "overview_question",
            Self::People => "people",
            Self::Agreement => "agreement",
            Self::Helpers => "helpers",
            Self::Prints => "prints",
        }
    }
}
