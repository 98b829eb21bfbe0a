//! The facilitator's desk in a browser on the same machine.

use std::net::SocketAddr;
use std::sync::Arc;

use app::App;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use crate::keys::Whose;
use crate::sheet::Sheets;
use crate::{Keys, UiFiles, guard, sheet, socket};

/// What all parts of the desk share.
pub(crate) struct Desk {
    pub app: Arc<App>,
    pub ui: UiFiles,
    pub keys: Arc<Keys>,
    pub sheets: Sheets,
    /// `127.0.0.1:PORT`: the only value of `Host` that is answered.
    pub host: String,
    /// `http://127.0.0.1:PORT`: the only origin that may open a socket.
    pub origin: String,
}

/// The address to open in a browser. The token is in the fragment, which a browser never sends.
pub fn address(listening: SocketAddr, token: &str) -> String {
    format!("http://{listening}/#token={token}")
}

impl Desk {
    /// The address of the projector's page, for a tab on this machine.
    pub fn screen(&self) -> String {
        let token = self.keys.token(Whose::Projector);
        format!("{}/screen#token={token}", self.origin)
    }
}

/// Serves the desk until `shutdown` is ready. The listener must be on loopback.
///
/// # Errors
/// When the listener has no address on loopback, or fails for good.
pub async fn serve(
    listener: TcpListener,
    app: Arc<App>,
    ui: UiFiles,
    keys: Arc<Keys>,
    shutdown: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let listening = listener.local_addr()?;
    if !listening.ip().is_loopback() {
        return Err(std::io::Error::other("the desk is served on loopback only"));
    }
    let desk = Arc::new(Desk {
        app,
        ui,
        keys,
        sheets: Sheets::default(),
        host: listening.to_string(),
        origin: format!("http://{listening}"),
    });
    let router = Router::new()
        .route("/socket", get(socket::open))
        .route("/sheet/{ticket}/{name}", get(sheet::show))
        .fallback(get(file))
        .layer(from_fn_with_state(Arc::clone(&desk), guard::check))
        .with_state(desk);
    // Pages stay connected for hours, so the end does not wait for them: what was acknowledged is safe.
    tokio::select! {
        served = axum::serve(listener, router) => served,
        () = shutdown => Ok(()),
    }
}

async fn file(State(desk): State<Arc<Desk>>, uri: Uri) -> Response {
    let path = uri.path().to_owned();
    let ui = desk.ui.clone();
    let found = tokio::task::spawn_blocking(move || ui.file(&path))
        .await
        .ok()
        .flatten();
    let Some(file) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if file.lasting {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    let mut response = file.bytes.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(file.sort));
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}
