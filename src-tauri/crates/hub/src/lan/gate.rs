//! What every request from the LAN must show.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::inside::Inside;
use crate::guard;

/// Lets through what only reads, is meant for this laptop, and comes from its own pages.
pub(crate) async fn check(
    State(inside): State<Arc<Inside>>,
    request: Request,
    next: Next,
) -> Response {
    let names = inside.names();
    let mut response = match refusal(&request, &names) {
        Some(status) => status.into_response(),
        None => next.run(request).await,
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        let allow = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, allow);
    }
    guard::dress(&mut response, guard::DEVICES);
    response
}

fn refusal(request: &Request, names: &super::names::Names) -> Option<StatusCode> {
    let headers = request.headers();
    // An address that is written out in the first line is another `Host`.
    if request
        .uri()
        .authority()
        .is_some_and(|host| !names.is_host(host.as_str().as_bytes()))
    {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let foreign = guard::refusal(
        headers,
        |host| names.is_host(host),
        |origin| names.is_origin(origin),
    );
    if foreign.is_some() {
        return foreign;
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Some(StatusCode::METHOD_NOT_ALLOWED);
    }
    let length = headers.get(header::CONTENT_LENGTH);
    let body = headers.contains_key(header::TRANSFER_ENCODING)
        || length.is_some_and(|length| length != "0");
    body.then_some(StatusCode::PAYLOAD_TOO_LARGE)
}
