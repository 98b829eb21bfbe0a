//! What no page would do.

use std::time::{Duration, Instant};

use app::Door;
use futures_util::{SinkExt as _, StreamExt as _};
use hub::client::{Channel, Refused, Spoken, Way};
use hub::lan::Limits;
use protocol::Request;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest as _};

use crate::house::{House, ask, command, me, note, raw};

async fn ended(channel: &mut Channel) -> bool {
    let wait = async {
        loop {
            match channel.socket.next().await {
                None | Some(Err(_) | Ok(Message::Close(_))) => return true,
                Some(Ok(_)) => {}
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(15), wait)
        .await
        .unwrap_or(false)
}

fn view(id: u64) -> String {
    json!({ "id": id, "request": { "type": "view" } }).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn giants_end_it() {
    let house = House::new();
    let way = house.take(1, "s1", json!({ "type": "scribe" })).await;
    let giant = vec![b'x'; (64 << 10) + 1];
    let mut channel = house.device().open(&way).await.unwrap();
    let _ = channel.socket.send(Message::binary(giant.clone())).await;
    assert!(ended(&mut channel).await);
    // In many small frames.
    let mut channel = house.device().open(&way).await.unwrap();
    for (number, part) in giant.chunks(8 << 10).enumerate() {
        let sort = if number == 0 {
            Data::Binary
        } else {
            Data::Continue
        };
        let frame = Frame::message(part.to_vec(), OpCode::Data(sort), false);
        let _ = channel.socket.send(Message::Frame(frame)).await;
    }
    assert!(ended(&mut channel).await);
    // As a knock, and as a request.
    let mut channel = house.device().open(&Way::Probe).await.unwrap();
    let _ = channel.socket.send(Message::binary(giant)).await;
    assert!(ended(&mut channel).await);
    let host = house.lan().address;
    for request in [
        format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\nX: {}\r\n\r\n",
            "x".repeat(64 << 10)
        ),
        format!(
            "GET /{} HTTP/1.1\r\nHost: {host}\r\n\r\n",
            "x".repeat(64 << 10)
        ),
        format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\n{}\r\n",
            "X: y\r\n".repeat(40)
        ),
    ] {
        let answer = raw(&host, request.as_bytes()).await;
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4"),
            "{answer}"
        );
    }
    // The largest that may come in does: here it is only not understood.
    let seat = house.device().connect(way).await.unwrap();
    let most = "x".repeat(60 << 10);
    assert_eq!(
        command(&seat, "c1", note("n1", 1, &most, None)).await["type"],
        "failed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn silent_ones_are_cut_and_hold_up_nobody() {
    let house = House::new();
    let host = house.lan().address;
    let seat = house.person(1, "s1").await;
    let mut silent = Vec::new();
    for number in 0..100 {
        let mut stream = TcpStream::connect(&host).await.unwrap();
        match number % 4 {
            // Nothing; half a request; a request after which nothing more comes; a socket that never knocks.
            0 => {}
            1 => stream.write_all(b"GET / HTTP/1.1\r\nHost: ").await.unwrap(),
            2 => {
                let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
                stream.write_all(request.as_bytes()).await.unwrap();
            }
            _ => {
                let request = format!(
                    "GET /socket HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                     Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
                );
                stream.write_all(request.as_bytes()).await.unwrap();
            }
        }
        silent.push(stream);
    }
    let start = Instant::now();
    for number in 0..20 {
        let reply = command(
            &seat,
            &format!("c{number}"),
            note(&format!("n{number}"), 1, "x", Some(&me(&seat))),
        )
        .await;
        assert_eq!(reply["type"], "done");
    }
    assert!(
        start.elapsed() < Duration::from_secs(15),
        "{:?}",
        start.elapsed()
    );
    for (number, stream) in silent.iter_mut().enumerate() {
        let mut rest = Vec::new();
        let end =
            tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut rest)).await;
        assert!(end.is_ok(), "{number}");
    }
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(ask(&seat, json!({ "type": "view" })).await["type"], "view");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_read_holds_up_nobody() {
    let house = House::new();
    for number in 0..200 {
        house.command(note(
            &format!("n{number}"),
            1,
            &"veel woorden ".repeat(15),
            None,
        ));
    }
    let fast = house.person(1, "s1").await;
    let way = house.take(1, "s2", json!({ "type": "scribe" })).await;
    let host = house.lan().address;
    // A receive buffer so small that the answers soon fill it.
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let stream = socket.connect(host.parse().unwrap()).await.unwrap();
    let mut request = format!("ws://{host}/socket").into_client_request().unwrap();
    request
        .headers_mut()
        .insert("origin", format!("http://{host}").parse().unwrap());
    let (mut slow, _) = tokio_tungstenite::client_async(request, stream)
        .await
        .unwrap();
    let Way::Door(Door::Seat(seat), key) = way else {
        panic!()
    };
    slow.send(Message::text(
        json!({ "type": "seat", "seat": seat, "nonce": "AAAAAAAAAAAAAAAAAAAAAA" }).to_string(),
    ))
    .await
    .unwrap();
    let sealed: Value =
        serde_json::from_str(slow.next().await.unwrap().unwrap().to_text().unwrap()).unwrap();
    let nonce = hub::client::key(sealed["nonce"].as_str().unwrap()).unwrap();
    let (mut sealer, _) =
        hub::lan::seal::of_page(&key, &[0; 16], &nonce, &Door::Seat(seat)).unwrap();
    for id in 0..60 {
        slow.send(Message::binary(sealer.seal(view(id).as_bytes()).unwrap()))
            .await
            .unwrap();
    }
    ask(&fast, json!({ "type": "view" })).await;
    for number in 0..20 {
        let start = Instant::now();
        let reply = command(
            &fast,
            &format!("c{number}"),
            note(&format!("f{number}"), 1, "x", Some(&me(&fast))),
        )
        .await;
        assert_eq!(reply["type"], "done");
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "{:?}",
            start.elapsed()
        );
    }
    drop(slow);
}

