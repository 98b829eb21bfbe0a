//! The desk as a browser meets it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use app::{App, Edges};
use futures_util::{SinkExt as _, StreamExt as _};
use hub::{Keys, UiFiles, Whose, desk};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::{Error, Message, client::IntoClientRequest as _};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

struct Running {
    at: SocketAddr,
    token: String,
    keys: Arc<Keys>,
    folder: tempfile::TempDir,
}

async fn start() -> Running {
    let folder = tempfile::tempdir().unwrap();
    let ui = folder.path().join("ui");
    std::fs::create_dir(&ui).unwrap();
    std::fs::write(ui.join("index.html"), "<!doctype html>").unwrap();
    let edges = Edges {
        now: Box::new(|| 1_000),
        opener: None,
        dialogs: false,
        draw: Box::new(|| [7; 32]),
        folder: folder.path().to_owned(),
    };
    let next = AtomicU8::new(1);
    let keys = Arc::new(Keys::new(Box::new(move || {
        [next.fetch_add(1, Ordering::Relaxed); 24]
    })));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let at = listener.local_addr().unwrap();
    let token = keys.token(Whose::Facilitator);
    let app = Arc::new(App::new(edges));
    tokio::spawn(desk::serve(
        listener,
        app,
        UiFiles::Folder(ui),
        Arc::clone(&keys),
        std::future::pending(),
    ));
    Running {
        at,
        token,
        keys,
        folder,
    }
}

type Page = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn connect(at: SocketAddr, origin: &str) -> Result<Page, Error> {
    let mut request = format!("ws://{at}/socket").into_client_request().unwrap();
    if !origin.is_empty() {
        request
            .headers_mut()
            .insert("origin", origin.parse().unwrap());
    }
    connect_async(request).await.map(|(page, _)| page)
}

async fn page(running: &Running, hello: Value) -> (Page, Value) {
    let mut page = connect(running.at, &format!("http://{}", running.at))
        .await
        .unwrap();
    page.send(Message::text(hello.to_string())).await.unwrap();
    let greeting = next(&mut page).await;
    (page, greeting)
}

