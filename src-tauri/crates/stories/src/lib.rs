//! Questions, answers, stories and perspectives as values; filters; the chart model.
//!
//! **Invariant:** this crate knows no other crate of ours and does no I/O. Everything that a table, a facilitator or a printer
//! sees of the stories is computed here, once.

mod chart;
mod check;
mod collection;
mod columns;
mod figures;
mod filter;
mod fold;
mod ids;
mod perspective;
mod question;
mod search;
mod select;
mod story;

pub use chart::{Chart, ChartCell, ChartKind, ChartRow, ChartSpec, Few};
pub use collection::{About, Collection, CollectionError, Uses};
pub use columns::{Library, Values};
pub use figures::per_hundred;
pub use filter::{Condition, Filter, Test};
pub use ids::{InterpretationId, ObservationId, OptionId, PerspectiveId, QuestionId, StoryId};
pub use perspective::{Interpretation, Observation, Perspective};
pub use question::{Choice, Group, Kind, Question};
pub use search::{Excerpt, Query, Term, excerpt, folded_words, highlight};
pub use select::ReadingOrder;
pub use story::{Answer, Story};
