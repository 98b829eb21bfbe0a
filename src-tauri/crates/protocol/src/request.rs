//! Requests and their replies.

use serde::{Deserialize, Serialize};
use stories::{Chart, Filter, ObservationId, StoryId};
use ts_rs::TS;
use workshop::{Command, CommandId, PhotoId, SeatId, TableId};

use crate::{
    Advice, CardChoice, CardStory, Failure, Home, JoinAs, JoinView, LanView, LanWanted, NewSession,
    PhotoAbout, PosterPreview, Prepare, Prepared, Printed, ScreenView, Seated, Sheet, SheetPages,
    SheetSet, SnapshotView, StoryList, StoryQuery, StoryView, View, Watch, Wifi,
};

/// Who asks. The transport sets it from the token, never from the payload.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Caller {
    /// The facilitator, at the laptop.
    Facilitator,
    /// A device that shows the code of a table and has no seat yet.
    Guest(TableId),
    /// A device with a seat at a table; what it is for stands in the session.
    Seat(SeatId),
    /// A projector: it listens.
    Projector,
    /// A decision maker, who joins in part 2.
    DecisionMaker,
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
        /// The `run` of the view that it builds on.
        run: String,
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
    /// Some pages of a sheet as they come out of the printer.
    SheetPreview {
        /// The sheet.
        sheet: Sheet,
        /// The first page that is wanted, from 0.
        from: u32,
        /// The most pages that are wanted.
        count: u32,
        /// `nl` or `en`.
        language: String,
    },
    /// The stories that a choice for cards comes down to, in the order of the cards.
    CardStories {
        /// The choice.
        choice: CardChoice,
        /// The language of the cards.
        language: String,
    },
    /// Writes sheets as PDF.
    PrintSheets {
        /// Which.
        sheets: Vec<Sheet>,
        /// `nl` or `en`.
        language: String,
    },
    /// Writes everything for the session as PDF, in a folder of its own and in the order of printing.
    PrintSet {
        /// How.
        set: SheetSet,
        /// `nl` or `en`.
        language: String,
    },
    /// Shows a written sheet: opens it in the system's viewer where the program has one; otherwise the browser shows it itself at
    /// the address in `Sheet`.
    Sheet {
        /// Its path, from `Printed`.
        path: String,
    },
    /// The first screen.
    Home,
    /// Opens a snapshot file. One that is encrypted is answered with `Locked`.
    OpenSnapshot {
        /// Its path.
        path: String,
    },
    /// Opens a snapshot file that is encrypted.
    UnlockSnapshot {
        /// Its path.
        path: String,
        /// The words that open it. They are kept nowhere.
        passphrase: String,
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
    // ---- devices -----------------------------------------------------------------------------------------------------------
    /// What someone who joins must know.
    Joining,
    /// Takes a seat. The same id again gives the same seat.
    Join {
        /// What the device drew for this, hard to guess and told to nobody: who has it gets the key of the seat again. The seat
        /// itself gets another id, which everybody at the table sees.
        id: SeatId,
        /// Who it is for.
        who: JoinAs,
    },
    /// Someone types somewhere (asked again every few seconds), or no longer.
    Typing {
        /// The table.
        table: TableId,
        /// Where, such as `field/3/name`; `None` for nowhere.
        place: Option<String>,
    },
    /// A part of a photo, in order; with the last part comes what it is.
    PhotoPart {
        /// The id of the photo.
        id: PhotoId,
        /// Which part, from 0.
        part: u16,
        /// How many parts there are.
        parts: u16,
        /// The bytes, base64; at most 48 KiB of text.
        data: String,
        /// What it is; needed with the last part.
        about: Option<PhotoAbout>,
    },
    /// A photo.
    Photo {
        /// Which.
        id: PhotoId,
    },
    /// What the projector shows beside the session.
    Screen,
    /// The LAN: whether it is on, how to join, who is there.
    Lan,
    /// Switches the LAN on, or over to another network.
    LanStart {
        /// What is asked for.
        wanted: LanWanted,
    },
    /// Switches the LAN off. The session stays as it is, and devices come back when it is on again.
    LanStop,
    /// Lets codes be typed again.
    LanUnlock,
    /// Says what the venue's Wi-Fi is.
    SetWifi {
        /// The Wi-Fi.
        wifi: Wifi,
    },
    /// Shows the projector's page in a window of its own, where the program has windows.
    OpenScreen,
    // ---- preparing -----------------------------------------------------------------------------------------------------------
    /// The preparer's work.
    Prepare {
        /// What is asked.
        ask: Box<Prepare>,
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
    /// To `SheetPreview`.
    SheetPages(SheetPages),
    /// To `CardStories`.
    CardStories(Vec<CardStory>),
    /// To `PrintSheets` and `PrintSet`.
    Printed(Printed),
    /// To `Sheet`: where the page finds it, once and within a minute.
    Sheet {
        /// The address within the same site, such as `/sheet/…/poster-tafel-3.pdf`.
        address: String,
    },
    /// To `Home` and to everything that opens or closes a file.
    Home(Box<Home>),
    /// To `Joining`.
    Joining(JoinView),
    /// To `Join`.
    Seated(Seated),
    /// To `Photo`.
    Photo {
        /// Its sort, such as `image/jpeg`.
        sort: String,
        /// The bytes, base64.
        data: String,
    },
    /// To `Screen`.
    Screen(ScreenView),
    /// To everything that asks or changes the LAN.
    Lan(Box<LanView>),
    /// To `OpenScreen`: the address to open in a tab where the program has no windows, or nothing where it opened one.
    OpenedScreen {
        /// The address.
        address: Option<String>,
    },
    /// To `Prepare`.
    Prepared(Box<Prepared>),
    /// It failed.
    Failed(Failure),
}
