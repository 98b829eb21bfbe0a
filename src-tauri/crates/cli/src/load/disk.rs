//! How long the disk takes to make something safe, measured beside all the rest: whatever is acknowledged cannot be quicker.

use std::fs::File;
use std::io::{self, Seek as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

use super::samples::Samples;

/// How often it is measured.
const EVERY: Duration = Duration::from_millis(100);
/// So much is written each time.
const SIZE: usize = 512;

/// A measurement under way.
pub struct Disk {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Samples>,
}

impl Disk {
    /// Measures in a folder until it is ended. The same place of one file is written each time: the least that a disk can be asked.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        let mut file = File::create(folder.join("fdatasync"))?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = std::thread::Builder::new()
            .name("disk".to_owned())
            .spawn(move || {
                let mut samples = Samples::default();
                let mut next = [0; SIZE];
                while !stopped.load(Ordering::Relaxed) {
                    let begun = Instant::now();
                    next[0] = u8::wrapping_add(next[0], 1);
                    let written = file
                        .rewind()
                        .and_then(|()| file.write_all(&next))
                        .and_then(|()| file.sync_data());
                    if written.is_ok() {
                        samples.push(begun.elapsed());
                    }
                    sleep(EVERY.saturating_sub(begun.elapsed()));
                }
                samples
            })?;
        Ok(Self { stop, thread })
    }

    /// Ends it.
    pub fn end(self) -> Samples {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().unwrap_or_default()
    }
}
