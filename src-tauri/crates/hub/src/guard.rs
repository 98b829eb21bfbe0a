//! What every request must show, and what every response says.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::desk::Desk;

/// Scripts, styles and fonts from here only; no inline script. Styles of single elements are allowed: the preview of a poster and
/// the widths of bars are written that way.
macro_rules! policy {
    ($connect:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; ",
            "font-src 'self' data:; connect-src ",
            $connect,
            "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    };
}

/// What the desk may load, and where it may connect to.
const DESK: &str = policy!("'self'");
/// The same for devices: a page goes on at another address or port of the laptop when its own is gone, and which one that will be
/// nobody knows when it is loaded.
pub(crate) const DEVICES: &str = policy!("'self' ws:");

/// Says to the browser what it may do with a response, where that was not said already.
pub(crate) fn dress(response: &mut Response, policy: &'static str) {
    let headers = response.headers_mut();
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(policy));
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

/// Refuses what was meant for another host or comes from another page, so that no other site can reach in.
pub(crate) fn refusal(
    headers: &HeaderMap,
    is_host: impl FnOnce(&[u8]) -> bool,
    is_origin: impl FnOnce(&[u8]) -> bool,
) -> Option<StatusCode> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next().is_some_and(|host| is_host(host.as_bytes()));
    if !host || hosts.next().is_some() {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let upgrade = headers.contains_key(header::UPGRADE);
    let origin = match origins.next() {
        Some(origin) => is_origin(origin.as_bytes()) && origins.next().is_none(),
        None => !upgrade,
    };
    (!origin).then_some(StatusCode::FORBIDDEN)
}

/// The gate of the desk.
pub(crate) async fn check(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let host = |host: &[u8]| host == desk.host.as_bytes();
    let origin = |origin: &[u8]| origin == desk.origin.as_bytes();
    let mut response = match refusal(request.headers(), host, origin) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    };
    dress(&mut response, DESK);
    response
}
