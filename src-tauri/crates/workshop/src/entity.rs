//! What a session is made of. These values are the state, and they are what screens receive.

use serde::{Deserialize, Serialize};
use stories::{InterpretationId, ObservationId, OptionId, PerspectiveId, StoryId};
use ts_rs::TS;

use crate::{
    ClusterId, ExperienceId, IdeaId, MessageId, NoteId, OwnInterpretationId, ParticipantId, TableId,
};

/// A step of the afternoon, in order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Step {
    /// Welcome and own experience (eigen ervaring).
    Own,
    /// Samenbrengen.
    Gather,
    /// Grasduinen.
    Browse,
    /// Convergeren.
    Converge,
    /// Veranderen.
    Change,
}

/// One part of the agenda.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct AgendaItem {
    /// The step.
    pub step: Step,
    /// How long it is planned to take.
    pub minutes: u16,
    /// Whether it is left out.
    pub skipped: bool,
}

/// Which snapshot a session runs on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SnapshotRef {
    /// Its content hash, hexadecimal.
    pub hash: String,
    /// Its name.
    pub name: String,
    /// The name of its perspective set.
    pub set_name: String,
    /// The number of stories.
    pub stories: u32,
    /// The perspectives with their observations, so that the rules can be kept without the snapshot.
    pub set: Vec<SetItem>,
}

/// One perspective with the ids that belong to it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SetItem {
    /// The perspective.
    pub perspective: PerspectiveId,
    /// Its observations.
    pub observations: Vec<ObservationId>,
}

/// The session as a whole.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Session {
    /// The name, such as 'Oost-Groningen, deel 1'.
    pub name: String,
    /// The region as it is written on the poster.
    pub region: String,
    /// The option of the snapshot's region question that is the own region, where there is one.
    pub own_region: Option<OptionId>,
    /// The day, ISO 8601.
    pub date: String,
    /// When the afternoon starts, in minutes after midnight.
    pub starts: u16,
    /// The parts of the afternoon, in order.
    pub agenda: Vec<AgendaItem>,
    /// The step that the facilitator has led the room to.
    pub step: Step,
    /// The running clock of that step.
    pub timer: Timer,
    /// What it runs on.
    pub snapshot: SnapshotRef,
}

/// The clock of a step. Times are in milliseconds since 1970, as the laptop's clock gave them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Timer {
    /// Nothing runs.
    Off,
    /// Runs until `ends`; nothing stops when it ends.
    Running {
        /// When the time is up.
        ends: u64,
        /// When this clock was started.
        started: u64,
    },
    /// Stands still with this much left (negative when over time).
    Paused {
        /// Milliseconds left.
        left: i64,
    },
}

/// A table group.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Table {
    /// The number.
    pub id: TableId,
    /// A name, where it has one beside its number; may be empty.
    pub name: String,
    /// Where this table is.
    pub step: Step,
    /// When it came to this step (milliseconds since 1970).
    pub since: u64,
    /// What the table is about to choose, in order; exactly three once fixed.
    pub chosen: Vec<PerspectiveId>,
    /// Whether the choice is fixed.
    pub fixed: bool,
    /// Whether the personal votes are shown.
    pub votes_shown: bool,
    /// The observations whose chart was opened after (or without) a guess.
    pub revealed: Vec<ObservationId>,
    /// How many dots a person may give in all.
    pub dot_limit: u8,
    /// Whether the dot vote is closed, and so shown.
    pub dots_closed: bool,
    /// Whether the table asks the facilitator to come.
    pub help: Option<Help>,
    /// How many steps can be undone.
    pub undoable: u16,
    /// How many undone steps can be done again.
    pub redoable: u16,
}

/// A table asks the facilitator to come.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Help {
    /// Since when (milliseconds since 1970).
    pub since: u64,
    /// What it is about; may be empty.
    pub about: String,
}

/// A person at a table.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Participant {
    /// The id.
    pub id: ParticipantId,
    /// The table.
    pub table: TableId,
    /// A name or nickname; may be empty.
    pub name: String,
    /// The role type, an option of the snapshot's voice question, where given.
    pub role: Option<OptionId>,
    /// Whether this person left; what was given stays.
    pub left: bool,
}

/// An own experience with a wish for improvement.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Experience {
    /// The id.
    pub id: ExperienceId,
    /// The table that it stays with.
    pub table: TableId,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// What happened.
    pub text: String,
    /// What should become better.
    pub wish: String,
    /// Whether the writer explicitly agreed to hand it in as a new story.
    pub handed_in: bool,
}

/// What a table expected to see before it saw a chart.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Guess {
    /// The table.
    pub table: TableId,
    /// The observation.
    pub observation: ObservationId,
    /// For each row of the chart: of each hundred, or nothing yet.
    pub values: Vec<Option<u8>>,
}