#[tokio::test(flavor = "multi_thread")]
async fn sealed_frames_that_are_not_right_end_it() {
    let house = House::new();
    let way = house.take(1, "s1", json!({ "type": "scribe" })).await;
    for what in ["repeated", "turned", "changed", "open", "other"] {
        let mut channel = house.device().open(&way).await.unwrap();
        let first = channel.message(&view(1)).unwrap();
        channel.socket.send(first.clone()).await.unwrap();
        while !matches!(channel.hear().await, Spoken::Text(text) if text.contains("\"id\":1")) {}
        let second = channel.message(&view(2)).unwrap();
        let third = channel.message(&view(3)).unwrap();
        let bad = match what {
            "repeated" => first,
            "turned" => third,
            "changed" => {
                let mut bytes = second.into_data().to_vec();
                bytes[3] ^= 1;
                Message::binary(bytes)
            }
            "open" => Message::text(view(2)),
            _ => {
                let mut other = house.device().open(&way).await.unwrap();
                other.message(&view(2)).unwrap()
            }
        };
        channel.socket.send(bad).await.unwrap();
        // Nothing is said any more, least of all that the seat would be unknown.
        let said = loop {
            match channel.hear().await {
                Spoken::Text(text) if text.contains("push") => {}
                said => break said,
            }
        };
        assert!(matches!(said, Spoken::End), "{what}: {said:?}");
    }
    // What was recorded on one connection is worth nothing on the next.
    let mut channel = house.device().open(&way).await.unwrap();
    let first = channel.message(&view(1)).unwrap();
    let mut next = house.device().open(&way).await.unwrap();
    next.socket.send(first).await.unwrap();
    assert!(!matches!(next.hear().await, Spoken::Text(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_gets_no_more_than_its_share() {
    let house = House::with(Limits {
        connections: 12,
        sockets: 6,
        from_one: 4,
        spare_loopback: false,
    });
    let host = house.lan().address;
    // Devices that showed a key do not count for their address.
    let mut devices = Vec::new();
    for number in 0..5 {
        let way = house
            .take(1, &format!("s{number}"), json!({ "type": "scribe" }))
            .await;
        let device = house.device().connect(way).await.unwrap();
        ask(&device, json!({ "type": "view" })).await;
        devices.push(device);
    }
    let mut open = Vec::new();
    for _ in 0..4 {
        open.push(TcpStream::connect(&host).await.unwrap());
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(
        house.device().connect(Way::Probe).await.err(),
        Some(Refused::Lost)
    );
    assert_eq!(
        ask(&devices[0], json!({ "type": "view" })).await["type"],
        "view"
    );
    drop(open);
    let mut tries = 0;
    let probe = loop {
        match house.device().connect(Way::Probe).await {
            Ok(probe) => break probe,
            Err(_) => tries += 1,
        }
        assert!(tries < 100);
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    let full = house.device().connect(Way::Probe).await.err();
    assert_eq!(full, Some(Refused::No(protocol::NoEntry::Full)));
    drop(probe);
    // It is noticed within a second or two that it is gone.
    let mut tries = 0;
    while house.device().connect(Way::Probe).await.is_err() {
        tries += 1;
        assert!(tries < 100);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_cannot_be_understood_are_answered_or_end_it() {
    let house = House::new();
    let way = house.take(1, "s1", json!({ "type": "scribe" })).await;
    let mut channel = house.device().open(&way).await.unwrap();
    for text in [r#"{"id":7,"request":{"type":"launch"}}"#, r#"{"id":7}"#] {
        let message = channel.message(text).unwrap();
        channel.socket.send(message).await.unwrap();
        let heard = loop {
            match channel.hear().await {
                Spoken::Text(text) if text.contains("\"id\":7") => break text,
                Spoken::Text(_) => {}
                other => panic!("{other:?}"),
            }
        };
        assert!(heard.contains("bad_request"), "{heard}");
    }
    let message = channel.message("no json at all").unwrap();
    channel.socket.send(message).await.unwrap();
    assert!(ended(&mut channel).await);
    for knock in [
        "",
        "{}",
        "no json",
        r#"{"type":"table","table":3}"#,
        r#"{"type":"facilitator"}"#,
        r#"{"type":"hello","token":"x"}"#,
    ] {
        let mut channel = house.device().open(&Way::Probe).await.unwrap();
        channel.socket.send(Message::text(knock)).await.unwrap();
        assert!(ended(&mut channel).await, "{knock}");
    }
    let seat = house.device().connect(way).await.unwrap();
    assert!(seat.ask(Request::View).await.is_ok());
}
