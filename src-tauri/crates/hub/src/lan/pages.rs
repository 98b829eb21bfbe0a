//! The pages that devices get, and what these load; nothing of the desk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use tokio::task::spawn_blocking;

use super::inside::Inside;
use super::listener::Peer;
use crate::UiFiles;

/// The pages, by their path.
const PAGES: &[(&str, &str)] = &[("/", "table.html"), ("/screen", "screen.html")];
/// What browsers ask by themselves.
const ICONS: &[&str] = &["favicon.ico", "favicon.svg"];

/// The files for devices, compressed once.
pub(crate) struct Pages {
    ui: UiFiles,
    /// The names of the files that the pages load; nothing else is given out.
    loaded: Mutex<BTreeSet<String>>,
    packed: Mutex<BTreeMap<String, Packed>>,
}

/// A file, ready to be sent.
#[derive(Clone)]
struct Packed {
    plain: Bytes,
    gzip: Option<Bytes>,
    sort: &'static str,
    lasting: bool,
}

impl Pages {
    pub fn new(ui: UiFiles) -> Self {
        Self {
            ui,
            loaded: Mutex::default(),
            packed: Mutex::default(),
        }
    }

    /// Looks which files the pages load, directly or through others: those whose names stand in them.
    pub fn look(&self) {
        let mut names = self.ui.lasting();
        let mut loaded = BTreeSet::new();
        let mut waiting: Vec<String> = PAGES.iter().map(|(_, page)| (*page).to_owned()).collect();
        while let Some(name) = waiting.pop() {
            let Some(file) = self.ui.named(&name) else {
                continue;
            };
            if !is_text(file.sort) {
                continue;
            }
            let text = String::from_utf8_lossy(&file.bytes);
            let (found, rest) = names
                .into_iter()
                .partition(|name| text.contains(name.rsplit('/').next().unwrap_or(name)));
            names = rest;
            let found: Vec<String> = found;
            loaded.extend(found.iter().cloned());
            waiting.extend(found);
        }
        *lock(&self.loaded) = loaded;
        lock(&self.packed).clear();
    }

    fn file(&self, path: &str) -> Option<Packed> {
        let name = path.strip_prefix('/')?;
        if let Some((_, page)) = PAGES.iter().find(|(known, _)| *known == path) {
            let file = self.ui.page(page);
            return Some(Packed {
                plain: file.bytes.into_owned().into(),
                gzip: None,
                sort: file.sort,
                lasting: false,
            });
        }
        if !ICONS.contains(&name) && !lock(&self.loaded).contains(name) {
            return None;
        }
        if let Some(packed) = lock(&self.packed).get(name) {
            return Some(packed.clone());
        }
        let file = self.ui.named(name)?;
        let packed = Packed {
            gzip: is_text(file.sort).then(|| gzip(&file.bytes)).flatten(),
            plain: file.bytes.into_owned().into(),
            sort: file.sort,
            lasting: file.lasting,
        };
        lock(&self.packed).insert(name.to_owned(), packed.clone());
        Some(packed)
    }
}

/// Sends a file.
pub(crate) async fn show(
    State(inside): State<Arc<Inside>>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let path = uri.path().to_owned();
    if PAGES.iter().any(|(known, _)| *known == path) {
        inside.saw(peer.from, &headers, false);
    }
    let pages = Arc::clone(&inside.pages);
    let Ok(Some(file)) = spawn_blocking(move || pages.file(&path)).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let gzip = file.gzip.filter(|_| takes_gzip(&headers));
    let packed = gzip.is_some();
    let mut response = gzip.unwrap_or(file.plain).into_response();
    let headers = response.headers_mut();
    let keep = if file.lasting {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    for (name, value) in [
        (header::CONTENT_TYPE, file.sort),
        (header::CACHE_CONTROL, keep),
        (header::VARY, "accept-encoding"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let all = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut words = all
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    words.any(|word| {
        let mut parts = word.split(';').map(str::trim);
        parts.next() == Some("gzip")
            && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn is_text(sort: &str) -> bool {
    sort.starts_with("text/") || sort == "application/json" || sort == "image/svg+xml"
}

fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).ok()?;
    let packed = out.finish().ok()?;
    (packed.len() < bytes.len()).then(|| packed.into())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Pages, takes_gzip};
    use crate::UiFiles;

    #[test]
    fn gives_out_what_the_pages_load_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let assets = folder.path().join("assets");
        std::fs::create_dir(&assets).unwrap();
        for (name, text) in [
            ("index.html", "<script src=/assets/desk-1.js>".to_owned()),
            ("table.html", "<script src=/assets/table-1.js>".to_owned()),
            ("assets/desk-1.js", "import './kit-1.js'".to_owned()),
            (
                "assets/table-1.js",
                format!("import './kit-1.js'; {}", "word ".repeat(400)),
            ),
            ("assets/kit-1.js", "font('/assets/face-1.woff2')".to_owned()),
            ("assets/face-1.woff2", "desk-1.js".to_owned()),
            ("favicon.ico", "icon".to_owned()),
            ("notes.txt", "no".to_owned()),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let pages = Pages::new(UiFiles::Folder(folder.path().to_owned()));
        assert!(pages.file("/assets/table-1.js").is_none());
        pages.look();
        for path in [
            "/",
            "/screen",
            "/assets/table-1.js",
            "/assets/kit-1.js",
            "/assets/face-1.woff2",
            "/favicon.ico",
        ] {
            assert!(pages.file(path).is_some(), "{path}");
        }
        for path in [
            "/index.html",
            "/table.html",
            "/assets/desk-1.js",
            "/notes.txt",
            "/assets/",
            "/assets/../notes.txt",
            "//",
            "",
            "/table",
            "/generate_204",
            "/screen/",
            "/favicon.svg",
        ] {
            assert!(pages.file(path).is_none(), "{path}");
        }
        let script = pages.file("/assets/table-1.js").unwrap();
        assert!(script.lasting && script.gzip.unwrap().len() < 200);
        assert!(pages.file("/assets/face-1.woff2").unwrap().gzip.is_none());
        assert!(!pages.file("/").unwrap().lasting);
    }

    #[test]
    fn gzip_is_for_who_takes_it() {
        for (value, expected) in [
            ("gzip, deflate", true),
            ("br;q=1, gzip;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
            ("", false),
        ] {
            let mut headers = axum::http::HeaderMap::new();
            headers.insert("accept-encoding", value.parse().unwrap());
            assert_eq!(takes_gzip(&headers), expected, "{value}");
        }
    }
}