/// An interpretation of the table's own.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OwnInterpretation {
    /// The id.
    pub id: OwnInterpretationId,
    /// The table.
    pub table: TableId,
    /// What it explains.
    pub observation: ObservationId,
    /// The explanation.
    pub text: String,
    /// Who said it, where given.
    pub by: Option<ParticipantId>,
}

/// Who at a table recognises an interpretation.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Recognition {
    /// The table.
    pub table: TableId,
    /// The interpretation: of the snapshot, or the text of an own one's id.
    pub interpretation: InterpretationId,
    /// Who recognises it.
    pub by: Vec<ParticipantId>,
}

/// The personal vote of one participant, set as a whole: at most three perspectives.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Vote {
    /// The table.
    pub table: TableId,
    /// Who votes.
    pub participant: ParticipantId,
    /// At most three, each once.
    pub perspectives: Vec<PerspectiveId>,
}

/// A story that a table has opened.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Read {
    /// The table.
    pub table: TableId,
    /// The story.
    pub story: StoryId,
    /// The role type of its teller, where known: whose voice was heard.
    pub voice: Option<OptionId>,
    /// When it was first opened (milliseconds since 1970).
    pub at: u64,
}

/// A story that a table keeps at hand, and who stands for it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Kept {
    /// The table.
    pub table: TableId,
    /// The story.
    pub story: StoryId,
    /// Who champions it; may be empty where the table as a whole keeps it.
    pub by: Vec<ParticipantId>,
}

/// The three kinds of notes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NoteKind {
    /// Verrassing.
    Surprise,
    /// Kans.
    Opportunity,
    /// Uitdaging.
    Challenge,
}

/// Where something came from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Origin {
    /// Nothing in particular: it came up at the table.
    Table,
    /// A story, perhaps a passage of it.
    Story {
        /// The story.
        story: StoryId,
        /// The passage, where one was marked.
        quote: Option<Quote>,
        /// The perspective under which it was read, where there was one.
        perspective: Option<PerspectiveId>,
    },
    /// An observation, or one row of its chart.
    Observation {
        /// The observation.
        observation: ObservationId,
        /// The row of its chart, from 0.
        row: Option<u16>,
    },
    /// An interpretation of the snapshot.
    Interpretation {
        /// The interpretation.
        interpretation: InterpretationId,
    },
    /// An interpretation of the table's own.
    OwnInterpretation {
        /// The interpretation.
        interpretation: OwnInterpretationId,
    },
    /// An own experience.
    Experience {
        /// The experience.
        experience: ExperienceId,
    },
}

/// A marked passage.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Quote {
    /// Where it was marked: `text`, or the id of the open question.
    pub part: String,
    /// The first UTF-16 code unit of the passage within that part.
    pub start: u32,
    /// The code unit behind its last.
    pub end: u32,
    /// The passage itself.
    pub text: String,
}

/// A surprise, an opportunity or a challenge.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Note {
    /// The id.
    pub id: NoteId,
    /// The table.
    pub table: TableId,
    /// The kind.
    pub kind: NoteKind,
    /// The words of the table.
    pub text: String,
    /// What gave rise to it.
    pub origin: Origin,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// When it was first written (milliseconds since 1970).
    pub at: u64,
    /// The cluster that it is in, where it is in one.
    pub cluster: Option<ClusterId>,
    /// Its place among the notes of that cluster, or among the loose ones; lower is higher up.
    pub place: u32,
    /// The note that it was merged into as a double, where it was.
    pub merged_into: Option<NoteId>,
}

/// Notes that belong together.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Cluster {
    /// The id.
    pub id: ClusterId,
    /// The table.
    pub table: TableId,
    /// The name; empty until the table gives one.
    pub name: String,
    /// Its place among the clusters of the table; lower is further left.
    pub place: u32,
}

/// The themes of ideas.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Theme {
    /// Professionalising and supporting teachers.
    Teachers,
    /// Room in the rules and tailoring.
    Room,
    /// Joining education, youth help and care.
    Joining,
    /// Working with parents and pupils.
    Together,
}

/// A possible change that comes out of clusters.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Idea {
    /// The id.
    pub id: IdeaId,
    /// The table.
    pub table: TableId,
    /// The words of the table.
    pub text: String,
    /// The theme, where given.
    pub theme: Option<Theme>,
    /// The clusters it comes out of.
    pub clusters: Vec<ClusterId>,
    /// Single notes it comes out of.
    pub notes: Vec<NoteId>,
    /// Who wrote it, where given.
    pub by: Option<ParticipantId>,
    /// Its place among the ideas of the table.
    pub place: u32,
}

/// The dots of one participant, set as a whole.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Dots {
    /// The table.
    pub table: TableId,
    /// Who votes.
    pub participant: ParticipantId,
    /// The number of dots for each idea that has any.
    pub dots: Vec<(IdeaId, u8)>,
}

