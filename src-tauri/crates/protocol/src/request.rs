//! Requests and their replies.

use serde::{Deserialize, Serialize};
use stories::{Chart, Filter, ObservationId, StoryId};
use ts_rs::TS;
use workshop::{Command, CommandId, TableId};

use crate::{
    Advice, Failure, Home, NewSession, PosterPreview, Printed, SnapshotView, StoryList, StoryQuery,
    StoryView, View, Watch,
};

/// Who asks. The transport sets it from the token, never from the payload.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Caller {
    /// The facilitator, at the laptop.
    Facilitator,
}

/// What a screen can ask.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Request {
    /// Carries a command out. Answered with `Done` once it is safe on disk.
    Command {
        /// The id; the same id again gives the same answer.
        id: CommandId,
        /// What is asked.
        command: Command,
    },
    /// Everything of the session that the caller may see.
    View,
    /// What changed since an event; answered with `Delta`, or with `View` where that is shorter.
    Since {
        /// The last event that the screen knows.
        seq: u64,
    },
    /// The open snapshot without its stories.
    Snapshot,
    /// The chart of an observation for a selection of stories.
    Chart {
        /// The observation.
        observation: ObservationId,
        /// The selection.
        filter: Filter,
    },
    /// A list of stories.
    Stories {
        /// Which.
        query: StoryQuery,
    },
    /// One story.
    Story {
        /// The number.
        id: StoryId,
        /// Words to highlight; empty for none.
        search: String,
    },
    /// What asks for attention.
    Watch,
    /// Hints for the poster of a table.
    Advice {
        /// The table.
        table: TableId,
        /// The language of the words that are looked for: `nl` or `en`.
        language: String,
    },
    /// The poster of a table as it comes out of the printer.
    PosterPreview {
        /// The table; `None` for the blank poster.
        table: Option<TableId>,
        /// `nl` or `en`.
        language: String,
    },
    /// Writes posters as PDF.
    PrintPosters {
        /// Which tables; empty means all.
        tables: Vec<TableId>,
        /// Whether the blank poster is written (instead of filled ones).
        blank: bool,
        /// `nl` or `en`.
        language: String,
        /// Whether to open them in the system's viewer.
        open: bool,
    },
    /// A written sheet, to be shown by the browser itself; answered with `Sheet`. The window never asks this.
    Sheet {
        /// Its path, from `Printed`.
        path: String,
    },
    /// The first screen.
    Home,
    /// Opens a snapshot file.
    OpenSnapshot {
        /// Its path.
        path: String,
    },
    /// Begins a session on the open snapshot.
    NewSession {
        /// What is needed for it.
        session: NewSession,
    },
    /// Opens a session file, and the snapshot that it runs on where it can be found.
    OpenSession {
        /// Its path.
        path: String,
    },
    /// Closes the session.
    CloseSession,
    /// Remembers where the screen is.
    Remember {
        /// The place, as the screen names it.
        route: String,
    },
}

/// The answer to a request.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Reply {
    /// It was carried out and is safe on disk.
    Done {
        /// The last event at that moment.
        seq: u64,
    },
    /// To `View` and sometimes to `Since`.
    View(View),
    /// To `Since`.
    Delta(crate::Delta),
    /// To `Snapshot`.
    Snapshot(Box<SnapshotView>),
    /// To `Chart`.
    Chart(Chart),
    /// To `Stories`.
    Stories(StoryList),
    /// To `Story`.
    Story(Box<StoryView>),
    /// To `Watch`.
    Watch(Watch),
    /// To `Advice`.
    Advice(Vec<Advice>),
    /// To `PosterPreview`.
    PosterPreview(PosterPreview),
    /// To `PrintPosters`.
    Printed(Printed),
    /// To `Sheet`: where the page finds it, once and within a minute.
    Sheet {
        /// The address within the same site, such as `/sheet/…/poster-tafel-3.pdf`.
        address: String,
    },
    /// To `Home` and to everything that opens or closes a file.
    Home(Box<Home>),
    /// It failed.
    Failed(Failure),
}
