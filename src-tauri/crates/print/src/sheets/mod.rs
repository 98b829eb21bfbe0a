//! What the smaller sheets say: plain values, filled in by the caller.

mod agreement;
mod cover;
mod notes;
mod run;
mod table;
mod test_page;
mod votes;

pub use agreement::AgreementCard;
pub use cover::{CoverSheet, Paper, PrintJob, Sides};
pub use notes::NoteSheet;
pub use run::{RunSheet, RunStep, StepKind};
pub use table::TableSheet;
pub use test_page::TestPage;
pub use votes::{Choice, VoteSheet};
