//! Written sheets, shown by the browser itself: each address works once and for a minute.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{self, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::desk::Desk;

/// How long an address works.
const LIFE: Duration = Duration::from_secs(60);
/// More addresses than this never wait at once.
const MOST: usize = 64;

/// The addresses that were given and not used yet.
#[derive(Default)]
pub(crate) struct Sheets(Mutex<VecDeque<(String, PathBuf, Instant)>>);

impl Sheets {
    /// The address of a file that the caller may see.
    pub fn address(&self, ticket: String, path: &Path) -> String {
        let name: String = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let plain: String = name
            .chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() || "-._".contains(letter) {
                    letter
                } else {
                    '-'
                }
            })
            .collect();
        let address = format!("/sheet/{ticket}/{plain}");
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= MOST {
            waiting.pop_front();
        }
        waiting.push_back((ticket, path.to_owned(), Instant::now()));
        address
    }

    fn take(&self, ticket: &str) -> Option<PathBuf> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(_, _, since)| since.elapsed() < LIFE);
        let place = waiting.iter().position(|(known, _, _)| known == ticket)?;
        waiting.remove(place).map(|(_, path, _)| path)
    }
}

/// Sends the file of an address.
pub(crate) async fn show(
    State(desk): State<Arc<Desk>>,
    extract::Path((ticket, _)): extract::Path<(String, String)>,
) -> Response {
    let Some(path) = desk.sheets.take(&ticket) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(Ok(bytes)) = tokio::task::spawn_blocking(move || std::fs::read(path)).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = bytes.into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline"),
        (header::CACHE_CONTROL, "no-store"),
        // The viewer of the browser is a page of its own that the strict policy of the desk would leave empty.
        (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
