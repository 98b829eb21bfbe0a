//! Who gets what, seen from the wire.

use std::sync::{Arc, Mutex};

use hub::client::Client;
use serde_json::{Value, json};

use crate::house::{House, ask, command, hears_of, me, note, seat_of};

/// A device that remembers every word it heard.
async fn listening(house: &House, way: hub::client::Way) -> (Client, Arc<Mutex<String>>) {
    let all = Arc::new(Mutex::new(String::new()));
    let words = Arc::clone(&all);
    let mut device = house.device();
    device.ear = Some(Arc::new(move |text| words.lock().unwrap().push_str(text)));
    (device.connect(way).await.unwrap(), all)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_not_theirs_reaches_a_device() {
    let house = House::new();
    let mine = house.person(1, "mine").await;
    let new = |name: &str| json!({ "type": "new", "name": name, "role": null });
    let beside = house.take(1, "beside", new("Bram")).await;
    let scribe = house.take(1, "scribe", json!({ "type": "scribe" })).await;
    let elsewhere = house.take(2, "elsewhere", new("Ellen")).await;
    let mut others = Vec::new();
    for way in [beside, scribe, elsewhere, house.screen(), house.table(1)] {
        let (client, words) = listening(&house, way).await;
        ask(&client, json!({ "type": "view" })).await;
        others.push((client, words));
    }
    ask(&mine, json!({ "type": "view" })).await;
    let write = json!({ "type": "write_experience", "id": "e1", "table": 1, "by": me(&mine), "text": "GEHEIM", "wish": "", "private": true });
    assert_eq!(command(&mine, "c1", write).await["type"], "done");
    let snapshot = ask(&mine, json!({ "type": "snapshot" })).await;
    let perspective = snapshot["value"]["perspectives"][0]["id"].clone();
    assert!(perspective.is_string());
    let vote = json!({ "type": "vote", "participant": me(&mine), "perspectives": [perspective] });
    assert_eq!(command(&mine, "c2", vote).await["type"], "done");
    assert_eq!(
        command(&mine, "c3", note("n1", 1, "VANTAFELEEN", Some(&me(&mine)))).await["type"],
        "done"
    );
    house.command(json!({ "type": "send_message", "id": "m1", "tables": [], "text": "VOORALLEN" }));
    house.command(note("n2", 2, "VANTAFELTWEE", None));
    // Who hears of the last hears of all before it.
    for (place, (client, _)) in others.iter_mut().enumerate() {
        match place {
            0 | 1 => assert!(hears_of(client, "message/m1").await, "{place}"),
            2 => assert!(hears_of(client, "note/n2").await),
            _ => {}
        }
        if place < 4 {
            ask(client, json!({ "type": "view" })).await;
            let again = json!({ "type": "since", "seq": 1, "run": ask(client, json!({ "type": "view" })).await["value"]["run"] });
            ask(client, again).await;
        }
    }
    let heard = |place: usize| others[place].1.lock().unwrap().clone();
    for place in 0..5 {
        let words = heard(place);
        assert!(!words.contains("GEHEIM"), "{place}: {words}");
        for entry in entries(&words, "vote/") {
            assert!(
                entry["perspectives"].as_array().unwrap().is_empty(),
                "{place}: {entry}"
            );
        }
        assert_eq!(words.contains("VANTAFELEEN"), place < 2, "{place}");
        assert_eq!(words.contains("VANTAFELTWEE"), place == 2, "{place}");
        assert_eq!(words.contains("VOORALLEN"), place < 3, "{place}");
    }
    assert!(
        entries(&heard(0), "vote/")
            .iter()
            .any(|entry| entry["given"] == 1)
    );
    assert!(!heard(3).contains("Bram") && !heard(2).contains("Bram"));
    let own = ask(&mine, json!({ "type": "view" })).await.to_string();
    assert!(own.contains("GEHEIM"));
}

/// All entities of a sort in what was heard.
fn entries(words: &str, sort: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for told in serde_json::Deserializer::from_str(words).into_iter::<Value>() {
        let told = told.unwrap();
        let lists = [
            &told["push"]["value"]["upserts"],
            &told["reply"]["value"]["entities"],
            &told["reply"]["value"]["upserts"],
        ];
        for entry in lists.into_iter().filter_map(Value::as_array).flatten() {
            if entry["key"].as_str().unwrap().starts_with(sort) {
                let text = entry["entity"].to_string();
                let inner = if entry["entity"]["perspectives"].is_array() {
                    &entry["entity"]
                } else {
                    &entry["entity"]["value"]
                };
                assert!(inner["perspectives"].is_array(), "{text}");
                found.push(inner.clone());
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_on_the_lan_can_do_what_the_facilitator_does() {
    let house = House::new();
    house.command(note("n9", 2, "van tafel twee", None));
    let person = house.person(1, "s1").await;
    let way = house.take(1, "s2", json!({ "type": "scribe" })).await;
    let scribe = house.device().connect(way).await.unwrap();
    let screen = house.device().connect(house.screen()).await.unwrap();
    let guest = house.device().connect(house.table(1)).await.unwrap();
    let code = house.lan().tables[0].code.clone();
    let typed = house
        .device()
        .connect(hub::client::Way::Code(code))
        .await
        .unwrap();
    let commands = [
        json!({ "type": "set_details", "name": "x", "region": "x", "own_region": null, "date": "2026-11-22" }),
        json!({ "type": "add_table", "table": 7 }),
        json!({ "type": "remove_table", "table": 6 }),
        json!({ "type": "move_tables", "tables": [], "step": "browse" }),
        json!({ "type": "start_timer", "minutes": 5 }),
        json!({ "type": "stop_timer" }),
        json!({ "type": "send_message", "id": "m1", "tables": [], "text": "x" }),
        json!({ "type": "set_screen", "show": { "type": "step" } }),
        json!({ "type": "renew_code", "table": 1 }),
        json!({ "type": "move_seat", "id": seat_of(&scribe), "table": 2 }),
        json!({ "type": "take_seat", "id": "s9", "table": 1, "kind": "scribe", "participant": null }),
        json!({ "type": "move_participant", "id": me(&person), "table": 2 }),
        note("n1", 2, "bij een ander", None),
        json!({ "type": "change_note", "id": "n9", "kind": "surprise", "text": "veranderd" }),
        json!({ "type": "remove_note", "id": "n9" }),
        json!({ "type": "ask_help", "table": 2, "about": "" }),
    ];
    let requests = [
        json!({ "type": "home" }),
        json!({ "type": "watch" }),
        json!({ "type": "lan" }),
        json!({ "type": "lan_stop" }),
        json!({ "type": "lan_unlock" }),
        json!({ "type": "lan_start", "wanted": { "network": null, "port": null } }),
        json!({ "type": "open_session", "path": "/etc/passwd" }),
        json!({ "type": "open_snapshot", "path": "/etc/passwd" }),
        json!({ "type": "unlock_snapshot", "path": "/etc/passwd", "passphrase": "x" }),
        json!({ "type": "prepare", "ask": { "type": "files" } }),
        json!({ "type": "prepare", "ask": { "type": "open", "path": "/etc/passwd" } }),
        json!({ "type": "close_session" }),
        json!({ "type": "sheet", "path": "/etc/passwd" }),
        json!({ "type": "sheet_preview", "sheet": { "type": "run_sheet" }, "from": 0, "count": 1, "language": "nl" }),
        json!({ "type": "card_stories", "choice": {} }),
        json!({ "type": "print_sheets", "sheets": [{ "type": "blank_poster", "tiles": null }], "language": "nl" }),
        json!({ "type": "print_set", "set": {}, "language": "nl" }),
        json!({ "type": "open_screen" }),
        json!({ "type": "set_wifi", "wifi": { "name": "x", "password": "x" } }),
        json!({ "type": "stories", "query": { "pool": { "type": "kept", "table": 2 }, "filter": {}, "search": "", "from": 0, "count": 5 } }),
    ];
    for (role, client) in [
        ("person", &person),
        ("scribe", &scribe),
        ("screen", &screen),
        ("guest", &guest),
        ("typed", &typed),
    ] {
        for (number, asked) in commands.iter().enumerate() {
            let reply = command(client, &format!("{role}-{number}"), asked.clone()).await;
            assert_eq!(
                reply["value"]["code"], "not_allowed",
                "{role} {asked}: {reply}"
            );
        }
        for asked in &requests {
            let Ok(request) = serde_json::from_value(asked.clone()) else {
                continue;
            };
            let reply = serde_json::to_value(client.ask(request).await.unwrap()).unwrap();
            assert_eq!(
                reply["value"]["code"], "not_allowed",
                "{role} {asked}: {reply}"
            );
        }
    }
    for client in [&screen, &guest, &typed] {
        let reply = command(client, "mine", note("n2", 1, "x", None)).await;
        assert_eq!(reply["value"]["code"], "not_allowed");
    }
    assert!(house.lan().on);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_stays_text() {
    let house = House::new();
    let mut seat = house.person(1, "s1").await;
    ask(&seat, json!({ "type": "view" })).await;
    let script = "<script>alert('x')</script><img src=x onerror=alert(1)>";
    assert_eq!(
        command(&seat, "c1", note("n1", 1, script, Some(&me(&seat)))).await["type"],
        "done"
    );
    assert!(hears_of(&mut seat, "note/n1").await);
    let view = ask(&seat, json!({ "type": "view" })).await;
    let entities = view["value"]["entities"].as_array().unwrap();
    let note = entities
        .iter()
        .find(|entry| entry["key"] == "note/n1")
        .unwrap();
    assert!(
        note.to_string().contains("<script>alert('x')</script>"),
        "{note}"
    );
}
