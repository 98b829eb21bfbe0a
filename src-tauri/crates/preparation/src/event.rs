//! What happened. Events are only ever added to this list; older ones must go on opening.
//!
//! An event holds results, not rules: the whole recode of a question, which observations became loose. A rule that changes in a
//! later release so leaves the work of an earlier one as it was. One command gives at most one event.

use serde::{Deserialize, Serialize};
use stories::{
    ChartSpec, Interpretation, InterpretationId, ObservationId, PerspectiveId, QuestionId, StoryId,
    Uses,
};

use crate::{
    Derived, DraftObservation, DraftPerspective, Mask, MaskPlace, PatternKey, Piece, Published,
    QuestionEdit, QuestionOrder, Recode, Selection, SelectionId, Source, SourceId, Triage, Verdict,
    WorkLanguage,
};

/// What happened.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the fields are those of the command and of the entities, and are described there"
)]
pub enum Event {
    // ---- the work ------------------------------------------------------------------------------------------------------------
    /// The work began.
    Began {
        name: String,
        theme: String,
        set: String,
        provenance: String,
        language: WorkLanguage,
    },
    /// The words about the work changed.
    AboutSet {
        name: String,
        theme: String,
        set: String,
        provenance: String,
        language: WorkLanguage,
    },
    /// Which questions the program makes use of.
    UsesSet { uses: Uses },
    /// A survey export was taken in.
    SourceTaken { source: Source },
    /// A source was left out again.
    SourceRemoved { id: SourceId },
    /// A snapshot was published.
    PublishedMarked { published: Published },
    // ---- clean and mask ------------------------------------------------------------------------------------------------------
    /// Responses were decided about; `None`: they are open again.
    Judged {
        stories: Vec<StoryId>,
        verdict: Option<Verdict>,
    },
    /// Masks were accepted, rejected or added.
    MasksSet { masks: Vec<Mask> },
    /// Masks and rejections went.
    MasksReopened { places: Vec<MaskPlace> },
    /// The masks of stories were looked at, or no longer.
    LookedSet { stories: Vec<StoryId>, looked: bool },
    // ---- questions -----------------------------------------------------------------------------------------------------------
    /// A question has other words.
    QuestionEdited { edit: QuestionEdit },
    /// The questions have an order.
    QuestionsOrdered { order: QuestionOrder },
    /// All that is done to the options of a question from now on.
    Recoded { recode: Recode },
    /// A derived question was made or changed.
    DerivedSet { derived: Derived },
    /// A derived question went.
    DerivedRemoved { id: QuestionId },
    /// Questions were left out, or taken in again.
    ScopeSet {
        questions: Vec<QuestionId>,
        out: bool,
    },
    /// It was decided that questions stay, or no longer.
    QuestionsKept {
        questions: Vec<QuestionId>,
        kept: bool,
    },
    // ---- patterns ------------------------------------------------------------------------------------------------------------
    /// A pattern was judged.
    TriageSet { triage: Triage },
    /// A selection was made or changed.
    SelectionSet { selection: Selection },
    /// A selection went.
    SelectionRemoved { id: SelectionId },
    // ---- observations --------------------------------------------------------------------------------------------------------
    /// An observation was added.
    ObservationAdded { observation: DraftObservation },
    /// An observation was changed.
    ObservationChanged {
        id: ObservationId,
        text: String,
        strength: u8,
        chart: Option<ChartSpec>,
        pattern: Option<PatternKey>,
    },
    /// An observation has another place on the canvas.
    ObservationMoved { id: ObservationId, x: i32, y: i32 },
    /// An observation went, with its interpretations.
    ObservationRemoved { id: ObservationId },
    /// An interpretation was added.
    InterpretationAdded {
        observation: ObservationId,
        interpretation: Interpretation,
    },
    /// An interpretation was rewritten.
    InterpretationChanged {
        observation: ObservationId,
        id: InterpretationId,
        text: String,
    },
    /// An interpretation went.
    InterpretationRemoved {
        observation: ObservationId,
        id: InterpretationId,
    },
    /// The interpretations have another order.
    InterpretationsOrdered {
        observation: ObservationId,
        order: Vec<InterpretationId>,
    },
    // ---- perspectives --------------------------------------------------------------------------------------------------------
    /// A perspective was added; its observations left others.
    PerspectiveAdded { perspective: DraftPerspective },
    /// The words of a perspective changed.
    PerspectiveChanged {
        id: PerspectiveId,
        name: String,
        short: String,
        question: String,
    },
    /// A perspective has another place on the canvas.
    PerspectiveMoved { id: PerspectiveId, x: i32, y: i32 },
    /// A perspective went.
    PerspectiveRemoved { id: PerspectiveId },
    /// The perspectives have another order.
    PerspectivesOrdered { order: Vec<PerspectiveId> },
    /// The observations of a perspective; they left others.
    Bundled {
        id: PerspectiveId,
        observations: Vec<ObservationId>,
    },
    /// The supporting stories of a perspective.
    SupportSet {
        id: PerspectiveId,
        stories: Vec<StoryId>,
    },
    // ---- back ----------------------------------------------------------------------------------------------------------------
    /// The last step was undone: these pieces are as they were before it.
    Undone { pieces: Vec<Piece> },
    /// The step that was undone last was done again: these pieces are as they were after it.
    Redone { pieces: Vec<Piece> },
}
