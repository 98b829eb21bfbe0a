//! Messages of devices that were changed at random: each is refused or does something that its sender may do. Nothing panics, no
//! other table notices, and what is on disk stays whole. `WIRE_MUTATIONS=100000 cargo test -p app --test wire` tries that many.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use protocol::{Asked, Caller, Failure, Reply, Request, View};
use room::random::{Random, Subjects};
use room::{ME, T1, T2, room};
use serde_json::json;
use workshop::Command;

/// Pieces that a message may suddenly hold.
const SPICE: [&str; 16] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-1",
    "1e99",
    "4294967296",
    "\\u0000",
    "\u{202e}",
    "true",
    "\"table\":2",
    "\"type\":\"view\"",
];

/// What a device can send, as it is when nothing goes wrong.
fn message(random: &mut Random, subjects: &Subjects, people: &[workshop::ParticipantId]) -> String {
    let other = |random: &mut Random| {
        let (table, number) = (1 + random.below(2), random.below(500));
        random.of(&[
            json!({ "type": "view" }),
            json!({ "type": "since", "seq": number, "run": "r" }),
            json!({ "type": "snapshot" }),
            json!({ "type": "stories", "query": { "filter": { "conditions": [] }, "search": "school", "order": "number", "from": 0, "count": 20 } }),
            json!({ "type": "story", "id": number, "search": "juf" }),
            json!({ "type": "advice", "table": table, "language": "nl" }),
            json!({ "type": "poster_preview", "table": table, "language": "en" }),
            json!({ "type": "join", "id": "phone-of-Ada", "who": { "type": "new", "name": "Ada", "role": null } }),
            json!({ "type": "close_session" }),
            json!({ "type": "lan_stop" }),
        ])
    };
    let request = if random.once_in(4) {
        other(random)
    } else {
        // Mostly what may be done, so that much of it goes through.
        let other = random.once_in(8);
        let (table, me) = if other {
            (T2, &people[1])
        } else {
            (T1, &people[0])
        };
        let command = match random.below(8) {
            0..4 => subjects.shared(random, table),
            4 => subjects.leading(random),
            _ => subjects.personal(random, table, me),
        };
        json!({ "type": "command", "id": format!("w-{}", random.below(1_000_000)), "command": command })
    };
    json!({ "id": 1, "request": request }).to_string()
}

/// Changes a message in a few places. A message that is no text any more ends a connection, so those are mended.
fn mutated(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(12)).min(bytes.len());
        match random.below(6) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
            // Most of what makes another message that can be read: another number, or another letter in a name.
            1 => {
                if let Some(byte) = bytes
                    .get_mut(at)
                    .filter(|byte| byte.is_ascii_alphanumeric())
                {
                    *byte = random.of(b"0123456789abpt");
                }
            }
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].repeat(1 + random.below(200));
                bytes.splice(at..at, piece);
            }
            _ => {
                let spice = random.of(&SPICE).bytes();
                bytes.splice(at..at, spice);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What somebody sees, without the number of the last event.
fn seen(view: View) -> String {
    let mut lines: Vec<String> = view
        .entities
        .into_iter()
        .map(|entry| serde_json::to_string(&entry.entity).unwrap())
        .collect();
    lines.sort();
    lines.join("\n")
}

#[test]
fn no_message_does_what_its_sender_may_not() {
    let asked = std::env::var("WIRE_MUTATIONS").ok();
    let times: usize = asked.map_or(3_000, |asked| asked.parse().unwrap());
    let mut room = room(2);
    let ada = room.person(T1, "Ada");
    let scribe = room.scribe(T1, "tablet");
    let bram = room.person(T2, "Bram");
    let subjects = room.subjects(
        &[ada.clone(), scribe.clone(), bram.clone()],
        ["Ada", "Bram"],
        "w",
    );
    let mut people = [room.me(&ada), room.me(&bram)];
    let mut senders = [
        ada,
        scribe,
        Caller::Guest(T1),
        Caller::Projector,
        Caller::DecisionMaker,
    ];
    let mut random = Random::new(41);
    let before = seen(room.view(&bram));
    let (mut read, mut taken) = (0, 0);
    for nth in 0..times {
        let text = mutated(&message(&mut random, &subjects, &people), &mut random);
        let Ok(asked) = serde_json::from_str::<Asked>(&text) else {
            continue;
        };
        read += 1;
        let sender = if random.once_in(4) {
            random.of(&senders)
        } else {
            random.of(&senders[..2])
        };
        let joins = matches!(asked.request, Request::Join { .. });
        let reply = room.app.call(&sender, asked.request);
        assert!(
            !matches!(reply, Reply::Failed(Failure::Defect { .. })),
            "{sender:?} {text}: {reply:?}"
        );
        match reply {
            Reply::Done { .. } => taken += 1,
            // A table has only so many seats, and nobody sits on the new one.
            Reply::Seated(seated) => {
                assert!(joins && sender == Caller::Guest(T1), "{text}");
                room.send(&ME, Command::RemoveSeat { id: seated.seat });
            }
            // A device can give up its seat; its person or its table takes another.
            Reply::Failed(Failure::SeatGone) if sender == senders[0] => {
                senders[0] = room.person(T1, &format!("Ada {nth}"));
                people[0] = room.me(&senders[0]);
            }
            Reply::Failed(Failure::SeatGone) if sender == senders[1] => {
                senders[1] = room.scribe(T1, &format!("tablet {nth}"));
            }
            _ => {}
        }
        if nth % 500 == 0 {
            assert_eq!(seen(room.view(&bram)), before, "{text}");
        }
    }
    assert!(read * 5 > times, "only {read} of {times} could be read");
    assert!(taken * 25 > times, "only {taken} of {times} did anything");
    assert_eq!(seen(room.view(&bram)), before);
    let written = room.written();
    room.restart();
    assert_eq!(room.written(), written);
    assert_eq!(seen(room.view(&bram)), before);
}
