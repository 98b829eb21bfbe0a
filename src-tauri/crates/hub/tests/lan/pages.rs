//! What devices can load, and what not.

use hub::client::Refused;

use crate::house::{House, raw};

async fn get(host: &str, method: &str, path: &str, named: &str, more: &str) -> String {
    let request =
        format!("{method} {path} HTTP/1.1\r\nHost: {named}\r\n{more}Connection: close\r\n\r\n");
    raw(host, request.as_bytes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_for_devices_and_nothing_of_the_desk() {
    let house = House::new();
    let host = &house.lan().address;
    let status = |answer: &str| answer.get(9..12).unwrap_or_default().to_owned();
    let page = get(
        host,
        "GET",
        "/",
        host,
        "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Mobile/15E148\r\n",
    )
    .await;
    assert!(
        status(&page) == "200" && page.contains("the table"),
        "{page}"
    );
    let port = host.rsplit(':').next().unwrap();
    for header in [
        "content-security-policy: default-src 'none'; script-src 'self';",
        // Also to another address and port, for the day that the laptop gets one.
        "connect-src 'self' ws:;",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
    ] {
        assert!(page.contains(header), "{header} in {page}");
    }
    let scripts = page
        .split("script-src")
        .nth(1)
        .unwrap()
        .split(';')
        .next()
        .unwrap();
    assert!(
        !scripts.contains("unsafe") && !page.contains("set-cookie"),
        "{page}"
    );
    let seen = house.lan().seen;
    assert!(
        seen[0].device == "iphone" && seen[0].mini && !seen[0].socket,
        "{seen:?}"
    );
    assert!(
        get(host, "GET", "/screen", host, "")
            .await
            .contains("the screen")
    );
    let script = get(host, "GET", "/assets/table-1.js", host, "").await;
    assert!(script.contains("immutable") && script.matches("hello").count() == 100);
    let packed = get(
        host,
        "GET",
        "/assets/table-1.js",
        host,
        "Accept-Encoding: gzip\r\n",
    )
    .await;
    assert!(
        packed.contains("content-encoding: gzip") && packed.len() < 900,
        "{packed}"
    );
    let head = get(host, "HEAD", "/", host, "").await;
    assert!(
        status(&head) == "200" && head.ends_with("\r\n\r\n"),
        "{head}"
    );
    for path in [
        "/index.html",
        "/table.html",
        "/desk",
        "/assets/desk-1.js",
        "/assets/../index.html",
        "/%69ndex.html",
        "/sheet/abc/poster.pdf",
        "/assets/",
        "/..%2fklein.momentopname",
        "/table/3",
        "/favicon.ico",
    ] {
        let answer = get(host, "GET", path, host, "").await;
        assert!(
            status(&answer) == "404" && !answer.contains("desk <"),
            "{path}: {answer}"
        );
    }
    for path in [
        "/generate_204",
        "/hotspot-detect.html",
        "/ncsi.txt",
        "/connecttest.txt",
    ] {
        assert_eq!(
            status(&get(host, "GET", path, "captive.example", "").await),
            "421",
            "{path}"
        );
    }
    for (method, more, expected) in [
        ("POST", "", "405"),
        ("PUT", "Content-Length: 0\r\n", "405"),
        ("OPTIONS", "", "405"),
        ("GET", "Content-Length: 5\r\n", "413"),
        ("GET", "Transfer-Encoding: chunked\r\n", "413"),
        ("GET", "Origin: http://evil.example\r\n", "403"),
        ("GET", "Origin: null\r\n", "403"),
    ] {
        assert_eq!(
            status(&get(host, method, "/", host, more).await),
            expected,
            "{method} {more}"
        );
    }
    for wrong in [
        "127.0.0.1",
        "evil.example",
        &format!("localhost:{port}"),
        &format!("{host}.evil.example"),
        "127.0.0.1:1",
    ] {
        assert_eq!(
            status(&get(host, "GET", "/", wrong, "").await),
            "421",
            "{wrong}"
        );
    }
    assert_eq!(
        status(&get(host, "GET", "/", host, &format!("Host: {host}\r\n")).await),
        "421"
    );
    assert_eq!(
        status(&get(host, "GET", "http://evil.example/", host, "").await),
        "421"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn sockets_are_for_the_own_pages() {
    let house = House::new();
    let host = house.lan().address;
    let port = host.rsplit(':').next().unwrap();
    for origin in [
        "",
        "null",
        "http://evil.example",
        &format!("http://localhost:{port}"),
        &format!("https://{host}"),
        "http://127.0.0.1",
    ] {
        let mut device = house.device();
        device.origin = origin.to_owned();
        assert_eq!(
            device.connect(house.table(1)).await.err(),
            Some(Refused::Status(403)),
            "{origin}"
        );
    }
    let mut device = house.device();
    device.host = format!("localhost:{port}");
    assert_eq!(
        device.connect(house.table(1)).await.err(),
        Some(Refused::Status(421))
    );
}
