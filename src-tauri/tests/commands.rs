//! The window's own commands under its real permissions, without a display.

use std::sync::Arc;

use app::{App, Edges};
use protocol::{Reply, Request};
use regiotafel_lib::commands;
use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;

#[test]
fn the_window_asks_and_is_answered_as_the_facilitator() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(App::new(Edges {
        now: Box::new(|| 1_700_000_000_000),
        opener: None,
        dialogs: true,
        folder: folder.path().to_path_buf(),
    }));
    let tauri = mock_builder()
        .manage(app)
        .invoke_handler(tauri::generate_handler![commands::rpc])
        .build(tauri::generate_context!())
        .unwrap();
    let window = tauri::WebviewWindowBuilder::new(&tauri, "main", Default::default())
        .build()
        .unwrap();
    let ask = |request: &Request| {
        let body = serde_json::json!({ "request": request }).into();
        let response = get_ipc_response(
            &window,
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
    let Reply::Home(home) = ask(&Request::Home) else {
        panic!("no home");
    };
    assert!(home.dialogs);
    assert!(home.session.is_none());
    assert!(matches!(
        ask(&Request::View),
        Reply::Failed(protocol::Failure::NoSession)
    ));
}
