//! The laptop gets another address, and ports are taken.

use std::net::TcpListener;
use std::time::Duration;

use hub::client::{Heard, Way};
use protocol::Push;
use serde_json::json;

use crate::house::{House, ask, command, hears, hears_of, network, note};

#[tokio::test(flavor = "multi_thread")]
async fn devices_go_on_at_another_address() {
    let house = House::new();
    let old = house.lan().address;
    let port = old.rsplit(':').next().unwrap().to_owned();
    let way = house.take(1, "s1", json!({ "type": "scribe" })).await;
    let device = house.device();
    let mut seat = device.connect(way.clone()).await.unwrap();
    ask(&seat, json!({ "type": "view" })).await;
    *house.networks.lock().unwrap() = vec![network("wlan0", "127.0.0.2")];
    let new = format!("127.0.0.2:{port}");
    let told = |heard: &Heard| matches!(heard, Heard::Push(Push::Addresses(all)) if all.first() == Some(&new));
    assert!(hears(&mut seat, told).await.is_some());
    assert_eq!(house.lan().address, new);
    // Who is connected stays, and its page may come back to the new address.
    assert_eq!(
        command(&seat, "c1", note("n1", 1, "nog hier", None)).await["type"],
        "done"
    );
    let mut moved = device.clone();
    moved.host.clone_from(&new);
    let mut again = moved.connect(way).await.unwrap();
    assert!(
        ask(&again, json!({ "type": "view" }))
            .await
            .to_string()
            .contains("nog hier")
    );
    assert_eq!(
        command(&seat, "c2", note("n2", 1, "allebei", None)).await["type"],
        "done"
    );
    assert!(hears_of(&mut again, "note/n2").await);
    // And back.
    *house.networks.lock().unwrap() = vec![network("wlan0", "127.0.0.1")];
    let back = |heard: &Heard| matches!(heard, Heard::Push(Push::Addresses(all)) if all.first() == Some(&old));
    assert!(hears(&mut again, back).await.is_some());
    assert_eq!(house.lan().address, old);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_port_where_the_wanted_one_is_taken() {
    let house = House::new();
    let port = |house: &House| -> u16 {
        house
            .lan()
            .address
            .rsplit_once(':')
            .map_or(80, |(_, port)| port.parse().unwrap())
    };
    let own = port(&house);
    assert!(!house.lan().other_port);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let asked = taken.local_addr().unwrap().port();
    house.switch_on(asked);
    assert!(house.lan().other_port && port(&house) != asked);
    drop(taken);
    house.switch_on(asked);
    assert!(!house.lan().other_port && port(&house) == asked);
    // The one that was used last is kept, unless someone else has it by now.
    let again = json!({ "type": "lan_start", "wanted": { "network": null, "port": null } });
    house.ask(json!({ "type": "lan_stop" }));
    assert!(!house.lan().on && house.lan().address.is_empty() && house.lan().tables.is_empty());
    let thief = TcpListener::bind(("127.0.0.1", asked)).unwrap();
    house.ask(again.clone());
    assert!(house.lan().other_port && port(&house) != asked);
    drop(thief);
    let last = port(&house);
    house.ask(json!({ "type": "lan_stop" }));
    house.ask(again);
    assert_eq!(port(&house), last);
    assert_ne!(own, asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_nobody_comes_in_and_who_is_in_stays() {
    let house = House::new();
    let seat = house.person(1, "s1").await;
    house.networks.lock().unwrap().clear();
    let wanted = json!({ "type": "lan_start", "wanted": { "network": "eth9", "port": null } });
    let reply = house.app.call(
        &protocol::Caller::Facilitator,
        serde_json::from_value(wanted).unwrap(),
    );
    assert_eq!(
        serde_json::to_value(reply).unwrap()["value"]["code"],
        "no_network"
    );
    tokio::time::sleep(Duration::from_millis(3_500)).await;
    assert_eq!(ask(&seat, json!({ "type": "view" })).await["type"], "view");
    assert!(house.lan().on);
    // Another network, where it was left open which one it is.
    *house.networks.lock().unwrap() = vec![network("eth0", "127.0.0.3")];
    let mut tries = 0;
    while !house.lan().address.starts_with("127.0.0.3") && tries < 50 {
        tries += 1;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(house.device().connect(Way::Probe).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_with_the_program() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    let address = house.lan().address;
    ask(&seat, json!({ "type": "view" })).await;
    house.ask(json!({ "type": "lan_stop" }));
    assert_eq!(hears(&mut seat, |_| false).await, None);
    assert!(TcpListener::bind(&address).is_ok());
    house.ask(json!({ "type": "lan_start", "wanted": { "network": null, "port": null } }));
    let weak = std::sync::Arc::downgrade(&house.app);
    drop(house);
    for _ in 0..50 {
        if weak.upgrade().is_none() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(weak.upgrade().is_none(), "the program is still held");
    assert!(TcpListener::bind(&address).is_ok());
}
