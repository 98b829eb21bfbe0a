//! What people ask of a session.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, OptionId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::{
    AgendaItem, ClusterId, ExperienceId, FieldName, IdeaId, MessageId, NoteId, NoteKind, Origin,
    OwnInterpretationId, ParticipantId, PhotoId, PhotoOf, SeatId, SeatKind, Show, SnapshotRef,
    Sort, Step, TableId, Theme,
};

/// What people ask of a session. Everything that sets something sets it as a whole, so that the same command twice changes nothing more.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Command {
    // ---- the session -------------------------------------------------------------------------------------------------------
    /// Begins the session; the first command of every session, and only that.
    CreateSession {
        /// The name.
        name: String,
        /// The region as it is written on the poster.
        region: String,
        /// The own region among the answers of the snapshot's region question.
        own_region: Option<OptionId>,
        /// The day, ISO 8601.
        date: String,
        /// How many tables, 1 to 12.
        tables: u8,
        /// What it runs on.
        snapshot: SnapshotRef,
    },
    /// Changes the words on the cover.
    SetDetails {
        /// The name.
        name: String,
        /// The region as it is written on the poster.
        region: String,
        /// The own region.
        own_region: Option<OptionId>,
        /// The day, ISO 8601.
        date: String,
    },
    /// Changes the agenda: every step once, in order.
    SetAgenda {
        /// When the afternoon starts, in minutes after midnight.
        starts: u16,
        /// The parts.
        agenda: Vec<AgendaItem>,
    },
    /// Adds a table with the next free number.
    AddTable {
        /// The number.
        table: TableId,
    },
    /// Gives a table a name beside its number.
    NameTable {
        /// The table.
        table: TableId,
        /// The name; may be empty.
        name: String,
    },
    /// Takes a table away that nobody sits at and that made nothing.
    RemoveTable {
        /// The table.
        table: TableId,
    },
    /// Brings tables to a step, forward or back; nothing is lost by it.
    MoveTables {
        /// Which; empty means all, and then the room as a whole moves too.
        tables: Vec<TableId>,
        /// Where to.
        step: Step,
    },
    /// Starts the clock of the room's step anew.
    StartTimer {
        /// For how long.
        minutes: u16,
    },
    /// Lets the clock stand still.
    PauseTimer,
    /// Lets it run on.
    ResumeTimer,
    /// Gives more (or less) time.
    AddMinutes {
        /// How many; may be negative.
        minutes: i16,
    },
    /// Stops the clock.
    StopTimer,
    /// Sends words to tables.
    SendMessage {
        /// The new id.
        id: MessageId,
        /// Which; empty means all.
        tables: Vec<TableId>,
        /// The words.
        text: String,
    },
    /// A table puts a message away.
    PutAway {
        /// The table.
        table: TableId,
        /// The message.
        message: MessageId,
    },
    /// A table asks the facilitator to come.
    AskHelp {
        /// The table.
        table: TableId,
        /// What it is about; may be empty.
        about: String,
    },
    /// The facilitator came, or it is no longer needed.
    EndHelp {
        /// The table.
        table: TableId,
    },
    /// Says what the projector shows.
    SetScreen {
        /// What.
        show: Show,
    },
    /// Says whether a table works on paper.
    SetPaper {
        /// The table.
        table: TableId,
        /// Whether it does.
        paper: bool,
    },
    // ---- devices -----------------------------------------------------------------------------------------------------------
    /// A device takes its place at a table. Nobody sends this: it is what joining comes to.
    TakeSeat {
        /// The new id.
        id: SeatId,
        /// The table.
        table: TableId,
        /// What it is for.
        kind: SeatKind,
        /// Whose it is; needed for the device of a participant, and only there.
        participant: Option<ParticipantId>,
    },
    /// The screen that a table shares goes to another table. A participant's device goes where its participant goes.
    MoveSeat {
        /// The device.
        id: SeatId,
        /// Where to.
        table: TableId,
    },
    /// A device has no place any more. Its participant stays.
    RemoveSeat {
        /// The device.
        id: SeatId,
    },
    /// Makes the code to join a table worthless and a new one of it. Who has a seat keeps it.
    RenewCode {
        /// The table.
        table: TableId,
    },
    // ---- people ------------------------------------------------------------------------------------------------------------
    /// Someone sits down at a table.
    AddParticipant {
        /// The new id.
        id: ParticipantId,
        /// The table.
        table: TableId,
        /// A name or nickname; may be empty.
        name: String,
        /// The role type.
        role: Option<OptionId>,
    },
    /// Corrects a name or role type.
    ChangeParticipant {
        /// Who.
        id: ParticipantId,
        /// A name or nickname; may be empty.
        name: String,
        /// The role type.
        role: Option<OptionId>,
    },
    /// Someone changes tables; what they gave stays where it was given.
    MoveParticipant {
        /// Who.
        id: ParticipantId,
        /// Where to.
        table: TableId,
    },
    /// Someone leaves; what they gave stays. Adding them again brings them back.
    RemoveParticipant {
        /// Who.
        id: ParticipantId,
    },
    // ---- own experience ----------------------------------------------------------------------------------------------------
    /// Writes (or rewrites) an own experience.
    WriteExperience {
        /// The id; new, or one of this table.
        id: ExperienceId,
        /// The table.
        table: TableId,
        /// Who.
        by: Option<ParticipantId>,
        /// What happened; may be empty.
        text: String,
        /// What should become better; may be empty.
        wish: String,
        /// Whether nobody else may see it until the writer shows it. Only the first writing says so; needs `by`.
        #[serde(default)]
        private: bool,
    },
    /// Shows an own experience to the table, or keeps it to its writer again.
    ShowExperience {
        /// The experience.
        id: ExperienceId,
        /// Whether the table may see it.
        shown: bool,
    },
    /// Hands an own experience in as a new story, or takes that back.
    HandIn {
        /// The experience.
        id: ExperienceId,
        /// Whether the writer explicitly agrees.
        agreed: bool,
    },
    // ---- gather ------------------------------------------------------------------------------------------------------------
    /// Marks what the table expects before it sees the chart.
    Guess {
        /// The table.
        table: TableId,
        /// The observation.
        observation: ObservationId,
        /// For each row: of each hundred, or nothing yet.
        values: Vec<Option<u8>>,
    },
    /// Opens (or covers again) the chart of an observation.
    Reveal {
        /// The table.
        table: TableId,
        /// The observation.
        observation: ObservationId,
        /// Whether it is open.
        shown: bool,
    },
    /// Adds an interpretation of the table's own.
    AddInterpretation {
        /// The new id.
        id: OwnInterpretationId,
        /// The table.
        table: TableId,
        /// What it explains.
        observation: ObservationId,
        /// The explanation.
        text: String,
        /// Who.
        by: Option<ParticipantId>,
    },
    /// Rewrites an own interpretation.
    ChangeInterpretation {
        /// Which.
        id: OwnInterpretationId,
        /// The explanation.
        text: String,
        /// The text that the writer started from; where it is another one by now, nothing is overwritten unseen. `None` takes over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        was: Option<String>,
    },
    /// Takes an own interpretation away.
    RemoveInterpretation {
        /// Which.
        id: OwnInterpretationId,
    },
    /// A participant recognises an interpretation, or not (any longer).
    Recognise {
        /// The table.
        table: TableId,
        /// The interpretation, of the snapshot or the table's own.
        interpretation: InterpretationId,
        /// Who.
        participant: ParticipantId,
        /// Whether it is recognised.
        on: bool,
    },
    /// Sets a personal vote.
    Vote {
        /// Who.
        participant: ParticipantId,
        /// At most three, each once; empty takes it back.
        perspectives: Vec<PerspectiveId>,
    },
    /// The table shows (or covers) its personal votes.
    ShowVotes {
        /// The table.
        table: TableId,
        /// Whether they are shown.
        shown: bool,
    },
    /// Sets what the table is about to choose.
    Choose {
        /// The table.
        table: TableId,
        /// At most three, in order, each once.
        perspectives: Vec<PerspectiveId>,
    },
    /// Fixes the choice: exactly three.
    FixChoice {
        /// The table.
        table: TableId,
    },
    /// Opens the choice again.
    ReopenChoice {
        /// The table.
        table: TableId,
    },
    // ---- browse ------------------------------------------------------------------------------------------------------------
    /// A story was opened at a table.
    ReadStory {
        /// The table.
        table: TableId,
        /// The story.
        story: StoryId,
        /// The role type of its teller.
        voice: Option<OptionId>,
    },
    /// Keeps a story at hand, or no longer.
    KeepStory {
        /// The table.
        table: TableId,
        /// The story.
        story: StoryId,
        /// Who champions it, where it is one person.
        by: Option<ParticipantId>,
        /// Whether it is kept.
        on: bool,
    },
    /// Sends a story to the other screens of the table: 'kijk hier eens'.
    PointAt {
        /// The table.
        table: TableId,
        /// The story.
        story: StoryId,
        /// Who; nobody in particular from the screen that the table shares.
        by: Option<ParticipantId>,
    },
    /// Takes a note.
    AddNote {
        /// The new id.
        id: NoteId,
        /// The table.
        table: TableId,
        /// The kind.
        kind: NoteKind,
        /// The words.
        text: String,
        /// What gave rise to it.
        origin: Origin,
        /// Who.
        by: Option<ParticipantId>,
    },
    /// Rewrites a note.
    ChangeNote {
        /// Which.
        id: NoteId,
        /// The kind.
        kind: NoteKind,
        /// The words.
        text: String,
        /// The text that the writer started from; where it is another one by now, nothing is overwritten unseen. `None` takes over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        was: Option<String>,
    },
    /// Takes a note away.
    RemoveNote {
        /// Which.
        id: NoteId,
    },
    // ---- paper -------------------------------------------------------------------------------------------------------------
    /// Attaches a photo of what is on paper. Nobody sends this: it is what a picture that came in whole comes to.
    AddPhoto {
        /// The new id.
        id: PhotoId,
        /// The table.
        table: TableId,
        /// What is on it.
        of: PhotoOf,
        /// What the table says about it; may be empty.
        text: String,
        /// Who took it.
        by: Option<ParticipantId>,
        /// The SHA-256 of the picture, hexadecimal.
        hash: String,
        /// The size of the picture in bytes.
        bytes: u32,
        /// Its width in pixels.
        width: u16,
        /// Its height in pixels.
        height: u16,
    },
    /// Takes a photo away.
    RemovePhoto {
        /// Which.
        id: PhotoId,
    },
    // ---- converge ----------------------------------------------------------------------------------------------------------
    /// Makes a cluster of notes.
    AddCluster {
        /// The new id.
        id: ClusterId,
        /// The table.
        table: TableId,
        /// The name; usually empty, clusters are named afterwards.
        name: String,
        /// The notes that go into it; may be empty.
        notes: Vec<NoteId>,
    },
    /// Names a cluster.
    NameCluster {
        /// Which.
        id: ClusterId,
        /// The name; may be empty.
        name: String,
        /// The name that the writer started from; where it is another one by now, nothing is overwritten unseen. `None` takes over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        was: Option<String>,
    },
    /// Puts a note into a cluster, or loose.
    MoveNote {
        /// The note.
        note: NoteId,
        /// Where to; `None` is loose.
        cluster: Option<ClusterId>,
        /// The note that it goes before; `None` is last.
        before: Option<NoteId>,
    },
    /// Puts all notes of one cluster into another; the emptied one goes.
    MergeClusters {
        /// The one that goes.
        from: ClusterId,
        /// The one that stays.
        into: ClusterId,
    },
    /// Puts some notes of a cluster into a new one beside it.
    SplitCluster {
        /// The one that is split.
        cluster: ClusterId,
        /// The id of the new one.
        id: ClusterId,
        /// The notes that go to the new one.
        notes: Vec<NoteId>,
    },
    /// Takes a cluster apart; its notes are loose again.
    RemoveCluster {
        /// Which.
        id: ClusterId,
    },
    /// Says that a note is a double of another.
    MergeNotes {
        /// The double.
        note: NoteId,
        /// The one that stands for both.
        into: NoteId,
    },
    /// Adds an idea.
    AddIdea {
        /// The new id.
        id: IdeaId,
        /// The table.
        table: TableId,
        /// The words.
        text: String,
        /// The theme.
        theme: Option<Theme>,
        /// The clusters it comes out of.
        clusters: Vec<ClusterId>,
        /// Single notes it comes out of.
        notes: Vec<NoteId>,
        /// Who.
        by: Option<ParticipantId>,
    },
    /// Rewrites an idea.
    ChangeIdea {
        /// Which.
        id: IdeaId,
        /// The words.
        text: String,
        /// The text that the writer started from; where it is another one by now, nothing is overwritten unseen. `None` takes over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        was: Option<String>,
        /// The theme.
        theme: Option<Theme>,
        /// The clusters it comes out of.
        clusters: Vec<ClusterId>,
    },
    /// Takes an idea away.
    RemoveIdea {
        /// Which.
        id: IdeaId,
    },
    /// Sets how many dots a participant gives to an idea.
    SetDots {
        /// Who.
        participant: ParticipantId,
        /// The idea.
        idea: IdeaId,
        /// How many; 0 takes them back.
        dots: u8,
    },
    /// Sets how many dots a person may give in all. Dots that were given stay.
    SetDotLimit {
        /// The table.
        table: TableId,
        /// How many, 1 to 10.
        limit: u8,
    },
    /// Closes the dot vote (and so shows it), or opens it again.
    CloseDots {
        /// The table.
        table: TableId,
        /// Whether it is closed.
        closed: bool,
    },
    // ---- change ------------------------------------------------------------------------------------------------------------
    /// Chooses the ideas that are worked out.
    ChooseIdeas {
        /// The table.
        table: TableId,
        /// Which, in order.
        ideas: Vec<IdeaId>,
    },
    /// Sets the text of a field of the poster.
    SetField {
        /// The table.
        table: TableId,
        /// The field.
        field: FieldName,
        /// The whole text.
        text: String,
        /// The version that the writer started from; another one is refused, so that nothing is overwritten unseen. `None` takes over.
        base: Option<u32>,
    },
    /// Sets the sort of proposal.
    SetSort {
        /// The table.
        table: TableId,
        /// The sort.
        sort: Option<Sort>,
    },
    /// Sets what touched us: a passage of a story or an own experience.
    SetTouched {
        /// The table.
        table: TableId,
        /// From where.
        touched: Option<Origin>,
    },
    /// Sets what we saw: at most one note of each kind.
    SetSaw {
        /// The table.
        table: TableId,
        /// Which.
        notes: Vec<NoteId>,
    },
    /// The table says that its poster is ready, or not yet.
    SetReady {
        /// The table.
        table: TableId,
        /// Whether it is.
        ready: bool,
    },
    // ---- back ----------------------------------------------------------------------------------------------------------------
    /// Undoes the last thing that the table made or moved.
    Undo {
        /// The table.
        table: TableId,
    },
    /// Does again what was undone last.
    Redo {
        /// The table.
        table: TableId,
    },
}
