//! Takes connections in: not too many, none that stays silent, none that never ends.

use std::net::{IpAddr, SocketAddrV4, TcpListener as StdListener};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::sleep;

use super::inside::Inside;
use super::places::Place;
use super::stream::Patient;
use super::{door, gate, pages};

/// How long a device may take to say what it wants, the first time and every next time.
const SILENT: Duration = Duration::from_secs(5);
/// The most lines of a request.
const HEADERS: usize = 32;
/// The most bytes of a request.
const REQUEST: usize = 16 << 10;
/// After this a connection is ended once it has what it asked for.
const OLD: Duration = Duration::from_secs(120);
/// After this much more it is ended whatever it does.
const TOO_OLD: Duration = Duration::from_secs(60);
/// Whoever takes not a single byte for this long is gone.
const STUCK: Duration = Duration::from_secs(20);
/// How long no new connection is taken when the system has none to give.
const BREATH: Duration = Duration::from_millis(100);

/// Who is at the other end.
#[derive(Clone)]
pub(crate) struct Peer {
    pub from: IpAddr,
    pub place: Arc<Place>,
}

/// An address at which the laptop listens; dropping it closes it, and waits until it is closed.
pub(crate) struct Listening {
    pub at: SocketAddrV4,
    end: Option<watch::Sender<()>>,
    ended: std::sync::mpsc::Receiver<()>,
}

impl Listening {
    /// Begins to take connections in. Must be called where the runtime is.
    pub fn begin(
        inside: &Arc<Inside>,
        bound: StdListener,
        at: SocketAddrV4,
        stop: &watch::Sender<()>,
    ) -> std::io::Result<Self> {
        bound.set_nonblocking(true)?;
        let listener = TcpListener::from_std(bound)?;
        let (end, ending) = watch::channel(());
        let (closed, ended) = std::sync::mpsc::channel();
        let inside = Arc::clone(inside);
        let stop = stop.subscribe();
        tokio::spawn(async move {
            accept(&inside, &listener, ending, stop).await;
            drop(listener);
            let _ = closed.send(());
        });
        Ok(Self {
            at,
            end: Some(end),
            ended,
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.end = None;
        // The port must be free again for whoever comes next.
        let _ = self.ended.recv_timeout(Duration::from_secs(1));
    }
}

/// Ready when the sender is gone.
pub(crate) async fn dropped(mut receiver: watch::Receiver<()>) {
    while receiver.changed().await.is_ok() {}
}

async fn accept(
    inside: &Arc<Inside>,
    listener: &TcpListener,
    ending: watch::Receiver<()>,
    stop: watch::Receiver<()>,
) {
    let router = Router::new()
        .route("/socket", get(door::open))
        .fallback(pages::show)
        .layer(from_fn_with_state(Arc::clone(inside), gate::check))
        .with_state(Arc::clone(inside));
    let mut ending = pin!(dropped(ending));
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut ending => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, from)) => {
                let from = from.ip();
                if let Some(place) = inside.places.enter(from) {
                    let peer = Peer {
                        from,
                        place: Arc::new(place),
                    };
                    tokio::spawn(serve(stream, peer, router.clone(), stop.clone()));
                }
            }
            // Out of file handles, or a connection that was gone before it was taken: the next one may be well.
            Err(_) => sleep(BREATH).await,
        }
    }
}

async fn serve(stream: TcpStream, peer: Peer, router: Router, stop: watch::Receiver<()>) {
    let _ = stream.set_nodelay(true);
    let inner = TowerToHyperService::new(router);
    let ending = stop.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer.clone());
        request.extensions_mut().insert(door::Stop(ending.clone()));
        inner.call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SILENT)
        .max_headers(HEADERS)
        .max_buf_size(REQUEST)
        .serve_connection(TokioIo::new(Patient::new(stream, STUCK)), service)
        .with_upgrades();
    let mut connection = pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        () = dropped(stop.clone()) => return,
        () = sleep(OLD) => connection.as_mut().graceful_shutdown(),
    }
    tokio::select! {
        _ = connection => {}
        () = dropped(stop) => {}
        () = sleep(TOO_OLD) => {}
    }
}
