//! What each window hears: one line for a window, and a thread that passes on what is new.

use std::collections::BTreeMap;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use app::{App, Line, News};
use protocol::Caller;
use tauri::{AppHandle, Emitter, Runtime};

/// The facilitator's window.
pub const MAIN: &str = "main";
/// The projector's window.
pub const SCREEN: &str = "screen";

/// Between two looks for what is new: changes that follow each other quickly go together.
const PAUSE: Duration = Duration::from_millis(15);

/// The lines of the windows that are open.
pub struct Lines {
    app: Arc<App>,
    open: Mutex<BTreeMap<String, Arc<Line>>>,
}

impl Lines {
    /// No window has asked anything yet.
    pub fn new(app: Arc<App>) -> Self {
        Self {
            app,
            open: Mutex::default(),
        }
    }

    /// The line of a window, by its label; `None` for a window that is not ours. Who asks follows from the window alone.
    pub fn of<R: Runtime>(&self, handle: &AppHandle<R>, label: &str) -> Option<Arc<Line>> {
        let caller = match label {
            MAIN => Caller::Facilitator,
            SCREEN => Caller::Projector,
            _ => return None,
        };
        let mut open = self.open();
        if let Some(line) = open.get(label) {
            return Some(Arc::clone(line));
        }
        let (wake, woken) = sync_channel(1);
        // A full channel means that a look is due already.
        let wake = move || {
            let _ = wake.try_send(());
        };
        let line = self.app.line(caller, Box::new(wake))?;
        let line = Arc::new(line);
        let (heard, handle, name) = (Arc::downgrade(&line), handle.clone(), label.to_owned());
        // The channel closes with the line, and that ends the thread.
        std::thread::Builder::new()
            .name(format!("line-{label}"))
            .spawn(move || {
                while woken.recv().is_ok() {
                    pass_on(&heard, &handle, &name);
                    std::thread::sleep(PAUSE);
                }
            })
            .ok()?;
        open.insert(label.to_owned(), Arc::clone(&line));
        Some(line)
    }

    /// Tells a window what a command changed, before it is answered.
    pub fn ahead<R: Runtime>(&self, handle: &AppHandle<R>, label: &str, line: &Line) {
        if let Some(push) = line.whole() {
            let _ = handle.emit_to(label, "push", push);
        }
    }

    /// A window closed.
    pub fn close(&self, label: &str) {
        self.open().remove(label);
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Line>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pass_on<R: Runtime>(line: &Weak<Line>, handle: &AppHandle<R>, label: &str) {
    let Some(line) = line.upgrade() else { return };
    if let News::Pushes(pushes) = line.news() {
        for push in pushes {
            // A window that is closing no longer listens.
            let _ = handle.emit_to(label, "push", push);
        }
    }
}
