//! What a preparer asks.

use serde::{Deserialize, Serialize};
use stories::{
    ChartSpec, Filter, Group, InterpretationId, ObservationId, OptionId, PerspectiveId, Question,
    QuestionId, StoryId, Uses,
};
use ts_rs::TS;

use crate::{
    Derived, MaskPlace, NewMask, PatternKey, SelectionId, SourceId, TriageMark, Verdict,
    WorkLanguage,
};

/// What a preparer asks. Everything that sets something sets it as a whole, so that the same command twice changes nothing more.
/// All of it can be undone, but for beginning and publishing.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export, rename = "PrepareCommand")]
pub enum Command {
    // ---- the work ------------------------------------------------------------------------------------------------------------
    /// Begins the work; the first command, and only that.
    Begin {
        /// The name of what will be published.
        name: String,
        /// The theme in one sentence; may be empty.
        theme: String,
        /// The name of the perspective set; may be empty.
        set: String,
        /// Where the stories come from; may be empty.
        provenance: String,
        /// The language of the texts.
        language: WorkLanguage,
    },
    /// Changes what the work says about itself.
    SetAbout {
        /// The name of what will be published.
        name: String,
        /// The theme in one sentence; may be empty.
        theme: String,
        /// The name of the perspective set; may be empty.
        set: String,
        /// Where the stories come from; may be empty.
        provenance: String,
        /// The language of the texts.
        language: WorkLanguage,
    },
    /// Says which questions the program itself makes use of.
    SetUses {
        /// Which.
        uses: Uses,
    },
    /// Takes in a survey export. Questions that were there before get the options that are new.
    TakeIn {
        /// The new id.
        id: SourceId,
        /// The name of the file, without its folder.
        file: String,
        /// The SHA-256 of its bytes, hexadecimal.
        digest: String,
        /// How many responses it gave.
        responses: u32,
        /// The questions as they were taken in.
        questions: Vec<Question>,
        /// The codebook, as JSON.
        codebook: String,
        /// Story `n` gets the number `offset + n`; at least [`next_offset`](crate::State::next_offset).
        offset: u32,
    },
    /// Leaves a source out again, with all its stories. What was decided about them stays, but has no meaning without them.
    RemoveSource {
        /// Which.
        id: SourceId,
    },
    /// Says that a snapshot was published. This happened, and is never undone.
    MarkPublished {
        /// The content hash of the snapshot.
        hash: String,
        /// How many stories it holds.
        stories: u32,
        /// How many perspectives it holds.
        perspectives: u16,
    },
    // ---- clean and mask ------------------------------------------------------------------------------------------------------
    /// Decides about responses, one or many at once.
    Judge {
        /// Which.
        stories: Vec<StoryId>,
        /// What is decided; `None` opens the question again.
        verdict: Option<Verdict>,
    },
    /// Accepts proposals to mask, one or many at once, or adds masks by hand. What was decided about a place before no longer counts.
    AcceptMasks {
        /// Where, with what to say there.
        masks: Vec<NewMask>,
        /// Whether the preparer added them, and the program did not propose them.
        by_hand: bool,
    },
    /// Rejects proposals to mask: it is no name, or one that may stay.
    RejectMasks {
        /// Where.
        places: Vec<MaskPlace>,
    },
    /// Takes masks and rejections away: a proposal is open again, a mask by hand is gone.
    ReopenMasks {
        /// Where.
        places: Vec<MaskPlace>,
    },
    /// Says that every mask of these stories was looked at, or no longer.
    Look {
        /// Which stories.
        stories: Vec<StoryId>,
        /// Whether it was.
        looked: bool,
    },
    // ---- questions -----------------------------------------------------------------------------------------------------------
    /// Gives a question other words, or another group.
    EditQuestion {
        /// The question.
        question: QuestionId,
        /// The whole question; `None` as it was taken in.
        text: Option<String>,
        /// Two or three words; `None` as they were taken in.
        short: Option<String>,
        /// What it is for; `None` as it was taken in.
        group: Option<Group>,
    },
    /// Sets the order of the questions.
    OrderQuestions {
        /// Each at most once; what is not named comes behind.
        order: Vec<QuestionId>,
    },
    /// Makes one option out of several. Options that were merged before may be named by their merge, and go into the new one.
    MergeOptions {
        /// The question.
        question: QuestionId,
        /// The new option.
        id: OptionId,
        /// Its words.
        label: String,
        /// Which options; at least two.
        options: Vec<OptionId>,
    },
    /// Takes a merge apart.
    SplitOption {
        /// The question.
        question: QuestionId,
        /// The merge.
        id: OptionId,
    },
    /// Gives an option other words.
    RenameOption {
        /// The question.
        question: QuestionId,
        /// The option, or a merge.
        option: OptionId,
        /// The words; `None` as they were taken in.
        label: Option<String>,
    },
    /// Hides options, or shows them again. Who answered only hidden ones counts as without an answer.
    HideOptions {
        /// The question.
        question: QuestionId,
        /// Which.
        options: Vec<OptionId>,
        /// Whether they are hidden.
        hidden: bool,
    },
    /// Sets the order of the options.
    OrderOptions {
        /// The question.
        question: QuestionId,
        /// Each at most once; what is not named comes behind.
        order: Vec<OptionId>,
    },
    /// Makes (or changes) a question out of the answers to others.
    SetDerived {
        /// The question, with how it is made.
        derived: Derived,
    },
    /// Takes a derived question away.
    RemoveDerived {
        /// Which.
        id: QuestionId,
    },
    /// Leaves questions out of the snapshot, or takes them in again.
    SetScope {
        /// Which.
        questions: Vec<QuestionId>,
        /// Whether they are left out.
        out: bool,
    },
    /// Says of questions that they stay, although the program proposed to leave them out, or takes that back. A question that was
    /// left out and is kept is taken in again.
    KeepQuestions {
        /// Which.
        questions: Vec<QuestionId>,
        /// Whether it is decided that they stay.
        kept: bool,
    },
    // ---- patterns ------------------------------------------------------------------------------------------------------------
    /// Says what the preparer thinks of a pattern; without mark and note it is open again.
    SetTriage {
        /// The pattern.
        pattern: PatternKey,
        /// Whether it is worth an observation.
        mark: Option<TriageMark>,
        /// A note; may be empty.
        note: String,
    },
    /// Sets a filter with a name.
    SetSelection {
        /// The id; new, or one that is there.
        id: SelectionId,
        /// The name.
        name: String,
        /// Which stories.
        filter: Filter,
    },
    /// Takes a selection away.
    RemoveSelection {
        /// Which.
        id: SelectionId,
    },
    // ---- observations --------------------------------------------------------------------------------------------------------
    /// Adds an observation.
    AddObservation {
        /// The new id.
        id: ObservationId,
        /// What is seen; may be empty while it is being written.
        text: String,
        /// How strong the pattern is, 1 to 5.
        strength: u8,
        /// How its chart is made.
        chart: Option<ChartSpec>,
        /// The pattern that it comes from.
        pattern: Option<PatternKey>,
    },
    /// Changes an observation.
    ChangeObservation {
        /// Which.
        id: ObservationId,
        /// What is seen.
        text: String,
        /// How strong the pattern is, 1 to 5.
        strength: u8,
        /// How its chart is made.
        chart: Option<ChartSpec>,
        /// The pattern that it comes from.
        pattern: Option<PatternKey>,
    },
    /// Gives an observation a place on the canvas.
    MoveObservation {
        /// Which.
        id: ObservationId,
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
    },
    /// Takes an observation away, with its interpretations; undo brings back all of it.
    RemoveObservation {
        /// Which.
        id: ObservationId,
    },
    /// Adds an interpretation behind the others.
    AddInterpretation {
        /// The new id.
        id: InterpretationId,
        /// What it explains.
        observation: ObservationId,
        /// The explanation.
        text: String,
    },
    /// Rewrites an interpretation.
    ChangeInterpretation {
        /// Which.
        id: InterpretationId,
        /// The explanation.
        text: String,
    },
    /// Takes an interpretation away.
    RemoveInterpretation {
        /// Which.
        id: InterpretationId,
    },
    /// Sets the order of the interpretations of an observation.
    OrderInterpretations {
        /// The observation.
        observation: ObservationId,
        /// All of them, each once.
        order: Vec<InterpretationId>,
    },
    // ---- perspectives --------------------------------------------------------------------------------------------------------
    /// Adds a perspective behind the others.
    AddPerspective {
        /// The new id.
        id: PerspectiveId,
        /// The full name; may be empty while it has none.
        name: String,
        /// The observations in it, in order; they leave the perspective where they were.
        observations: Vec<ObservationId>,
        /// Its place on the canvas, from the left.
        x: i32,
        /// Its place on the canvas, from the top.
        y: i32,
    },
    /// Changes the words of a perspective.
    ChangePerspective {
        /// Which.
        id: PerspectiveId,
        /// The full name; may be empty.
        name: String,
        /// At most 32 characters; may be empty.
        short: String,
        /// The linking question; may be empty.
        question: String,
    },
    /// Gives a perspective a place on the canvas.
    MovePerspective {
        /// Which.
        id: PerspectiveId,
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
    },
    /// Takes a perspective away; its observations stay, loose.
    RemovePerspective {
        /// Which.
        id: PerspectiveId,
    },
    /// Sets the order of the perspectives.
    OrderPerspectives {
        /// All of them, each once.
        order: Vec<PerspectiveId>,
    },
    /// Sets the observations of a perspective; new ones leave the perspective where they were, others become loose.
    Bundle {
        /// The perspective.
        id: PerspectiveId,
        /// The observations, in order.
        observations: Vec<ObservationId>,
    },
    /// Sets the supporting stories of a perspective.
    SetSupport {
        /// The perspective.
        id: PerspectiveId,
        /// The stories, the best first.
        stories: Vec<StoryId>,
    },
    // ---- back ----------------------------------------------------------------------------------------------------------------
    /// Undoes the last step.
    Undo,
    /// Does again what was undone last.
    Redo,
}
