//! The window's own commands under its real permissions, without a display.

use std::sync::Arc;

use app::{App, Edges};
use protocol::{Reply, Request};
use regiotafel_lib::commands;
use regiotafel_lib::lines::{Lines, MAIN, SCREEN};
use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;

#[test]
fn each_window_is_answered_as_who_it_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(App::new(Edges {
        now: Box::new(|| 1_700_000_000_000),
        opener: None,
        dialogs: true,
        draw: Box::new(|| [7; 32]),
        folder: folder.path().to_path_buf(),
    }));
    let tauri = mock_builder()
        .manage(Lines::new(app))
        .invoke_handler(tauri::generate_handler![commands::rpc])
        .build(tauri::generate_context!())
        .unwrap();
    let window = |label| {
        tauri::WebviewWindowBuilder::new(&tauri, label, Default::default())
            .build()
            .unwrap()
    };
    let (main, screen) = (window(MAIN), window(SCREEN));
    let ask_from = |window, request: &Request| {
        let body = serde_json::json!({ "request": request }).into();
        let response = get_ipc_response(
            window,
            InvokeRequest {
                cmd: "rpc".into(),
                callback: tauri::ipc::CallbackFn(0),
                error: tauri::ipc::CallbackFn(1),
                url: "tauri://localhost".parse().unwrap(),
                body,
                headers: Default::default(),
                invoke_key: INVOKE_KEY.to_string(),
            },
        );
        response.unwrap().deserialize::<Reply>().unwrap()
    };
    let ask = |request| ask_from(&main, request);
    let Reply::Home(home) = ask(&Request::Home) else {
        panic!("no home");
    };
    assert!(home.dialogs);
    assert!(home.session.is_none());
    assert!(matches!(
        ask(&Request::View),
        Reply::Failed(protocol::Failure::NoSession)
    ));
    // The projector listens, and nothing else.
    assert_eq!(
        ask_from(&screen, &Request::Home),
        Reply::Failed(protocol::Failure::NotAllowed)
    );
    assert_eq!(
        ask_from(&screen, &Request::View),
        Reply::Failed(protocol::Failure::NoSession)
    );
}
