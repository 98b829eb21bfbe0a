//! Devices come in, and come back.

use hub::client::{Heard, Refused, Way};
use protocol::{Greeting, NoEntry, Push, Reply, Request};
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

use crate::house::{House, ask, command, ends, hears, hears_of, me, note, seat_of, seat_way};

#[tokio::test(flavor = "multi_thread")]
async fn by_link_and_by_code() {
    let house = House::new();
    let device = house.device();
    assert!(device.connect(Way::Probe).await.is_ok());
    let guest = device.connect(house.table(3)).await.unwrap();
    let joining = ask(&guest, json!({ "type": "joining" })).await;
    assert_eq!(
        (&joining["value"]["table"], &joining["value"]["session"]),
        (&json!(3), &json!("Proef"))
    );
    let who = json!({ "type": "new", "name": "Fatma", "role": null });
    let seated = ask(&guest, json!({ "type": "join", "id": "s1", "who": who })).await;
    let way = seat_way(&seated);
    let seat = device.connect(way.clone()).await.unwrap();
    let view = ask(&seat, json!({ "type": "view" })).await;
    assert!(view.to_string().contains("Fatma"));
    assert_eq!(house.lan().connected.len(), 1);
    // A code is found however it is typed; the same question again, because the answer was lost, gives the same seat.
    let code = house.lan().tables[2].code.to_lowercase().replace(' ', "-");
    let guest = device.connect(Way::Code(code)).await.unwrap();
    let mut seats = Vec::new();
    for _ in 0..2 {
        let seated = ask(
            &guest,
            json!({ "type": "join", "id": "s2", "who": { "type": "scribe" } }),
        )
        .await;
        seats.push(seated);
    }
    assert!(
        seats[0]["type"] == "seated" && seats[0] == seats[1],
        "{seats:?}"
    );
    let seen = house.lan().seen;
    assert!(seen.len() == 1 && seen[0].socket && seen[0].address == "127.0.0.1");
    // On loopback and off it, only the right ways lead in.
    assert_eq!(
        device.connect(Way::Code("KORF".into())).await.err(),
        Some(Refused::No(NoEntry::Unknown))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_share_one_seat() {
    let house = House::new();
    let way = house.take(2, "s1", json!({ "type": "scribe" })).await;
    let one = house.device().connect(way.clone()).await.unwrap();
    let mut two = house.device().connect(way).await.unwrap();
    ask(&two, json!({ "type": "view" })).await;
    assert_eq!(
        command(&one, "c1", note("n1", 2, "allebei", None)).await["type"],
        "done"
    );
    assert!(hears_of(&mut two, "note/n1").await);
    // The same command by the other tab gives the same answer, and happens once.
    let first = command(&one, "c1", note("n1", 2, "allebei", None)).await;
    assert_eq!(
        command(&two, "c1", note("n1", 2, "allebei", None)).await,
        first
    );
    assert_eq!(house.lan().connected.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_comes_back_after_a_restart_of_the_hub_and_of_the_program() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    let view = ask(&seat, json!({ "type": "view" })).await;
    let address = house.lan().address;
    house.ask(json!({ "type": "lan_stop" }));
    assert!(ends(&mut seat).await);
    assert_eq!(seat.again().await, Err(Refused::Lost));
    house.ask(json!({ "type": "lan_start", "wanted": { "network": null, "port": null } }));
    assert_eq!(house.lan().address, address);
    seat.again().await.unwrap();
    house.command(note("n1", 1, "intussen", None));
    let since =
        json!({ "type": "since", "seq": view["value"]["seq"], "run": view["value"]["run"] });
    let delta = ask(&seat, since).await;
    assert!(
        delta["type"] == "delta" && delta.to_string().contains("intussen"),
        "{delta}"
    );
    let port = address.rsplit(':').next().unwrap().parse().unwrap();
    let house = house.again();
    assert!(ends(&mut seat).await);
    house.switch_on(port);
    seat.again().await.unwrap();
    let again = ask(
        &seat,
        json!({ "type": "since", "seq": view["value"]["seq"], "run": view["value"]["run"] }),
    )
    .await;
    assert!(
        again["type"] == "view" && again.to_string().contains("intussen"),
        "{again}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_that_was_removed_is_told() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    ask(&seat, json!({ "type": "view" })).await;
    house.command(json!({ "type": "remove_seat", "id": seat_of(&seat) }));
    let unknown = |heard: &Heard| *heard == Heard::Greeting(Greeting::Unknown);
    assert!(hears(&mut seat, unknown).await.is_some());
    assert!(ends(&mut seat).await);
    // Coming back with it looks like coming with a wrong key.
    seat.again().await.unwrap();
    assert_eq!(seat.ask(Request::View).await, Err(Refused::Lost));
    assert_eq!(seat.hear().await, Some(Heard::No(NoEntry::Unknown)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_closed_lets_nobody_in_and_everybody_back() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    let mut screen = house.device().connect(house.screen()).await.unwrap();
    for client in [&seat, &screen] {
        assert_eq!(ask(client, json!({ "type": "view" })).await["type"], "view");
    }
    house.ask(json!({ "type": "close_session" }));
    // Nobody is told to forget the seat.
    let unknown = |heard: &Heard| matches!(heard, Heard::Greeting(_) | Heard::No(_));
    assert_eq!(hears(&mut seat, unknown).await, None);
    let opened = |heard: &Heard| *heard == Heard::Push(Push::Opened);
    assert!(hears(&mut screen, opened).await.is_some() && ends(&mut screen).await);
    for client in [&mut seat, &mut screen] {
        assert_eq!(client.again().await, Err(Refused::No(NoEntry::NoSession)));
    }
    let code = Way::Code("KORF 47".into());
    assert_eq!(
        house.device().connect(code).await.err(),
        Some(Refused::No(NoEntry::NoSession))
    );
    house.open();
    for client in [&mut seat, &mut screen] {
        client.again().await.unwrap();
        assert_eq!(ask(client, json!({ "type": "view" })).await["type"], "view");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_renewed_is_worth_nothing_for_those_who_had_it_either() {
    let house = House::new();
    let (old, code) = (house.table(4), house.lan().tables[3].code.clone());
    let seat = house.person(4, "s0").await;
    let mut guests = Vec::new();
    for way in [old.clone(), Way::Code(code)] {
        let guest = house.device().connect(way).await.unwrap();
        assert_eq!(
            ask(&guest, json!({ "type": "joining" })).await["type"],
            "joining"
        );
        guests.push(guest);
    }
    house.command(json!({ "type": "renew_code", "table": 4 }));
    for guest in &mut guests {
        let join = json!({ "type": "join", "id": "s1", "who": { "type": "scribe" } });
        let seated = guest.ask(serde_json::from_value(join).unwrap()).await;
        assert!(!matches!(seated, Ok(Reply::Seated(_))), "{seated:?}");
        let unknown = |heard: &Heard| *heard == Heard::Greeting(Greeting::Unknown);
        assert!(hears(guest, unknown).await.is_some());
    }
    let mut guest = house.device().connect(old).await.unwrap();
    assert!(guest.ask(Request::Joining).await.is_err());
    assert_eq!(guest.hear().await, Some(Heard::No(NoEntry::Unknown)));
    assert_eq!(ask(&seat, json!({ "type": "view" })).await["type"], "view");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_outbox_comes_in_whole_and_in_order() {
    let house = House::new();
    let seat = house.person(1, "s1").await;
    let asked = (0..60).map(|number| {
        let note = note(
            &format!("n{number}"),
            1,
            &number.to_string(),
            Some(&me(&seat)),
        );
        let request = json!({ "type": "command", "id": format!("c{number}"), "command": note });
        seat.ask(serde_json::from_value(request).unwrap())
    });
    let replies = futures_util::future::join_all(asked).await;
    let seqs: Vec<u64> = replies
        .into_iter()
        .map(|reply| {
            serde_json::to_value(reply.unwrap()).unwrap()["value"]["seq"]
                .as_u64()
                .unwrap()
        })
        .collect();
    assert!(seqs.windows(2).all(|pair| pair[0] < pair[1]), "{seqs:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_command_changed_is_there_before_its_answer() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    seat.ask(Request::View).await.unwrap();
    for number in 0..5 {
        let note = note(&format!("n{number}"), 1, "woorden", Some(&me(&seat)));
        let request = json!({ "type": "command", "id": format!("c{number}"), "command": note });
        let reply = seat.ask(serde_json::from_value(request).unwrap()).await;
        let Reply::Done { seq } = reply.unwrap() else {
            panic!("not done");
        };
        let mut known = 0;
        while known < seq {
            let heard = timeout(Duration::ZERO, seat.hear()).await;
            match heard.expect("the answer came first") {
                Some(Heard::Push(Push::Delta(delta))) => known = delta.seq,
                Some(Heard::Push(_)) => {}
                other => panic!("{other:?}"),
            }
        }
    }
}
