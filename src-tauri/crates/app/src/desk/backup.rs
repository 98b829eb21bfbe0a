//! The rolling backup of a session or a draft: at least every minute while something happens, and when the room goes to another step.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use ledger::ErrorKind;
use workshop::Step;

use super::lock;
use crate::edges::Edges;
use crate::house::{BACKUPS, DRAFT, SESSION};
use crate::prepare::Draft;
use crate::sitting::Sitting;

/// How often is looked whether something must be done.
const LOOK: Duration = Duration::from_secs(2);
/// So many looks make a minute.
const LOOKS: u32 = 25;

/// An open file of which backups are made.
pub(crate) trait Backed: Send + Sync + 'static {
    /// What its file name ends with.
    const ENDING: &'static str;
    /// The path of the file.
    fn path(&self) -> &Path;
    /// Whether something happened since the last backup.
    fn unsaved(&self) -> bool;
    /// Whether writing fails.
    fn failing(&self) -> bool;
    /// Where the work is; when that turns, a backup is made at once.
    fn step(&self) -> Option<Step>;
    /// Makes a verified copy.
    fn backup(&self, to: &Path) -> Result<(), ledger::Error>;
}

impl Backed for Sitting {
    const ENDING: &'static str = SESSION;

    fn path(&self) -> &Path {
        self.path()
    }

    fn unsaved(&self) -> bool {
        self.unsaved()
    }

    fn failing(&self) -> bool {
        self.failing()
    }

    fn step(&self) -> Option<Step> {
        self.state().session().map(|session| session.step)
    }

    fn backup(&self, to: &Path) -> Result<(), ledger::Error> {
        self.backup(to)
    }
}

impl Backed for Draft {
    const ENDING: &'static str = DRAFT;

    fn path(&self) -> &Path {
        self.path()
    }

    fn unsaved(&self) -> bool {
        self.unsaved()
    }

    fn failing(&self) -> bool {
        self.failing()
    }

    fn step(&self) -> Option<Step> {
        None
    }

    fn backup(&self, to: &Path) -> Result<(), ledger::Error> {
        self.backup(to)
    }
}

/// The backups of one open file.
pub(crate) struct Backups {
    edges: Arc<Edges>,
    path: Mutex<PathBuf>,
    /// When the last one was verified; 0 for never.
    made: AtomicU64,
}

impl Backups {
    /// Backs a file up for as long as it is open.
    pub fn start<T: Backed>(open: &Arc<T>, edges: Arc<Edges>) -> Arc<Self> {
        let name = open
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
        let (keeper, watched) = (Arc::downgrade(&backups), Arc::downgrade(open));
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
    pub fn now<T: Backed>(&self, open: &T) {
        if !open.unsaved() || open.failing() {
            return;
        }
        let mut path = lock(&self.path);
        let made = path
            .parent()
            .is_some_and(|folder| std::fs::create_dir_all(folder).is_ok())
            && self.write(open, &mut path);
        if made {
            self.made.store((self.edges.now)(), Ordering::Relaxed);
        }
    }

    /// Where the backup of another file stands in the way, this one gets another name.
    fn write<T: Backed>(&self, open: &T, path: &mut PathBuf) -> bool {
        match open.backup(path) {
            Ok(()) => true,
            Err(ledger::Error {
                kind: ErrorKind::Exists,
                ..
            }) => {
                let name = path
                    .file_stem()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default();
                let folder = path.parent().unwrap_or(Path::new("."));
                *path = crate::file::free_path(folder, &name, T::ENDING);
                open.backup(path).is_ok()
            }
            Err(_) => false,
        }
    }
}

fn keep<T: Backed>(backups: &Weak<Backups>, open: &Weak<T>) {
    let mut looks = 0;
    let mut step: Option<Step> = None;
    loop {
        std::thread::sleep(LOOK);
        let (Some(backups), Some(open)) = (backups.upgrade(), open.upgrade()) else {
            return;
        };
        let now = open.step();
        looks += 1;
        if looks >= LOOKS || (step.is_some() && now != step) {
            backups.now(&*open);
            looks = 0;
        }
        step = now;
    }
}
