//! Keys and codes that are not right.

use app::Door;
use hub::client::{Heard, Refused, Way};
use protocol::{NoEntry, Request};
use serde_json::json;
use workshop::TableId;

use crate::house::{House, ask};

fn table(number: u8) -> Door {
    Door::Table(TableId(number))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_and_a_door_that_is_not_there_look_the_same() {
    let house = House::new();
    let Way::Door(_, third) = house.table(3) else {
        panic!()
    };
    let Way::Door(seat, own) = house.take(3, "s1", json!({ "type": "scribe" })).await else {
        panic!()
    };
    let Way::Door(_, screen) = house.screen() else {
        panic!()
    };
    for (door, key) in [
        (table(4), third),
        (table(3), own),
        (table(3), screen),
        (table(99), third),
        (table(3), [0; 16]),
        (seat, third),
        (Door::Seat("s2".into()), own),
        (Door::Screen, third),
        (Door::Screen, own),
    ] {
        let name = format!("{door:?}");
        let mut device = house.device().connect(Way::Door(door, key)).await.unwrap();
        assert_eq!(
            device.ask(Request::View).await,
            Err(Refused::Lost),
            "{name}"
        );
        assert_eq!(
            device.hear().await,
            Some(Heard::No(NoEntry::Unknown)),
            "{name}"
        );
        assert_eq!(device.hear().await, None, "{name}");
    }
    assert!(house.lan().connected.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_codes_is_locked_out_and_who_scans_is_not() {
    let house = House::new();
    let device = house.device();
    let right = house.lan().tables[0].code.clone();
    let type_in = async |code: &str| device.connect(Way::Code(code.to_owned())).await.map(drop);
    for number in 0..5 {
        assert_eq!(
            type_in(&format!("KORF {number}")).await,
            Err(Refused::No(NoEntry::Unknown))
        );
    }
    // From one address: for a minute not even the right one.
    let Err(Refused::No(NoEntry::Locked { seconds })) = type_in(&right).await else {
        panic!()
    };
    assert!((50..=60).contains(&seconds), "{seconds}");
    assert_eq!(house.lan().locked, None);
    house.ask(json!({ "type": "lan_unlock" }));
    assert_eq!(type_in(&right).await, Ok(()));
    // From all together, a few each: codes are locked for everybody.
    for round in 0..6 {
        let address: std::net::Ipv4Addr = format!("127.0.1.{}", round + 1).parse().unwrap();
        for number in 0..5 {
            guess_from(&device.host, address, number).await;
        }
    }
    assert!(house.lan().locked.is_some());
    let Err(Refused::No(NoEntry::Locked { seconds })) = type_in(&right).await else {
        panic!()
    };
    assert!((280..=300).contains(&seconds), "{seconds}");
    let guest = device.connect(house.table(2)).await.unwrap();
    assert_eq!(
        ask(&guest, json!({ "type": "joining" })).await["type"],
        "joining"
    );
    house.ask(json!({ "type": "lan_unlock" }));
    assert_eq!(house.lan().locked, None);
    assert_eq!(type_in(&right).await, Ok(()));
}

/// Types a wrong code from another address of loopback.
async fn guess_from(host: &str, from: std::net::Ipv4Addr, number: u32) {
    use futures_util::{SinkExt as _, StreamExt as _};
    use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest as _};
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind((from, 0).into()).unwrap();
    let stream = socket.connect(host.parse().unwrap()).await.unwrap();
    let mut request = format!("ws://{host}/socket").into_client_request().unwrap();
    request
        .headers_mut()
        .insert("origin", format!("http://{host}").parse().unwrap());
    let (mut page, _) = tokio_tungstenite::client_async(request, stream)
        .await
        .unwrap();
    let knock = json!({ "type": "code", "code": format!("MIS {number}") });
    page.send(Message::text(knock.to_string())).await.unwrap();
    let answer = page.next().await.unwrap().unwrap();
    assert!(answer.to_text().unwrap().contains("unknown"), "{answer}");
}
