//! Survey exports to questions and stories: reading, mapping, cleaning, redaction.
//!
//! The way of the data: [`open`] makes a table of bytes, [`propose`] says what its columns probably are, the preparer changes that
//! [`Codebook`] while [`describe`] shows it, and [`take_in`] makes questions and stories. [`suspicions`] and [`names`] propose what to
//! leave out and what to mask.
//!
//! **Invariant:** bytes come in, values go out; nothing here touches the disk. This crate knows no other crate of ours but `stories`.
//! Whatever the bytes are, the answer is an error or a value within [`Limits`]: no panic, no endless loop.

mod codebook;
mod dates;
mod describe;
mod error;
mod export;
mod facts;
mod fit;
mod how;
mod join;
mod missing;
mod names;
mod naming;
mod narrafirma;
mod numbers;
mod order;
mod personal;
mod propose;
mod read;
mod remark;
mod sensemaker;
mod suspicion;
mod take;
mod words;
mod xlsform;

pub use codebook::{
    ChoicePlan, Codebook, CodebookItem, Coding, ColumnKey, DateOrder, Layout, LeftOut, Plan,
    QuestionPlan, ScaleLabel, WithoutStory,
};
pub use describe::{ColumnView, Counted, describe};
pub use error::Error;
pub use export::{Column, Export, Format, SurveySource};
pub use fit::{Fit, Matched, NewColumn, NewOption};
pub use how::{Delimiter, Encoding, How, Limits};
pub use join::ColumnRefusal;
pub use names::{Name, NameKind, Part, Sure, names};
pub use narrafirma::{
    Catalysis, CatalysisInterpretation, CatalysisObservation, CatalysisPerspective, apply_form,
    catalysis,
};
pub use propose::propose;
pub use read::open;
pub use remark::Remark;
pub use sensemaker::apply_signifiers;
pub use suspicion::{Reason, Suspicion, suspicions};
pub use take::{RejectReason, Rejected, Taken, TakenRow, Unmapped, take_in};
pub use xlsform::apply_xlsform;
