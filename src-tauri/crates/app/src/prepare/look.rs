//! Looking into a file whose stories can be counted, a snapshot or a draft, without opening it for work.

use std::path::Path;
use std::sync::Arc;

use patterns::{Side, parse_filter};
use protocol::Failure;
use stories::{Filter, Library};

use super::bench::Bench;
use super::{Draft, pattern};
use crate::house::{self, DRAFT};
use crate::reading::Shelf;

/// A snapshot, or a draft with the stories that stay.
pub struct Opened(Behind);

enum Behind {
    Shelf(Box<Shelf>),
    Bench(Arc<Bench>),
}

impl Opened {
    /// The stories with their questions.
    pub fn library(&self) -> &Library {
        match &self.0 {
            Behind::Shelf(shelf) => shelf.library(),
            Behind::Bench(bench) => bench.library(),
        }
    }

    /// The selection that was typed; all stories for nothing.
    ///
    /// # Errors
    /// Where it cannot be understood.
    pub fn filter(&self, typed: &str) -> Result<Filter, Failure> {
        parse_filter(typed, self.library()).map_err(|error| pattern::unreadable(&error))
    }

    /// A side of a pattern in short words, with the option where it is one of several.
    pub fn name(&self, side: &Side) -> String {
        pattern::name(self.library(), side)
    }
}

/// Opens a snapshot or a draft to look into it.
///
/// # Errors
/// Why it cannot be opened.
pub fn look_into(path: &Path, passphrase: Option<&str>) -> Result<Opened, Failure> {
    let is_draft = path.extension().is_some_and(|ending| ending == DRAFT);
    Ok(Opened(if is_draft {
        Behind::Bench(Draft::open(path)?.bench()?)
    } else {
        Behind::Shelf(Box::new(house::open_snapshot(path, passphrase, drop)?))
    }))
}
