//! What all connections from the LAN share.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};
use std::time::Duration;

use app::App;
use axum::http::{HeaderMap, header};
use tokio::time::sleep;

use super::guesses::Guesses;
use super::names::Names;
use super::pages::Pages;
use super::places::Places;
use super::visitors::Visitors;
use super::{Clock, Networks, On};
use crate::Draw;

/// The desk is told of changes at most this often.
const APART: Duration = Duration::from_millis(500);

/// What all connections from the LAN share.
pub(crate) struct Inside {
    pub app: Weak<App>,
    pub pages: Arc<Pages>,
    pub places: Arc<Places>,
    pub networks: Networks,
    pub visitors: Visitors,
    /// How it is; nothing while it is off.
    pub on: Mutex<Option<On>>,
    pub guesses: Mutex<Guesses>,
    pub draw: Draw,
    pub now: Clock,
    names: RwLock<Arc<Names>>,
    telling: AtomicBool,
}

impl Inside {
    pub fn new(
        app: &Arc<App>,
        pages: Pages,
        places: Arc<Places>,
        networks: Networks,
        draw: Draw,
        now: Clock,
    ) -> Self {
        Self {
            app: Arc::downgrade(app),
            pages: Arc::new(pages),
            places,
            networks,
            visitors: Visitors::default(),
            on: Mutex::default(),
            guesses: Mutex::default(),
            draw,
            now,
            names: RwLock::default(),
            telling: AtomicBool::new(false),
        }
    }

    /// What devices may call the laptop.
    pub fn names(&self) -> Arc<Names> {
        Arc::clone(&self.names.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn rename(&self, change: impl FnOnce(&mut Names)) {
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        change(Arc::make_mut(&mut names));
    }

    /// 16 random bytes.
    pub fn draw16(&self) -> [u8; 16] {
        let drawn = (self.draw)();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&drawn[..16]);
        bytes
    }

    /// A device looked at a page, or knocked. Must be called where the runtime is.
    pub fn saw(self: &Arc<Self>, from: IpAddr, headers: &HeaderMap, socket: bool) {
        let agent = headers
            .get(header::USER_AGENT)
            .and_then(|agent| agent.to_str().ok());
        self.visitors
            .saw(from, agent.unwrap_or_default(), socket, (self.now)());
        self.changed();
    }

    /// How many seconds an address must wait before it may type a code.
    pub fn must_wait(&self, from: IpAddr) -> Option<u32> {
        let wait = lock(&self.guesses).wait(from, (self.now)())?;
        Some(u32::try_from(wait.div_ceil(1_000)).unwrap_or(u32::MAX))
    }

    /// A code was typed that no table has.
    pub fn wrong_code(self: &Arc<Self>, from: IpAddr) {
        if lock(&self.guesses).wrong_code(from, (self.now)()) {
            self.changed();
        }
    }

    /// A key was used that does not open the door.
    pub fn wrong_key(&self, from: IpAddr) {
        lock(&self.guesses).wrong_key(from, (self.now)());
    }

    /// Lets the desk know that something changed, soon.
    pub fn changed(self: &Arc<Self>) {
        if self.telling.swap(true, Ordering::Relaxed) {
            return;
        }
        let inside = Arc::clone(self);
        tokio::spawn(async move {
            sleep(APART).await;
            inside.telling.store(false, Ordering::Relaxed);
            if let Some(app) = inside.app.upgrade() {
                app.lan_changed();
            }
        });
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
