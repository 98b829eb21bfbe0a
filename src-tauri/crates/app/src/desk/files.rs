//! Requests that open, close and write files.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use protocol::{Failure, Home, NewSession, OpenSession, Reply};

use super::backup::Backups;
use super::{App, Open, lock};
use crate::file;
use crate::house::{self, Last, POSTERS, SESSION};
use crate::reading::Shelf;
use crate::sitting::{Sitting, Tell};

/// Opening a snapshot goes in so many parts.
const PARTS: u32 = 3;

impl App {
    pub(super) fn home(&self) -> Reply {
        let open = self.open();
        let session = open.sitting.as_ref().map(|sitting| OpenSession {
            path: file::text(sitting.path()),
            backup: open.backups.as_ref().and_then(|backups| backups.last()),
            failing: sitting.failing(),
        });
        let folder = &self.edges.folder;
        Reply::Home(Box::new(Home {
            folder: file::text(folder),
            snapshots: house::list(folder, snapshot::EXTENSION),
            sessions: house::list(folder, SESSION),
            draft: self.drafts().into_iter().next(),
            snapshot: open.shelf.as_ref().map(|shelf| file::text(&shelf.path)),
            session,
            regions: open
                .shelf
                .as_ref()
                .map(|shelf| shelf.regions.clone())
                .unwrap_or_default(),
            route: lock(&self.last).route.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            dialogs: self.edges.dialogs,
        }))
    }

    pub(super) fn open_snapshot(
        &self,
        path: &Path,
        passphrase: Option<&str>,
    ) -> Result<Reply, Failure> {
        let _turn = lock(&self.turning);
        let open = self.open();
        let shelf = Arc::new(house::open_snapshot(path, passphrase, |done| {
            self.progress("snapshot", done, PARTS)
        })?);
        if let Some(sitting) = &open.sitting {
            let needed = sitting
                .state()
                .session()
                .map(|session| session.snapshot.clone());
            if let Some(needed) = needed.filter(|needed| needed.hash != shelf.hash()) {
                return Err(Failure::OtherSnapshot { name: needed.name });
            }
            sitting.attach(Some(Arc::clone(&shelf)));
        }
        self.replace(Open {
            shelf: Some(shelf),
            ..open
        })
    }

    pub(super) fn new_session(&self, new: &NewSession) -> Result<Reply, Failure> {
        let _turn = lock(&self.turning);
        let open = self.open();
        let shelf = open.shelf.ok_or(Failure::NoSnapshot)?;
        let folder = &self.edges.folder;
        file::make_folder(folder)?;
        let path = house::free(folder, &new.name);
        let sitting = house::begin_on(&path, &shelf, new, (self.edges.now)(), self.teller())?;
        self.close_backups();
        self.replace(self.with(sitting, Some(shelf)))
    }

    pub(super) fn open_session(&self, path: &Path) -> Result<Reply, Failure> {
        let _turn = lock(&self.turning);
        let open = self.open();
        if open
            .sitting
            .as_ref()
            .is_some_and(|sitting| same(sitting.path(), path))
        {
            return Ok(self.home());
        }
        self.progress("session", 0, 1);
        let sitting = Sitting::open_telling(path, self.teller())?;
        let needed = sitting
            .state()
            .session()
            .map(|session| session.snapshot.hash.clone())
            .unwrap_or_default();
        let shelf = match open.shelf.filter(|shelf| shelf.hash() == needed) {
            Some(shelf) => Some(shelf),
            None => {
                let beside = path.parent().unwrap_or(Path::new("."));
                let likely = lock(&self.last).snapshot.clone();
                house::find_snapshot(&needed, likely.as_deref(), &[&self.edges.folder, beside])
                    .map(Arc::new)
            }
        };
        sitting.attach(shelf.clone());
        self.close_backups();
        self.progress("session", 1, 1);
        self.replace(self.with(sitting, shelf))
    }

    pub(super) fn close_session(&self) -> Result<Reply, Failure> {
        let _turn = lock(&self.turning);
        let open = self.open();
        self.close_backups();
        self.replace(Open {
            shelf: open.shelf,
            ..Open::default()
        })
    }

    /// Remembers something for the next time.
    pub(crate) fn remember_last(&self, change: impl FnOnce(&mut Last)) -> Result<(), Failure> {
        let mut last = lock(&self.last);
        let mut next = last.clone();
        change(&mut next);
        next.write(&self.edges.folder)?;
        *last = next;
        Ok(())
    }

    pub(super) fn remember(&self, route: String) -> Result<Reply, Failure> {
        let mut last = lock(&self.last);
        if last.route != route {
            let next = Last {
                route,
                ..last.clone()
            };
            next.write(&self.edges.folder)?;
            *last = next;
        }
        drop(last);
        Ok(self.home())
    }

    pub(super) fn posters(&self) -> PathBuf {
        self.edges.folder.join(POSTERS)
    }

    /// A session that was opened, with its backups under way.
    fn with(&self, sitting: Sitting, shelf: Option<Arc<Shelf>>) -> Open {
        let sitting = Arc::new(sitting.named(crate::keys::text(&(self.edges.draw)()[..12])));
        let backups = Backups::start(&sitting, Arc::clone(&self.edges));
        Open {
            shelf,
            sitting: Some(sitting),
            backups: Some(backups),
        }
    }

    /// The last backup of the session that closes.
    fn close_backups(&self) {
        let open = self.open();
        if let (Some(backups), Some(sitting)) = (&open.backups, &open.sitting) {
            backups.now(&**sitting);
        }
    }

    /// Puts what is open in its place, remembers it and tells everyone.
    fn replace(&self, open: Open) -> Result<Reply, Failure> {
        let mut last = lock(&self.last);
        last.session = open
            .sitting
            .as_ref()
            .map(|sitting| sitting.path().to_owned());
        last.snapshot = open.shelf.as_ref().map(|shelf| shelf.path.clone());
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = open;
        // That it is open counts; that it cannot be remembered shows when something is written.
        let _ = last.write(&self.edges.folder);
        drop(last);
        self.room.opened();
        Ok(self.home())
    }

    fn teller(&self) -> Tell {
        let room = Arc::clone(&self.room);
        Box::new(move || room.wake())
    }
}

fn same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}
