//! The preparer's work: what its screens ask, and what they get.
//!
//! Everything that changes the draft goes by [`Prepare::Do`] (or [`Prepare::TakeIn`]) through the ledger, and is answered when it is
//! safe on disk; a screen then asks again for what it shows. Places in raw texts count bytes of UTF-8, as the preparer's decisions do;
//! places in texts that are shown count UTF-16 code units.

mod clean;
mod draft;
mod mapping;
mod observe;
mod pattern;
mod publish;
mod recode;
mod response;

use intake::{Codebook, CodebookItem, How};
use preparation::{Command, SourceId};
use serde::{Deserialize, Serialize};
use stories::{Chart, ChartSpec, Filter, ObservationId, QuestionId, StoryId};
use ts_rs::TS;
use workshop::CommandId;

use crate::{StoryList, StoryQuery, StoryView};

pub use clean::{
    Decided, KindCount, MaskLine, MaskPage, MaskProposal, MaskQuery, RawStory, RawText,
    ReasonCount, SuspicionLike, SuspicionLine, SuspicionPage, SuspicionQuery, SuspicionWhy,
};
pub use draft::{DraftView, LogPage, PrepareFiles, SourceLine, Stage, StageLine, StageState};
pub use mapping::{MappingView, Outcome, RejectedPage, TakenIn};
pub use observe::{
    Alike, BoardPerspective, BoardView, ObservationLine, ObservationView, SupportLine,
    SupportQuery, SupportView, TextCheck, TextFor, TextMark, VoiceCount,
};
pub use pattern::{
    BesideLine, BesideView, PatternChart, PatternLine, PatternPage, PatternQuery, PatternSort,
    PatternView, ThirdLine, ThreePart, ThreeView, TriageChoice, TriageCount,
};
pub use publish::{CheckLine, CheckList, PublishedFile};
pub use recode::{OptionCount, QuestionLine, QuestionsView, ScopeLine};
pub use response::{ResponseAnswer, ResponsePage, ResponseQuery, ResponseView};

