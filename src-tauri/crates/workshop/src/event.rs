//! What happened. Events are only ever added to this list; older ones must go on opening.
//!
//! An event holds results, not rules: where a note ended up, which clusters vanished, which version a field got. A rule that
//! changes in a later release so leaves the sessions of an earlier one as they were. One command gives at most one event.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, OptionId, PerspectiveId, StoryId};

use crate::{
    AgendaItem, ClusterId, ExperienceId, FieldName, IdeaId, MessageId, NoteId, NoteKind, Origin,
    OwnInterpretationId, ParticipantId, PhotoId, PhotoOf, Piece, SeatId, SeatKind, Show,
    SnapshotRef, Sort, Step, TableId, Theme, Timer,
};

/// Where a note is from now on. It then stands on its own, also where it was a double.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Placed {
    /// The note.
    pub note: NoteId,
    /// Its cluster; `None` is loose.
    pub cluster: Option<ClusterId>,
    /// Its place there.
    pub place: u32,
}

/// What happened.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the fields are those of the command and of the entities, and are described there"
)]
pub enum Event {
    // ---- the session -------------------------------------------------------------------------------------------------------
    /// The session began, with these tables.
    SessionCreated {
        name: String,
        region: String,
        own_region: Option<OptionId>,
        date: String,
        starts: u16,
        agenda: Vec<AgendaItem>,
        step: Step,
        tables: Vec<TableId>,
        dot_limit: u8,
        snapshot: SnapshotRef,
        at: u64,
    },
    /// The words on the cover changed.
    DetailsSet {
        name: String,
        region: String,
        own_region: Option<OptionId>,
        date: String,
    },
    /// The agenda changed.
    AgendaSet {
        starts: u16,
        agenda: Vec<AgendaItem>,
    },
    /// A table was added.
    TableAdded {
        table: TableId,
        step: Step,
        dot_limit: u8,
        at: u64,
    },
    /// A table has a (new) name.
    TableNamed { table: TableId, name: String },
    /// A table went, with what it had opened.
    TableRemoved { table: TableId },
    /// These tables came to a step; `room`: the room as a whole did.
    TablesMoved {
        tables: Vec<TableId>,
        room: bool,
        step: Step,
        at: u64,
    },
    /// The clock was set.
    TimerSet { timer: Timer },
    /// A message went to tables.
    MessageSent {
        id: MessageId,
        tables: Vec<TableId>,
        text: String,
        at: u64,
    },
    /// A table put a message away.
    MessagePutAway { table: TableId, message: MessageId },
    /// A table asked for help, since `since`.
    HelpAsked {
        table: TableId,
        about: String,
        since: u64,
    },
    /// A table no longer asks for help.
    HelpEnded { table: TableId },
    /// What the projector shows.
    ScreenSet { show: Show },
    /// A table works on paper, or no longer.
    PaperSet { table: TableId, paper: bool },
    // ---- devices -----------------------------------------------------------------------------------------------------------
    /// A device took its place.
    SeatTaken {
        id: SeatId,
        table: TableId,
        kind: SeatKind,
        participant: Option<ParticipantId>,
    },
    /// The screen that a table shares went to another one.
    SeatMoved { id: SeatId, table: TableId },
    /// A device has no place any more.
    SeatRemoved { id: SeatId },
    /// The code to join a table is another one: so often it was renewed by now.
    CodeRenewed { table: TableId, code: u16 },
    // ---- people ------------------------------------------------------------------------------------------------------------
    /// Someone sat down, or came back.
    ParticipantSeated {
        id: ParticipantId,
        table: TableId,
        name: String,
        role: Option<OptionId>,
    },
    /// A name or role type was corrected.
    ParticipantChanged {
        id: ParticipantId,
        name: String,
        role: Option<OptionId>,
    },
    /// Someone changed tables.
    ParticipantMoved { id: ParticipantId, table: TableId },
    /// Someone left.
    ParticipantLeft { id: ParticipantId },
    // ---- own experience ----------------------------------------------------------------------------------------------------
    /// An own experience was written.
    ExperienceWritten {
        id: ExperienceId,
        table: TableId,
        by: Option<ParticipantId>,
        text: String,
        wish: String,
        #[serde(default)]
        private: bool,
    },
    /// An own experience was shown to the table, or is its writer's alone again.
    ExperienceShown { id: ExperienceId, shown: bool },
    /// An own experience was handed in, or taken back.
    ExperienceHandedIn { id: ExperienceId, agreed: bool },
    // ---- gather ------------------------------------------------------------------------------------------------------------
    /// A table marked what it expects.
    Guessed {
        table: TableId,
        observation: ObservationId,
        values: Vec<Option<u8>>,
    },
    /// A chart was opened, or covered again.
    Revealed {
        table: TableId,
        observation: ObservationId,
        shown: bool,
    },
    /// An own interpretation was added.
    InterpretationAdded {
        id: OwnInterpretationId,
        table: TableId,
        observation: ObservationId,
        text: String,
        by: Option<ParticipantId>,
    },
    /// An own interpretation was rewritten.
    InterpretationChanged {
        id: OwnInterpretationId,
        table: TableId,
        text: String,
    },
    /// An own interpretation went.
    InterpretationRemoved {
        id: OwnInterpretationId,
        table: TableId,
    },
    /// Someone recognises an interpretation, or no longer.
    Recognised {
        table: TableId,
        interpretation: InterpretationId,
        participant: ParticipantId,
        on: bool,
    },
    /// Someone set a personal vote.
    Voted {
        table: TableId,
        participant: ParticipantId,
        perspectives: Vec<PerspectiveId>,
    },
    /// The personal votes were shown, or covered.
    VotesShown { table: TableId, shown: bool },
    /// What a table is about to choose.
    Chosen {
        table: TableId,
        perspectives: Vec<PerspectiveId>,
    },
    /// The choice was fixed.
    ChoiceFixed { table: TableId },
    /// The choice was opened again.
    ChoiceReopened { table: TableId },
    // ---- browse ------------------------------------------------------------------------------------------------------------
    /// A story was opened for the first time (at `at`), or the voice of its teller became known.
    StoryRead {
        table: TableId,
        story: StoryId,
        voice: Option<OptionId>,
        at: u64,
    },
    /// A story is kept at hand by these; `None` is not at all.
    StoryKept {
        table: TableId,
        story: StoryId,
        by: Option<Vec<ParticipantId>>,
    },
    /// A story was sent to the other screens of a table.
    StoryPointed {
        table: TableId,
        story: StoryId,
        by: Option<ParticipantId>,
        at: u64,
    },
    /// A note was taken.
    NoteAdded {
        id: NoteId,
        table: TableId,
        kind: NoteKind,
        text: String,
        origin: Origin,
        by: Option<ParticipantId>,
        at: u64,
        place: u32,
    },
    /// A note was rewritten.
    NoteChanged {
        id: NoteId,
        table: TableId,
        kind: NoteKind,
        text: String,
    },
    /// A note went; its doubles stand on their own again.
    NoteRemoved {
        id: NoteId,
        table: TableId,
        placed: Vec<Placed>,
        vanished: Vec<ClusterId>,
    },
    // ---- paper -------------------------------------------------------------------------------------------------------------
    /// A photo was attached.
    PhotoAdded {
        id: PhotoId,
        table: TableId,
        of: PhotoOf,
        text: String,
        by: Option<ParticipantId>,
        at: u64,
        hash: String,
        bytes: u32,
        width: u16,
        height: u16,
    },
    /// A photo was taken away.
    PhotoRemoved { id: PhotoId },
    // ---- converge ----------------------------------------------------------------------------------------------------------
    /// A cluster was made.
    ClusterAdded {
        id: ClusterId,
        table: TableId,
        name: String,
        place: u32,
        placed: Vec<Placed>,
        vanished: Vec<ClusterId>,
    },
    /// A cluster was named.
    ClusterNamed {
        id: ClusterId,
        table: TableId,
        name: String,
    },
    /// Notes have another place.
    NotesPlaced {
        table: TableId,
        placed: Vec<Placed>,
        vanished: Vec<ClusterId>,
    },
    /// A cluster went into another, which has this name now; what came out of the one comes out of the other.
    ClustersMerged {
        from: ClusterId,
        into: ClusterId,
        table: TableId,
        name: String,
        placed: Vec<Placed>,
    },
    /// Some notes of a cluster went to a new one beside it; `order`: the clusters that moved up for it.
    ClusterSplit {
        cluster: ClusterId,
        id: ClusterId,
        table: TableId,
        place: u32,
        order: Vec<(ClusterId, u32)>,
        placed: Vec<Placed>,
        vanished: Vec<ClusterId>,
    },
    /// A cluster was taken apart; what came out of it comes out of its notes.
    ClusterRemoved {
        id: ClusterId,
        table: TableId,
        placed: Vec<Placed>,
    },
    /// Notes are doubles of another and leave their places to it.
    NotesMerged {
        table: TableId,
        notes: Vec<NoteId>,
        into: NoteId,
        vanished: Vec<ClusterId>,
    },
    /// An idea was added.
    IdeaAdded {
        id: IdeaId,
        table: TableId,
        text: String,
        theme: Option<Theme>,
        clusters: Vec<ClusterId>,
        notes: Vec<NoteId>,
        by: Option<ParticipantId>,
        place: u32,
    },
    /// An idea was rewritten.
    IdeaChanged {
        id: IdeaId,
        table: TableId,
        text: String,
        theme: Option<Theme>,
        clusters: Vec<ClusterId>,
    },
    /// An idea went.
    IdeaRemoved { id: IdeaId, table: TableId },
    /// All the dots of someone, with the table where they are given.
    DotsSet {
        table: TableId,
        participant: ParticipantId,
        dots: Vec<(IdeaId, u8)>,
    },
    /// The number of dots that a person may give.
    DotLimitSet { table: TableId, limit: u8 },
    /// The dot vote was closed, or opened.
    DotsClosed { table: TableId, closed: bool },
    // ---- change ------------------------------------------------------------------------------------------------------------
    /// The ideas that are worked out.
    IdeasChosen { table: TableId, ideas: Vec<IdeaId> },
    /// The text of a field, out of these ideas.
    FieldSet {
        table: TableId,
        field: FieldName,
        text: String,
        ideas: Vec<IdeaId>,
        version: u32,
    },
    /// The sort of proposal.
    SortSet { table: TableId, sort: Option<Sort> },
    /// What touched the table.
    TouchedSet {
        table: TableId,
        touched: Option<Origin>,
    },
    /// What the table saw.
    SawSet { table: TableId, notes: Vec<NoteId> },
    /// The poster is ready, or not yet.
    ReadySet { table: TableId, ready: bool },
    // ---- back --------------------------------------------------------------------------------------------------------------
    /// The last step of a table was undone: these pieces are as they were before it.
    Undone { table: TableId, pieces: Vec<Piece> },
    /// The step that was undone last was done again: these pieces are as they were after it.
    Redone { table: TableId, pieces: Vec<Piece> },
}
