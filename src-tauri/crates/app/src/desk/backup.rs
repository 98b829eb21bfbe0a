//! The rolling backup: at least every minute while something happens, and when the room goes to another step.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use ledger::ErrorKind;
use workshop::Step;

use super::lock;
use crate::edges::Edges;
use crate::house::{BACKUPS, SESSION};
use crate::sitting::Sitting;

/// How often is looked whether something must be done.
const LOOK: Duration = Duration::from_secs(2);
/// So many looks make a minute.
const LOOKS: u32 = 25;

/// The backups of one session.
pub(super) struct Backups {
    edges: Arc<Edges>,
    path: Mutex<PathBuf>,
    /// When the last one was verified; 0 for never.
    made: AtomicU64,
}

impl Backups {
    /// Backs the session up for as long as it is open.
    pub fn start(sitting: &Arc<Sitting>, edges: Arc<Edges>) -> Arc<Self> {
        let name = sitting
            .path()
            .file_name()
            .map(PathBuf::from)
            .unwrap_or_default();
        let path = edges.folder.join(BACKUPS).join(name);
        let backups = Arc::new(Self {
            edges,
            path: Mutex::new(path),
            made: AtomicU64::new(0),
        });
        let (keeper, watched) = (Arc::downgrade(&backups), Arc::downgrade(sitting));
        // Without a thread there are still the backups at the end of the session.
        let _ = std::thread::Builder::new()
            .name("backup".to_owned())
            .spawn(move || keep(&keeper, &watched));
        backups
    }

    /// When the last one was made and verified.
    pub fn last(&self) -> Option<u64> {
        Some(self.made.load(Ordering::Relaxed)).filter(|made| *made > 0)
    }

    /// Makes one where something happened since the last.
    pub fn now(&self, sitting: &Sitting) {
        if !sitting.unsaved() || sitting.failing() {
            return;
        }
        let mut path = lock(&self.path);
        let made = path
            .parent()
            .is_some_and(|folder| std::fs::create_dir_all(folder).is_ok())
            && self.write(sitting, &mut path);
        if made {
            self.made.store((self.edges.now)(), Ordering::Relaxed);
        }
    }

    /// Where the backup of another session stands in the way, this one gets another name.
    fn write(&self, sitting: &Sitting, path: &mut PathBuf) -> bool {
        match sitting.backup(path) {
            Ok(()) => true,
            Err(ledger::Error {
                kind: ErrorKind::Exists,
                ..
            }) => {
                let name = path
                    .file_stem()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default();
                *path =
                    crate::file::free_path(path.parent().unwrap_or(Path::new(".")), &name, SESSION);
                sitting.backup(path).is_ok()
            }
            Err(_) => false,
        }
    }
}

fn keep(backups: &Weak<Backups>, sitting: &Weak<Sitting>) {
    let mut looks = 0;
    let mut step: Option<Step> = None;
    loop {
        std::thread::sleep(LOOK);
        let (Some(backups), Some(sitting)) = (backups.upgrade(), sitting.upgrade()) else {
            return;
        };
        let now = sitting.state().session().map(|session| session.step);
        looks += 1;
        if looks >= LOOKS || (step.is_some() && now != step) {
            backups.now(&sitting);
            looks = 0;
        }
        step = now;
    }
}