/// The fields of the poster that hold text.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum FieldName {
    /// The proposal itself: what we are going to do.
    Proposal,
    /// For whom.
    ForWhom,
    /// Where we start small.
    StartSmall,
    /// The first step, with a person and a date.
    FirstStep,
    /// What can be done without permission.
    Already,
    /// Needed: money.
    Money,
    /// Needed: room in the rules.
    Room,
    /// Needed: people.
    People,
    /// Needed: knowledge.
    Knowledge,
    /// When we are satisfied.
    Satisfied,
    /// The story that we hope to hear in a year.
    StoryInAYear,
    /// The pitch, in one or two sentences.
    Pitch,
    /// The name; last.
    Name,
}

/// The text of one field of a poster.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Field {
    /// The table.
    pub table: TableId,
    /// The field.
    pub field: FieldName,
    /// The text.
    pub text: String,
    /// The ideas that were chosen when it was last changed: where it came from.
    pub ideas: Vec<IdeaId>,
    /// Goes up by one with every change.
    pub version: u32,
}

/// The sorts of proposals.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Sort {
    /// Experiment.
    Experiment,
    /// Maatregel.
    Measure,
    /// Aanpassing.
    Adaptation,
    /// Onderzoek.
    Research,
}

/// What a poster is made of beside its texts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Poster {
    /// The table.
    pub table: TableId,
    /// The ideas that are worked out.
    pub ideas: Vec<IdeaId>,
    /// The sort of proposal, where chosen.
    pub sort: Option<Sort>,
    /// What touched us: a passage of a story or an own experience, where chosen.
    pub touched: Option<Origin>,
    /// What we saw: at most one note of each kind.
    pub saw: Vec<NoteId>,
    /// Whether the table says that it is ready.
    pub ready: bool,
}

/// A message of the facilitator to tables.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Message {
    /// The id.
    pub id: MessageId,
    /// The tables that it is for.
    pub tables: Vec<TableId>,
    /// The words.
    pub text: String,
    /// When it was sent (milliseconds since 1970).
    pub at: u64,
    /// The tables that put it away.
    pub seen: Vec<TableId>,
}

/// What identifies an entity.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
pub enum Key {
    /// The one session.
    Session,
    /// A table.
    Table(TableId),
    /// A participant.
    Participant(ParticipantId),
    /// An own experience.
    Experience(ExperienceId),
    /// A guess of a table.
    Guess(TableId, ObservationId),
    /// An own interpretation.
    OwnInterpretation(OwnInterpretationId),
    /// Who recognises an interpretation.
    Recognition(TableId, InterpretationId),
    /// A personal vote.
    Vote(ParticipantId),
    /// A story that was opened.
    Read(TableId, StoryId),
    /// A story that is kept.
    Kept(TableId, StoryId),
    /// A note.
    Note(NoteId),
    /// A cluster.
    Cluster(ClusterId),
    /// An idea.
    Idea(IdeaId),
    /// The dots of a participant.
    Dots(ParticipantId),
    /// A field of a poster.
    Field(TableId, FieldName),
    /// A poster.
    Poster(TableId),
    /// A message.
    Message(MessageId),
}

/// Any entity.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Entity {
    /// The one session.
    Session(Session),
    /// A table.
    Table(Table),
    /// A participant.
    Participant(Participant),
    /// An own experience.
    Experience(Experience),
    /// A guess of a table.
    Guess(Guess),
    /// An own interpretation.
    OwnInterpretation(OwnInterpretation),
    /// Who recognises an interpretation.
    Recognition(Recognition),
    /// A personal vote.
    Vote(Vote),
    /// A story that was opened.
    Read(Read),
    /// A story that is kept.
    Kept(Kept),
    /// A note.
    Note(Note),
    /// A cluster.
    Cluster(Cluster),
    /// An idea.
    Idea(Idea),
    /// The dots of a participant.
    Dots(Dots),
    /// A field of a poster.
    Field(Field),
    /// A poster.
    Poster(Poster),
    /// A message.
    Message(Message),
}

impl FieldName {
    /// All fields, in the order of the screens.
    pub const ALL: [Self; 13] = [
        Self::Proposal,
        Self::ForWhom,
        Self::StartSmall,
        Self::FirstStep,
        Self::Already,
        Self::Money,
        Self::Room,
        Self::People,
        Self::Knowledge,
        Self::Satisfied,
        Self::StoryInAYear,
        Self::Pitch,
        Self::Name,
    ];

    /// The name as it stands in files and keys.
    pub fn text(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::ForWhom => "for_whom",
            Self::StartSmall => "start_small",
            Self::FirstStep => "first_step",
            Self::Already => "already",
            Self::Money => "money",
            Self::Room => "room",
            Self::People => "people",
            Self::Knowledge => "knowledge",
            Self::Satisfied => "satisfied",
            Self::StoryInAYear => "story_in_a_year",
            Self::Pitch => "pitch",
            Self::Name => "name",
        }
    }
}
