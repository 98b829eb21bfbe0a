//! What every request must show, and what every response says.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::desk::Desk;

/// Scripts, styles, fonts and connections from here only; no inline script. Styles of single elements are allowed: the preview of
/// a poster and the widths of bars are written that way.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; \
font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Refuses what was meant for another host or comes from another page, so that no other site can reach the desk.
pub(crate) async fn check(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let mut response = match refusal(request.headers(), &desk) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
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
    response
}

fn refusal(headers: &HeaderMap, desk: &Desk) -> Option<StatusCode> {
    let mut hosts = headers.get_all(header::HOST).iter();
    if hosts
        .next()
        .is_none_or(|host| host.as_bytes() != desk.host.as_bytes())
        || hosts.next().is_some()
    {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let upgrade = headers.contains_key(header::UPGRADE);
    match headers.get(header::ORIGIN) {
        Some(origin) if origin.as_bytes() == desk.origin.as_bytes() => None,
        None if !upgrade => None,
        Some(_) | None => Some(StatusCode::FORBIDDEN),
    }
}
