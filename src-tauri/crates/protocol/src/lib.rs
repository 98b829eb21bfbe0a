//! What crosses to TypeScript: requests, replies, deltas and error codes.
//!
//! **Invariant:** no prose. What a person reads comes from the snapshot, from people, or from the locale files by its code.

mod delta;
mod failure;
mod home;
mod lan;
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
pub use push::Push;
pub use reading::{
    ChartOf, Chip, OpenAnswer, Ranges, SetView, SnapshotView, StoryLine, StoryList, StoryPool,
    StoryQuery, StoryView,
};
pub use request::{Caller, Reply, Request};
pub use sheet::{Advice, AdviceKind, PosterPreview, Printed, SheetWarning};
pub use watch::{Watch, WatchItem, WatchTable};
pub use wire::{Asked, Greeting, Hello, Knock, Knocked, NoEntry, Told};