async fn next(page: &mut Page) -> Value {
    loop {
        match page.next().await.unwrap().unwrap() {
            Message::Text(text) => return serde_json::from_str(text.as_str()).unwrap(),
            Message::Ping(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

async fn ask(page: &mut Page, id: u64, request: Value) -> Value {
    page.send(Message::text(
        json!({ "id": id, "request": request }).to_string(),
    ))
    .await
    .unwrap();
    loop {
        let told = next(page).await;
        if told["id"] == id {
            return told["reply"].clone();
        }
    }
}

async fn get(at: SocketAddr, path: &str, host: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn only_the_right_host_and_origin_are_answered() {
    let running = start().await;
    let host = running.at.to_string();
    let first = get(running.at, "/", &host, "").await;
    assert!(first.starts_with("HTTP/1.1 200"), "{first}");
    for header in [
        "content-security-policy: default-src 'none'",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
    ] {
        assert!(first.contains(header), "{header} in {first}");
    }
    let port = running.at.port();
    for wrong in [
        format!("localhost:{port}"),
        "127.0.0.1".into(),
        format!("evil.example:{port}"),
        format!("127.0.0.1:{port}.evil.example"),
    ] {
        assert!(
            get(running.at, "/", &wrong, "")
                .await
                .starts_with("HTTP/1.1 421"),
            "{wrong}"
        );
    }
    assert!(
        get(running.at, "/", &host, "Origin: http://evil.example\r\n")
            .await
            .starts_with("HTTP/1.1 403")
    );
    assert!(
        get(running.at, "/sheet/abc/poster.pdf", &host, "")
            .await
            .starts_with("HTTP/1.1 404")
    );
    for origin in [
        "",
        "null",
        "http://evil.example",
        &format!("http://localhost:{port}"),
        &format!("https://127.0.0.1:{port}"),
    ] {
        match connect(running.at, origin).await {
            Err(Error::Http(answer)) => assert_eq!(answer.status(), 403, "{origin}"),
            other => panic!("{origin}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn the_token_works_once_and_the_secret_again() {
    let running = start().await;
    let (_, unknown) = page(&running, json!({ "type": "hello", "token": "guess" })).await;
    assert_eq!(unknown["type"], "unknown");
    let (mut first, welcome) =
        page(&running, json!({ "type": "hello", "token": running.token })).await;
    assert_eq!(welcome["type"], "welcome");
    assert_eq!(
        ask(&mut first, 1, json!({ "type": "home" })).await["type"],
        "home"
    );
    let (_, again) = page(&running, json!({ "type": "hello", "token": running.token })).await;
    assert_eq!(again["type"], "unknown");
    let (mut second, reloaded) = page(
        &running,
        json!({ "type": "hello", "secret": welcome["secret"] }),
    )
    .await;
    assert_eq!(reloaded, welcome);
    assert_eq!(
        ask(&mut second, 7, json!({ "type": "view" })).await["value"]["code"],
        "no_session"
    );
    let (_, fresh) = page(
        &running,
        json!({ "type": "hello", "token": running.keys.token(Whose::Facilitator), "secret": "old" }),
    )
    .await;
    assert_eq!(fresh["type"], "welcome");
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_and_what_is_too_large_ends_it() {
    let running = start().await;
    let (mut page, _) = page(&running, json!({ "type": "hello", "token": running.token })).await;
    let reply = ask(&mut page, 3, json!({ "type": "launch", "what": "rocket" })).await;
    assert_eq!(reply["value"]["code"], "bad_request");
    let large = "x".repeat((1 << 20) + 1);
    let _ = page.send(Message::text(large)).await;
    let ended = loop {
        match page.next().await {
            None | Some(Err(_) | Ok(Message::Close(_))) => break true,
            Some(Ok(Message::Text(_))) => break false,
            Some(Ok(_)) => {}
        }
    };
    assert!(ended);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_work_on_one_session_and_see_each_other() {
    let running = start().await;
    let snapshot = running.folder.path().join("klein.momentopname");
    std::fs::write(&snapshot, snapshot::write(&fixture::round1(1)).unwrap()).unwrap();
    let (mut one, welcome) =
        page(&running, json!({ "type": "hello", "token": running.token })).await;
    let (mut two, _) = page(
        &running,
        json!({ "type": "hello", "secret": welcome["secret"] }),
    )
    .await;
    let opened = ask(
        &mut one,
        1,
        json!({ "type": "open_snapshot", "path": snapshot }),
    )
    .await;
    assert_eq!(opened["type"], "home", "{opened}");
    let new = json!({ "name": "Proef", "region": "Twente", "own_region": null, "date": "2026-11-22", "tables": 2 });
    let begun = ask(
        &mut one,
        2,
        json!({ "type": "new_session", "session": new }),
    )
    .await;
    assert!(
        begun["value"]["session"]["path"]
            .as_str()
            .unwrap()
            .ends_with("Proef.bijeenkomst"),
        "{begun}"
    );
    // A page is told what changed since it looked.
    assert_eq!(
        ask(&mut two, 3, json!({ "type": "view" })).await["type"],
        "view"
    );
    // Two hundred commands without waiting: answered in order, and each is seen by the other page.
    for id in 100..300_u64 {
        let command = json!({ "type": "add_note", "id": format!("n{id}"), "table": 1, "kind": "surprise", "text": format!("{id}"), "origin": { "type": "table" }, "by": null });
        let request = json!({ "type": "command", "id": format!("c{id}"), "command": command });
        one.send(Message::text(
            json!({ "id": id, "request": request }).to_string(),
        ))
        .await
        .unwrap();
    }
    let mut expected = 100;
    while expected < 300 {
        let told = next(&mut one).await;
        if let Some(id) = told["id"].as_u64() {
            assert_eq!(
                (id, &told["reply"]["type"]),
                (expected, &json!("done")),
                "{told}"
            );
            expected += 1;
        }
    }
    let mut notes = 0;
    let mut seq = 0;
    while notes < 200 {
        let told = next(&mut two).await;
        if told["push"]["type"] == "delta" {
            let delta = &told["push"]["value"];
            assert_eq!(
                delta["from"].as_u64().unwrap().max(seq),
                delta["from"].as_u64().unwrap()
            );
            seq = delta["seq"].as_u64().unwrap();
            notes += delta["upserts"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|entry| entry["key"].as_str().unwrap().starts_with("note/"))
                .count();
        }
    }
    // A projector of this machine gets an address of its own, and listens.
    let opened = ask(&mut two, 800, json!({ "type": "open_screen" })).await;
    let address = opened["value"]["address"].as_str().unwrap();
    let token = address
        .strip_prefix(&format!("http://{}/screen#token=", running.at))
        .unwrap();
    let (mut screen, welcome) = page(&running, json!({ "type": "hello", "token": token })).await;
    assert_eq!(welcome["type"], "welcome");
    assert_eq!(
        ask(&mut screen, 1, json!({ "type": "view" })).await["type"],
        "view"
    );
    assert_eq!(
        ask(&mut screen, 2, json!({ "type": "home" })).await["value"]["code"],
        "not_allowed"
    );
    let (mut screen, _) = page(
        &running,
        json!({ "type": "hello", "secret": welcome["secret"] }),
    )
    .await;
    assert_eq!(
        ask(&mut screen, 3, json!({ "type": "lan_stop" })).await["value"]["code"],
        "not_allowed"
    );
    // A written poster is shown once, by an address that the page asks for.
    let printed = ask(&mut two, 900, json!({ "type": "print_sheets", "sheets": [{ "type": "poster", "tables": [1], "tiles": null }], "language": "nl" })).await;
    let path = printed["value"]["paths"][0].as_str().unwrap();
    let sheet = ask(&mut two, 901, json!({ "type": "sheet", "path": path })).await;
    let address = sheet["value"]["address"].as_str().unwrap();
    let host = running.at.to_string();
    let shown = get(running.at, address, &host, "").await;
    assert!(
        shown.starts_with("HTTP/1.1 200")
            && shown.contains("application/pdf")
            && shown.contains("%PDF-1.7")
    );
    assert!(
        get(running.at, address, &host, "")
            .await
            .starts_with("HTTP/1.1 404")
    );
    for path in [snapshot.to_str().unwrap(), "/etc/passwd", "../x.pdf"] {
        assert_eq!(
            ask(&mut two, 902, json!({ "type": "sheet", "path": path })).await["type"],
            "failed",
            "{path}"
        );
    }
}