/// What a preparer's screen asks.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Prepare {
    // ---- files ---------------------------------------------------------------------------------------------------------------
    /// Which drafts, exports and codebooks there are. Answered with `files`.
    Files,
    /// Begins a draft in a new file in the folder. Answered with `draft`.
    New {
        /// The name; a file name is made of it.
        name: String,
        /// The language of the texts: `nl` or `en`.
        language: String,
    },
    /// Opens a draft. Answered with `draft`.
    Open {
        /// Its path.
        path: String,
    },
    /// Closes the draft. Answered with `files`.
    Close,
    /// The draft in figures. Answered with `draft`.
    Draft,
    /// The log of all that was decided. Answered with `log`.
    Log {
        /// The first line, from 0.
        offset: u32,
        /// The most lines, at most 500.
        limit: u32,
    },
    // ---- intake --------------------------------------------------------------------------------------------------------------
    /// Reads an export file and proposes what its columns are. Answered with `mapping`.
    ReadExport {
        /// Its path.
        path: String,
        /// How it is read, where the preparer knows better.
        how: How,
    },
    /// The export that is being looked at. Answered with `mapping`.
    Mapping,
    /// Forgets the export that is being looked at. Answered with `draft`.
    ForgetExport,
    /// Changes what one column (or group) is. Answered with `mapping`.
    SetItem {
        /// Which item of the codebook; `None` adds one.
        item: Option<u32>,
        /// What it is; `None` takes the item away: its columns are then in no item, and are listed as such.
        to: Option<CodebookItem>,
    },
    /// Puts columns together into one several-choice question. Answered with `mapping`.
    JoinColumns {
        /// The columns of the export, counted from 0; at least two.
        columns: Vec<u32>,
        /// The whole question.
        text: String,
    },
    /// Takes a question of several columns apart: each column is a line of its own again. Answered with `mapping`.
    TakeApart {
        /// Which item of the codebook.
        item: u32,
    },
    /// Puts a whole codebook in the place of what stands. Answered with `mapping`.
    SetCodebook {
        /// The codebook.
        codebook: Codebook,
    },
    /// Uses a saved codebook, a NarraFirma story form or a SenseMaker definition. Answered with `mapping`.
    LoadCodebook {
        /// Its path.
        path: String,
    },
    /// Saves the codebook as it stands. Answered with `saved`.
    SaveCodebook {
        /// Where; `None` for the folder, under the name of the export.
        path: Option<String>,
    },
    /// Takes the export in by the codebook as it stands. Answered with `taken`.
    TakeIn {
        /// The id of the command; the same id again gives the same answer.
        id: CommandId,
        /// Whether rows that cannot be are left behind; otherwise nothing is taken in when there are any.
        without_bad: bool,
    },
    /// What was left behind when an export was taken in. Answered with `rejected`.
    Rejected {
        /// Which export.
        source: SourceId,
        /// The first line, from 0.
        offset: u32,
        /// The most lines, at most 500.
        limit: u32,
    },
    // ---- deciding ------------------------------------------------------------------------------------------------------------
    /// Carries a command out, `undo` and `redo` included. Answered with `done` once it is safe on disk.
    Do {
        /// The id; the same id again gives the same answer, and with another command a refusal.
        id: CommandId,
        /// What is asked.
        command: Box<Command>,
    },
    // ---- cleaning ------------------------------------------------------------------------------------------------------------
    /// Responses that may be none. Answered with `suspicions`.
    Suspicions {
        /// Which.
        query: SuspicionQuery,
    },
    /// All responses as they were taken in, those that are left out included. Answered with `responses`.
    Responses {
        /// Which.
        query: ResponseQuery,
    },
    /// One of them as a whole. Answered with `response`.
    Response {
        /// Which.
        story: StoryId,
    },
    /// Names that may be masked. Answered with `masks`.
    Masks {
        /// Which.
        query: MaskQuery,
    },
    /// One story as it was taken in, with its masks. Answered with `raw_story`.
    RawStory {
        /// Which.
        story: StoryId,
    },
    /// All questions with their options, recodes and scope. Answered with `questions`.
    Questions,
    // ---- patterns ------------------------------------------------------------------------------------------------------------
    /// Patterns. Answered with `patterns`.
    Patterns {
        /// Which.
        query: PatternQuery,
    },
    /// One pattern. Answered with `pattern`.
    Pattern {
        /// Its key in `Pattern`.
        key: String,
        /// The selection.
        filter: Filter,
    },
    /// One pair within each answer to a third question. Answered with `three`.
    Three {
        /// The key of the pair.
        key: String,
        /// The third question.
        third: QuestionId,
        /// The selection.
        filter: Filter,
    },
    /// A selection beside the whole. Answered with `beside`.
    Beside {
        /// The selection.
        filter: Filter,
        /// The same in words that can be typed; empty for none.
        expr: String,
    },
    /// Any chart over the stories that stay. Answered with `chart`.
    Chart {
        /// How it is made.
        spec: ChartSpec,
        /// The selection.
        filter: Filter,
    },
    /// Stories that stay, as they would be published. Answered with `stories`. Pools are `all` and `support`.
    Stories {
        /// Which.
        query: StoryQuery,
    },
    /// One story, as it would be published. Answered with `story`.
    Story {
        /// Which.
        id: StoryId,
        /// Words to highlight; empty for none.
        search: String,
    },
    // ---- observations and perspectives ---------------------------------------------------------------------------------------
    /// One observation. Answered with `observation`.
    Observation {
        /// Which.
        id: ObservationId,
    },
    /// What there is to say about a text while it is typed. Answered with `text`.
    CheckText {
        /// The text.
        text: String,
        /// What it is for.
        purpose: TextFor,
    },
    /// Perspectives and observations. Answered with `board`.
    Board,
    /// Stories that may support a perspective. Answered with `support`.
    Support {
        /// Which.
        query: SupportQuery,
    },
    // ---- publishing ----------------------------------------------------------------------------------------------------------
    /// What must hold before publishing. Answered with `checks`.
    Checks,
    /// Writes the snapshot. Answered with `published`.
    Publish {
        /// Where; `None` for the folder, under the name of the work.
        path: Option<String>,
        /// Whether it gets a passphrase.
        encrypt: bool,
    },
}

/// The answer to a [`Prepare`].
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Prepared {
    /// It was carried out and is safe on disk.
    Done(PrepareDone),
    /// Which files there are.
    Files(PrepareFiles),
    /// The draft in figures.
    Draft(DraftView),
    /// The log.
    Log(LogPage),
    /// The export that is being looked at.
    Mapping(MappingView),
    /// The codebook was saved.
    Saved(SavedFile),
    /// An export was taken in.
    Taken(TakenIn),
    /// What was left behind.
    Rejected(RejectedPage),
    /// Responses that may be none.
    Suspicions(SuspicionPage),
    /// Responses as they were taken in.
    Responses(ResponsePage),
    /// One of them as a whole.
    Response(Box<ResponseView>),
    /// Names that may be masked.
    Masks(MaskPage),
    /// One story as it was taken in.
    RawStory(RawStory),
    /// The questions.
    Questions(QuestionsView),
    /// Patterns.
    Patterns(PatternPage),
    /// One pattern.
    Pattern(PatternView),
    /// A pair within the answers to a third question.
    Three(ThreeView),
    /// A selection beside the whole.
    Beside(BesideView),
    /// A chart.
    Chart(Chart),
    /// Stories.
    Stories(StoryList),
    /// One story.
    Story(StoryView),
    /// One observation.
    Observation(ObservationView),
    /// About a text.
    Text(TextCheck),
    /// Perspectives and observations.
    Board(BoardView),
    /// Stories that may support a perspective.
    Support(SupportView),
    /// The check list.
    Checks(CheckList),
    /// It was published.
    Published(PublishedFile),
}

/// A command was carried out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PrepareDone {
    /// The last event at that moment.
    pub seq: u64,
    /// How many steps can be undone.
    pub undo: u32,
    /// How many steps can be done again.
    pub redo: u32,
}

/// A file was written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SavedFile {
    /// Its path.
    pub path: String,
}
