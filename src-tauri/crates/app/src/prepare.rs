//! The preparer's work: the open draft, the export that is being looked at, and what its screens ask.
//!
//! A draft is a ledger of decisions with the stories as they were taken in beside them. What a screen shows follows from both: the
//! stories that stay are built as they would be published ([`bench`]), and everything else is read from there.

mod bench;
mod board;
mod book;
mod clean;
mod draft;
mod files;
mod found;
mod look;
mod mapping;
mod observe;
mod overview;
mod passphrase;
mod pattern;
mod publish;
mod questions;
mod response;
mod source;
mod three;
mod uses;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use protocol::{Failure, Prepare, Prepared, Reply};

use crate::App;
use crate::desk::backup::Backups;
use crate::desk::lock;

pub use book::PrepareOrder;
pub use draft::Draft;
pub use look::{Opened, look_into};
pub use mapping::Mapping;

/// What is open for preparing.
#[derive(Default)]
pub(crate) struct Preparing {
    open: RwLock<Option<Open>>,
    mapping: Mutex<Option<Mapping>>,
}

/// The open draft with its backups.
#[derive(Clone)]
struct Open {
    draft: Arc<Draft>,
    backups: Arc<Backups>,
}

impl Preparing {
    fn open(&self) -> Result<Open, Failure> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        open.clone().ok_or(Failure::NoDraft)
    }

    fn draft(&self) -> Result<Arc<Draft>, Failure> {
        self.open().map(|open| open.draft)
    }

    /// Puts another draft in the place of what is open, after a last backup of that.
    fn replace(&self, next: Option<Open>) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(open) = &*open {
            open.backups.now(&*open.draft);
        }
        *open = next;
        *lock(&self.mapping) = None;
    }

    /// Makes a last backup and closes the draft.
    pub fn close(&self) {
        self.replace(None);
    }
}

impl App {
    /// Answers what a preparer's screen asks.
    pub(crate) fn prepare(&self, ask: Prepare) -> Result<Reply, Failure> {
        let prepared = match ask {
            Prepare::Files
            | Prepare::New { .. }
            | Prepare::Open { .. }
            | Prepare::Close
            | Prepare::Draft
            | Prepare::Log { .. } => self.prepare_files(ask)?,
            Prepare::ReadExport { .. }
            | Prepare::Mapping
            | Prepare::ForgetExport
            | Prepare::SetItem { .. }
            | Prepare::JoinColumns { .. }
            | Prepare::TakeApart { .. }
            | Prepare::SetCodebook { .. }
            | Prepare::LoadCodebook { .. }
            | Prepare::SaveCodebook { .. }
            | Prepare::TakeIn { .. }
            | Prepare::Rejected { .. } => self.prepare_intake(ask)?,
            Prepare::Publish { path, encrypt } => {
                let path = path.as_deref().map(Path::new);
                Prepared::Published(self.publish(path, encrypt)?)
            }
            Prepare::Do { id, command } => {
                let draft = self.preparing.draft()?;
                let order = PrepareOrder::new(id, *command);
                Prepared::Done(draft.order(order, self.now())?)
            }
            ask => self.preparing.draft()?.answer(ask)?,
        };
        Ok(Reply::Prepared(Box::new(prepared)))
    }
}

impl Draft {
    /// Answers what is asked of a draft without changing anything.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn answer(&self, ask: Prepare) -> Result<Prepared, Failure> {
        Ok(match ask {
            Prepare::Suspicions { query } => Prepared::Suspicions(self.suspicions(&query)),
            Prepare::Responses { query } => Prepared::Responses(self.responses(&query)),
            Prepare::Response { story } => Prepared::Response(Box::new(self.response(story)?)),
            Prepare::Masks { query } => Prepared::Masks(self.masks(&query)),
            Prepare::RawStory { story } => Prepared::RawStory(self.raw_story(story)?),
            Prepare::Questions => Prepared::Questions(self.questions()?),
            Prepare::Patterns { query } => Prepared::Patterns(self.patterns(&query)?),
            Prepare::Pattern { key, filter } => Prepared::Pattern(self.pattern(&key, &filter)?),
            Prepare::Three { key, third, filter } => {
                Prepared::Three(self.three(&key, &third, &filter)?)
            }
            Prepare::Beside { filter, expr } => Prepared::Beside(self.beside(filter, &expr)?),
            Prepare::Chart { spec, filter } => Prepared::Chart(self.chart(&spec, &filter)?),
            Prepare::Stories { query } => Prepared::Stories(self.stories(&query)?),
            Prepare::Story { id, search } => {
                Prepared::Story(self.bench()?.shelf.story(id, &search)?)
            }
            Prepare::Observation { id } => Prepared::Observation(self.observation(&id)?),
            Prepare::CheckText { text, purpose } => Prepared::Text(self.check(&text, purpose)),
            Prepare::Board => Prepared::Board(self.board()?),
            Prepare::Support { query } => Prepared::Support(self.support(&query)?),
            Prepare::Checks => Prepared::Checks(self.check_list()?),
            Prepare::Draft => Prepared::Draft(self.overview()?),
            _ => return Err(Failure::BadRequest),
        })
    }
}
