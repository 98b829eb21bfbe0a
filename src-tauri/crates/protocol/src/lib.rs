//! What crosses to TypeScript: requests, replies, deltas and error codes.
//!
//! **Invariant:** no prose. What a person reads comes from the snapshot, from people, or from the locale files by its code.

mod delta;
mod failure;
mod home;
mod lan;
mod prepare;
mod push;
mod reading;
mod request;
mod sheet;
mod watch;
mod wire;

pub use delta::{Delta, Entry, View, key_text};
pub use failure::Failure;
pub use home::{FileLine, Home, NewSession, OpenSession, RegionChoice};
pub use lan::{
    JoinAs, JoinCode, JoinPerson, JoinView, LanView, LanWanted, Network, NetworkSort, PhotoAbout,
    QrCode, ScreenView, Seated, Seen, Typist, Wifi,
};
pub use prepare::{
    Alike, BesideLine, BesideView, BoardPerspective, BoardView, CheckLine, CheckList, Decided,
    DraftView, KindCount, LogPage, MappingView, MaskLine, MaskPage, MaskProposal, MaskQuery,
    ObservationLine, ObservationView, OptionCount, Outcome, PatternChart, PatternLine, PatternPage,
    PatternQuery, PatternSort, PatternView, Prepare, PrepareDone, PrepareFiles, Prepared,
    PublishedFile, QuestionLine, QuestionsView, RawStory, RawText, ReasonCount, RejectedPage,
    ResponseAnswer, ResponsePage, ResponseQuery, ResponseView, SavedFile, ScopeLine, SourceLine,
    Stage, StageLine, StageState, SupportLine, SupportQuery, SupportView, SuspicionLike,
    SuspicionLine, SuspicionPage, SuspicionQuery, SuspicionWhy, TakenIn, TextCheck, TextFor,
    TextMark, ThirdLine, ThreePart, ThreeView, TriageChoice, TriageCount, VoiceCount,
};
pub use push::Push;
pub use reading::{
    ChartOf, Chip, OpenAnswer, Ranges, SetView, SnapshotView, StoryLine, StoryList, StoryPool,
    StoryQuery, StoryView,
};
pub use request::{Caller, Reply, Request};
pub use sheet::{
    Advice, AdviceKind, BrochureForm, CardChoice, CardSize, CardStory, CardText, PosterPreview,
    Printed, Sheet, SheetPage, SheetPages, SheetSet, SheetWarning, StoryText, TilePaper, TileScale,
    Tiling,
};
pub use watch::{Watch, WatchItem, WatchTable};
pub use wire::{Asked, Greeting, Hello, Knock, Knocked, NoEntry, Told};
